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
        ("The 1990s and the 20th century ended.", ["1990s", "the 20th century"]),
        ("In late March and early on Monday it snowed.", ["late March", "early on Monday"]),
        ("It stopped at noon, then at dawn.", ["noon", "dawn"]),
        ("It runs from 2-4 June.", ["2-4 June"]),
        ("Fighting from 3 to 5 May", ["3 to 5 May"]),
        ("By mid-afternoon it was calm.", ["mid-afternoon"]),
        ("Its 2021 report said so.", ["2021"]),
        ("On Wednesday, 15 June, at 18:00.", ["Wednesday, 15 June, at 18:00"]),
        ("in two days' time", ["two days' time"]),
        ("the day before yesterday", ["the day before yesterday"]),
        ("On Febuary 2, 2020 and 3 Ocotber 2020", ["Febuary 2, 2020", "3 Ocotber 2020"]),
        ("a two-day strike and 15 years in prison", ["two-day", "15 years"]),
        ("on 29.03.2021, 2021-03-29 and 03/01/2023", ["29.03.2021", "2021-03-29", "03/01/2023"]),
        ("at 6:40 a.m. and 21:30 GMT", ["6:40 a.m.", "21:30 GMT"]),
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
        "Some 2000 people and 1900 soldiers stood there.",
        "The bill was $2008, or 2,019 euros, under section 14.2020.1.",
        "Good evening. It was nine in all.",
        "Flight 747 carried 212 people.",
        "about a quarter of them",
        "James March said Julia May would march.",
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
