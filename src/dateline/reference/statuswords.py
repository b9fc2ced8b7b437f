"""The word lists of the status rules, read from TOML."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, fields
from functools import lru_cache
from pathlib import Path

_PACKAGED = Path(__file__).with_name("data") / "status.en.toml"


@dataclass(frozen=True, slots=True)
class StatusWords:
    """Lemmas by the status that they give to what hangs on them; `*_modifiers` stand beside the happening."""

    planned: frozenset[str]
    hypothetical: frozenset[str]
    denied: frozenset[str]
    alleged: frozenset[str]
    ongoing: frozenset[str]
    tales: frozenset[str]
    collapses: frozenset[str]
    planned_modifiers: frozenset[str]
    hypothetical_modifiers: frozenset[str]
    denied_modifiers: frozenset[str]
    alleged_modifiers: frozenset[str]
    ongoing_modifiers: frozenset[str]
    promises: frozenset[str]
    intends: frozenset[str]
    threatens: frozenset[str]
    permits: frozenset[str]
    rulings: frozenset[str]
    coming: frozenset[str]
    would_like: frozenset[str]
    happens: frozenset[str]
    befalls: frozenset[str]
    comes_about: frozenset[str]
    causes: frozenset[str]
    done_at_once: frozenset[str]
    custody: frozenset[str]
    open_ended: frozenset[str]
    commitment: dict[str, str]


@lru_cache(maxsize=1)
def load_status_words() -> StatusWords:
    """Read the packaged lists."""
    data = tomllib.loads(_PACKAGED.read_text(encoding="utf-8"))
    lists = {f.name: frozenset(data[f.name]) for f in fields(StatusWords) if f.name != "commitment"}
    return StatusWords(**lists, commitment=dict(data["commitment"]))
