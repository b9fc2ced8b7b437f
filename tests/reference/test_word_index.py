"""The index of patterns by the words that they ask for."""

from __future__ import annotations

from dateline.reference.word_index import WordIndex, rarest

OF, TO, MONEY = frozenset(("of",)), frozenset(("to",)), frozenset(("ransom", "bail"))
MANY = frozenset(map(str, range(100)))


def test_items_come_in_order_and_only_where_one_of_their_words_is_said() -> None:
    index = WordIndex((("c", MONEY), ("a", None), ("b", TO), ("d", MONEY), ("e", MANY)))
    assert index.possible({"bail", "to"}) == ["c", "a", "b", "d"]
    assert index.possible({"of", "7"}) == ["a", "e"]
    assert index.possible(set()) == ["a"]


def test_short_words_are_taken_for_frequent_ones() -> None:
    assert rarest((OF, MONEY, TO)) == MONEY
    assert rarest(()) is None
