"""The day of what an anniversary remembers: so many years before the day on which it is marked."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import takewhile

from dateline.records import MentionTime, Parse, Time, Token
from dateline.reference.times import TimeGrammar
from dateline.resolve.clauses import VERBS
from dateline.resolve.told import Stated, is_day

_NEAR_DAYS = 14  # how far a gathering may lie from the day that it remembers


def years_remembered(parse: Parse, trigger: Token, grammar: TimeGrammar) -> tuple[Token, int] | None:
    """Return the noun of an anniversary above a trigger and its number ("the fifth anniversary of the fire"), or None."""
    for above in takewhile(lambda t: t.pos not in VERBS, parse.ancestors(trigger.i)):
        if above.lemma == "anniversary" or above.lower in grammar.words["anniversary_nouns"]:
            numbers = (_number(parse, kid, grammar) for kid in parse.kids(above.i))
            found = next((n for n in numbers if n), None)
            return (above, found) if found else None
    return None


def _number(parse: Parse, token: Token, grammar: TimeGrammar) -> int | None:
    """Return the years that a word beside "anniversary" counts: "fifth", "40th", "five" of "five-year"."""
    digits = "".join(c for c in token.text if c.isdigit())
    if digits and len(digits) <= 3:
        return int(digits)
    years = grammar.value("ordinal", token.text) or grammar.value("number", token.text)
    if isinstance(years, int):
        return years if years > 0 else None
    inner = (_number(parse, kid, grammar) for kid in parse.kids(token.i))
    return next((n for n in inner if n), None) if token.lemma == "year" else None


def day_remembered(marked: Stated, years: int, times: tuple[Time, ...]) -> MentionTime | None:
    """Return the day so many years before the one on which an anniversary is marked.

    A day that the report itself gives within two weeks of it is taken instead. None beyond the calendar.
    """
    day = marked.time.from_
    if day is None or not is_day(marked.time):
        return None
    try:
        base = day.replace(year=day.year - years)
    except ValueError:  # 29 February, or before year 1
        return None
    told = [t.from_ for t in times if is_day(t) and t.from_ is not None and _apart(t.from_, base) <= _NEAR_DAYS]
    first = min(told, key=lambda d: _apart(d, base), default=base)
    return MentionTime(time=marked.index, from_=first, to=first + timedelta(days=1), precision="day", basis="stated")


def _apart(a: date, b: date) -> int:
    return abs((a - b).days)
