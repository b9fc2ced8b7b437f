"""Whom a relative pronoun stands for, on real parses."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.code import frames
from dateline.records import Parse


@pytest.mark.parametrize(
    ("text", "verb", "expected"),
    [
        ("Soldiers were attacked by men on motorbikes, who killed two of them.", "killed", ["men"]),
        ("Soldiers were attacked by the men who killed two farmers.", "killed", ["men"]),
        ("They praised the doctors of the clinic, which treated nine people.", "treated", ["clinic"]),
        ("The shelling of Zwara, which killed nine people, went on.", "killed", ["shelling"]),
        ("Envoys condemned the air strike on Zwara, which killed nine people.", "killed", ["strike"]),
        ("The capital of Niger, which expelled two envoys, was quiet.", "expelled", ["Niger"]),
        ("Envoys met the army of Chad, which killed nine people.", "killed", ["Chad"]),
        ("Peru and Chile, which signed the treaty in 2015, condemned the move.", "signed", ["Peru", "Chile"]),
        ("Guards met a clerk and her driver, who have signed the paper.", "signed", ["clerk", "driver"]),
        ("Guards met a clerk and her driver, who threw stones.", "threw", ["driver"]),
        ("The mayor and the bishop, who has accused the army, met.", "accused", ["bishop"]),
        ("The mayor and the bishop who accused the army met.", "accused", ["bishop"]),
    ],
)
def test_who_does_what_a_relative_clause_tells(
    parse: Callable[[str], Parse], text: str, verb: str, expected: list[str]
) -> None:
    tree = parse(text)
    head = next(t.i for t in tree.tokens if t.text == verb)
    assert [t.text for t in frames.subjects(tree, head)] == expected


def test_who_is_called_the_next_of_a_row_undergoes_it(parse: Callable[[str], Parse]) -> None:
    tree = parse("He was the second activist murdered in the city.")
    verb = next(t for t in tree.tokens if t.text == "murdered")
    assert [t.text for t in frames.objects(tree, verb.i)] == ["He"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The mayor and his deputy, who were arrested on Monday, denied it.", ["mayor", "deputy"]),
        ("Rebels freed a priest and two nuns, who were arrested in May.", ["priest", "nuns"]),
        ("Rebels freed a priest and a nun, who was arrested in May.", ["nun"]),
    ],
)
def test_all_who_are_joined_undergo_what_is_told_of_several(
    parse: Callable[[str], Parse], text: str, expected: list[str]
) -> None:
    tree = parse(text)
    verb = next(t for t in tree.tokens if t.text == "arrested")
    assert [t.text for t in frames.objects(tree, verb.i)] == expected
