"""Words that the model takes for another kind of word are put right."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.annotate.tree_words import mend_words
from dateline.records import Parse, Token


def row(i: int, word: str, tag: str, dep: str, head: int, start: int) -> Token:
    pos = "PROPN" if tag == "NNP" else "X"
    return Token(i, word, word.lower(), pos, tag, dep, head, 0, start, start + len(word), "", word.lower())


def test_a_plural_with_an_adjective_is_no_verb() -> None:
    out = [
        row(0, "Ukrainian", "JJ", "amod", 1, 0),
        row(1, "strikes", "VBZ", "nsubj", 2, 10),
        row(2, "hit", "VBD", "ROOT", 2, 18),
    ]
    mend_words(out)
    assert (out[1].tag, out[1].pos) == ("NNS", "NOUN")


def test_a_past_behind_a_prefix_is_past() -> None:
    out = [row(0, "troops", "NNS", "nsubj", 1, 0), row(1, "retook", "VBP", "ROOT", 1, 7)]
    mend_words(out)
    assert (out[1].tag, out[1].lemma) == ("VBD", "retake")


def test_the_parts_of_an_arabic_name_hang_together() -> None:
    out = [
        row(0, "al", "NNP", "nsubj", 3, 0), row(1, "-", "NNP", "nsubj", 3, 2), row(2, "Shabab", "NNP", "nsubj", 3, 3),
        row(3, "claimed", "VBD", "ROOT", 3, 10),
    ]  # fmt: skip
    mend_words(out)
    assert [(t.dep, t.head) for t in out[:3]] == [("compound", 2), ("compound", 2), ("nsubj", 3)]


def test_what_has_a_subject_and_no_auxiliary_is_finite() -> None:
    out = [row(0, "talks", "NNS", "nsubj", 1, 0), row(1, "resume", "VB", "ROOT", 1, 6)]
    mend_words(out)
    assert out[1].tag == "VBP"


def test_a_past_that_looks_like_a_base_is_past() -> None:
    out = [row(0, "gunmen", "NNS", "nsubj", 1, 0), row(1, "set", "VBP", "ROOT", 1, 7)]
    mend_words(out)
    assert out[1].tag == "VBD"
    out = [row(0, "We", "PRP", "nsubj", 1, 0), row(1, "set", "VBP", "ROOT", 1, 3)]
    mend_words(out)
    assert out[1].tag == "VBP"


def test_a_past_that_was_made_a_noun_is_the_verb_of_what_stands_before_it() -> None:
    out = [
        row(0, "the", "DT", "det", 2, 0), row(1, "army", "NN", "compound", 2, 4), row(2, "retook", "NN", "ROOT", 2, 9),
        row(3, "Bria", "NNP", "dobj", 2, 16),
    ]  # fmt: skip
    mend_words(out)
    assert (out[2].tag, out[2].pos, out[2].lemma) == ("VBD", "VERB", "retake")
    assert [(t.dep, t.head) for t in out[:2]] == [("det", 1), ("nsubj", 2)]


def test_a_noun_that_only_ends_so_stays_one() -> None:
    out = [row(0, "the", "DT", "det", 1, 0), row(1, "cookbook", "NN", "ROOT", 1, 4)]
    mend_words(out)
    assert (out[1].tag, out[1].dep) == ("NN", "ROOT")


@pytest.mark.parametrize(
    ("text", "crowd", "verb"),
    [
        ("Thousands rally in Maseru against new tax", "Thousands", "rally"),
        ("Hundreds march in Gaborone over water prices", "Hundreds", "march"),
        ("Thousands of miners rally in Lusaka over unpaid wages", "Thousands", "rally"),
        ("Tens of thousands march in Sofia to demand new vote", "thousands", "march"),
        ("Hundreds of Tuaregs rally in Agadez", "Hundreds", "rally"),
        ("Bakers rally in Tunis over flour", "Bakers", "rally"),
        ("More than 2,000 march in Quito for peace", "2,000", "march"),
    ],
)
def test_a_crowd_at_the_head_of_a_headline_does_it(
    parse: Callable[[str], Parse], text: str, crowd: str, verb: str
) -> None:
    tokens = parse(text).tokens
    who, does = (next(t for t in tokens if t.text == word) for word in (crowd, verb))
    assert (who.dep, who.head) == ("nsubj", does.i)
    assert (does.dep, does.pos) == ("ROOT", "VERB")


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("A student march in Dakar drew thousands.", "march"),
        ("Thousands of bakers were at a rally in Tunis.", "rally"),
        ("Thousands join bakers' march in Tunis", "march"),
        ("Police break up miners' rally in Lusaka", "rally"),
    ],
)
def test_a_march_that_is_joined_or_held_stays_a_noun(parse: Callable[[str], Parse], text: str, noun: str) -> None:
    assert next(t for t in parse(text).tokens if t.text == noun).pos != "VERB"


def test_who_is_gathered_has_come() -> None:
    out = [
        row(0, "Mourners", "NNS", "nsubjpass", 2, 0), row(1, "are", "VBP", "auxpass", 2, 9),
        row(2, "gathered", "VBN", "ROOT", 2, 13),
    ]  # fmt: skip
    mend_words(out)
    assert [t.dep for t in out] == ["nsubj", "aux", "ROOT"]


@pytest.mark.parametrize(("subject", "tail"), [("Samples", "here"), ("Mourners", "by")])
def test_what_is_gathered_by_others_has_not(subject: str, tail: str) -> None:
    out = [
        row(0, subject, "NNS", "nsubjpass", 2, 0), row(1, "are", "VBP", "auxpass", 2, 9),
        row(2, "gathered", "VBN", "ROOT", 2, 13), row(3, tail, "IN", "agent" if tail == "by" else "advmod", 2, 22),
    ]  # fmt: skip
    mend_words(out)
    assert [t.dep for t in out[:2]] == ["nsubjpass", "auxpass"]
