"""Roles from grammar, on real parses."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.code.arguments import arguments_of
from dateline.code.join import join
from dateline.code.triggers import find_triggers
from dateline.records import Parse
from dateline.reference.codebook import load_codebook

BOOK = load_codebook()


def roles(parse: Parse, text: str, type_: str) -> list[tuple[str, str]]:
    happening = next(h for h in join(parse, find_triggers(parse, BOOK)) if h.type == type_)
    return [(a.role, a.span.of(text)) for a in arguments_of(parse, happening, BOOK)]


@pytest.mark.parametrize(
    ("text", "type_", "expected"),
    [
        ("Police arrested seven young men.", "COERCE", [("actor", "Police"), ("recipient", "seven young men")]),
        ("Seven men were arrested by police.", "COERCE", [("actor", "police"), ("recipient", "Seven men")]),
        ("Rebels shelled the market.", "ASSAULT", [("perpetrator", "Rebels"), ("target", "the market")]),
        ("Gunmen killed three farmers.", "ASSAULT", [("perpetrator", "Gunmen"), ("victim", "three farmers")]),
        ("Students blocked the motorway.", "PROTEST", [("actor", "Students"), ("target", "the motorway")]),
        ("The mayor condemned the attack.", "ACCUSE", [("actor", "The mayor"), ("recipient", "the attack")]),
        (
            "The union called on the government to pay.",
            "REQUEST",
            [("actor", "The union"), ("recipient", "the government")],
        ),
        (
            "Residents held a vigil for the dead nurse.",
            "GATHER",
            [("actor", "Residents"), ("honouree", "the dead nurse")],
        ),
        (
            "The killing of a judge by gunmen shocked Cali.",
            "ASSAULT",
            [("perpetrator", "gunmen"), ("victim", "a judge")],
        ),
    ],
)
def test_roles(parse: Callable[[str], Parse], text: str, type_: str, expected: list[tuple[str, str]]) -> None:
    assert sorted(roles(parse(text), text, type_)) == sorted(expected)


def test_swapped_parties_swap_roles(parse: Callable[[str], Parse]) -> None:
    one, two = "Rebels attacked soldiers near Goma.", "Soldiers attacked rebels near Goma."
    first, second = roles(parse(one), one, "ASSAULT"), roles(parse(two), two, "ASSAULT")
    assert [(r, t.lower()) for r, t in first] == [("perpetrator", "rebels"), ("victim", "soldiers")]
    assert [(r, t.lower()) for r, t in second] == [("perpetrator", "soldiers"), ("victim", "rebels")]


def test_missiles_thrown_take_no_role(parse: Callable[[str], Parse]) -> None:
    text = "Protesters threw stones at officers."
    assert "stones" not in [t for _, t in roles(parse(text), text, "PROTEST")]


def test_of_two_sides_the_first_is_the_actor(parse: Callable[[str], Parse]) -> None:
    text = "The army and the rebels signed a truce."
    assert roles(parse(text), text, "RETREAT") == [("actor", "The army"), ("recipient", "the rebels")]
