"""Times counted from a day: the day of speaking, the narrative's current day, or the day of a happening.

Each operation takes the fields of an expression and its context.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from dateline.annotate import calendar as cal
from dateline.annotate.tense import Tense
from dateline.annotate.timing import Context, Timing, known, unknown
from dateline.records.annotation import Anchor

_UNKNOWN_UNIT = {
    "day": "XXXX-XX-XX",
    "night": "XXXX-XX-XX",
    "week": "XXXX-WXX",
    "fortnight": "XXXX-WXX",
    "month": "XXXX-XX",
    "quarter": "XXXX-QX",
    "decade": "XXX",
    "century": "XX",
}
_FINER = {"year": ("month", 12), "decade": ("year", 10), "century": ("year", 100)}
_IN_YEARS = {"decade": 10, "century": 100}
_LAST_OF_NIGHT = 5  # hours
_MOST = 100_000  # units: more leads off the calendar whatever they are


def weekday(fields: Mapping[str, Any], context: Context) -> Timing:
    """Place a weekday by the tense of its clause or by what stands with it ("last", "next week")."""
    weekday, which = int(fields["weekday"]), fields.get("which")
    if which == "following":
        start = context.clock.today
        found = None if start is None else cal.nearest_weekday(cal.plus_days(start, 1) or start, weekday, 1)
        return unknown(f"XXXX-WXX-{weekday}", context, True) if start is None else known(cal.day_of(found), "narrative")
    spoken = context.clock.spoken
    if which is None and _goes_on(context):
        return known(cal.day_of(cal.nearest_weekday(context.clock.today or date.min, weekday, 1)), "narrative")
    if "start" in fields:
        return known(cal.day_of(cal.nearest_weekday(fields["start"], weekday, 1)), context.clock.anchor)
    if spoken is None:
        return unknown(f"XXXX-WXX-{weekday}", context)
    if which is None and context.tense == "past":
        spoken = context.clock.filed or spoken
    return known(cal.day_of(_which_weekday(spoken, weekday, which, context.tense)), context.clock.anchor)


def _goes_on(context: Context) -> bool:
    """Tell whether a bare weekday counts on from the narrative of a story more than a week old."""
    clock = context.clock
    if not (context.goes_on and context.tense == "past" and clock.today and clock.spoken):
        return False
    return (clock.spoken - clock.today).days > 7


def _which_weekday(spoken: date, weekday: int, which: str | None, tense: Tense) -> date | None:
    weeks = {"last-week": -7, "this-week": 0, "next-week": 7, "next": 7}
    if which in weeks:
        return cal.plus_days(spoken, weekday - spoken.isoweekday() + weeks[which])
    if which == "last":
        earlier = cal.plus_days(spoken, -1)
        return earlier and cal.nearest_weekday(earlier, weekday, -1)
    return cal.nearest_weekday(spoken, weekday, 1 if which == "coming" or tense != "past" else -1)


def shift(fields: Mapping[str, Any], context: Context) -> Timing:
    """Count so many units before or after, from the day of speaking or from where the narrative stands."""
    unit, narrative = fields["unit"], fields["from"] == "narrative"
    n = fields.get("n", 1)
    if n == "X":
        return Timing("DATE", "PAST_REF" if fields.get("sign", 1) < 0 else "FUTURE_REF", reason="vague")
    if unit in cal.CLOCK_CODES:
        return _clock_shift(fields, context, narrative)
    counted = "sign" in fields
    loose = context.clock.loose() if narrative and (counted or cal.DAYS_IN.get(unit) == 1) else None
    if loose is not None and unit in cal.DAYS_IN:
        days = round(float(n) * cal.DAYS_IN[unit]) * fields.get("sign", 1)
        return known(cal.moved(loose, max(-_MOST, min(_MOST, days))), "narrative")
    start = _start(unit, context, narrative, counted)
    if narrative and (unit, n) == ("day", 0):
        start = context.clock.said or start  # "she said on Friday. The same day ..."
    if start is None or (narrative and counted and unit == "month" and context.clock.coarse(unit)):
        return unknown(_UNKNOWN_UNIT.get(unit, "XXXX"), context, narrative)
    amount = float(n) * fields.get("sign", 1) + (0.5 * fields.get("sign", 1) if "half" in fields else 0)
    amount = max(-_MOST, min(_MOST, amount))
    moment = cal.unit_around(start, unit, round(amount) if counted else int(amount))
    if counted and unit in _IN_YEARS:  # "a decade ago" is a year, not all the years that begin alike
        moment = cal.unit_around(start, "year", round(amount * _IN_YEARS[unit]))
    if moment is not None and amount != int(amount) and unit in _FINER:
        finer, number = _FINER[unit]  # "half a century later" is a year
        moment = cal.unit_around(start, finer, round(amount * number))
    if fields.get("same") and moment is not None:
        last = context.clock.latest(fields["same"]) or cal.unit_around(start, fields["same"])
        moment = last and cal.month_of(moment.start.year, last.start.month)
    day = cal.days_from(start, unit, round(amount)) if counted else None
    return replace(known(moment, "narrative" if narrative else context.clock.anchor), day=day)


def _start(unit: str, context: Context, narrative: bool, counted: bool) -> date | None:
    if not narrative:
        return context.clock.spoken
    if (unit in ("day", "night", "week", "fortnight") and counted) or unit in ("day", "night"):
        return context.before
    latest = context.clock.latest(unit)
    return latest.start if latest is not None else context.clock.spoken


def _clock_shift(fields: Mapping[str, Any], context: Context, narrative: bool) -> Timing:
    """Count hours and minutes: from the last clock time where there is one, else a mere duration."""
    clock, unit = context.clock, fields["unit"]
    n = float(fields.get("n", 1))
    amount = n + (0.5 if "half" in fields else 0)
    if clock.hour is None or clock.today is None or unit == "second":
        return Timing("DURATION", cal.duration_value(amount, unit), reason="not-a-date")
    minutes = (
        clock.hour[0] * 60
        + clock.hour[1]
        + round(min(amount, 1e6) * (60 if unit == "hour" else 1)) * fields.get("sign", 1)
    )
    moment = cal.day_of(cal.plus_days(clock.today, minutes // 1440))
    if moment is None:
        return Timing("DURATION", cal.duration_value(amount, unit), reason="not-a-date")
    hour = (minutes % 1440 // 60, minutes % 60)
    value = f"{moment.value}T{hour[0]:02}:{hour[1]:02}"
    anchor: Anchor = "narrative" if narrative else clock.anchor
    return Timing("TIME", value, moment.with_value(value, "minute"), anchor, hour=hour)


def weekend(fields: Mapping[str, Any], context: Context) -> Timing:
    """Return a Saturday and Sunday: where the clause is past the one just past, unless the day of speaking is in one."""
    n, spoken = fields["n"], context.clock.spoken
    if fields.get("from") == "narrative":
        day = context.before
        if day is None:
            return unknown("XXXX-WXX-WE", context, True)
        n = 0 if n and day.isoweekday() < 6 else n  # after a Tuesday, the following weekend is that week's
        return known(cal.weekend_of(cal.plus_days(day, 7 * n)), "narrative")
    if spoken is None:
        return unknown("XXXX-WXX-WE", context)
    if n == 0 and context.tense == "past" and spoken.isoweekday() < 6:
        n = -1
    return known(cal.weekend_of(cal.plus_days(spoken, 7 * n)), context.clock.anchor)


def _is_after(fields: Mapping[str, Any]) -> bool:
    """Tell whether what an expression counts to comes after its happening."""
    n = fields.get("n", 0 if "nth" in fields else 1)
    return bool(fields["sign"] > 0 and (n == "X" or n > 0))


def event_day(fields: Mapping[str, Any], context: Context) -> Timing:
    """Return a day before or after a happening that the text names; without that happening's day, a duration or open."""
    day = context.event_day(str(fields["noun"]), _is_after(fields))
    n, unit = fields.get("n", fields.get("nth", 1) - 1), fields.get("unit", "day")
    if fields.get("nth", 1) < 1:
        day = None  # "the last day of the fair"
    if "weekday" in fields and day is not None:
        beside = cal.plus_days(day, fields["sign"])
        found = beside and cal.nearest_weekday(beside, fields["weekday"], fields["sign"])
        return known(cal.day_of(found), "event")
    if unit in cal.CLOCK_CODES or n == "X":
        return Timing("DURATION", cal.duration_value(None if n == "X" else float(n or 0), unit), reason="not-a-date")
    if day is None:
        return Timing("DATE", _UNKNOWN_UNIT.get(unit, "XXXX"), None, "event", "no-anchor")
    amount = max(-_MOST, min(_MOST, round(float(n or 0) * fields["sign"])))
    moment, spoken = cal.count_from(day, unit, amount), context.clock.spoken
    if "counted" in fields and context.tense == "past" and moment and spoken and moment.start > spoken:
        return Timing(
            "DURATION", cal.duration_value(float(n or 0), unit), reason="not-a-date"
        )  # another happening's day
    return known(moment, "event")


