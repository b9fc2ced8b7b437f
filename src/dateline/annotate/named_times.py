"""Times that name a stretch of the calendar: dates, months, years, seasons, quarters, decades.

Each operation takes the fields of an expression and its context. What is not named, a year most often, is found by the tense.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from dateline.annotate import calendar as cal
from dateline.annotate.calendar import Moment
from dateline.annotate.other_calendars import from_hijri, from_iranian
from dateline.annotate.tense import Tense
from dateline.annotate.timing import Context, Timing, known, unknown
from dateline.reference.calendar_words import weekdays

_LATE = 6  # months


def calendar(fields: Mapping[str, Any], context: Context) -> Timing:
    """Place dates that name a year, a month or a day of one; what is missing is found by the tense."""
    year, month, day = fields.get("year"), fields.get("month"), fields.get("day")
    whole: Timing | None = fields.get("of")
    if whole is not None:
        if whole.moment is None:
            return replace(whole, value=f"XXXX-{month:02}") if month else whole
        return known(_named(whole.moment.start.year, month, day), whole.anchor)
    if year is not None:
        return known(_named(year, month, day), "absolute", _weekday_warning(fields, _named(year, month, day)))
    if month is None:
        return _day_of_month(day, context) if day else Timing("DATE", None, reason="vague")
    if fields.get("which") in ("following", "previous", "that"):
        return _beside_narrative(month, fields["which"], context)
    if context.clock.spoken is None:
        return unknown(f"XXXX-{month:02}" + (f"-{day:02}" if day else ""), context)
    moment = _missing_year(month, day, fields, context)
    return known(moment, context.clock.anchor, _weekday_warning(fields, moment))


def _day_of_month(day: int, context: Context) -> Timing:
    """Place a day of the month alone ("since the 12th") in this month, the last or the next by the tense."""
    spoken = context.clock.spoken
    if spoken is None:
        return unknown(f"XXXX-XX-{day:02}", context)
    months = [m for m in (cal.plus_months(spoken, n) for n in (-1, 0, 1)) if m is not None]
    days = [d for d in (cal.day_of(cal.make_date(m.year, m.month, day)) for m in months) if d is not None]
    return known(_by_tense(days, spoken, None, context.tense), context.clock.anchor)


def _beside_narrative(month: int, which: str, context: Context) -> Timing:
    """Place the next, last or same such month from where the narrative stands ("freed the following March", "that March")."""
    latest = context.clock.latest("year")
    if latest is None:
        return unknown(f"XXXX-{month:02}", context, narrative=True)
    if which == "that":  # told of in late autumn, "that January" is the next one
        next_year = latest.precision != "year" and latest.start.month - month > _LATE
        return known(_named(latest.start.year + int(next_year), month, None), "narrative")
    after = which == "following"
    inside = latest.precision == "year" or (latest.start.month < month if after else latest.start.month > month)
    year = latest.start.year + (0 if inside and latest.precision != "year" else 1 if after else -1)
    return known(_named(year, month, None), "narrative")


def _named(year: int, month: int | None, day: int | None) -> Moment | None:
    if month is None:
        return cal.year_of(year)
    return cal.month_of(year, month) if day is None else cal.day_of(cal.make_date(year, month, day))


def _missing_year(month: int, day: int | None, fields: Mapping[str, Any], context: Context) -> Moment | None:
    spoken = context.clock.spoken
    assert spoken is not None
    around = [m for m in (_named(spoken.year + n, month, day) for n in (-1, 0, 1)) if m is not None]
    if "start" in fields:
        around = [m for m in around if m.start >= fields["start"]] or around
        return min(around, key=lambda m: abs((m.start - fields["start"]).days), default=None)
    agreeing = [m for m in around if _weekday_warning(fields, m) is None] or around
    return _by_tense(agreeing, spoken, fields.get("which"), context.tense)


def _by_tense(moments: list[Moment], spoken: date, which: str | None, tense: Tense) -> Moment | None:
    """Return the latest stretch begun by the day of speaking, the first not over then, or the nearest."""
    begun = [m for m in moments if m.start <= spoken and not (which == "last" and spoken < m.end)]
    to_come = [m for m in moments if m.end > spoken and not (which == "next" and m.start <= spoken)]
    if (which == "last" or (which is None and tense == "past")) and begun:
        return max(begun, key=lambda m: m.start)
    if (which == "next" or (which is None and tense == "future")) and to_come:
        return min(to_come, key=lambda m: m.start)
    return min(moments, key=lambda m: (_distance(m, spoken), m.start), default=None)


def _distance(moment: Moment, day: date) -> int:
    """Return the days between a stretch and a day, 0 inside it."""
    return max((moment.start - day).days, (day - moment.end).days, 0)


def _weekday_warning(fields: Mapping[str, Any], moment: Moment | None) -> str | None:
    weekday = fields.get("weekday")
    if weekday is None or moment is None or moment.start.isoweekday() == weekday:
        return None
    actual = weekdays()[moment.start.isoweekday() - 1].capitalize()
    return f"the text says {weekdays()[weekday - 1].capitalize()}, but {moment.start.isoformat()} is a {actual}"


def numeric(fields: Mapping[str, Any], context: Context) -> Timing:
    """Place dates in figures; ISO order as it stands, others in the report's order."""
    if "iso" in fields:
        day, _, clock = str(fields["iso"]).partition("T")
        timing = known(cal.day_of(cal.make_date(*map(int, day.split("-")))), "absolute")
        if not clock or timing.moment is None:
            return timing
        value = f"{day}T{clock}"
        hour = (int(clock[:2]), int(clock[3:5]))
        return replace(timing, type="TIME", value=value, moment=timing.moment.with_value(value, "minute"), hour=hour)
    mark = next(c for c in str(fields["numeric"]) if not c.isdigit())
    numbers = [int(n) for n in str(fields["numeric"]).split(mark)]
    return known(cal.day_of(numeric_date(numbers, mark, context.order)), "absolute")


