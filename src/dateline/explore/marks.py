"""Takes a reading, gives the marked stretches of its text and the text cut at all their boundaries.

A mark is a span with a kind (what it stands for) and a key (its anchor on pages). Spans nest and overlap freely;
`cut` gives flat pieces, each with every mark that covers it, so that no view has to nest anything.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal, TypeVar

from dateline.records import EventMention, Reading, Span, Voice

MarkKind = Literal["trigger", "who", "place", "time", "count", "loaded", "source", "cue", "quote", "signature"]


@dataclass(frozen=True, slots=True)
class Mark:
    """One marked stretch. key: its anchor, e.g. "time-2"; `source` and `cue` of one attribution share a key."""

    kind: MarkKind
    key: str
    span: Span


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text without a boundary inside, and the marks that cover it, widest first."""

    span: Span
    marks: tuple[Mark, ...]


Row = TypeVar("Row", Mark, Voice)


def marks_of(reading: Reading) -> tuple[Mark, ...]:
    """Return every mark of a reading in text order, clipped to the text; empty ones are left out."""
    found = [*_layer_marks(reading), *_said_marks(reading)]
    for mention in reading.events:
        found.extend(_mention_marks(mention))
    size = len(reading.report.text)
    clipped = (Mark(m.kind, m.key, Span(max(0, m.span.start), min(size, m.span.end))) for m in found)
    return tuple(sorted((m for m in clipped if m.span.start < m.span.end), key=_order))


def _order(mark: Mark) -> tuple[int, int, str]:
    return (mark.span.start, -mark.span.end, mark.key)


def _layer_marks(reading: Reading) -> Iterator[Mark]:
    for i, time in enumerate(reading.times):
        yield Mark("time", f"time-{i}", time.span)
    for i, toponym in enumerate(reading.toponyms):
        yield Mark("place", f"place-{i}", toponym.span)
    for i, count in enumerate(reading.counts):
        yield Mark("count", f"count-{i}", count.span)
    for i, loaded in enumerate(reading.loaded):
        yield Mark("loaded", f"loaded-{i}", loaded.span)


def _said_marks(reading: Reading) -> Iterator[Mark]:
    for i, said in enumerate(reading.attributions):
        if said.source is not None:
            yield Mark("source", f"said-{i}", said.source.span)
        if said.cue is not None:
            yield Mark("cue", f"said-{i}", said.cue.span)
    for voice in reading.voices:
        if voice.kind == "quote":
            yield Mark("quote", f"voice-{voice.id}", voice.span)
        elif voice.kind == "post" and voice.body is not None:
            yield Mark("signature", f"signed-{voice.id}", Span(voice.body.end, voice.span.end))


def _mention_marks(mention: EventMention) -> Iterator[Mark]:
    yield Mark("trigger", trigger_key(mention), mention.trigger.span)
    for i, argument in enumerate(mention.arguments):
        yield Mark("who", argument_key(mention, i), argument.span)


def trigger_key(mention: EventMention) -> str:
    """Return the anchor of a mention's trigger."""
    return f"trigger-{mention.id}"


def argument_key(mention: EventMention, index: int) -> str:
    """Return the anchor of a mention's argument."""
    return f"who-{mention.id}-{index}"


def cut(start: int, end: int, marks: Sequence[Mark]) -> Iterator[Piece]:
    """Yield the text from `start` to `end` in pieces, cut wherever a mark begins or ends.

    marks: in text order. The pieces follow one another without a gap and cover the whole stretch.
    """
    inside = [m for m in marks if m.span.start < end and start < m.span.end]
    for left, right, active in swept(sorted({start, end, *_edges(inside, start, end)}), inside):
        yield Piece(Span(left, right), active)


def swept(edges: Sequence[int], rows: Sequence[Row]) -> Iterator[tuple[int, int, tuple[Row, ...]]]:
    """Yield the stretches between neighbouring edges, each with the rows that cover it, in the order given.

    rows: in text order; where they begin or end there is an edge.
    """
    active: list[Row] = []
    pending = 0
    for left, right in pairwise(edges):
        while pending < len(rows) and rows[pending].span.start <= left:
            active.append(rows[pending])
            pending += 1
        active = [row for row in active if row.span.end > left]
        yield left, right, tuple(active)


def _edges(marks: Iterable[Mark], start: int, end: int) -> Iterator[int]:
    for mark in marks:
        for edge in (mark.span.start, mark.span.end):
            if start < edge < end:
                yield edge
