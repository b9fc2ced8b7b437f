import os
import sqlite3
import subprocess
from pathlib import Path

import pytest
from sqlalchemy import text

from dateline.errors import StoreError
from dateline.store import Store, open_store
from dateline.store.dialect import Sqlite
from tests.corroborate.factory import Said, report_of


@pytest.mark.parametrize(
    ("cause", "words"),
    [
        (sqlite3.OperationalError("database or disk is full"), "no space is left"),
        (sqlite3.OperationalError("attempt to write a readonly database"), "read-only"),
        (sqlite3.OperationalError("database is locked"), "in use"),
        (sqlite3.DatabaseError("database disk image is malformed"), "damaged"),
        (sqlite3.DatabaseError("something new"), "something new"),
        (PermissionError(13, "Permission denied"), "may not be opened"),
        (OSError(28, "No space left on device"), "no space is left"),
    ],
)
def test_every_complaint_becomes_a_sentence_with_the_path(cause: Exception, words: str) -> None:
    with pytest.raises(StoreError, match=words) as caught, Sqlite(Path("a/b.db")).errors("written"):
        raise cause
    assert "a/b.db" in str(caught.value)
    assert caught.value.__cause__ is cause


def test_log_keys_and_timeout_are_set(tmp_path: Path) -> None:
    with open_store(tmp_path / "a.db", create=True) as store, store._reading() as connection:
        pragma = {name: connection.execute(text(f"PRAGMA {name}")).scalar() for name in
                  ("journal_mode", "foreign_keys", "busy_timeout")}  # fmt: skip
    assert pragma == {"journal_mode": "wal", "foreign_keys": 1, "busy_timeout": 30_000}


@pytest.fixture
def small_disk(tmp_path: Path) -> Path:
    """A disk of half a megabyte, where the system lets the tests mount one."""
    folder = tmp_path / "disk"
    folder.mkdir()
    if os.geteuid() != 0:
        pytest.skip("mounting a small disk needs root")
    done = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=512k", "tmpfs", folder], capture_output=True, check=False
    )
    if done.returncode:
        pytest.skip("this system does not let root mount a disk")
    return folder


def fill(store: Store) -> None:
    """Add reports until there is no room."""
    for n in range(1000):
        store.add(report_of(f"Outlet {n}", Said("Ten arrested."), prose="word " * 2000))


def test_a_full_disk_leaves_what_was_stored(small_disk: Path) -> None:
    try:
        with open_store(small_disk / "a.db", create=True) as store:
            with pytest.raises(StoreError, match="no space is left"):
                fill(store)
            stored = store.summary()["reports"]
            assert stored
        with open_store(small_disk / "a.db") as store:
            assert store.summary()["reports"] == stored
    finally:
        subprocess.run(["umount", "-l", small_disk], check=False)


def test_a_read_only_disk_can_be_read_and_not_written(small_disk: Path) -> None:
    try:
        with open_store(small_disk / "a.db", create=True) as store:
            store.add(report_of("North", Said("Ten arrested.")))
        subprocess.run(["mount", "-o", "remount,ro", small_disk], check=True)
        with open_store(small_disk / "a.db") as store:
            assert store.summary()["reports"] == 1
            with pytest.raises(StoreError, match="read-only"):
                store.add(report_of("South", Said("Ten arrested.")))
        with pytest.raises(StoreError, match=r"new\.db"):
            open_store(small_disk / "new.db", create=True)
    finally:
        subprocess.run(["umount", "-l", small_disk], check=False)
