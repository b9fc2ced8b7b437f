"""Calendar arithmetic: stretches of time with their TIMEX3 values, never an overflow.

Whatever leaves the calendar (before year 1, after 9999) or does not exist (31 June) is None.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from dateline.records.annotation import TimePrecision

SEASON_STARTS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}  # northern meteorological seasons, first month
UNIT_CODES = {
    "day": "D",
    "night": "D",
    "week": "W",
    "month": "M",
    "quarter": "Q",
    "year": "Y",
    "decade": "DE",
    "century": "CE",
}
DAYS_IN = {"day": 1, "night": 1, "week": 7, "fortnight": 14}
_FEW = 10  # "three days later" in a year told of is in that year
CLOCK_CODES = {"hour": "H", "minute": "M", "second": "S"}


@dataclass(frozen=True, slots=True)
class Moment:
    """A stretch of the calendar.

    start, end: half-open interval of dates. value: its TIMEX3 value.
    """

    start: date
    end: date
    value: str
    precision: TimePrecision

    def with_value(self, value: str, precision: TimePrecision) -> Moment:
        """Return the same stretch under a finer value (a part of a day, a clock time)."""
        return replace(self, value=value, precision=precision)


def make_date(year: int, month: int, day: int) -> date | None:
    """Return the date, or None when there is no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def plus_days(day: date, n: int) -> date | None:
    """Return the date n days on, or None beyond the calendar's ends."""
    try:
        return day + timedelta(days=n)
    except OverflowError:
        return None