def numeric_date(numbers: list[int], mark: str, order: str) -> date | None:
    """Return the date that three numbers stand for; points mean day first, and an impossible order gives way."""
    first, second, year = numbers
    if year < 100:
        year += 1900 if year > 60 else 2000
    day_first = mark == "." or order == "dmy"
    for dmy in (day_first, not day_first):
        found = cal.make_date(year, second, first) if dmy else cal.make_date(year, first, second)
        if found is not None:
            return found
    return None


def other_calendar(fields: Mapping[str, Any], context: Context) -> Timing:
    """Place a Hijri or Iranian date on the Gregorian calendar; the warning says where it comes from."""
    year, day = fields["year"], fields["day"]
    if "hijri_month" in fields:
        note = "a Hijri date, converted by the tabular calendar: what was observed can differ by a day"
        return known(cal.day_of(from_hijri(year, fields["hijri_month"], day)), "absolute", note)
    note = "a date of the Iranian calendar, converted"
    return known(cal.day_of(from_iranian(year, fields["iranian_month"], day)), "absolute", note)


def period(fields: Mapping[str, Any], context: Context) -> Timing:
    """Place quarters, halves and seasons, of a year named or the one that the tense tells."""
    outer: Timing | None = fields.get("of")
    year = outer.moment.start.year if outer and outer.moment else fields.get("year")
    if year is not None:
        return known(_period_of(year, fields, context.south), outer.anchor if outer else "absolute")
    if fields.get("which") in ("following", "previous", "that"):
        return _period_beside(fields, context)
    spoken = context.clock.spoken
    if spoken is None or not any(name in fields for name in ("season", "quarter", "half")):
        finer = {"season": "-{}", "quarter": "-Q{}", "half": "-H{}"}
        return unknown("XXXX" + "".join(form.format(fields[f]) for f, form in finer.items() if f in fields), context)
    around = [m for m in (_period_of(spoken.year + n, fields, context.south) for n in (-1, 0, 1)) if m is not None]
    if fields.get("which") == "this":
        around = [m for m in around if m.value.startswith(f"{spoken.year:04}")] or around
    tense = "present" if "quarter" in fields else context.tense
    return known(_by_tense(around, spoken, fields.get("which"), tense), context.clock.anchor)


