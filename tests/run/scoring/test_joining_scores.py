from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.records import Event
from dateline.run.scoring.joining_scores import (
    Matched,
    Origin,
    adjusted_rand,
    b_cubed,
    joining_faults,
    score_joining,
)
from dateline.run.scoring.tally import Rate


def event(name: str, *mentions: str, origins: int = 1) -> Event:
    return Event(
        id=name, type="PROTEST", mode=None, status="occurred", time=None, place=None, fields={}, agreement={},
        mentions=mentions, reports=1, voices=1, origins=origins,
    )  # fmt: skip


def matched(*pairs: tuple[str, str]) -> list[Matched]:
    return [Matched(mention, ("story", key), f"story/{mention}.txt") for mention, key in pairs]


TWO_HAPPENINGS = matched(("m1", "march"), ("m2", "march"), ("m3", "strike"))
ORIGINS = {f"m{n}": Origin(f"story/m{n}.txt", f"story/m{1 if n == 2 else n}.txt") for n in (1, 2, 3)}


def test_right_joining_has_full_marks() -> None:
    events = [event("e1", "m1", "m2"), event("e2", "m3")]
    tally = score_joining(TWO_HAPPENINGS, events, ORIGINS)
    assert tally.figure("clustering of matched mentions: B-cubed") == Rate(100.0, 100.0, 100.0, 3, 3, 3)
    assert tally.figure("clustering of matched mentions: adjusted Rand index") == 100.0
    assert list(joining_faults(TWO_HAPPENINGS, events)) == []


def test_an_event_of_everything_has_full_recall() -> None:
    events = [event("e1", "m1", "m2", "m3")]
    rate = score_joining(TWO_HAPPENINGS, events, ORIGINS).figure("clustering of matched mentions: B-cubed")
    assert isinstance(rate, Rate)
    assert (rate.precision, rate.recall) == (55.6, 100.0)
    assert [fault.kind for fault in joining_faults(TWO_HAPPENINGS, events)] == ["mixed"]


def test_mentions_without_an_event_stand_alone() -> None:
    rate = score_joining(TWO_HAPPENINGS, [], ORIGINS).figure("clustering of matched mentions: B-cubed")
    assert isinstance(rate, Rate)
    assert (rate.precision, rate.recall) == (100.0, 66.7)
    faults = list(joining_faults(TWO_HAPPENINGS, []))
    assert [(fault.kind, fault.key) for fault in faults] == [("split", "march")]
    assert faults[0].found == "story/m1.txt march; story/m2.txt march"


@pytest.mark.parametrize(("origins", "seen", "exact"), [(1, 100.0, 100.0), (2, 0.0, 0.0)])
def test_a_reprint_is_no_second_origin(origins: int, seen: float, exact: float) -> None:
    tally = score_joining(TWO_HAPPENINGS, [event("e1", "m1", "m2", origins=origins)], ORIGINS)
    assert tally.figure("events that join a reprint and its original") == 1
    assert tally.figure("of these, reprint not counted as an origin") == seen
    assert tally.figure("of these, origins exactly right") == exact


def test_chance_agreement_is_worth_nothing() -> None:
    assert adjusted_rand([1, 1, 2, 2], ["a", "b", "a", "b"]) == pytest.approx(-0.5)
    assert adjusted_rand([1, 2, 3], ["a", "b", "c"]) == 1.0
    assert adjusted_rand([], []) == 0.0


CLUSTERS = st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4)), min_size=1, max_size=30)


@given(CLUSTERS)
def test_b_cubed_is_the_mean_over_items_of_what_their_clusters_share(items: list[tuple[int, int]]) -> None:
    found, gold = [a for a, _ in items], [b for _, b in items]
    precision = recall = 0.0
    for a, b in items:
        shared = sum(x == a and y == b for x, y in items)
        precision += shared / found.count(a)
        recall += shared / gold.count(b)
    assert list(b_cubed(found, gold)) == pytest.approx([precision, recall])


@given(CLUSTERS)
def test_the_rand_index_is_one_for_equal_clusterings_and_never_more(items: list[tuple[int, int]]) -> None:
    found, gold = [a for a, _ in items], [b for _, b in items]
    assert adjusted_rand(gold, gold) == 1.0
    assert adjusted_rand(found, gold) <= 1.0 + 1e-9
    assert adjusted_rand(found, gold) == pytest.approx(adjusted_rand(gold, found))
