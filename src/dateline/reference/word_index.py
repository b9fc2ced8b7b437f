"""Finds, among many patterns that each ask for several words, those whose words a stretch of text may have."""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set
from typing import Generic, TypeVar

Item = TypeVar("Item")
Words = frozenset[str]
_MANY = 20  # words that would fill the index, as the names of months with all their slips do


class WordIndex(Generic[Item]):
    """Items in their given order, filed by the words of which each asks for one. None: it asks for nothing."""

    def __init__(self, asking: Iterable[tuple[Item, Words | None]]) -> None:
        pairs = list(asking)
        self.items = tuple(item for item, _ in pairs)
        self._asking_nothing = [i for i, (_, words) in enumerate(pairs) if words is None]
        self._plain = [self.items[i] for i in self._asking_nothing]
        self._by_word: dict[str, list[int]] = {}
        self._by_words: dict[Words, list[int]] = {}
        for i, (_, asked) in enumerate(pairs):
            words = asked or frozenset()
            if len(words) > _MANY:
                self._by_words.setdefault(words, []).append(i)
                continue
            for word in words:
                self._by_word.setdefault(word, []).append(i)

    def possible(self, said: Set[str]) -> Sequence[Item]:
        """Return the items in order, less those that ask for words of which none is said."""
        found = {i for word in self._by_word.keys() & said for i in self._by_word[word]}
        for words, some in self._by_words.items():
            if not words.isdisjoint(said):
                found.update(some)
        if not found:
            return self._plain
        return [self.items[i] for i in sorted(found.union(self._asking_nothing))]


def rarest(asked: Iterable[Words]) -> Words | None:
    """Return of several sets of words the one that a text is least likely to have a word of; None where there is none.

    A guess: short words are frequent, and of many words one comes more often than of few.
    """
    return max(asked, key=lambda words: (min(map(len, words)), -len(words)), default=None)
