"""A reading: one report with all its layers; the carrier that the per-report stages hand on."""

from __future__ import annotations

from typing import Any

import msgspec

from dateline.records.annotation import Count, Loaded, Time, Toponym
from dateline.records.mention import EventMention
from dateline.records.parse import Parse
from dateline.records.report import Report
from dateline.records.voice import Attribution, Voice


class Coder(msgspec.Struct, frozen=True, kw_only=True):
    """What made a reading. config: "c_" and a hash of model, data versions and settings."""

    version: str
    config: str


class Failure(msgspec.Struct, frozen=True, kw_only=True):
    """Why a report could not be read or coded. kind: a word for programs; message: a sentence for people."""

    kind: str
    message: str


class Reading(msgspec.Struct, frozen=True, kw_only=True):
    """One report with all layers. `parse` is the working layer of the stages and is never written out."""

    report: Report
    coder: Coder | None = None
    voices: tuple[Voice, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    times: tuple[Time, ...] = ()
    toponyms: tuple[Toponym, ...] = ()
    counts: tuple[Count, ...] = ()
    loaded: tuple[Loaded, ...] = ()
    events: tuple[EventMention, ...] = ()
    error: Failure | None = None
    parse: Parse | None = None

    def grammar(self) -> Parse:
        """Return the parse; a stage that calls this declares "parse" among its needs."""
        if self.parse is None:
            raise AssertionError("the parse stage has not run")
        return self.parse


LAYERS = ("report", "coder", "voices", "attributions", "times", "toponyms", "counts", "loaded", "events")


def to_json(reading: Reading) -> bytes:
    """Write a reading as one line of JSON in the shape of the record contract."""
    out: dict[str, Any] = {name: getattr(reading, name) for name in LAYERS}
    if reading.error is not None:
        out["error"] = reading.error
    return _ENCODER.encode(out)


def from_json(line: bytes | str) -> Reading:
    """Read a reading back. Raises msgspec.ValidationError where the line breaks the contract."""
    layers = msgspec.json.decode(line, type=dict[str, msgspec.Raw])
    fields = {name: msgspec.json.decode(raw, type=_TYPES[name]) for name, raw in layers.items() if name in _TYPES}
    return Reading(**fields)


_ENCODER = msgspec.json.Encoder()
_TYPES: dict[str, Any] = {
    "report": Report,
    "coder": Coder | None,
    "voices": tuple[Voice, ...],
    "attributions": tuple[Attribution, ...],
    "times": tuple[Time, ...],
    "toponyms": tuple[Toponym, ...],
    "counts": tuple[Count, ...],
    "loaded": tuple[Loaded, ...],
    "events": tuple[EventMention, ...],
    "error": Failure | None,
}
