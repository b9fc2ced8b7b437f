"""How common a word is in news: the rarer, the more two sentences that share it have in common."""

from __future__ import annotations

from functools import cache, lru_cache
from sys import intern

from dateline.reference.packaged import packaged

_ENDINGS = ("ings", "ing", "ied", "ies", "ed", "es", "s", "ly")
_SHORTEST = 4  # letters that an ending must leave
_WEIGHTS = {"everyday": 0.0, "usual": 0.4}
_RARE = 1.0


def stem(word: str) -> str:
    """Return a folded word without its ending, so that "arrests" and "arrested" are one: one object in memory too."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            return intern(word[: -len(ending)])
    return intern(word)


@lru_cache(maxsize=262144)
def rarity(word: str) -> float:
    """Return what a folded word tells: 0 for one that any text may have, 1 for a name or a rare word."""
    return _weights().get(stem(word), _RARE)


@cache
def _weights() -> dict[str, float]:
    data = packaged("words.en.toml", dict[str, str])
    return {word: weight for name, weight in _WEIGHTS.items() for word in data[name].split()}
