"""Everything that holds for SQLite and not for another database: opening, pragmas, transactions, what its errors mean.

A PostgreSQL twin has the same methods; the tables and statements of this package hold for both.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError

from dateline.errors import StoreError

BUSY_TIMEOUT_S = 30
_MAGIC = b"SQLite format 3\x00"


class Sqlite:
    """One SQLite file. Write-ahead log, foreign keys on, writers wait for one another.

    A file on a read-only disk or in a folder without write permission is opened for reading.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.read_only = path.exists() and not (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK))

    def check_file(self, *, create: bool) -> None:
        """Raise StoreError when the path cannot be a store at all."""
        with self.errors("opened"):
            if self.path.is_dir():
                raise StoreError(f"'{self.path}' is a folder, not a database; name a file in it, e.g. dateline.db")
            if self.path.exists() and not self.path.is_file():
                raise StoreError(f"'{self.path}' is no ordinary file; name another with --db")
            if not self.path.exists() and not create:
                raise StoreError(
                    f"there is no database '{self.path}'; make one with 'dateline build ... --db {self.path}'"
                )
            if not self.path.exists() and not self.path.parent.is_dir():
                raise StoreError(f"'{self.path}' cannot be made, its folder does not exist; make the folder first")
            if self.path.exists():
                self._check_magic()

    def _check_magic(self) -> None:
        with self.path.open("rb") as file:
            head = file.read(len(_MAGIC))
        if head and head != _MAGIC:
            raise StoreError(f"'{self.path}' is not a database; name another file with --db")

    def engine(self) -> Engine:
        """Return the engine; nothing is opened yet."""
        query = {"mode": "ro", "immutable": "1", "uri": "true"} if self.read_only else {}
        database = f"file:{_quoted(self.path)}" if self.read_only else str(self.path)
        url = URL.create("sqlite", database=database, query=query)
        engine = create_engine(url, connect_args={"timeout": BUSY_TIMEOUT_S})
        event.listen(engine, "connect", self._on_connect)
        event.listen(engine, "begin", self._on_begin)
        return engine

    def _on_connect(self, connection: sqlite3.Connection, _record: Any) -> None:
        connection.isolation_level = None  # transactions begin where this module says so
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA synchronous = NORMAL")

    def _on_begin(self, connection: Connection) -> None:
        writing = connection.get_execution_options().get("writing", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")

    def prepare_new(self, engine: Engine) -> None:
        """Set what a new file keeps for good."""
        raw = engine.raw_connection()
        try:
            raw.cursor().execute("PRAGMA journal_mode = WAL")
        finally:
            raw.close()

    @contextmanager
    def errors(self, attempted: str) -> Iterator[None]:
        """Turn what the database or the disk complains of into one sentence. attempted: "opened", "read", "written"."""
        try:
            yield
        except (DBAPIError, sqlite3.Error, OSError) as error:
            cause = error.orig if isinstance(error, DBAPIError) and error.orig is not None else error
            raise StoreError(self._sentence(str(cause), attempted)) from error

    def _sentence(self, cause: str, attempted: str) -> str:
        for words, sentence in _SENTENCES:
            if words in cause.casefold():
                return sentence.format(path=self.path)
        return f"'{self.path}' could not be {attempted} ({cause}); check the file and its disk"


def _quoted(path: Path) -> str:
    return quote(str(path.absolute()))


_SENTENCES = (
    (
        "disk is full",
        "no space is left for '{path}'; free some and run the same command again, what was stored is intact",
    ),
    (
        "no space left",
        "no space is left for '{path}'; free some and run the same command again, what was stored is intact",
    ),
    (
        "readonly database",
        "'{path}' is read-only; make the file and its folder writable, or name another place with --db",
    ),
    ("read-only file system", "'{path}' is on a read-only disk; name another place with --db"),
    ("permission denied", "'{path}' may not be opened; change its permissions, or name another place with --db"),
    ("unable to open", "'{path}' cannot be opened or made; check that its folder exists and is writable"),
    ("not a database", "'{path}' is not a database, or is damaged; restore a copy, or build anew under another name"),
    ("malformed", "'{path}' is a damaged database; restore a copy, or build anew under another name"),
    ("is locked", "'{path}' is in use by another program that does not let go; wait for it to end and run again"),
)