# --- within the day -------------------------------------------------------------------------------------------------


def part(fields: Mapping[str, Any], context: Context) -> Timing:
    """Place a part of the day: of the day of speaking, or of the narrative's."""
    clock, part_code, source = context.clock, fields["part"], fields["from"]
    if source == "speech":
        start, narrative = clock.spoken, False
    elif source == "overnight":
        told = clock.today is not None and clock.spoken is not None and clock.today < clock.spoken
        start = clock.today if told or clock.spoken is None else cal.plus_days(clock.spoken, -1)
        narrative = told or clock.spoken is None
    else:
        alike = (
            clock.latest_part(part_code) if fields.get("same") else clock.first_day() if fields.get("first") else None
        )
        if alike and fields.get("same") and context.before is not None and alike.start < context.before:
            alike = None  # "on Sunday night ... On Tuesday ... The same night": the last day told
        start = clock.within() if context.before == clock.today else context.before
        start, narrative = (
            alike.start if alike else (clock.said if fields.get("same") or start is None else None) or start,
            True,
        )
        after_night = part_code == "MO" and clock.part == "NI" and start == clock.today and not fields.get("n")
        if start is not None and alike is None and after_night:
            start = cal.plus_days(start, 1)
    if start is None and "h" in fields:
        return unknown("XXXX-XX-XX", context, narrative)
    if start is None:
        return replace(unknown(f"XXXX-XX-XXT{part_code}", context, narrative, "TIME"), part=part_code)
    return known(cal.day_of(cal.plus_days(start, fields.get("n", 0))), "narrative" if narrative else clock.anchor)


