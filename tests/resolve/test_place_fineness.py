"""How fine a name is, and which names may be spots within others."""

from __future__ import annotations

from typing import Any

import pytest

from dateline.records import Span, Toponym
from dateline.resolve.place_fineness import fineness, lies_within


def toponym(precision: str | None, **fields: Any) -> Toponym:
    """Return a name in Peru, at 12 south and 77 west unless told otherwise."""
    known = {"feature": "P", "country": "PER", "admin1": "15", "lat": -12.0, "lon": -77.0, **fields}
    return Toponym(span=Span(0, 4), text="Lima", kind="literal", precision=precision, **known)


def test_a_spot_is_finer_than_a_town_and_a_town_than_its_country() -> None:
    rows = [toponym("venue"), toponym("town"), toponym("admin2"), toponym("admin1"), toponym("country")]
    found = [fineness(row) for row in rows]
    assert found == sorted(found, reverse=True)
    assert len(set(found)) == len(found)
    assert fineness(toponym("town", feature="AIRP")) == fineness(toponym("venue"))
    assert fineness(toponym(None)) == fineness(toponym("town"))


@pytest.mark.parametrize(
    ("outer", "fields", "expected"),
    [
        ("country", {"admin1": "08"}, True),
        ("country", {"country": "BOL"}, False),
        ("country", {"country": None}, True),
        ("admin1", {}, True),
        ("admin1", {"admin1": "08"}, False),
        ("town", {"lat": -12.4}, True),
        ("town", {"lat": -12.6}, False),
        ("town", {"lon": -77.9}, True),
        ("town", {"lon": -78.1}, False),
        ("town", {"lat": None}, True),
    ],
)
def test_a_town_or_square_may_lie_within_what_is_wider(outer: str, fields: dict[str, Any], expected: bool) -> None:
    assert lies_within(toponym("venue", **fields), toponym(outer)) is expected
