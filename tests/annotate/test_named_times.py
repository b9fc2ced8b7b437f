"""Dates, months, years, seasons by name: the year that is not named, orders of figures, contradictions."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from dateline.annotate import calendar as cal
from dateline.annotate import named_times as named
from dateline.annotate.clock import Clock
from dateline.annotate.tense import Tense
from dateline.annotate.timing import Context, known

SPOKEN = date(2024, 5, 3)


def context(tense: Tense = "past", spoken: date | None = SPOKEN, order: str = "mdy") -> Context:
    return Context(Clock(spoken, "document"), tense, order, None, lambda noun, after: None)


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


def test_the_end_of_a_range_comes_after_its_start() -> None:
    fields = {"month": 10, "start": date(2024, 5, 1)}
    assert named.calendar(fields, context("present")).value == "2024-10"


@pytest.mark.parametrize(
    ("day", "tense", "value"), [(12, "past", "2024-04-12"), (2, "past", "2024-05-02"), (2, "future", "2024-06-02")]
)
def test_a_day_of_the_month_alone(day: int, tense: Tense, value: str) -> None:
    assert named.calendar({"day": day}, context(tense)).value == value


def test_southern_seasons() -> None:
    north, south = context(), replace(context(), south=True)
    northern = named.period({"season": "SU", "year": 2021}, north).moment
    assert northern is not None
    assert northern.start == date(2021, 6, 1)
    made = named.period({"season": "SU", "year": 2021}, south)
    assert made.moment is not None
    assert (made.value, made.moment.start, made.moment.end) == ("2021-SU", date(2021, 12, 1), date(2022, 3, 1))


def test_seasons_counted_from_the_narrative() -> None:
    told = context()
    assert named.period({"season": "FA", "which": "previous"}, told).reason == "no-anchor"
    moment = named.calendar({"year": 2019, "month": 6}, told).moment
    assert moment is not None
    told.clock.note(moment, None, None)
    assert named.period({"season": "FA", "which": "previous"}, told).value == "2018-FA"
    assert named.period({"season": "FA", "which": "following"}, told).value == "2019-FA"


def test_weekdays_and_days_of_a_month() -> None:
    may = {"of": known(named.calendar({"year": 2024, "month": 5}, context()).moment, "absolute")}
    assert named.week_of({"week": 1, "weekday": 7, **may}, context()).value == "2024-05-05"
    assert named.week_of({"week": -1, "weekday": 5, **may}, context()).value == "2024-05-31"
    assert named.week_of({"week": 7, "weekday": 5, **may}, context()).moment is None
    assert named.week_of({"nth_day": -1, **may}, context()).value == "2024-05-31"
    assert named.week_of({"week": -1, "weekday": 5}, context()).value == "2024-05-31"


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


@pytest.mark.parametrize(("month", "told", "value"), [(4, 3, "2019-04"), (2, 3, "2019-02"), (1, 11, "2020-01")])
def test_that_month_is_of_the_year_that_was_told(month: int, told: int, value: str) -> None:
    here, moment = context(), cal.month_of(2019, told)
    assert moment is not None
    here.clock.note(moment, None, None)
    assert named.calendar({"month": month, "which": "that"}, here).value == value
    assert named.calendar({"month": month, "which": "that"}, context()).reason == "no-anchor"


def test_decades_and_centuries() -> None:
    assert named.decade({"decade": "1990s"}, context()).value == "199"
    assert named.decade({"decade": "'80s"}, context()).value == "198"
    assert named.century({"century": 20}, context()).value == "19"
    assert named.century({"century": 99}, context()).moment is None
