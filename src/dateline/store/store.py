"""The store: readings and events in one database, each report and each rebuilding of the events in one transaction."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any, Literal, Self

import msgspec
from sqlalchemy import Connection, Engine, Select, Table, delete, func, insert, inspect, select

from dateline.errors import StoreError
from dateline.records import Coder, Event, EventMention, Reading, from_json
from dateline.store import schema
from dateline.store.dialect import Sqlite
from dateline.store.filters import Filters, event_conditions, mention_conditions
from dateline.store.rows import coder_id, event_row, failure_row, layer_rows, report_row
from dateline.store.schema import SCHEMA_VERSION, event_mentions, events, failures, mentions, meta, reports

Added = Literal["new", "same", "replaced", "failure"]
_BATCH = 500


def open_store(path_or_url: str | Path, *, create: bool = False) -> Store:
    """Open a store, or make it where there is none and `create` is set.

    path_or_url: a file, or "sqlite:///FILE".
    Raises StoreError when it is missing, no store, of another schema version, or cannot be opened or made.
    """
    database = Sqlite(_path(path_or_url))
    database.check_file(create=create)
    engine = database.engine()
    try:
        with database.errors("opened"):
            _check_or_make(database, engine, create=create)
    except BaseException:
        engine.dispose()
        raise
    return Store(database, engine)


def _path(path_or_url: str | Path) -> Path:
    given = str(path_or_url)
    if given.startswith("sqlite:///"):
        return Path(given.removeprefix("sqlite:///"))
    if "://" in given:
        raise StoreError(f"'{given}' is no database that this version can use; name a file, or sqlite:///FILE")
    return Path(given)


def _check_or_make(database: Sqlite, engine: Engine, *, create: bool) -> None:
    """Compare the schema version, making the tables in an empty file."""
    found = _version(engine)
    if found is None:
        if not create:
            raise StoreError(
                f"'{database.path}' holds no store yet; fill it with 'dateline build ... --db {database.path}'"
            )
        database.prepare_new(engine)
        with engine.connect().execution_options(writing=True) as connection, connection.begin():
            if not _table_names(connection):
                schema.tables.create_all(connection)
                connection.execute(insert(meta), [{"key": "schema_version", "value": str(SCHEMA_VERSION)}])
        found = _version(engine)
    if found != str(SCHEMA_VERSION):
        raise StoreError(
            f"'{database.path}' has schema version {found}, this program reads version {SCHEMA_VERSION}; "
            "build the texts anew into another file, or use the program that made it"
        )


def _table_names(connection: Connection) -> list[str]:
    """Return the names of the tables that the database holds."""
    return inspect(connection).get_table_names()


def _version(engine: Engine) -> str | None:
    """Return the schema version, None for an empty database, "unknown" for one that is not ours."""
    with engine.connect() as connection:
        names = _table_names(connection)
        if not names:
            return None
        if "meta" not in names:
            return "unknown (it is not a Dateline store)"
        found = connection.execute(select(meta.c.value).where(meta.c.key == "schema_version")).scalar()
    return str(found) if found is not None else "unknown (it is not a Dateline store)"


class Store:
    """An open store; a context manager that closes it."""

    def __init__(self, database: Sqlite, engine: Engine) -> None:
        self._database = database
        self._engine = engine

    @property
    def path(self) -> Path:
        """Return the file."""
        return self._database.path

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Close all connections."""
        self._engine.dispose()

    # writing

    def add(self, reading: Reading) -> Added:
        """Store one reading in one transaction.

        "same" writes nothing: the report is there under the same coder. "replaced": it was there under another; its old
        records go, and the events that they were in, until the events are rebuilt. "failure": the reading has an error.
        Raises StoreError when it cannot be written; nothing of the reading is stored then.
        """
        if reading.error is not None:
            return self._add_failure(reading)
        if self.has(reading.report.id, reading.coder) and not self._has_failure(reading.report.source):
            return "same"
        with self._writing() as connection:
            connection.execute(delete(failures).where(failures.c.source == reading.report.source))
            if _stored_coder(connection, reading.report.id) == (coder_id(reading.coder),):
                return "same"
            replaced = _remove(connection, reading.report.id)
            _insert(connection, reading)
        return "replaced" if replaced else "new"

    def _add_failure(self, reading: Reading) -> Added:
        row = failure_row(reading)
        of_source = failures.c.source == row["source"]
        with self._reading() as connection:
            known = connection.execute(select(failures.c.kind, failures.c.doc).where(of_source)).all()
        if [tuple(found) for found in known] != [(row["kind"], row["doc"])]:
            with self._writing() as connection:
                connection.execute(delete(failures).where(of_source))
                connection.execute(insert(failures), [row])
        return "failure"

    def replace_events(self, new: Iterable[Event]) -> int:
        """Make the stored events these, in one transaction that touches only what differs; return how many rows did."""
        rows = {event.id: event_row(event) for event in new}
        links = {(row_id, mention) for row_id, row in rows.items() for mention in _mentions_in(row["doc"])}
        with self._reading() as connection:
            stored = {row[0]: row[1] for row in connection.execute(select(events.c.id, events.c.doc))}
            pairs = connection.execute(select(event_mentions.c.event_id, event_mentions.c.mention_id))
            linked = {(row[0], row[1]) for row in pairs}
        gone = sorted(key for key, doc in stored.items() if key not in rows or rows[key]["doc"] != doc)
        fresh = [rows[key] for key in sorted(rows) if stored.get(key) != rows[key]["doc"]]
        kept = {link for link in linked if link[0] not in set(gone)}
        new_links = [{"event_id": e, "mention_id": m} for e, m in sorted(links - kept)]
        if not gone and not fresh and not new_links:
            return 0
        with self._writing() as connection:
            for batch in _batches(gone):
                connection.execute(delete(events).where(events.c.id.in_(batch)))
            for table, added in ((events, fresh), (event_mentions, new_links)):
                if added:
                    connection.execute(insert(table), added)
        return len(set(gone) | {row["id"] for row in fresh}) or len(new_links)

    # reading

    def has(self, report_id: str, coder: Coder | None) -> bool:
        """Tell whether the report is stored under this very coder."""
        with self._reading() as connection:
            return _stored_coder(connection, report_id) == (coder_id(coder),)

    def _has_failure(self, source: str) -> bool:
        with self._reading() as connection:
            return connection.execute(select(failures.c.kind).where(failures.c.source == source)).first() is not None

    def readings(self) -> Iterator[Reading]:
        """Yield all readings, ordered by report id."""
        for doc in self._docs(select(reports.c.doc).order_by(reports.c.id)):
            yield from_json(doc)

    def reading(self, report_id: str) -> Reading | None:
        """Return the reading of a report by its id or the start of it; None when there is none."""
        doc = self._one(reports, report_id)
        return None if doc is None else from_json(doc)

    def mention(self, mention_id: str) -> tuple[EventMention, Reading] | None:
        """Return a mention, by its id or the start of it, with the reading that it is in."""
        doc = self._one(mentions, mention_id)
        if doc is None:
            return None
        mention = msgspec.json.decode(doc, type=EventMention)
        reading = self.reading(mention.report)
        assert reading is not None
        return mention, reading

    def event(self, event_id: str) -> Event | None:
        """Return an event by its id or the start of it; None when there is none."""
        doc = self._one(events, event_id)
        return None if doc is None else msgspec.json.decode(doc, type=Event)

    def events(self, filters: Filters | None = None) -> Iterator[Event]:
        """Yield the events that pass, in order of time (those without one last) and id."""
        query = select(events.c.doc).where(*event_conditions(filters or Filters()))
        for doc in self._docs(query.order_by(events.c.date_from.is_(None), events.c.date_from, events.c.id)):
            yield msgspec.json.decode(doc, type=Event)

    def mentions(self, filters: Filters | None = None) -> Iterator[tuple[EventMention, Reading]]:
        """Yield the mentions that pass, each with its reading, ordered by report id and place in the text."""
        query = select(mentions.c.doc).join(reports, reports.c.id == mentions.c.report_id)
        query = query.where(*mention_conditions(filters or Filters())).order_by(mentions.c.report_id, mentions.c.idx)
        reading: Reading | None = None
        for doc in self._docs(query):
            mention = msgspec.json.decode(doc, type=EventMention)
            if reading is None or reading.report.id != mention.report:
                reading = self.reading(mention.report)
                assert reading is not None
            yield mention, reading

    def failures(self) -> Iterator[Reading]:
        """Yield the readings that failed, ordered by source."""
        for doc in self._docs(select(failures.c.doc).order_by(failures.c.source)):
            yield from_json(doc)

    def coders(self) -> list[tuple[Coder, int]]:
        """Return what made the readings, and how many each."""
        query = (
            select(schema.coders.c.version, schema.coders.c.config, func.count())
            .join(reports, reports.c.coder_id == schema.coders.c.id)
            .group_by(schema.coders.c.id, schema.coders.c.version, schema.coders.c.config)
            .order_by(schema.coders.c.version, schema.coders.c.config)
        )
        with self._reading() as connection:
            return [(Coder(version=v, config=c), n) for v, c, n in connection.execute(query)]

    def summary(self) -> dict[str, int]:
        """Return the number of rows of the main tables by name."""
        named = (reports, schema.voices, mentions, events, failures, schema.coders)
        with self._reading() as connection:
            return {t.name: connection.execute(select(func.count()).select_from(t)).scalar_one() for t in named}

    # the database

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with self._database.errors("read"), self._engine.connect() as connection:
            yield connection

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        with (
            self._database.errors("written"),
            self._engine.connect().execution_options(writing=True) as connection,
            connection.begin(),
        ):
            yield connection

    def _docs(self, query: Select[Any]) -> Iterator[bytes]:
        """Yield the documents of a query, fetched in batches."""
        with self._reading() as connection:
            rows = connection.execute(query.execution_options(yield_per=_BATCH))
            for row in rows:
                yield row[0]

    def _one(self, table: Table, start: str) -> bytes | None:
        """Return the document of the one row whose id is `start`, or begins with it.

        Raises StoreError when several do.
        """
        query = (
            select(table.c.id, table.c.doc).where(table.c.id.startswith(start, autoescape=True)).order_by(table.c.id)
        )
        with self._reading() as connection:
            exact = connection.execute(select(table.c.doc).where(table.c.id == start)).scalar()
            found = [] if exact is not None else connection.execute(query.limit(5)).all()
        if exact is not None:
            return bytes(exact)
        if len({row[0] for row in found}) > 1:
            raise StoreError(f"'{start}' fits several ids ({', '.join(row[0] for row in found)}); give more of it")
        return bytes(found[0][1]) if found else None


