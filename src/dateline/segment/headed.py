"""Posts pasted with their header: name and handle, channel and time stamp, or name and date stand above the words.

    Mara Lind @maralind · Jan 2, 2023        Halvik Watch, [2 Jan 2023, 10:15]        Halvik Town
    The dyke is gone.                        The dyke is gone.                        January 2, 2023 at 10:15 AM · Public
                                                                                      The dyke is gone.

The words are the lines below up to an empty line; where an empty line follows the header, the paragraph below it. A line
of date, time and views at the end is the post's too.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

import msgspec

from dateline.records import Block, Reason, Span
from dateline.reference.speech import speech
from dateline.segment.signatures import DATE, LINK, read_date

_HIDE = "\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff"
_NAME = rf"(?P<name>[^\W\d_a-z@{_HIDE}][^\n@()\[\]:.!?“”\"—–]{{0,60}}?)"
_HANDLE = r"(?P<handle>@[\w.\-]{2,60}(?:@[\w.\-]{3,80})?)"
_ACCOUNT = re.compile(
    rf"[\s{_HIDE}]*{_NAME}[\s{_HIDE}]*(?:✓|✔|☑️)?[\s{_HIDE}]*\(?[\s{_HIDE}]*{_HANDLE}[\s{_HIDE}]*\)?(?P<rest>.{{0,60}})$"
)
_STAMPED = re.compile(rf"[\s{_HIDE}]*{_NAME},?\s*\[(?P<rest>[^\]\n]{{6,40}})\]:?(?P<words>\s.*|)$", re.DOTALL)
_FORWARDED = re.compile(r"\s*Forwarded (?:from|message from):?\s+(?P<name>[^\n]{2,60}?)\s*$", re.IGNORECASE)
_BARE_HANDLE = re.compile(rf"\s*{_HANDLE}\s*(?:[·•|]\s*(?P<rest>.{{0,40}}))?$")
_BARE_NAME = re.compile(r"[^\W\d_a-z@#][^\n@#.!?:;\"“”]{1,50}$")
_SHORT = re.compile(
    r"DATE|[\s·•|,:()\[\]–—-]|[🌐👥✓✔⚙]\ufe0f?|\d{1,2}[:.]\d{2}|[\d.,]+\s?[KMkm]?|\d{1,2}\s?[hmd]"
    r"|\b(?:at|on|a\.?m|p\.?m|UTC|GMT|public|shared|with|friends|views?|likes?|reposts?|replies|edited|via|from|follow|following)\b"
    r"|\b(?:twitter|for|iphone|android|web|app|facebook|telegram|instagram|threads|x)\b",
    re.IGNORECASE,
)
_SIGNED = re.compile(r"\s*[—―–-]\s*[^\n@]{2,80}\(@")
_SHARED = re.compile(r"(?:A |An )?(?:post|photo|video|reel|story)\b.{0,20}\bby\b", re.IGNORECASE)
_MOST_LINES = 40
_MOST_SHOWN = 6  # lines of a post that another shows
_LONGEST_HEAD = 120


class Headed(msgspec.Struct, frozen=True, kw_only=True):
    """A post with its header. span: header, words and footer; words: its own words; lines: numbers of its blocks."""

    span: Span
    words: Span
    lines: tuple[int, ...]
    speaker: str | None
    handle: str | None
    posted: date | None
    undated: Reason | None
    url: str | None
    platform: str | None


class _Head(msgspec.Struct, frozen=True, kw_only=True):
    """What the lines of a header say. lines: how many they are; begin: where words start on the last of them, if there."""

    lines: int
    speaker: str
    handle: str | None = None
    rest: str = ""
    platform: str | None = None
    begin: int | None = None


def headed_at(text: str, blocks: Sequence[Block], n: int) -> Headed | None:
    """Return the post whose header begins with block `n`, None where that is no header."""
    head = _head(text, blocks, n)
    if head is None:
        return None
    first = n + head.lines
    last = _last_line(text, blocks, first, opened=head.begin is not None)
    start = head.begin if head.begin is not None else blocks[first].span.start if first <= last else None
    if start is None:
        return None
    end, stop, footer = _without_footer(text, blocks, first, last)
    if end <= start:
        return None
    dated = DATE.search(head.rest) or DATE.search(footer)
    posted, undated = read_date(dated) if dated else (None, "not-stated")
    link = LINK.search(text, start, blocks[stop].span.end) if stop >= first else None
    if head.handle is None and posted is None and head.platform is None:
        return None
    return Headed(
        span=Span(blocks[n].span.start, max(end, blocks[stop].span.end)), words=Span(start, end),
        lines=tuple(range(n, stop + 1)), speaker=head.speaker, handle=head.handle, posted=posted, undated=undated,
        url=link.group().rstrip(".,;") if link and footer and link.group() in footer else None,
        platform=head.platform or _platform(head.rest + " " + footer, head.handle),
    )  # fmt: skip


def heads_a_shown_post(text: str, blocks: Sequence[Block], n: int) -> bool:
    """Tell whether block `n` is the header of a post that another post shows: a signature with a dash closes the lines below."""
    if not _adjacent(text, blocks, n) or _head(text, blocks, n) is None:
        return False
    last = n
    while last - n < _MOST_SHOWN and _adjacent(text, blocks, last):
        last += 1
        if _SIGNED.match(_line(text, blocks, last)):
            return True
    return False


def shown_above(text: str, blocks: Sequence[Block], k: int) -> int:
    """Return how many blocks right above block `k` belong to its post: those of a post that it shows, and its own words."""
    for lines in range(1, min(k, _MOST_SHOWN) + 1):
        if not _adjacent(text, blocks, k - lines):
            return 0
        if _head(text, blocks, k - lines) is not None:
            return lines + 1 if k > lines and _adjacent(text, blocks, k - lines - 1) else lines
    return 0


def _line(text: str, blocks: Sequence[Block], n: int) -> str:
    free = n < len(blocks) and blocks[n].post is None and blocks[n].kind == "paragraph"
    return blocks[n].span.of(text) if free and len(blocks[n].span) <= 4000 else ""


def _head(text: str, blocks: Sequence[Block], n: int) -> _Head | None:
    """Read a header of one line or of two."""
    line = _line(text, blocks, n)
    below = _line(text, blocks, n + 1) if _adjacent(text, blocks, n) else ""
    if "[" in line and (stamped := _STAMPED.match(line)):
        if DATE.search(stamped["rest"]) is None or not _like_a_name(stamped["name"]):
            return None
        begin = blocks[n].span.start + stamped.start("words") + 1 if stamped["words"].strip() else None
        return _Head(lines=1, speaker=stamped["name"].strip(), rest=stamped["rest"], platform="telegram", begin=begin)
    if len(line) > _LONGEST_HEAD:
        return None
    if forwarded := _FORWARDED.match(line):
        return _Head(lines=1, speaker=forwarded["name"], platform="telegram")
    if _SIGNED.match(line) or _SHARED.match(line):
        return None
    account = _ACCOUNT.match(line) if "@" in line else None
    if account and _like_a_name(account["name"]) and _explained(account["rest"]):
        return _Head(lines=1, speaker=account["name"].strip(), handle=account["handle"], rest=account["rest"])
    named = _BARE_NAME.match(line) is not None and _like_a_name(line)
    if named and (handle := _BARE_HANDLE.match(below)) and _explained(handle["rest"] or ""):
        return _Head(lines=2, speaker=line.strip(), handle=handle["handle"], rest=handle["rest"] or "")
    if named and DATE.search(below) and _explained(below) and _clock_or_place(below):
        return _Head(lines=2, speaker=line.strip(), rest=below)
    return None


def _like_a_name(words: str) -> bool:
    """Tell a display name from a sentence: seven words at most, the longer ones capitalised or in another script."""
    return len(words.split()) <= 7 and all(not word[:1].islower() or len(word) < 4 for word in words.split())


def _clock_or_place(line: str) -> bool:
    """Tell a post's date line, which has the hour or the platform or who may read it, from a byline's mere date."""
    return bool(
        re.search(r"\bat\s+\d{1,2}[:.]\d{2}|·\s*(?:\S+\s*)?$|🌐|👥|\b(?:public|facebook)\b", line, re.IGNORECASE)
    )


def _explained(rest: str) -> bool:
    """Tell whether nothing but date, time, counts and labels stands in `rest`."""
    return len(_SHORT.sub("", DATE.sub("DATE", rest)).strip()) <= 12 and not re.search(
        r"\b\w+ \w{3,} \w{3,}", DATE.sub("", rest)
    )


def _adjacent(text: str, blocks: Sequence[Block], n: int) -> bool:
    """Tell whether the next block stands on the next line, without an empty one between."""
    return n + 1 < len(blocks) and text.count("\n", blocks[n].span.end, blocks[n + 1].span.start) == 1


def _last_line(text: str, blocks: Sequence[Block], first: int, *, opened: bool) -> int:
    """Return the last block of the words: up to an empty line, and over one that parts them from the header."""
    last = first - 1 if opened else first
    if last >= len(blocks) or (not opened and not _line(text, blocks, first)):
        return first - 1
    while last - first < _MOST_LINES and _adjacent(text, blocks, last) and _line(text, blocks, last + 1):
        if _head(text, blocks, last + 1) is not None:
            break
        last += 1
    if last + 1 < len(blocks) and _is_footer(_line(text, blocks, last + 1)):
        last += 1
    return last


def _is_footer(line: str) -> bool:
    """Tell a line of date and time, views, or nothing but a link."""
    if not line or len(line) > _LONGEST_HEAD:
        return False
    bare = LINK.sub("", line).strip()
    return (bare == "" or (bool(DATE.search(line)) and _explained(line))) and bool(
        LINK.search(line) or DATE.search(line)
    )


def _without_footer(text: str, blocks: Sequence[Block], first: int, last: int) -> tuple[int, int, str]:
    """Return where the words end, the last block of the post, and the words of its footer."""
    footer, end = "", last
    while end > first and _is_footer(_line(text, blocks, end)):
        footer = f"{_line(text, blocks, end)} {footer}"
        end -= 1
    return blocks[max(end, first - 1)].span.end, last, footer


def _platform(around: str, handle: str | None) -> str | None:
    """Judge by a link or a name in header and footer, else by the handle's form."""
    names = speech().platforms
    for link in LINK.finditer(around):
        host = re.sub(r"^(?:https?://)?(?:www\.|m\.)?", "", link.group().lower()).split("/")[0]
        if host in names:
            return names[host]
    for word in re.findall(r"[A-Za-z]+", around):
        if word.lower() in names and len(word) > 1:
            return names[word.lower()]
    if handle is None:
        return "facebook"
    return "mastodon" if handle.count("@") == 2 else "bluesky" if handle.endswith(".social") else "x"
