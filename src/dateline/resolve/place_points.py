"""Which places lie near by: a town and the square in it are one spot for whoever asks whether a happening was there at all."""

from __future__ import annotations

from collections.abc import Sequence
from math import cos, hypot, radians

from dateline.records import MentionPlace

_NEAR_KM = 30.0
_KM_A_DEGREE = 111.2


def near_by(places: Sequence[MentionPlace]) -> list[list[int]]:
    """Return for each place the indexes of those that lie near it, its own among them."""
    return [[k for k, other in enumerate(places) if other is place or _is_near(place, other)] for place in places]


def _is_near(one: MentionPlace, other: MentionPlace) -> bool:
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return False
    if abs(one.lat - other.lat) * _KM_A_DEGREE > _NEAR_KM:
        return False
    east = (one.lon - other.lon) * cos(radians((one.lat + other.lat) / 2))
    return _KM_A_DEGREE * hypot(one.lat - other.lat, east) <= _NEAR_KM
