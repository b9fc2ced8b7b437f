"""Dates at the head of a line: a day's heading, and the dates that open the entries of a chronology."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from dateline.annotate import calendar as cal
from dateline.annotate.calendar import Moment
from dateline.annotate.expressions import Expression
from dateline.records import Reading, Span
from dateline.reference.entries import entry_heads

_HEADING_MAX = 80


class EntryDates:
    """The entries of one text as they are read: an entry without a year goes on from the entry above it."""

    def __init__(self, reading: Reading) -> None:
        self.heads = entry_heads(reading.report.text)
        self.published = reading.report.published
        self.above: Moment | None = None

    def opens(self, span: Span) -> bool:
        """Tell whether a time opens an entry."""
        return any(head.covers(span) for head in self.heads)

    def with_year(self, expression: Expression) -> Expression:
        """Return the expression with the year that the entries above have got to, where it opens one and names none."""
        fields = expression.fields
        bare = expression.op == "calendar" and "year" not in fields and "of" not in fields and "month" in fields
        if not bare or self.above is None or not self.opens(expression.span):
            return expression
        year = self._year(fields["month"], fields.get("day"), self.above.start)
        return expression if year is None else replace(expression, fields={**fields, "year": year})

    def _year(self, month: int, day: int | None, above: date) -> int | None:
        """Return the first year that brings the day behind the entry above it; None where the list runs backwards."""
        now = self.published
        last = now if now is not None and above <= now else date.max
        floor = above if day else above.replace(day=1)
        starts = (cal.make_date(year, month, day or 1) for year in (above.year, above.year + 1))
        return next((start.year for start in starts if start is not None and floor <= start <= last), None)

    def note(self, expression: Expression, moment: Moment | None) -> None:
        """Remember what an entry's own year has led to."""
        named = "year" in expression.fields or self.above is not None
        if moment is not None and named and self.opens(expression.span):
            self.above = moment


def is_heading(text: str, expression: Expression) -> bool:
    """Tell whether the expression ends a short line of its own that has no sentence in it: a day heading or a date of issue."""
    start, end = expression.span.start, expression.span.end
    line_start, line_end = text.rfind("\n", 0, start) + 1, text.find("\n", end)
    line = text[line_start : line_end if line_end >= 0 else len(text)]
    if expression.kind not in ("day", "weekday", "month_day") or len(line) > _HEADING_MAX:
        return False
    if expression.op == "shift" or text[end : line_start + len(line)].strip(" \t.-–—:"):
        return False
    before = text[line_start:start].strip()
    return not before or before.endswith((",", "|", "·", "-", "–", "—")) or len(before.split()) <= 3
