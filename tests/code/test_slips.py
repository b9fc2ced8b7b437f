"""Slips of the small parser, read as they are meant."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.code.slips import is_bare_passive, is_had_done, is_main_verb, swallowed
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


@pytest.mark.parametrize(
    ("text", "verb", "suffered"),
    [
        ("Gunmen shot at a bus near Kisumu on Monday.", "shot", False),
        ("Two men shot at shoppers near Kisumu on Monday.", "shot", False),
        ("Bandits shot at a checkpoint near Kisumu on Monday.", "shot", False),
        ("Two bandits shot at a checkpoint near Kisumu.", "shot", True),
        ("Two people shot at a fair in Kisumu.", "shot", True),
        ("Six people killed at a fair in Kisumu.", "killed", True),
    ],
)
def test_who_shoots_at_somebody_is_not_shot(parse: ParseText, text: str, verb: str, suffered: bool) -> None:
    tree = parse(text)
    assert is_bare_passive(tree, word(tree, verb)) is suffered


@pytest.mark.parametrize(
    ("text", "verb", "expected"),
    [
        ("A man fired at police officers in Pau on Monday.", "fired", True),
        ("A shell fired at dawn.", "fired", False),
    ],
)
def test_the_only_verb_of_a_sentence_is_its_verb(parse: ParseText, text: str, verb: str, expected: bool) -> None:
    tree = parse(text)
    assert is_main_verb(tree, word(tree, verb)) is expected
