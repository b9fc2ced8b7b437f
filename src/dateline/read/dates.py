"""Calendar dates as pages and tables write them: ISO forms, day-month-year in many languages, never a guess."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime
from functools import lru_cache

# Languages of the month names, commonest in embedded posts first. Source of the names: Unicode CLDR through babel.
_LANGUAGES = (
    "en", "es", "fr", "de", "pt", "it", "ru", "uk", "ar", "fa", "he", "tr", "nl", "pl", "sv", "da", "nb", "fi", "cs",
    "sk",
    "hu", "ro", "bg", "el", "sr", "sr_Latn", "hr", "sl", "sq", "mk", "bs", "et", "lv", "lt", "be", "ka", "hy", "az",
    "kk",
    "uz", "ur", "hi", "bn", "ta", "te", "ml", "si", "ne", "my", "km", "lo", "th", "vi", "id", "ms", "fil", "sw", "am",
    "ca",
    "gl", "eu", "af", "is", "ga", "cy", "mt", "ku", "ps",
)  # fmt: skip
_YEARS = range(1800, 2101)
_ISO = re.compile(r"(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)")
_EAST_ASIAN = re.compile(r"(\d{4})\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日일]")
_YEAR_FIRST = re.compile(r"(?<!\d)(\d{4})[/.](\d{1,2})[/.](\d{1,2})(?!\d)")
_DOTTED = re.compile(r"(?<!\d)(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})(?!\d)")
_SLASHED = re.compile(r"(?<!\d)(\d{1,2})[/-](\d{1,2})[/-](\d{4})(?!\d)")
# A month's name: letters, and the vowel signs of Indic, Burmese and Khmer scripts, which `\w` leaves out.
_SIGNS = r"\u0300-\u036f\u0900-\u0dff\u1000-\u109f\u1780-\u17ff"
_WORD = rf"([^\W\d_](?:[^\W\d_]|[{_SIGNS}])*)"
_DAY_MONTH = re.compile(
    rf"(?<!\d)(\d{{1,2}})(?:st|nd|rd|th|er|º|ª|°|\.)?[\s\-]+(?:of\s+|de\s+|di\s+|ta['’]\s+|d['’])?{_WORD}\.?,?[\s\-]+"
    r"(?:de\s+|del\s+|of\s+)?(\d{4})(?!\d)"
)
_MONTH_DAY = re.compile(rf"{_WORD}\.?\s+(\d{{1,2}})(?:st|nd|rd|th)?\.?,?\s+(\d{{4}})(?!\d)")


def parse_iso(value: str) -> date | None:
    """Read an ISO 8601 date or datetime; the calendar date is that of the stated local time. None for anything else."""
    value = value.strip()
    try:
        return date.fromisoformat(value)
    except ValueError:
        pass
    try:
        return datetime.fromisoformat(value).date()
    except ValueError:
        return None


def parse_stamp(value: str) -> date | None:
    """Read the date of a page's machine-readable stamp, lenient about what follows the date."""
    found = parse_iso(value)
    if found is None:
        match = re.match(r"\s*(\d{4})-(\d{2})-(\d{2})(?!\d)", value)
        found = _date(*map(int, match.groups())) if match else find_date(value)
    return found if found is not None and found.year in _YEARS else None


def find_date(text: str, language: str | None = None) -> date | None:
    """Return the one full calendar date in a short text; None where there is none, two, or an ambiguous one.

    language: ISO 639-1 code of the page, which settles month names that mean different months in two languages.
    """
    text = " ".join(text.split())[:300]
    found = {day for day in _numeric(text) if day is not None}
    found.update(day for day in _named(text, language) if day is not None)
    return found.pop() if len(found) == 1 else None


def _numeric(text: str) -> Iterator[date | None]:
    """Yield the dates written in digits; day and month of 1/2/2023 are not told apart, so it gives None."""
    for pattern in (_ISO, _EAST_ASIAN, _YEAR_FIRST):
        yield from (_date(int(y), int(m), int(d)) for y, m, d in pattern.findall(text))
    yield from (_date(int(y), int(m), int(d)) for d, m, y in _DOTTED.findall(text))
    for first, second, year in _SLASHED.findall(text):
        a, b = int(first), int(second)
        if a == b or a > 12:
            yield _date(int(year), b, a)
        elif b > 12:
            yield _date(int(year), a, b)


def _named(text: str, language: str | None) -> Iterator[date | None]:
    """Yield the dates whose month is a word."""
    for day, name, year in _DAY_MONTH.findall(text):
        month = _month(name, language)
        yield _date(int(year), month, int(day)) if month else None
    for name, day, year in _MONTH_DAY.findall(text):
        month = _month(name, language)
        yield _date(int(year), month, int(day)) if month else None


def _date(year: int, month: int, day: int) -> date | None:
    """Make a date; None for what no calendar has (other eras and calendars fall out here)."""
    try:
        return date(year, month, day) if year in _YEARS else None
    except ValueError:
        return None


def _month(name: str, language: str | None) -> int | None:
    """Return the month that a word names: in English, else in the page's language, else where all languages agree."""
    key = name.casefold().rstrip(".")
    for code in ("en", language):
        months = _names(code).get(key) if code else None
        if months:
            return months
    meanings = {month for code in _LANGUAGES if (month := _names(code).get(key))}
    return meanings.pop() if len(meanings) == 1 else None


@lru_cache(maxsize=128)
def _names(language: str) -> dict[str, int]:
    """Return the month names of a language, wide and abbreviated, case-folded and without a final point."""
    from babel import Locale, UnknownLocaleError

    try:
        months = Locale.parse(language.replace("-", "_")).months
    except (UnknownLocaleError, ValueError):
        return {}
    out = {"sept": 9} if language == "en" else {}
    for context in ("format", "stand-alone"):
        for width in ("wide", "abbreviated"):
            for number, name in months[context][width].items():
                key = name.casefold().rstrip(".")
                if len(key) > 1 and not key[0].isdigit():
                    out[key] = number
    return out
