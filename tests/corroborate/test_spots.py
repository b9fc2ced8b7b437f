import pytest

from dateline.corroborate.judgement import NEVER
from dateline.corroborate.spots import compare_spots, distance_km
from dateline.corroborate.statement import Spot
from tests.corroborate.factory import BARDSIR, KERMAN


def spot(name: str, rank: int = 1, point: tuple[float, float] | None = None, country: str = "CHL", **more: int) -> Spot:
    return Spot(name, rank, point, country, "Biobio", more.get("geonameid"))


HARBOUR = (-36.71, -73.11)


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (spot("tome", geonameid=7), spot("tome centro", geonameid=7), (2.0, "same place")),
        (spot("tome", point=HARBOUR, country="CHL"), spot("tome", country="COL"), (NEVER, "other country")),
        (spot("tome"), spot("tome"), (1.6, "place of the same name")),
        (spot("tome"), spot("lota"), (-1.0, "place of another name")),
        (spot("tome", 1, HARBOUR), spot("tome", 1, (-27.0, -70.0)), (NEVER, "places of one name far apart")),
        (spot("tome", 1, HARBOUR, geonameid=7), spot("pier", 0, HARBOUR), (0.5, "spot inside the town")),
        (spot("pier", 0, HARBOUR), spot("market", 0, HARBOUR), (-1.5, "spots of one town")),
        (spot("chile", 4), spot("tome"), (0.5, "place inside the country")),
        (spot("biobio", 3), spot("biobio", 3), (1.6, "same province")),
    ],
)
def test_two_places(a: Spot, b: Spot, expected: tuple[float, str]) -> None:
    assert compare_spots(a, b) == compare_spots(b, a) == expected


def test_distance() -> None:
    assert round(distance_km((KERMAN[1], KERMAN[2]), (BARDSIR[1], BARDSIR[2]))) == 63
