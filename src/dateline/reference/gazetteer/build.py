"""Packing raw places into the index's arrays: one row a place, two hashed tables from keys to rows.

Places come as a stream and leave a few dozen bytes each in number arrays, so that a full GeoNames dump fits into memory.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from dateline.reference.gazetteer import names, packed, supplement
from dateline.reference.gazetteer.collect import raw_places
from dateline.reference.gazetteer.sources import RawPlace, Sources

FEATURES = (
    "", "PCLI", "ADM1", "ADM2", "PPLC", "P", "AIRP", "RGN", "CONT", "SEA", "OCN", "GULF", "STRT", "CHN", "MTS", "S",
)  # fmt: skip
# How a name belongs to its place; the lower, the closer.
PRIMARY, OFFICIAL, ALTERNATE, DERIVED = 0, 1, 2, 3
_NONE = 65535
# Countries whose names come with Arabic articles: "Ad Diwaniyah" is "Diwaniyah" in the news.
_ARTICLE_LANGUAGES = frozenset(("ar", "fa"))
Progress = Callable[[str], None]
_COLUMNS = {
    "geonameid": "i", "lat": "f", "lon": "f", "population": "i", "feature": "B", "country": "H", "admin1": "i", "admin2": "i",
    "name_end": "I",
}  # fmt: skip
_TYPES = {
    "geonameid": np.int32, "lat": np.float32, "lon": np.float32, "population": np.int32, "feature": np.uint8,
    "country": np.uint16, "admin1": np.int32, "admin2": np.int32, "name_end": np.uint32,
}  # fmt: skip


def pack(path: Path, version: str, sources: Sources | None = None, progress: Progress | None = None) -> None:
    """Build the index from the sources and write it. Raises DataError, OSError."""
    say = progress or (lambda _: None)
    sources = sources or Sources()
    say("reading the places")
    packer = Packer(sources)
    for place in raw_places(sources):
        packer.add(place)
    packer.add_names(sources.alternate_names())
    for line in sources.complaints():
        say(line)
    say(f"packing {len(packer):,} places")
    arrays = packer.arrays()
    say(f"writing {path}")
    packed.write(path, arrays, packer.meta(version))


class _Table:
    """A look-up table in the making: entries of a key's code, a row and how the name belongs to it."""

    def __init__(self) -> None:
        self.codes, self.rows, self.qualities = array("Q"), array("i"), array("B")

    def add(self, key: str, row: int, quality: int) -> None:
        """Append one entry."""
        self.codes.append(names.code(key))
        self.rows.append(row)
        self.qualities.append(quality)

    def arrays(self, name: str) -> packed.Arrays:
        """Return the table: sorted 64-bit codes, where each code's rows end, rows, the closest quality of each."""
        codes, rows = np.frombuffer(self.codes, np.uint64), np.frombuffer(self.rows, np.int32)
        qualities = np.frombuffer(self.qualities, np.uint8)
        order = np.lexsort((qualities, rows, codes))
        codes, rows, qualities = codes[order], rows[order], qualities[order]
        first = np.ones(len(codes), bool)
        first[1:] = (codes[1:] != codes[:-1]) | (rows[1:] != rows[:-1])
        unique, counts = np.unique(codes[first], return_counts=True)
        ends: NDArray[Any] = np.cumsum(counts).astype(np.uint32)
        return {
            f"{name}_code": unique, f"{name}_end": ends, f"{name}_row": rows[first], f"{name}_quality": qualities[first],
        }  # fmt: skip


