"""Packing raw places into the index's arrays: one row a place, two hashed tables from keys to rows."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from dateline.reference.gazetteer import names, packed, supplement
from dateline.reference.gazetteer.collect import raw_places
from dateline.reference.gazetteer.sources import PACKAGES, RawPlace, Sources

FEATURES = (
    "", "PCLI", "ADM1", "ADM2", "PPLC", "P", "AIRP", "RGN", "CONT", "SEA", "OCN", "GULF", "STRT", "CHN", "MTS", "S",
)  # fmt: skip
# How a name belongs to its place; the lower, the closer.
PRIMARY, OFFICIAL, ALTERNATE, DERIVED = 0, 1, 2, 3
_NONE = 65535
# Countries whose names come with Arabic articles: "Ad Diwaniyah" is "Diwaniyah" in the news.
_ARTICLE_LANGUAGES = frozenset(("ar", "fa"))
Progress = Callable[[str], None]


def pack(path: Path, version: str, sources: Sources | None = None, progress: Progress | None = None) -> None:
    """Build the index from the installed packages and write it. Raises DataError, OSError."""
    say = progress or (lambda _: None)
    sources = sources or Sources()
    say("reading the data packages")
    places = raw_places(sources)
    say(f"packing {len(places):,} places")
    countries = sorted(sources.countries)
    arrays = _columns(places, countries)
    arrays |= _tables(places, _article_countries(sources))
    say(f"writing {path}")
    packed.write(path, arrays, _meta(places, countries, sources, version))


def _meta(places: list[RawPlace], countries: list[str], sources: Sources, version: str) -> dict[str, Any]:
    counts: dict[str, int] = {}
    for place in places:
        counts[place.feature] = counts.get(place.feature, 0) + 1
    return {
        "version": version,
        "packages": {name: [sources.versions()[name], licence] for name, _, licence in PACKAGES},
        "counts": counts,
        "countries": [[iso, sources.countries[iso].iso3] for iso in countries],
        "codes": {
            place.code: row for row, place in enumerate(places) if place.feature in ("PCLI", "ADM1") and place.code
        },
    }


def _columns(places: list[RawPlace], countries: list[str]) -> packed.Arrays:
    number = {iso: i for i, iso in enumerate(countries)}
    row_of = {place.code: row for row, place in enumerate(places) if place.code}
    blob, ends = bytearray(), []
    for place in places:
        blob += place.name.encode()
        ends.append(len(blob))
    return {
        "geonameid": np.array([p.geonameid for p in places], np.int32),
        "lat": np.array([p.lat for p in places], np.float32),
        "lon": np.array([p.lon for p in places], np.float32),
        "population": np.array([min(p.population, 2**31 - 1) for p in places], np.int32),
        "feature": np.array([FEATURES.index(p.feature) for p in places], np.uint8),
        "country": np.array([number.get(p.country, _NONE) for p in places], np.uint16),
        "admin1": np.array([row_of.get(p.admin1, -1) for p in places], np.int32),
        "admin2": np.array([row_of.get(p.admin2, -1) for p in places], np.int32),
        "name_end": np.array(ends, np.uint32),
        "name": np.frombuffer(bytes(blob), np.uint8),
    }


def _article_countries(sources: Sources) -> frozenset[str]:
    return frozenset(
        iso
        for iso, country in sources.countries.items()
        if country.languages.split(",")[0].split("-")[0] in _ARTICLE_LANGUAGES
    )


def _tables(places: list[RawPlace], article_countries: frozenset[str]) -> packed.Arrays:
    harmful = {names.key(h.name): h.kept for h in supplement.places().harmful}
    exact: dict[tuple[str, int], int] = {}
    sounds: set[tuple[str, int]] = set()
    for row, place in enumerate(places):
        for key, quality in _keys(place, place.country in article_countries):
            if harmful.get(key, place.country) != place.country:
                continue
            exact[key, row] = min(quality, exact.get((key, row), DERIVED))
            if quality < DERIVED and place.feature in ("P", "PPLC", "ADM1", "ADM2", "S") and len(key) >= 5:
                sounds.add((names.skeleton(key), row))
    out = _hashed("exact", [(names.code(key), row, quality) for (key, row), quality in exact.items()])
    return out | _hashed("sound", [(names.code(sound), row, 0) for sound, row in sounds if len(sound) >= 3])


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


def _hashed(name: str, entries: list[tuple[int, int, int]]) -> packed.Arrays:
    """Return the table: sorted 64-bit codes, where each code's rows end, rows, and how the name belongs to the row."""
    entries.sort()
    codes = np.array([e[0] for e in entries], np.uint64)
    unique, counts = np.unique(codes, return_counts=True)
    ends: NDArray[Any] = np.cumsum(counts).astype(np.uint32)
    return {
        f"{name}_code": unique,
        f"{name}_end": ends,
        f"{name}_row": np.array([e[1] for e in entries], np.int32),
        f"{name}_quality": np.array([e[2] for e in entries], np.uint8),
    }
