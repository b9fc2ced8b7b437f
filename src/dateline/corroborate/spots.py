"""How far two places can be one: by name, by point and by how fine they are."""

from __future__ import annotations

import math

from dateline.corroborate.judgement import NEVER
from dateline.corroborate.names import Name, same_name
from dateline.corroborate.statement import Spot

NAMESAKES = "places of one name far apart"
_SAME_NAME_KM = 50.0
_ONE_POINT_KM = 0.1
_KM = {(0, 0): 2.0, (0, 1): 25.0, (1, 1): 3.0}  # by ranks: how far two points of one place lie apart


def compare_spots(a: Spot, b: Spot) -> tuple[float, str]:
    """Return points for two places and the reason."""
    if a.country and b.country and a.country != b.country:
        return NEVER, "other country"
    alike = a.name == b.name or same_name(
        Name(tuple(a.name.split()) or ("",), True), Name(tuple(b.name.split()) or ("",), True)
    )
    low, high = sorted((a.rank, b.rank))
    if high >= 3:
        return _coarse_spots(a, b, low, alike)
    if a.geonameid is not None and a.geonameid == b.geonameid:
        return 2.0, "same place"
    if a.point is None or b.point is None:
        return (1.6, "place of the same name") if alike else (-1.0, "place of another name")
    km = distance_km(a.point, b.point)
    if alike:
        return (2.0, "same place") if km <= _SAME_NAME_KM else (NEVER, NAMESAKES)
    if km <= _ONE_POINT_KM and None in (a.geonameid, b.geonameid):  # what the gazetteer lacks has its town's point
        return (-1.5, "spots of one town") if a.geonameid == b.geonameid else (0.5, "spot inside the town")
    reach = _KM.get((low, high), 40.0)
    if km <= reach:
        return 0.5, f"places {km:.0f} km apart"
    return (-1.0, f"places {km:.0f} km apart") if km <= reach + 5 else (NEVER, f"places {km:.0f} km apart")


def _coarse_spots(a: Spot, b: Spot, low: int, alike: bool) -> tuple[float, str]:
    """Compare places of which one is a province, a country or a region."""
    if max(a.rank, b.rank) == 3 and a.admin1 and b.admin1 and a.admin1 != b.admin1 and not alike:
        return NEVER, "other province"
    if alike and a.rank == b.rank:
        return (1.6, "same province") if low == 3 else (1.0, "same country or region")
    if a.country and a.country == b.country:
        return (0.9, "place inside the province") if max(a.rank, b.rank) == 3 else (0.5, "place inside the country")
    return 0.0, "places not comparable"


def distance_km(a: tuple[float, float], b: tuple[float, float]) -> float:
    """Return the great-circle distance of two points (degrees of latitude and longitude)."""
    lat1, lon1, lat2, lon2 = map(math.radians, (*a, *b))
    h = math.sin((lat2 - lat1) / 2) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    return 12742 * math.asin(math.sqrt(min(1.0, h)))
