"""Triggers in context: senses told apart, phrases, modifiers."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.code.triggers import classes_of, find_triggers
from dateline.records import Parse
from dateline.reference.codebook import load_codebook

BOOK = load_codebook()


def found(parse: Parse) -> list[tuple[str, str | None, str]]:
    return [(t.type, t.mode, " ".join(parse.tokens[i].text for i in t.tokens)) for t in find_triggers(parse, BOOK)]


@pytest.mark.parametrize(
    ("text", "type_", "mode"),
    [
        ("Bus drivers in Lyon went on strike over pay on Monday.", "PROTEST", "strike"),
        ("A drone strike killed two herders near the well.", "ASSAULT", "drone-strike"),
        ("Thousands took to the streets of Lima.", "PROTEST", "demonstration"),
        ("Residents held a candlelight vigil for the nurse.", "GATHER", "vigil"),
        ("Soldiers arrested a teacher in the market.", "COERCE", "arrest"),
        ("Rebels shelled the town of Bria at dawn.", "ASSAULT", "shelling"),
        ("The two ministers met in Geneva.", "CONSULT", "meeting"),
        ("The governor condemned the shooting.", "ACCUSE", "condemn"),
        ("Villagers set fire to the customs office.", "ASSAULT", "arson"),
        ("The army let the fishermen go.", "RETREAT", "release"),
        ("Guards rounded the students up.", "COERCE", "arrest"),
        ("A court sentenced the editor to two years.", "SANCTION", "convict"),
    ],
)
def test_trigger_has_type_and_mode(parse: Callable[[str], Parse], text: str, type_: str, mode: str) -> None:
    assert (type_, mode) in [(t, m) for t, m, _ in found(parse(text))]


@pytest.mark.parametrize(
    "text",
    [
        "The company demonstrated its new phone in Barcelona.",
        "Shares rallied after the earnings report.",
        "The striker scored twice in the final.",
        "The singer released an album in March.",
        "The chef killed the lights and served dessert.",
        "The manager fired the coach after a bad season.",
        "They struck a deal with the supplier on Friday.",
        "Clouds gathered over the bay.",
        "The funeral home opened a second branch.",
        "She gathered evidence for her thesis.",
    ],
)
def test_other_senses_of_the_word_are_no_trigger(parse: Callable[[str], Parse], text: str) -> None:
    violent = {"PROTEST", "ASSAULT", "GATHER", "RETREAT", "COERCE"}
    assert [t for t in found(parse(text)) if t[0] in violent] == []


def test_one_word_belongs_to_one_trigger(parse: Callable[[str], Parse]) -> None:
    triggers = find_triggers(parse("Police used tear gas and water cannon to disperse a protest march."), BOOK)
    words = [i for t in triggers for i in t.tokens]
    assert len(words) == len(set(words))
    assert triggers


def test_classes_come_from_lemma_and_entity(parse: Callable[[str], Parse]) -> None:
    tokens = {t.text: t for t in parse("Villagers met Maria Lopez in Bogota.").tokens}
    assert "person" in classes_of(tokens["Villagers"], BOOK)
    assert "person" in classes_of(tokens["Lopez"], BOOK)
    assert "place" in classes_of(tokens["Bogota"], BOOK)
