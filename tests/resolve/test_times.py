"""When an event happened: stated, inherited, from the document, or honestly open."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from msgspec.structs import replace

from dateline.annotate.parse import Parser
from dateline.annotate.times import TagTimes
from dateline.pipeline import Pipeline, make_coder
from dateline.records import EventMention, MentionTime, Reading, Span, Voice
from dateline.resolve.times import PlaceInTime
from tests import factory
from tests.resolve.days import day_of

TAG, PLACE = TagTimes(), PlaceInTime()
PUBLISHED = date(2024, 5, 3)  # a Friday


def coded(
    parser: Parser, text: str, words: dict[str, dict[str, Any]], *voices: Voice, published: date | None = PUBLISHED
) -> Reading:
    reading = factory.reading(text, published=published)
    reading = TAG(parser(replace(reading, voices=(*reading.voices, *voices))))
    mentions = tuple(_mention(text, word, fields) for word, fields in words.items())
    return PLACE(replace(reading, events=mentions))


def _mention(text: str, word: str, fields: dict[str, Any]) -> EventMention:
    return factory.mention(
        fields.pop("type", "ASSAULT"), start=text.index(word), word=word, **{"voice": "v0", **fields}
    )


def when(
    parser: Parser, text: str, word: str, *voices: Voice, published: date | None = PUBLISHED, **fields: Any
) -> MentionTime | None:
    return coded(parser, text, {word: fields}, *voices, published=published).events[0].time


def days(time: MentionTime | None) -> tuple[str | None, str | None, str] | None:
    return None if time is None else (str(time.from_), str(time.to), time.basis)


def test_the_time_of_its_own_clause(parser: Parser) -> None:
    text = "Gunmen attacked a bus on Tuesday, the mayor said on Thursday."
    assert days(when(parser, text, "attacked")) == ("2024-04-30", "2024-05-01", "stated")


def test_a_denial_is_not_of_the_day_on_which_it_is_made(parser: Parser) -> None:
    text = "Jets bombed Oran on April 12.\n\nThe minister denied on Wednesday that a village was hit."
    reading = coded(parser, text, {"bombed": {}, "hit": {"status": "denied"}})
    assert [days(m.time) for m in reading.events] == [
        ("2024-04-12", "2024-04-13", "stated"),
        ("2024-04-12", "2024-04-13", "inherited"),
    ]
    alone = coded(parser, "The minister denied on Wednesday that a village was hit.", {"hit": {"status": "denied"}})
    assert alone.events[0].time is None


def test_the_time_on_its_noun(parser: Parser) -> None:
    text = "The governor condemned the raid of April 12 on Wednesday."
    reading = coded(parser, text, {"condemned": {"type": "ACCUSE"}, "raid": {}})
    assert [days(m.time) for m in reading.events] == [
        ("2024-05-01", "2024-05-02", "stated"),
        ("2024-04-12", "2024-04-13", "stated"),
    ]


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        (
            "Since Wednesday the soldiers have been going from farm to farm.",
            "going",
            ("2024-05-01", "2024-05-04", "stated"),
        ),
        ("By Tuesday morning youths were pelting the guards.", "pelting", ("2024-04-30", "2024-05-01", "stated")),
        ("The council put off until May 22 a parade with horses.", "parade", ("2024-05-22", "2024-05-23", "stated")),
        (
            "Police on Tuesday cleared the gate, a day after the High Court banned the picket.",
            "banned",
            ("2024-04-29", "2024-04-30", "stated"),
        ),
    ],
)
def test_words_before_a_time(parser: Parser, text: str, word: str, expected: tuple[str, str, str]) -> None:
    assert days(when(parser, text, word, type="GATHER" if word == "parade" else "COERCE")) == expected


def test_an_end_is_its_own_clauses(parser: Parser) -> None:
    text = "The mayor sacked a clerk and kept the square closed until Sunday."
    reading = coded(parser, text, {"sacked": {"type": "COERCE"}, "closed": {"type": "COERCE"}})
    assert reading.events[0].time is None


def test_joined_verbs_share_a_time(parser: Parser) -> None:
    text = "On Monday, soldiers stormed the village and burned the school."
    reading = coded(parser, text, {"stormed": {}, "burned": {}})
    assert {days(m.time) for m in reading.events} == {("2024-04-29", "2024-04-30", "stated")}


def test_inherited_from_the_narrative(parser: Parser) -> None:
    text = "Gunmen attacked a bus on Tuesday.\n\nThey killed four passengers."
    reading = coded(parser, text, {"killed": {}})
    time = reading.events[0].time
    assert days(time) == ("2024-04-30", "2024-05-01", "inherited")
    assert time is not None
    assert time.time is not None
    assert reading.times[time.time].text == "Tuesday"


def test_a_day_that_closes_a_relative_clause_is_that_clauses(parser: Parser) -> None:
    text = "Gunmen who hijacked a ferry off Jolo on Wednesday night freed the last hostages on Thursday."
    days = [when(parser, text, word) for word in ("hijacked", "freed")]
    assert [day.from_ for day in days if day] == [date(2024, 5, 1), date(2024, 5, 2)]


def test_until_a_day_when_something_happened(parser: Parser) -> None:
    found = when(parser, "It was quiet until May 2, when a driver stabbed a farmer.", "stabbed")
    assert found is not None
    assert (found.from_, found.to) == (date(2024, 5, 2), date(2024, 5, 3))


def test_several_happenings_need_not_be_of_the_day(parser: Parser) -> None:
    text = "On Tuesday guests held a ceremony in Pemba. In Mueda villagers held {} ceremonies."
    several, one = text.format("various"), text.replace("{} ceremonies", "a vigil")
    assert when(parser, several, "ceremonies", type="GATHER") is None
    inherited = when(parser, one, "vigil", type="GATHER")
    assert inherited is not None
    assert inherited.basis == "inherited"


def test_background_stays_in_its_paragraph(parser: Parser) -> None:
    text = "Gunmen attacked a bus on Tuesday.\n\nIn 2016, rebels shelled the town. They burned a school."
    text += (
        "\n\nThe gunmen killed four passengers." + " It was raining." * 8
    )  # a report of a few sentences hands on less
    reading = coded(parser, text, {"shelled": {}, "burned": {}, "killed": {}})
    assert [m.time and m.time.from_ for m in reading.events[:2]] == [date(2016, 1, 1), date(2016, 1, 1)]
    assert reading.events[2].time is None or reading.events[2].time.from_ != date(2016, 1, 1)


@pytest.mark.parametrize(
    ("text", "word", "fields"),
    [
        ("Gunmen attacked a bus on Tuesday.\n\nThe union condemned them.", "condemned", {"type": "ACCUSE"}),
        (
            "Gunmen attacked a bus on Tuesday.\n\nMiners plan a march.",
            "march",
            {"type": "PROTEST", "status": "planned"},
        ),
        ("Gunmen attacked a bus on Tuesday.\n\nNobody was beaten.", "beaten", {"status": "denied"}),
        ("Gunmen attacked a bus.", "attacked", {}),
    ],
)
def test_honestly_open(parser: Parser, text: str, word: str, fields: dict[str, Any]) -> None:
    mention = coded(parser, text, {word: fields}).events[0]
    assert mention.time is None
    assert mention.unresolved["time"] == "not-stated"


def test_the_publication_date_never_stands_in(parser: Parser) -> None:
    assert when(parser, "Police arrested two men in the harbour.", "arrested", type="COERCE") is None


def test_a_relative_time_without_a_publication_date_gives_its_reason(parser: Parser) -> None:
    mention = coded(parser, "Gunmen attacked a bus on Tuesday.", {"attacked": {}}, published=None).events[0]
    assert (mention.time, mention.unresolved["time"]) == (None, "no-publication-date")


def test_the_dateline_gives_its_sentence_a_date(parser: Parser) -> None:
    text = "LIMA, May 2 (Agency) - Gunmen attacked a bus near the port."
    assert days(when(parser, text, "attacked")) == ("2024-05-02", "2024-05-03", "document")


def test_since_and_until_are_ends(parser: Parser) -> None:
    since = when(parser, "Gatherings have been banned since Monday.", "banned", type="COERCE", status="ongoing")
    assert days(since) == ("2024-04-29", "2024-05-04", "stated")
    until = when(parser, "The strike will last until Sunday.", "strike", type="PROTEST", status="planned")
    assert days(until) == ("None", "2024-05-06", "stated")


def test_days_between_two_happenings(parser: Parser) -> None:
    text = "A court on Thursday lifted the curfew, six days after soldiers shelled the town."
    assert days(when(parser, text, "shelled")) == ("2024-04-26", "2024-04-27", "stated")


@pytest.mark.parametrize(
    ("words", "word", "expected"),
    [
        ("We are marching through the old town right now.", "marching", ("2024-05-01", "2024-05-02", "document")),
        ("Masked men attacked the stage.", "attacked", ("2024-05-01", "2024-05-02", "document")),
        ("Masked men attacked the stage yesterday.", "attacked", ("2024-04-30", "2024-05-01", "stated")),
        ("Six people were arrested at the gate.", "arrested", None),
    ],
)
def test_posts(parser: Parser, words: str, word: str, expected: tuple[str, str, str] | None) -> None:
    text = f"Farmers marched on April 9.\n\n{words}"
    span = Span(text.index(words), len(text))
    voice = Voice(id="v1", parent="v0", kind="post", speaker="Someone", span=span, body=span, posted=date(2024, 5, 1))
    assert days(when(parser, text, word, voice, voice="v1")) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("We ask all drivers to keep off the bridge.", ("2024-05-01", "2024-05-02", "document")),
        ("We asked all drivers to keep off the bridge.", None),
        ("They ask all drivers to keep off the bridge.", None),
    ],
)
def test_what_a_writer_does_by_saying_it(parser: Parser, words: str, expected: tuple[str, str, str] | None) -> None:
    text = f"Farmers marched on April 9.\n\n{words}"
    span = Span(text.index(words), len(text))
    voice = Voice(id="v1", parent="v0", kind="post", speaker="Someone", span=span, body=span, posted=date(2024, 5, 1))
    assert days(when(parser, text, "ask", voice, voice="v1", type="REQUEST")) == expected


def test_a_day_that_a_noun_possesses_is_the_nouns(parser: Parser) -> None:
    text = "The board rejected a recount of Tuesday's vote while troops occupied the square."
    assert when(parser, text, "occupied") is None


@pytest.mark.parametrize(
    ("text", "word", "status"),
    [
        ("Elders coaxed the men on Tuesday to march.", "march", "occurred"),
        ("On Tuesday clerks came to cheer the troops.", "cheer", "occurred"),
        ("The clerks might have marched on Tuesday.", "marched", "hypothetical"),
        ("They beg the men to march on 12 May.", "march", "hypothetical"),
        ("They beg the men to march.", "march", "hypothetical"),
    ],
)
def test_what_was_thought_of_and_has_a_day_that_is_over_has_been_done(
    parser: Parser, text: str, word: str, status: str
) -> None:
    (told,) = coded(parser, text, {word: {"type": "PROTEST", "status": "hypothetical"}}).events
    assert told.status == status


def test_a_deadline_is_not_the_day_of_what_follows_it(parser: Parser) -> None:
    text = "If the clerks are not freed by Sunday, the union will block the bridge."
    assert when(parser, text, "block", type="PROTEST", status="hypothetical") is None


def test_a_liveblog_entry_takes_its_stamp(parser: Parser) -> None:
    text = "THURSDAY\n\n14:20 - Riot police attacked the front rows at the bridge."
    assert days(when(parser, text, "attacked")) == ("2024-05-02", "2024-05-03", "inherited")


def test_a_reading_without_events_is_left_as_it_is(parser: Parser) -> None:
    reading = coded(parser, "Rain fell on Tuesday.", {})
    assert reading.events == ()


@pytest.mark.parametrize(
    ("text", "word", "fields", "expected"),
    [
        (
            "The army on Wednesday accused rebels of shelling a market a day earlier.",
            "shelling",
            {"status": "alleged"},
            ("2024-04-30", "2024-05-01", "stated"),
        ),
        (
            "The army on Wednesday accused rebels of shelling a market a day earlier.",
            "accused",
            {"type": "ACCUSE"},
            ("2024-05-01", "2024-05-02", "stated"),
        ),
        (
            "The party yesterday put off its congress to Saturday.",
            "congress",
            {"type": "GATHER", "status": "planned"},
            ("2024-05-04", "2024-05-05", "stated"),
        ),
        (
            "From Tuesday morning until Wednesday evening, miners blocked the gate.",
            "blocked",
            {"type": "PROTEST"},
            ("2024-04-30", "2024-05-02", "stated"),
        ),
        (
            "On April 29, a day before the vote, students held a vigil.",
            "vigil",
            {"type": "GATHER"},
            ("2024-04-29", "2024-04-30", "stated"),
        ),
        (
            "In November 2019 a bomb killed three pilgrims; the army blamed rebels for it.",
            "blamed",
            {"type": "ACCUSE"},
            None,
        ),
        (
            "People remember February 2018, when police arrested nine strikers.",
            "arrested",
            {"type": "COERCE"},
            ("2018-02-01", "2018-03-01", "stated"),
        ),
        (
            "Thousands on Tuesday marked the fifth anniversary of the massacre.",
            "massacre",
            {},
            ("2019-04-30", "2019-05-01", "stated"),
        ),
        (
            "Dockers have been on strike for three days.",
            "strike",
            {"type": "PROTEST", "status": "ongoing"},
            ("2024-04-30", "2024-05-04", "stated"),
        ),
        (
            "He threatened to close the port on October 28.",
            "threatened",
            {"type": "THREATEN"},
            None,
        ),
    ],
)
def test_which_time_belongs_to_which_event(
    parser: Parser, text: str, word: str, fields: dict[str, Any], expected: tuple[str, str, str] | None
) -> None:
    assert days(when(parser, text, word, **fields)) == expected


def test_a_time_that_hangs_on_an_event_is_settled_and_given_to_its_own_event(parser: Parser) -> None:
    text = "On the eve of the walkout, guards raided the office.\n\nMiners began the walkout on Monday."
    words = {"raided": {"type": "COERCE"}}
    reading = coded(parser, text, words)
    second = factory.mention("PROTEST", start=text.rindex("walkout"), word="walkout", voice="v0")
    reading = PLACE(replace(reading, events=(*reading.events, second)))
    assert [days(m.time) for m in reading.events] == [
        ("2024-04-28", "2024-04-29", "stated"),
        ("2024-04-29", "2024-04-30", "stated"),
    ]


@pytest.mark.parametrize(
    ("text", "word", "fields", "expected"),
    [
        ("A judge jailed two men on Tuesday for the attack on a school in June 2019.", "attack", {}, "2019-06-01"),
        ("A judge jailed two men on Tuesday for the attack on a school.", "attack", {}, None),
        (
            "Police held four men overnight over the bombing that tore through a market on Tuesday.",
            "bombing",
            {},
            "2024-04-30",
        ),
        ("Nurses met in Oslo on Tuesday for a rally.", "rally", {"type": "GATHER"}, "2024-04-30"),
        ("It was the largest march in the town since March 2019.", "march", {"type": "PROTEST"}, None),
        ("The party has been on strike since Monday.", "strike", {"type": "PROTEST"}, "2024-04-29"),
        (
            "The congress, put off from March, opens on 9 May.",
            "congress",
            {"type": "GATHER", "status": "planned"},
            "2024-05-09",
        ),
        (
            "On Tuesday a judge lifted the curfew imposed on the town in March.",
            "curfew",
            {"type": "COERCE"},
            "2024-03-01",
        ),
        ("A guard died of his wounds on Wednesday.", "died", {}, None),
        ("A guard died in a raid on Wednesday.", "died", {}, "2024-05-01"),
        ("Nine people were killed in three days of clashes, the army said on Tuesday.", "killed", {}, "2024-04-27"),
        ("The town is quiet after two days of fighting.", "fighting", {}, "2024-05-01"),
        ("Two days after rebels shelled the port, dockers marched on Wednesday.", "shelled", {}, "2024-04-29"),
        ("The mayor closed the square until Sunday after riots in the old town.", "riots", {"type": "PROTEST"}, None),
        ("They set a curfew from 9 p.m. to 5 a.m.", "curfew", {"type": "COERCE", "mode": "curfew"}, None),
        ("She demands a vote and is calling people to the port on Sunday.", "demands", {"type": "REQUEST"}, None),
    ],
)
def test_whose_day_it_is(parser: Parser, text: str, word: str, fields: dict[str, Any], expected: str | None) -> None:
    reading = coded(parser, text, {word: fields})
    time = reading.events[0].time
    assert (time and str(time.from_)) == expected


def test_a_court_does_not_sit_on_the_day_of_what_it_tries(parser: Parser) -> None:
    text = "A court jailed two men over an attack on a coach in April 2017."
    reading = coded(parser, text, {"jailed": {"type": "SANCTION"}, "attack": {}})
    assert [m.time and m.time.from_ for m in reading.events] == [None, date(2017, 4, 1)]


def test_a_headline_has_the_day_of_what_it_announces(parser: Parser) -> None:
    text = "Two shot dead in Varna\n\nSoldiers shot two men in Varna on Tuesday. A crowd gathered."
    reading = coded(parser, text, {"shot dead": {}, "shot two": {}})
    assert [days(m.time) for m in reading.events] == [
        ("2024-04-30", "2024-05-01", "inherited"),
        ("2024-04-30", "2024-05-01", "stated"),
    ]
    plain = coded(parser, text.replace("Varna\n", "Varna.\n"), {"shot dead": {}, "shot two": {}}, published=None)
    assert plain.events[0].time is None


def test_before_dawn_on_a_day_the_narrative_is_there(parser: Parser) -> None:
    text = "Crowds marched through the port on Wednesday, the mayor said.\n\n"
    text += "Before dawn on Thursday police stormed a house. They kicked a boy."
    reading = coded(parser, text, {"kicked": {}})
    assert days(reading.events[0].time) == ("2024-05-02", "2024-05-03", "inherited")


@pytest.mark.parametrize(
    ("text", "word", "status"),
    [
        ("Poland recalled its envoy on Thursday after Minsk expelled two diplomats.", "expelled", "occurred"),
        ("The two armies agreed on Thursday to withdraw from the bridge.", "withdraw", "planned"),
    ],
)
def test_a_day_of_the_verb_above_is_not_stated_for_the_clause_below(
    parser: Parser, text: str, word: str, status: str
) -> None:
    found = when(parser, text, word, status=status)
    assert found is None or found.basis != "stated"


CHRONOLOGY = """3 April: Women block a road in Lodja.

