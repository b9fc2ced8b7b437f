"""Which words sentences have in common: what is told of one happening goes back to its words ("the bus", "the two mutineers")."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable

from dateline.records import Parse, Token

_CONTENT = frozenset(("ADJ", "NOUN", "PROPN", "VERB"))
_SHORT = 2
_MOST = 10.0  # what two sentences share is counted up to here, in nats
_SCALE = 5.0


class SharedWords:
    """The content words of each sentence of a report, weighed by how few sentences have them."""

    def __init__(self, parse: Parse, names: Iterable[int]) -> None:
        """Take in a parse. names: numbers of the tokens that name places, which are left out."""
        left_out = frozenset(names)
        self._words = [
            {t.lemma.lower() for t in parse.tokens[a:b] if t.i not in left_out and _has_content(t)}
            for a, b in parse.sentences
        ]
        found = Counter(word for words in self._words for word in words)
        self._weight = {word: math.log(len(self._words) / n) for word, n in found.items()}

    def most(self, sentence: int, others: Iterable[int]) -> float:
        """Return how much a sentence shares with that of the others with which it shares most; 0 to 2."""
        shared = (self._words[sentence] & self._words[other] for other in others if other != sentence)
        return min(_MOST, max((sum(self._weight[w] for w in words) for words in shared), default=0.0)) / _SCALE


def _has_content(token: Token) -> bool:
    return token.pos in _CONTENT and len(token.text) > _SHORT
