"""From what an expression says to its TIMEX3 value and calendar extent, counted from a voice's clock.

`OPERATIONS` is the closed list of what a rule of the grammar can ask for; none knows a word of any language.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from dateline.annotate import calendar as cal
from dateline.annotate import counted_times as counted
from dateline.annotate import named_times as named
from dateline.annotate.calendar import Moment
from dateline.annotate.expressions import Expression
from dateline.annotate.timing import Context, Timing


def normalise(expression: Expression, context: Context) -> Timing:
    """Give an expression its value and place on the calendar, or the reason why it has none."""
    fields = dict(expression.fields)
    if "of" in fields:
        fields["of"] = normalise(fields["of"], context)
    return _finished(OPERATIONS[expression.op](fields, context), fields, context)


def _finished(timing: Timing, fields: Mapping[str, Any], context: Context) -> Timing:
    """Add part of the day, clock time and "early", "late" to the day or longer stretch found."""
    if timing.type in ("DURATION", "SET") or timing.hour or timing.part:
        return timing
    moment, mod = timing.moment, fields.get("mod")
    if not fields.keys().isdisjoint(("h", "h4", "noon")):
        return _at_hour(timing, fields, context)
    part = fields.get("part") or ({"START": "MO", "END": "EV"}.get(mod or "") if _is_day(timing) else None)
    if part:
        value = f"{timing.value}T{part}"
        placed = moment and moment.with_value(value, "part-of-day")
        return replace(timing, type="TIME", value=value, moment=placed, part=part)
    if mod and moment is not None:
        return replace(timing, moment=_cut(moment, mod, context.clock.spoken))
    return timing


def _is_day(timing: Timing) -> bool:
    if timing.moment is not None:
        return timing.moment.precision == "day"
    return timing.value is not None and timing.value.startswith(("XXXX-WXX-", "XXXX-XX-"))


def _cut(moment: Moment, mod: str, spoken: date | None) -> Moment:
    if mod in ("START", "MID", "END"):
        return cal.third_of(moment, mod)
    if spoken is None or not moment.start < spoken < moment.end:
        return moment
    start, end = (moment.start, spoken) if mod == "BEFORE" else (spoken, moment.end)
    return Moment(start, end, moment.value, "range")


def _at_hour(timing: Timing, fields: Mapping[str, Any], context: Context) -> Timing:
    """Return the day's clock time; a bare small hour is taken by the part of the day that it is named with."""
    hour, minute, zone = _clock_fields(fields)
    if fields.get("past_midnight") and timing.moment is not None and timing.moment.start != context.clock.today:
        hour = 0  # the first of the day behind an evening, not the last of the evening's
    part = fields.get("part") or timing.part or (context.clock.part if timing.anchor == "narrative" else None)
    if "half_day" not in fields and 0 < hour < 12 and part in ("AF", "EV", "NI") and not fields.get("digital"):
        hour += 12 if part != "NI" or hour > 4 else 0
    value = f"{timing.value}T{hour:02}:{minute:02}{zone}"
    placed = timing.moment and timing.moment.with_value(value, "minute")
    return replace(
        timing, type="TIME", value=value, moment=placed, part="MO" if hour < 12 else part, hour=(hour, minute)
    )


def _clock_fields(fields: Mapping[str, Any]) -> tuple[int, int, str]:
    if "noon" in fields:
        hour, minute = map(int, str(fields["noon"]).split(":"))
        return hour, minute, ""
    if "h4" in fields:
        hour, minute = divmod(int(fields["h4"]), 100)
    else:
        hour, minute = (int(fields["h"]) - fields.get("back", 0)) or 12 * fields.get("back", 0), int(fields.get("m", 0))
    half = fields.get("half_day")
    if half and hour <= 12:
        hour = hour % 12 + (12 if half == "pm" else 0)
    return hour, minute, str(fields.get("zone", ""))


def _duration(fields: Mapping[str, Any], context: Context) -> Timing:
    """Return a length of time; it has no place on the calendar."""
    n = fields["n"]
    amount = None if n == "X" else float(n) + fields.get("half", 0)
    return Timing("DURATION", cal.duration_value(amount, fields["unit"]), reason="not-a-date")


def _set(fields: Mapping[str, Any], context: Context) -> Timing:
    """Return what recurs: every weekday, month, season, part of the day or so many units."""
    value = fields.get("frequency")
    if "weekday" in fields:
        value = f"XXXX-WXX-{fields['weekday']}"
    elif "month" in fields:
        value = f"XXXX-{fields['month']:02}"
    elif "season" in fields:
        value = f"XXXX-{fields['season']}"
    elif "part" in fields:
        value = f"XXXX-XX-XXT{fields['part']}"
    elif "unit" in fields:
        n = fields.get("n", 1)
        value = cal.duration_value(None if n == "X" else float(n), fields["unit"])
    return Timing("SET", value, reason="not-a-date")


def _ref(fields: Mapping[str, Any], context: Context) -> Timing:
    """Return a vague past, present or future."""
    return Timing("DATE", fields["value"], None, context.clock.anchor, "vague")


OPERATIONS: dict[str, Callable[[Mapping[str, Any], Context], Timing]] = {
    "calendar": named.calendar,
    "numeric": named.numeric,
    "other_calendar": named.other_calendar,
    "period": named.period,
    "week_of": named.week_of,
    "decade": named.decade,
    "century": named.century,
    "weekday": counted.weekday,
    "shift": counted.shift,
    "weekend": counted.weekend,
    "event_day": counted.event_day,
    "part": counted.part,
    "clock": counted.clock_time,
    "duration": _duration,
    "set": _set,
    "ref": _ref,
}
