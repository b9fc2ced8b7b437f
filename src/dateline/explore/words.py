"""Plain words for the values of a record, the same on pages and in the terminal."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import PurePosixPath

from dateline.records import Attribution, Count, EventTime, MentionPlace, MentionTime, Reading, Reason, Time, Voice

REASON_WORDS: dict[Reason, str] = {
    "not-stated": "the text does not say",
    "no-publication-date": "the report's publication date is unknown, so there is nothing to count from",
    "no-anchor": "it is unclear which day this is counted from",
    "ambiguous": "several readings are possible and none is clearly better",
    "not-in-gazetteer": "the place is named, but the gazetteer does not have it",
    "not-in-registry": "the name is not in the actor registry",
    "no-point": "the place is known, its coordinates are not",
    "hidden-source": "the text does not name the source",
    "vague": "the wording has no place on the calendar",
    "not-a-date": "the wording gives a duration, not a date",
    "no-mode": "no mode of this type fits",
    "not-calibrated": "the confidence has not been checked yet",
}
BASIS_WORDS = {
    "stated": "stated here",
    "inherited": "carried over from the text before",
    "document": "from the report's own date or dateline",
}
PRECISION_WORDS = {
    "venue": "point of the spot itself",
    "town": "point of the town",
    "admin2": "point of the district",
    "admin1": "point of the province or state",
    "country": "point of the country",
    "region": "point of a wider region",
}
PLATFORM_WORDS = {
    "x": "X", "telegram": "Telegram", "facebook": "Facebook", "instagram": "Instagram", "mastodon": "Mastodon",
    "threads": "Threads", "tiktok": "TikTok", "youtube": "YouTube", "bluesky": "Bluesky", "reddit": "Reddit",
    "vk": "VK",
}  # fmt: skip
SECTOR_WORDS = {
    "GOV": "government", "MIL": "armed forces", "COP": "police", "REB": "armed group", "CVL": "civilians",
    "OPP": "opposition", "LEG": "legislature", "JUD": "judiciary", "PTY": "party", "MED": "media", "BUS": "business",
    "EDU": "education", "LAB": "labour", "REL": "religious", "NGO": "aid or rights group", "IGO": "international body",
    "SPY": "intelligence", "PRM": "paramilitary", "UNS": "unspecified", "CRM": "crime", "ELI": "prominent person",
    "AGR": "farming", "HLH": "health", "REF": "displaced people", "DEV": "development",
}  # fmt: skip
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
_DAY = timedelta(days=1)


def reason_words(reason: Reason) -> str:
    """Return a sentence part that says why a value is unknown."""
    return REASON_WORDS[reason]


def day_words(day: date) -> str:
    """Write a day as "2 January 2023"."""
    return f"{day.day} {_month(day)} {day.year}"


def _month(day: date) -> str:
    return MONTHS[day.month - 1]


def interval_words(start: date | None, end: date | None) -> str:
    """Write a half-open interval of days in its shortest common form; open ends are said, "" when both are."""
    if start is None or end is None:
        if start is None and end is None:
            return ""
        return f"since {day_words(start)}" if start is not None else f"until {day_words(end - _DAY)}" if end else ""
    last = end - _DAY
    if last <= start:
        return day_words(start)
    if start.day == 1 and end.day == 1:
        return _months(start, last)
    if (start.year, start.month) == (last.year, last.month):
        return f"{start.day}–{day_words(last)}"
    if start.year == last.year:
        return f"{start.day} {_month(start)} – {day_words(last)}"
    return f"{day_words(start)} – {day_words(last)}"


def _months(start: date, last: date) -> str:
    """Write whole months: "May 2023", "May–July 2023", "2023", "2010–2019"."""
    if start.month == 1 and last.month == 12:
        return str(start.year) if start.year == last.year else f"{start.year}–{last.year}"
    if start.year == last.year:
        return (
            f"{_month(start)}–{_month(last)} {last.year}"
            if start.month != last.month
            else f"{_month(start)} {start.year}"
        )
    return f"{_month(start)} {start.year} – {_month(last)} {last.year}"


def when_words(time: MentionTime | EventTime | Time | None) -> str:
    """Write when something happened, "" when unknown."""
    return "" if time is None else interval_words(time.from_, time.to)


def range_words(low: int | None, high: int | None) -> str:
    """Write inclusive bounds: "31", "at least 31", "up to 5", "2,000–9,999"."""
    if low is None:
        return "" if high is None else f"up to {high:,}"
    if high is None:
        return f"at least {low:,}"
    return f"{low:,}" if low == high else f"{low:,}–{high:,}"


def count_words(count: Count) -> str:
    """Write a number with what it counts: "31 injured"."""
    return f"{range_words(count.low, count.high)} {count.of}".strip()


def place_words(place: MentionPlace | None) -> str:
    """Write a place with what contains it, nothing said twice; "" when unknown."""
    if place is None:
        return ""
    parts = [place.name, place.admin1, place.country]
    return ", ".join(p for i, p in enumerate(parts) if p and p not in parts[:i])


def point_words(lat: float | None, lon: float | None) -> str:
    """Write WGS 84 degrees as "33.26° N, 44.23° E", with spaces that do not break; "" when unknown."""
    if lat is None or lon is None:
        return ""
    return f"{abs(lat):.2f}°\u00a0{'S' if lat < 0 else 'N'}, {abs(lon):.2f}°\u00a0{'W' if lon < 0 else 'E'}"


def platform_words(platform: str | None) -> str:
    """Return a platform's name as people write it."""
    return PLATFORM_WORDS.get(platform or "", (platform or "").capitalize())


def voice_words(voice: Voice, outlet: str | None) -> str:
    """Name a voice: speaker, handle, and what kind of voice it is."""
    if voice.kind == "outlet":
        return voice.speaker or outlet or "the outlet"
    if voice.kind == "quote":
        return voice.speaker or "an unnamed speaker"
    return voice.speaker or voice.handle or "an unsigned post"


def voice_kind_words(voice: Voice) -> str:
    """Say what kind of voice it is: "outlet", "post on X, 2 January 2023", "quotation"."""
    if voice.kind == "outlet":
        return "the outlet’s own words"
    if voice.kind == "quote":
        return "quotation"
    where = f"post on {platform_words(voice.platform)}" if voice.platform else "post"
    return f"{where}, {day_words(voice.posted)}" if voice.posted else where


def said_words(said: Attribution) -> str:
    """Name an attribution's source with its cue: "the ministry — said"."""
    source = "an unnamed source" if said.source is None else said.source.name or said.source.text
    return f"{source} ({said.cue.text})" if said.cue is not None else source


def report_words(reading: Reading) -> str:
    """Name a report in short: its outlet, or the name of its file."""
    return reading.report.outlet or PurePosixPath(reading.report.source).name or reading.report.id
