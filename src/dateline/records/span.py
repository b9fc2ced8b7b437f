"""Places in a text: the unit of every offset in the program."""

from __future__ import annotations

import msgspec


class Span(msgspec.Struct, frozen=True, array_like=True, order=True):
    """Half-open stretch of one report's text: `text[start:end]` is the surface form. JSON: `[start, end]`.

    start, end: offsets in Unicode code points, 0 <= start <= end.
    """

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return the surface form."""
        return text[self.start : self.end]

    def covers(self, other: Span) -> bool:
        """Tell whether `other` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Tell whether the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def __len__(self) -> int:
        return self.end - self.start


class SpanText(msgspec.Struct, frozen=True, kw_only=True):
    """A span with its surface form, as triggers and cues carry it."""

    span: Span
    text: str
