"""Which events and mentions to read: filters as data, and the conditions they stand for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, Table, and_, exists, or_, select

from dateline.store.schema import event_mentions, events, mentions, reports


@dataclass(frozen=True, slots=True)
class Filters:
    """What to keep; None keeps all.

    type: an event type, or type and mode as "ASSAULT/shelling". country: ISO 3166-1 alpha-3.
    from_, to: half-open interval that the happening's time meets; what has no time is left out then.
    outlet: part of an outlet's name. text: part of the sentence, of a participant's name or of the place.
    Letter case does not matter in any of them.
    """

    type: str | None = None
    status: str | None = None
    country: str | None = None
    from_: date | None = None
    to: date | None = None
    outlet: str | None = None
    text: str | None = None


def mention_conditions(filters: Filters) -> list[ColumnElement[bool]]:
    """Return the conditions on the tables mentions and reports, joined."""
    return _own(filters, mentions) + _told(filters)


def event_conditions(filters: Filters) -> list[ColumnElement[bool]]:
    """Return the conditions on the table events; outlet and text hold when they do for one of its mentions."""
    told = _told(filters)
    if not told:
        return _own(filters, events)
    inside = (
        select(event_mentions.c.event_id)
        .join(mentions, mentions.c.id == event_mentions.c.mention_id)
        .join(reports, reports.c.id == mentions.c.report_id)
        .where(event_mentions.c.event_id == events.c.id, *told)
    )
    return [*_own(filters, events), exists(inside)]


def _own(filters: Filters, table: Table) -> list[ColumnElement[bool]]:
    """Return the conditions on columns that mentions and events share."""
    out: list[ColumnElement[bool]] = []
    if filters.type:
        type_, _, mode = filters.type.partition("/")
        out.append(table.c.type == type_.upper())
        out += [table.c.mode == mode.lower()] if mode else []
    if filters.status:
        out.append(table.c.status == filters.status.lower())
    if filters.country:
        out.append(table.c.country == filters.country.upper())
    if filters.from_ or filters.to:
        out.append(_meets(table, filters.from_, filters.to))
    return out


def _meets(table: Table, start: date | None, end: date | None) -> ColumnElement[bool]:
    """Return the condition that the row's interval, one end known at least, meets the asked one."""
    low, high = table.c.date_from, table.c.date_to
    parts: list[ColumnElement[bool]] = [or_(low.is_not(None), high.is_not(None))]
    if start:
        parts.append(or_(high.is_(None), high > start))
    if end:
        parts.append(or_(low.is_(None), low < end))
    return and_(*parts)


def _told(filters: Filters) -> list[ColumnElement[bool]]:
    """Return the conditions on who tells it and in which words."""
    out: list[ColumnElement[bool]] = []
    if filters.outlet:
        out.append(reports.c.outlet_folded.contains(filters.outlet.casefold(), autoescape=True))
    if filters.text:
        out.append(mentions.c.searched.contains(" ".join(filters.text.casefold().split()), autoescape=True))
    return out
