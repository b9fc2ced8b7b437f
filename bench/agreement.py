"""How far two coders agree who code the same reports by the same contract.

    python bench/agreement.py

The reports of bench/second were coded once more by coders who saw only the texts and the contract. That coding is scored
against the first as if a program had made it, with the measures of `dateline eval`. Prints precision / recall / F1 in per cent.
Of a second coder's wordings of one happening the one counts as its trigger that meets the first coder's best.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import cast, get_args

from dateline.records import (
    Argument,
    Attribution,
    Content,
    Count,
    EventMention,
    MentionPlace,
    MentionTime,
    Reading,
    Report,
    Source,
    Span,
    SpanText,
    Voice,
)
from dateline.records.annotation import Bound, CountOf
from dateline.records.voice import VoiceKind
from dateline.run.evaluate import evaluate, read_gold
from dateline.run.scoring import GoldReport, load_gold
from dateline.run.scoring.gold import GoldEvent, GoldPlace
from dateline.run.scoring.matching import gold_days, overlap, spans_of
from dateline.run.scoring.tally import Rate, total

HERE = Path(__file__).resolve().parent
FIRST, SECOND = HERE / "gold", HERE / "second"
KINDS: tuple[VoiceKind, ...] = get_args(VoiceKind)
ROWS = ("detection", "type", "mode", "status", "date", "place", "voice", "roles", "counts", "whole record")


def main() -> None:
    """Print a line for each row."""
    second = load_gold(SECOND)
    stories = sorted({report.story for report in second})
    first = {report.name: report for story in stories for report in load_gold(FIRST / story)}
    texts = [text for text in read_gold(second) if isinstance(text, Report)]
    readings = [as_reading(again, first[again.name], text) for again, text in zip(second, texts, strict=True)]
    tallies = [evaluate(FIRST / story, readings).tally for story in stories]
    whole = total(tallies)
    mentions = sum(len(report.gold.events) for report in second)
    print(f"| second coding of {len(second)} reports, {mentions} mentions | P / R / F1 |")
    print("| --- | ---: |")
    for row in ROWS:
        rate = whole.figure(f"events: {row}")
        if isinstance(rate, Rate):
            print(f"| events: {row} | {rate.precision:.1f} / {rate.recall:.1f} / **{rate.f1:.1f}** |")


def as_reading(again: GoldReport, first: GoldReport, report: Report) -> Reading:
    """Return a coder's records of a report as a reading, one voice of each kind in it."""
    everything = Span(0, len(report.text))
    voices = tuple(Voice(id=kind, parent=None, kind=kind, speaker=None, span=everything) for kind in KINDS)
    spots = [span for event in first.gold.events for words in event.trigger for span in spans_of(words, report.text)]
    mentions: list[EventMention] = []
    counts: list[Count] = []
    said: list[Attribution] = []
    for event in again.gold.events:
        spans = [span for words in event.trigger for span in spans_of(words, report.text)]
        trigger = max(spans, key=lambda span: max((overlap(span, spot) for spot in spots), default=0))
        own = [_count(name, bounds, trigger) for name, bounds in event.counts.items()]
        speaker = event.speaker if event.voice == "outlet" else None
        mentions.append(
            EventMention(
                id=f"m{len(mentions)}",
                report=report.id,
                voice=event.voice,
                attribution=len(said) if speaker else None,
                type=event.type,
                mode=event.mode,
                status=event.status,
                trigger=SpanText(span=trigger, text=trigger.of(report.text)),
                arguments=tuple(_arguments(event, trigger)),
                place=_place(event.place),
                time=_time(event),
                counts=tuple(range(len(counts), len(counts) + len(own))),
            )
        )
        counts += own
        said += [_said(speaker, trigger)] if speaker else []
    return Reading(report=report, voices=voices, attributions=tuple(said), counts=tuple(counts), events=tuple(mentions))


def _arguments(event: GoldEvent, trigger: Span) -> Iterator[Argument]:
    for role, names in event.roles.items():
        for name in names:
            yield Argument(role=role, span=trigger, text=name)


def _count(of: str, bounds: tuple[int | None, int | None], trigger: Span) -> Count:
    low, high = bounds
    bound: Bound = (
        "exact" if low == high else "range" if None not in bounds else "at-least" if high is None else "at-most"
    )
    return Count(span=trigger, text="", of=cast("CountOf", of), low=low, high=high, bound=bound)


def _place(place: GoldPlace | None) -> MentionPlace | None:
    if place is None:
        return None
    return MentionPlace(
        toponym=None,
        name=place.name,
        geonameid=None,
        admin1=None,
        country=None,
        lat=place.lat,
        lon=place.lon,
        precision=None,
        basis="stated",
    )


def _time(event: GoldEvent) -> MentionTime | None:
    days = gold_days(event)
    return days and MentionTime(time=None, from_=days[0], to=days[1], precision=None, basis="stated")


def _said(speaker: str, trigger: Span) -> Attribution:
    source = Source(span=trigger, text=speaker)
    return Attribution(voice="outlet", parent=None, source=source, cue=None, content=Content(span=trigger))


if __name__ == "__main__":
    main()
