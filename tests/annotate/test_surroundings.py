"""A spot that the gazetteer lacks lies in the town that the text puts it in."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.pipeline import Pipeline, make_coder
from dateline.read import read_text
from dateline.records import Reading, Toponym

OSLO, BODO, LIMA, CUSCO = (59.9, 10.7), (67.3, 14.4), (-12.0, -77.0), (-13.5, -72.0)


@pytest.fixture(scope="module")
def coder() -> Pipeline:
    return make_coder()


def toponyms(coder: Pipeline, text: str, outlet: str = "Desk") -> list[Toponym]:
    (reading,) = coder.code([read_text(text, outlet=outlet, published=date(2024, 5, 10))])
    assert isinstance(reading, Reading)
    return list(reading.toponyms)


def point(coder: Pipeline, text: str, name: str, outlet: str = "Desk") -> tuple[float, float]:
    found = next(t for t in toponyms(coder, text, outlet) if t.text == name)
    assert found.lat is not None
    assert found.lon is not None
    return round(found.lat, 1), round(found.lon, 1)


@pytest.mark.parametrize(
    ("text", "town"),
    [
        ("In Cusco the march was banned. Students met on Kovalenko Square at noon.", CUSCO),
        ("Teachers walked through Cusco on Monday. A speaker fainted on Kovalenko Square.", CUSCO),
        ("The court in Cusco ruled on Monday. Students met on Kovalenko Square at noon.", LIMA),
        ("Families fear for a bridge that once stood in Cusco. Students met on Kovalenko Square.", LIMA),
        ("In Cusco the march was banned.\nStudents met on Kovalenko Square at noon.", LIMA),
    ],
)
def test_the_scene_of_a_paragraph_comes_before_the_town_of_the_outlet(
    coder: Pipeline, text: str, town: tuple[float, float]
) -> None:
    assert point(coder, text, "Kovalenko Square", "Lima Herald") == town


@pytest.mark.parametrize(
    ("text", "spot"),
    [
        ("Two boats burned in Bodø harbour. Police in Oslo, Norway, said so.", "Bodø harbour"),
        ("A fire went through Bodø market on Friday. Police in Oslo, Norway, said so.", "Bodø market"),
    ],
)
def test_a_small_town_in_the_name_of_a_spot_of_its_own(coder: Pipeline, text: str, spot: str) -> None:
    assert point(coder, text, spot) == BODO


@pytest.mark.parametrize(
    ("text", "spot"),
    [
        ("In Oslo, Norway, lorries blocked the Bodø road on Friday.", "Bodø road"),  # it leads there
        ("In Oslo, Norway, a crowd filled Bodø Square on Friday.", "Bodø Square"),
    ],
)
def test_a_spot_named_after_a_town_is_elsewhere(coder: Pipeline, text: str, spot: str) -> None:
    assert point(coder, text, spot) == OSLO


@pytest.mark.parametrize(
    "text",
    [
        "Two men were shot in the Belmora quarter of Lima. Cusco was calm. Families fled from Belmora at night.",
        "Cusco was calm. Two men were shot in Lima's Belmora district. Families fled from Belmora at night.",
        "Cusco was calm. Two men were shot in Belmora, a poor suburb of Lima. Families fled from Belmora at night.",
        "Cusco was calm. Two men were shot in the Molde district of Lima. Families fled from Molde at night.",
        "Cusco was calm. Two men were shot in Lima's Molde district. Families fled from Molde at night.",
    ],
)
def test_a_quarter_lies_in_its_town_throughout(coder: Pipeline, text: str) -> None:
    found = [t for t in toponyms(coder, text) if t.text in ("Belmora", "Molde")]
    assert [(t.country, t.feature, round(t.lat or 0)) for t in found] == [("PER", "PPLX", -12)] * 2


def test_a_town_is_no_quarter_of_what_is_named_beside_it(coder: Pipeline) -> None:
    text = "Snow fell in Bodø, a town in Norway. Miners met in the Urals town of Pervouralsk in Russia."
    found = {t.text: t for t in toponyms(coder, text)}
    assert found["Bodø"].geonameid is not None
    assert found["Pervouralsk"].geonameid is not None


def test_a_large_town_with_its_level_owns_what_follows(coder: Pipeline) -> None:
    found = {t.text for t in toponyms(coder, "A bus burned in Cebu City's Belmora district on Friday.")}
    assert found == {"Cebu City", "Belmora"}
