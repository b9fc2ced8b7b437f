"""Noun phrases as arguments quote them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.code.phrases import phrase_span
from dateline.records import Parse
from tests.factory import sentence


def test_phrase_leaves_out_clauses_and_conjuncts() -> None:
    tree = sentence(
        ("Two", "two", "NUM", "CD", "nummod", 1),
        ("members", "member", "NOUN", "NNS", "nsubj", 7),
        ("of", "of", "ADP", "IN", "prep", 1),
        ("parliament", "parliament", "NOUN", "NN", "pobj", 2),
        ("and", "and", "CCONJ", "CC", "cc", 1),
        ("a", "a", "DET", "DT", "det", 6),
        ("nurse", "nurse", "NOUN", "NN", "conj", 1),
        ("met", "meet", "VERB", "VBD", "ROOT", 7),
    )
    text = " ".join(t.text for t in tree.tokens)
    assert phrase_span(tree, tree.tokens[1]).of(text) == "Two members of parliament"


def test_bullets_and_stamps_are_no_part_of_a_phrase(parse: Callable[[str], Parse]) -> None:
    for text, word, phrase in (
        ("• Boats rescued 40 people.", "Boats", "Boats"),
        ("14:20 - Families kept a vigil.", "Families", "Families"),
    ):
        tree = parse(text)
        head = next(t for t in tree.tokens if t.text == word)
        assert phrase_span(tree, head).of(text) == phrase


def test_a_thousand_nested_complements_end() -> None:
    rows = [("chief", "chief", "NOUN", "NN", "ROOT", 0)]
    for n in range(0, 2000, 2):
        rows += [("of", "of", "ADP", "IN", "prep", n), ("staff", "staff", "NOUN", "NN", "pobj", n + 1)]
    tree = sentence(*rows)
    assert phrase_span(tree, tree.tokens[0]).start == 0


def test_a_time_before_a_participle_is_no_part_of_it(parse: Callable[[str], Parse]) -> None:
    text = "Three days later masked men burned a lorry."
    tree = parse(text)
    men = next(t for t in tree.tokens if t.text == "men")
    assert phrase_span(tree, men).of(text) == "masked men"


def test_whoever_is_accused_is_quoted_without_the_charge(parse: Callable[[str], Parse]) -> None:
    for text, phrase in (
        ("The police accused the head of the union of the killing.", "the head of the union"),
        ("The police accused the guard of theft.", "the guard"),
    ):
        tree = parse(text)
        head = next(t for t in tree.tokens if t.dep == "dobj")
        assert phrase_span(tree, head).of(text) == phrase


def test_half_brackets_and_what_describes_behind_are_no_part_of_a_phrase(parse: Callable[[str], Parse]) -> None:
    for text, word, phrase in (
        ("The Northern Front (a wing of the Red League) attacked Hama.", "Front", "The Northern Front"),
        ("Nine people were killed by two soldiers loyal to the mayor.", "soldiers", "two soldiers"),
        ("Police held two men wanted in Oslo.", "men", "two men"),
        ("The Union of Miners and Smelters (UMS) marched.", "Union", "The Union of Miners and Smelters"),
    ):
        read = parse(text)
        token = next(t for t in read.tokens if t.text == word)
        assert phrase_span(read, token).of(text) == phrase


def test_most_notably_is_no_part_of_a_phrase() -> None:
    tree = sentence(
        ("most", "most", "ADV", "RBS", "advmod", 1),
        ("notably", "notably", "ADV", "RB", "advmod", 3),
        ("the", "the", "DET", "DT", "det", 3),
        ("Front", "Front", "PROPN", "NNP", "ROOT", 3),
    )
    text = " ".join(t.text for t in tree.tokens)
    assert phrase_span(tree, tree.tokens[3]).of(text) == "the Front"


def test_a_bracket_that_is_cut_off_is_left_out() -> None:
    tree = sentence(
        ("the", "the", "DET", "DT", "det", 1),
        ("Front", "Front", "PROPN", "NNP", "ROOT", 1),
        ("(", "(", "PUNCT", "-LRB-", "punct", 3),
        ("Ufa", "Ufa", "PROPN", "NNP", "nmod", 1),
        (")", ")", "PUNCT", "-RRB-", "punct", 1),
    )
    text = " ".join(t.text for t in tree.tokens)
    assert phrase_span(tree, tree.tokens[1]).of(text) == "the Front"


@pytest.mark.parametrize(
    ("text", "word", "phrase"),
    [
        ("Gunmen shot 18-year-old Peter Lund in Malmo.", "Lund", "18-year-old Peter Lund"),
        ("Thieves beat 70-year-old Nia Roe.", "Roe", "70-year-old Nia Roe"),
        ("In May last year, 31-year-old Omar Sand killed two men.", "Sand", "31-year-old Omar Sand"),
        ("On 18 May protesters marched.", "protesters", "protesters"),
        ("Two men shot dead Mustafa Abdi Abdel-Karim, 35, in Merca.", "Karim", "Mustafa Abdi Abdel-Karim"),
        ("Crows fed on dead sheep.", "sheep", "dead sheep"),
    ],
)
def test_an_age_is_part_of_a_name_and_dead_is_none(
    parse: Callable[[str], Parse], text: str, word: str, phrase: str
) -> None:
    tree = parse(text)
    assert phrase_span(tree, next(t for t in tree.tokens if t.text == word)).of(text) == phrase


def test_dead_behind_shot_is_no_part_of_a_name() -> None:
    tree = sentence(
        ("Men", "man", "NOUN", "NNS", "nsubj", 1),
        ("shot", "shoot", "VERB", "VBD", "ROOT", 1),
        ("dead", "dead", "ADJ", "JJ", "amod", 3),
        ("Abdi", "Abdi", "PROPN", "NNP", "dobj", 1),
    )
    assert phrase_span(tree, tree.tokens[3]).of("Men shot dead Abdi") == "Abdi"
