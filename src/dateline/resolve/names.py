"""One name in several spellings: likeness by sound, for names that reached English by different roads.

"Qassem", "Qasem" and "Ghasem" are one; "Omar" and "Emil" are not.
Used inside one report only: nothing merges here across reports.
"""

from __future__ import annotations

import re
from functools import lru_cache

from rapidfuzz import fuzz

from dateline.reference.actors import fold
from dateline.reference.gazetteer.supplement import articles

_PARTICLES = articles().usual.union("ul bin ibn ben bint de da do dos del della der den von van la le du y e".split())
_SOUNDS = (
    (re.compile(r"tch|tsch|cz|ch"), "c"),
    (re.compile(r"sch|sh"), "s"),
    (re.compile(r"ph"), "f"),
    (re.compile(r"kh|gh|q|ck|g|c(?=[aou]|[^aeiouyh]|$)"), "k"),
    (re.compile(r"dh|th|d"), "t"),
    (re.compile(r"zh"), "z"),
    (re.compile(r"x"), "ks"),
    (re.compile(r"(?<!^)[aeiouywvh]+"), ""),
    (re.compile(r"(.)\1+"), r"\1"),
)
_FIRST = str.maketrans("eiouy", "aaaaa")
# Two spellings of one word: letters alike, or consonants alike and letters not far off. Set by hand on some fifty pairs of
# romanised names, same bearers and different ones (the tests hold a sample).
_ALIKE = 84.0
_ALIKE_LETTERS = 6
_SAME_SOUND_ALIKE = 55.0


@lru_cache(maxsize=1 << 14)
def sound(word: str) -> str:
    """Return the consonants of a folded word by sound; a leading vowel counts as "a"."""
    for pattern, letter in _SOUNDS:
        word = pattern.sub(letter, word)
    return word[:1].translate(_FIRST) + word[1:]


@lru_cache(maxsize=1 << 14)
def words_of(name: str) -> tuple[str, ...]:
    """Return the folded words of a name without articles and particles."""
    words = fold(name).split()
    return tuple(word for word in words if word not in _PARTICLES) or tuple(words)


@lru_cache(maxsize=1 << 15)
def same_word(a: str, b: str) -> bool:
    """Tell whether two folded words can be one name in two spellings."""
    if a == b:
        return True
    if min(len(a), len(b)) < 4:
        return False
    ratio = fuzz.ratio(a, b)
    if ratio >= _ALIKE and min(len(a), len(b)) >= _ALIKE_LETTERS:
        return True
    bones = sound(a)
    return ratio >= _SAME_SOUND_ALIKE and len(bones) >= 2 and bones == sound(b)


def same_person(a: str, b: str) -> bool:
    """Tell whether two names can be one person's: the shorter one's words, or their initials, are all in the longer one.

    One word alone is enough only where it is a whole name word; the caller says within what text that may count.
    """
    short, long = sorted((words_of(a), words_of(b)), key=len)
    if not short:
        return False
    left = list(long)
    matched_word = False
    for word in short:
        match = next((other for other in left if same_word(word, other)), None)
        matched_word = matched_word or match is not None
        if match is None and len(word) == 1:
            match = next((other for other in left if other[0] == word), None)
        if match is None and len(word) > 1:
            match = next((other for other in left if len(other) == 1 and other == word[0]), None)
        if match is None:
            return False
        left.remove(match)
    return matched_word
