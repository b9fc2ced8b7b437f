"""Toponyms as the places of mentions, and the place of the dateline."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from dateline.annotate.parse import Parser
from dateline.records import Reading, Span, Toponym
from dateline.resolve.mention_places import dateline_place, mention_place
from tests import factory


def told(parser: Parser, text: str, name: str) -> Reading:
    start = text.index(name)
    town = Toponym(
        span=Span(start, start + len(name)), text=name, name=name.title(), feature="P", precision="town", country="PER",
        lat=1.0, lon=2.0,
    )  # fmt: skip
    return replace(parser(factory.reading(text)), toponyms=(town,))


@pytest.mark.parametrize(
    "head",
    [
        "LIMA, May 3 (Agency) - ", "LIMA — ", "LIMA, 2 May 2024.\n", "Lima, 3 May (AGE).- ", "Lima, AGE- ",
        "LIMA, Peru (AGE)_ ", "LIMA (AGE) _\n\n",
    ],
)  # fmt: skip
def test_a_dateline_opens_the_text(parser: Parser, head: str) -> None:
    place = dateline_place(told(parser, f"{head}Police arrested two people.", head[:4]))
    assert place is not None
    assert (place.name, place.basis) == ("Lima", "document")


def test_a_dateline_may_stand_behind_the_title(parser: Parser) -> None:
    titled = "Two held over fire. LIMA (AGE) -- Police arrested two people."
    place = dateline_place(told(parser, titled, "LIMA"))
    assert place is not None
    assert place.name == "Lima"
    assert dateline_place(told(parser, titled.replace("LIMA", "Lima"), "Lima")) is None
    assert dateline_place(told(parser, "Two held, says LIMA (AGE) -- a first.", "LIMA")) is None


def test_a_name_within_the_text_is_no_dateline(parser: Parser) -> None:
    assert dateline_place(told(parser, "Police in Lima arrested two people - again.", "Lima")) is None


def test_an_unlisted_town_has_no_point() -> None:
    place = mention_place(
        Toponym(span=Span(0, 4), text="Imba", name="Imba", lat=1.0, lon=2.0, precision="town"), 0, "stated"
    )
    assert (place.lat, place.lon, place.precision) == (None, None, None)
    assert place.unresolved["lat"] == "no-point"
