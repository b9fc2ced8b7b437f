"""Finds, among many patterns that each ask for several words, those whose words a stretch of text may have."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence, Set
from typing import Generic, TypeVar

Item = TypeVar("Item")


class WordIndex(Generic[Item]):
    """Items in their given order, each filed under the rarest of the words that it asks for.

    Made from pairs: an item, and sets of words of which it asks for one each. Without sets it is found in any text.
    """

    def __init__(self, asking: Iterable[tuple[Item, Sequence[frozenset[str]]]]) -> None:
        pairs = list(asking)
        self.items = tuple(item for item, _ in pairs)
        self._asking_nothing = {i for i, (_, asked) in enumerate(pairs) if not asked}
        self._plain = [item for item, asked in pairs if not asked]
        filed: dict[str, list[int]] = defaultdict(list)
        for i, (_, asked) in enumerate(pairs):
            for word in max(asked, key=_rarity, default=()):
                filed[word].append(i)
        self._filed = dict(filed)

    def possible(self, said: Set[str]) -> list[Item]:
        """Return the items in order, less those whose rarest words are all missing; the other words are not looked up."""
        words = self._filed.keys() & said
        if not words:
            return self._plain
        return [self.items[i] for i in sorted(self._asking_nothing.union(*(self._filed[word] for word in words)))]


def _rarity(words: frozenset[str]) -> tuple[int, int]:
    """Guess how rare it is that one of the words is said: short words are frequent, and many come more often than few."""
    return min(map(len, words)), -len(words)
