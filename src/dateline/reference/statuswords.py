"""The word lists of the status rules, read from TOML."""

from __future__ import annotations

from functools import cache

import msgspec

from dateline.reference.packaged import packaged


class StatusWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Lemmas by the status that they give to what hangs on them; `*_modifiers` stand beside the happening."""

    planned: frozenset[str]
    hypothetical: frozenset[str]
    denied: frozenset[str]
    clears: frozenset[str]
    gives_out: frozenset[str]
    alleged: frozenset[str]
    ongoing: frozenset[str]
    pleadings: frozenset[str]
    pleaders: frozenset[str]
    tales: frozenset[str]
    collapses: frozenset[str]
    penalties: frozenset[str]
    planned_modifiers: frozenset[str]
    hypothetical_modifiers: frozenset[str]
    denied_modifiers: frozenset[str]
    alleged_modifiers: frozenset[str]
    ongoing_modifiers: frozenset[str]
    decides: frozenset[str]
    notices: frozenset[str]
    drops: frozenset[str]
    comes_upon: frozenset[str]
    breaches: frozenset[str]
    perceives: frozenset[str]
    promises: frozenset[str]
    intends: frozenset[str]
    threatens: frozenset[str]
    permits: frozenset[str]
    rulings: frozenset[str]
    hints: frozenset[str]
    punishes: frozenset[str]
    talks_over: frozenset[str]
    coming: frozenset[str]
    sets_about: frozenset[str]
    deserved: frozenset[str]
    would_like: frozenset[str]
    happens: frozenset[str]
    befalls: frozenset[str]
    ends: frozenset[str]
    comes_about: frozenset[str]
    causes: frozenset[str]
    done_at_once: frozenset[str]
    custody: frozenset[str]
    open_ended: frozenset[str]
    hinders: frozenset[str]
    fails: frozenset[str]
    undone: frozenset[str]
    gives_up: frozenset[str]
    knows: frozenset[str]
    there_is: frozenset[str]
    owns_up: frozenset[str]
    owning: frozenset[str]
    halts: frozenset[str]
    disperses: frozenset[str]
    means: frozenset[str]
    among_others: frozenset[str]
    hearsay: frozenset[str]
    rejects: frozenset[str]
    lasts: frozenset[str]
    asked: frozenset[str]
    speaks: frozenset[str]
    tells: frozenset[str]
    heard: frozenset[str]
    talks_of: frozenset[str]
    shifts: frozenset[str]
    shows: frozenset[str]
    factive: frozenset[str]
    stretches: frozenset[str]
    running: frozenset[str]
    bars: frozenset[str]
    is_kept: frozenset[str]
    standing_orders: frozenset[str]
    loosens: frozenset[str]
    holds: frozenset[str]
    lasts_into: frozenset[str]
    in_progress: frozenset[str]
    hours: frozenset[str]
    begins: frozenset[str]
    sets_going: frozenset[str]
    stops: frozenset[str]
    takes_effect: frozenset[str]
    starts: frozenset[str]
    gets_going: frozenset[str]
    orders: frozenset[str]
    commitment: dict[str, str]


@cache
def load_status_words() -> StatusWords:
    """Return the packaged lists. Raises DataError when the file breaks the format."""
    return packaged("status.en.toml", StatusWords)
