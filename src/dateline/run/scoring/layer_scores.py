"""Voices, loaded wording, times and places against gold.

Loaded wording, times and places are marked once a report in gold, so a found wording counts once, wherever it stands.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Protocol, TypeVar

from dateline.records import Reading, Span, Voice
from dateline.run.scoring.faults import Fault, FaultKind, shown
from dateline.run.scoring.gold import GoldReport, GoldTime, GoldToponym, GoldVoice
from dateline.run.scoring.matching import (
    FAR_KM,
    any_same_name,
    km_between,
    mostly_same,
    one_to_one,
    overlap,
    spans_of,
    stretch,
)
from dateline.run.scoring.tally import Tally

SHORTEST_QUOTATION = 4  # words; gold marks no shorter ones
_VOICE_KINDS = {"post": "posts", "quote": "quotations"}


class _Placed(Protocol):
    @property
    def span(self) -> Span: ...


Placed = TypeVar("Placed", bound=_Placed)


class Layers:
    """Scores the layers of one report: `tally` holds the rows, `faults` what is wrong."""

    def __init__(self, report: GoldReport, reading: Reading) -> None:
        self.report = report
        self.reading = reading
        self.text = reading.report.text
        self.tally = Tally()
        self.faults: list[Fault] = []
        self._voices()
        self._loaded()
        self._times()
        self._places()

    def _fault(
        self, kind: FaultKind, layer: str, field: str, key: str, gold: object = None, found: object = None
    ) -> None:
        self.faults.append(Fault(kind, layer, field, self.report.name, key, shown(gold), shown(found)))

    # Voices: embedded posts, and quotations of four words or more

    def _voices(self) -> None:
        gold = self.report.gold.voices
        spans = {id(voice): span for voice in gold if (span := stretch(voice.first, voice.last, self.text))}
        said = [voice for voice in self.reading.voices if self._counts_as_voice(voice)]
        pairs = [
            (wanted, found)
            for kind in ("post", "quote")
            for wanted, found in one_to_one(
                [voice for voice in gold if voice.kind == kind and id(voice) in spans],
                [voice for voice in said if voice.kind == kind],
                (lambda voice: spans[id(voice)], lambda voice: voice.span),
            )
            if mostly_same(spans[id(wanted)], found.span)
        ]
        self.tally.rate("voices", right=len(pairs), said=len(said), gold=len(gold))
        for kind, row in _VOICE_KINDS.items():
            counted = [sum(voice.kind == kind for voice in some) for some in ((w for w, _ in pairs), said, gold)]
            self.tally.rate(f"voices: {row}", right=counted[0], said=counted[1], gold=counted[2])
        for wanted, found in pairs:
            self._voice_pair(wanted, found)
        self._unpaired_voices(gold, said, pairs)

    def _counts_as_voice(self, voice: Voice) -> bool:
        if voice.kind == "quote":
            return len(re.findall(r"\w+", voice.span.of(self.text))) >= SHORTEST_QUOTATION
        return voice.kind == "post"

    def _voice_pair(self, wanted: GoldVoice, found: Voice) -> None:
        silent = not wanted.speaker and not found.speaker
        same = silent or any_same_name((wanted.speaker, wanted.handle), (found.speaker, found.handle))
        self.tally.share("voices: speaker, of matched", same, 1)
        self.tally.share(f"voices: speaker of {_VOICE_KINDS[wanted.kind]}, of matched", same, 1)
        if not same:
            self._fault("wrong", "voices", "speaker", wanted.first, wanted.speaker, found.speaker)
        if wanted.kind == "post":
            posted = found.posted.isoformat() if found.posted else ""
            self.tally.share("voices: posts dated right, of matched", (wanted.posted or "") == posted, 1)
            if (wanted.posted or "") != posted:
                self._fault("wrong", "voices", "posted", wanted.first, wanted.posted, posted)

    def _unpaired_voices(
        self, gold: Sequence[GoldVoice], said: Sequence[Voice], pairs: Sequence[tuple[GoldVoice, Voice]]
    ) -> None:
        paired = {id(item) for pair in pairs for item in pair}
        for wanted in gold:
            if id(wanted) not in paired:
                self._fault("missed", "voices", wanted.kind, wanted.first, wanted.speaker)
        for voice in said:
            if id(voice) not in paired:
                self._fault("false", "voices", voice.kind, voice.span.of(self.text)[:60], found=voice.speaker)

    # Wordings: each gold one once, wherever it stands

    def _loaded(self) -> None:
        own = {voice.id for voice in self.reading.voices if voice.kind == "outlet"}
        found = [loaded for loaded in self.reading.loaded if loaded.voice in own]
        self._wordings("loaded", self.report.gold.loaded, found)

    def _times(self) -> None:
        gold = self.report.gold.times
        hits = self._wordings("times", [time.text for time in gold], self.reading.times)
        for time, found in zip(gold, hits, strict=True):
            self._time(time, [one.value for one in found])

    def _time(self, time: GoldTime, values: Sequence[str | None]) -> None:
        right = time.value in values
        self.tally.share("times: value, of all gold", right, 1)
        if values:
            self.tally.share("times: value, of found", right, 1)
        if values and not right:
            self._fault("wrong", "times", "value", time.text, time.value, tuple(sorted({v or "-" for v in values})))

    def _places(self) -> None:
        gold = self.report.gold.places
        hits = self._wordings("places", [place.text for place in gold], self.reading.toponyms)
        for place, found in zip(gold, hits, strict=True):
            kms = [FAR_KM if (km := km_between(place, one)) is None else km for one in found]
            names = tuple(dict.fromkeys(f"{one.name or '?'} ({one.country or '?'})" for one in found))
            self._place(place, min(kms) if kms and place.lat is not None else None, names)

    def _place(self, place: GoldToponym, km: float | None, names: tuple[str, ...]) -> None:
        for radius_km in (30, 161):
            near = km is not None and km <= radius_km
            self.tally.share(f"places: within {radius_km} km, of all gold", near, 1)
        if km is not None:
            self.tally.distance("places: median km, of found", km)
            if km > 30:
                self._fault(
                    "wrong", "places", "point", place.text, f"{place.lat}, {place.lon}", (*names, f"{km:.0f} km off")
                )

    def _wordings(self, layer: str, gold: Sequence[str], found: Sequence[Placed]) -> list[list[Placed]]:
        """Score one layer's wordings; return what was found of each gold one."""
        spots = [spans_of(words, self.text) for words in gold]
        hits = [[one for one in found if any(overlap(one.span, spot) > 0 for spot in some)] for some in spots]
        right = {id(one) for some in hits for one in some}
        surfaces = {self._surface(one) for one in found}
        true = {self._surface(one) for one in found if id(one) in right}
        reached = sum(bool(some) for some in hits)
        self.tally.rate(f"{layer}: found", right=len(true), said=len(surfaces), gold=len(gold), found=reached)
        for words, some in zip(gold, hits, strict=True):
            if not some:
                self._fault("missed", layer, "wording", words)
        for surface in sorted(surfaces - true):
            self._fault("false", layer, "wording", surface)
        return hits

    def _surface(self, one: _Placed) -> str:
        return one.span.of(self.text).lower()
