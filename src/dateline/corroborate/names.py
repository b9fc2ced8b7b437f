"""Names as reports spell them: folding, likeness across transliterations, proper names told from descriptions."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from sys import intern

from anyascii import anyascii
from rapidfuzz import fuzz


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


# Words that open or title a name and tell nothing of who it is.
_TITLES = _set(
    """a an the el la le les al l de of mr mrs ms dr sir lady mayor president minister general gen colonel col prof
    sheikh imam his her its their our my this that these those some one another other"""
)
_PRONOUNS = _set(
    """i we you he she it they me us him them who which whom someone somebody nobody anyone
    everyone none all both others"""
)
_FOLDED = re.compile(r"[a-z0-9]+")
_VOWELS = re.compile(r"[aeiouywv']+")
_DOUBLED = re.compile(r"(.)\1+")
_DIGRAPHS = (("kh", "k"), ("gh", "k"), ("ph", "f"), ("th", "t"), ("dh", "t"), ("zh", "z"), ("ch", "c"), ("q", "k"))
# Two spellings of one word: letters alike, or consonants alike and letters not far off. Checked by hand on pairs of
# transliterated names of the same and of different bearers (tests/corroborate/test_names.py).
_ALIKE = 82.0
_SAME_CONSONANTS_ALIKE = 68.0


@dataclass(frozen=True, slots=True)
class Name:
    """A participant's name or description. words: folded content words; proper: whether it names somebody."""

    words: tuple[str, ...]
    proper: bool


def fold(text: str) -> str:
    """Return the text in plain lower-case ASCII letters and digits, words parted by single spaces."""
    plain = text if text.isascii() else anyascii(text)
    return " ".join(_FOLDED.findall(plain.casefold().replace("'", "")))


def name_of(text: str, lower_words: frozenset[str]) -> Name | None:
    """Fold a name; None for pronouns and bare articles.

    lower_words: words that the report also writes in lower case, and so are no names.
    """
    tokens = re.findall(r"\w+", text)
    words = tuple(intern(w) for t in tokens for w in fold(t).split() if w not in _TITLES)
    if not words or all(w in _PRONOUNS for w in words):
        return None
    proper = any(t[0].isupper() and t.casefold() not in lower_words and fold(t) not in _TITLES for t in tokens)
    return Name(words, proper)


def likeness(a: Name, b: Name) -> float:
    """Return how far the shorter name's words are all in the longer one, 0 to 1; initials stand for their long form."""
    return _of_words(a.words, b.words)


def same_name(a: Name, b: Name) -> bool:
    """Tell whether two names can be one bearer's."""
    return a.words == b.words or likeness(a, b) >= 0.65


@lru_cache(maxsize=262144)
def _of_words(a: tuple[str, ...], b: tuple[str, ...]) -> float:
    short, long = sorted((a, b), key=lambda words: (len("".join(words)), words))
    return _likeness(short, long)


def _likeness(short: tuple[str, ...], long: tuple[str, ...]) -> float:
    if short == long or _same_word("".join(short), "".join(long)) or _initials(short, long):
        return 1.0
    found = [word for word in short if any(_same_word(word, other) for other in long)]
    return sum(map(len, found)) / sum(map(len, short))


def _initials(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Tell whether the one word is made of the first letters of the other's."""
    return len(short) == 1 and len(long) >= 3 and short[0] == "".join(word[0] for word in long)


@lru_cache(maxsize=262144)
def _same_word(a: str, b: str) -> bool:
    if a == b:
        return True
    if min(len(a), len(b)) < 4:
        return False
    ratio = fuzz.ratio(a, b)
    if ratio >= _ALIKE:
        return True
    bones = skeleton(a)
    return ratio >= _SAME_CONSONANTS_ALIKE and len(bones) >= 3 and bones == skeleton(b)


@lru_cache(maxsize=65536)
def skeleton(word: str) -> str:
    """Return the consonants of a folded word, spelling variants of one sound joined."""
    for letters, sound in _DIGRAPHS:
        word = word.replace(letters, sound)
    return word[:1].translate(_FIRST) + _VOWELS.sub("", _DOUBLED.sub(r"\1", word)[1:])


_FIRST = str.maketrans("eiouy", "aaaaa")
