"""Words that tell everyday news from news of public life and conflict, read from TOML."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

_PACKAGED = Path(__file__).with_name("data") / "topics.en.toml"


@dataclass(frozen=True, slots=True)
class Topics:
    """Lemmas. quiet: of each everyday topic; everyday: of all of them; hard: of conflict and power, hardly ever figures of
    speech; public: of public life; made_up: what says that a text tells of something made up, two words where one says less.
    """

    quiet: dict[str, frozenset[str]]
    everyday: frozenset[str]
    hard: frozenset[str]
    public: frozenset[str]
    made_up: frozenset[str]


@lru_cache(maxsize=1)
def load_topics() -> Topics:
    """Read the packaged lists."""
    data = tomllib.loads(_PACKAGED.read_text("utf-8"))
    made_up = frozenset(data.pop("made_up"))
    lists = {name: frozenset(words.split()) for name, words in data.items()}
    hard, public = lists.pop("hard"), lists.pop("public")
    return Topics(lists, frozenset().union(*lists.values()), hard, public, made_up)
