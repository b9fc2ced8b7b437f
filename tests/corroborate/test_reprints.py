from datetime import date

import msgspec

from dateline.corroborate.reprints import find_reprints, origin_groups, post_groups
from dateline.records import Reading, Span, Voice
from tests.corroborate.factory import Said, report_of

WIRE = [
    "Dockers in the port of Gävle walked off the quays on Monday over a new roster for the night shift.",
    "The harbour company said that four ships were waiting in the roads and that a fifth had turned back.",
    "Union steward Malin Ekdahl told a meeting outside gate three that the roster had been drawn up without talks.",
    "The company's head of operations answered in a letter that the union had been asked twice to take part.",
    "A mediator appointed by the county is due to see both sides on Wednesday in the town hall.",
    "The last stoppage in the port, in the spring of the year before, lasted for nine days.",
]
ADDED = (
    "In Bollnäs, timber lorries stood in a queue of two kilometres along the county road, drivers told this newspaper. "
    "The sawmill has sent its evening shift home until further notice because the yard is full to the fence."
)
OTHER = (
    "Nothing moved in the harbour when we came at dawn, except for the gulls. A crane driver poured coffee for everyone "
    "who came through the gate and asked what they thought of working six nights in a row at sixty years of age. "
    "Management did not send anybody down to talk to the people at the fire barrels, and the mood was calm all day."
)


def test_an_edited_reprint_is_found_and_the_earlier_report_is_the_original() -> None:
    wire = report_of("Coast Wire", published=date(2024, 5, 6), prose=" ".join(WIRE))
    edited = [WIRE[0].replace("walked off", "left"), WIRE[1], WIRE[3], ADDED, WIRE[4]]
    reprint = report_of("Bollnäs Post", published=date(2024, 5, 7), prose="\n\n".join(edited))
    other = report_of("Quay News", published=date(2024, 5, 6), prose=OTHER)
    found = find_reprints(sorted([wire, reprint, other], key=lambda r: r.report.id))
    assert [(r.report, r.original) for r in found] == [(reprint.report.id, wire.report.id)]
    assert found[0].share >= 0.5
    groups = origin_groups([wire, reprint, other])
    assert groups[wire.report.id] == groups[reprint.report.id] != groups[other.report.id]


def test_a_credit_line_makes_a_shortened_reprint_certain() -> None:
    wire = report_of("Coast Wire", published=None, prose=" ".join(WIRE))
    own = OTHER.replace(". ", ".\n") + "\n" + ADDED.replace(". ", ".\n")
    short = "\n".join([own, WIRE[1], WIRE[2]])
    assert find_reprints([wire, report_of("Inland Echo", published=None, prose=short)]) == []
    credited = report_of("Inland Echo", published=None, prose="From Coast Wire, 7 May\n\n" + short)
    found = find_reprints([wire, credited])
    assert [(r.report, r.original) for r in found] == [(credited.report.id, wire.report.id)]
    assert "Coast Wire" in found[0].reasons[1]


def test_two_reporters_who_quote_one_speech_are_two_origins() -> None:
    def quoting(outlet: str, prose: str) -> Reading:
        reading = report_of(outlet, prose=f"{prose}\n{' '.join(WIRE)}")
        start = reading.report.text.index(WIRE[0])
        quote = Voice(id="v1", parent="v0", kind="quote", speaker="Ekdahl", span=Span(start, len(reading.report.text)))
        return msgspec.structs.replace(reading, voices=(*reading.voices, quote))

    assert find_reprints([quoting("A", OTHER), quoting("B", ADDED)]) == []


def test_one_post_shown_by_two_outlets_is_one_group() -> None:
    words = "Ferry terminal closed, police everywhere, take the bus to Sundsvall instead"
    a = report_of("A", Said(f"{words}!", "closed", post="@Quay_Watch"))
    b = report_of("B", Said(f"{words} https://t.example/1", "closed", post="@quay_watch"))
    c = report_of("C", Said("Ferry terminal open again since noon, first boat leaves now", "open", post="@quay_watch"))
    groups = post_groups([a, b, c])
    assert groups[a.report.id, "v1"] == groups[b.report.id, "v1"] != groups[c.report.id, "v1"]


def test_one_address_is_one_post_whatever_an_embed_shows_of_it() -> None:
    a = report_of("A", Said("Column of lorries at the pass", "Column", post="@a", url="https://x.example/1"))
    b = report_of("B", Said("(post removed)", "removed", post="@a", url="https://x.example/1"))
    assert len(set(post_groups([a, b]).values())) == 1


def test_reports_without_words_are_no_reprints() -> None:
    assert find_reprints([report_of("A"), report_of("B"), report_of("C", prose="Short.")]) == []