def _period_beside(fields: Mapping[str, Any], context: Context) -> Timing:
    """Place such a season from where the narrative stands ("sold the previous autumn", "that autumn they blocked the road")."""
    latest = context.clock.latest("year")
    if latest is None:
        return unknown(f"XXXX-{fields['season']}", context, narrative=True)
    around = [
        m for m in (_period_of(latest.start.year + n, fields, context.south) for n in (-1, 0, 1)) if m is not None
    ]
    if fields["which"] == "that":
        within = [m for m in around if m.start <= latest.start and latest.end <= m.end]
        return known(next((m for m in (*within, *around[1:2])), None), "narrative")
    if fields["which"] == "following":
        return known(
            min((m for m in around if m.start > latest.start), key=lambda m: m.start, default=None), "narrative"
        )
    return known(max((m for m in around if m.end <= latest.start), key=lambda m: m.end, default=None), "narrative")


def _period_of(year: int, fields: Mapping[str, Any], south: bool) -> Moment | None:
    if "season" in fields:
        return cal.season_of(year, fields["season"], south)
    if "half" in fields:
        return cal.half_of(year, fields["half"])
    quarter = fields.get("quarter", 0)
    return cal.quarter_of(year, 4 if quarter == -1 else quarter) if quarter in (-1, 1, 2, 3, 4) else None


def week_of(fields: Mapping[str, Any], context: Context) -> Timing:
    """Return the nth or last week, or weekday, of a month or year; without one named, of the month of speaking."""
    whole: Timing | None = fields.get("of")
    if whole is None:
        spoken = context.clock.spoken
        whole = (
            unknown("XXXX-XX", context)
            if spoken is None
            else known(cal.unit_around(spoken, "month"), context.clock.anchor)
        )
    if whole.moment is None:
        return whole
    n = int(fields.get("week", fields.get("nth_day", 0)))
    if "nth_day" in fields:
        day = cal.plus_days(whole.moment.end, -1) if n == -1 else cal.plus_days(whole.moment.start, n - 1)
        return known(cal.day_of(day), whole.anchor)
    if "weekday" in fields:
        return known(cal.day_of(_nth_weekday(whole.moment, fields["weekday"], n)), whole.anchor)
    day = cal.plus_days(whole.moment.end, -4) if n == -1 else cal.plus_days(whole.moment.start, 7 * n - 4)
    return known(cal.week_of(day), whole.anchor)


def _nth_weekday(whole: Moment, weekday: int, n: int) -> date | None:
    """Return the nth (-1: the last) such weekday of a month or year, None when it has fewer."""
    if n == -1:
        last = cal.plus_days(whole.end, -1)
        return last and cal.nearest_weekday(last, weekday, -1)
    first = cal.nearest_weekday(whole.start, weekday, 1)
    day = first and cal.plus_days(first, 7 * (n - 1))
    return day if day is not None and day < whole.end else None


def decade(fields: Mapping[str, Any], context: Context) -> Timing:
    """Return a decade; two figures mean the last century's."""
    first = "".join(c for c in str(fields["decade"]) if c.isdigit())
    year = int(first)
    return known(cal.decade_of(year if year > 100 else 1900 + year), "absolute")


def century(fields: Mapping[str, Any], context: Context) -> Timing:
    """Return a century."""
    number = int(fields["century"])
    return known(cal.century_of(number if 0 < number < 30 else 0), "absolute")
