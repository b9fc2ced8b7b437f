"""Places that lie near by."""

from __future__ import annotations

from dateline.records import MentionPlace
from dateline.resolve.place_points import near_by


def place(name: str, lat: float | None, lon: float | None) -> MentionPlace:
    return MentionPlace(
        toponym=0, name=name, geonameid=None, admin1=None, country="PER", lat=lat, lon=lon, precision="town", basis="inherited"
    )  # fmt: skip


def test_a_square_lies_near_its_town() -> None:
    square, town, far = place("Plaza Mayor", -12.05, -77.03), place("Lima", -12.1, -77.0), place("Cusco", -13.5, -72.0)
    assert near_by([square, town, far]) == [[0, 1], [0, 1], [2]]


def test_what_has_no_point_lies_near_itself_only() -> None:
    assert near_by([place("Belmora", None, None), place("Dorwa", None, None)]) == [[0], [1]]


def test_degrees_of_longitude_shrink_to_the_north() -> None:
    assert near_by([place("A", 69.0, 20.0), place("B", 69.0, 20.6)])[0] == [0, 1]
    assert near_by([place("A", 0.0, 20.0), place("B", 0.0, 20.6)])[0] == [0]
