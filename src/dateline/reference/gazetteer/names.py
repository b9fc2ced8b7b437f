"""How a place name is compared: the exact key, the forms without an article, and the sound key for other spellings.

Three keys, from strict to loose. `key` levels case, diacritics, hyphens, apostrophes and "Saint"/"St."; `bare` also drops a
leading article of Arabic names; `skeleton` keeps the consonants, so that spellings of one foreign name meet.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from hashlib import blake2b

from anyascii import anyascii

from dateline.reference.gazetteer.supplement import articles

# Every apostrophe, ayn and hamza sign that stands inside romanised names.
_SILENT = dict.fromkeys(map(ord, "'’‘ʼʻʾʿ`´ʹ′.·"))
_GAPS = re.compile(r"[\s\-‐-―_/,()\[\]\"“”]+")
_LATIN_LAST = 0x024F
_WORDS = {"saint": "st", "sainte": "st", "ste": "st", "mount": "mt", "fort": "ft", "&": "and"}
_ARTICLE = re.compile(rf"^(?:{'|'.join(sorted(articles().leading))}) (?=\S{{3}})")
_INNER_ARTICLE = re.compile(rf"(?<= )(?:{'|'.join(sorted(articles().usual | articles().inside))}) (?=\S)")


@lru_cache(maxsize=1 << 16)
def key(name: str) -> str:
    """Return the form under which a name is looked up: "Fort de l’Île" gives "ft de lile".

    Latin letters lose their marks; other scripts are kept as they are (NFKC, case folded).
    """
    if not name.isascii():
        name = _latin(name)
    spaced = _GAPS.sub(" ", name.translate(_SILENT)).strip().casefold()
    return " ".join(_WORDS.get(word, word) for word in spaced.split(" "))


def _latin(name: str) -> str:
    return "".join(
        c if c.isascii() else anyascii(c) if ord(c) <= _LATIN_LAST or 0x1E00 <= ord(c) <= 0x1EFF else _folded(c)
        for c in unicodedata.normalize("NFC", name)
    )


def _folded(character: str) -> str:
    return (
        "" if unicodedata.combining(character) and ord(character) < 0x0370 else unicodedata.normalize("NFKC", character)
    )


def bare(name_key: str) -> str:
    """Return the key without a leading Arabic article: "ad diwaniyah" gives "diwaniyah"; others stay as they are."""
    return _ARTICLE.sub("", name_key)


_DIN = re.compile(r"^(\S.*?) (?:a[dl]|e[dl]|u[dl]) ?d[ie]n$")


def joined_din(name_key: str) -> list[str]:
    """Return the joined spellings of names in "... ad Din": "nur ad din" gives "nureddine", "nuruddin" and others."""
    found = _DIN.match(name_key)
    return [found[1] + ending for ending in ("eddine", "uddin", "addin", "eddin", "edin")] if found else []


# Longest first: what different romanisations write for one sound.
_SOUNDS = (
    (re.compile(r"(.)\1+"), r"\1"),
    (re.compile(r"tch|tsch|cz|tz"), "c"),
    (re.compile(r"sh|sch|ch|zh|dj"), "s"),
    (re.compile(r"ph"), "f"),
    (re.compile(r"kh|gh|dh|th"), lambda m: m.group()[0]),
    (re.compile(r"ck|q|c(?![eiy])"), "k"),
    (re.compile(r"x"), "ks"),
    (re.compile(r"j"), "y"),
    (re.compile(r"[wv]"), "u"),
    (re.compile(r"[aeiouyh]+"), ""),
    (re.compile(r"(.)\1+"), r"\1"),
)


@lru_cache(maxsize=1 << 14)
def skeleton(name_key: str) -> str:
    """Return the consonants of a key by sound: "nureddine" and "nur ad din" both give "nrdn".

    A leading vowel counts as "a". Keys without Latin letters give "".
    """
    if not name_key.isascii():
        return ""
    joined = re.sub(r"[^a-z]", "", _INNER_ARTICLE.sub("", bare(name_key)))
    start = "a" if joined[:1] in tuple("aeiou") else ""
    for pattern, sound in _SOUNDS:
        joined = pattern.sub(sound, joined)
    return start + joined


def code(text: str) -> int:
    """Return the 64-bit number under which the index files a key."""
    return int.from_bytes(blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "little")
