from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from dateline.annotate.parse import Parser
from dateline.records import Attribution, Content, Reading, Report, Span, SpanText, to_json
from dateline.segment.attributions import Attribute, Owners, nested, told
from dateline.segment.voices import find_voices

SIGNED = "— Mara Lind (@maralind) January 2, 2023"
PIECES = st.sampled_from(
    ["“", "”", '"', "'", "’", "\n\n", ", ", ". ", " ", ": ", "; ", "said", "Roe ", " he ", "the army ", "denied ", "that ",
     "according to ", "reportedly ", "is believed ", "to have ", "claim ", "which ", "accused ", "of ", "it ", "(@a) ",
     SIGNED, "\u200b", "- "]
)  # fmt: skip


def read(parser: Parser, text: str) -> Reading:
    report = Report(id="r", source="s", text=text, outlet="The Halvik Post")
    return Attribute()(parser(Reading(report=report, voices=find_voices(report))))


def said(start: int, end: int, cue: int) -> Attribution:
    return Attribution(
        voice="v0", parent=None, source=None, cue=SpanText(span=Span(cue, cue + 1), text="x"),
        content=Content(span=Span(start, end)),
    )  # fmt: skip


def test_parents_are_the_smallest_contents_around() -> None:
    rows = nested([said(5, 100, 3), said(20, 90, 15), said(40, 60, 35), said(110, 120, 105)])
    assert [row.parent for row in rows] == [None, 0, 1, None]


def test_equal_contents_are_no_parents_of_each_other() -> None:
    assert [row.parent for row in nested([said(5, 20, 1), said(5, 20, 25)])] == [None, None]


def test_owner_is_the_innermost_voice() -> None:
    text = f"Rain. “We left the town now,” she said.\n\nHe told us “the dyke is gone now” {SIGNED}\n\nEnd."
    owners = Owners(find_voices(Report(id="r", source="s", text=text)))
    spots = [text.index(word) for word in ("Rain", "left", "she", "told", "dyke", "Mara", "End")]
    assert [owners.at(spot).id for spot in spots] == ["v0", "v1", "v0", "v2", "v3", "v2", "v0"]


@pytest.mark.model
def test_nested_sources_form_a_chain_inside_a_post(parser: Parser) -> None:
    text = f"A guard told a relative that the ministry claimed that two men had escaped {SIGNED}"
    told, claimed = read(parser, text).attributions
    assert (told.voice, told.parent, claimed.voice, claimed.parent) == ("v1", None, "v1", 0)
    assert claimed.source is not None
    assert claimed.source.name == "ministry"


@pytest.mark.model
def test_partial_quotation_does_not_hang_on_its_own_speaker(parser: Parser) -> None:
    text = "The court said the ban was “out of all proportion” on Friday."
    outer, inner = read(parser, text).attributions
    assert outer.content.span.covers(inner.content.span)
    assert (outer.parent, inner.parent) == (None, None)


@pytest.mark.model
def test_hidden_sources_are_null_with_a_reason(parser: Parser) -> None:
    (hidden,) = read(parser, "It is believed that two men have escaped.").attributions
    assert hidden.source is None
    assert hidden.unresolved == {"source": "hidden-source"}


@pytest.mark.model
def test_they_who_are_nobody_in_particular_only_claim(parser: Parser) -> None:
    hearsay = read(parser, "They say that wolves took a calf.").attributions[0]
    assert hearsay.commitment == "claim"
    told = read(parser, "The herders met in town. They say that wolves took a calf.").attributions[-1]
    assert told.commitment == "say"


@pytest.mark.model
def test_quotation_without_speaker_says_so(parser: Parser) -> None:
    reading = read(parser, "The sign was in the hall. “We have nothing to hide at all.”")
    assert reading.voices[1].unresolved == {"speaker": "not-stated"}
    assert reading.attributions[0].source is None
    assert reading.attributions[0].unresolved == {"source": "not-stated", "cue": "not-stated"}


@pytest.mark.model
def test_a_post_is_no_attribution(parser: Parser) -> None:
    assert read(parser, f"The dyke is gone {SIGNED}").attributions == ()


@pytest.mark.model
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.lists(PIECES, max_size=30).map("".join))
def test_any_text_gives_attributions_inside_their_voice(parser: Parser, text: str) -> None:
    reading = read(parser, text)
    voices = {voice.id: voice for voice in reading.voices}
    for i, row in enumerate(reading.attributions):
        assert 0 <= row.content.span.start < row.content.span.end <= len(text)
        assert voices[row.voice].span.covers(row.content.span)
        assert row.cue is None or row.cue.span.of(text) == row.cue.text
        assert row.source is None or row.source.span.of(text) == row.source.text
        assert row.parent is None or (row.parent != i and row.parent < len(reading.attributions))
    assert to_json(reading)


@pytest.mark.model
def test_a_thousand_nested_cues_end(parser: Parser) -> None:
    text = "He said that " * 1500 + "it rained."
    assert len(read(parser, text).attributions) > 100


def test_stances_inside_speech_are_left_out_and_parents_follow() -> None:
    stance = replace(said(20, 90, 15), commitment="stance")
    rows = told(nested([said(5, 100, 3), stance, said(40, 60, 35), replace(said(110, 120, 105), commitment="stance")]))
    assert [(row.content.span.start, row.parent, row.commitment) for row in rows] == [
        (5, None, "say"), (40, 0, "say"), (110, None, "stance"),
    ]  # fmt: skip


@pytest.mark.model
@pytest.mark.parametrize(
    "text",
    [
        "Mara Lind stated:\n\n“The dyke is gone and we left the town.”",
        "“Rain fell on the town all night,” Mara Lind said.\n\n“The dyke is gone and we left the town.”",
        "It rained.\n\n“The dyke is gone and we left the town.” Mara Lind said.",
        '“The dyke is gone and we left the town," Mara Lind said.',
    ],
)
def test_speakers_across_paragraphs_and_odd_marks(parser: Parser, text: str) -> None:
    assert [v.speaker for v in read(parser, text).voices if "dyke" in v.span.of(text) and v.kind == "quote"] == [
        "Mara Lind"
    ]


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "The governor, Mara Lind, left.\n\nOn Facebook the governor wrote:\n\nWe will rebuild the quay by May.",
            "Mara Lind",
        ),
        (
            "The Ministry of Health met.\n\nThe ministry wrote on Facebook:\n\nAll wages were paid in May.",
            "Ministry of Health",
        ),
        ("On Facebook the governor wrote:\n\nWe will rebuild the quay by May.", "governor"),
    ],
)
def test_a_post_of_an_office_is_whose_it_is(parser: Parser, text: str, speaker: str) -> None:
    assert [v.speaker for v in read(parser, text).voices if v.kind == "post"] == [speaker]


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Mayor Mara Lind toured the quay. “A captain does not leave his ship,” she told reporters.", "Mara Lind"),
        ("The port's spokesman, Saw Htoo Paw, denied it. “We were a day's walk away,” he said.", "Saw Htoo Paw"),
        (
            "They met Mara Lind, a baker, who told them that the mill was shut and that “nobody came for us”.",
            "Mara Lind",
        ),
    ],
)
def test_pronoun_beside_a_quotation_goes_back_to_what_stands_outside(parser: Parser, text: str, speaker: str) -> None:
    assert [v.speaker for v in read(parser, text).voices if v.kind == "quote"] == [speaker]
