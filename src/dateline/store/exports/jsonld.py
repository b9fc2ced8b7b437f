"""JSON-LD 1.1: mentions and events as nodes under a small context of our own, upon schema.org's words.

Context. A happening is a schema:Event; its name is type and mode, its dates schema:startDate and schema:endDate (the
last day, as schema.org has it, not the open end of the record), its place a schema:Place with schema:geo. What
schema.org has no word for stays under the prefix `dl`: status, voice, attribution source, roles, counts, agreement,
origins.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import Any

import msgspec

from dateline.records import Count, Event, EventMention, EventPlace, MentionPlace
from dateline.store.exports.table import Codes, Told, mention_rows
from dateline.store.exports.writing import Target, writing

Node = dict[str, Any]
VOCABULARY = "urn:dateline:vocabulary:"
CONTEXT: Node = {
    "schema": "https://schema.org/",
    "dl": VOCABULARY,
    "id": "@id",
    "type": "@type",
    **{
        word: f"schema:{word}"
        for word in (
            "name", "startDate", "endDate", "location", "geo", "latitude", "longitude", "address", "addressCountry",
            "addressRegion", "isBasedOn", "publisher", "datePublished", "identifier", "text", "creditText",
        )
    },
    **{
        word: f"dl:{word}"
        for word in (
            "status", "eventType", "mode", "voiceKind", "voiceSpeaker", "attributionSource", "participant", "role",
            "counts", "low", "high", "of", "fields", "agreement", "mentions", "reports", "voices", "origins", "trigger",
            "precision", "basis", "cameoRoot", "acledEventType", "acledSubEventType",
        )
    },
}  # fmt: skip


def mention_nodes(told: Iterable[Told], codes: Codes) -> Iterator[Node]:
    """Yield a node a mention."""
    for mention, reading in told:
        row = next(mention_rows([(mention, reading)], codes))
        time = mention.time
        yield _without_nulls(
            _happening(mention.id, mention.type, mention.mode, mention.status)
            | _dates(time.from_ if time else None, time.to if time else None)
            | {
                "location": mention.place and _place(mention.place),
                "voiceKind": row["voice_kind"],
                "voiceSpeaker": row["voice_speaker"],
                "attributionSource": row["attribution_source"],
                "participant": _participants(mention),
                "counts": [_count(reading.counts[index]) for index in mention.counts],
                "trigger": mention.trigger.text,
                "text": row["sentence"],
                "cameoRoot": row["cameo_root"],
                "acledEventType": row["acled_event_type"],
                "acledSubEventType": row["acled_sub_event_type"],
                "isBasedOn": _without_nulls({
                    "id": f"urn:dateline:{mention.report}",
                    "type": "schema:NewsArticle",
                    "identifier": reading.report.source,
                    "publisher": reading.report.outlet,
                    "datePublished": reading.report.published and reading.report.published.isoformat(),
                }),
            }
        )  # fmt: skip


def event_nodes(events: Iterable[Event]) -> Iterator[Node]:
    """Yield a node an event, with its differing values and how far they agree."""
    for event in events:
        time = event.time
        yield _without_nulls(
            _happening(event.id, event.type, event.mode, event.status)
            | _dates(time.from_ if time else None, time.to if time else None)
            | {
                "location": event.place and _place(event.place),
                "fields": msgspec.to_builtins(event.fields),
                "agreement": dict(event.agreement),
                "mentions": [{"id": f"urn:dateline:{mention}"} for mention in event.mentions],
                "reports": event.reports,
                "voices": event.voices,
                "origins": event.origins,
            }
        )


def write_jsonld(target: Target, nodes: Iterable[Node], credits_: Sequence[str]) -> None:
    """Write one JSON-LD document with its context, a node a line. Raises StoreError when a path cannot be written."""
    with writing(target) as out:
        out.write('{"@context": ' + json.dumps(CONTEXT) + ',\n"creditText": ')
        out.write(json.dumps(list(credits_), ensure_ascii=False) + ',\n"@graph": [')
        for n, node in enumerate(nodes):
            out.write((",\n" if n else "\n") + json.dumps(node, ensure_ascii=False))
        out.write("\n]}\n")


def _happening(id_: str, type_: str, mode: str | None, status: str) -> Node:
    return {
        "id": f"urn:dateline:{id_}",
        "type": "schema:Event",
        "name": f"{type_}/{mode}" if mode else type_,
        "eventType": type_,
        "mode": mode,
        "status": status,
    }


def _dates(start: date | None, end: date | None) -> Node:
    last = end - timedelta(days=1) if end is not None else None
    return {"startDate": start and start.isoformat(), "endDate": last and last.isoformat()}


def _place(place: MentionPlace | EventPlace) -> Node:
    geo = {"type": "schema:GeoCoordinates", "latitude": place.lat, "longitude": place.lon}
    return _without_nulls(
        {
            "type": "schema:Place",
            "id": f"https://sws.geonames.org/{place.geonameid}/" if place.geonameid is not None else None,
            "name": place.name,
            "geo": geo if place.lat is not None and place.lon is not None else None,
            "address": {"type": "schema:PostalAddress", "addressCountry": place.country} if place.country else None,
            "precision": getattr(place, "precision", None),
            "basis": getattr(place, "basis", None),
        }
    )


def _count(count: Count) -> Node:
    return {"of": count.of, "low": count.low, "high": count.high}


def _participants(mention: EventMention) -> list[Node]:
    return [
        _without_nulls({"role": a.role, "name": a.name or a.text, "addressCountry": a.country})
        for a in mention.arguments
    ]


def _without_nulls(node: Node) -> Node:
    return {key: value for key, value in node.items() if value not in (None, [], {})}
