"""An age behind a name: "Hask, 26, was held"."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.records import Token

_YOUNGEST, _OLDEST = 5, 110  # years: "Paris, 2015," is no age, nor is "Group, 3,"


def has_age(tokens: Sequence[Token], i: int) -> bool:
    """Tell whether an age stands between commas right behind a word: "Hask, 26, was held", "Hask, aged 26, was held".

    tokens: those of a text; i: number of the word.
    """
    behind = [t.text for t in tokens[i + 1 : i + 5] if t.lower != "aged"]
    if len(behind) < 3 or behind[0] != "," or behind[2] != "," or not behind[1].isdecimal():
        return False
    return _YOUNGEST <= int(behind[1]) <= _OLDEST
