"""JSON Lines: readings, mentions and events in the shape of the record contract, one a line."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from dateline.records import Event, Reading, to_json
from dateline.store.exports.table import Told
from dateline.store.exports.writing import Target, writing


def write_readings(target: Target, readings: Iterable[Reading]) -> None:
    """Write a reading a line. Raises StoreError when a path cannot be written."""
    _write(target, (to_json(reading) for reading in readings))


def write_mentions(target: Target, told: Iterable[Told]) -> None:
    """Write a mention a line. Raises StoreError when a path cannot be written."""
    _write(target, (msgspec.json.encode(mention) for mention, _ in told))


def write_events(target: Target, events: Iterable[Event]) -> None:
    """Write an event a line. Raises StoreError when a path cannot be written."""
    _write(target, (msgspec.json.encode(event) for event in events))


def _write(target: Target, lines: Iterable[bytes]) -> None:
    with writing(target) as out:
        for line in lines:
            out.write(line.decode() + "\n")
