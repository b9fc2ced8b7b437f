from datetime import date

import pytest

from dateline.read.dates import find_date, parse_iso, parse_stamp


@pytest.mark.parametrize(
    "text",
    [
        "May 17, 2023",
        "17 May 2023",
        "Wednesday, 17 May 2023",
        "17th of May 2023",
        "10:05 PM · May 17, 2023",
        "17 mai 2023",
        "17 de mayo de 2023",
        "17. Mai 2023",
        "17 мая 2023 г.",
        "17 мая 2023",
        "١٧ مايو ٢٠٢٣",
        "2023年5月17日",
        "17.05.2023",
        "5/17/2023",
        "17/5/2023",
        "2023-05-17T10:00:00Z",
        "17 Mayıs 2023",
    ],
)
def test_written_dates_are_read(text: str) -> None:
    assert find_date(text) == date(2023, 5, 17)


@pytest.mark.parametrize("text", ["", "5/6/2023", "May 2023", "31 June 2023", "17 Foo 2023", "14 دی 1401", "05:12"])
def test_what_is_no_date_gives_none(text: str) -> None:
    assert find_date(text) is None


def test_two_dates_give_none() -> None:
    assert find_date("May 2, 2023 and May 3, 2023") is None


def test_page_language_settles_a_month_name() -> None:
    assert find_date("17 listopada 2022") is None
    assert find_date("17 listopada 2022", "pl") == date(2022, 11, 17)
    assert find_date("17 listopada 2022", "hr") == date(2022, 10, 17)


def test_stamp_keeps_the_stated_local_day() -> None:
    assert parse_stamp("2024-03-07T23:50:00-05:00") == date(2024, 3, 7)
    assert parse_stamp("2024-03-07T05:12:09.123+0700") == date(2024, 3, 7)
    assert parse_stamp("soon") is None


def test_iso_is_strict() -> None:
    assert parse_iso("2024-05-03 10:00") == date(2024, 5, 3)
    assert parse_iso("3 May 2024") is None
