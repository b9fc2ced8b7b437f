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
        (  # from the day that the story has got to
            "Farmers blocked a road near Oran on Tuesday. The protest came two weeks after police arrested their leader.",
            "arrested",
            ("2024-04-16", "2024-04-17"),
        ),
        (  # from the day of issue, where it is told how things stand
            "Three weeks after gunmen shot the mayor of Oran, nobody has been arrested.",
            "shot",
            ("2024-04-12", "2024-04-13"),
        ),
        (
            "Gunmen bombed a bank in Oran on Tuesday, the day after police had arrested their leader.",
            "arrested",
            ("2024-04-29", "2024-04-30"),
        ),
        (
            "The day before police arrested their leader, gunmen bombed a bank in Oran on Tuesday.",
            "arrested",
            ("2024-05-01", "2024-05-02"),
        ),
        (
            "Gunmen bombed a bank in Oran on Tuesday, the day after police had arrested their leader.",
            "bombed",
            ("2024-04-30", "2024-05-01"),
        ),
        (
            "The protest in Oran came two days after police shot a boy on Monday.",
            "protest",
            ("2024-05-01", "2024-05-02"),
        ),
        (
            "The protest in Oran came two days after police shot a boy on Monday.",
            "shot",
            ("2024-04-29", "2024-04-30"),
        ),
        (
            "Three journalists were killed in Oran in the previous 48 hours.",
            "killed",
            ("2024-05-01", "2024-05-04"),
        ),
        (
            "Gunmen shelled Oran 12 times in the past three days.",
            "shelled",
            ("2024-04-30", "2024-05-04"),
        ),
        (
            "Gunmen in Oran seized a driver on Tuesday. The man was freed after a few hours.",
            "freed",
            ("2024-04-30", "2024-05-01"),
        ),
        (
            "Talks in Oran broke down in March. Both sides have shelled villages near the town since then.",
            "shelled",
            ("2024-03-01", "2024-05-04"),
        ),
        (
            "Protesters stormed the ministry in Oran on Tuesday. Hours later the army shelled the building.",
            "shelled",
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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In 2014 at least 40 people were killed in two days of fighting in Oran.", ("2014-01-01", "2015-01-01")),
        ("Last year 40 people were killed in two days of fighting in Oran.", ("2023-01-01", "2024-01-01")),
        ("At least 40 people were killed in two days of fighting in Oran.", ("2024-05-01", "2024-05-04")),
        ("On Tuesday 40 people were killed in two days of fighting in Oran.", ("2024-04-28", "2024-05-01")),
    ],
)
def test_days_of_long_ago_are_not_counted_to_the_day_of_issue(
    coder: Pipeline, text: str, expected: tuple[str, str]
) -> None:
    (reading,) = coder.code([read_text(text, published=date(2024, 5, 3))])
    assert isinstance(reading, Reading)
    near = next(m for m in reading.events if m.type == "ASSAULT")
    assert near.time is not None
    assert (str(near.time.from_), str(near.time.to)) == expected


def test_a_day_beyond_the_calendar_is_none() -> None:
    assert shifted(date(2024, 5, 3), -2) == date(2024, 5, 1)
    assert shifted(date.max, 1) is None
