"""Temporal expressions in plain text by the grammar of a language, before anything is counted from a date."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

from dateline.records import Span
from dateline.reference.entries import entry_heads
from dateline.reference.times import DIGIT, Join, Rule, TimeGrammar

_WORD = re.compile(r"[^\W\d_]+|\d+")
_NUMBER_BEFORE = re.compile(r"(?:[\d$€£¥#@/_]|\d[-–.,:])$")
_WORD_BEFORE = re.compile(r"([^\W\d_]+|[(\[])[\s\"“‘'’-]*$")
_WORD_AFTER = re.compile(r"[ \xa0-]*([^\W\d_]+)")
_RANGES = {"day_range": "month_day", "clock_range": "clock", "duration_range": "duration"}  # to the kind of their ends
_HOURS = frozenset({"h", "m", "h4", "noon", "half_day", "zone"})
_YEARLESS = frozenset({"month", "period", "month_day", "full_month"})
_REACH = 20  # words, more than a pattern can hold
_BARE_KINDS = frozenset({"bare_part", "mod", "week_of", "bare_hour", "loose_hour"})  # worth something only when joined


@dataclass(frozen=True, slots=True)
class Expression:
    """A stretch of text that speaks of time.

    op: the operation that gives it a value; kind: its sort; fields: what it says, in numbers and codes.
    rank: place of its rule in the grammar.
    """

    span: Span
    op: str
    kind: str
    fields: Mapping[str, Any]
    rank: int = 0


def find_expressions(text: str, grammar: TimeGrammar) -> list[Expression]:
    """Return the expressions of a text, in order, none overlapping."""
    found = [part for e in _longest(list(_candidates(text, grammar))) for part in _ends(e)]
    for join in grammar.joins:
        found = _joined(found, text, join)
    return _sharing_days([e for e in found if e.kind not in _BARE_KINDS], text, grammar)


def _sharing_days(found: list[Expression], text: str, grammar: TimeGrammar) -> list[Expression]:
    """Give the first clock time of a range the day that only the second names ("from 10 a.m. to 3 p.m. on Saturday")."""
    out = list(found)
    for i, (left, right) in enumerate(pairwise(found)):
        dated = right.op in ("weekday", "calendar", "shift") and not right.fields.keys().isdisjoint(_HOURS)
        between = text[left.span.end : right.span.start].strip().lower()
        if left.op == "clock" and dated and between in grammar.words["range_words"]:
            hours = {name: value for name, value in left.fields.items() if name in _HOURS}
            days = {name: value for name, value in right.fields.items() if name not in _HOURS}
            out[i] = replace(right, span=left.span, fields=days | hours)
    return out


def _candidates(text: str, grammar: TimeGrammar) -> Iterator[Expression]:
    starts, opening = grammar.starts, {head.start for head in entry_heads(text)}
    words = [(m.start(), DIGIT if m[0][0].isdigit() else m[0].lower()) for m in _WORD.finditer(text)]
    for i, (start, word) in enumerate(words):
        rules = starts.get(word)
        if rules is None or (word == DIGIT and _NUMBER_BEFORE.search(text, max(0, start - 2), start)):
            continue
        if start and text[start - 1] == "_":
            continue
        for rule in rules.possible({behind for _, behind in words[i + 1 : i + _REACH]}):
            match = rule.regex.match(text, start)
            if match is not None:
                expression = _expression(match, rule, text, grammar, start in opening)
                if expression is not None:
                    yield expression


def _expression(match: re.Match[str], rule: Rule, text: str, grammar: TimeGrammar, opens: bool) -> Expression | None:
    """Return what a match says, or None where its words or the words around it make it no time.

    opens: it opens an entry of a chronology, where nothing leads to it.
    """
    start, end = match.span("span") if "span" in match.re.groupindex else match.span()
    fields = dict(rule.fixed)
    for name, cls in rule.groups.items():
        raw = match[name]
        if raw is not None:
            value = _value(raw, cls, grammar)
            if value is None:
                return None
            fields[name] = value
    if "noun" in rule.groups:
        fields["counted"] = match.end("unit") if "unit" in rule.groups else end  # where a mere duration ends
        fields["noun_at"] = match.start("noun")
    if rule.kind in _RANGES:
        fields["cut"] = _cut(match)
    if not opens and rule.not_before is not None and rule.not_before.match(text, end):
        return None
    if rule.before is not None and not rule.before.match(text, end):
        return None
    before = _WORD_BEFORE.search(text, max(0, start - 24), start) if rule.not_after or rule.after else None
    lead = before[1].lower() if before else ""
    if not opens and (lead in rule.not_after or (rule.after and lead not in rule.after)):
        return None
    if "month" in rule.groups and not (opens or _is_month(match, rule, text, start, grammar)):
        return None
    if (
        "month" in rule.groups
        and text[end - 1] == "."
        and match["month"].rstrip(".").lower() in grammar.words["full_months"]
    ):
        end -= 1
    return Expression(Span(start, end), rule.op, rule.kind, fields, rule.rank)


def _cut(match: re.Match[str]) -> tuple[tuple[int, int], ...]:
    """Return where each end of a range or item of a row lies: the second begins at the first field named "...2"."""
    groups = [name for name in match.re.groupindex if name != "span" and match[name] is not None]
    numbers = sorted({name[-1] for name in groups if name[-1] in "23"})
    starts = [min(match.start(name) for name in groups if name[-1] == number) for number in numbers]
    starts.insert(0, min(match.start(name) for name in groups))
    stops = [max(match.end(name) for name in groups if match.end(name) <= start) for start in starts[1:]]
    return tuple(zip(starts, [*stops, max(match.end(name) for name in groups)], strict=True))


def _ends(expression: Expression) -> Iterator[Expression]:
    """Yield the ends of a range, or the items of a row, that name their month once ("2-4 May"); all else as it is."""
    cut = expression.fields.get("cut")
    if cut is None:
        yield expression
        return
    shared = {name: value for name, value in expression.fields.items() if name != "cut" and name[-1] not in "23"}
    for number, (start, end) in enumerate(cut, start=1):
        own = {n[:-1]: v for n, v in expression.fields.items() if n != "cut" and n.endswith(str(number))}
        fields = shared | own
        if number == 1 and "year" in fields and fields["month"] > expression.fields.get("month2", 12):
            fields["year"] -= 1  # "from 30 December to 2 January 2024"
        end = expression.span.end if number == len(cut) else end  # less a full stop after the month
        yield replace(expression, span=Span(start, end), kind=_RANGES[expression.kind], fields=fields)


def _value(raw: str, cls: str, grammar: TimeGrammar) -> Any:
    if cls in grammar.classes:
        found = grammar.value(cls, raw)
        return found if found is not None else float(raw) if cls in ("number", "count") and raw[0].isdigit() else None
    if cls == "offset":
        sign, hours, minutes = re.search(r"([+−–-])\s?(\d{1,2}):?(\d\d)?", raw).groups()  # type: ignore[union-attr]
        return f"{'+' if sign == '+' else '-'}{int(hours):02}" + (f":{minutes}" if minutes else "")
    if cls == "noun":
        return None if raw.lower() in grammar.words["no_events"] else raw
    if cls in ("iso", "numeric", "decade", "short_decade", "h4"):
        return raw
    return int(re.match(r"\d+", raw)[0])  # type: ignore[index]


def _is_month(match: re.Match[str], rule: Rule, text: str, start: int, grammar: TimeGrammar) -> bool:
    """Tell whether the month's name is one, and not a word or a person's name that looks like it."""
    name = match["month"]
    word = name.rstrip(".").lower()
    dated = rule.kind != "month"
    if word not in grammar.words["months"]:
        return dated and name[0].isupper()
    if not name[0].isupper() and (word in grammar.words["unsure_months"] or not dated):
        return "year" in rule.groups and match["year"] is not None
    if dated or word not in grammar.words["unsure_months"] or rule.fixed:
        return True
    lead = _WORD_BEFORE.search(text, max(0, start - 24), start)
    after = _WORD_AFTER.match(text, match.start("month") + len(word))
    return (
        lead is not None and lead[1].lower() in grammar.words["month_leads"] and not (after and after[1][0].isupper())
    )


def _longest(candidates: list[Expression]) -> list[Expression]:
    """Keep the longest of those that overlap; of equally long ones, bare hours last, then the earlier rule's."""
    kept: list[Expression] = []
    taken: set[int] = set()
    for expression in sorted(candidates, key=lambda e: (-len(e.span), e.kind in ("bare_hour", "loose_hour"), e.rank)):
        cells = range(expression.span.start, expression.span.end)
        if taken.isdisjoint(cells):
            taken.update(cells)
            kept.append(expression)
    return sorted(kept, key=lambda e: e.span)


