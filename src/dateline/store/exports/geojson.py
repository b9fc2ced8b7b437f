"""GeoJSON (RFC 7946): a feature a mention or an event; what has no point keeps a null geometry."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any

import msgspec

from dateline.records import Event
from dateline.store.exports.table import Codes, Told, mention_rows
from dateline.store.exports.writing import Target, writing

Feature = dict[str, Any]
_POINT = ("latitude", "longitude")


def mention_features(told: Iterable[Told], codes: Codes) -> Iterator[Feature]:
    """Yield a feature a mention; its properties are the columns of the table, null ones left out."""
    for row in mention_rows(told, codes):
        properties = {k: _plain(v) for k, v in row.items() if v is not None and k not in _POINT}
        yield _feature(str(row["mention_id"]), row["latitude"], row["longitude"], properties)


def event_features(events: Iterable[Event]) -> Iterator[Feature]:
    """Yield a feature an event; its properties are the event's record."""
    for event in events:
        properties: dict[str, Any] = msgspec.to_builtins(event)
        place = event.place
        yield _feature(event.id, place.lat if place else None, place.lon if place else None, properties)


def write_geojson(target: Target, features: Iterable[Feature], credits_: Sequence[str]) -> None:
    """Write a FeatureCollection, one feature a line, the credits in a member of its own.

    Raises StoreError when a path cannot be written.
    """
    with writing(target) as out:
        out.write('{"type": "FeatureCollection", "credits": ' + json.dumps(list(credits_), ensure_ascii=False))
        out.write(', "features": [')
        for n, feature in enumerate(features):
            out.write((",\n" if n else "\n") + json.dumps(feature, ensure_ascii=False))
        out.write("\n]}\n")


def _feature(id_: str, lat: object, lon: object, properties: dict[str, Any]) -> Feature:
    point = None if lat is None or lon is None else {"type": "Point", "coordinates": [lon, lat]}
    return {"type": "Feature", "id": id_, "geometry": point, "properties": properties}


def _plain(value: object) -> object:
    return value.isoformat() if isinstance(value, date) else value
