"""Who is named beside the word "organiser"."""

from __future__ import annotations

import pytest

import dateline


def organizers(text: str) -> list[list[str]]:
    return [[a.text for a in m.arguments if a.role == "organizer"] for m in dateline.code(text).events]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Some 700 people marched through Turku. The organisers, Clean Rivers, spoke of 3,000.",
            [["Clean Rivers"], ["Clean Rivers"]],
        ),
        ("Some 700 people marched through Turku. The organisers spoke of 3,000.", [[], []]),
        ("Some 700 people blocked the road to Turku. The organisers, Clean Rivers, are content.", [[]]),
    ],
)
def test_the_name_beside_the_word(text: str, expected: list[list[str]]) -> None:
    assert organizers(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Hundreds marched through Graz on Friday. Green Alps, the organiser, was pleased.",
        "Hundreds marched through Graz on Friday. The organizer, Green Alps, was pleased.",
    ],
)
def test_the_name_stands_on_either_side_in_either_spelling(text: str) -> None:
    assert organizers(text) == [["Green Alps"]]


def test_the_words_two_sentences_on_are_of_something_else() -> None:
    text = "Hundreds marched through Graz on Friday. It rained all day. The organiser, Green Alps, was pleased."
    assert organizers(text) == [[]]


def test_an_organiser_named_already_stays() -> None:
    text = "A vigil called by the bakers' union was held in Graz. The organiser, Green Alps, was pleased."
    assert organizers(text) == [["the bakers' union"]]


def test_an_arrest_has_no_organiser() -> None:
    assert organizers("Police arrested nine men in Graz on Friday. The organiser, Green Alps, was pleased.") == [[]]


def test_of_two_happenings_the_nearer_is_organised() -> None:
    text = "A vigil was held in Graz and students marched through Linz. The organiser, Green Alps, was pleased."
    assert organizers(text) == [[], ["Green Alps"]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hundreds marched through Graz at the call of two unions.", [["two unions"]]),
        ("Shops in Graz stayed closed on Friday at the call of the bakers' union.", [["the bakers' union"]]),
        ("Opposition parties plan a march in Graz.", [["Opposition parties"]]),
        ("Villagers plan a march in Graz.", [[]]),
        ("Villagers marched in Graz at the call box of two unions.", [[]]),
    ],
)
def test_who_calls_people_out_organises_it(text: str, expected: list[list[str]]) -> None:
    assert organizers(text) == expected
