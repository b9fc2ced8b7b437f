"""Where each time stands, and where the outlet's narrative is."""

from __future__ import annotations

from datetime import date

import pytest
from msgspec.structs import replace

from dateline.annotate.parse import Parser
from dateline.annotate.times import TagTimes
from dateline.records import Span, Time, Voice
from dateline.reference.times import load_time_grammar
from dateline.resolve.told import Told, is_day
from tests import factory

TAG, GRAMMAR = TagTimes(), load_time_grammar()
PUBLISHED = date(2024, 5, 3)  # a Friday


def told(parser: Parser, text: str, *voices: Voice) -> Told:
    reading = factory.reading(text, published=PUBLISHED)
    return Told(TAG(parser(replace(reading, voices=(*reading.voices, *voices)))), GRAMMAR)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Gunmen attacked a bus on Tuesday.", "Tuesday"),
        ("Gunmen attacked a bus on Tuesday.\n\nPolice came.", "Tuesday"),
        ("Gunmen attacked a bus on Tuesday, police said on Thursday.", "Tuesday"),
        ("Gunmen attacked a bus on Tuesday. A march will be held on Sunday.", "Tuesday"),
        ("Gunmen attacked a bus on Tuesday. A man who was held on May 1 died.", "Tuesday"),
        ("Gunmen attacked a bus on Tuesday.\n\nThe club opened in 2016.", "2016"),
        ("Gunmen attacked a bus on Tuesday.\n\nThe club opened in 2016.\n\nPolice came.", "Tuesday"),
        ("The war ended on May 8, 1945.\n\nPolice came.", None),
        ("LIMA, May 2 (Agency) - Gunmen attacked a bus.", None),
        ("10:05 - Gunmen attacked a bus.", "10:05"),
    ],
)
def test_where_the_narrative_is(parser: Parser, text: str, expected: str | None) -> None:
    stated = told(parser, text).narrative(len(text) - 1)
    assert (stated and stated.time.text) == expected


def test_only_the_paragraph_counts_where_asked(parser: Parser) -> None:
    text = "Gunmen attacked a bus on Tuesday.\n\nPolice came."
    assert told(parser, text).narrative(len(text), beyond=False) is None


def test_when_something_was_said(parser: Parser) -> None:
    text = "On Thursday a spokesman said that crews were ready.\n\nThey left."
    made = told(parser, text)
    said = made.said(text.index("ready"))
    assert said is not None
    assert said.time.text == "Thursday"
    assert made.said(text.index("left")) is None


def test_stamps_head_their_line(parser: Parser) -> None:
    text = "10:05 - A crowd gathers.\n\nIt grew by 11:20 in the square."
    made = told(parser, text)
    stamp = made.stamp(text.index("crowd"))
    assert stamp is not None
    assert stamp.time.text == "10:05"
    assert made.stamp(text.index("square")) is None
    assert made.line(text.index("grew")) == text.index("It grew")


def test_a_voice_has_its_own_days(parser: Parser) -> None:
    words = "We marched on April 9. Then it rained."
    text = f"Gunmen attacked a bus on Tuesday.\n\n{words}"
    span = Span(text.index(words), len(text))
    voice = Voice(id="v1", parent="v0", kind="post", speaker=None, span=span, body=span, posted=PUBLISHED)
    made = told(parser, text, voice)
    day = made.before_in_voice(voice, text.index("rained"))
    assert day is not None
    assert day.time.text == "April 9"
    assert made.before_in_voice(voice, text.index("We")) is None
    outlet = made.narrative(text.index("rained"))
    assert outlet is not None
    assert outlet.time.text == "Tuesday"


def test_is_day() -> None:
    day = Time(
        span=Span(0, 1),
        text="x",
        type="DATE",
        value="2024-05-03",
        from_=PUBLISHED,
        to=date(2024, 5, 4),
        precision="day",
    )
    assert is_day(day)
    assert not is_day(replace(day, precision="month"))
    assert not is_day(None)


def test_both_ends_of_a_range_are_the_whole(parser: Parser) -> None:
    made = told(parser, "Crews worked from Monday to Wednesday.").in_sentence(0, "v0")
    assert [(s.time.from_, s.time.to, s.time.precision) for s in made] == [
        (date(2024, 4, 29), date(2024, 5, 2), "range")
    ] * 2


def test_recent_days_are_those_of_the_last_weeks(parser: Parser) -> None:
    found = told(parser, "Gunmen attacked a bus on Tuesday.\n\nOn March 2 and on May 8, 1945, they marched.")
    assert [s.time.text for s in found.recent()] == ["Tuesday"]


def test_a_headline_is_a_line_without_a_stop(parser: Parser) -> None:
    found = told(parser, "Two shot in Varna\n\nSoldiers shot two men.\n\nThe end")
    assert [found.is_headline(at) for at in (4, 25, 45)] == [True, False, False]


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("The ministry gave two envoys three days to leave on Tuesday.", "gave"),
        ("The ministry gave two envoys three days to leave today.", "leave"),
        ("The crowd began to leave on Tuesday.", "leave"),
    ],
)
def test_a_day_gone_by_behind_an_order_is_the_orders(parser: Parser, text: str, verb: str) -> None:
    stated = told(parser, text).dated()[-1]
    assert stated.verb is not None
    assert stated.verb.text == verb


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("A group known as the Column had on Tuesday freed two men.", "freed"),
        ("Men who fled on Tuesday gave up.", "fled"),
    ],
)
def test_a_time_behind_the_auxiliary_is_the_main_verbs(parser: Parser, text: str, verb: str) -> None:
    (stated,) = told(parser, text).dated()
    assert stated.verb is not None
    assert stated.verb.text == verb
