"""Past forms that small parsers take for nouns or participles."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.annotate.stand_ins import plain_pasts
from dateline.records import Parse, Token


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("two men on a scooter shot a guard", ["shot"]),
        ("soldiers at a checkpoint shot dead two teenagers", ["shot"]),
        ("police at a roadblock shot and killed a driver", ["shot"]),
        ("gunmen in masks killed at least nine people", ["killed"]),
        ("a man wearing a mask opened fire in a mosque", ["opened"]),
        ("strikers at the mill blocked the gate", ["blocked"]),
        ("a man shot in a market died", []),
        ("two men held at a checkpoint arrested the day before", []),
        ("a clerk in Lima named the mayor of the year", []),
        ("he was killed in Lima and his wife wounded", []),
        ("a man in Lima was given a medal", []),
        ("those in the square who attacked a bus", []),
        ("the men armed with rifles", []),
        ("a trader in Gusau wounded two years ago", []),
        ("a group had on Tuesday freed two men", []),
        ("shot", []),
        ("", []),
    ],
)
def test_a_past_with_an_object_behind_a_preposition(text: str, found: list[str]) -> None:
    words = text.lower().split()
    assert [words[i] for i in plain_pasts(words)] == found


def verb_and_doer(tree: Parse, lemma: str) -> tuple[Token, list[str]]:
    verb = next(t for t in tree.tokens if t.lemma == lemma)
    return verb, [t.text for t in tree.kids(verb.i, "nsubj")]


@pytest.mark.parametrize(
    ("text", "lemma", "doer"),
    [
        ("Two men on a scooter shot a guard in Naples.", "shoot", "men"),
        ("Soldiers at a checkpoint shot dead two teenagers.", "shoot", "Soldiers"),
        ("Gunmen on motorcycles killed at least 11 people, police said on Tuesday.", "kill", "Gunmen"),
        ("An officer wearing a helmet opened fire on miners, the union said.", "open", "officer"),
    ],
)
def test_the_verb_has_its_own_words_and_its_doer(
    parse: Callable[[str], Parse], text: str, lemma: str, doer: str
) -> None:
    tree = parse(text)
    verb, doers = verb_and_doer(tree, lemma)
    assert doers == [doer]
    assert verb.tag == "VBD"
    assert all(text[t.start : t.end] == t.text and t.lower == t.text.lower() for t in tree.tokens)


def test_dead_is_no_part_of_those_who_were_shot(parse: Callable[[str], Parse]) -> None:
    tree = parse("Soldiers at a checkpoint shot dead two teenagers.")
    dead = next(t for t in tree.tokens if t.text == "dead")
    assert tree.tokens[dead.head].text == "shot"
