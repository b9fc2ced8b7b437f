import pytest

from dateline.errors import DataError
from dateline.reference.gazetteer import sources
from dateline.reference.gazetteer.sources import Sources


def test_the_installed_packages_give_their_tables() -> None:
    data = Sources()
    assert set(data.versions()) == {name for name, _, _ in sources.PACKAGES}
    assert data.countries["PE"].iso3 == "PER"
    assert data.subdivisions[0][6] in "0123"
    assert all(-90 <= lat <= 90 for lat, _ in data.points().values())
    assert all(row["iata"] for row in data.airports())
    assert data.cldr_names()["PE"] == "Peru"


def test_a_missing_package_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sources, "PACKAGES", (("no-such-package", "no_such", ""),))
    with pytest.raises(DataError, match="no-such-package"):
        Sources().versions()


def test_a_missing_file_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sources, "find_spec", lambda _: None)
    with pytest.raises(DataError, match="airportsdata"):
        list(Sources().airports())
