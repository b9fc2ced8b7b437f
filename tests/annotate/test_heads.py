"""Dates at the head of a line: the years that the entries of a chronology leave out."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.annotate.parse import Parser
from dateline.annotate.times import TagTimes
from tests import factory

TAG = TagTimes()


def starts(parser: Parser, text: str, published: date = date(2024, 3, 1)) -> list[str]:
    """Return the first days of the times of a text."""
    reading = factory.reading(text, published=published)
    return [str(time.from_) for time in TAG(parser(reading)).times]


@pytest.mark.parametrize(
    ("second", "day"),
    [
        ("9 November", "2016-11-09"),  # the year goes on
        ("3 February", "2017-02-03"),  # and turns
        ("March", "2017-03-01"),
        ("8 May 2019", "2019-05-08"),
    ],
)
def test_an_entry_without_a_year_goes_on_from_the_one_above(parser: Parser, second: str, day: str) -> None:
    text = f"20 May 2016: Dockers in Beira walk out.\n\n{second} - Police clear the gate."
    assert starts(parser, text) == ["2016-05-20", day]


def test_a_list_that_runs_backwards_or_ahead_takes_the_nearest(parser: Parser) -> None:
    assert starts(parser, "3 February 2024: Police clear it.\n\n9 November: Dockers walk out.")[1] == "2023-11-09"
    assert starts(parser, "3 March 2024: Voters choose a mayor.\n\n9 April: The court sits.")[1] == "2024-04-09"


def test_a_year_opens_an_entry_without_a_word_before_it(parser: Parser) -> None:
    assert starts(parser, "1987: Soldiers storm the palace.\n\n1990 - Women march.") == ["1987-01-01", "1990-01-01"]


def test_an_act_in_the_present_is_not_ahead(parser: Parser) -> None:
    text = "3 October: Women block the road.\n\n20 November: Both sides ask the bishop to mediate."
    assert starts(parser, text) == ["2023-10-03", "2023-11-20"]


def test_a_full_stop_parts_an_entry_from_its_date(parser: Parser) -> None:
    text = "9 November 2021. Women block the road.\n\n3 February. Police clear it."
    assert starts(parser, text) == ["2021-11-09", "2022-02-03"]


def test_prose_keeps_its_own_years(parser: Parser) -> None:
    text = "In May 2016 dockers walked out.\n\nPolice cleared the gate on 9 February."
    assert starts(parser, text) == ["2016-05-01", "2024-02-09"]
