"""Whom a pronoun that acts stands for, in coded sentences."""

from __future__ import annotations

from collections.abc import Callable

import pytest

import dateline
from dateline.code.pronouns import acts_for
from dateline.records import Parse


def _told(text: str) -> list[tuple[str, str | None, str]]:
    return [(m.type, m.mode, m.status) for m in dateline.code(text).events]


@pytest.mark.parametrize(
    "text",
    [
        "Peru said it had stopped exports of copper to the country.",
        "Peru reacted angrily. It has stopped exports of copper to the country.",
        "Peru reacted angrily, and it has stopped exports of copper to the country.",
    ],
)
def test_it_stands_for_the_state_that_acted_before(text: str) -> None:
    assert ("SANCTION", "discontinue", "occurred") in _told(text)


@pytest.mark.parametrize(
    "text",
    [
        "The engine began to smoke. It has stopped exports of copper to the country.",
        'Peru reacted angrily. "It has stopped exports of copper to the country."',
        "Ana Roe reacted angrily. It has stopped exports of copper to the country.",
    ],
)
def test_it_stands_for_no_thing_no_person_and_nobody_outside_a_quotation(text: str) -> None:
    assert ("SANCTION", "discontinue", "occurred") not in _told(text)


def test_they_stands_for_those_who_came_before() -> None:
    soldiers = "Soldiers entered the town on Monday. They have been holding the mayor since."
    assert ("COERCE", "arrest", "ongoing") in _told(soldiers)
    assert "COERCE" not in [kind for kind, _, _ in _told(soldiers.replace("Soldiers", "Rebels"))]


def test_they_are_a_crowd_only_where_a_crowd_came_before() -> None:
    assert ("PROTEST", "demonstration", "occurred") in _told(
        "The women came at dawn. They surrounded the village hall."
    )
    assert "PROTEST" not in [kind for kind, _, _ in _told("The police came at dawn. They surrounded the village hall.")]


def test_the_nearest_subject_of_the_sentence_comes_first() -> None:
    text = "Police said that three men were held after they stormed a bank in Osh."
    assert [m.type for m in dateline.code(text).events if m.trigger.text == "stormed"] != ["COERCE"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peru reacted. It wept.", ["Peru"]),
        ("Peru reacted. She wept.", []),
        ("The minister reacted. She wept.", ["minister"]),
        ("The minister reacted. It wept.", []),
        ("The nurses reacted. She wept.", []),
        ("The nurses reacted. They wept.", ["nurses"]),
    ],
)
def test_it_is_a_body_and_she_a_person(parse: Callable[[str], Parse], text: str, expected: list[str]) -> None:
    grammar = parse(text)
    pronoun = next(t for t in grammar.tokens if t.pos == "PRON")
    assert [t.text for t in acts_for(grammar, pronoun)] == expected
