"""What somebody is charged with or held responsible for hangs on the verb."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.records import Parse, Token


def word(parse: Parse, text: str) -> Token:
    return next(t for t in parse.tokens if t.text == text)


@pytest.mark.parametrize(
    ("text", "above"),
    [
        ("Villagers accused the police of the murder of a clerk in Pau on Monday.", "accused"),
        ("The clerks accused the council of the killing.", "accused"),
        ("Villagers met the police of the town.", "police"),
    ],
)
def test_of_a_deed_hangs_on_the_verb_of_accusing(parse: Callable[[str], Parse], text: str, above: str) -> None:
    tree = parse(text)
    assert tree.tokens[word(tree, "of").head].text == above


@pytest.mark.parametrize(
    "text",
    [
        "The army held the rebels responsible for the ambush on Sunday.",
        "The rebels held the army responsible for the ambush near Goma on Sunday.",
        "The mayor held the police responsible for the ambush in Pau on Sunday.",
    ],
)
def test_a_day_behind_the_deed_is_the_deeds(parse: Callable[[str], Parse], text: str) -> None:
    tree = parse(text)
    assert tree.tokens[word(tree, "responsible").head].text == "held"
    assert tree.tokens[word(tree, "on").head].text == "ambush"


def test_a_day_before_the_deed_is_the_saying_s(parse: Callable[[str], Parse]) -> None:
    tree = parse("On Sunday the army held the rebels responsible for the ambush.")
    assert tree.tokens[word(tree, "On").head].text == "held"


def test_a_responsible_man_stays_one(parse: Callable[[str], Parse]) -> None:
    tree = parse("The firm hired a responsible man.")
    assert tree.tokens[word(tree, "responsible").head].text == "man"


@pytest.mark.parametrize(
    ("text", "link", "above"),
    [
        ("The minister accused exiles in Paris of having paid for the raid.", "in", "exiles"),
        ("The exiles accused militias in southern Libya of arming the rebels.", "in", "militias"),
        ("The army suspected officers at Jos of having sold the rifles.", "at", "officers"),
        ("The minister accused the exiles in Paris on Monday.", "on", "accused"),
    ],
)
def test_whom_somebody_accuses_is_where_his_place_stands(
    parse: Callable[[str], Parse], text: str, link: str, above: str
) -> None:
    tree = parse(text)
    assert tree.tokens[word(tree, link).head].text == above


@pytest.mark.parametrize(
    ("text", "above"),
    [
        ("The mayor condemned the attacks at a press conference in Van on Thursday.", "condemned"),
        ("The bishop denounced the attack on the convoy at a briefing in Jos.", "denounced"),
        ("The mayor condemned the attacks at Van.", "attacks"),
    ],
)
def test_a_news_conference_is_no_part_of_what_was_condemned(
    parse: Callable[[str], Parse], text: str, above: str
) -> None:
    tree = parse(text)
    assert tree.tokens[word(tree, "at").head].text == above