9 April: Police clear it. The mayor blames a union that had burned his car. About 40 men march to the gate.

20 April: They agree to talk on 30 May.
"""


@pytest.mark.parametrize(
    ("word", "type_", "expected"),
    [
        ("clear", "COERCE", ("2024-04-09", "2024-04-10", "stated")),
        ("blames", "ACCUSE", ("2024-04-09", "2024-04-10", "stated")),  # also what is said in a later sentence
        ("march", "PROTEST", ("2024-04-09", "2024-04-10", "stated")),
        ("agree", "AGREE", ("2024-04-20", "2024-04-21", "stated")),
        ("burned", "ASSAULT", None),  # looked back at
    ],
)
def test_an_entry_hands_its_date_to_its_paragraph(
    parser: Parser, word: str, type_: str, expected: tuple[str, str, str] | None
) -> None:
    found = days(when(parser, CHRONOLOGY, word, type=type_))
    assert found == expected


def test_what_an_entry_plans_is_not_of_its_date(parser: Parser) -> None:
    assert when(parser, CHRONOLOGY.replace(" on 30 May", ""), "talk", type="CONSULT", status="planned") is None


def test_a_toll_has_the_day_on_which_people_died(parser: Parser) -> None:
    text = "A bomb tore up a bus in Puno on Monday. Police confirmed the attack but put the toll at eight."
    bomb, toll = coded(parser, text, {"tore": {"mode": "bombing"}, "put the toll": {"mode": "bombing"}}).events
    assert bomb.time is not None
    assert toll.time is not None
    assert (toll.time.from_, toll.time.basis) == (bomb.time.from_, "inherited")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A truce reached last August ended three days of fighting in Puno.", None),
        ("The truce ended three days of fighting in Puno.", None),
        ("A truce on Thursday ended three days of fighting in Puno.", date(2024, 4, 29)),
        ("Three teachers were hurt in three days of fighting in Puno.", date(2024, 4, 30)),
    ],
)
def test_days_of_what_was_ended_are_not_counted_from_today(parser: Parser, text: str, expected: date | None) -> None:
    time = when(parser, text, "fighting", mode="armed-clash")
    assert (time.from_ if time is not None and time.basis == "stated" else None) == expected


@pytest.mark.parametrize(
    ("last", "word", "kind", "expected"),
    [
        ("The bombing shocked the town.", "bombing", "bombing", "2024-03-03"),
        ("Many spoke of that blast.", "blast", None, "2024-03-03"),
        ("Bombings shocked the town.", "Bombings", "bombing", None),
        ("The shooting shocked the town.", "shooting", "shooting", None),
        ("A bomb hurt two on 9 March. The bombing shocked the town.", "bombing", "bombing", None),
    ],
)
def test_known_violence_was_on_the_one_day_of_its_kind(
    parser: Parser, last: str, word: str, kind: str | None, expected: str | None
) -> None:
    text = f"A bomb killed nine people on 3 March. The minister flew in on Monday. He met nurses. {last}"
    words: dict[str, dict[str, Any]] = {
        "killed": {"mode": "bombing"}, "flew": {"type": "CONSULT", "mode": "visit"}, word: {"mode": kind},
    }  # fmt: skip
    if "hurt" in last:
        words["hurt"] = {"mode": "bombing"}
    found = next(m for m in coded(parser, text, words).events if m.trigger.text == word)
    day = str(found.time.from_) if found.time is not None else None
    assert day == expected if expected else day != "2024-03-03"


@pytest.fixture(scope="module")
def coder() -> Pipeline:
    return make_coder()


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("Police said on Tuesday that they had arrested 14 foreigners.", "COERCE", None),
        ("The army said Tuesday it killed eight rebels near Oran.", "ASSAULT", None),
        ("Eight rebels were killed near Oran, the army said on Tuesday.", "ASSAULT", None),
        ("The army said that on Tuesday it killed eight rebels near Oran.", "ASSAULT", "2024-04-30"),
        ("The army killed eight rebels near Oran on Tuesday, the minister said.", "ASSAULT", "2024-04-30"),
    ],
)
def test_a_deed_is_not_of_the_day_on_which_it_is_told(
    coder: Pipeline, text: str, kind: str, expected: str | None
) -> None:
    assert day_of(coder, text, kind) == expected
