"""An event mention: what one voice of one report says of one happening."""

from __future__ import annotations

from datetime import date
from typing import Literal

import msgspec

from dateline.records.annotation import TimePrecision
from dateline.records.span import Span, SpanText
from dateline.records.unresolved import Unresolved

Status = Literal["occurred", "ongoing", "planned", "alleged", "denied", "hypothetical"]
Basis = Literal["stated", "inherited", "document"]
PlacePrecision = Literal["venue", "town", "admin2", "admin1", "country", "region"]


class Argument(msgspec.Struct, frozen=True, kw_only=True):
    """Who or what takes part.

    name: the plain or fullest name known; entity: the registry's id, else one local to the report.
    country: ISO 3166-1 alpha-3. sector: PLOVER's sector code ("GOV", "MIL", "COP", "REB", "CVL", ...).
    basis: "inherited" when the words stand with an earlier mention of the same happening, whose span is given then.
    """

    role: str
    span: Span
    text: str
    name: str | None = None
    entity: str | None = None
    country: str | None = None
    sector: str | None = None
    basis: Basis = "stated"
    unresolved: Unresolved = msgspec.field(default_factory=dict)


class MentionPlace(msgspec.Struct, frozen=True, kw_only=True):
    """Where it happened. toponym: index in `reading.toponyms`; precision: what the point stands for."""

    toponym: int | None
    name: str
    geonameid: int | None
    admin1: str | None
    country: str | None
    lat: float | None
    lon: float | None
    precision: PlacePrecision | None
    basis: Basis
    unresolved: Unresolved = msgspec.field(default_factory=dict)


class MentionTime(msgspec.Struct, frozen=True, kw_only=True, rename={"from_": "from"}):
    """When it happened. time: index in `reading.times`; half-open calendar interval, None an open end."""

    time: int | None
    from_: date | None
    to: date | None
    precision: TimePrecision | None
    basis: Basis
    unresolved: Unresolved = msgspec.field(default_factory=dict)


class EventMention(msgspec.Struct, frozen=True, kw_only=True):
    """One happening as one voice tells it.

    id: "m_" and a hash of the report id, type, mode, trigger span and place.
    attribution: index in `reading.attributions`; counts: indexes in `reading.counts`.
    confidence: probability that the whole record is right, as `dateline eval` counts it; None where it is not calibrated.
    """

    id: str
    report: str
    voice: str
    attribution: int | None
    type: str
    mode: str | None
    status: Status
    trigger: SpanText
    arguments: tuple[Argument, ...] = ()
    place: MentionPlace | None = None
    time: MentionTime | None = None
    counts: tuple[int, ...] = ()
    unresolved: Unresolved = msgspec.field(default_factory=dict)
    confidence: float | None = None
