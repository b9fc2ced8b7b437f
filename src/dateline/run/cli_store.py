"""The commands that read a store: events, explain, export, failures."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import msgspec
import typer

from dateline.records import EventMention, Reading, to_json
from dateline.run import options
from dateline.run.console import ALL_DONE, is_terminal, reported, say
from dateline.run.output import Format, Lines, Telling, check_out, settled_format, show, text_out, write, write_pages

if TYPE_CHECKING:
    from dateline.store import Filters, Store

_DB = Path("dateline.db")


def _open(db: Path) -> Store:
    from dateline.store import open_store

    return open_store(db, create=False)


def _lines(given: Lines | None) -> Lines:
    return given or (Lines.table if is_terminal(sys.stdout) else Lines.json)


@reported
def events(
    db: options.Db = _DB,
    format_: Annotated[
        Lines | None,
        typer.Option("--format", help="table (default on a terminal) or json, one event a line (default in a pipe)."),
    ] = None,
    type_: options.TypeFilter = None,
    status: options.StatusFilter = None,
    country: options.CountryFilter = None,
    from_: options.FromFilter = None,
    to: options.ToFilter = None,
    outlet: options.OutletFilter = None,
    text: options.TextFilter = None,
) -> int:
    """List the events of a store: what all reports say of each happening, and where they contradict one another.

    For example

    Everything of one week:
        dateline events --db news.db --from 2024-05-06 --to 2024-05-13

    Strikes that were called off or announced:
        dateline events --type PROTEST/strike --status planned

    For other programs:
        dateline events --country ROU > events.jsonl
    """
    from dateline.explore.terminal import events_table

    filters = options.filters_of(type_, status, country, from_, to, outlet, text)
    with _open(db) as store:
        found = store.events(filters)
        if _lines(format_) is Lines.table:
            listed = list(found)
            show(events_table(listed))
            if not listed:
                say(_nothing("event", filters))
            return ALL_DONE
        out = text_out()
        for event in found:
            out.write(msgspec.json.encode(event).decode() + "\n")
    return ALL_DONE


def _nothing(noun: str, filters: Filters) -> str:
    from dateline.store import Filters as AllFilters

    if filters == AllFilters():
        return f"the store holds no {noun} yet; fill it with 'dateline build INPUT... --db FILE'"
    return f"no {noun} fits these filters; leave one out"


@reported
def explain(
    id_: Annotated[
        str, typer.Argument(metavar="ID", help="Id of a mention (m_...) or an event (ev_...), or the start of it.")
    ],
    db: options.Db = _DB,
    format_: Annotated[
        Telling | None,
        typer.Option(
            "--format", help="text (default on a terminal; words in \\[brackets] where there is no colour) or json."
        ),
    ] = None,
) -> int:
    """Show a record with the sentences behind it, the supporting words highlighted, voice and speaker beside each.

    For an event: each field with the values that differ and who gives them, then every mention with its words.

    For example

    An event, found with 'dateline events':
        dateline explain ev_3f0c --db news.db

    One mention, to read in a pager:
        dateline explain m_81d2 --format text | less
    """
    from dateline.run.telling import tell

    colour = is_terminal(sys.stdout)
    telling = format_ or (Telling.text if colour else Telling.json)
    with _open(db) as store:
        told = tell(store, id_)
    if telling is Telling.text:
        show(told.view(colour))
    else:
        text_out().write(told.as_json() + "\n")
    return ALL_DONE


@reported
def export(
    db: options.Db = _DB,
    format_: Annotated[
        Format | None,
        typer.Option("--format", help="How to write; table on a terminal, mentions (JSON lines) in a pipe by default."),
    ] = None,
    out: options.Out = None,
    type_: options.TypeFilter = None,
    status: options.StatusFilter = None,
    country: options.CountryFilter = None,
    from_: options.FromFilter = None,
    to: options.ToFilter = None,
    outlet: options.OutletFilter = None,
    text: options.TextFilter = None,
) -> int:
    """Write the records of a store for other programs, or as pages.

    The formats reading and html give whole reports; the others only the records that pass the filters. CSV and Parquet
    hold one event mention a row.

    For example

    A table for R or a spreadsheet:
        dateline export --db news.db --format csv --out records.csv

    A map layer of one country:
        dateline export --country CHL --format geojson --out chile.geojson

    Pages with the events set side by side:
        dateline export --format html --out pages/
    """
    filters = options.filters_of(type_, status, country, from_, to, outlet, text)
    chosen = settled_format(format_, out, Format.mentions)
    check_out(chosen, out)
    with _open(db) as store:
        readings = _filtered(store, filters, whole=chosen in {Format.reading, Format.html})
        if chosen is Format.html and out is not None:
            write_pages(readings, store.events(filters), out)
        else:
            write(readings, chosen, out)
    return ALL_DONE


def _filtered(store: Store, filters: Filters, *, whole: bool) -> Iterator[Reading]:
    """Yield the readings with a mention that passes; without filters and `whole`, every reading."""
    from msgspec.structs import replace

    from dateline.store import Filters as AllFilters

    if whole and filters == AllFilters():
        yield from store.readings()
        return
    for _, group in groupby(store.mentions(filters), key=lambda pair: pair[0].report):
        pairs: list[tuple[EventMention, Reading]] = list(group)
        reading = pairs[0][1]
        yield reading if whole else replace(reading, events=tuple(mention for mention, _ in pairs))


@reported
def failures(
    db: options.Db = _DB,
    format_: Annotated[
        Lines | None,
        typer.Option("--format", help="table (default on a terminal) or json, one failure a line (default in a pipe)."),
    ] = None,
) -> int:
    """List the inputs that could not be read or coded, and why.

    For example

    What went wrong:
        dateline failures --db news.db

    The names alone:
        dateline failures --format json | jq -r .report.source
    """
    from dateline.explore.terminal import failures_table

    with _open(db) as store:
        if _lines(format_) is Lines.table:
            failed = list(store.failures())
            if failed:
                show(failures_table(failed))
            else:
                say("no input failed")
            return ALL_DONE
        out = text_out()
        for reading in store.failures():
            out.write(to_json(reading).decode() + "\n")
    return ALL_DONE
