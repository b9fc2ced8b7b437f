"""Places that a clause tells without naming them."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from msgspec.structs import replace

import dateline
from dateline.records import Argument, Parse, Reading, Span, Toponym
from dateline.resolve.place_pairs import both_named, country_of_crowd
from tests import factory

ParseText = Callable[[str], Parse]


def reading(parse: ParseText, text: str, *names: str) -> Reading:
    spans = [Span(text.index(name), text.index(name) + len(name)) for name in names]
    toponyms = tuple(
        Toponym(span=span, text=span.of(text), name=span.of(text), kind="associative", precision="country")
        for span in spans
    )
    return factory.reading(text, parse=parse(text), toponyms=toponyms)


def test_both_takes_up_the_last_two_of_its_level(parse: ParseText) -> None:
    text = "As Malians and Nigeriens mark the day, scores rallied in squares of both countries."
    found = reading(parse, text, "Malians", "Nigeriens")
    start = text.index("rallied")
    assert both_named(Span(start, start + 7), found) == [0, 1]


def test_both_of_one_named_place_takes_up_none(parse: ParseText) -> None:
    text = "As Malians mark the day, scores rallied in squares of both countries."
    start = text.index("rallied")
    assert both_named(Span(start, start + 7), reading(parse, text, "Malians")) == []


def test_envoys_of_both_meet_in_neither(parse: ParseText) -> None:
    text = "As Malians and Nigeriens mark the day, the envoys of both countries met him."
    start = text.index("met")
    assert both_named(Span(start, start + 3), reading(parse, text, "Malians", "Nigeriens")) == []


def test_a_crowd_that_goes_by_its_peoples_name(parse: ParseText) -> None:
    text = "Thousands of Malians marched."
    crowd = Argument(role="actor", span=Span(0, 20), text=text[:20])
    mention = factory.mention("PROTEST", start=21, word="marched")
    found = reading(parse, text, "Malians")
    assert country_of_crowd(replace(mention, arguments=(crowd,)), found) == 0
    assert country_of_crowd(mention, found) is None
    assert country_of_crowd(replace(mention, type="ACCUSE", arguments=(crowd,)), found) is None


@pytest.mark.parametrize(
    ("text", "type_", "expected"),
    [
        ("Kenyan police said on Tuesday they had arrested 14 men.", "COERCE", "KEN"),
        ("Kenyan police detained six men on Friday.", "COERCE", "KEN"),
        ("Police detained six men on Friday.", "COERCE", "GBR"),
        ("British police detained six men on Friday.", "COERCE", "GBR"),
        ("Kenyan nurses were attacked by two men on Friday.", "ASSAULT", "GBR"),
    ],
)
def test_police_act_in_their_own_country(text: str, type_: str, expected: str) -> None:
    before = "On Friday envoys met in London and spoke of the talks. Miners marched in London on Friday. "
    found = [m for m in dateline.code(before + text, published="2024-04-30").events if m.type == type_]
    assert [m.place.country for m in found if m.place is not None] == [expected]