def _joined(found: list[Expression], text: str, join: Join) -> list[Expression]:
    """Make one of neighbours that belong together."""
    out: list[Expression] = []
    for right in found:
        left = out[-1] if out else None
        if left is not None and _fits(left, right, text, join):
            out[-1] = _merge(left, right)
        else:
            out.append(right)
    return out


def _fits(left: Expression, right: Expression, text: str, join: Join) -> bool:
    if left.kind not in join.left or right.kind not in join.right:
        return False
    gap = text[left.span.end : right.span.start]
    return "\n" not in gap and " ".join(gap.split()).lower() in join.between


def _merge(left: Expression, right: Expression) -> Expression:
    """Return the whole of two neighbours: the one that names the calendar leads, the other adds its fields."""
    span = Span(left.span.start, right.span.end)
    leader, other = (
        (left, right)
        if left.kind != "mod" and right.kind in ("clock", "bare_hour", "loose_hour", "bare_part", "part")
        else (right, left)
    )
    year_of = leader.kind in ("year", "year_shift", "month") and other.kind in _YEARLESS
    if year_of or other.kind == "week_of":
        fields = {**other.fields, "of": leader}
        return Expression(span, other.op, "day" if other.kind == "month_day" else "month", fields)
    return replace(leader, span=span, fields={**other.fields, **leader.fields, **_added(other)})


def _added(other: Expression) -> dict[str, Any]:
    """Return the fields that a part of the day or a clock time adds even where the day has its own."""
    return {name: other.fields[name] for name in ("part", "h", "m", "hour", "noon", "mod") if name in other.fields}
