"""The codebook's patterns by the word that they begin with, and what rules most of them out before they are tried.

A verb such as "give" begins hundreds of patterns. All but a few ask for words that the sentence does not have: further words
of their own, or words that must stand as subject, as object or behind a preposition, which is to say in the same sentence.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from dateline.reference.word_index import WordIndex, rarest

if TYPE_CHECKING:
    from dateline.reference.codebook import Condition, Pattern

_IN_SENTENCE = frozenset(("subj", "obj", "prep", "under"))  # slots whose fillers hang together with the trigger


class Wanted(NamedTuple):
    """A pattern with what rules it out cheaply: sets of words, one word of each of which must be there.

    rest: its words but the first; slots: what must fill its slots, in the same sentence too; near: what must be in the
    sentence or the one before.
    """

    pattern: Pattern
    rest: tuple[frozenset[str], ...]
    slots: tuple[frozenset[str], ...]
    near: tuple[frozenset[str], ...]

    @classmethod
    def of(cls, pattern: Pattern) -> Wanted:
        """Return the pattern with its needs."""
        asked = [c for c in pattern.conditions if _asks_for_words(c)]
        slots = tuple(c.words for c in asked if c.slot in _IN_SENTENCE)
        near = tuple(c.words for c in asked if c.slot == "near")
        return cls(pattern, tuple(frozenset(word.split("|")) for word in pattern.words[1:]), slots, near)

    def lacks(self, here: set[str], about: set[str]) -> bool:
        """Tell whether a word is missing. here: the words of the sentence; about: these and those of the one before."""
        for words in self.rest:  # a generator for each pattern would cost more than the tests
            if words.isdisjoint(here):
                return True
        for words in self.slots:
            if words.isdisjoint(here):
                return True
        for words in self.near:  # noqa: SIM110
            if words.isdisjoint(about):
                return True
        return False


class Beginning:
    """The patterns that begin with one word, heaviest first; worked out when a text first has the word."""

    def __init__(self, patterns: Iterable[Pattern]) -> None:
        self._given = tuple(patterns)

    @cached_property
    def patterns(self) -> list[Wanted]:
        """All of them with their needs."""
        return [Wanted.of(p) for p in sorted(self._given, key=lambda p: p.weight, reverse=True)]

    @cached_property
    def _index(self) -> WordIndex[Wanted]:
        return WordIndex((w, rarest((*w.rest, *w.slots, *w.near))) for w in self.patterns)

    def possible(self, here: set[str], about: set[str]) -> Iterator[Wanted]:
        """Yield the patterns, heaviest first, of which no word is missing in the sentence and the one before it."""
        return (wanted for wanted in self._index.possible(about) if not wanted.lacks(here, about))


def _asks_for_words(condition: Condition) -> bool:
    """Tell whether only words will do for a condition, not what they stand for, nor an empty slot."""
    return not (condition.negative or condition.open or condition.classes or "*" in condition.words)
