"""Records to rows: one function a table. Pure; `doc` columns hold the record's JSON."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import msgspec

from dateline.records import Coder, Event, EventMention, Reading, Span, content_id, to_json
from dateline.records.sentence import sentence_at
from dateline.store import schema

Row = dict[str, Any]
_LARGEST = 2**63 - 1


def coder_id(coder: Coder | None) -> str | None:
    """Return the id of what made a reading."""
    return content_id("k", coder.version, coder.config) if coder else None


def report_row(reading: Reading) -> Row:
    """Return the row of the report, with the whole reading as its document."""
    report = reading.report
    return {
        "id": report.id,
        "coder_id": coder_id(reading.coder),
        "source": report.source,
        "outlet": report.outlet,
        "outlet_folded": (report.outlet or "").casefold(),
        "title": report.title,
        "url": report.url,
        "published": report.published,
        "language": report.language,
        "characters": len(report.text),
        "doc": to_json(reading),
    }


def layer_rows(reading: Reading) -> list[tuple[Any, list[Row]]]:
    """Return the rows of every layer, a table each, parents before children."""
    return [
        (schema.voices, [_numbered(reading, i, v.span, _voice(v)) for i, v in enumerate(reading.voices)]),
        (
            schema.attributions,
            [_numbered(reading, i, a.content.span, _attribution(a)) for i, a in enumerate(reading.attributions)],
        ),
        (schema.times, [_numbered(reading, i, t.span, _time(t)) for i, t in enumerate(reading.times)]),
        (
            schema.toponyms,
            [_numbered(reading, i, t.span, _picked(t, _TOPONYM)) for i, t in enumerate(reading.toponyms)],
        ),
        (schema.counts, [_numbered(reading, i, c.span, _count(c)) for i, c in enumerate(reading.counts)]),
        (schema.loaded, [_numbered(reading, i, w.span, _picked(w, _LOADED)) for i, w in enumerate(reading.loaded)]),
        (
            schema.mentions,
            [_numbered(reading, i, m.trigger.span, _mention(reading, m)) for i, m in enumerate(reading.events)],
        ),
        (schema.arguments, [row for i, m in enumerate(reading.events) for row in _arguments(reading, i, m)]),
        (schema.mention_counts, [row for i, m in enumerate(reading.events) for row in _mention_counts(reading, i, m)]),
    ]


_TOPONYM = ("text", "kind", "geonameid", "name", "feature", "admin1", "country", "lat", "lon", "confidence")
_LOADED = ("text", "voice", "plain", "why")
_VOICE = ("id", "parent", "kind", "speaker", "platform", "handle", "posted", "url")


def _picked(record: Any, names: Iterable[str]) -> Row:
    return {name: getattr(record, name) for name in names}


def _numbered(reading: Reading, idx: int, span: Span, row: Row) -> Row:
    return {"report_id": reading.report.id, "idx": idx, "span_start": span.start, "span_end": span.end, **row}


def _voice(voice: Any) -> Row:
    return _picked(voice, _VOICE)


def _attribution(attribution: Any) -> Row:
    return {
        "voice": attribution.voice,
        "parent": attribution.parent,
        "source": attribution.source.text if attribution.source else None,
        "source_name": attribution.source.name if attribution.source else None,
        "cue": attribution.cue.text if attribution.cue else None,
        "commitment": attribution.commitment,
    }


def _time(time: Any) -> Row:
    return _picked(time, ("text", "type", "value", "precision", "anchor")) | {
        "date_from": time.from_,
        "date_to": time.to,
    }


def _count(count: Any) -> Row:
    row = _picked(count, ("text", "of", "low", "high", "bound"))
    return row | {end: None if row[end] is None else max(-_LARGEST, min(_LARGEST, row[end])) for end in ("low", "high")}


def _mention(reading: Reading, mention: EventMention) -> Row:
    place, time = mention.place, mention.time
    return _picked(mention, ("id", "voice", "attribution", "type", "mode", "status", "confidence")) | {
        "trigger": mention.trigger.text,
        "place": place.name if place else None,
        "place_precision": place.precision if place else None,
        "place_basis": place.basis if place else None,
        **{name: getattr(place, name, None) for name in ("geonameid", "admin1", "country", "lat", "lon")},
        "date_from": time.from_ if time else None,
        "date_to": time.to if time else None,
        "time_precision": time.precision if time else None,
        "time_basis": time.basis if time else None,
        "searched": _searched(reading, mention),
        "doc": msgspec.json.encode(mention),
    }


def _searched(reading: Reading, mention: EventMention) -> str:
    """Return what a text filter looks through: the sentence, the participants' names, the place."""
    text = reading.report.text
    names = [part for a in mention.arguments for part in (a.text, a.name) if part]
    place = [mention.place.name] if mention.place else []
    parts = [sentence_at(text, mention.trigger.span).of(text), *names, *place]
    return " | ".join(" ".join(part.casefold().split()) for part in parts)


def _arguments(reading: Reading, idx: int, mention: EventMention) -> list[Row]:
    names = ("role", "text", "name", "entity", "country", "sector")
    return [
        {
            "report_id": reading.report.id,
            "mention_idx": idx,
            "idx": i,
            "span_start": a.span.start,
            "span_end": a.span.end,
        }
        | _picked(a, names)
        for i, a in enumerate(mention.arguments)
    ]


def _mention_counts(reading: Reading, idx: int, mention: EventMention) -> list[Row]:
    return [
        {"report_id": reading.report.id, "mention_idx": idx, "idx": i, "count_idx": count}
        for i, count in enumerate(mention.counts)
    ]


def failure_row(reading: Reading) -> Row:
    """Return the row of a report that failed."""
    assert reading.error is not None
    return {
        "source": reading.report.source,
        "kind": reading.error.kind,
        "message": reading.error.message,
        "doc": to_json(reading),
    }


def event_row(event: Event) -> Row:
    """Return the row of an event."""
    place, time = event.place, event.time
    return _picked(event, ("id", "type", "mode", "status", "reports", "voices", "origins")) | {
        "date_from": time.from_ if time else None,
        "date_to": time.to if time else None,
        "place": place.name if place else None,
        **{name: getattr(place, name, None) for name in ("geonameid", "country", "lat", "lon")},
        "doc": msgspec.json.encode(event),
    }
