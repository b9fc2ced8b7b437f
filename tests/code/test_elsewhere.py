"""Who was killed in another town is no victim of what was told before."""

from __future__ import annotations

import pytest

import dateline

SHELL = "A shell hit a market in Gao on Thursday."
CONVOY = "Gunmen attacked a convoy near Gao on Monday."


def places(text: str) -> list[str | None]:
    return [m.place.name if m.place else None for m in dateline.code(text).events]


@pytest.mark.parametrize(
    "text",
    [
        f"{SHELL} An ambush in Mopti killed two men.",
        f"{SHELL}\n\nA raid on Tuesday in Mopti killed a councilman and his driver.",
        f"{CONVOY} Two men were killed in Mopti.",
        f"{CONVOY} Rebels denied it. The ambush on Tuesday in Mopti killed a councilman.",
    ],
)
def test_casualties_of_another_town_stand_for_themselves(text: str) -> None:
    told = places(text)
    assert (told[0], told[-1]) == ("Gao", "Mopti")


@pytest.mark.parametrize(
    "rest",
    [
        "The shelling killed two men.",
        "Two men were killed in Gao.",
        "Two men were killed at a stall.",
    ],
)
def test_casualties_of_the_same_town_are_of_what_was_told(rest: str) -> None:
    reading = dateline.code(f"{SHELL} {rest}")
    assert [[reading.counts[k].low for k in m.counts] for m in reading.events] == [[2]]


def test_casualties_in_one_sentence_with_what_has_no_town_are_of_it() -> None:
    reading = dateline.code(
        "Police shut a mosque in Gao. Riots followed in four towns, and 40 people were hurt in Mopti."
    )
    assert [m.type for m in reading.events][-1] == "PROTEST"


def test_a_town_told_of_just_before_is_where_the_next_happened() -> None:
    assert places("Rebels attacked Gao and Mopti on Monday. Two men were killed in Mopti.")[-1] != "Gao"
