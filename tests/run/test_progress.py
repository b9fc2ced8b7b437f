from __future__ import annotations

from pathlib import Path

import pytest

from dateline.records import Failure, Reading, Report
from dateline.run.progress import Watch, number_of_reports

GOOD = Reading(report=Report(id="r_1", source="a.txt"))
BAD = Reading(report=Report(id="r_2", source="b.txt"), error=Failure(kind="empty", message="b.txt is empty"))


def test_failures_are_said_and_nothing_is_drawn_without_a_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    with Watch(2) as watch:
        assert list(watch.over([GOOD, BAD])) == [GOOD, BAD]
    told = capsys.readouterr()
    assert told.err == "dateline: b.txt is empty\n"
    assert told.out == ""


def test_the_bar_is_gone_before_what_was_read_is_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dateline.run.progress.is_terminal", lambda stream: True)
    with Watch(1) as watch:
        bar = watch._bar
        assert bar is not None
        assert bar.live.is_started
        assert list(watch.over([GOOD])) == [GOOD]
        assert not bar.live.is_started


@pytest.mark.parametrize(
    ("readings", "also", "status"),
    [([GOOD], 0, 0), ([GOOD, BAD], 0, 1), ([BAD], 0, 2), ([], 0, 2), ([], 3, 0), ([BAD], 1, 1)],
)
def test_the_exit_status_says_how_much_was_done(readings: list[Reading], also: int, status: int) -> None:
    watch = Watch()
    for reading in readings:
        watch(reading)
    assert watch.status(also) == status


def test_a_bar_is_drawn_on_a_terminal(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr("dateline.run.progress.is_terminal", lambda stream: True)
    monkeypatch.setenv("FORCE_COLOR", "1")
    with Watch(2) as watch:
        watch(GOOD)
        watch(BAD)
    assert "b.txt is empty" in capsys.readouterr().err
    with Watch(2, drawn=False) as watch:
        watch(GOOD)
    assert capsys.readouterr().err == ""


def test_the_number_of_reports_is_known_only_for_files_of_one(folder: Path) -> None:
    assert number_of_reports([folder]) == 3
    (folder / "many.jsonl").write_text("{}\n")
    assert number_of_reports([folder]) is None
    assert number_of_reports(["-"]) is None
