"""Days that a sentence gives by counting from another day or over a stretch of days."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.pipeline import Pipeline, make_coder
from dateline.read import read_text
from dateline.records import Reading
from dateline.resolve.counted_days import shifted


@pytest.fixture(scope="module")
def coder() -> Pipeline:
    return make_coder()


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        (
            "Students marched in Oran on Thursday, two days after police stormed the campus.",
            "stormed",
            ("2024-04-30", "2024-05-01"),
        ),
    ],
)
def test_days_are_counted(coder: Pipeline, text: str, word: str, expected: tuple[str, str]) -> None:
    (reading,) = coder.code([read_text(text, published=date(2024, 5, 3))])
    assert isinstance(reading, Reading)
    at = text.index(word)
    near = min(reading.events, key=lambda m: abs(m.trigger.span.start - at))
    assert near.time is not None
    assert (str(near.time.from_), str(near.time.to)) == expected


def test_a_day_beyond_the_calendar_is_none() -> None:
    assert shifted(date(2024, 5, 3), -2) == date(2024, 5, 1)
    assert shifted(date.max, 1) is None
