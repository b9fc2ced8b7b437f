"""An event: what all reports together say of one happening."""

from __future__ import annotations

from datetime import date
from typing import Literal

import msgspec

from dateline.records.mention import Status
from dateline.records.unresolved import Unresolved

Agreement = Literal["agree", "compatible", "conflict", "single"]


class FieldValue(msgspec.Struct, frozen=True, kw_only=True):
    """One value of a field and the ids of the mentions that give it."""

    value: str | list[int | None] | None
    mentions: tuple[str, ...]


class EventTime(msgspec.Struct, frozen=True, kw_only=True, rename={"from_": "from"}):
    """Half-open calendar interval that fits the mentions best."""

    from_: date | None
    to: date | None


class EventPlace(msgspec.Struct, frozen=True, kw_only=True):
    """The most specific place that the mentions share."""

    name: str
    geonameid: int | None
    country: str | None
    lat: float | None
    lon: float | None


class Event(msgspec.Struct, frozen=True, kw_only=True):
    """One happening.

    id: "ev_" and a hash of the mention ids.
    fields: every differing value by field name ("counts.participants", "arguments.perpetrator", "wording.death").
    reports, voices, origins: numbers of reports, of voices, and of independent sources among them.
    """

    id: str
    type: str
    mode: str | None
    status: Status
    time: EventTime | None
    place: EventPlace | None
    fields: dict[str, list[FieldValue]]
    agreement: dict[str, Agreement]
    mentions: tuple[str, ...]
    reports: int
    voices: int
    origins: int
    unresolved: Unresolved = msgspec.field(default_factory=dict)
