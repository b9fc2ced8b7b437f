"""What a word can be, and which role it can bear."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.code.bearers import (
    PEOPLE,
    can_act,
    can_take_part,
    fits_role,
    is_somebody,
    is_town,
    kinds,
    may_receive,
)
from dateline.records import Parse, Token
from dateline.reference.codebook import load_codebook

BOOK = load_codebook()
ParseText = Callable[[str], Parse]


def word(parse: Parse, text: str) -> Token:
    return next(t for t in parse.tokens if t.text == text)


@pytest.mark.parametrize(
    ("text", "head", "expected"),
    [
        ("Dozens of farmers wept.", "Dozens", True),
        ("One of the crates burned.", "One", False),
        ("One of the farmers wept.", "One", True),
        ("They fed the elderly.", "elderly", True),
        ("They buried four of our own.", "four", True),
        ("An 18-year-old was arrested.", "old", True),
        ("The bridge burned.", "bridge", False),
    ],
)
def test_a_number_or_an_adjective_may_mean_people(parse: ParseText, text: str, head: str, expected: bool) -> None:
    tree = parse(text)
    assert bool(kinds(tree, word(tree, head), BOOK) & PEOPLE) is expected


@pytest.mark.parametrize(
    ("text", "head", "expected"),
    [
        ("The gendarmes left Rabat.", "gendarmes", True),
        ("The ministry closed.", "ministry", True),
        ("The general strike ended.", "general", False),
        ("The harbour closed.", "harbour", False),
    ],
)
def test_people_and_bodies_are_somebody(parse: ParseText, text: str, head: str, expected: bool) -> None:
    tree = parse(text)
    assert is_somebody(tree, word(tree, head), BOOK) is expected


@pytest.mark.parametrize(
    ("text", "head", "expected"),
    [
        ("Four men were seized on Monday.", "Monday", False),
        ("Guards ended the march by five.", "five", False),
        ("Guards seized five in Rabat.", "five", True),
        ("They fired into the air.", "air", False),
        ("The number of dead rose.", "number", False),
        ("A number of nurses wept.", "number", True),
        ("Nothing was said.", "Nothing", False),
        ("Two were held, a third was freed.", "third", True),
        ("Two men were held; one was freed.", "one", True),
        ("One is warned of the dog.", "One", False),
        ("They made one.", "one", False),
        ("The court fined the paper 3,000 euros.", "euros", False),
        ("Courts fined the euro group.", "group", True),
    ],
)
def test_days_hours_and_tallies_take_no_part(parse: ParseText, text: str, head: str, expected: bool) -> None:
    tree = parse(text)
    assert can_take_part(tree, word(tree, head)) is expected


@pytest.mark.parametrize(
    ("text", "head", "expected"),
    [
        ("The talks failed in Rabat.", "talks", False),
        ("The bill angered nurses.", "bill", False),
        ("The herders left Rabat.", "herders", True),
        ("Two men were shot by the roadside.", "roadside", False),
    ],
)
def test_talks_and_laws_do_nothing(parse: ParseText, text: str, head: str, expected: bool) -> None:
    tree = parse(text)
    assert can_act(tree, word(tree, head), BOOK) is expected


def test_what_is_dealt_with_receives_nothing(parse: ParseText) -> None:
    tree = parse("Peru sent it to them and to the harbour.")
    assert may_receive(tree, word(tree, "Peru"), BOOK)
    assert may_receive(tree, word(tree, "them"), BOOK)
    assert not may_receive(tree, word(tree, "it"), BOOK)
    assert not may_receive(tree, word(tree, "harbour"), BOOK)


def test_a_country_is_no_town(parse: ParseText) -> None:
    tree = parse("She flew from Peru to Arequipa.")
    assert is_town(tree, word(tree, "Arequipa"), BOOK)
    assert not is_town(tree, word(tree, "Peru"), BOOK)


@pytest.mark.parametrize(
    ("text", "head", "role", "expected"),
    [
        ("They fired at the barn.", "barn", "target", True),
        ("They fired with rifles.", "rifles", "target", False),
        ("Crowds wept for Mudzuri on Friday.", "Mudzuri", "honouree", True),
        ("Crowds wept for Mudzuri on Friday.", "Mudzuri", "victim", False),
        ("They wept for the clerks.", "clerks", "victim", True),
        ("They wept for the barn.", "barn", "victim", False),
    ],
)
def test_only_a_target_may_be_a_thing(parse: ParseText, text: str, head: str, role: str, expected: bool) -> None:
    tree = parse(text)
    assert fits_role(tree, role, "ASSAULT", word(tree, head), BOOK) is expected


def test_a_wave_of_attacks_does_nothing(parse: ParseText) -> None:
    for text, head, acts in (
        ("A wave of attacks killed 30 people.", "wave", False),
        ("A series of raids killed nine people.", "series", False),
        ("A group of gunmen killed nine people.", "group", True),
        ("A column of insurgents killed nine people.", "column", True),
    ):
        read = parse(text)
        assert can_act(read, word(read, head), BOOK) is acts, text
