"""The day that a short text gives a happening of a kind."""

from __future__ import annotations

from datetime import date

from dateline.pipeline import Pipeline
from dateline.read import read_text
from dateline.records import Reading

FRIDAY = date(2024, 5, 3)


def day_of(coder: Pipeline, text: str, kind: str) -> str | None:
    """Return the first day of the first mention of a type in a text of Friday 3 May 2024, as ISO date, or None."""
    (reading,) = coder.code([read_text(text, published=FRIDAY)])
    assert isinstance(reading, Reading)
    mention = next(m for m in reading.events if m.type == kind)
    return None if mention.time is None or mention.time.from_ is None else mention.time.from_.isoformat()
