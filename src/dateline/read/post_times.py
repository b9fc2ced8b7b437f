"""When an embedded post was posted: what its markup states, else what its id says.

Embed codes of X, Facebook, Bluesky and older ones of Instagram write the date out; widgets carry it in an attribute. Where
neither is there, the ids of some platforms hold the moment (in UTC) at which they were given:

- X: milliseconds since 2010-11-04 above 22 bits (developer documentation, "Twitter IDs (snowflake)"); older ids hold none.
- Instagram: the short code is the media id in base 64, milliseconds above 23 bits ("Sharding & IDs at Instagram",
  instagram-engineering.com, 2012). The start of the count is 2011-08-24T21:07:01.721Z, as shown by embed codes that state
  their time; codes of private posts have a tail.
- TikTok: Unix seconds in the upper 32 of 64 bits (Steel and others, "Just Another Hour on TikTok", arXiv:2504.13279).
- Bluesky: the record key is a TID, microseconds above 10 bits in base 32 (atproto.com/specs/tid).
- Mastodon: milliseconds above 16 bits (`lib/mastodon/snowflake.rb` of its source).

Ids of Facebook, Reddit, Telegram, VK and YouTube hold no time; `data-embed-created` and `data-card-created` of Reddit's embed
codes are the moment of embedding, not of posting, and stay unread.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from dateline.read.dates import find_date, parse_stamp
from dateline.read.walk import clean

if TYPE_CHECKING:
    from lxml.etree import _Element

_BASE_64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
_BASE_32 = "234567abcdefghijklmnopqrstuvwxyz"
_X_START = 1_288_834_974_657  # milliseconds
_X_FIRST = 1 << 35  # ids below were counted up one by one
_INSTAGRAM_START = 1_314_220_021_721  # milliseconds
_SHORT_CODE = 11  # characters of an id; what follows is the key of a private post
_STAMPED = ("data-utime", "time")  # Unix seconds: Facebook's <abbr>, VK's <span class="rel_date">
_STATED = frozenset(("datePublished", "dateCreated", "uploadDate"))  # schema.org
# The id in a post's address.
_IDS = {
    "x": re.compile(r"/status(?:es)?/(\d{9,20})"),
    "instagram": re.compile(r"/(?:p|reel|tv)/([\w-]{10,60})"),
    "tiktok": re.compile(r"/(?:video|photo)/(\d{17,20})"),
    "bluesky": re.compile(r"/post/([2-7a-z]{13})(?![\w-])"),
    "mastodon": re.compile(r"/(?:@[^/]+|statuses)/(\d{17,19})"),
}


def stated_day(element: _Element) -> date | None:
    """Return the calendar date that an attribute of the markup states."""
    for inner in element.iter():
        if not isinstance(inner.tag, str):
            continue
        stamp = inner.get("datetime") if inner.tag == "time" else None
        if stamp is None and inner.get("itemprop") in _STATED:
            stamp = inner.get("content") or inner.get("datetime")
        found = parse_stamp(stamp) if stamp else _stamped(inner)
        if found is not None:
            return found
    return None


def linked_day(element: _Element, language: str | None) -> date | None:
    """Return the one date that the text of a link gives, as X and Facebook link the day to the post."""
    dates = {find_date(clean("".join(link.itertext())), language) for link in _short_links(element)} - {None}
    return dates.pop() if len(dates) == 1 else None


def day_of_id(url: str | None, platform: str) -> date | None:
    """Return the date, in UTC, that the id in a post's address holds; None where the platform's ids hold none."""
    pattern = _IDS.get(platform)
    match = pattern.search(url) if pattern is not None and url else None
    return _READERS[platform](match.group(1)) if match is not None else None


def _stamped(element: _Element) -> date | None:
    dated = element.tag == "abbr" or "rel_date" in (element.get("class") or "").split()
    stamp = next((value for name in _STAMPED if (value := element.get(name))), "") if dated else ""
    return _day(int(stamp)) if re.fullmatch(r"\d{9,10}", stamp) else None


def _short_links(element: _Element) -> Iterator[_Element]:
    """Yield the links whose text can be a date."""
    for link in element.iter("a"):
        text = "".join(link.itertext())
        if len(text) < 60 and any(c.isdigit() for c in text):
            yield link


def _day(seconds: float) -> date:
    return datetime.fromtimestamp(seconds, UTC).date()


def _of_x(digits: str) -> date | None:
    number = int(digits)
    return _day(((number >> 22) + _X_START) / 1000) if number >= _X_FIRST else None


def _of_instagram(code: str) -> date | None:
    number = _number(code[:_SHORT_CODE], _BASE_64)
    return _day(((number >> 23) + _INSTAGRAM_START) / 1000) if number < 1 << 64 else None


def _of_tiktok(digits: str) -> date | None:
    return _day(int(digits) >> 32)


def _of_bluesky(key: str) -> date | None:
    number = _number(key, _BASE_32)
    return _day((number >> 10) / 1_000_000) if number < 1 << 63 else None


def _of_mastodon(digits: str) -> date | None:
    return _day((int(digits) >> 16) / 1000)


def _number(code: str, alphabet: str) -> int:
    out = 0
    for character in code:
        out = out * len(alphabet) + alphabet.index(character)
    return out


_READERS: dict[str, Callable[[str], date | None]] = {
    "x": _of_x,
    "instagram": _of_instagram,
    "tiktok": _of_tiktok,
    "bluesky": _of_bluesky,
    "mastodon": _of_mastodon,
}
