"""Which stretches of plain text are temporal expressions, and which only look like it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.annotate.expressions import find_expressions
from dateline.reference.times import load_time_grammar

GRAMMAR = load_time_grammar("en")


def found(text: str) -> list[str]:
    return [e.span.of(text) for e in find_expressions(text, GRAMMAR)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It began on Tuesday evening.", ["Tuesday evening"]),
        ("It began on the night of June 4.", ["the night of June 4"]),
        ("She left at five o'clock this morning.", ["five o'clock this morning"]),
        ("He fell in the early hours of Saturday.", ["the early hours of Saturday"]),
        ("They met in August of that year.", ["August of that year"]),
        ("Profits rose in the third quarter of this year.", ["the third quarter of this year"]),
        ("Sales fell in the last week of March.", ["the last week of March"]),
        ("It was raining in March. Then it stopped.", ["March"]),
        ("It lasted half an hour, or two and a half hours.", ["half an hour", "two and a half hours"]),
        ("They meet every Friday and report annually.", ["every Friday", "annually"]),
        ("The 1990s and the 20th century ended.", ["The 1990s", "the 20th century"]),
        ("In late March and early on Monday it snowed.", ["late March", "early on Monday"]),
        ("It stopped at noon, then at dawn.", ["noon", "dawn"]),
        ("It runs from 2-4 June.", ["2", "4 June"]),
        ("Fighting from 3 to 5 May", ["3", "5 May"]),
        ("By mid-afternoon it was calm.", ["mid-afternoon"]),
        ("Its 2021 report said so.", ["2021"]),
        ("On Wednesday, 15 June, at 18:00.", ["Wednesday, 15 June, at 18:00"]),
        ("in two days' time", ["two days' time"]),
        ("the day before yesterday", ["the day before yesterday"]),
        ("On Febuary 2, 2020 and 3 Ocotber 2020", ["Febuary 2, 2020", "3 Ocotber 2020"]),
        ("a two-day strike and 15 years in prison", ["two-day", "15 years"]),
        ("on 29.03.2021, 2021-03-29 and 03/01/2023", ["29.03.2021", "2021-03-29", "03/01/2023"]),
        ("at 6:40 a.m. and 21:30 GMT", ["6:40 a.m.", "21:30 GMT"]),
        ("It landed at 6:40 p.m. (GMT +8).", ["6:40 p.m. (GMT +8)"]),
        ("on 27, 28 and 29 June 2022", ["27", "28", "29 June 2022"]),
        ("between 30 and 40 days", ["30", "40 days"]),
        ("from 9 to 11 p.m. on Saturday", ["9", "11 p.m. on Saturday"]),
        ("tonight at eight we sing", ["tonight at eight"]),
        ("at 10 on Thursday, around 8 that evening", ["10 on Thursday", "8 that evening"]),
        ("at half past four in the afternoon", ["half past four in the afternoon"]),
        ("It meets four days a week.", ["four days a week"]),
        ("in the late 1980s", ["the late 1980s"]),
        ("in the autumn of last year", ["the autumn of last year"]),
        ("on the first Sunday of May", ["the first Sunday of May"]),
        ("since the 12th, at the latest", ["the 12th"]),
    ],
)
def test_expressions(text: str, expected: list[str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "She may march again, and a second victim may come forward.",
        "The sun rose over spring onions.",
        "A 23-year-old and a man 31 years old came for the third anniversary.",
        "It was the three-year anniversary of the club, and her 40th birthday.",
        "Some 2000 miles and 1900 euros stood there.",
        "The bill was $2008, or 2,019 euros, under section 14.2020.1.",
        "Good evening. It was nine in all.",
        "Flight 747 carried 212 people.",
        "about a quarter of them",
        "at eight sites, and on the 12th floor",
        "a shop on Second Street",
        "James March said Julia May would march.",
        "Trains will not run for the rest of the week.",
    ],
)
def test_words_that_only_look_like_times(text: str) -> None:
    assert found(text) == []


@given(st.text(max_size=200))
def test_any_text_gives_spans_inside_it(text: str) -> None:
    last = 0
    for expression in find_expressions(text, GRAMMAR):
        assert last <= expression.span.start < expression.span.end <= len(text)
        last = expression.span.end


WORDS = st.sampled_from(
    "on the of last next 3 May 31 June 9999 1999 0 24:00 a.m. two weeks ago later Monday , - 99 99999999 century 70s night"
    " every hundred 12/31/99 31.02.2020 early quarter and a half days years before after attack eve month".split()
)


@given(st.lists(WORDS, max_size=12))
def test_any_row_of_time_words_gives_spans_inside_it(words: list[str]) -> None:
    text = " ".join(words)
    assert all(0 <= e.span.start < e.span.end <= len(text) for e in find_expressions(text, GRAMMAR))


def test_a_range_gives_both_ends_their_month_and_its_year() -> None:
    first, last = find_expressions("from 30 December to 2 January 2024", GRAMMAR)
    assert (first.fields["year"], first.fields["month"], first.fields["day"]) == (2023, 12, 30)
    assert (last.fields["year"], last.fields["month"], last.fields["day"]) == (2024, 1, 2)


def test_the_first_clock_time_of_a_range_takes_the_day_of_the_second() -> None:
    first, last = find_expressions("from 10 a.m. to 3 p.m. on Saturday", GRAMMAR)
    assert (first.fields["weekday"], first.fields["h"], first.fields["half_day"]) == (6, 10, "am")
    assert (last.fields["h"], last.fields["half_day"]) == (3, "pm")
