"""Corroboration by itself: gold mentions in, events out, so that only the joining is measured.

    python bench/corroborate_gold.py FOLDER OUT

FOLDER holds stories as gold folders do (gold.json and the reports). OUT gets readings.jsonl, events.jsonl and
judgements.txt; score them with a scorer of that gold.
"""

from __future__ import annotations

import html
import json
import re
import sys
from datetime import date
from pathlib import Path
from typing import Any

import msgspec
import trafilatura

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

VENUE = re.compile(r"(?i)park|square|pla[zc]|praza|gare|station|capitol|palace|moneda|motorway|gaber")


def text_of(path: Path) -> str:
    """Return the article's text."""
    raw = path.read_text(encoding="utf-8")
    if path.suffix != ".html":
        return raw
    return trafilatura.extract(raw, include_comments=False, favor_recall=True) or html.unescape(
        re.sub("<[^>]+>", " ", raw)
    )


def phrase(words: str) -> re.Pattern[str]:
    """Return a pattern that finds the words whatever white space parts them."""
    return re.compile(r"(?<!\w)" + r"\s+".join(map(re.escape, words.split())) + r"(?!\w)", re.IGNORECASE)


def find(text: str, words: str, start: int = 0) -> Span | None:
    """Return the first place of the words."""
    found = phrase(words).search(text, start)
    return Span(*found.span()) if found else None


def voices_of(gold: dict[str, Any], text: str) -> tuple[Voice, ...]:
    """Return the outlet's voice and the gold's posts and quotations."""
    out = [Voice(id="v0", parent=None, kind="outlet", speaker=gold["outlet"], span=Span(0, len(text)))]
    for row in gold.get("voices", []):
        first = find(text, row["first"])
        last = find(text, row["last"], first.start) if first else None
        if first and last:
            span = Span(first.start, last.end)
            out.append(
                Voice(id=f"v{len(out)}", parent="v0", kind=row["kind"], speaker=row.get("speaker"), span=span,
                      handle=row.get("handle"), posted=day(row.get("posted")))
            )  # fmt: skip
    return tuple(out)


def day(text: str | None) -> date | None:
    """Read a date."""
    return date.fromisoformat(text[:10]) if text else None


def mention_of(event: dict[str, Any], n: int, report: Report, voices: tuple[Voice, ...],
               attributions: list[Attribution], counts: list[Count]) -> EventMention:  # fmt: skip
    """Turn a gold event into a mention, adding what it points to."""
    text = report.text
    spots = [s for words in event["trigger"] if (s := find(text, words))]
    trigger = spots[0] if spots else Span(0, 1)
    voice = next((v.id for v in voices if v.kind == event["voice"] != "outlet"
                  and (v.speaker == event["speaker"] or v.handle == event["speaker"])), "v0")  # fmt: skip
    attribution = None
    if voice == "v0" and event["speaker"]:
        attribution = len(attributions)
        source = Source(span=find(text, event["speaker"]) or Span(0, 0), text=event["speaker"])
        attributions.append(
            Attribution(voice="v0", parent=None, source=source, cue=None, content=Content(span=trigger))
        )
    first = len(counts)
    for of, (low, high) in event["counts"].items():
        if of in ("participants", "killed", "injured", "arrested", "released"):
            counts.append(Count(span=trigger, text=trigger.of(text), of=of, low=low, high=high, bound="exact"))
    where = event["place"]
    place = where and MentionPlace(
        toponym=None, name=where["name"], geonameid=None, admin1=None, country=None, lat=where["lat"], lon=where["lon"],
        precision="venue" if VENUE.search(where["name"]) else "town", basis="stated",
    )  # fmt: skip
    start, end = day(event["from"]), day(event["to"])
    time = MentionTime(time=None, from_=start, to=end, precision="day", basis="stated") if start or end else None
    arguments = tuple(
        Argument(role=role, span=find(text, names[0]) or Span(0, 0), text=names[0])
        for role, names in event["roles"].items()
    )
    return EventMention(
        id=content_id("m", report.id, event["type"], n), report=report.id, voice=voice, attribution=attribution,
        type=event["type"], mode=event["mode"], status=event["status"],
        trigger=SpanText(span=trigger, text=trigger.of(text)),
        arguments=arguments, place=place or None, time=time, counts=tuple(range(first, len(counts))),
    )  # fmt: skip


def reading_of(folder: Path, name: str, gold: dict[str, Any]) -> tuple[Reading, dict[str, str]]:
    """Return a reading made of the gold, and the key of each mention."""
    text = text_of(folder / name)
    source = f"{folder.name}/{name}"
    report = Report(
        id=content_id("r", source), source=source, outlet=gold["outlet"], published=day(gold["published"]), text=text
    )
    voices = voices_of(gold, text)
    attributions: list[Attribution] = []
    counts: list[Count] = []
    events = tuple(mention_of(e, n, report, voices, attributions, counts) for n, e in enumerate(gold["events"]))
    reading = Reading(report=report, coder=Coder(version="0", config="c_gold"), voices=voices,
                      attributions=tuple(attributions), counts=tuple(counts), events=events)  # fmt: skip
    return reading, {m.id: f"{folder.name}/{e['key']}" for m, e in zip(events, gold["events"], strict=True)}


def main(folder: Path, out: Path) -> None:
    """Join the gold mentions and write what came of it."""
    readings, keys = [], {}
    for path in sorted(folder.glob("*/gold.json")):
        for name, gold in json.loads(path.read_text(encoding="utf-8"))["reports"].items():
            reading, own = reading_of(path.parent, name, gold)
            readings.append(reading)
            keys.update(own)
    joined = join(readings)
    out.mkdir(parents=True, exist_ok=True)
    (out / "readings.jsonl").write_bytes(b"".join(to_json(r) + b"\n" for r in readings))
    (out / "events.jsonl").write_bytes(b"".join(msgspec.json.encode(e) + b"\n" for e in joined.events))
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
