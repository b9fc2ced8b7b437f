"""Calendar arithmetic: values, intervals, and nothing beyond the calendar's ends."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.annotate import calendar as cal

UNITS = ["day", "night", "week", "fortnight", "month", "quarter", "year", "decade", "century"]


@pytest.mark.parametrize(
    ("moment", "value", "start", "end"),
    [
        (cal.day_of(date(2024, 2, 29)), "2024-02-29", date(2024, 2, 29), date(2024, 3, 1)),
        (cal.week_of(date(2021, 1, 3)), "2020-W53", date(2020, 12, 28), date(2021, 1, 4)),
        (cal.weekend_of(date(2024, 5, 1)), "2024-W18-WE", date(2024, 5, 4), date(2024, 5, 6)),
        (cal.month_of(2023, 12), "2023-12", date(2023, 12, 1), date(2024, 1, 1)),
        (cal.quarter_of(2023, 4), "2023-Q4", date(2023, 10, 1), date(2024, 1, 1)),
        (cal.half_of(2023, 2), "2023-H2", date(2023, 7, 1), date(2024, 1, 1)),
        (cal.season_of(2021, "SU"), "2021-SU", date(2021, 6, 1), date(2021, 9, 1)),
        (cal.season_of(2021, "WI"), "2021-WI", date(2021, 12, 1), date(2022, 3, 1)),
        (cal.decade_of(1994), "199", date(1990, 1, 1), date(2000, 1, 1)),
        (cal.century_of(20), "19", date(1900, 1, 1), date(2000, 1, 1)),
    ],
)
def test_stretches(moment: cal.Moment | None, value: str, start: date, end: date) -> None:
    assert moment is not None
    assert (moment.value, moment.start, moment.end) == (value, start, end)


def test_what_does_not_exist_is_none() -> None:
    assert cal.day_of(cal.make_date(2023, 6, 31)) is None
    assert cal.year_of(9999) is None
    assert cal.century_of(0) is None
    assert cal.week_of(date.max) is None
    assert cal.count_from(date.min, "week", -1) is None


def test_counting_keeps_the_grain_of_the_unit() -> None:
    counted = [cal.count_from(date(2024, 3, 31), unit, -1) for unit in ("day", "week", "month", "year")]
    assert [m and m.value for m in counted] == ["2024-03-30", "2024-03-24", "2024-02", "2023"]


@pytest.mark.parametrize(("direction", "expected"), [(-1, date(2024, 4, 29)), (1, date(2024, 5, 6))])
def test_nearest_weekday(direction: int, expected: date) -> None:
    assert cal.nearest_weekday(date(2024, 5, 3), 1, direction) == expected
    assert cal.nearest_weekday(date(2024, 5, 3), 5, direction) == date(2024, 5, 3)


def test_a_stretch_moves_as_a_whole_unless_it_is_long() -> None:
    june, year = cal.month_of(2024, 6), cal.year_of(2014)
    assert june is not None
    assert year is not None
    later = cal.moved(june, 14)
    assert later is not None
    assert (later.start, later.end, later.precision) == (date(2024, 6, 15), date(2024, 7, 15), "range")
    assert cal.moved(june, 3) == june
    assert cal.moved(year, 3) == year
    assert cal.moved(june, -14) != june


def test_thirds_part_the_whole() -> None:
    june = cal.month_of(2024, 6)
    assert june is not None
    early, middle, late = (cal.third_of(june, which) for which in ("START", "MID", "END"))
    assert (early.start, early.end, middle.end, late.end) == (june.start, middle.start, late.start, june.end)
    assert {m.value for m in (early, middle, late)} == {"2024-06"}


@pytest.mark.parametrize(
    ("n", "unit", "value"),
    [
        (3, "day", "P3D"),
        (0.5, "hour", "PT30M"),
        (2.5, "year", "P2.5Y"),
        (None, "month", "PXM"),
        (1, "fortnight", "P2W"),
        (0.5, "year", "P6M"),
    ],
)
def test_duration_values(n: float | None, unit: str, value: str) -> None:
    assert cal.duration_value(n, unit) == value


@given(st.dates(), st.sampled_from(UNITS), st.integers(-100_000, 100_000))
def test_no_shift_overflows_and_every_stretch_runs_forward(day: date, unit: str, n: int) -> None:
    for moment in (cal.count_from(day, unit, n), cal.unit_around(day, unit, n)):
        assert moment is None or moment.start < moment.end
