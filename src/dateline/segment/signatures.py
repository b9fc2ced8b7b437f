"""The signature under a pasted post: "— Name (@handle) January 2, 2023", and its kin.

A signature is a handle in brackets with a name before it and, nearly always, a date after it. Everything here works on
windows of bounded length, so the cost is linear in the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

import msgspec

from dateline.records import Reason, Span

# Characters without width that copying leaves behind: zero-width spaces and joiners, direction marks, isolates.
_HIDDEN = "\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff"
_GAP = rf"[\s{_HIDDEN}]{{0,8}}"
LINK = re.compile(r"(?:https?://|(?:pic\.)?(?:twitter|x)\.com/|t\.co/|t\.me/|www\.)[^\s<>\"“”»)]{1,400}", re.IGNORECASE)
HANDLE = re.compile(rf"\({_GAP}(?P<handle>@[\w.\-]{{1,80}}(?:@[\w.\-]{{1,120}})?){_GAP}\)")
_DASH = re.compile(r"—|―|&mdash;|&ndash;|(?:(?<=[\s(])|^)(?:–|‒|-{1,3})(?=\s?\S)")
_SHARED = re.compile(r"\b(?:A (?:post|photo|video|reel) (?:shared|posted) by|Posted by)\s", re.IGNORECASE)
_TIME = r"(?:at\s+)?\d{1,2}[:.]\d{2}(?:[:.]\d{2})?\s?(?:[ap]\.?m\.?)?(?:\s(?:UTC|GMT|[A-Z]{2,4}))?"
_MONTH = r"[^\s\d,()·•]{1,16}"
DATE = re.compile(
    rf"(?P<m1>{_MONTH})\s(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?,?\s(?P<y1>\d{{4}})(?!\d)"
    rf"|(?P<d2>\d{{1,2}})(?:st|nd|rd|th|er|\.|º)?\s(?:(?:de|of)\s)?(?P<m2>{_MONTH})(?:\s(?:de|del))?,?\s(?P<y2>\d{{4}})(?!\d)"
    r"|(?P<y3>\d{4})-(?P<m3>\d{2})-(?P<d3>\d{2})(?!\d)"
    r"|(?P<y4>\d{4})\s?年\s?(?P<m4>\d{1,2})\s?月\s?(?P<d4>\d{1,2})\s?日"
    r"|(?P<a5>\d{1,2})[./](?P<b5>\d{1,2})[./](?P<y5>\d{4})(?!\d)"
)
_LEAD = re.compile(
    rf"[\s,·•|:{_HIDDEN}—–-]{{0,8}}(?:on\s)?(?:{_TIME}[\s·•,–-]{{1,5}})?(?:[^\W\d_]{{2,14}},?\s)??"
    rf"(?={DATE.pattern.replace('?P<', '?P<look_')})"
)
_TAIL = re.compile(rf"(?:[\s·•,]{{1,3}}{_TIME})?\.?")
_SENTENCE = re.compile(r"[.!?]\s+[a-z]|[!?…:;]\s|[^\W\d_]{4,}\.\s")
_BETWEEN = re.compile(rf"[\s,:{_HIDDEN}]{{0,8}}")
_VAGUE = re.compile(
    r"[·•,\s]{0,4}(?:[^\W\d_]{3,9}\.? \d{1,2}|\d{1,2} [^\W\d_]{3,9}|\d{1,2} ?[^\W\d_]{1,7}(?: ago)?)?\.?\s*"
)
_GOES_ON = re.compile(r"[,;]?\s[a-z]")  # a sentence that runs on after the date is prose
_LONGEST_NAME = 80
_MOST_WORDS = 10
_LONGEST_REMAINDER = 24


class Signature(msgspec.Struct, frozen=True, kw_only=True):
    """Who signed and when. span: from the dash to the end of date and link; words end where it starts.

    platform: what the signature itself says of it, None where the words must tell.
    """

    span: Span
    speaker: str | None
    handle: str | None
    posted: date | None
    undated: Reason | None
    url: str | None
    shared: bool = False
    platform: str | None = None


def signatures(text: str, region: Span) -> Iterator[Signature]:
    """Yield the signatures of one paragraph in order. region: the paragraph's span."""
    floor = region.start
    for match in HANDLE.finditer(text, region.start, region.end):
        found = _signature(text, floor, region.end, match)
        if found is not None:
            yield found
            floor = found.span.end


def _signature(text: str, floor: int, end: int, handle: re.Match[str]) -> Signature | None:
    """Read the signature around a handle, or None where brackets and dash are ordinary prose."""
    named = _name_before(text, floor, handle.start())
    lead = _LEAD.match(text, handle.end(), end)
    when = DATE.match(text, lead.end(), end) if lead else None
    posted, undated = read_date(when) if when else (None, "not-stated")
    if when and posted is None and undated != "ambiguous":
        when = None
    stop = _TAIL.match(text, when.end(), end).end() if when else handle.end()  # type: ignore[union-attr]
    stop, url = _links_after(text, stop, end)
    if named is None or (when is None and not _closes(text, stop, end)):
        return None
    start, speaker, marked = named
    if not marked and (when is None or not _closes(text, stop, end)):
        return None
    if (url is None and _GOES_ON.match(text, stop, end)) or (when is None and not _capitalised(speaker)):
        return None
    return Signature(
        span=Span(start, stop),
        speaker=speaker,
        handle=handle["handle"],
        posted=posted,
        undated=undated,
        url=url,
        shared=marked == "shared",
    )


