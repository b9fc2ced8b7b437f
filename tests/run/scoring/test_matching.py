from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.records import Count, MentionPlace, MentionTime, Span
from dateline.run.scoring.gold import GoldEvent, GoldPlace
from dateline.run.scoring.matching import (
    best_first,
    counts_meet,
    mostly_same,
    one_to_one,
    right_date,
    right_place,
    same_count,
    same_name,
    sentence_number,
    sentence_starts,
    spans_of,
    stretch,
)


def event(start: str | None, end: str | None) -> GoldEvent:
    return GoldEvent(key="k", type="PROTEST", trigger=("x",), status="occurred", voice="outlet", from_=start, to=end)


def time(start: date | None, end: date | None) -> MentionTime:
    return MentionTime(time=None, from_=start, to=end, precision=None, basis="stated")


def place(name: str, lat: float | None, lon: float | None) -> MentionPlace:
    return MentionPlace(
        toponym=None, name=name, geonameid=None, admin1=None, country=None, lat=lat, lon=lon, precision=None,
        basis="stated",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Córdoba", "cordoba", True),
        ("the Bakers' Union", "Union of Bakers", True),
        ("Bakers' Union", "Bakers of Accra", False),
        ("President Ama Darko", "Darko", True),
        ("Ama Darko", "Kofi Darko", False),
        ("the", "of", False),
        (None, "Darko", False),
        ("Mr Darko", "Dr Darko", True),
    ],
)
def test_names_are_the_same_when_the_words_of_one_are_in_the_other(
    one: str | None, other: str | None, *, same: bool
) -> None:
    assert same_name(one, other) is same
    assert same_name(other, one) is same


def test_wordings_are_found_as_whole_words_in_any_case_and_over_line_ends() -> None:
    text = "The Marching band’s march\nof the band's marches; MARCH of"
    assert [span.of(text) for span in spans_of("march of", text)] == ["march\nof", "MARCH of"]
    assert len(spans_of("band's", text)) == 2
    assert spans_of(" ", text) == []


def test_a_stretch_runs_from_one_wording_to_the_next_end_of_the_other() -> None:
    text = "We stay. We go, they said, and we go again."
    span = stretch("We go", "go again", text)
    assert span is not None
    assert span.of(text) == "We go, they said, and we go again"
    assert stretch("We go", "never", text) is None


@pytest.mark.parametrize(
    ("a", "b", "same"), [((0, 10), (0, 10), True), ((0, 10), (5, 10), True), ((0, 10), (6, 10), False)]
)
def test_stretches_are_the_same_from_half_their_joint_length(
    a: tuple[int, int], b: tuple[int, int], *, same: bool
) -> None:
    assert mostly_same(Span(*a), Span(*b)) is same


def test_sentences_are_numbered() -> None:
    text = "One. Two 3.5 of it!” Then\nlast"
    starts = sentence_starts(text)
    assert [text[start:][:4] for start in starts] == ["One.", "Two ", "Then", "last"]
    assert sentence_number(starts, text.index("3.5")) == sentence_number(starts, text.index("Two"))
    assert sentence_number(starts, text.index("Then")) != sentence_number(starts, text.index("Two"))


def test_equal_spans_are_paired_before_longer_overlaps() -> None:
    gold, found = [Span(0, 20), Span(5, 8)], [Span(5, 8), Span(30, 31)]
    assert one_to_one(gold, found, (lambda span: span, lambda span: span)) == [(Span(5, 8), Span(5, 8))]


@given(st.lists(st.tuples(st.tuples(st.integers(0, 3)), st.integers(0, 4), st.integers(0, 4))))
def test_best_first_uses_each_side_once(links: list[tuple[tuple[int], int, int]]) -> None:
    chosen = best_first(links)
    assert len({i for i, _ in chosen}) == len({j for _, j in chosen}) == len(chosen)
    left, right = {i for i, _ in chosen}, {j for _, j in chosen}
    assert all(i in left or j in right for _, i, j in links)


DAY, NEXT, WEEK = date(2022, 3, 4), date(2022, 3, 5), date(2022, 3, 11)


@pytest.mark.parametrize(
    ("gold", "found", "right"),
    [
        (("2022-03-04", "2022-03-05"), (DAY, NEXT), True),
        (("2022-03-04", "2022-03-05"), (DAY, DAY), True),  # a part of the day
        (("2022-03-04", "2022-03-05"), (NEXT, WEEK), False),
        (("2022-03-04", "2022-03-05"), (DAY, WEEK), False),  # a week for a day
        (("2022-03", "2022-04"), (DAY, NEXT), True),
        (("2022-03-04", None), (WEEK, None), True),
        (("2022-03-04", "2022-03-05"), (DAY, None), False),
        ((None, None), (DAY, NEXT), False),
        (("2022-03-04", "2022-03-05"), (None, None), False),
    ],
)
def test_a_date_is_right_when_it_meets_the_gold_and_is_not_much_wider(
    gold: tuple[str | None, str | None], found: tuple[date | None, date | None], *, right: bool
) -> None:
    assert right_date(event(*gold), time(*found)) is right


def test_no_time_is_not_a_right_date() -> None:
    assert not right_date(event("2022-03-04", "2022-03-05"), None)


def test_a_place_is_right_within_the_tolerance() -> None:
    kumasi = GoldPlace(name="Kumasi", lat=6.69, lon=-1.62, km=20)
    assert right_place(kumasi, place("anything", 6.8, -1.6))
    assert not right_place(kumasi, place("Kumasi", 7.3, -1.6))
    assert not right_place(kumasi, None)
    assert not right_place(None, place("Kumasi", 6.8, -1.6))


def test_without_points_the_names_of_places_decide() -> None:
    kumasi = GoldPlace(name="Kumasi", lat=6.69, lon=-1.62)
    assert right_place(kumasi, place("central Kumasi", None, None))
    assert not right_place(kumasi, place("Accra", None, None))


def count(low: int | None, high: int | None) -> Count:
    return Count(span=Span(0, 1), text="x", of="killed", low=low, high=high, bound="exact")


@pytest.mark.parametrize(
    ("found", "gold", "same", "meet"),
    [
        ((100, 100), (104, 104), True, False),
        ((3, 3), (4, 4), True, False),
        ((3, 3), (5, 5), False, False),
        ((40, None), (40, None), True, True),
        ((40, None), (40, 40), False, True),
        ((None, 10), (20, 30), False, False),
        ((2000, 9999), (3000, 3000), False, True),
    ],
)
def test_counts_are_the_same_or_share_a_number(
    found: tuple[int | None, int | None], gold: tuple[int | None, int | None], *, same: bool, meet: bool
) -> None:
    assert same_count(count(*found), *gold) is same
    assert counts_meet(count(*found), *gold) is meet
