"""Slips of the small parser, read as they are meant."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.code.slips import is_bare_passive, is_had_done, swallowed
from dateline.records import Parse, Token

ParseText = Callable[[str], Parse]


def word(parse: Parse, text: str) -> Token:
    return next(t for t in parse.tokens if t.text == text)


def test_what_somebody_wants_done_is_no_deed_of_its_object(parse: ParseText) -> None:
    tree = parse("The mayor wants it banned.")
    assert is_had_done(tree, word(tree, "banned"))
    tree = parse("The mayor banned it.")
    assert not is_had_done(tree, word(tree, "banned"))


@pytest.mark.parametrize(
    ("text", "shot"),
    [
        ("Gunmen shot at a bus near Gao.", False),
        ("Police said rebels shot at the convoy near Gao.", False),
        ("Masked men shot at the house in Lima.", False),
        ("Two men shot at a fair in Lima.", True),
        ("Two rebels shot at a checkpoint near Gao.", True),
        ("Two people shot in Gao.", True),
    ],
)
def test_outlaws_shoot_at_what_others_are_shot_at(parse: ParseText, text: str, shot: bool) -> None:
    tree = parse(text)
    assert is_bare_passive(tree, word(tree, "shot")) is shot


@pytest.mark.parametrize(
    "text", ["India condemned the bombing on Friday.", "On Friday the ministers of India condemned it."]
)
def test_a_verb_with_its_subject_has_none_swallowed(parse: ParseText, text: str) -> None:
    tree = parse(text)
    assert swallowed(tree, word(tree, "condemned")) == []


def test_the_subject_inside_the_day_before_it(parse: ParseText) -> None:
    tree = parse("On Friday India condemned the bombing.")
    verb = word(tree, "condemned")
    given = [*tree.kids(verb.i, "nsubj"), *swallowed(tree, verb)]
    assert [t.text for t in given] == ["India"]
