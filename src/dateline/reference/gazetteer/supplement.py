"""The curated data beside the packages: regions, spots, abbreviations, demonyms, venue nouns, harmful aliases."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import cache
from hashlib import blake2b
from importlib.resources import files

import msgspec

from dateline.reference.packaged import packaged

# What the index is built from, and what is read beside it.
INDEXED = ("places.toml", "places_articles.toml")
FILES = (
    *INDEXED, "places_abbreviations.toml", "places_context.toml", "places_demonyms.toml", "places_events.toml",
    "places_ranker.toml", "places_venues.toml",
)  # fmt: skip


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
    """places.toml. towns: by country and name, with other spellings behind " / ", points."""

    country_points: dict[str, tuple[float, float]]
    names: dict[str, tuple[str, ...]]
    region: tuple[Region, ...]
    spot: tuple[Region, ...]
    towns: dict[str, dict[str, tuple[float, float]]]
    harmful: tuple[Harmful, ...]


class Articles(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """places_articles.toml: articles of Arabic names by where they are written."""

    usual: frozenset[str]
    rare: frozenset[str]
    inside: frozenset[str]
    hyphened: frozenset[str]
    doubtful: frozenset[str]

    @property
    def leading(self) -> frozenset[str]:
        """Those that may open a name."""
        return self.usual | self.rare


class Abbreviations(msgspec.Struct, frozen=True):
    """places_abbreviations.toml: short forms by country or subdivision code."""

    alone: dict[str, tuple[str, ...]]
    behind_a_place: dict[str, tuple[str, ...]]


class Demonyms(msgspec.Struct, frozen=True):
    """places_demonyms.toml: adjectives by country or subdivision code, and by a region's name."""

    of: dict[str, tuple[str, ...]]
    of_region: dict[str, tuple[str, ...]]


class Venues(msgspec.Struct, frozen=True):
    """places_venues.toml: nouns that make a name a spot, and nouns that tell the level of a name.

    abroad: what a spot's noun is called in names that are not translated: "square" for "Plaza Mayor".
    """

    behind: frozenset[str]
    called: frozenset[str]
    quarters: frozenset[str]
    institutions: frozenset[str]
    ahead: frozenset[str]
    of: frozenset[str]
    admin1: frozenset[str]
    admin2: frozenset[str]
    town: frozenset[str]
    public: frozenset[str]
    peoples_names: frozenset[str]
    bodies: frozenset[str]
    generic: frozenset[str]
    organisations: frozenset[str]
    unions: frozenset[str]
    groups: frozenset[str]
    vessels: frozenset[str]
    owned: frozenset[str]
    folk: frozenset[str]
    unmistakable: frozenset[str]
    numbered: frozenset[str]
    abroad: dict[str, frozenset[str]]


class Context(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """places_context.toml: words around a name that tell what it is; what each list is for stands beside it in the file."""

    directions: frozenset[str]
    of_rulers: frozenset[str]
    moving: frozenset[str]
    attacks: frozenset[str]
    trusting: frozenset[str]
    taking: frozenset[str]
    entering: frozenset[str]
    struck: frozenset[str]
    of_land: frozenset[str]
    taken_by_force: frozenset[str]
    forces: frozenset[str]
    powers: frozenset[str]
    addressed: frozenset[str]
    affiliated: frozenset[str]
    titles: frozenset[str]


class Probability(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How a share of the ranking weight becomes a probability: logistic; constants for one candidate and for none."""

    slope: float
    intercept: float
    single: float
    unlisted: float


class Unlisted(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """When a name is taken for a spot that the gazetteer lacks.

    bias: its standing alone; called_spot: more where it ends in a word of spots ("Albert Park"); most_people: of any candidate.
    """

    bias: float
    called_spot: float
    most_people: int


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
    unlisted: Unlisted
    feature: dict[str, float]
    probability: Probability

    def confidence(self, shares: Sequence[float]) -> float:
        """Return the probability that the point of a name is right. shares: of the ranking weight, the chosen place's first."""
        if len(shares) < 2:
            return self.probability.single if shares else self.probability.unlisted
        share = min(max(shares[0], 0.02), 0.9995)
        odds = self.probability.slope * math.log(share / (1 - share)) + self.probability.intercept
        return round(1 / (1 + math.exp(-odds)), 3)


class EventPlaces(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """places_events.toml: weights of the features of a name as the place of a happening.

    finer: how much lower the score of a finer spot inside the likeliest place may be.
    """

    bias: float
    finer: float
    by_hand: dict[str, float]
    weights: dict[str, float]

    def score(self, features: dict[str, float]) -> float:
        """Return the log odds of the place against there being none."""
        fitted, by_hand = self.weights, self.by_hand
        return self.bias + sum((fitted.get(n, 0.0) + by_hand.get(n, 0.0)) * value for n, value in features.items())


@cache
def places() -> Places:
    """Return places.toml."""
    return packaged("places.toml", Places)


@cache
def articles() -> Articles:
    """Return places_articles.toml."""
    return packaged("places_articles.toml", Articles)


@cache
def abbreviations() -> Abbreviations:
    """Return places_abbreviations.toml."""
    return packaged("places_abbreviations.toml", Abbreviations)


@cache
def demonyms() -> Demonyms:
    """Return places_demonyms.toml."""
    return packaged("places_demonyms.toml", Demonyms)


@cache
def venues() -> Venues:
    """Return places_venues.toml."""
    return packaged("places_venues.toml", Venues)


@cache
def context_words() -> Context:
    """Return places_context.toml."""
    return packaged("places_context.toml", Context)


@cache
def ranker() -> Ranker:
    """Return places_ranker.toml."""
    return packaged("places_ranker.toml", Ranker)


@cache
def event_places() -> EventPlaces:
    """Return places_events.toml."""
    return packaged("places_events.toml", EventPlaces)


def fingerprint(names: tuple[str, ...] = FILES) -> str:
    """Return a hash of curated files."""
    digest = blake2b(digest_size=6)
    for name in names:
        digest.update(files("dateline.reference.data").joinpath(name).read_bytes())
    return digest.hexdigest()
