"""Names of weekdays and months, and ordinals, as rules outside of the time grammar need them; from its own word classes."""

from __future__ import annotations

from functools import cache

import msgspec

from dateline.reference.packaged import packaged

_FILE = "times.en.toml"
_MONTHS = 12


class _Classes(msgspec.Struct, frozen=True):
    weekday: dict[str, int]
    month: dict[str, int]
    ordinal: dict[str, int]


class _Words(msgspec.Struct, frozen=True):
    near_days: tuple[str, ...]


class _Grammar(msgspec.Struct, frozen=True):
    classes: _Classes
    words: _Words


@cache
def weekdays() -> tuple[str, ...]:
    """Return the seven names in lower case, Monday first. Raises DataError when the packaged grammar is broken."""
    return tuple(_grammar().classes.weekday)


@cache
def months() -> tuple[str, ...]:
    """Return the twelve full names in lower case, January first."""
    return tuple(_grammar().classes.month)[:_MONTHS]


@cache
def day_names() -> frozenset[str]:
    """Return the weekdays and the words for the days around this one: "today", "tomorrow"."""
    return frozenset((*weekdays(), *_grammar().words.near_days))


@cache
def later_ordinals() -> frozenset[str]:
    """Return the ordinals from "second" on: what bears one had others before it."""
    return frozenset(word for word, number in _grammar().classes.ordinal.items() if number > 1)


@cache
def _grammar() -> _Grammar:
    return packaged(_FILE, _Grammar)
