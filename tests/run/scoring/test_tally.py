from __future__ import annotations

import pytest

from dateline.run.scoring.tally import ROWS, Rate, Tally, per_cent, total


def test_a_rate_is_precision_recall_and_f1_in_per_cent() -> None:
    tally = Tally()
    tally.rate("events: type", right=3, said=4, gold=6)
    assert tally.figure("events: type") == Rate(75.0, 50.0, 60.0, 3, 4, 6)


def test_recall_counts_what_was_found_where_that_differs() -> None:
    tally = Tally()
    tally.rate("places: found", right=4, said=4, gold=2, found=1)
    assert tally.figure("places: found") == Rate(100.0, 50.0, 66.7, 4, 4, 2)


def test_tallies_add_up() -> None:
    first, second = Tally(), Tally()
    first.share("outlet", 1, 1)
    second.share("outlet", 0, 2)
    first.number("reports", 1)
    second.number("reports", 2)
    second.distance("events: median km", 3.0)
    first.distance("events: median km", 1.0)
    both = total((first, second))
    assert (both.figure("outlet"), both.figure("reports"), both.figure("events: median km")) == (33.3, 3, 2.0)
    assert first.figure("reports") == 1


@pytest.mark.parametrize("row", ROWS)
def test_every_row_of_nothing_has_a_figure(row: str) -> None:
    nothing = {"rate": Rate(0.0, 0.0, 0.0, 0, 0, 0), "share": 0.0, "number": 0, "median": None}
    assert Tally().figure(row) == nothing[ROWS[row]]


def test_a_row_that_does_not_exist_or_is_of_another_kind_is_refused() -> None:
    with pytest.raises(KeyError):
        Tally().number("events: luck", 1)
    with pytest.raises(ValueError, match="is a rate, not a number"):
        Tally().number("events: type", 1)


def test_a_share_of_nothing_is_zero() -> None:
    assert per_cent(0, 0) == 0.0
    assert per_cent(1, 3) == 33.3
