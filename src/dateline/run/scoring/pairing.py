"""Which found mention is which gold one: paired by trigger and type, best fit first, each used once.

A further mention of a paired gold one is a repeat: counted by itself and held against nothing.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from dateline.records import Count, EventMention, Reading, Voice
from dateline.records.sentence import sentence_at
from dateline.run.scoring.faults import clipped
from dateline.run.scoring.gold import GoldEvent, GoldReport
from dateline.run.scoring.matching import (
    best_first,
    overlap,
    right_date,
    right_place,
    sentence_number,
    sentence_starts,
    spans_of,
)


@dataclass(frozen=True, slots=True)
class Scene:
    """A reading with what the comparison looks up in it. starts: offsets of its sentences."""

    reading: Reading
    starts: list[int]
    voices: dict[str, Voice]

    @classmethod
    def of(cls, reading: Reading) -> Scene:
        """Prepare a reading."""
        return cls(reading, sentence_starts(reading.report.text), {voice.id: voice for voice in reading.voices})

    def voice_kind(self, mention: EventMention) -> str | None:
        """Return the kind of the mention's voice, None when the reading lacks it."""
        voice = self.voices.get(mention.voice)
        return voice.kind if voice else None

    def speakers(self, mention: EventMention) -> tuple[str, ...]:
        """Return the names of whoever is speaking: the voice's speaker and handle, the attribution's source."""
        voice = self.voices.get(mention.voice)
        names = [voice.speaker, voice.handle] if voice and voice.kind != "outlet" else []
        if mention.attribution is not None:
            source = self.reading.attributions[mention.attribution].source
            names += [source.text, source.name] if source else []
        return tuple(name for name in names if name)

    def counts(self, mention: EventMention) -> list[Count]:
        """Return the mention's counts."""
        return [self.reading.counts[index] for index in mention.counts]

    def sentence(self, mention: EventMention) -> str:
        """Return the sentence of the trigger."""
        text = self.reading.report.text
        return clipped(sentence_at(text, mention.trigger.span).of(text))


@dataclass(slots=True)
class Pairing:
    """The mentions of one report, sorted out. pairs: gold and found; repeats: of a paired gold one."""

    pairs: list[tuple[GoldEvent, EventMention]] = field(default_factory=list)
    missed: list[GoldEvent] = field(default_factory=list)
    false: list[EventMention] = field(default_factory=list)
    repeats: list[EventMention] = field(default_factory=list)


def pair_mentions(report: GoldReport, scene: Scene) -> Pairing:
    """Sort out which found mention is which gold one, best fit first."""
    wanted, found = report.gold.events, scene.reading.events
    fits = {
        (i, j): fit
        for i, event in enumerate(wanted)
        for j, mention in enumerate(found)
        if (fit := _fit(event, mention, scene)) > 0
    }
    chosen = best_first(((-fit, j, i), i, j) for (i, j), fit in fits.items())
    used = {j for _, j in chosen}
    again = {j for i, j in fits if j not in used and wanted[i].type == found[j].type}
    matched = {i for i, _ in chosen}
    return Pairing(
        pairs=[(wanted[i], found[j]) for i, j in chosen],
        missed=[event for i, event in enumerate(wanted) if i not in matched],
        false=[mention for j, mention in enumerate(found) if j not in used | again],
        repeats=[found[j] for j in sorted(again)],
    )


def _fit(event: GoldEvent, mention: EventMention, scene: Scene) -> float:
    """Return how well a mention fits a gold event, 0 for not at all: trigger words and type decide over the rest.

    Without shared trigger words it fits only when it has the type and stands in a sentence that has such words.
    """
    text, span = scene.reading.report.text, mention.trigger.span
    spots = [spot for words in event.trigger for spot in spans_of(words, text)]
    hit = any(overlap(spot, span) > 0 for spot in spots)
    sentences = {sentence_number(scene.starts, spot.start) for spot in spots}
    beside = sentence_number(scene.starts, span.start) in sentences
    alike = event.type == mention.type
    if not hit and not (beside and alike):
        return 0.0
    lesser = (
        event.status == mention.status,
        event.voice == scene.voice_kind(mention),
        right_date(event, mention.time),
        right_place(event.place, mention.place),
    )
    return 4 * hit + 4 * alike + beside + (event.mode == mention.mode) + 0.5 * sum(lesser)
