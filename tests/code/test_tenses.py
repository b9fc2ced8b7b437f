"""Tense and course of a clause: past, under way, not over."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.code.tenses import goes_on, own_tense, past_tense, was_doing
from dateline.records import Parse, Token

ParseText = Callable[[str], Parse]


def word(parse: Parse, text: str) -> Token:
    return next(t for t in parse.tokens if t.text == text)


@pytest.mark.parametrize(
    ("text", "verb", "expected"),
    [
        ("Police arrested nine men.", "arrested", True),
        ("Nine men were arrested.", "arrested", True),
        ("Police arrest nine men.", "arrest", False),
        ("Police will arrest nine men.", "arrest", False),
    ],
)
def test_the_past(parse: ParseText, text: str, verb: str, expected: bool) -> None:
    tree = parse(text)
    assert past_tense(tree, [word(tree, verb)]) is expected


def test_a_joined_verb_with_its_own_subject_has_its_own_tense(parse: ParseText) -> None:
    tree = parse("The union will strike and the firm will close.")
    assert own_tense(tree, word(tree, "close"))


@pytest.mark.parametrize(
    ("text", "verb", "expected"), [("A strike was in progress.", "was", True), ("A strike was short.", "was", False)]
)
def test_what_goes_on(parse: ParseText, text: str, verb: str, expected: bool) -> None:
    tree = parse(text)
    assert goes_on(tree, word(tree, verb)) is expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("The judge said that the deaths were being investigated.", "investigated", True),
        ("The judge said that she was investigating the deaths.", "investigating", True),
        ("The judge said that the deaths were investigated.", "investigated", False),
        ("The deaths were being investigated.", "investigated", False),
    ],
)
def test_a_report_moves_what_goes_on_into_the_past(
    parse: Callable[[str], Parse], text: str, word: str, expected: bool
) -> None:
    tree = parse(text)
    assert was_doing(tree, next(t for t in tree.tokens if t.text == word)) is expected
