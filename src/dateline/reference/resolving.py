"""The word lists of the rules that settle who, where and when, read from TOML; each says in the file what it is for."""

from __future__ import annotations

from functools import cache

import msgspec

from dateline.reference.word_lists import word_lists

_FILE = "resolving.en.toml"


class Times(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Verbs that part the time of one happening from that of another."""

    charging: frozenset[str]
    holding: frozenset[str]
    wars: frozenset[str]
    demonstrating: frozenset[str]
    angry: frozenset[str]


class People(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Nouns and titles around who takes part."""

    generic: frozenset[str]
    crowds: frozenset[str]
    counting: frozenset[str]
    honorifics: frozenset[str]


class Places(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words that tie a place to a happening, or part it from one."""

    area_nouns: frozenset[str]
    missions: frozenset[str]
    speech: frozenset[str]
    light: frozenset[str]
    turns: frozenset[str]
    local_bodies: frozenset[str]
    telling: frozenset[str]
    addressing: frozenset[str]
    press: frozenset[str]
    handing: frozenset[str]
    summoning: frozenset[str]
    going: frozenset[str]
    nursing: frozenset[str]
    origins: frozenset[str]
    countries: frozenset[str]
    scenes: frozenset[str]
    built: frozenset[str]
    heading: frozenset[str]
    leaving: frozenset[str]
    same_spot: frozenset[str]
    arriving: frozenset[str]
    earlier: frozenset[str]
    judging: frozenset[str]
    attacks: frozenset[str]
    local_forces: frozenset[str]
    incoming: frozenset[str]
    presence: frozenset[str]
    visits: frozenset[str]
    agreements: frozenset[str]
    sealing: frozenset[str]
    hospitals: frozenset[str]
    brought: frozenset[str]
    answering: frozenset[str]
    seats: frozenset[str]
    national: frozenset[str]
    inviting: frozenset[str]
    promising: frozenset[str]
    meeting: frozenset[str]
    judges: frozenset[str]
    receiving: frozenset[str]


class Occasions(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Nouns that take up what was held before, and those who were there."""

    consult: frozenset[str]
    gather: frozenset[str]
    protest: frozenset[str]
    sides: frozenset[str]
    speeches: frozenset[str]
    speaking: frozenset[str]
    writings: frozenset[str]
    times: frozenset[str]


class Recurring(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words of what is done again and again."""

    habits: frozenset[str]
    stretches: frozenset[str]


class Sorts(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Nouns on the way from a name to a happening, each under one sort."""

    strife: frozenset[str]
    power: frozenset[str]
    people: frozenset[str]
    spot: frozenset[str]
    town: frozenset[str]
    area: frozenset[str]


class ResolvingWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All lists by what they are about. levels: noun -> precision; plurals: singular -> plural."""

    times: Times
    people: People
    places: Places
    occasions: Occasions
    sorts: Sorts
    recurring: Recurring
    levels: dict[str, str]
    plurals: dict[str, str]


@cache
def resolving_words() -> ResolvingWords:
    """Return the packaged lists. Raises DataError when the file breaks the format."""
    return word_lists(_FILE, ResolvingWords, tables=("levels", "plurals"))
