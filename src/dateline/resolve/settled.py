"""Times that hang on a happening, settled once the happenings have their days ("on the eve of the march")."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from msgspec.structs import replace

from dateline.records import EventMention, Parse, Reading, Time
from dateline.reference.times import Rule, TimeGrammar, akin

_MOST_UNITS = 9999
_DAYS = {"day": 1, "night": 1, "week": 7, "fortnight": 14}
_WITHIN_DAY = ("day", "part-of-day", "hour", "minute", "range")


@dataclass(frozen=True, slots=True)
class Hanging:
    """What an expression says: so many days before (negative) or after what a noun names. part: TIMEX3 code or None."""

    noun: str
    days: int
    part: str | None


def settle(reading: Reading, grammar: TimeGrammar) -> tuple[Time, ...]:
    """Return the times of a reading, those that hang on one of its dated happenings placed."""
    return tuple(_settled(time, reading, grammar) for time in reading.times)


def _settled(time: Time, reading: Reading, grammar: TimeGrammar) -> Time:
    if time.anchor != "event" or time.from_ is not None:
        return time
    parse = reading.grammar()
    hanging = read_hanging(time.text, grammar)
    noun = parse.inside(time.span)[-1:]
    if hanging is not None and noun:  # the phrase may go on to a later noun ("the eve of the council vote")
        hanging = Hanging(noun[0].lemma, hanging.days, hanging.part)
    day = None if hanging is None else _day_of(hanging, time, reading, grammar)
    if day is None or hanging is None:
        return time
    try:
        start = day + timedelta(days=hanging.days)
        end = start + timedelta(days=1)
    except OverflowError:
        return time
    value = start.isoformat() + (f"T{hanging.part}" if hanging.part else "")
    precision = "part-of-day" if hanging.part else "day"
    return replace(time, value=value, from_=start, to=end, precision=precision, unresolved={})


def read_hanging(text: str, grammar: TimeGrammar) -> Hanging | None:
    """Return what an expression of the grammar's `event_day` rules says, None for other texts and longer units."""
    matches = [(rule.regex.match(text), rule) for rule in grammar.rules if rule.op == "event_day"]
    found = [(match, rule) for match, rule in matches if match is not None]
    if not found:
        return None
    match, rule = max(found, key=lambda pair: pair[0].end())
    return _hanging(match, rule, grammar)


def _hanging(match: re.Match[str], rule: Rule, grammar: TimeGrammar) -> Hanging | None:
    fields: dict[str, Any] = dict(rule.fixed)
    for name, cls in rule.groups.items():
        raw = match[name]
        found = grammar.value(cls, raw) if raw is not None else None
        fields[name] = raw if cls == "noun" or (found is None and raw) else found
    n, unit = fields.get("n", 1), fields.get("unit", "day")
    if unit not in _DAYS or "weekday" in fields or not isinstance(n, int) or abs(n) > _MOST_UNITS:
        return None
    return Hanging(str(fields["noun"]).lower(), n * _DAYS[unit] * fields["sign"], fields.get("part"))


def _day_of(hanging: Hanging, time: Time, reading: Reading, grammar: TimeGrammar) -> date | None:
    """Return the day of the happening that a noun names: of the nearest mention before, else of the first after it."""
    parse = reading.grammar()
    named = [m for m in reading.events if _names(m, hanging.noun, parse, grammar) and _dated(m, time, reading)]
    before = [m for m in named if m.trigger.span.start < time.span.start]
    mention = before[-1] if before else named[0] if named else None
    if mention is None or mention.time is None:
        return None
    last = mention.time.to - timedelta(days=1) if mention.time.to is not None else None
    return last if hanging.days > 0 else mention.time.from_


def _names(mention: EventMention, noun: str, parse: Parse, grammar: TimeGrammar) -> bool:
    words = grammar.event_words.get(noun, frozenset())
    tokens = parse.inside(mention.trigger.span)
    return any(akin(t.lemma, t.pos, noun) or t.lemma in words for t in tokens)


def _dated(mention: EventMention, time: Time, reading: Reading) -> bool:
    """Tell whether a mention has a day of its own, not one that hangs on this very expression."""
    when = mention.time
    if when is None or when.from_ is None or when.precision not in _WITHIN_DAY:
        return False
    return when.time is None or reading.times[when.time].span != time.span


def sharpen(reading: Reading, grammar: TimeGrammar) -> tuple[EventMention, ...]:
    """Give a known happening of which only the year is said ("the 2016 bombing") the one day that the report gives it."""
    return tuple(_sharpened(mention, reading, grammar) for mention in reading.events)


def _sharpened(mention: EventMention, reading: Reading, grammar: TimeGrammar) -> EventMention:
    when = mention.time
    if when is None or when.precision != "year" or when.from_ is None or when.to is None or when.time is None:
        return mention
    start = reading.times[when.time].span.start
    lead = reading.report.text[max(0, start - 12) : start].split()
    if not lead or lead[-1].lower() not in grammar.words["definite"]:
        return mention
    alike = [m.time for m in reading.events if m.type == mention.type and m.mode == mention.mode and m.time is not None]
    days = [t for t in alike if t.precision in ("day", "part-of-day", "hour", "minute") and t.from_ is not None]
    inside = {t.from_: t for t in days if t.from_ is not None and when.from_ <= t.from_ < when.to}
    if len(inside) != 1:
        return mention
    day = next(iter(inside.values()))
    return replace(mention, time=replace(day, precision="day", basis="inherited"))
