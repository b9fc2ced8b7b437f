import zipfile
from pathlib import Path

import pytest

from dateline.errors import DataError
from dateline.reference.gazetteer import Gazetteer, build, packed
from dateline.reference.gazetteer.dump import DumpSources
from dateline.reference.gazetteer.sources import Country
from tests.small_gazetteer import SmallSources

# id, name, other names, latitude, longitude, class, code, country, first level, second level, people
ROWS = [
    (3932488, "Republic of Peru", "Peru", "-10", "-75.25", "A", "PCLI", "PE", "00", "", "32000000"),
    (3691099, "Tumbes", "", "-3.83333", "-80.5", "A", "ADM1", "PE", "24", "", "200000"),
    (3691098, "Provincia de Zarumilla", "Zarumilla", "-3.5", "-80.25", "A", "ADM2", "PE", "24", "2403", "50000"),
    (3690899, "Zarumilla", "Sarumilla", "-3.50306", "-80.27306", "P", "PPLA2", "PE", "24", "2403", "20000"),
    (3936456, "Lima", "Ciudad de los Reyes", "-12.04318", "-77.02824", "P", "PPLC", "PE", "15", "", "7737002"),
    (9999001, "Old Lima", "", "-12.1", "-77.1", "P", "PPLH", "PE", "15", "", "0"),
    (9999002, "Puente de Piedra Bridge", "", "-12.04", "-77.03", "S", "BDG", "PE", "15", "", "0"),
]


class SmallDump(DumpSources):
    """A dump beside the countries of the small gazetteer."""

    versions = SmallSources.versions
    country_names = SmallSources.country_names
    airports = SmallSources.airports
    cldr_names = SmallSources.cldr_names

    @property
    def countries(self) -> dict[str, Country]:
        return SmallSources().countries


def line(row: tuple[object, ...]) -> str:
    number, name, other, lat, lon, kind, code, country, first, second, people = map(str, row)
    cells = [
        number,
        name,
        name,
        other,
        lat,
        lon,
        kind,
        code,
        country,
        "",
        first,
        second,
        "",
        "",
        people,
        "",
        "0",
        "",
        "",
    ]
    return "\t".join(cells)


def zipped(path: Path, name: str, lines: list[str]) -> Path:
    with zipfile.ZipFile(path, "w") as whole:
        whole.writestr("readme.txt", "x")
        whole.writestr(name, "\n".join(lines) + "\n")
    return path


@pytest.fixture
def dump(tmp_path: Path) -> Path:
    broken = ["1\tToo few", line(ROWS[4]).replace("-12.04318", "south"), line(ROWS[4]).replace("-12.04318", "-120")]
    lines = [line(row) for row in ROWS]
    return zipped(tmp_path / "allCountries.zip", "allCountries.txt", [*lines[:2], *broken, *lines[2:]])


@pytest.fixture
def names(tmp_path: Path) -> Path:
    rows = [
        "1\t3936456\tquz\tRimaq\t\t\t\t",
        "2\t3936456\tlink\thttps://example.org\t\t\t\t",
        "broken",
        "4\t7\tes\tNada\t\t\t\t",
    ]
    return zipped(tmp_path / "alternateNamesV2.zip", "alternateNamesV2.txt", [*rows, "5\t3936456\tes\tLimaq\t\t\t\t1"])


@pytest.fixture
def built(dump: Path, names: Path, tmp_path: Path) -> tuple[Gazetteer, list[str]]:
    said: list[str] = []
    build.pack(tmp_path / "index.bin", "v", SmallDump(dump, names), said.append)
    return Gazetteer(*packed.read(tmp_path / "index.bin")), said


def test_places_come_from_the_dump_with_their_areas(built: tuple[Gazetteer, list[str]]) -> None:
    gazetteer, _ = built
    (town,) = [m.place for m in gazetteer.lookup("Sarumilla")]
    assert (town.geonameid, town.admin1, town.country, town.precision) == (3690899, "Tumbes", "PER", "town")
    assert gazetteer.name(int(gazetteer.admin2[town.row])) == "Provincia de Zarumilla"
    assert gazetteer.lookup("Lima")[0].place.feature == "PPLC"
    assert gazetteer.lookup("Puente de Piedra Bridge")[0].place.precision == "venue"


def test_points_of_areas_and_countries_are_the_dumps_own(built: tuple[Gazetteer, list[str]]) -> None:
    gazetteer, _ = built
    tumbes, peru = (gazetteer.lookup(name)[0].place for name in ("Tumbes", "Peru"))
    assert (tumbes.lat, tumbes.lon) == pytest.approx((-3.83333, -80.5), abs=1e-4)
    assert (peru.lat, peru.lon) == pytest.approx((-10.0, -75.25))


def test_historical_places_and_names_are_left_out(built: tuple[Gazetteer, list[str]]) -> None:
    gazetteer, _ = built
    assert gazetteer.lookup("Old Lima") == gazetteer.lookup("Limaq") == ()
    assert gazetteer.lookup("https://example.org") == ()


def test_alternate_names_are_joined_by_id(built: tuple[Gazetteer, list[str]]) -> None:
    assert [m.place.name for m in built[0].lookup("Rimaq")] == ["Lima"]


def test_broken_lines_are_told_by_number_and_skipped(built: tuple[Gazetteer, list[str]]) -> None:
    told = [line for line in built[1] if line.startswith("skipped")]
    assert [line.split(" (")[0] for line in told] == [
        "skipped 3 broken lines of allCountries.zip: 3, 4, 5", "skipped 1 broken line of alternateNamesV2.zip: 3",
    ]  # fmt: skip


def test_the_index_tells_its_dump(dump: Path, built: tuple[Gazetteer, list[str]]) -> None:
    info = built[0].info()
    assert info["packages"]["GeoNames dump allCountries.zip"]["licence"] == "GeoNames, CC BY 4.0"
    assert len(info["version"].split("-")) == 3
    assert DumpSources(dump).dump() != DumpSources(dump, dump).dump()


def test_a_plain_text_is_read_too(dump: Path, tmp_path: Path) -> None:
    plain = tmp_path / "allCountries.txt"
    plain.write_text("\n".join(line(row) for row in ROWS), "utf-8")
    assert [c.name for c in DumpSources(plain).cities()] == [c.name for c in DumpSources(dump).cities()]


@pytest.mark.parametrize("content", [None, b"", b"PK\x03\x04 cut short"])
def test_what_is_no_dump_is_one_sentence(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "dump.zip"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(DataError, match=r"dump\.zip"):
        DumpSources(path)


def test_a_zip_without_a_text_is_refused(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "dump.zip", "w") as whole:
        whole.writestr("picture.png", "x")
    with pytest.raises(DataError, match=r"no \.txt"):
        DumpSources(tmp_path / "dump.zip")
