"""Takes the rows of many reports and their events, gives one page that lists them and leads to each report's page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from dateline.explore.event_facts import EventLine, FieldLine, event_line, field_lines, field_words
from dateline.explore.page import page_name, title_of
from dateline.explore.render import anchor, render
from dateline.explore.words import day_words, report_words
from dateline.records import Event, Reading

_COLUMNS = {"time", "place", "status"}


@dataclass(frozen=True, slots=True)
class ReportRow:
    """What the list says of one report; light, so that a list of many fits into memory.

    outlet: "" when unknown. teller: the outlet, or the file's name. mentions: ids of its event mentions.
    page: name of its page's file, None when there is none.
    """

    page: str | None
    title: str
    outlet: str
    teller: str
    published: str
    source: str
    records: int
    posts: int
    quotations: int
    loaded: int
    error: str
    mentions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ValueView:
    """One value of an event's field and the links to the mentions that give it: (label, address)."""

    text: str
    links: tuple[tuple[str, str | None], ...]


@dataclass(frozen=True, slots=True)
class FieldView:
    """One field of an event with its agreement."""

    label: str
    agreement: str
    values: tuple[ValueView, ...]


@dataclass(frozen=True, slots=True)
class EventView:
    """An event in the list. tellers: each outlet with the addresses of its records."""

    key: str
    line: EventLine
    fields: tuple[FieldView, ...]
    tellers: tuple[tuple[str, tuple[str | None, ...]], ...]


def report_row(reading: Reading) -> ReportRow:
    """Return what the list says of a report."""
    kinds = Counter(voice.kind for voice in reading.voices)
    report = reading.report
    return ReportRow(
        page=None if reading.error is not None else page_name(reading),
        title=title_of(reading),
        outlet=report.outlet or "",
        teller=report_words(reading),
        published=day_words(report.published) if report.published else "",
        source=report.source,
        records=len(reading.events),
        posts=kinds["post"],
        quotations=kinds["quote"],
        loaded=len(reading.loaded),
        error=reading.error.message if reading.error is not None else "",
        mentions=tuple(mention.id for mention in reading.events),
    )


def index_page(rows: Sequence[ReportRow], events: Sequence[Event] = (), credits: Sequence[str] = ()) -> str:  # noqa: A002
    """Return the page that lists the reports and, when given, the events that they tell of.

    credits: sentences that name the data sources.
    """
    homes = {mention: row for row in rows for mention in row.mentions}
    views = [_event_view(event, homes) for event in sorted(events, key=_by_spread)]
    return render(
        "index.html",
        title=f"{len(rows)} {'report' if len(rows) == 1 else 'reports'}",
        rows=rows,
        records=sum(row.records for row in rows),
        events=views,
        credits=credits,
    )


def _by_spread(event: Event) -> tuple[int, int, str, str]:
    """Put first what most independent sources tell, then by day."""
    day = event.time.from_.isoformat() if event.time is not None and event.time.from_ is not None else "9999"
    return (-event.origins, -event.reports, day, event.id)


def _event_view(event: Event, homes: dict[str, ReportRow]) -> EventView:
    fields = tuple(_field_view(line, homes) for line in field_lines(event) if _worth_showing(line))
    return EventView(anchor(event.id), event_line(event), fields, _tellers(_links(event.mentions, homes)))


def _worth_showing(line: FieldLine) -> bool:
    """Tell whether a field says more than the columns beside it already do."""
    return line.name not in _COLUMNS or line.agreement != "single"


def _field_view(line: FieldLine, homes: dict[str, ReportRow]) -> FieldView:
    values = tuple(ValueView(text, _links(mentions, homes)) for text, mentions in line.values)
    in_column = line.name in _COLUMNS and line.agreement == "agree"
    agreement = "" if line.agreement == "single" else line.agreement
    return FieldView(field_words(line.name), agreement, () if in_column else values)


def _tellers(links: Sequence[tuple[str, str | None]]) -> tuple[tuple[str, tuple[str | None, ...]], ...]:
    """Group the links by outlet."""
    found: dict[str, list[str | None]] = {}
    for name, address in links:
        found.setdefault(name, []).append(address)
    return tuple((name, tuple(addresses)) for name, addresses in found.items())


def _links(mentions: Sequence[str], homes: dict[str, ReportRow]) -> tuple[tuple[str, str | None], ...]:
    """Return for each mention the outlet that makes it and the address of its record."""
    found = []
    for mention in mentions:
        row = homes.get(mention)
        page = row.page if row is not None else None
        found.append((row.teller if row is not None else mention, f"{page}#{anchor(mention)}" if page else None))
    return tuple(found)
