"""Slips of the small parser, read as they are meant."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.code.slips import first_of_two, is_bare_passive, is_had_done, is_main_verb, is_past_form, swallowed
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


@pytest.mark.parametrize(
    ("text", "verb", "expected"),
    [
        ("The league was invited and refused to go.", "refused", True),
        ("The league was invited and refused the offer.", "refused", True),
        ("Two traders were beaten and robbed.", "robbed", False),
        ("Nine sailors were seized and ordered to leave.", "ordered", False),
        ("The clerk was held and denied bail.", "denied", False),
        ("The clerk was held and fined 200 francs.", "fined", False),
    ],
)
def test_a_past_behind_a_passive_is_the_subjects_own_deed(
    parse: ParseText, text: str, verb: str, expected: bool
) -> None:
    tree = parse(text)
    assert is_past_form(tree, word(tree, verb)) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Some 300 people, many of them in red, picketed outside the hotel.", ["people"]),
        ("Many of them picketed outside the hotel.", ["Many"]),
        ("Some 300 people picketed outside the hotel.", ["people"]),
    ],
)
def test_a_part_told_in_passing_is_no_second_subject(parse: ParseText, text: str, expected: list[str]) -> None:
    tree = parse(text)
    own = tree.kids(word(tree, "picketed").i, "nsubj")
    assert [t.text for t in first_of_two(tree, own)] == expected
