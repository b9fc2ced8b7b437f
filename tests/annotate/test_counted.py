from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.annotate.counted import Counted, also_counted, counted_of, is_person, sentence_around
from dateline.records import Parse
from dateline.reference.numbers import count_lexicon
from tests.factory import sentence

PASSIVE = sentence(
    ("Four", "four", "NUM", "CD", "nummod", 1),
    ("officers", "officer", "NOUN", "NNS", "nsubjpass", 3),
    ("were", "be", "AUX", "VBD", "auxpass", 3),
    ("killed", "kill", "VERB", "VBN", "ROOT", 3),
)
MARCH = sentence(
    ("Hundreds", "hundred", "NOUN", "NNS", "nsubj", 3),
    ("of", "of", "ADP", "IN", "prep", 0),
    ("villagers", "villager", "NOUN", "NNS", "pobj", 1),
    ("marched", "march", "VERB", "VBD", "ROOT", 3),
)
BOXES = sentence(
    ("They", "they", "PRON", "PRP", "nsubj", 1),
    ("opened", "open", "VERB", "VBD", "ROOT", 1),
    ("nine", "nine", "NUM", "CD", "nummod", 3),
    ("boxes", "box", "NOUN", "NNS", "dobj", 1),
)


def test_jets_are_no_people() -> None:
    jets = sentence(("jets", "jet", "NOUN", "NNS", "ROOT", 0))
    pilots = sentence(("pilots", "pilot", "NOUN", "NNS", "ROOT", 0))
    assert not is_person(jets.tokens[0])
    assert is_person(pilots.tokens[0])


def test_the_verb_wins_over_the_noun() -> None:
    number, noun = PASSIVE.tokens[0], PASSIVE.tokens[1]
    assert counted_of(PASSIVE, Counted(number, noun), count_lexicon()) == "killed"


def test_the_noun_behind_of_stands_where_the_number_stands() -> None:
    number, noun = MARCH.tokens[0], MARCH.tokens[2]
    assert counted_of(MARCH, Counted(number, noun), count_lexicon()) == "participants"


def test_things_of_no_class_are_not_counted() -> None:
    number, noun = BOXES.tokens[2], BOXES.tokens[3]
    assert counted_of(BOXES, Counted(number, noun), count_lexicon()) is None


def test_a_person_is_told_by_the_table_or_the_ending() -> None:
    assert is_person(MARCH.tokens[2])
    assert not is_person(BOXES.tokens[3])


def test_the_sentence_around_a_token_stays_in_the_sentence() -> None:
    assert sentence_around(MARCH, MARCH.tokens[2]) == MARCH.tokens


def test_the_doers_of_a_killing_are_not_its_dead(parse: Callable[[str], Parse]) -> None:
    tree = parse("A policeman was stabbed to death by two men.")
    number = next(t for t in tree.tokens if t.lower == "two")
    assert counted_of(tree, Counted(number, tree.tokens[number.head]), count_lexicon()) is None


def test_the_death_of_those_who_were_shot_tells_that_they_did_not_live(parse: Callable[[str], Parse]) -> None:
    tree = parse("Police look into the death of three men who were shot.")
    number = next(t for t in tree.tokens if t.lower == "three")
    assert counted_of(tree, Counted(number, tree.tokens[number.head]), count_lexicon()) == "killed"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Demonstrators set fire to three city buses in Tunis.", "vehicles"),
        ("Three buses were burned in Tunis.", "vehicles"),
        ("Three houses were burned in Tunis.", "buildings"),
        ("Three clerks were burned in Tunis.", "injured"),
    ],
)
def test_no_bus_or_house_is_hurt(parse: Callable[[str], Parse], text: str, expected: str) -> None:
    tree = parse(text)
    number = next(t for t in tree.tokens if t.lower == "three")
    assert counted_of(tree, Counted(number, tree.tokens[number.head]), count_lexicon()) == expected


@pytest.mark.parametrize(
    ("text", "of"),
    [
        ("A nurse counted 22 people with bullet wounds.", "injured"),
        ("A clinic took in nine farmers with burns.", "injured"),
        ("A clinic took in nine farmers with bandages.", None),
        ("A clinic took in nine farmers without wounds.", None),
    ],
)
def test_what_people_come_with_is_what_they_suffered(parse: Callable[[str], Parse], text: str, of: str | None) -> None:
    tree = parse(text)
    number = next(t for t in tree.tokens if t.pos == "NUM")
    assert counted_of(tree, Counted(number, tree.tokens[number.head]), count_lexicon()) == of


@pytest.mark.parametrize(
    ("text", "of"),
    [
        ("Two clerks were shot in the head and killed in Quito.", "killed"),
        ("Gunmen shot two clerks to death in Quito.", "killed"),
        ("Police shot and killed two clerks in Quito.", "killed"),
        ("Two clerks were shot and later died in hospital.", "killed"),
        ("The two clerks, who were shot and killed, had children.", "killed"),
        ("Two clerks were shot and their lorry was taken.", "injured"),
    ],
)
def test_who_is_shot_and_killed_did_not_live(parse: Callable[[str], Parse], text: str, of: str) -> None:
    tree = parse(text)
    number = next(t for t in tree.tokens if t.lower == "two")
    counted = Counted(number, tree.tokens[number.head])
    assert counted_of(tree, counted, count_lexicon()) == of
    assert not list(also_counted(tree, counted, of, count_lexicon()))