class Packer:
    """Takes places one by one and holds them as columns and tables."""

    def __init__(self, sources: Sources) -> None:
        self._sources = sources
        self._countries = sorted(sources.countries)
        self._number = {iso: i for i, iso in enumerate(self._countries)}
        self._articles = _article_countries(sources)
        self._harmful = {names.key(h.name): h.kept for h in supplement.places().harmful}
        self._columns: dict[str, array[Any]] = {name: array(kind) for name, kind in _COLUMNS.items()}
        self._names = bytearray()
        self._codes: dict[str, int] = {}
        self._row_of: dict[str, int] = {}
        self._upper: dict[str, int] = {}
        self._counts: dict[str, int] = {}
        self._exact, self._sound = _Table(), _Table()

    def __len__(self) -> int:
        return len(self._columns["geonameid"])

    def add(self, place: RawPlace) -> None:
        """Append one place."""
        row = len(self)
        self._names += place.name.encode()
        values = (
            place.geonameid, place.lat, place.lon, min(place.population, 2**31 - 1), FEATURES.index(place.feature),
            self._number.get(place.country, _NONE), self._area(place.admin1), self._area(place.admin2), len(self._names),
        )  # fmt: skip
        for column, value in zip(self._columns.values(), values, strict=True):
            column.append(value)
        if place.code:
            self._row_of[place.code] = row
            if place.feature in ("PCLI", "ADM1"):
                self._upper[place.code] = row
        self._counts[place.feature] = self._counts.get(place.feature, 0) + 1
        self._add_keys(place, row)

    def _area(self, code: str) -> int:
        """Return a number for an area's code; rows take its place when all are known."""
        return self._codes.setdefault(code, len(self._codes)) if code else -1

    def _add_keys(self, place: RawPlace, row: int) -> None:
        best: dict[str, int] = {}
        for key, quality in _keys(place, place.country in self._articles):
            if self._harmful.get(key, place.country) == place.country:
                best[key] = min(quality, best.get(key, DERIVED))
        sounds = set()
        for key, quality in best.items():
            self._exact.add(key, row, quality)
            if quality < DERIVED and place.feature in ("P", "PPLC", "ADM1", "ADM2", "S") and len(key) >= 5:
                sounds.add(names.skeleton(key))
        for sound in sorted(sounds):
            if len(sound) >= 3:
                self._sound.add(sound, row, 0)

    def add_names(self, alternates: Iterable[tuple[int, str]]) -> None:
        """Append other names by geonameid; those of places that are not there are left out."""
        order: NDArray[Any] | None = None
        ids: NDArray[Any] = np.empty(0, np.int32)
        for geonameid, name in alternates:
            if order is None:
                ids = np.array(self._columns["geonameid"], np.int32)
                order = np.argsort(ids, kind="stable")
                ids = ids[order]
            at = int(np.searchsorted(ids, geonameid))
            key = names.key(name)
            if at < len(ids) and ids[at] == geonameid and len(key) >= 2 and key not in self._harmful:
                self._exact.add(key, int(order[at]), ALTERNATE)

    def arrays(self) -> packed.Arrays:
        """Return the columns and tables."""
        out = {name: np.frombuffer(column, _TYPES[name]) for name, column in self._columns.items()}
        rows = np.array([self._row_of.get(code, -1) for code in self._codes] + [-1], np.int32)
        for level in ("admin1", "admin2"):
            out[level] = rows[out[level]]
        out["name"] = np.frombuffer(bytes(self._names), np.uint8)
        return out | self._exact.arrays("exact") | self._sound.arrays("sound")

    def meta(self, version: str) -> dict[str, Any]:
        """Return what the index says of itself."""
        return {
            "version": version,
            "packages": self._sources.credits(),
            "dump": self._sources.dump(),
            "counts": self._counts,
            "countries": [[iso, self._sources.countries[iso].iso3] for iso in self._countries],
            "codes": self._upper,
        }


def _article_countries(sources: Sources) -> frozenset[str]:
    return frozenset(
        iso
        for iso, country in sources.countries.items()
        if country.languages.split(",")[0].split("-")[0] in _ARTICLE_LANGUAGES
    )


def _keys(place: RawPlace, arabic: bool) -> list[tuple[str, int]]:
    ranked = [(place.name, PRIMARY)] + [(n, ALTERNATE if place.feature[0] == "P" else OFFICIAL) for n in place.names]
    out = []
    for name, quality in ranked:
        key = names.key(name)
        if len(key) < 2:
            continue
        out.append((key, quality))
        if key.startswith("the "):
            out.append((key[4:], quality))
        out += [(form, max(quality, OFFICIAL)) for form in names.joined_din(key)]
        if arabic and (plain := names.bare(key)) != key:
            out.append((plain, max(quality, OFFICIAL)))
    return out
