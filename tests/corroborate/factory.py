"""Reports of one happening by several outlets, made by hand: `report_of` builds a reading from what its sentences tell."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from dateline.records import (
    Argument,
    Attribution,
    Coder,
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
    content_id,
)
from dateline.records.annotation import CountOf
from dateline.records.mention import Basis, PlacePrecision, Status

CODER = Coder(version="0.0.1", config="c_test")
KERMAN = ("Kerman", 30.283, 57.079, "IRN", "town")
BARDSIR = ("Bardsir", 29.927, 56.572, "IRN", "town")
OSLO = ("Oslo", 59.913, 10.739, "NOR", "town")
NORWAY = ("Norway", 62.0, 10.0, "NOR", "country")
MAY = date(2024, 5, 3)
Where = tuple[str, float | None, float | None, str, PlacePrecision] | tuple[str, float | None, float | None, str, str]


@dataclass(frozen=True)
class Said:
    """One sentence and the happening that it tells. The trigger stands in the sentence."""

    sentence: str
    trigger: str = "arrested"
    type: str = "COERCE"
    mode: str | None = "arrest"
    status: Status = "occurred"
    day: date | None = MAY
    days: int = 1
    place: Where | None = KERMAN
    who: Mapping[str, str] = field(default_factory=dict)
    counts: Mapping[CountOf, tuple[int | None, int | None]] = field(default_factory=dict)
    source: str | None = None
    post: str | None = None
    url: str | None = None
    basis: Basis = "stated"
    geonameid: int | None = None
    lands: Mapping[str, str] = field(default_factory=dict)


def report_of(outlet: str, *told: Said, published: date | None = MAY, prose: str = "", coder: Coder = CODER) -> Reading:
    """Build the reading of a report whose lines are the sentences told, then the prose."""
    text = "\n".join([*(said.sentence for said in told), *([prose] if prose else [])])
    report = Report(id=content_id("r", outlet, published, text), source=f"{outlet}.txt", outlet=outlet,
                    published=published, language="en", text=text)  # fmt: skip
    voices = [Voice(id="v0", parent=None, kind="outlet", speaker=outlet, span=Span(0, len(text)))]
    attributions: list[Attribution] = []
    counts: list[Count] = []
    events: list[EventMention] = []
    for said in told:
        start = text.index(said.sentence)
        span = Span(start, start + len(said.sentence))
        if said.post is not None:
            voices.append(Voice(id=f"v{len(voices)}", parent="v0", kind="post", speaker=None, handle=said.post, span=span,
                                body=span, url=said.url))  # fmt: skip
        if said.source is not None:
            source = Source(span=Span(start, start), text=said.source)
            attributions.append(
                Attribution(voice="v0", parent=None, source=source, cue=None, content=Content(span=span))
            )
        first = len(counts)
        counts += [Count(span=span, text=said.sentence, of=of, low=low, high=high, bound="exact")
                   for of, (low, high) in said.counts.items()]  # fmt: skip
        numbers = tuple(range(first, len(counts)))
        attribution = len(attributions) - 1 if said.source is not None else None
        voice = voices[-1].id if said.post is not None else "v0"
        events.append(_mention(said, report, start, len(events), voice, attribution, numbers))
    return Reading(report=report, coder=coder, voices=tuple(voices), attributions=tuple(attributions),
                   counts=tuple(counts), events=tuple(events))  # fmt: skip


def _mention(said: Said, report: Report, start: int, n: int, voice: str, attribution: int | None,
             counts: tuple[int, ...]) -> EventMention:  # fmt: skip
    at = start + said.sentence.index(said.trigger)
    trigger = SpanText(span=Span(at, at + len(said.trigger)), text=said.trigger)
    place = said.place and MentionPlace(
        toponym=None, name=said.place[0], geonameid=said.geonameid, admin1=None, country=said.place[3], lat=said.place[1],
        lon=said.place[2], precision=said.place[4], basis=said.basis,  # type: ignore[arg-type]
    )  # fmt: skip
    time = None
    if said.day is not None:
        end = said.day + timedelta(days=said.days)
        time = MentionTime(time=None, from_=said.day, to=end, precision="day", basis=said.basis)
    return EventMention(
        id=content_id("m", report.id, n), report=report.id, voice=voice, attribution=attribution, type=said.type,
        mode=said.mode, status=said.status, trigger=trigger, place=place, time=time, counts=counts,
        arguments=tuple(Argument(role=role, span=trigger.span, text=name, country=said.lands.get(role))
                        for role, name in said.who.items()),
    )  # fmt: skip
