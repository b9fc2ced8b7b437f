"""Posts that a report relays between quotation marks: `Posted on Mastodon by Name (@handle): "..."`.

Live reports give them no date of their own; the entry's day, told by the heading above it, stands in where the entry
has a time stamp or says that the post is fresh.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

from dateline.records import Block, Report, Span, Unresolved, Voice
from dateline.reference.calendar_words import weekdays
from dateline.reference.speech import speech
from dateline.segment.posts import hashtags, platform_of_handle
from dateline.segment.quotations import Quotation
from dateline.segment.signatures import DATE, HANDLE, read_date

_POSTING = re.compile(
    r"\b(?:posts?|posted|posting|tweet(?:s|ed|ing)?|thread|toot(?:ed)?|wrote|writes|shared|reposted)\b", re.IGNORECASE
)
_BY = re.compile(r"\bby\s+(?P<name>[^()\n\"“”]{2,80}?)\s*$")
_NAME = re.compile(r"(?:(?<=[\s,:;])|^)(?P<name>[^\W\d_a-z]?[\w.'’-]*(?:\s[\w.'’&-]+){0,7})\s*$")
_ON = re.compile(r"\bon\s+(?P<platform>[A-Z][\w.]*(?:\s[A-Z]\w+)?)")
_AFTER = re.compile(r"[\s,.]{0,3}(?P<name>[^()\n\"“”.]{2,80}?)\s*(?=\()")
_FRESH = re.compile(
    r"\b(?:an? (?:hour|minute|moment)|\w+ (?:hours|minutes|moments)) ago\b"
    r"|\b(?:just (?:now|posted)|this (?:morning|afternoon|evening)|today|tonight)\b",
    re.IGNORECASE,
)
_YESTERDAY = re.compile(r"\byesterday\b|\blast night\b", re.IGNORECASE)
_STAMP = re.compile(r"\s*(?:\[|\()?\d{1,2}[:.]\d{2}\b")
_WINDOW = 220


def relayed_post(text: str, quotation: Quotation, block: Block, day: date | None) -> Voice | None:
    """Return the quotation as a post's voice where the words beside it name its account; None for other quotations.

    block: the paragraph around it. day: the day of the live entry, None when unknown.
    """
    low = max(block.span.start, quotation.outer.start - _WINDOW)
    intro = text[low : quotation.outer.start]
    account = _before(intro) or _after(text[quotation.outer.end : min(block.span.end, quotation.outer.end + _WINDOW)])
    if account is None:
        return None
    name, handle, around = account
    platform = _platform(around, handle)
    posted = _stated(around) or _entry_date(around, text, block, day)
    fields = {"speaker": name, "handle": handle, "platform": platform, "posted": posted, "url": None}
    missing: Unresolved = {key: "not-stated" for key, value in fields.items() if value is None}
    return Voice(
        id="", parent=None, kind="post", speaker=name, span=quotation.span, platform=platform, handle=handle,
        posted=posted, hashtags=hashtags(text, quotation.span), body=quotation.span, unresolved=missing,
    )  # fmt: skip


def _before(intro: str) -> tuple[str | None, str | None, str] | None:
    """Read the account out of the words before the opening mark."""
    tail = re.split(r"[.!?]\s+(?=[A-Z])|[\"“”]", intro)[-1]
    if not _POSTING.search(tail) or not tail.rstrip().endswith((":", ",")):
        return None
    handles = list(HANDLE.finditer(tail))
    if handles:
        return _name_in(tail[: handles[-1].start()]), handles[-1]["handle"], tail
    by = re.search(r"\bpost(?:ed)?\b[^:]{0,60}\bon\s+[A-Z]\w*\s+by\s+([^:,\"“”]{2,80})[:,]\s*$", tail)
    return (by[1].strip(), None, tail) if by and _platform(tail, None) else None


def _after(rest: str) -> tuple[str | None, str | None, str] | None:
    """Read the account out of the words after the closing mark: `..., Name (@handle) wrote on X`."""
    sentence = re.split(r"[.!?](?:\s|$)", rest)[0]
    handle = HANDLE.search(sentence)
    if not handle or not _POSTING.search(sentence):
        return None
    match = _AFTER.match(sentence[: handle.start()] + "(")
    return (_name_in(match["name"]) if match else None), handle["handle"], sentence


def _name_in(words: str) -> str | None:
    """Return the account's name at the end of `words`: what follows "by", else the capitalised words."""
    if by := _BY.search(words):
        return by["name"].strip()
    out: list[str] = []
    for word in reversed(words.split()[-8:]):
        if not (word[:1].isupper() or word[:1].isdigit() or (out and word in ("of", "for", "the", "de", "and", "&"))):
            break
        out.append(word)
        if word.endswith((",", ":")):
            out.pop()
            break
    while out and out[-1].lower() in ("the", "of", "for", "and", "in", "on"):
        out.pop()
    return " ".join(reversed(out)) or None


def _platform(around: str, handle: str | None) -> str | None:
    if handle and (by_handle := platform_of_handle(handle)):
        return by_handle
    names = speech().platforms
    for match in _ON.finditer(around):
        for name in (match["platform"].lower(), match["platform"].lower().split()[0]):
            if name in names:
                return names[name]
    return "x" if re.search(r"\b[Tt]weet", around) else None


def _stated(around: str) -> date | None:
    match = DATE.search(around)
    return read_date(match)[0] if match else None


def _entry_date(around: str, text: str, block: Block, day: date | None) -> date | None:
    """Return the live entry's day, for a time-stamped entry or a post that is told to be fresh."""
    if day is None:
        return None
    if _YESTERDAY.search(around):
        return day - timedelta(days=1)
    stamped = _STAMP.match(text, block.span.start) is not None
    return day if stamped or _FRESH.search(around) else None


def entry_days(report: Report, blocks: Sequence[Block]) -> list[date | None]:
    """Return for each paragraph the day that the nearest heading above it names.

    A heading is a short line of its own: "MONDAY", "Tuesday 4 May", "4 May 2021". A bare weekday is the last such
    day up to the publication date; without that date it stays None.
    """
    out: list[date | None] = []
    day: date | None = None
    for block in blocks:
        day = _heading_day(block.span, report) or day
        out.append(day)
    return out


def _heading_day(span: Span, report: Report) -> date | None:
    if len(span) > 40:
        return None
    line = span.of(report.text).strip().rstrip(":").lower()
    match = DATE.search(line)
    if match and len(match.group()) + 12 >= len(line):
        return read_date(match)[0]
    word = re.split(r"[\s,]", line, maxsplit=1)[0]
    if word not in weekdays() or len(line.split()) > 3 or report.published is None:
        return None
    back = (report.published.weekday() - weekdays().index(word)) % 7
    return report.published - timedelta(days=back)
