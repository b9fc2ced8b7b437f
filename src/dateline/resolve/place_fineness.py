"""How fine a place is named, and whether a finer name may be a spot within a wider one, as a square is in a town."""

from __future__ import annotations

from dateline.records import Toponym

_NEAR_DEGREES = 0.5  # some 55 km north and south: a town and what lies about it
_FINENESS = {"venue": 5, "town": 4, "admin2": 3, "admin1": 2, "country": 1, "region": 0}


def fineness(toponym: Toponym) -> int:
    """Return how fine a spot the name is: a named spot above a town above its subdivision."""
    if toponym.feature in ("S", "AIRP"):
        return _FINENESS["venue"]
    return _FINENESS.get(toponym.precision or "town", 0)


def lies_within(inner: Toponym, outer: Toponym) -> bool:
    """Tell whether a finer name may be a spot within the place that stands nearest to the trigger."""
    if inner is outer:
        return True
    if fineness(outer) <= _FINENESS["admin2"]:
        same = inner.country == outer.country and (outer.precision == "country" or inner.admin1 == outer.admin1)
        return same or outer.country is None or inner.country is None
    if inner.lat is None or inner.lon is None or outer.lat is None or outer.lon is None:
        return True
    return abs(inner.lat - outer.lat) < _NEAR_DEGREES and abs(inner.lon - outer.lon) < 2 * _NEAR_DEGREES
