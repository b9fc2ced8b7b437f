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
