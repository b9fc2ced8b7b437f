"""Takes a report's text and its voices, gives sections and paragraphs for a view: who owns which stretch of text.

The outlet's text and each post are sections of their own, flat and in text order: a post inside a post cuts the outer
one in two. Quotations stay inside their paragraph; they are marks, not sections.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dateline.explore.marks import swept
from dateline.records import Reading, Span, Voice

_LINE = re.compile(r"[^\n]+")


@dataclass(frozen=True, slots=True)
class Section:
    """A stretch of text with one owner. depth: how many posts it stands in (0 for the outlet's own text).

    continued: the owner's text went on elsewhere before. paragraphs: spans without line ends, at least one.
    """

    voice: Voice | None
    depth: int
    continued: bool
    paragraphs: tuple[Span, ...]


def sections_of(reading: Reading) -> Iterator[Section]:
    """Yield the sections of a reading in text order; stretches of white space only are left out."""
    text = reading.report.text
    posts = sorted((v for v in reading.voices if v.kind == "post"), key=lambda v: (v.span.start, -v.span.end))
    outlet = next((voice for voice in reading.voices if voice.kind == "outlet"), None)
    seen: set[str] = set()
    for start, end, owners in _stretches(len(text), posts):
        paragraphs = tuple(_paragraphs(text, start, end))
        if not paragraphs:
            continue
        owner = owners[-1] if owners else outlet
        yield Section(owner, len(owners), bool(owners) and owners[-1].id in seen, paragraphs)
        if owners:
            seen.add(owners[-1].id)


def _stretches(size: int, posts: Sequence[Voice]) -> Iterator[tuple[int, int, tuple[Voice, ...]]]:
    """Cut the text at every post's ends; with each stretch the posts around it, outermost first."""
    edges = sorted({0, size, *(min(size, max(0, e)) for p in posts for e in (p.span.start, p.span.end))})
    return swept(edges, posts)


def _paragraphs(text: str, start: int, end: int) -> Iterator[Span]:
    """Yield the lines of a stretch without white space at their ends; empty ones are left out."""
    for match in _LINE.finditer(text, start, end):
        line = match.group()
        left = match.start() + len(line) - len(line.lstrip())
        right = match.end() - len(line) + len(line.rstrip())
        if left < right:
            yield Span(left, right)
