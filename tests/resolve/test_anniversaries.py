"""The day of what an anniversary remembers."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.annotate.parse import Parser
from dateline.annotate.times import TagTimes
from dateline.reference.times import load_time_grammar
from dateline.resolve.anniversaries import day_remembered, years_remembered
from dateline.resolve.told import Told
from tests import factory

TAG, GRAMMAR = TagTimes(), load_time_grammar()
PUBLISHED = date(2024, 5, 3)  # a Friday


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("They marked the fifth anniversary of the fire.", 5),
        ("They marked the 40th anniversary of the fire.", 40),
        ("They marked the anniversary of the fire.", None),
        ("They marked the cause of the fire.", None),
    ],
)
def test_years(parser: Parser, text: str, years: int | None) -> None:
    parse = parser(factory.reading(text)).grammar()
    trigger = parse.at(text.index("fire"))
    assert trigger is not None
    found = years_remembered(parse, trigger, GRAMMAR)
    assert (found and found[1]) == years


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("On Tuesday they marked the fifth anniversary of the fire.", date(2019, 4, 30)),
        (
            "On Tuesday they marked the fifth anniversary of the fire. It broke out on May 2, 2019.",
            date(2019, 5, 2),
        ),
    ],
)
def test_the_day_remembered(parser: Parser, text: str, day: date) -> None:
    reading = TAG(parser(factory.reading(text, published=PUBLISHED)))
    marked = Told(reading, GRAMMAR).in_sentence(0, "v0")[0]
    when = day_remembered(marked, 5, reading.times)
    assert when is not None
    assert (when.from_, when.precision) == (day, "day")


def test_years_before_the_calendar_are_no_day(parser: Parser) -> None:
    reading = TAG(parser(factory.reading("On Tuesday they met.", published=PUBLISHED)))
    marked = Told(reading, GRAMMAR).in_sentence(0, "v0")[0]
    assert day_remembered(marked, 999_999, reading.times) is None
