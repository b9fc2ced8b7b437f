"""Headlines in title case are read as the sentences that they are: "Gunmen Kill Nine in Kano" as "Gunmen kill nine in Kano".

A capital turns the verbs and nouns of such a line into names for a small parser, so that it finds nobody who does anything. Takes
a text, gives it with these capitals made small, every letter in its place. Names keep theirs: a word that the rest of the text
writes in small letters is none, one that it writes with a capital inside a sentence is; of the others those that the codebook
or the list of common words knows are none.
"""

from __future__ import annotations

import re
from functools import cache

from dateline.reference.annotating import annotating_words
from dateline.reference.calendar_words import months, weekdays
from dateline.reference.codebook import load_codebook
from dateline.reference.words import rarity, stem

_LONGEST = 150  # characters of a headline
_LEAST = 4  # words of one
_SIGNATURE = re.compile(r"[@|]|\b\d{4}\b")  # of a post, or an outlet and its date
_LINE = re.compile(r"^[^\n]+$", re.MULTILINE)
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_SMALL = re.compile(r"\b[a-zß-ÿ]{2,}\b")
_INSIDE = re.compile(r"(?<=[a-zß-ÿ,;] )[A-ZÀ-Þ][a-zß-ÿ]+\b")  # a capital that no sentence's beginning explains
_NAMED = annotating_words().headlines


def in_sentence_case(text: str) -> str:
    """Return the text with its title-cased and all-capital lines as sentences are written. Length and offsets stay."""
    titles = [line for line in _LINE.finditer(text) if len(line[0]) <= _LONGEST and _is_title(line[0])]
    if not titles:
        return text
    starts = {line.start() for line in titles}
    rest = _LINE.sub(lambda line: "" if line.start() in starts else line[0], text)
    small, named = frozenset(_SMALL.findall(rest)), frozenset(_INSIDE.findall(rest))
    return _LINE.sub(lambda line: _sentence(line[0], small, named) if line.start() in starts else line[0], text)


def _is_title(line: str) -> bool:
    """Tell whether a line writes all but small words ("of", "and") with a capital, and so more than names."""
    words = _WORD.findall(line)
    capitals = [word for word in words if word not in _NAMED.small_in_titles]
    titled = len(words) >= _LEAST and len(capitals) > 1 and not _SIGNATURE.search(line)
    return titled and all(word[0].isupper() for word in capitals)


def _sentence(line: str, small: frozenset[str], named: frozenset[str]) -> str:
    shouted, out = line.isupper(), line
    follows_name = False
    for match in reversed(list(_WORD.finditer(line))):
        word = match[0]
        known = word[0] + word[1:].lower() if shouted else word
        before = _WORD.findall(line[: match.start()])[-2:]
        name = not before or _is_name(known, before[-1].lower(), small, named)
        if known.lower() in _NAMED.ends_of_names and len(before) > 1:  # "in Gaza Province"
            name = name or _is_name(before[-1].title(), before[0].lower(), small, named)
        name = name or (follows_name and known.lower() in _NAMED.parts_of_names)
        written = known if name else known.lower()
        if len(written) == len(word):
            out = out[: match.start()] + written + out[match.end() :]
        follows_name = name
    return out


def _is_name(word: str, before: str, small: frozenset[str], named: frozenset[str]) -> bool:
    """Tell whether a word of a title is a name's. before: the word ahead of it, in small letters."""
    lowered = word.lower()
    if len(word) > 1 and word.isupper():
        return True
    if lowered in months() or lowered in weekdays():
        return lowered not in _NAMED.verbs_like_months or before in _NAMED.before_months
    if lowered in small:
        return False
    return word in named or not _is_common(lowered)


@cache
def _is_common(word: str) -> bool:
    """Tell whether the codebook, its classes or the list of common words knows a word, in any of its forms."""
    forms = {
        word,
        stem(word),
        stem(word) + "e",
        word.removesuffix("s"),
        word.removesuffix("es"),
        word.removesuffix("d"),
    }
    return rarity(word) < 1 or not forms.isdisjoint(_plain_words())


@cache
def _plain_words() -> frozenset[str]:
    book = load_codebook()
    triggers = (word for pattern in book.patterns for some in pattern.words for word in some.split("|"))
    return frozenset((*triggers, *book.classes_by_word)) | _NAMED.small
