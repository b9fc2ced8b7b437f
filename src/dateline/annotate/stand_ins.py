"""Finds past forms that can only be the verb of their clause, for which small parsers are shown a plainer one.

"Two men on a scooter shot a guard", "gunmen in masks killed nine people": behind "on a scooter" a small parser takes "shot" for a
noun and "killed" for a participle, and those who did it for those whom it befell. What stands right behind tells: no participle
and no noun has "a guard" or "nine people" behind it. So the parser is given "took" in such a place, which is nothing but a past.
"""

from __future__ import annotations

from collections.abc import Sequence

from dateline.reference.annotating import annotating_words
from dateline.reference.calendar_words import months, weekdays

STAND_IN = "took"
_WORDS = annotating_words().stand_ins
_PARTING = frozenset((*_WORDS.parting, *_WORDS.times, *weekdays(), *months()))  # "had on Tuesday freed two men"
_REACH = 5  # words from the verb back to the preposition


def plain_pasts(words: Sequence[str]) -> list[int]:
    """Return the numbers of the past forms that have an object and stand behind a preposition's noun. words: in lower case."""
    return [i for i, word in enumerate(words) if _is_past(word) and _has_object(words, i) and _is_behind_noun(words, i)]


def _is_past(word: str) -> bool:
    return word in _WORDS.irregular or (word.endswith("ed") and word.isalpha() and word not in _WORDS.never)


def _has_object(words: Sequence[str], i: int) -> bool:
    """Tell whether an object stands right behind a verb, or behind "dead" or a second verb; no "two days later"."""
    at = i + 1
    if words[at : at + 2] and words[at] == "and" and _is_past(words[min(at + 1, len(words) - 1)]):
        at += 2
    elif words[at : at + 1] == ["dead"]:
        at += 1
    behind = words[at : at + 4]
    if not behind or not (behind[0] in _WORDS.openings or behind[0][0].isdigit()):
        return words[i : i + 2] == ["opened", "fire"]
    return not any(word in _WORDS.times for word in behind)


def _is_behind_noun(words: Sequence[str], i: int) -> bool:
    """Tell whether nothing but a noun stands between a verb and the preposition before it ("on a scooter [shot]")."""
    for back, word in enumerate(reversed(words[max(0, i - _REACH) : i])):
        if word in _WORDS.prepositions:
            return back > 0
        if not word[0].isalnum() or word in _PARTING:
            return False
    return False
