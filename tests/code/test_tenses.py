"""Tense and course of a clause: past, under way, not over."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.code.chains import chain_of
from dateline.code.tenses import (
    is_kept_up,
    is_ongoing,
    is_starting,
    is_to_start,
    own_tense,
    past_tense,
    was_doing,
)
from dateline.records import Parse, Token
from dateline.reference.statuswords import load_status_words

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
    ("text", "words", "expected"),
    [
        ("The curfew in Jos was relaxed for an hour.", ("curfew", "relaxed"), True),
        ("The governor has eased the curfew.", ("curfew", "eased"), True),
        ("The governor extended the curfew.", ("extended",), True),
        ("The curfew was lifted.", ("curfew", "lifted"), False),
        ("The governor imposed a curfew.", ("imposed",), False),
        ("The curfew was not relaxed.", ("curfew", "relaxed"), False),
        ("The sanctions were relaxed.", ("sanctions", "relaxed"), False),
    ],
)
def test_an_order_that_is_changed_stands(parse: ParseText, text: str, words: tuple[str, ...], expected: bool) -> None:
    tree = parse(text)
    assert is_kept_up(tree, [word(tree, w) for w in words]) is expected


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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Dockers in Oran began a strike, which is now in its second week.", True),
        ("Dockers in Oran began a strike that is now in its third week.", True),
        ("The governor imposed a curfew on Oran that stays in place.", True),
        ("The governor imposed a curfew on Oran on Monday, which remains in force.", True),
        ("The governor imposed a curfew on Oran, and it remains in force.", True),
        ("The army launched an offensive, which has not stopped.", True),
        ("The governor imposed a curfew on Oran, which lies on the sea and remains a port.", False),
        ("The governor imposed a curfew on Oran on Monday, which was lifted on Friday.", False),
        ("The army launched an offensive, which has stopped.", False),
        ("The court annulled a ban that remains in force in Oran.", False),
        ("The mayor declared his support for the strike, which is now in its second week.", False),
        ("The army launched a raid on the market, which is still closed.", False),
    ],
)
def test_a_clause_behind_says_that_it_goes_on(parse: ParseText, text: str, expected: bool) -> None:
    tree = parse(text)
    root = next(t for t in tree.tokens if t.dep == "ROOT")
    chain = list(chain_of(tree, root.i))
    assert is_ongoing(tree, chain, load_status_words()) is expected


@pytest.mark.parametrize(("clause", "expected"), [("", True), (", which ended on Friday", False)])
def test_what_was_begun_today_and_has_ended_is_over(parse: ParseText, clause: str, expected: bool) -> None:
    tree = parse(f"Dockers in Oran began a strike{clause}.")
    chain = list(chain_of(tree, word(tree, "began").i))
    assert is_ongoing(tree, chain, load_status_words(), today=True) is expected


@pytest.mark.parametrize(
    ("text", "verb", "ahead", "expected"),
    [
        ("The clans agreed to a truce from Saturday.", "agreed", True, True),
        ("The governor ordered a ban on rallies starting on Monday.", "ordered", True, True),
        ("The clans agreed to a truce from Saturday.", "agreed", False, False),
        ("The clans agreed to a truce on Saturday.", "agreed", True, False),
    ],
)
def test_what_is_agreed_may_start_later(parse: ParseText, text: str, verb: str, ahead: bool, expected: bool) -> None:
    tree = parse(text)
    assert is_to_start(tree, word(tree, verb), ahead=ahead) is expected


@pytest.mark.parametrize(
    ("text", "verb", "expected"),
    [
        ("The governor imposed a curfew in Oran starting on Sunday.", "starting", True),
        ("The governor imposed a ban on rallies beginning on Sunday.", "beginning", True),
        ("The rebels attacked on Sunday, taking the town.", "taking", False),
        ("The governor said a strike is starting on Sunday.", "starting", False),
    ],
)
def test_from_when_something_holds(parse: ParseText, text: str, verb: str, expected: bool) -> None:
    tree = parse(text)
    assert is_starting(tree, word(tree, verb)) is expected
