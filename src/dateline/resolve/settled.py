"""Times that hang on a happening, settled once the happenings have their days ("on the eve of the march")."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from msgspec.structs import replace

from dateline.records import EventMention, MentionTime, Parse, Reading, Time
from dateline.reference.times import Rule, TimeGrammar, akin

_MOST_UNITS = 9999
_DAYS = {"day": 1, "night": 1, "week": 7, "fortnight": 14}
_LONGER = ("week", "month", "quarter", "season", "year")
_DEEDS = frozenset(("ASSAULT", "COERCE", "PROTEST", "SANCTION"))
_TOLD = ("alleged", "denied", "occurred")
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
    """Give a known deed of which only week, month or year is said ("the 2016 bombing", "the killings last month") its one day.

    The day is that of another telling of the deed, the only one of its kind inside the longer time.
    """
    return tuple(_sharpened(mention, reading, grammar) for mention in reading.events)


def _sharpened(mention: EventMention, reading: Reading, grammar: TimeGrammar) -> EventMention:
    when = mention.time
    if when is None or when.precision not in _LONGER or when.time is None:
        return mention
    alike = [m for m in reading.events if m.id != mention.id and m.type == mention.type and m.time is not None]
    if when.precision == "year" and _is_the(reading, when.time, grammar):
        alike = [m for m in alike if m.mode == mention.mode]
    elif mention.type in _DEEDS and mention.status in _TOLD:
        alike = [m for m in alike if m.status in _TOLD and _tells_the_same(m, mention, reading)]
    else:
        return mention
    days = {m.time.from_: m.time for m in alike if m.time is not None and _inside(m.time, when)}
    if len(days) != 1:
        return mention
    return replace(mention, time=replace(next(iter(days.values())), precision="day", basis="inherited"))


def _is_the(reading: Reading, index: int, grammar: TimeGrammar) -> bool:
    """Tell whether an article stands before a time: "the 2016 bombing"."""
    start = reading.times[index].span.start
    lead = reading.report.text[max(0, start - 12) : start].split()
    return bool(lead) and lead[-1].lower() in grammar.words["definite"]


def _inside(day: MentionTime | None, when: MentionTime) -> bool:
    """Tell whether a day is one of a longer time."""
    if day is None or day.from_ is None or when.from_ is None or when.to is None:
        return False
    return day.precision in ("day", "part-of-day", "hour", "minute") and when.from_ <= day.from_ < when.to


def _tells_the_same(first: EventMention, second: EventMention, reading: Reading) -> bool:
    """Tell whether a deed may be another telling's: alike in how, or in whom or where it hit, with no number of its own."""
    modes = {mode for mode in (first.mode, second.mode) if mode is not None}
    known = {reading.counts[k].of: reading.counts[k] for k in first.counts}
    for count in (reading.counts[k] for k in second.counts):
        other = known.get(count.of)
        if other is None or not _meet((count.low, count.high), (other.low, other.high)):
            return False
    parse = reading.grammar()
    spots, others = (_spots(m, reading, parse) for m in (first, second))
    apart = spots and others and not {country for _, country in spots} & {country for _, country in others}
    if len(modes) > 1 or apart:
        return False
    how = None not in (first.mode, second.mode)
    return how or bool(spots & others) or bool(_people(first, parse) & _people(second, parse))


def _spots(mention: EventMention, reading: Reading, parse: Parse) -> set[tuple[str | None, str | None]]:
    """Return the names and countries of the places that the sentence of a mention names."""
    head = parse.head_of(mention.trigger.span)
    if head is None:
        return set()
    sentence = parse.sentence_span(head.sentence)
    return {(t.name, t.country) for t in reading.toponyms if t.country and sentence.covers(t.span)}


def _meet(one: tuple[int | None, int | None], other: tuple[int | None, int | None]) -> bool:
    low, high = max(one[0] or 0, other[0] or 0), [n for n in (one[1], other[1]) if n is not None]
    return not high or low <= min(high)


def _people(mention: EventMention, parse: Parse) -> set[str]:
    """Return the nouns that name whom and what a mention befell."""
    heads = (parse.head_of(a.span) for a in mention.arguments if a.role in ("recipient", "target", "victim"))
    return {t.lemma.lower() for t in heads if t is not None and t.pos in ("NOUN", "PROPN")}
