"""Corroboration by itself: gold mentions in, events out, so that only the joining is measured.

    python bench/corroborate_gold.py FOLDER OUT

FOLDER holds stories as gold folders do. Prints B-cubed precision, recall and F1; OUT gets readings.jsonl, events.jsonl and
judgements.txt: what was judged wrong, which events hold several happenings, and which happenings lie in several events.
"""

from __future__ import annotations

import re
import sys
from datetime import date, timedelta
from pathlib import Path

import msgspec

from dateline.corroborate import join
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
    to_json,
)
from dateline.records.annotation import CountOf
from dateline.run.evaluate import read_gold
from dateline.run.scoring import GoldReport, load_gold
from dateline.run.scoring.gold import Annotations, GoldEvent, first_day
from dateline.run.scoring.joining_scores import b_cubed

COUNTED: tuple[CountOf, ...] = ("participants", "killed", "injured", "arrested", "released")
VENUE = re.compile(r"(?i)park|square|pla[zc]|praza|gare|station|capitol|palace|moneda|motorway|gaber")


def phrase(words: str) -> re.Pattern[str]:
    """Return a pattern that finds the words whatever white space parts them."""
    return re.compile(r"(?<!\w)" + r"\s+".join(map(re.escape, words.split())) + r"(?!\w)", re.IGNORECASE)


def find(text: str, words: str, start: int = 0) -> Span | None:
    """Return the first place of the words."""
    found = phrase(words).search(text, start)
    return Span(*found.span()) if found else None


def voices_of(gold: Annotations, text: str) -> tuple[Voice, ...]:
    """Return the outlet's voice and the gold's posts and quotations."""
    out = [Voice(id="v0", parent=None, kind="outlet", speaker=gold.outlet, span=Span(0, len(text)))]
    for row in gold.voices:
        first = find(text, row.first)
        last = find(text, row.last, first.start) if first else None
        if first and last:
            span = Span(first.start, last.end)
            out.append(
                Voice(id=f"v{len(out)}", parent="v0", kind=row.kind, speaker=row.speaker, span=span,
                      handle=row.handle, posted=first_day(row.posted) if row.posted else None)
            )  # fmt: skip
    return tuple(out)


def interval(event: GoldEvent) -> tuple[date | None, date | None]:
    """Return the event's days; a part of a date that ends an interval stands for its first day."""
    start = first_day(event.from_) if event.from_ else None
    end = first_day(event.to) if event.to else None
    return start, end if end != start or start is None else start + timedelta(days=1)


def mention_of(event: GoldEvent, n: int, report: Report, voices: tuple[Voice, ...],
               attributions: list[Attribution], counts: list[Count]) -> EventMention:  # fmt: skip
    """Turn a gold event into a mention, adding what it points to."""
    text = report.text
    spots = [s for words in event.trigger if (s := find(text, words))]
    trigger = spots[0] if spots else Span(0, 1)
    voice = next((v.id for v in voices if v.kind == event.voice != "outlet"
                  and event.speaker in (v.speaker, v.handle)), "v0")  # fmt: skip
    attribution = None
    if voice == "v0" and event.speaker:
        attribution = len(attributions)
        source = Source(span=find(text, event.speaker) or Span(0, 0), text=event.speaker)
        attributions.append(
            Attribution(voice="v0", parent=None, source=source, cue=None, content=Content(span=trigger))
        )
    first = len(counts)
    for of in COUNTED:
        if of in event.counts:
            low, high = event.counts[of]
            counts.append(Count(span=trigger, text=trigger.of(text), of=of, low=low, high=high, bound="exact"))
    where = event.place
    place = where and MentionPlace(
        toponym=None, name=where.name, geonameid=None, admin1=None, country=None, lat=where.lat, lon=where.lon,
        precision="venue" if VENUE.search(where.name) else "town", basis="stated",
    )  # fmt: skip
    start, end = interval(event)
    time = MentionTime(time=None, from_=start, to=end, precision="day", basis="stated") if start or end else None
    arguments = tuple(
        Argument(role=role, span=find(text, names[0]) or Span(0, 0), text=names[0])
        for role, names in event.roles.items()
    )
    return EventMention(
        id=content_id("m", report.id, event.type, n), report=report.id, voice=voice, attribution=attribution,
        type=event.type, mode=event.mode, status=event.status,
        trigger=SpanText(span=trigger, text=trigger.of(text)),
        arguments=arguments, place=place or None, time=time, counts=tuple(range(first, len(counts))),
    )  # fmt: skip


def reading_of(told: GoldReport, report: Report) -> tuple[Reading, dict[str, tuple[str, str]]]:
    """Return a reading made of the gold, and the story and key of each mention."""
    voices = voices_of(told.gold, report.text)
    attributions: list[Attribution] = []
    counts: list[Count] = []
    events = tuple(mention_of(e, n, report, voices, attributions, counts) for n, e in enumerate(told.gold.events))
    reading = Reading(report=report, coder=Coder(version="0", config="c_gold"), voices=voices,
                      attributions=tuple(attributions), counts=tuple(counts), events=events)  # fmt: skip
    return reading, {m.id: (told.story, e.key) for m, e in zip(events, told.gold.events, strict=True)}


def load(folder: Path) -> tuple[list[Reading], dict[str, tuple[str, str]]]:
    """Return the readings made of a folder of gold, and the story and key of every mention."""
    readings, keys = [], {}
    told = load_gold(folder)
    for gold, report in zip(told, read_gold(told), strict=True):
        if not isinstance(report, Report):
            raise report
        reading, own = reading_of(gold, report)
        readings.append(reading)
        keys.update(own)
    return readings, keys


def main(folder: Path, out: Path) -> None:
    """Join the gold mentions and write what came of it."""
    readings, happenings = load(folder)
    joined = join(readings)
    event_of = {mention: event.id for event in joined.events for mention in event.mentions}
    ids = sorted(happenings)
    precision, recall = (100 * x / len(ids) for x in b_cubed([event_of[i] for i in ids], [happenings[i] for i in ids]))
    harmonic = 2 * precision * recall / (precision + recall)
    print(f"{len(ids)} mentions, B-cubed precision {precision:.1f}, recall {recall:.1f}, F1 {harmonic:.1f}")
    out.mkdir(parents=True, exist_ok=True)
    (out / "readings.jsonl").write_bytes(b"".join(to_json(r) + b"\n" for r in readings))
    (out / "events.jsonl").write_bytes(b"".join(msgspec.json.encode(e) + b"\n" for e in joined.events))
    keys = {mention: "/".join(happening) for mention, happening in happenings.items()}
    told = {m.id: (r.report.source, m) for r in readings for m in r.events}
    lines = []
    for judgement in sorted(joined.judgements, key=lambda j: -j.score):
        a, b = keys[judgement.a], keys[judgement.b]
        if (a == b) != (judgement.verdict == "merge"):
            lines.append(f"{judgement.verdict} {judgement.score} {a} | {b} | {'; '.join(judgement.reasons)}")
    for event in joined.events:
        inside = sorted({keys[m] for m in event.mentions})
        if len(inside) > 1:
            lines.append(f"MIXED {inside}")
    for key in sorted(set(keys.values())):
        parts = [e.id for e in joined.events for m in e.mentions if keys[m] == key]
        if len(set(parts)) > 1:
            parted = [(e.id, *told[m]) for e in joined.events for m in e.mentions if keys[m] == key]
            lines.append(f"SPLIT {key}\n" + "\n".join(f"    {e} {s} {m.status} {m.mode}" for e, s, m in parted))
    (out / "judgements.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
