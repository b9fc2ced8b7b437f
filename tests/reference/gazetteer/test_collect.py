import pytest

from dateline.reference.gazetteer.collect import mean_point, raw_places
from tests.small_gazetteer import SmallSources


def test_every_place_has_a_point() -> None:
    assert all(place.lat is not None and place.lon is not None for place in raw_places(SmallSources()))


def test_subdivisions_without_a_point_lie_among_their_towns() -> None:
    (lamar,) = [p for p in raw_places(SmallSources()) if p.name == "Lamar County"]
    assert (lamar.lat, lamar.lon) == pytest.approx((33.66094, -95.55551), abs=1e-4)
    assert lamar.population == 24_782


def test_airport_codes_and_lower_case_transliterations_are_no_names() -> None:
    (baghdad,) = [p for p in raw_places(SmallSources()) if p.name == "Baghdad"]
    assert baghdad.names == ["Bagdad"]
    assert baghdad.feature == "PPLC"


def test_the_mean_of_points_minds_the_date_line() -> None:
    lat, lon = mean_point([(0.0, 179.0), (0.0, -179.0)])
    assert lat == pytest.approx(0.0)
    assert abs(lon) == pytest.approx(180.0)


def test_towns_that_the_packages_lack_come_from_the_supplement() -> None:
    found = [p for p in raw_places(SmallSources()) if p.name == "Pochalla"]
    assert [(p.country, p.feature, p.names) for p in found] == [("SS", "P", ["Pochala"])]
