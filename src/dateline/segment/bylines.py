"""Signatures without a handle in brackets: `— Name (t.me/name), 5 May 2025`, `— u/name, r/place`, `Posted by Name on ...`.

A dash, a name and a date close many a sentence that is no post. So the line must also name a platform, by word, link or
kind of account, or end a paragraph that looks like a post (hashtags, emoji, a link to a picture).
"""

from __future__ import annotations

import re

from dateline.records import Span
from dateline.reference.speech import speech
from dateline.segment.signatures import DATE, LINK, Signature, read_date

_OPENING = re.compile(r"—|―|&mdash;|(?:(?<=[\s\"”])|^)[–-]{1,2}(?=\s?\S)|\bPosted by(?=\s)")
_ACCOUNT = re.compile(r"(?<![\w/])(?:@[\w.\-]{2,60}|u/[\w-]{2,40})")
_HOST = re.compile(
    r"(?<![\w@])(?:https?://)?(?:www\.|m\.)?(?P<host>[a-z][a-z0-9-]*(?:\.[a-z]{2,6})+)(?:/(?P<path>[\w.\-]+))?"
)
_NAME_ENDS = re.compile(r"[(|,\[]|\s(?:on|via|in)\s|\s[·•]\s")
_POST_LIKE = re.compile("[#＃]\\w|[\u2600-\u27bf\U0001f1e6-\U0001f1ff\U0001f300-\U0001faff]|pic\\.(?:twitter|x)\\.com/")
_PROSE = re.compile(r"[.!?]\s+[A-Z]?[a-z]{3}|[!?;:]\s")
_LEFT = re.compile(
    r"[\s,.|·•()\[\]–-]|\d{1,2}[:.]\d{2}|r/\w+"
    r"|\b(?:on|via|at|in|the|posts?|channel|page|story|reel|community|group|public|shared|a\.?m|p\.?m)\b",
    re.IGNORECASE,
)
_LONGEST = 140
_MOST_LEFT = 14  # characters of a byline that nothing explains
_WORDS = ("telegram", "facebook", "instagram", "threads", "tiktok", "youtube", "mastodon", "bluesky", "reddit", "vk", "vkontakte",
          "twitter", "X", "truth social", "weibo", "linkedin")  # fmt: skip


def byline(text: str, region: Span) -> Signature | None:
    """Return the signature that closes a paragraph, None where the paragraph ends in ordinary words."""
    low = max(region.start, region.end - _LONGEST)
    for match in reversed(list(_OPENING.finditer(text, low, region.end))):
        found = _read(
            text, Span(match.start(), region.end), match.end(), _POST_LIKE.search(text, region.start, match.start())
        )
        if found is not None:
            return found
    return None


def _read(text: str, span: Span, start: int, post_like: re.Match[str] | None) -> Signature | None:
    """Read name, account, platform and date out of the line after the dash."""
    line = text[start : span.end]
    name, rest = _name(line)
    when, link = DATE.search(line), LINK.search(line)
    platform, account = _platform(rest), _ACCOUNT.search(line)
    posted, undated = read_date(when) if when else (None, "not-stated")
    shared = text.startswith("Posted by", span.start)
    if name is None or (platform is None and not shared and not (post_like and posted)):
        return None
    if platform is None and text[span.start] == "-" and not shared:
        return None
    if _unexplained(rest, when, account, platform) or (
        when is None and account is None and link is None and not platform
    ):
        return None
    host = _HOST.search(rest)
    handle = account.group() if account else f"@{host['path']}" if host and host["path"] and _by_host(host) else None
    return Signature(
        span=span, speaker=name, handle=handle, posted=posted, undated=undated, url=link.group().rstrip(".,;)") if link else None,
        platform=platform or ("facebook" if shared else None),
    )  # fmt: skip


def _name(line: str) -> tuple[str | None, str]:
    """Return the name that opens the line and what follows it."""
    when, link, cut = DATE.search(line), LINK.search(line), _NAME_ENDS.search(line.lstrip())
    lead = len(line) - len(line.lstrip())
    ends = [m.start() for m in (when, link) if m] + ([cut.start() + lead] if cut else [])
    end = min(ends, default=len(line))
    name = line[:end].strip(" ,.–—-:\u200b\u200e\u200f\u2066\u2069")
    words = name.split()
    fits = 0 < len(words) <= 8 and not _PROSE.search(name) and (not name[:1].islower() or name.startswith("u/"))
    good = fits and all(not word[:1].islower() or len(word) < 4 or "/" in word for word in words)
    return (name, line[end:] if "/" not in name else line) if good else (None, line)


def _platform(rest: str) -> str | None:
    """Return the platform that the words after the name give away."""
    if re.search(r"(?<!\w)[ur]/\w", rest):
        return "reddit"
    for host in _HOST.finditer(rest):
        if found := _by_host(host):
            return found
    names = speech().platforms
    for word in _WORDS:
        if re.search(rf"(?<![\w./@]){word}(?![\w./])", rest, re.IGNORECASE if len(word) > 1 else 0):
            return names.get(word.lower())
    return None


def _by_host(host: re.Match[str]) -> str | None:
    return speech().platforms.get(host["host"].lower())


def _unexplained(rest: str, when: re.Match[str] | None, account: re.Match[str] | None, platform: str | None) -> bool:
    """Tell whether the line goes on with words that belong to no signature."""
    left = rest
    for known in (when.group() if when else "", account.group() if account else ""):
        left = left.replace(known, " ") if known else left
    left = _HOST.sub(" ", LINK.sub(" ", left))
    for word in _WORDS if platform else ():
        left = re.sub(rf"(?<!\w){word}(?!\w)", " ", left, flags=re.IGNORECASE)
    return len(_LEFT.sub("", left)) > _MOST_LEFT
