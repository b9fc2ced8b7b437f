"""Look-ups on a parse made by hand."""

from __future__ import annotations

from dateline.records import Parse, Span
from dateline.records.parse import Entity
from tests.factory import sentence, text_of

TREE = sentence(
    ("Old", "old", "ADJ", "JJ", "amod", 1),
    ("men", "man", "NOUN", "NNS", "nsubj", 2),
    ("sang", "sing", "VERB", "VBD", "ROOT", 2),
    ("songs", "song", "NOUN", "NNS", "dobj", 2),
)


def test_at_finds_the_token_or_nothing() -> None:
    assert TREE.at(5) is TREE.tokens[1]
    assert TREE.at(3) is None
    assert TREE.at(99) is None


def test_inside_takes_overlapping_tokens() -> None:
    assert [t.text for t in TREE.inside(Span(2, 6))] == ["Old", "men"]
    assert TREE.inside(Span(3, 4)) == ()
    assert [t.text for t in TREE.inside(Span(0, len(text_of(TREE))))] == ["Old", "men", "sang", "songs"]


def test_head_of_a_span_is_its_topmost_token() -> None:
    head = TREE.head_of(Span(0, 7))
    assert head is not None
    assert head.text == "men"
    assert TREE.head_of(Span(99, 100)) is None


def test_walks() -> None:
    assert TREE.subtree(1) == [0, 1]
    assert [t.text for t in TREE.ancestors(0)] == ["men", "sang"]
    assert [t.text for t in TREE.kids(2, "dobj")] == ["songs"]
    assert TREE.sentence_span(0) == Span(0, 18)


def test_entities_are_labelled_anew() -> None:
    entity = Entity(0, 2, "PERSON", Span(0, 7))
    parse = Parse.of(TREE.tokens, TREE.sentences, (entity,))
    again = parse.labelled([Span(0, 7), Span(8, 12)], "GPE")
    assert [e.label for e in again.entities] == ["GPE"]
    assert [t.entity for t in again.tokens] == ["GPE", "GPE", "", ""]
    assert [t.text for t in again.kids(2, "nsubj")] == ["men"]
    assert parse.labelled([Span(8, 12)], "GPE") is parse


def test_empty_parse_answers() -> None:
    empty = Parse.of((), ())
    assert empty.at(0) is None
    assert empty.inside(Span(0, 5)) == ()
