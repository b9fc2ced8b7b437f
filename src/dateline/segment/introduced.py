"""Posts that the paragraph above announces: `The mayor wrote on Facebook:` and then, without marks, what he wrote."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

import msgspec

from dateline.records import Block, Span
from dateline.reference.speech import speech
from dateline.segment.signatures import DATE, HANDLE, read_date

_WROTE = re.compile(
    r"\b(?:wrote|writes|posted|posts|tweeted|answered|replied|responded|commented|announced|said|declared|shared)\b"
)
_ON = re.compile(
    r"\b(?:on|via|in)\s+(?:(?:his|her|its|their|the|a)\s+(?:own\s+|official\s+)?)?(?P<platform>[A-Z][\w.]*(?:\s[A-Z]\w+)?)",
    re.I,
)
_NAMED = re.compile(
    r"(?:[^\W\d_a-z][\w.'’-]*)(?:\s(?:(?:mint|ould|bin|ibn|al|el|de|da|van|von|of|and|the|[^\W\d_a-z])[\w.'’-]*))*$"
)
_LAST_SENTENCE = re.compile(r"(?:.*[.!?]\s+)?(?P<last>\S.*)$", re.DOTALL)
_OPENS_QUOTED = "“\"«„‘'"
_LONGEST_INTRO = 260
_LONGEST_POST = 1500


class Introduced(msgspec.Struct, frozen=True, kw_only=True):
    """A post without a signature. line: number of its block; days_back: how long before the report it says it was posted."""

    line: int
    span: Span
    speaker: str | None
    handle: str | None
    platform: str
    posted: date | None


def introduced_at(text: str, blocks: Sequence[Block], n: int, published: date | None) -> Introduced | None:
    """Return the post that block `n` introduces as the block below it, None where it introduces none."""
    if n + 1 >= len(blocks) or blocks[n].post is not None or blocks[n + 1].post is not None:
        return None
    span, below = blocks[n].span, blocks[n + 1].span
    if text[span.end - 1] != ":" or len(below) > _LONGEST_POST or text[below.start] in _OPENS_QUOTED:
        return None
    match = _LAST_SENTENCE.match(text, max(span.start, span.end - _LONGEST_INTRO), span.end)
    intro = match["last"] if match else ""
    wrote, platform = _WROTE.search(intro), _platform(intro)
    if wrote is None or platform is None or blocks[n + 1].kind != "paragraph":
        return None
    handle = HANDLE.search(intro)
    return Introduced(
        line=n + 1, span=below, speaker=_speaker(intro[: wrote.start()]), handle=handle["handle"] if handle else None,
        platform=platform, posted=_posted(intro, published),
    )  # fmt: skip


def _platform(intro: str) -> str | None:
    names = speech().platforms
    for match in _ON.finditer(intro):
        for name in (match["platform"].lower(), match["platform"].lower().split()[0]):
            if name in names and match["platform"][0].isupper():
                return names[name]
    return None


def _speaker(before: str) -> str | None:
    """Return who writes: the name right before the verb, else the words of the subject."""
    words = HANDLE.sub(
        "", _ON.sub("", before, count=1) if before.lower().startswith(("on ", "in ", "via ")) else before
    )
    words = words.strip(" ,")
    named = _NAMED.search(words)
    if named and (named.start() or len(named.group().split()) > 1):
        return named.group()
    return words.split(", ")[-1].strip() or None


def _posted(intro: str, published: date | None) -> date | None:
    """Return the date that the introduction states, or counts back from the report's."""
    if stated := DATE.search(intro):
        return read_date(stated)[0]
    if published is not None and re.search(r"\b(?:yesterday|last night)\b", intro, re.IGNORECASE):
        return published - timedelta(days=1)
    fresh = re.search(
        r"\b(?:today|tonight|this (?:morning|afternoon|evening)|\w+ (?:hours?|minutes?) ago)\b", intro, re.IGNORECASE
    )
    return published if fresh else None
