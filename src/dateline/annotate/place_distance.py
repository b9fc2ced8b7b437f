"""Spots told by distance and direction from a known place: "Belmora, about 40 km north-west of Gao"."""

from __future__ import annotations

import math
import re

_KM = {"km": 1.0, "kilometre": 1.0, "kilometer": 1.0, "mile": 1.609}
_KM_A_DEGREE = 111.2
_POINTS = ("north", "east", "south", "west")
_DISTANCE = re.compile(
    r"""
    ^\s? [,(]? \s? (?:a \s (?:village|town|hamlet|settlement|city) \s)?
    (?:(?:some|about|around|roughly|nearly|almost|just|over|under|more \s than|less \s than|only) \s)*
    (?P<number>\d{1,3}(?:[.,]\d)?) \s? -? (?P<unit>km|kilomet(?:re|er)s?|miles?) \s?
    (?:\( [^()]{2,20} \) \s?)? (?:(?:to \s the|away \s to \s the|further) \s)?
    (?P<first>north|south|east|west) -? (?P<second>east|west)? (?:ern)? \s of \s
    """,
    re.VERBOSE | re.IGNORECASE,
)
_TO_NAME = re.compile(
    r"(?:the (?:\w+ )?(?:city|town|capital|village|port)(?:,| of)? |nearby |central )?$", re.IGNORECASE
)

Point = tuple[float, float]


def is_measured(behind: str) -> bool:
    """Tell whether the text behind a name says how far it lies from another place."""
    return _DISTANCE.match(behind) is not None


def measured_point(between: str, base: Point) -> Point | None:
    """Return the point that the words between two names tell, from the point of the second; None where they tell none.

    base: latitude and longitude in degrees. A direction between two of the four ("south-west") is halfway.
    """
    found = _DISTANCE.match(between)
    if found is None or _TO_NAME.fullmatch(between[found.end() :]) is None:
        return None
    unit = found["unit"].lower()
    km = float(found["number"].replace(",", ".")) * (_KM[unit] if unit in _KM else _KM[unit.removesuffix("s")])
    bearing = _bearing(found["first"].lower(), (found["second"] or "").lower())
    lat = base[0] + km * math.cos(bearing) / _KM_A_DEGREE
    lon = base[1] + km * math.sin(bearing) / (_KM_A_DEGREE * max(0.05, math.cos(math.radians(base[0]))))
    return (round(lat, 3), round(lon, 3)) if abs(lat) <= 90 and abs(lon) <= 180 else None


def _bearing(first: str, second: str) -> float:
    """Return the angle from north, clockwise, in radians."""
    quarter = _POINTS.index(first)
    if not second or quarter % 2:
        return quarter * math.pi / 2
    east = second == "east"
    degrees = (45 if east else 315) if first == "north" else (135 if east else 225)
    return math.radians(degrees)
