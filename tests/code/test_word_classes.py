"""Which classes of the codebook a word belongs to."""

from __future__ import annotations

import pytest

from dateline.annotate.parse import Parser
from dateline.code.word_classes import classes_of, other_lemmas
from dateline.records import Parse, Token
from dateline.reference.codebook import load_codebook
from tests import factory


@pytest.mark.parametrize(
    ("text", "word", "within"),
    [
        ("The soldiers left.", "soldiers", "force"),
        ("The police officers left.", "officers", "person"),
        ("They left.", "They", "crowd"),
        ("The cellist left.", "cellist", "person"),
        ("Some 44 were led away.", "44", "crowd"),
    ],
)
def test_people_are_known_as_such(parser: Parser, text: str, word: str, within: str) -> None:
    parse = parser(factory.reading(text)).grammar()
    token = next(t for t in parse.tokens if t.text == word)
    assert within in classes_of(parse, token, load_codebook())


def test_things_are_nobody(parser: Parser) -> None:
    parse = parser(factory.reading("The banners and the checklist were torn.")).grammar()
    for token in parse.tokens:
        assert "person" not in classes_of(parse, token, load_codebook())


def test_a_lemma_may_be_wrong(parser: Parser) -> None:
    parse = parser(factory.reading("Rebels overran it.")).grammar()
    assert other_lemmas(parse.tokens[1]) == ["overrun"]


@pytest.mark.parametrize(("label", "expected"), [("LAW", True), ("", True), ("FAC", False)])
def test_a_rank_before_a_name_makes_a_person(label: str, expected: bool) -> None:
    words = [("Sergeant", "compound", 2), ("Ana", "compound", 2), ("Stark", "nsubj", 3), ("left", "ROOT", 3)]
    tokens, start = [], 0
    for i, (word, dep, head) in enumerate(words):
        pos, tag = ("VERB", "VBD") if dep == "ROOT" else ("PROPN", "NNP")
        entity = "" if dep == "ROOT" else label
        tokens.append(Token(i, word, word.lower(), pos, tag, dep, head, 0, start, start + len(word), entity))
        start += len(word) + 1
    parse = Parse.of(tuple(tokens), ((0, 4),))
    assert ("person" in classes_of(parse, tokens[2], load_codebook())) is expected
