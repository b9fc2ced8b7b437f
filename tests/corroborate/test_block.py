from datetime import date, timedelta

from dateline.corroborate.block import candidate_pairs, story_pairs
from dateline.corroborate.statement import Statement, statements
from tests.corroborate.factory import KERMAN, MAY, NORWAY, OSLO, Said, report_of


def told(*said: Said) -> list[Statement]:
    return statements([report_of(f"Outlet {n}", s) for n, s in enumerate(said)])


def test_one_day_and_place_meet_and_others_do_not() -> None:
    found = told(
        Said("Ten arrested."),
        Said("A dozen arrested."),
        Said("Two arrested.", place=OSLO),
        Said("Four arrested.", day=date(2021, 1, 1)),
    )
    ((one, two),) = candidate_pairs(found)
    assert [found[i].spot and found[i].days for i in (one, two)] == [(MAY.toordinal(), MAY.toordinal() + 1)] * 2
    assert {spot.name for i in (one, two) if (spot := found[i].spot)} == {"kerman"}


def test_a_town_meets_its_country_and_a_day_its_month() -> None:
    found = told(Said("Ten arrested.", place=OSLO), Said("Some arrested.", place=NORWAY))
    assert sorted(candidate_pairs(found)) == [(0, 1)]
    found = told(Said("Ten arrested."), Said("Some arrested.", day=date(2024, 5, 1), days=31))
    assert sorted(candidate_pairs(found)) == [(0, 1)]


def test_points_on_both_sides_of_a_cell_edge_meet() -> None:
    west, east = (("Spot", 10.0, lon, "NGA", "town") for lon in (7.499, 7.501))
    assert sorted(candidate_pairs(told(Said("Ten arrested.", place=west), Said("Some arrested.", place=east)))) == [
        (0, 1)
    ]


def test_undated_mentions_meet_inside_their_story_only() -> None:
    found = told(*(Said(f"{n} arrested.", day=None, place=None) for n in ("Two", "Six", "Ten")))
    one, two, three = (statement.mention.report for statement in found)
    assert sorted(candidate_pairs(found)) == []
    assert sorted(story_pairs(found, {one: "s", two: "s", three: "t"})) == [(0, 1)]


def test_a_day_carried_over_does_not_part_mentions_of_one_story() -> None:
    found = told(Said("Two arrested."), Said("Six arrested.", day=MAY + timedelta(days=9), basis="inherited"))
    one, two = (statement.mention.report for statement in found)
    assert sorted(candidate_pairs(found)) == []
    assert sorted(story_pairs(found, {one: "s", two: "s"})) == [(0, 1)]
    assert sorted(story_pairs(found, {one: "s", two: "t"})) == []


def test_mentions_that_touch_at_midnight_meet() -> None:
    assert sorted(candidate_pairs(told(Said("Two arrested."), Said("Six arrested.", day=MAY + timedelta(days=1))))) == [
        (0, 1)
    ]


def test_in_a_long_story_the_rarer_mode_still_meets() -> None:
    crowd = (Said(f"{n} arrested.", day=MAY + timedelta(days=n % 2), place=None) for n in range(40))
    found = told(
        *crowd, *(Said(s, "sealed", mode="curfew", day=None, place=None) for s in ("It sealed off.", "They sealed it."))
    )
    pairs = list(story_pairs(found, {s.mention.report: "s" for s in found}))
    assert tuple(n for n, s in enumerate(found) if s.mention.mode == "curfew") in pairs


def test_pairs_grow_with_the_mentions_and_not_with_their_square() -> None:
    def pairs(n: int) -> int:
        return sum(
            1
            for _ in candidate_pairs(
                told(*(Said(f"{i} arrested.", place=KERMAN, day=MAY + timedelta(days=i % 3)) for i in range(n)))
            )
        )

    assert pairs(400) <= 4.5 * pairs(100)
