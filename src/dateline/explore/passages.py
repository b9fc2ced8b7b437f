"""Takes a mention and its reading, gives the sentences that support it, each with its voice and supporting words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dateline.explore.facts import chain_of, voice_of
from dateline.records import EventMention, Reading, Span, Voice, voice_at
from dateline.records.sentence import sentence_at


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence or run of sentences. support: the supporting words in it, in text order, none overlapping."""

    voice: Voice | None
    span: Span
    support: tuple[Span, ...]


def passages_of(reading: Reading, mention: EventMention) -> tuple[Passage, ...]:
    """Return the passages that a mention rests on, in text order."""
    support = merged(span for span in support_of(reading, mention) if len(span))
    found: dict[Span, list[Span]] = {}
    for sentence in merged(sentence_at(reading.report.text, span) for span in support):
        found[sentence] = [span for span in support if sentence.covers(span)]
    trigger = mention.trigger.span
    return tuple(Passage(_voice(reading, mention, s, trigger), s, tuple(w)) for s, w in found.items())


def _voice(reading: Reading, mention: EventMention, sentence: Span, trigger: Span) -> Voice | None:
    """Return who says the sentence: the mention's voice around its trigger, else the voice at the sentence's start."""
    if sentence.covers(trigger):
        return voice_of(reading, mention.voice)
    return voice_at(reading.voices, sentence.start) if reading.voices else None


def support_of(reading: Reading, mention: EventMention) -> Iterator[Span]:
    """Yield the spans of all words that a value of the mention rests on."""
    yield mention.trigger.span
    yield from (argument.span for argument in mention.arguments)
    if mention.place is not None and mention.place.toponym is not None:
        yield reading.toponyms[mention.place.toponym].span
    if mention.time is not None and mention.time.time is not None:
        yield reading.times[mention.time.time].span
    yield from (reading.counts[i].span for i in mention.counts)
    for i in chain_of(reading, mention):
        said = reading.attributions[i]
        if said.source is not None:
            yield said.source.span
        if said.cue is not None:
            yield said.cue.span


def merged(spans: Iterator[Span]) -> list[Span]:
    """Join spans that overlap, in text order."""
    out: list[Span] = []
    for span in sorted(spans):
        if out and span.start < out[-1].end:
            out[-1] = Span(out[-1].start, max(out[-1].end, span.end))
        else:
            out.append(span)
    return out


def bracketed(text: str, passage: Passage) -> str:
    """Write a passage with its supporting words in square brackets, on one line."""
    parts, at = [], passage.span.start
    for span in passage.support:
        parts += [text[at : span.start], "[", text[span.start : span.end], "]"]
        at = span.end
    return " ".join("".join([*parts, text[at : passage.span.end]]).split())
