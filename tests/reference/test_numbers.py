from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.errors import DataError
from dateline.reference.numbers import count_lexicon, find_numbers, parse_count_lexicon


@pytest.mark.parametrize(
    ("text", "found", "low", "high", "bound"),
    [
        ("3,200 came", "3,200", 3200, 3200, "exact"),
        ("12 000 came", "12 000", 12000, 12000, "exact"),
        ("1.5 million fled", "1.5 million", 1_500_000, 1_500_000, "exact"),
        ("2k marched", "2k", 2000, 2000, "exact"),
        ("seven came", "seven", 7, 7, "exact"),
        ("two hundred and fifty came", "two hundred and fifty", 250, 250, "exact"),
        ("twenty-five came", "twenty-five", 25, 25, "exact"),
        ("half a million came", "half a million", 500_000, 500_000, "exact"),
        ("a dozen came", "a dozen", 12, 12, "exact"),
        ("dozens came", "dozens", 24, 99, "vague"),
        ("scores came", "scores", 40, 199, "vague"),
        ("hundreds came", "hundreds", 200, 999, "vague"),
        ("thousands came", "thousands", 2000, 9999, "vague"),
        ("tens of thousands came", "tens of thousands", 20000, 99999, "vague"),
        ("hundreds of thousands came", "hundreds of thousands", 200_000, 999_999, "vague"),
        ("millions came", "millions", 2_000_000, 9_999_999, "vague"),
        ("several hundred came", "several hundred", 300, 900, "vague"),
        ("many thousand came", "many thousand", 3000, 9000, "vague"),
        ("several million came", "several million", 3_000_000, 9_000_000, "vague"),
        ("about 40 came", "about 40", 36, 44, "about"),
        ("some twenty men", "some twenty", 18, 22, "about"),
        ("at least 12 died", "at least 12", 12, None, "at-least"),
        ("more than a hundred", "more than a hundred", 100, None, "at-least"),
        ("over 500 people", "over 500", 500, None, "at-least"),
        ("12 or more", "12 or more", 12, None, "at-least"),
        ("up to 10", "up to 10", None, 10, "at-most"),
        ("fewer than five hundred", "fewer than five hundred", None, 500, "at-most"),
        ("around 500 at most", "around 500 at most", 450, 500, "about"),
        ("between 3 and 5", "between 3 and 5", 3, 5, "range"),
        ("3 to 5 men", "3 to 5", 3, 5, "range"),
        ("200-300 people", "200-300", 200, 300, "range"),
        ("two to three thousand", "two to three thousand", 2000, 3000, "range"),
    ],
)
def test_a_number_has_the_bounds_of_the_contract(
    text: str, found: str, low: int | None, high: int | None, bound: str
) -> None:
    (number,) = find_numbers(text)
    assert (text[number.start : number.end], number.low, number.high, number.bound) == (found, low, high, bound)


@pytest.mark.parametrize(
    "text",
    [
        "a 23-year-old man",
        "at 17:30",
        "$18,000 in cash",
        "on 2023-01-04",
        "5% of them",
        "a three-storey house",
        "many say so",
        "v2.0.1",
    ],
)
def test_what_counts_nothing_is_left_out(text: str) -> None:
    assert list(find_numbers(text)) == []


def test_two_numbers_that_make_no_range_are_two_numbers() -> None:
    assert [number.low for number in find_numbers("1.5 million or 2k")] == [1_500_000, 2000]


@given(st.text(alphabet="0123456789 ,.-abdefhilmnorstuvwy%€$\n", max_size=80) | st.text(max_size=60))
def test_any_text_gives_spans_in_order_with_ends_the_right_way_round(text: str) -> None:
    last = 0
    for number in find_numbers(text):
        assert last <= number.start < number.end <= len(text)
        assert number.start <= number.core[0] < number.core[1] <= number.end
        assert number.low is None or number.high is None or number.low <= number.high
        last = number.end


def test_every_table_of_the_lexicon_is_filled() -> None:
    lexicon = count_lexicon()
    assert {"killed", "injured", "arrested", "participants"} <= set(lexicon.of)
    assert all(cues.nouns for cues in lexicon.of.values())


@pytest.mark.parametrize("raw", ["numerals = [", "[numerals]\none = 1\n"])
def test_a_broken_lexicon_is_refused(raw: str) -> None:
    with pytest.raises(DataError, match="lexicon of counts"):
        parse_count_lexicon(raw)
