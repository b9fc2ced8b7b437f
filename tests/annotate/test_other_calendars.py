"""Hijri and Iranian dates against dates that almanacs give."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest

from dateline.annotate.other_calendars import from_hijri, from_iranian


@pytest.mark.parametrize(
    ("iranian", "gregorian"),
    [
        ((1357, 11, 22), date(1979, 2, 11)),
        ((1400, 1, 1), date(2021, 3, 21)),
        ((1399, 12, 30), date(2021, 3, 20)),
        ((1403, 12, 30), date(2025, 3, 20)),
        ((1401, 6, 31), date(2022, 9, 22)),
        ((1402, 1, 1), date(2023, 3, 21)),
    ],
)
def test_iranian(iranian: tuple[int, int, int], gregorian: date) -> None:
    assert from_iranian(*iranian) == gregorian


@pytest.mark.parametrize(
    ("hijri", "gregorian"),
    [
        ((1, 1, 1), date(622, 7, 19)),
        ((1444, 9, 1), date(2023, 3, 23)),
        ((1445, 1, 1), date(2023, 7, 19)),
        ((1421, 10, 1), date(2000, 12, 28)),
    ],
)
def test_hijri_within_a_day_of_what_was_observed(hijri: tuple[int, int, int], gregorian: date) -> None:
    found = from_hijri(*hijri)
    assert found is not None
    assert abs(found - gregorian) <= timedelta(days=1)


def test_days_that_do_not_exist() -> None:
    assert from_iranian(1402, 12, 30) is None
    assert from_iranian(1402, 7, 31) is None
    assert from_iranian(900, 1, 1) is None
    assert from_hijri(1444, 2, 30) is None
    assert from_hijri(1444, 13, 1) is None


def test_days_follow_each_other() -> None:
    hijri = [from_hijri(1444, month, day) for month in range(1, 13) for day in range(1, 31)]
    known = [day for day in hijri if day is not None]
    assert all(b - a == timedelta(days=1) for a, b in pairwise(known))
    assert len(known) in (354, 355)
