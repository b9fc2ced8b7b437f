"""Dates, months, years, seasons by name: the year that is not named, orders of figures, contradictions."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from dateline.annotate import named_times as named
from dateline.annotate.clock import Clock
from dateline.annotate.tense import Tense
from dateline.annotate.timing import Context, known

SPOKEN = date(2024, 5, 3)


def context(tense: Tense = "past", spoken: date | None = SPOKEN, order: str = "mdy") -> Context:
    return Context(Clock(spoken, "document"), tense, order, None, lambda noun: None)


@pytest.mark.parametrize(
    ("fields", "tense", "value"),
    [
        ({"month": 11, "day": 12}, "past", "2023-11-12"),
        ({"month": 11, "day": 12}, "future", "2024-11-12"),
        ({"month": 5, "day": 3}, "past", "2024-05-03"),
        ({"month": 6, "day": 1}, "present", "2024-06-01"),
        ({"month": 2, "day": 29}, "past", "2024-02-29"),
        ({"month": 1}, "past", "2024-01"),
        ({"month": 5, "which": "last"}, "past", "2023-05"),
        ({"month": 5, "which": "next"}, "past", "2025-05"),
        ({"month": 1, "day": 4, "weekday": 3}, "past", "2023-01-04"),
    ],
)
def test_the_missing_year(fields: dict[str, Any], tense: Tense, value: str) -> None:
    assert named.calendar(fields, context(tense)).value == value


def test_without_a_day_of_speaking_the_year_stays_open() -> None:
    timing = named.calendar({"month": 11, "day": 2}, context(spoken=None))
    assert (timing.value, timing.moment, timing.reason) == ("XXXX-11-02", None, "no-publication-date")


def test_a_contradiction_is_kept_with_a_warning() -> None:
    timing = named.calendar({"weekday": 1, "month": 1, "day": 5, "year": 2020}, context())
    assert timing.value == "2020-01-05"
    assert timing.warning is not None
    assert "Sunday" in timing.warning


def test_a_day_that_does_not_exist_is_no_date() -> None:
    timing = named.calendar({"month": 6, "day": 31, "year": 2020}, context())
    assert (timing.value, timing.moment, timing.reason) == (None, None, "vague")


@pytest.mark.parametrize(
    ("text", "order", "value"),
    [
        ("03/01/2023", "mdy", "2023-03-01"),
        ("03/01/2023", "dmy", "2023-01-03"),
        ("25/01/2023", "mdy", "2023-01-25"),
        ("03.01.2023", "mdy", "2023-01-03"),
        ("3/1/99", "dmy", "1999-01-03"),
    ],
)
def test_dates_in_figures(text: str, order: str, value: str) -> None:
    assert named.numeric({"numeric": text}, context(order=order)).value == value


def test_iso_with_a_clock_time() -> None:
    timing = named.numeric({"iso": "2023-01-03T06:40Z"}, context())
    assert (timing.type, timing.value, timing.hour) == ("TIME", "2023-01-03T06:40Z", (6, 40))


def test_ranges_within_a_month() -> None:
    timing = named.day_range({"day": 2, "day2": 4, "month": 4}, context())
    assert timing.value == "2024-04-02/2024-04-04"
    assert timing.moment is not None
    assert (timing.moment.start, timing.moment.end) == (date(2024, 4, 2), date(2024, 4, 5))


def test_periods_of_a_year() -> None:
    year = known(named.calendar({"year": 2021}, context()).moment, "absolute")
    assert named.period({"quarter": 3, "of": year}, context()).value == "2021-Q3"
    assert named.period({"season": "SU", "year": 2021}, context()).value == "2021-SU"
    assert named.period({"quarter": 4}, context()).value == "2023-Q4"
    assert (
        named.week_of(
            {"week": -1, "of": known(named.calendar({"month": 3, "year": 2009}, context()).moment, "absolute")},
            context(),
        ).value
        == "2009-W13"
    )


def test_decades_and_centuries() -> None:
    assert named.decade({"decade": "1990s"}, context()).value == "199"
    assert named.decade({"decade": "'80s"}, context()).value == "198"
    assert named.century({"century": 20}, context()).value == "19"
    assert named.century({"century": 99}, context()).moment is None
