"""`dateline build` with the real coder, killed again and again on one store, ends with the rows of a calm run.

`test_killed.py` does the same with many more reports and a coder without a model.
"""

from __future__ import annotations

import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL")

REPORTS, KILLS, PATIENCE_S = 112, 3, 120
ACTS = (
    "Police arrested {n} people after a march in {town} on Monday, the mayor said.",
    "Gunmen killed {n} farmers near {town} on 3 May, witnesses told reporters.",
    "About {n} workers went on strike in {town} on Tuesday over unpaid wages.",
    "The government denied that {n} detainees had been released in {town}.",
)
TOWNS = ("Lagos", "Kano", "Accra", "Kumasi", "Nairobi", "Kampala", "Dakar")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of short reports, several of them about one happening, and an empty one."""
    texts = tmp_path / "texts"
    texts.mkdir()
    for i in range(REPORTS):
        told = ACTS[i % len(ACTS)].format(n=10 + i // 8, town=TOWNS[i % len(TOWNS)])
        (texts / f"{i:03}.txt").write_text(f"{told} This was account number {i} of that day.\n")
    (texts / "050.txt").write_text("")
    return tmp_path


def _build(folder: Path, db: str) -> subprocess.Popen[bytes]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("DATELINE_D")}
    command = [sys.executable, "-m", "dateline", "build", "texts", "--published", "2024-05-08", "--db", db]
    return subprocess.Popen(command, cwd=folder, env=kept, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)


def _to_the_end(folder: Path, db: str) -> None:
    process = _build(folder, db)
    _, said = process.communicate(timeout=PATIENCE_S)
    assert process.returncode == 1, said  # one report is empty
    assert said == b"dateline: texts/050.txt is empty; give a file with a text in it\n"


def _query(db: Path, query: str) -> list[tuple[Any, ...]]:
    with closing(sqlite3.connect(db)) as connection:
        return connection.execute(query).fetchall()


def _stored(db: Path) -> int:
    """Return how many reports are stored; none before the tables are made."""
    try:
        return int(_query(db, "select count(*) from reports")[0][0]) if db.exists() else 0
    except sqlite3.OperationalError:
        return 0


def _tables(db: Path) -> dict[str, list[tuple[Any, ...]]]:
    """Return all rows of all tables, sorted."""
    names = [name for (name,) in _query(db, "select name from sqlite_master where type = 'table'")]
    return {name: sorted(_query(db, f"select * from {name}"), key=repr) for name in names}


def _kill_when(folder: Path, db: str, stored: int, then_s: float) -> int:
    """Start a build and kill it a moment after so many reports are stored; return its exit status."""
    process = _build(folder, db)
    end = time.monotonic() + PATIENCE_S
    while _stored(folder / db) < stored and process.poll() is None:
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.005)
    time.sleep(then_s)
    process.kill()
    process.communicate()
    return process.returncode


def test_a_build_killed_again_and_again_ends_with_the_same_rows(folder: Path) -> None:
    _to_the_end(folder, "calm.db")
    chance = random.Random(20240508)
    marks = sorted(chance.sample(range(REPORTS - 16), KILLS))
    statuses, counts = [], []
    for stored in marks:
        statuses.append(_kill_when(folder, "killed.db", stored, chance.uniform(0, 0.05)))
        counts.append(_stored(folder / "killed.db"))
        assert _query(folder / "killed.db", "pragma integrity_check") == [("ok",)]
        assert _query(folder / "killed.db", "pragma foreign_key_check") == []
    assert -signal.SIGKILL in statuses
    assert counts == sorted(counts)  # nothing that was stored is lost
    _to_the_end(folder, "killed.db")
    rows = _tables(folder / "killed.db")
    assert rows == _tables(folder / "calm.db")
    assert len(rows["reports"]) == REPORTS - 1
    assert len(rows["events"]) > 10
    assert [source for (source,) in _query(folder / "killed.db", "select source from failures")] == ["texts/050.txt"]
