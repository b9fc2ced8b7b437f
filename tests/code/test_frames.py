"""Who does what to whom, on parses made by hand."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.code import frames
from dateline.code.light_verbs import light_verb
from dateline.records import Parse, Token
from tests.factory import sentence


def texts(tokens: list[Token]) -> list[str]:
    return [t.text for t in tokens]


ACTIVE = sentence(
    ("Police", "police", "NOUN", "NNS", "nsubj", 1),
    ("arrested", "arrest", "VERB", "VBD", "ROOT", 1),
    ("seven", "seven", "NUM", "CD", "nummod", 3),
    ("youths", "youth", "NOUN", "NNS", "dobj", 1),
    ("and", "and", "CCONJ", "CC", "cc", 3),
    ("monks", "monk", "NOUN", "NNS", "conj", 3),
)
PASSIVE = sentence(
    ("Farmers", "farmer", "NOUN", "NNS", "nsubjpass", 2),
    ("were", "be", "AUX", "VBD", "auxpass", 2),
    ("attacked", "attack", "VERB", "VBN", "ROOT", 2),
    ("by", "by", "ADP", "IN", "agent", 2),
    ("raiders", "raider", "NOUN", "NNS", "pobj", 3),
)
LIGHT = sentence(
    ("Nurses", "nurse", "NOUN", "NNS", "nsubj", 1),
    ("held", "hold", "VERB", "VBD", "ROOT", 1),
    ("a", "a", "DET", "DT", "det", 3),
    ("vigil", "vigil", "NOUN", "NN", "dobj", 1),
    ("for", "for", "ADP", "IN", "prep", 3),
    ("Rosa", "rosa", "PROPN", "NNP", "pobj", 4),
)
CONTROL = sentence(
    ("Envoys", "envoy", "NOUN", "NNS", "nsubj", 1),
    ("urged", "urge", "VERB", "VBD", "ROOT", 1),
    ("rebels", "rebel", "NOUN", "NNS", "dobj", 1),
    ("to", "to", "PART", "TO", "aux", 4),
    ("withdraw", "withdraw", "VERB", "VB", "xcomp", 1),
)
REDUCED = sentence(
    ("Villagers", "villager", "NOUN", "NNS", "nsubj", 4),
    ("shot", "shoot", "VERB", "VBD", "acl", 0),
    ("by", "by", "ADP", "IN", "agent", 1),
    ("guards", "guard", "NOUN", "NNS", "pobj", 2),
    ("fled", "flee", "VERB", "VBD", "ROOT", 4),
)
BLAMED = sentence(
    ("Ministers", "minister", "NOUN", "NNS", "nsubj", 1),
    ("accused", "accuse", "VERB", "VBD", "ROOT", 1),
    ("rebels", "rebel", "NOUN", "NNS", "dobj", 1),
    ("of", "of", "ADP", "IN", "prep", 1),
    ("shelling", "shell", "VERB", "VBG", "pcomp", 3),
    ("towns", "town", "NOUN", "NNS", "dobj", 4),
)
RELATIVE = sentence(
    ("The", "the", "DET", "DT", "det", 1),
    ("men", "man", "NOUN", "NNS", "nsubj", 5),
    ("who", "who", "PRON", "WP", "nsubj", 3),
    ("looted", "loot", "VERB", "VBD", "relcl", 1),
    ("shops", "shop", "NOUN", "NNS", "dobj", 3),
    ("left", "leave", "VERB", "VBD", "ROOT", 5),
)


def test_subject_and_coordinated_objects_of_an_active_verb() -> None:
    assert texts(frames.subjects(ACTIVE, 1)) == ["Police"]
    assert texts(frames.objects(ACTIVE, 1)) == ["youths", "monks"]
    assert not frames.is_passive(ACTIVE, 1)


def test_passive_turns_agent_and_subject_round() -> None:
    assert frames.is_passive(PASSIVE, 2)
    assert texts(frames.subjects(PASSIVE, 2)) == ["raiders"]
    assert texts(frames.objects(PASSIVE, 2)) == ["Farmers"]


def test_light_verb_lends_its_subject_to_the_noun() -> None:
    verb = light_verb(LIGHT, 3)
    assert verb is not None
    assert verb.text == "held"
    assert texts(frames.subjects(LIGHT, 3)) == ["Nurses"]
    assert texts(frames.complements(LIGHT, 3, "for")) == ["Rosa"]


def test_who_is_urged_does_what_is_urged() -> None:
    assert texts(frames.subjects(CONTROL, 4)) == ["rebels"]


def test_reduced_relative_clause_is_passive_even_when_tagged_past_tense() -> None:
    assert texts(frames.subjects(REDUCED, 1)) == ["guards"]
    assert texts(frames.objects(REDUCED, 1)) == ["Villagers"]


def test_who_is_accused_did_what_stands_behind_of() -> None:
    assert texts(frames.subjects(BLAMED, 4)) == ["rebels"]


def test_relative_pronoun_stands_for_its_noun() -> None:
    assert texts(frames.subjects(RELATIVE, 3)) == ["men"]


def test_word_alone_has_neither() -> None:
    alone = sentence(("Rain", "rain", "NOUN", "NN", "ROOT", 0))
    assert frames.subjects(alone, 0) == []
    assert frames.objects(alone, 0) == []
    assert isinstance(alone, Parse)


def test_a_thousand_coordinated_nouns_end() -> None:
    rows = [("Anna", "anna", "PROPN", "NNP", "nsubj", 1), ("sang", "sing", "VERB", "VBD", "ROOT", 1)]
    rows += [("Ben", "ben", "PROPN", "NNP", "conj", 0 if n == 0 else n + 1) for n in range(3000)]
    tree = sentence(*rows)
    assert len(frames.subjects(tree, 1)) == 3001
    assert light_verb(tree, 3001) is None


def test_a_purpose_in_the_form_of_a_participle_leads_to_nobody() -> None:
    tree = sentence(
        ("A", "a", "DET", "DT", "det", 1),
        ("memory", "memory", "NOUN", "NN", "ROOT", 1),
        ("to", "to", "PART", "TO", "aux", 3),
        ("marched", "march", "VERB", "VBN", "acl", 1),
        ("after", "after", "ADP", "IN", "prep", 3),
    )
    assert frames.subjects(tree, 3) == []
    assert frames.subjects(tree, 1) == []


@pytest.mark.parametrize(
    ("text", "first", "expected"),
    [
        ("Ivan Dorel was arrested in May but was freed by a judge.", "arrested", []),
        ("Five miners were seized on Sunday and were released by the militia on Friday.", "seized", []),
        ("Two students were stopped and beaten by guards.", "stopped", ["guards"]),
        ("Two students were detained by guards and were freed by a judge.", "detained", ["guards"]),
    ],
)
def test_who_did_the_second_of_two_whole_passives_did_not_do_the_first(
    parse: Callable[[str], Parse], text: str, first: str, expected: list[str]
) -> None:
    tree = parse(text)
    head = next(t.i for t in tree.tokens if t.text == first)
    assert texts(frames.subjects(tree, head)) == expected


@pytest.mark.parametrize(
    ("text", "deed", "expected"),
    [
        ("An attack condemned by envoys killed five soldiers.", "attack", []),
        ("A march broken up by police ended in Lima on Monday.", "march", []),
        ("An attack foiled by police was to take place in Oslo.", "attack", []),
        ("An attack carried out by rebels killed five soldiers.", "attack", ["rebels"]),
        ("A march organised by nurses ended in Lima on Monday.", "march", ["nurses"]),
    ],
)
def test_who_judges_or_ends_a_deed_is_not_who_does_it(
    parse: Callable[[str], Parse], text: str, deed: str, expected: list[str]
) -> None:
    tree = parse(text)
    head = next(t.i for t in tree.tokens if t.text == deed)
    assert texts(frames.subjects(tree, head)) == expected


@pytest.mark.parametrize(
    ("text", "verb", "expected"),
    [
        ("Petrov was held for ten days before being freed on Monday.", "freed", ["Petrov"]),
        ("The bus was stopped by gunmen before being burned.", "burned", ["bus"]),
        ("Rebels attacked the town before being driven out by troops.", "driven", ["Rebels"]),
        ("The mayor resigned after being charged with fraud.", "charged", ["mayor"]),
        ("The guards beat Petrov before freeing a nurse.", "freeing", ["nurse"]),
        ("The guards spoke of being beaten.", "beaten", []),
    ],
)
def test_who_is_before_and_after_is_who_is_told_of(
    parse: Callable[[str], Parse], text: str, verb: str, expected: list[str]
) -> None:
    tree = parse(text)
    assert [t.text for t in frames.objects(tree, next(t.i for t in tree.tokens if t.text == verb))] == expected


def test_the_object_may_hang_on_what_became_of_it() -> None:
    tree = sentence(
        ("Men", "man", "NOUN", "NNS", "nsubj", 1),
        ("shot", "shoot", "VERB", "VBD", "ROOT", 1),
        ("dead", "dead", "ADJ", "JJ", "acomp", 1),
        ("the", "the", "DET", "DT", "det", 4),
        ("pair", "pair", "NOUN", "NN", "dobj", 2),
    )
    assert texts(frames.objects(tree, 1)) == ["pair"]


@pytest.mark.parametrize(
    ("text", "noun", "expected"),
    [
        ("The levy drew protests from farmers.", "protests", ["farmers"]),
        ("The levy prompted strikes from nurses.", "strikes", ["nurses"]),
        ("The farmers moved protests from Lima.", "protests", []),
    ],
)
def test_a_deed_that_something_draws_comes_from_its_doers(
    parse: Callable[[str], Parse], text: str, noun: str, expected: list[str]
) -> None:
    tree = parse(text)
    word = next(t for t in tree.tokens if t.text == noun)
    assert [t.text for t in frames.coming_from(tree, word)] == expected
