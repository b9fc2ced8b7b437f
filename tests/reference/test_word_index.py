"""The index of patterns by the words that they ask for."""

from __future__ import annotations

from dateline.reference.word_index import WordIndex


def test_items_come_in_order_and_only_where_their_rarest_word_is_said() -> None:
    asked = {"c": [{"of"}, {"ransom", "bail"}], "a": [], "b": [{"to"}]}
    index = WordIndex((item, [frozenset(words) for words in sets]) for item, sets in asked.items())
    assert index.possible({"bail", "to"}) == ["c", "a", "b"]
    assert index.possible({"of", "the"}) == ["a"]
    assert index.possible(set()) == ["a"]
