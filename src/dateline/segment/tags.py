"""Hashtags as words, and the links of a post that lead to pictures and films."""

from __future__ import annotations

import re
from collections.abc import Collection

from dateline.records import Span
from dateline.segment.signatures import LINK

_PARTS = re.compile(r"\d+|[^\W\d_]+")
_MEDIA = re.compile(
    r"(?:https?://)?(?:pic\.(?:twitter|x)\.com/|(?:www\.|m\.)?youtu(?:\.be/|be\.com/(?:watch|shorts|live))|vimeo\.com/\d|"
    r"\S+\.(?:jpe?g|png|gif|webp|mp4|mov|webm)(?:$|\?)|\S+/(?:photo|video)/\d|\S*instagram\.com/(?:reel|tv)/)",
    re.IGNORECASE,
)
_LONGEST = 60  # letters; no hashtag that anybody reads is longer
_LONGEST_WORD = 20


def words_of_tag(tag: str, vocabulary: Collection[str] = ()) -> str:
    """Return a hashtag's words parted by spaces: "SaveTheDyke2024" is "Save The Dyke 2024".

    vocabulary: words in lower case by which one without capitals is split ("savethedyke"); it stays whole where they do
    not cover it.
    """
    out: list[str] = []
    for part in _PARTS.findall(tag[:_LONGEST]):
        pieces = [part] if part.isdigit() else _by_capitals(part)
        out += pieces if len(pieces) > 1 or not part.islower() else _by_words(part, vocabulary)
    return " ".join(out) or tag


def _by_capitals(part: str) -> list[str]:
    """Split before a capital that follows a small letter, or that a small letter follows ("NATOSummit")."""
    cuts = [0]
    for i in range(1, len(part)):
        after_small = part[i].isupper() and part[i - 1].islower()
        before_small = part[i].isupper() and part[i - 1].isupper() and part[i + 1 : i + 2].islower()
        if after_small or before_small:
            cuts.append(i)
    return [part[a:b] for a, b in zip(cuts, [*cuts[1:], len(part)], strict=True)]


def _by_words(part: str, vocabulary: Collection[str]) -> list[str]:
    """Split a run of small letters into the fewest known words; the whole run where that cannot be done."""
    best: list[list[str] | None] = [[]] + [None] * len(part)
    for end in range(1, len(part) + 1):
        for start in range(max(0, end - _LONGEST_WORD), end):
            before, word = best[start], part[start:end]
            known = word in vocabulary and (len(word) > 1 or word in ("a", "i"))
            if before is not None and known and len(before) + 1 < len(best[end] or [""] * 99):
                best[end] = [*before, word]
    return best[-1] or [part]


def media_of(text: str, span: Span) -> tuple[str, ...]:
    """Return the links of a post that lead to its pictures and films, in order, each once."""
    links = (match.group().rstrip(".,;") for match in LINK.finditer(text, span.start, span.end))
    return tuple(dict.fromkeys(link for link in links if _MEDIA.match(link)))
