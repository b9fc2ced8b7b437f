"""Words that tell sport, arts, markets, science and daily life from hard news, read from TOML."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

_PACKAGED = Path(__file__).with_name("data") / "topics.en.toml"
_HARD = "hard"


@dataclass(frozen=True, slots=True)
class Topics:
    """Lemmas. quiet: of each topic in which conflict is a figure of speech; hard: of public life."""

    quiet: dict[str, frozenset[str]]
    hard: frozenset[str]


@lru_cache(maxsize=1)
def load_topics() -> Topics:
    """Read the packaged lists."""
    lists = {name: frozenset(words.split()) for name, words in tomllib.loads(_PACKAGED.read_text("utf-8")).items()}
    return Topics({name: words for name, words in lists.items() if name != _HARD}, lists[_HARD])
