import pytest

from tests.small_gazetteer import small_gazetteer


@pytest.mark.parametrize("name", ["Diwaniya", "ad-Diwaniyah", "Al Diwaniyah", "Diwaniyah"])
def test_articles_do_not_matter(name: str) -> None:
    assert [m.place.geonameid for m in small_gazetteer().lookup(name)] == [99347]


def test_the_most_populous_place_comes_first() -> None:
    found = [m.place for m in small_gazetteer().lookup("PARIS")]
    assert [(p.country, p.admin1) for p in found] == [("FRA", None), ("USA", "Texas")]


def test_precision_tells_what_the_point_is() -> None:
    gazetteer = small_gazetteer()
    kinds = {n: gazetteer.lookup(n)[0].place.precision for n in ("Iraq", "Texas", "Lamar County", "Lima", "Sahel")}
    assert kinds == {"Iraq": "country", "Texas": "admin1", "Lamar County": "admin2", "Lima": "town", "Sahel": "region"}
    assert gazetteer.lookup("Baghdad airport")[0].place.precision == "venue"


def test_harmful_aliases_are_not_found() -> None:
    assert small_gazetteer().lookup("EU") == ()
    assert len(small_gazetteer().lookup("Nice")) == 1


def test_short_forms_and_adjectives_point_at_rows() -> None:
    gazetteer = small_gazetteer()
    assert gazetteer.place(gazetteer.demonyms["Iraqis"]).name == "Iraq"
    assert gazetteer.place(gazetteer.abbreviations["U.S."]).country == "USA"
    assert gazetteer.place(gazetteer.behind_a_place["Va."]).name == "Virginia"
    assert "Va." not in gazetteer.abbreviations


def test_names_that_sound_alike_are_offered() -> None:
    gazetteer = small_gazetteer()
    assert "Tikrit" in {gazetteer.name(int(row)) for row in gazetteer.alike("tekreet")}


def test_unknown_names_give_nothing() -> None:
    assert small_gazetteer().lookup("Nowhereville") == ()
    assert small_gazetteer().row_of("ZZ") is None


def test_info_counts_and_names_the_licences() -> None:
    info = small_gazetteer().info()
    assert info["places"] == len(small_gazetteer())
    assert info["packages"]["babel"]["licence"].startswith("Unicode")
