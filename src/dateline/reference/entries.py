"""Chronologies: paragraphs that a date opens, "3 May: Farmers block the road", and where each such date stands."""

from __future__ import annotations

import re
from functools import lru_cache

from dateline.records import Span
from dateline.reference.times import load_time_grammar

_FEWEST = 2  # one dated line alone is a dateline, or a list of one
_MOST_WORDS = 6
_NUMBER = r"\d{1,4}(?:st|nd|rd|th)?"
_PARTED = r"\.[^\S\n]+(?=[^\W\d_])|[^\S\n]*:[^\S\n]+(?=\S)|[^\S\n]+[-–—]+[^\S\n]+(?=\S)|[–—][^\S\n]*(?=[^\W\d_])"


@lru_cache(maxsize=1)
def _head() -> re.Pattern[str]:
    """Return what finds a line's first words where all are a date's, parted from the rest by a colon, a dash or a full stop."""
    words = load_time_grammar().words
    dating = "|".join(sorted(words["months"] | words["entry_days"], key=len, reverse=True))
    beside = "|".join(sorted(words["entry_words"]))
    word = rf"(?:{_NUMBER}|(?:{dating})\b\.?|(?:{beside})\b)"
    named = rf"(?=[^\n:.–—]{{0,30}}?(?:\b(?:1[5-9]|20)\d\d\b|\b(?:{dating})\b))"
    between = rf"(?:(?:,?[^\S\n]+|[^\S\n]?[-–—/][^\S\n]?){word},?){{0,{_MOST_WORDS - 1}}}"
    return re.compile(rf"^[•*–-]?[^\S\n]*{named}(?P<date>{word}{between})(?P<parted>{_PARTED})", re.M | re.I)


def entry_heads(text: str) -> list[Span]:
    """Return the dates that open the entries of a chronology, each up to the first word told of it; none in other texts."""
    heads = [Span(match.start("date"), match.end()) for match in _head().finditer(text)]
    return heads if len(heads) >= _FEWEST else []