def _is_next_days(fields: Mapping[str, Any], told: str | None) -> bool:
    """Tell whether a clock time is past the midnight behind the part of the day that was told of last.

    After a night that is any hour before noon, after an afternoon or evening one of the night ("shortly after midnight").
    """
    if fields.get("past_midnight"):
        return told in ("AF", "EV", "NI")
    if fields.get("half_day") != "am" and fields.get("part") != "MO":
        return False
    small = str(fields.get("h", "")).isdigit() and int(fields["h"]) % 12 <= _LAST_OF_NIGHT
    return told == "NI" or (told in ("AF", "EV") and small)


def clock_time(fields: Mapping[str, Any], context: Context) -> Timing:
    """Place a clock time alone: on the narrative's current day, at the head of a liveblog's entry on the day of speaking."""
    stamp = fields.get("stamp")
    day = context.clock.spoken if stamp or context.clock.anchor != "document" else None
    clock = context.clock
    day = (day or clock.today) if stamp else (context.before or day)
    if day is not None and not stamp and day == clock.today and _is_next_days(fields, clock.part):
        day = cal.plus_days(day, 1)
    if day is None:
        return Timing("DATE", "XXXX-XX-XX", None, "narrative", "no-anchor")
    live = (stamp or clock.stamped) and not clock.headed and day == clock.spoken
    return known(cal.day_of(day), "document" if live else "narrative")