def _name_before(text: str, floor: int, stop: int) -> tuple[int, str, str] | None:
    """Return (start of the signature, name, "dash", "shared" or "") for the handle at `stop`."""
    low = max(floor, stop - _LONGEST_NAME - 8)
    window = text[low:stop]
    dashes = list(_DASH.finditer(window)) or list(_SHARED.finditer(window))
    strong = [m for m in dashes if m.group() in "—―" or m.group().startswith("&")] or dashes
    for match in reversed(strong):
        if name := _as_name(window[match.end() :]):
            return low + match.start(), name, "shared" if match.group()[:1] in "AaPp" else "dash"
    # Mastodon's form has no dash: the name stands alone or after the last sentence.
    begin = max((m.end() for m in re.finditer(r"[.!?…]\s+|\n\s*", window)), default=0 if low == floor else len(window))
    name = _as_name(window[begin:])
    if name and _capitalised(name):
        return low + begin + len(window[begin:]) - len(window[begin:].lstrip()), name, ""
    return None


def _as_name(raw: str) -> str | None:
    """Return a display name, None where the words cannot be one."""
    name = raw.translate(_NO_WIDTH).strip()
    if not name or len(name) > _LONGEST_NAME or "\n" in name or "#" in name or len(name.split()) > _MOST_WORDS:
        return None
    return None if LINK.search(name) or _SENTENCE.search(name) else name


_NO_WIDTH = dict.fromkeys(c for c in range(0x200B, 0x2070) if c not in (0x200C, 0x200D, *range(0x2010, 0x202A)))


def _closes(text: str, stop: int, end: int) -> bool:
    """Tell whether hardly anything but a vague date ("Jan 2", "2h") stands between `stop` and the paragraph's end."""
    return stop + _LONGEST_REMAINDER >= end and _VAGUE.fullmatch(text, stop, end) is not None


def _capitalised(name: str) -> bool:
    return all(not word[:1].islower() or len(word) < 4 for word in name.split())


def _links_after(text: str, start: int, end: int) -> tuple[int, str | None]:
    """Step over the links that follow; return the new end and the post's own address among them."""
    stop, url = start, None
    for _ in range(3):
        gap = _BETWEEN.match(text, stop, end)
        match = LINK.match(text, gap.end() if gap else stop, end)
        if not match:
            break
        stop = match.end()
        if url is None and not match.group().lower().startswith("pic."):
            url = match.group().rstrip(".,;")
    return stop, url


def read_date(match: re.Match[str]) -> tuple[date | None, Reason | None]:
    """Turn a `DATE` match into a calendar date; (None, reason) where it is none or could be two."""
    got = {k: v for k, v in match.groupdict().items() if v}
    try:
        if "y5" in got:
            return _numeric(int(got["a5"]), int(got["b5"]), int(got["y5"]), dotted="." in match.group())
        n = next(k[1] for k in got if k.startswith("y"))
        raw = got["m" + n]
        month = int(raw) if raw.isdigit() else month_number(raw)
        return (date(int(got["y" + n]), month, int(got["d" + n])), None) if month else (None, "not-stated")
    except ValueError:
        return None, "not-stated"


def _numeric(a: int, b: int, year: int, *, dotted: bool) -> tuple[date | None, Reason | None]:
    """Read "3/4/2023": sure only where one of the two can be no month or both are equal; with points the day comes first."""
    if a == b or a > 12 >= b or (dotted and b <= 12):
        return date(year, b, a), None
    if b > 12 >= a:
        return date(year, a, b), None
    return None, "ambiguous"


_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_ENGLISH = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
    "november", "december",
)  # fmt: skip
# Locales of the languages that embedded posts most often come in; names of months from the Unicode CLDR.
_LOCALES = (
    "es", "fr", "de", "pt", "it", "nl", "ru", "uk", "pl", "tr", "ar", "he", "el", "ro", "cs", "hu", "sv", "da", "nb", "fi",
    "id", "vi", "hi", "bn", "ur", "fil", "ca", "bg", "sr", "hr", "az", "ka", "hy", "ms", "sw", "am", "ta", "th", "my", "km", "sl",
    "sk",
)  # fmt: skip


def month_number(word: str) -> int | None:
    """Return 1 to 12 for a month's name or abbreviation in any of the known languages, else None."""
    name = word.strip(".").casefold()
    if name in _ENGLISH:
        return _ENGLISH.index(name) + 1
    if name[:3] in _MONTHS and (len(name) == 3 or name == "sept"):
        return _MONTHS.index(name[:3]) + 1
    return _foreign_months().get(name) if name and not name.isdigit() else None


@cache
def _foreign_months() -> dict[str, int]:
    """Return month names of other languages; a name that two languages use for two months is left out."""
    from babel.dates import get_month_names

    seen: dict[str, set[int]] = {}
    for locale in _LOCALES:
        for width in ("wide", "abbreviated"):
            for context in ("format", "stand-alone"):
                for number, name in get_month_names(width, context, locale).items():
                    seen.setdefault(name.strip(".").casefold(), set()).add(number)
    return {name: numbers.pop() for name, numbers in seen.items() if len(numbers) == 1}
