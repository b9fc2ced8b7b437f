"""Tokens and grammar of one report, free of the library that made them.

Dependency labels are those of spaCy's English pipelines (ClearNLP); parts of speech are Universal POS.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

import msgspec

from dateline.records.span import Span


class Token(msgspec.Struct, frozen=True, gc=False):
    """One token.

    i: index in the parse; head: index of the governing token (itself for a root); sentence: index of the sentence.
    text: the word, in a title as in a sentence ("Gunmen kill nine"). start, end: offsets in the report's text.
    entity: label of the named entity it belongs to ("GPE", "PERSON"), or "".
    lower: the surface form in lower case, made when it is not given.
    """

    i: int
    text: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int
    sentence: int
    start: int
    end: int
    entity: str = ""
    lower: str = ""

    def __post_init__(self) -> None:
        if not self.lower:
            msgspec.structs.force_setattr(self, "lower", self.text.lower())


class Entity(msgspec.Struct, frozen=True, gc=False):
    """A named entity: tokens `first` to `last` (exclusive) with spaCy's label."""

    first: int
    last: int
    label: str
    span: Span


@dataclass(frozen=True, slots=True)
class Parse:
    """All tokens of a report in text order, sentences never crossing blocks or posts.

    sentences: half-open token index ranges. children: for each token the indexes of its dependents, in order.
    memo: what was worked out from the parse before, by name and token, for functions that are asked the same thing often.
    """

    tokens: tuple[Token, ...]
    sentences: tuple[tuple[int, int], ...]
    entities: tuple[Entity, ...] = ()
    children: tuple[tuple[int, ...], ...] = ()
    _starts: tuple[int, ...] = field(default=(), repr=False)
    _kids: tuple[tuple[Token, ...], ...] = field(default=(), repr=False, compare=False)
    memo: dict[tuple[object, ...], Any] = field(default_factory=dict, repr=False, compare=False)

    @classmethod
    def of(
        cls, tokens: tuple[Token, ...], sentences: tuple[tuple[int, int], ...], entities: tuple[Entity, ...] = ()
    ) -> Parse:
        """Build a parse and its look-up tables from tokens and sentence ranges."""
        children: list[list[int]] = [[] for _ in tokens]
        for token in tokens:
            if token.head != token.i:
                children[token.head].append(token.i)
        kids = tuple(tuple(tokens[i] for i in some) for some in children)
        return cls(tokens, sentences, entities, tuple(map(tuple, children)), tuple(t.start for t in tokens), kids)

    def labelled(self, spans: Iterable[Span], label: str) -> Parse:
        """Return the parse with the named entities that stand at the spans, and their tokens, under another label."""
        at = set(spans)
        changed = {e: msgspec.structs.replace(e, label=label) for e in self.entities if e.span in at}
        inside = {i for e in changed for i in range(e.first, e.last)}
        tokens = tuple(msgspec.structs.replace(t, entity=label) if t.i in inside else t for t in self.tokens)
        entities = tuple(changed.get(e, e) for e in self.entities)
        return self.of(tokens, self.sentences, entities) if changed else self

    def at(self, offset: int) -> Token | None:
        """Return the token that covers the text offset, or None."""
        i = bisect_right(self._starts, offset) - 1
        if i >= 0 and self.tokens[i].start <= offset < self.tokens[i].end:
            return self.tokens[i]
        return None

    def inside(self, span: Span) -> tuple[Token, ...]:
        """Return the tokens that overlap the span, in order."""
        first = max(0, bisect_right(self._starts, span.start) - 1)
        if first < len(self.tokens) and self.tokens[first].end <= span.start:
            first += 1
        return self.tokens[first : bisect_left(self._starts, span.end, first)]

    def head_of(self, span: Span) -> Token | None:
        """Return the topmost token of the span: the first whose head lies outside it."""
        known: tuple[Token | None] | None = self.memo.get(("head", span.start, span.end))
        if known is None:
            known = self.memo["head", span.start, span.end] = (self._head_of(span),)
        return known[0]

    def _head_of(self, span: Span) -> Token | None:
        tokens = self.inside(span)
        if not tokens:
            return None
        first, last = tokens[0].i, tokens[-1].i
        return next((t for t in tokens if t.head == t.i or not first <= t.head <= last), tokens[0])

    def sentence_span(self, index: int) -> Span:
        """Return the text span of a sentence."""
        first, last = self.sentences[index]
        return Span(self.tokens[first].start, self.tokens[last - 1].end)

    def subtree(self, i: int) -> list[int]:
        """Return the indexes of a token and all that hangs on it, in text order."""
        out, stack = [], [i]
        while stack:
            j = stack.pop()
            out.append(j)
            stack.extend(self.children[j])
        return sorted(out)

    def ancestors(self, i: int) -> Iterator[Token]:
        """Yield the governing tokens from the nearest to the root."""
        while self.tokens[i].head != i:
            i = self.tokens[i].head
            yield self.tokens[i]

    def kids(self, i: int, *deps: str) -> list[Token]:
        """Return the dependents of a token, with one of the labels when any are given."""
        kids = self._kids[i]
        if not kids:
            return []
        return [t for t in kids if t.dep in deps] if deps else list(kids)
