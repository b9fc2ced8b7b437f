"""A build that is killed at any moment and started again ends with the rows of an undisturbed one."""

from __future__ import annotations

import json
import random
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing, suppress
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL")

RUN = """
import fake_coder
import dateline.run.build as build
if __name__ == "__main__":
    build.make_coder_for = lambda *_, **__: fake_coder.make
    from dateline.run.cli import main
    main()
"""
REPORTS = 240


@pytest.fixture
def command(fakes: object, tmp_path: Path) -> list[str]:
    """The build of many reports, the store's file left to be named; half of them tell of a rally, a few fail."""
    words = {0: "A rally filled the square all day long", 1: "Nothing of note happened in town", 2: "It will BREAK"}
    told = [f"{words[2 if i % 40 == 7 else i % 2]}, said neighbour number {i} of that street." for i in range(REPORTS)]
    lines = "".join(json.dumps({"text": text, "language": "en"}) + "\n" for text in told)
    (tmp_path / "many.jsonl").write_text(lines)
    (tmp_path / "run_dateline.py").write_text(RUN)
    return [sys.executable, str(tmp_path / "run_dateline.py"), "build", str(tmp_path / "many.jsonl"), "--db"]


def _rows(db: Path) -> dict[str, list[tuple[object, ...]]]:
    """Return all rows of all tables, sorted."""
    with closing(sqlite3.connect(db)) as connection:
        names = [name for (name,) in connection.execute("select name from sqlite_master where type = 'table'")]
        return {name: sorted(connection.execute(f"select * from {name}"), key=repr) for name in names}


def _run(command: list[str], db: Path) -> float:
    started = time.monotonic()
    done = subprocess.run([*command, str(db)], capture_output=True, timeout=120, check=False)
    assert done.returncode == 1, done.stderr
    return time.monotonic() - started


def _kill(command: list[str], db: Path, after_s: float) -> int:
    """Start a build and kill it; return its exit status, which tells whether it was still running."""
    with subprocess.Popen([*command, str(db)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        with suppress(subprocess.TimeoutExpired):
            process.wait(timeout=after_s)
        process.kill()
        return process.wait()


def test_a_killed_build_started_again_ends_with_the_same_rows(command: list[str], tmp_path: Path) -> None:
    whole = tmp_path / "whole.db"
    took_s = _run(command, whole)
    expected = _rows(whole)
    assert len(expected["reports"]) == REPORTS - REPORTS // 40
    chance = random.Random(20240503)
    statuses = []
    for attempt in range(4):
        db = tmp_path / f"killed{attempt}.db"
        statuses.append(_kill(command, db, chance.uniform(0.2, 0.8) * took_s))
        _run(command, db)
        assert _rows(db) == expected
    assert -signal.SIGKILL in statuses