def plus_months(day: date, n: int) -> date | None:
    """Return the first day of the month n months on, or None beyond the calendar's ends."""
    months = day.year * 12 + day.month - 1 + n
    return make_date(months // 12, months % 12 + 1, 1)


def same_day_of(first: date, day: int) -> date:
    """Return that day of the month of `first`, or the month's last where it has fewer days."""
    return next(d for d in (make_date(first.year, first.month, n) for n in range(day, 0, -1)) if d is not None)


def _moment(start: date | None, end: date | None, value: str, precision: TimePrecision) -> Moment | None:
    return None if start is None or end is None else Moment(start, end, value, precision)


def day_of(day: date | None) -> Moment | None:
    """Return one day."""
    return None if day is None else _moment(day, plus_days(day, 1), day.isoformat(), "day")


def week_of(day: date | None) -> Moment | None:
    """Return the ISO week of a day."""
    monday = None if day is None else plus_days(day, -day.weekday())
    if day is None or monday is None:
        return None
    year, week, _ = day.isocalendar()
    return _moment(monday, plus_days(monday, 7), f"{year:04}-W{week:02}", "week")


def weekend_of(day: date | None) -> Moment | None:
    """Return the Saturday and Sunday of the ISO week of a day."""
    week = week_of(day)
    if week is None:
        return None
    return _moment(plus_days(week.start, 5), week.end, f"{week.value}-WE", "range")


def month_of(year: int, month: int) -> Moment | None:
    """Return a month."""
    first = make_date(year, month, 1)
    return None if first is None else _moment(first, plus_months(first, 1), f"{year:04}-{month:02}", "month")


def quarter_of(year: int, quarter: int) -> Moment | None:
    """Return a quarter, 1 to 4."""
    first = make_date(year, 3 * quarter - 2, 1)
    return None if first is None else _moment(first, plus_months(first, 3), f"{year:04}-Q{quarter}", "quarter")


def half_of(year: int, half: int) -> Moment | None:
    """Return a half of a year, 1 or 2."""
    first = make_date(year, 6 * half - 5, 1)
    return None if first is None else _moment(first, plus_months(first, 6), f"{year:04}-H{half}", "range")


def season_of(year: int, season: str, south: bool = False) -> Moment | None:
    """Return a season ("SP", "SU", "FA", "WI"); the one that begins in December runs into the next year.

    south: of the southern half of the earth.
    """
    first = make_date(year, (SEASON_STARTS[season] + 5) % 12 + 1 if south else SEASON_STARTS[season], 1)
    return None if first is None else _moment(first, plus_months(first, 3), f"{year:04}-{season}", "season")


def year_of(year: int) -> Moment | None:
    """Return a year."""
    return _moment(make_date(year, 1, 1), make_date(year + 1, 1, 1), f"{year:04}", "year")


def decade_of(year: int) -> Moment | None:
    """Return the decade of a year; its TIMEX3 value has three digits."""
    first = year // 10 * 10
    return _moment(make_date(first, 1, 1), make_date(first + 10, 1, 1), f"{first // 10:03}", "decade")


def century_of(number: int) -> Moment | None:
    """Return the nth century (the 21st: 2000 to 2099 in news); its TIMEX3 value has two digits."""
    first = (number - 1) * 100
    return _moment(make_date(max(first, 1), 1, 1), make_date(first + 100, 1, 1), f"{first // 100:02}", "century")


def unit_around(day: date, unit: str, n: int = 0) -> Moment | None:
    """Return the unit ("day" to "century") that holds the day, or the nth before (negative) or after it."""
    if unit in ("day", "night"):
        return day_of(plus_days(day, n))
    if unit in ("week", "fortnight"):
        return week_of(plus_days(day, 7 * n * (2 if unit == "fortnight" else 1)))
    if unit in ("month", "quarter"):
        first = plus_months(day, n * (3 if unit == "quarter" else 1))
        if first is None:
            return None
        return month_of(first.year, first.month) if unit == "month" else quarter_of(first.year, (first.month + 2) // 3)
    return _years_around(day.year, unit, n)


def _years_around(year: int, unit: str, n: int) -> Moment | None:
    if unit == "year":
        return year_of(year + n)
    if unit == "decade":
        return decade_of(year + 10 * n)
    return century_of(year // 100 + 1 + n)


def count_from(day: date, unit: str, n: int) -> Moment | None:
    """Return where n units before or after the day of a happening fall: a day for days and weeks, else the month or year."""
    return day_of(days_from(day, unit, n)) if unit in DAYS_IN else unit_around(day, unit, n)


def days_from(day: date, unit: str, n: int) -> date | None:
    """Return the day n days or weeks before or after a day, None for longer units."""
    return plus_days(day, n * DAYS_IN[unit]) if unit in DAYS_IN else None


def moved(moment: Moment, days: int) -> Moment | None:
    """Return a stretch so many days on: itself where they are few beside its length, None beyond the calendar's ends."""
    if abs(days) * _FEW <= (moment.end - moment.start).days:
        return moment
    start, end = plus_days(moment.start, days), plus_days(moment.end, days)
    return _moment(start, end, "XXXX-XX-XX", "range")


def third_of(moment: Moment, which: str) -> Moment:
    """Return the first ("START"), middle ("MID") or last ("END") third of a stretch, under the same value."""
    days = (moment.end - moment.start).days
    if days < 3:
        return moment
    first, second = moment.start + timedelta(days=days // 3), moment.start + timedelta(days=2 * days // 3)
    start, end = {"START": (moment.start, first), "MID": (first, second), "END": (second, moment.end)}[which]
    return Moment(start, end, moment.value, "range")


def nearest_weekday(day: date, weekday: int, direction: int) -> date | None:
    """Return the nearest such weekday (1 Monday to 7 Sunday) on or before (-1) or on or after (1) a day."""
    gap = (weekday - day.isoweekday()) % 7
    return plus_days(day, gap if direction > 0 else (gap - 7 if gap else 0))


def duration_value(n: float | None, unit: str) -> str:
    """Return the TIMEX3 value of n units, None for an uncounted number ("PXD")."""
    if n == 0.5 and unit in ("hour", "minute", "year"):
        n, unit = (30, {"hour": "minute", "minute": "second"}[unit]) if unit != "year" else (6, "month")
    if unit == "fortnight":
        n, unit = (None if n is None else 2 * n), "week"
    amount = "X" if n is None else f"{n:g}" if n < 1_000_000 else str(int(n))
    if unit in CLOCK_CODES:
        return f"PT{amount}{CLOCK_CODES[unit]}"
    return f"P{amount}{UNIT_CODES[unit]}"
