"""Points told by distance and direction from a known place."""

from __future__ import annotations

import pytest

from dateline.annotate.place_distance import is_measured, measured_point

BASE = (10.0, 20.0)


@pytest.mark.parametrize(
    ("between", "point"),
    [
        (", 111.2 km north of ", (11.0, 20.0)),
        (", about 55.6 kilometres south of the city of ", (9.5, 20.0)),
        (" (a village some 111 kilometers to the east of ", (10.0, 21.014)),
        (", 10 miles (16 km) south-west of ", (9.898, 19.896)),
        (", just 30km northeast of ", (10.191, 20.194)),
    ],
)
def test_the_point_is_counted_from_the_known_place(between: str, point: tuple[float, float]) -> None:
    assert measured_point(between, BASE) == pytest.approx(point, abs=0.003)


@pytest.mark.parametrize(
    "between", [", north of ", ", 40 km from ", " and 3 km of road in ", ", 40 km north of Mali, in "]
)
def test_without_number_and_direction_there_is_no_point(between: str) -> None:
    assert measured_point(between, BASE) is None


def test_what_is_measured_is_a_place() -> None:
    assert is_measured(", 25 miles north of Gao.")
    assert not is_measured(" walked 25 miles north of Gao.")