def _stored_coder(connection: Connection, report_id: str) -> tuple[str | None] | None:
    """Return the coder id of a stored report in a tuple, None when the report is not stored."""
    row = connection.execute(select(reports.c.coder_id).where(reports.c.id == report_id)).first()
    return None if row is None else (row[0],)


def _remove(connection: Connection, report_id: str) -> bool:
    """Delete a report with all its records and the events that they are in."""
    own = select(mentions.c.id).where(mentions.c.report_id == report_id)
    stale = select(event_mentions.c.event_id).where(event_mentions.c.mention_id.in_(own))
    connection.execute(delete(events).where(events.c.id.in_(stale)))
    return bool(connection.execute(delete(reports).where(reports.c.id == report_id)).rowcount)


def _insert(connection: Connection, reading: Reading) -> None:
    """Insert a reading into all tables."""
    coder = reading.coder
    if coder is not None:
        known = connection.execute(select(schema.coders.c.id).where(schema.coders.c.id == coder_id(coder))).first()
        if known is None:
            row = {"id": coder_id(coder), "version": coder.version, "config": coder.config}
            connection.execute(insert(schema.coders), [row])
    connection.execute(insert(reports), [report_row(reading)])
    for table, rows in layer_rows(reading):
        if rows:
            connection.execute(insert(table), rows)


def _mentions_in(doc: bytes) -> tuple[str, ...]:
    return msgspec.json.decode(doc, type=Event).mentions


def _batches(items: list[str]) -> Iterator[list[str]]:
    for start in range(0, len(items), _BATCH):
        yield items[start : start + _BATCH]
