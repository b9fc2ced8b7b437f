"""The gazetteer in use: look-ups by name, and the places behind the rows."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from dateline.reference.gazetteer import names, packed, supplement
from dateline.reference.gazetteer.build import FEATURES

Rows = NDArray[np.int32]
_EMPTY: tuple[Rows, NDArray[np.uint8]] = (np.empty(0, np.int32), np.empty(0, np.uint8))
FEATURE_NUMBER = {name: number for number, name in enumerate(FEATURES)}
_REGIONS = frozenset(("RGN", "CONT", "SEA", "OCN", "GULF", "STRT", "CHN", "MTS"))


@dataclass(frozen=True, slots=True)
class Place:
    """One entry. row: its number in the index; country: ISO 3166-1 alpha-3; admin1: name of the first-level subdivision.

    geonameid: None for airports, regions and spots that the sources give no id for. lat, lon: WGS 84 degrees.
    """

    row: int
    geonameid: int | None
    name: str
    feature: str
    country: str | None
    admin1: str | None
    lat: float
    lon: float
    population: int

    @property
    def precision(self) -> str:
        """Return what the point stands for: venue, town, admin2, admin1, country or region."""
        if self.feature in _REGIONS:
            return "region"
        return {"PCLI": "country", "ADM1": "admin1", "ADM2": "admin2", "AIRP": "venue", "S": "venue"}.get(
            self.feature, "town"
        )


@dataclass(frozen=True, slots=True)
class Match:
    """A place that a name may mean. quality: 0 its own name, 1 an official form, 2 an alternate name, 3 derived."""

    place: Place
    quality: int


class Gazetteer:
    """A mapped index, shared by all processes that open it; read-only."""

    def __init__(self, arrays: packed.Arrays, meta: dict[str, Any], path: Path | None = None) -> None:
        self.path = path
        self.version = "-".join(filter(None, (meta["version"], meta.get("dump"), supplement.fingerprint())))
        self.feature: NDArray[np.uint8] = arrays["feature"]
        self.lat: NDArray[np.float32] = arrays["lat"]
        self.lon: NDArray[np.float32] = arrays["lon"]
        self.population: NDArray[np.int32] = arrays["population"]
        self.country: NDArray[np.uint16] = arrays["country"]
        self.admin1: Rows = arrays["admin1"]
        self.admin2: Rows = arrays["admin2"]
        self._arrays = arrays
        self._meta = meta
        self._iso3: list[str] = [iso3 for _, iso3 in meta["countries"]]
        self._codes: dict[str, int] = meta["codes"]
        self._cached_rows = lru_cache(maxsize=1 << 14)(self._find)
        self._cached_standing = lru_cache(maxsize=1 << 14)(self._standing)
        self._cached_place = lru_cache(maxsize=1 << 13)(self._place)

    def __len__(self) -> int:
        return len(self.feature)

    def info(self) -> dict[str, Any]:
        """Return path, version, data packages with version and licence, and counts by GeoNames feature."""
        return {
            "path": str(self.path) if self.path else None,
            "version": self.version,
            "places": len(self),
            "names": len(self._arrays["exact_code"]),
            "bytes": sum(array.nbytes for array in self._arrays.values()),
            "packages": {
                name: {"version": v, "licence": licence} for name, (v, licence) in self._meta["packages"].items()
            },
            "counts": dict(self._meta["counts"]),
        }

    def lookup(self, name: str) -> tuple[Match, ...]:
        """Return what a name may mean, the most populous first; case, diacritics and hyphens do not matter."""
        key = names.key(name)
        rows, qualities = self.rows(key)
        if not len(rows):
            rows, qualities = self.rows(names.bare(key.removeprefix("the ")))
        found = [Match(self.place(int(row)), int(quality)) for row, quality in zip(rows, qualities, strict=True)]
        return tuple(sorted(found, key=lambda m: (-m.place.population, m.quality, m.place.row)))

    def rows(self, key: str) -> tuple[Rows, NDArray[np.uint8]]:
        """Return the rows filed under a key (`names.key`) and how the name belongs to each."""
        return self._cached_rows("exact", key)

    def standing(self, key: str) -> tuple[int, bool, bool]:
        """Return of a key's places the most inhabitants, whether one is an area, and whether all have it as an alternate."""
        return self._cached_standing(key)

    def _standing(self, key: str) -> tuple[int, bool, bool]:
        rows, qualities = self.rows(key)
        areas = np.isin(self.feature[rows], [FEATURE_NUMBER[n] for n in ("PCLI", "ADM1", "RGN", "CONT")])
        return int(self.population[rows].max(initial=0)), bool(areas.any()), bool((qualities > 1).all())

    def alike(self, key: str) -> Rows:
        """Return the rows whose names sound like the key: other romanisations of one name. Callers check the spelling."""
        sound = names.skeleton(key)
        return self._cached_rows("sound", sound)[0] if len(sound) >= 3 else _EMPTY[0]

    def _find(self, table: str, key: str) -> tuple[Rows, NDArray[np.uint8]]:
        codes = self._arrays[f"{table}_code"]
        wanted = np.uint64(names.code(key))
        i = int(codes.searchsorted(wanted))
        if i == len(codes) or codes[i] != wanted:
            return _EMPTY
        ends = self._arrays[f"{table}_end"]
        span = slice(int(ends[i - 1]) if i else 0, int(ends[i]))
        return self._arrays[f"{table}_row"][span], self._arrays[f"{table}_quality"][span]

    def place(self, row: int) -> Place:
        """Return the place in a row."""
        return self._cached_place(row)

    def _place(self, row: int) -> Place:
        ids, admin1 = int(self._arrays["geonameid"][row]), int(self.admin1[row])
        return Place(
            row=row, geonameid=ids or None, name=self.name(row), feature=FEATURES[self.feature[row]],
            country=self.country_code(row), admin1=self.name(admin1) if admin1 >= 0 else None,
            lat=round(float(self.lat[row]), 5), lon=round(float(self.lon[row]), 5), population=int(self.population[row]),
        )  # fmt: skip

    def name(self, row: int) -> str:
        """Return the main name of a row."""
        ends = self._arrays["name_end"]
        first = int(ends[row - 1]) if row else 0
        return self._arrays["name"][first : int(ends[row])].tobytes().decode()

    def country_code(self, row: int) -> str | None:
        """Return the alpha-3 code of a row's country."""
        number = int(self.country[row])
        return self._iso3[number] if number < len(self._iso3) else None

    def row_of(self, code: str) -> int | None:
        """Return the row of a country (alpha-2) or a first-level subdivision (GeoNames code, "US.TX")."""
        return self._codes.get(code)

    @cached_property
    def demonyms(self) -> dict[str, int]:
        """Return rows by adjective or inhabitant's name as written ("Iranian", "Iranians")."""
        data = supplement.demonyms()
        out: dict[str, int] = {}
        for code, words in data.of.items():
            if (row := self.row_of(code)) is not None:
                out |= {form: row for word in words for form in (word, _plural(word))}
        for region, words in data.of_region.items():
            rows, _ = self.rows(names.key(region))
            if len(rows):
                out |= {form: int(rows[-1]) for word in words for form in (word, _plural(word))}
        return out

    @cached_property
    def abbreviations(self) -> dict[str, int]:
        """Return rows by short form that may stand alone ("U.S.")."""
        return self._short_forms(supplement.abbreviations().alone)

    @cached_property
    def behind_a_place(self) -> dict[str, int]:
        """Return rows by short form that counts only behind a place and a comma ("Ore.")."""
        return self._short_forms(supplement.abbreviations().behind_a_place)

    def _short_forms(self, table: dict[str, tuple[str, ...]]) -> dict[str, int]:
        return {form: row for code, forms in table.items() if (row := self.row_of(code)) is not None for form in forms}


def _plural(word: str) -> str:
    return word if word.endswith(("ese", "s", "sh", "ch", "x", "men", "women")) else word + "s"
