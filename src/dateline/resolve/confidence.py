"""The probability that a record is right as a whole: type, status, day, place, voice, numbers and a main role.

Looks only at what the record itself shows: which fields are filled, whether they were stated or inherited, how sure its
place is, how crowded its sentence. Calibrated for the packaged codebook and model; with others a record keeps no confidence.
"""

from __future__ import annotations

import math
from bisect import bisect_right

from msgspec.structs import replace

from dateline.records import EventMention, Reading, Span, voice_at
from dateline.records.sentence import sentences
from dateline.reference.confidence import ConfidenceModel, confidence_model

Features = dict[str, float]


class RateRecords:
    """Gives event mentions their confidence."""

    needs = ("events", "toponyms", "counts", "voices", "attributions")
    adds = ("events",)

    def __init__(self, model: ConfidenceModel | None = None) -> None:
        self.model = model or confidence_model()

    def __call__(self, reading: Reading) -> Reading:
        """Return the reading with rated mentions."""
        spans = sentences(reading.report.text)
        return replace(reading, events=tuple(self._rated(mention, reading, spans) for mention in reading.events))

    def _rated(self, mention: EventMention, reading: Reading, spans: list[Span]) -> EventMention:
        unresolved = {name: reason for name, reason in mention.unresolved.items() if name != "confidence"}
        confidence = self.model.probability(features(mention, reading, spans))
        return replace(mention, confidence=confidence, unresolved=unresolved)


def features(mention: EventMention, reading: Reading, spans: list[Span] | None = None) -> Features:
    """Return what speaks for and against a record, by readable name: "time:stated", "status:denied", "place sure".

    spans: the sentences of the text, where they are known.
    """
    spans = spans if spans is not None else sentences(reading.report.text)
    number = bisect_right(spans, mention.trigger.span.start, key=lambda span: span.start) - 1
    sentence = spans[number] if number >= 0 else mention.trigger.span
    beside = sum(sentence.covers(m.trigger.span) for m in reading.events) - 1
    found = {
        f"type:{mention.type}": 1.0,
        f"status:{mention.status}": 1.0,
        f"voice:{voice_at(reading.voices, mention.trigger.span.start).kind}": 1.0,
        f"time:{mention.time.basis if mention.time else 'none'}": 1.0,
        f"place:{mention.place.basis if mention.place else 'none'}": 1.0,
        "mode": float(mention.mode is not None),
        "role": float(bool(mention.arguments)),
        "roles": math.log1p(len(mention.arguments)),
        "role stated": float(any(a.basis == "stated" for a in mention.arguments)),
        "counts": float(bool(mention.counts)),
        "attributed": float(mention.attribution is not None),
        "words of trigger": math.log1p(len(mention.trigger.text.split())),
        "words of sentence": math.log1p(len(sentence.of(reading.report.text).split())),
        "others beside": math.log1p(max(0, beside)),
    }
    if mention.place is not None and mention.place.toponym is not None:
        toponym = reading.toponyms[mention.place.toponym]
        found["place sure"] = toponym.confidence or 0.0
        found[f"place is {mention.place.precision or 'unlisted'}"] = 1.0
    return found
