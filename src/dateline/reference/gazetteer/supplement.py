"""The curated data beside the packages: regions, spots, abbreviations, demonyms, venue nouns, harmful aliases."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from hashlib import blake2b
from importlib.resources import files
from typing import Any

import msgspec

from dateline.errors import DataError

# What the index is built from, and what is read beside it.
INDEXED = ("places.toml",)
FILES = (*INDEXED, "places_abbreviations.toml", "places_demonyms.toml", "places_ranker.toml", "places_venues.toml")


class Region(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A region or spot that the packages lack. point: latitude, longitude; country: alpha-2; near: its town, for readers."""

    name: str
    point: tuple[float, float]
    names: tuple[str, ...] = ()
    country: str = ""
    geonameid: int = 0
    feature: str = "RGN"
    near: str = ""


class Harmful(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A name that is not to be found. kept: alpha-2 of the one country whose places keep it."""

    name: str
    reason: str
    kept: str = ""


class Places(msgspec.Struct, frozen=True):
    """places.toml."""

    country_points: dict[str, tuple[float, float]]
    names: dict[str, tuple[str, ...]]
    region: tuple[Region, ...]
    spot: tuple[Region, ...]
    harmful: tuple[Harmful, ...]


class Abbreviations(msgspec.Struct, frozen=True):
    """places_abbreviations.toml: short forms by country or subdivision code."""

    alone: dict[str, tuple[str, ...]]
    behind_a_place: dict[str, tuple[str, ...]]


class Demonyms(msgspec.Struct, frozen=True):
    """places_demonyms.toml: adjectives by country or subdivision code, and by a region's name."""

    of: dict[str, tuple[str, ...]]
    of_region: dict[str, tuple[str, ...]]


class Venues(msgspec.Struct, frozen=True):
    """places_venues.toml: nouns that make a name a spot, and nouns that tell the level of a name."""

    behind: frozenset[str]
    institutions: frozenset[str]
    ahead: frozenset[str]
    of: frozenset[str]
    admin1: frozenset[str]
    admin2: frozenset[str]
    town: frozenset[str]
    public: frozenset[str]
    bodies: frozenset[str]
    generic: frozenset[str]
    organisations: frozenset[str]


class Ranker(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """places_ranker.toml: weights of the choice among places of one name."""

    people: float
    quality: tuple[float, float, float, float]
    level: float
    hint: float
    namesake: float
    same_country: float
    same_admin1: float
    near: float
    near_km: float
    damping: float
    rounds: int
    feature: dict[str, float]


def _read(name: str, kind: Any) -> Any:
    try:
        table = tomllib.loads(files("dateline.reference.data").joinpath(name).read_text("utf-8"))
        return msgspec.convert(table, kind)
    except (OSError, tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise DataError(f"the packaged file '{name}' is broken ({error}); reinstall dateline") from error


@lru_cache(maxsize=1)
def places() -> Places:
    """Return places.toml."""
    out: Places = _read("places.toml", Places)
    return out


@lru_cache(maxsize=1)
def abbreviations() -> Abbreviations:
    """Return places_abbreviations.toml."""
    out: Abbreviations = _read("places_abbreviations.toml", Abbreviations)
    return out


@lru_cache(maxsize=1)
def demonyms() -> Demonyms:
    """Return places_demonyms.toml."""
    out: Demonyms = _read("places_demonyms.toml", Demonyms)
    return out


@lru_cache(maxsize=1)
def venues() -> Venues:
    """Return places_venues.toml."""
    out: Venues = _read("places_venues.toml", Venues)
    return out


@lru_cache(maxsize=1)
def ranker() -> Ranker:
    """Return places_ranker.toml."""
    out: Ranker = _read("places_ranker.toml", Ranker)
    return out


def fingerprint(names: tuple[str, ...] = FILES) -> str:
    """Return a hash of curated files."""
    digest = blake2b(digest_size=6)
    for name in names:
        digest.update(files("dateline.reference.data").joinpath(name).read_bytes())
    return digest.hexdigest()
