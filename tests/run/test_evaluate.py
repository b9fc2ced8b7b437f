from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
from rich.console import Console
from rich.table import Table

from dateline.corroborate import corroborate
from dateline.errors import DataError, InputError
from dateline.records import EventMention, Failure, Reading, Report
from dateline.run.evaluate import Scores, evaluate, read_gold
from dateline.run.scoring import ROWS, GoldReport

MakeMention = Callable[..., EventMention]
MakeReading = Callable[..., Reading]


@pytest.fixture
def folder(write_gold: Callable[..., Path], gold: dict[str, Any]) -> Path:
    return write_gold({"star.txt": gold})


def printed(table: Table) -> str:
    out = io.StringIO()
    Console(file=out, width=120).print(table)
    return out.getvalue()


def test_readings_are_scored(folder: Path, make_mention: MakeMention, make_reading: MakeReading) -> None:
    scores = evaluate(folder, [make_reading(make_mention())])
    figures = scores.as_dict()
    assert figures["reports"] == 1
    assert figures["outlet"] == 100.0
    assert figures["publication date"] == 100.0
    assert figures["events: type"] == {"P": 100.0, "R": 50.0, "F1": 66.7, "counts": [1, 1, 2]}
    assert "clustering of matched mentions: B-cubed" not in figures


def test_with_events_the_joining_is_scored_too(
    folder: Path, make_mention: MakeMention, make_reading: MakeReading
) -> None:
    readings = [make_reading(make_mention())]
    given = evaluate(folder, readings, corroborate(readings))
    joined = evaluate(folder, readings, join=corroborate)
    assert list(given.as_dict()) == list(ROWS)
    assert given.as_dict() == joined.as_dict()


def test_without_readings_the_reports_are_coded(folder: Path, make_reading: MakeReading) -> None:
    asked: list[GoldReport] = []

    def code(reports: Sequence[GoldReport]) -> list[Reading]:
        asked.extend(reports)
        return [make_reading(source=str(report.path)) for report in reports]

    scores = evaluate(folder, code=code)
    assert [(report.name, report.gold.outlet) for report in asked] == [("bakers/star.txt", "Ashanti Star")]
    assert scores.lost == ()


def test_the_reports_are_read_with_the_facts_of_the_gold(folder: Path, gold_report: GoldReport) -> None:
    evaluate(folder, code=lambda reports: [Reading(report=_report(reports))])
    assert isinstance(next(read_gold([gold_report])), InputError)


def _report(reports: Sequence[GoldReport]) -> Report:
    (report,) = read_gold(reports)
    assert isinstance(report, Report)
    assert (report.outlet, str(report.published)) == ("Ashanti Star", "2022-03-05")
    return report


def test_a_report_without_a_reading_counts_as_empty_and_is_named(
    write_gold: Callable[..., Path], gold: dict[str, Any], make_mention: MakeMention, make_reading: MakeReading
) -> None:
    folder = write_gold({"star.txt": gold, "moon.txt": gold})
    (folder / "bakers" / "moon.txt").write_text("Another text.", encoding="utf-8")
    scores = evaluate(folder, [make_reading(make_mention())])
    assert scores.lost == ("bakers/moon.txt",)
    assert scores.as_dict()["reports without a reading"] == 1
    assert scores.as_dict()["no reading for"] == "bakers/moon.txt"
    assert scores.as_dict()["events: type"] == {"P": 100.0, "R": 25.0, "F1": 40.0, "counts": [1, 1, 4]}
    assert "no reading for bakers/moon.txt" in printed(scores.as_table())


def test_a_failed_reading_counts_as_empty_and_says_why(folder: Path, make_reading: MakeReading) -> None:
    whole = make_reading()
    broken = make_reading(
        report=Report(id="r_0", source=whole.report.source),
        voices=(),
        counts=(),
        error=Failure(kind="empty", message="bakers/star.txt holds no text"),
    )
    scores = evaluate(folder, [broken])
    assert scores.lost == ()
    assert scores.as_dict()["failed"] == ["bakers/star.txt holds no text"]
    assert "failed: bakers/star.txt holds no text" in printed(scores.as_table())


@pytest.mark.parametrize("readings", [None, []])
def test_nothing_to_score_is_an_error(folder: Path, readings: list[Reading] | None) -> None:
    with pytest.raises(DataError, match="to score against"):
        evaluate(folder, readings)


@pytest.fixture
def scores(folder: Path, make_mention: MakeMention, make_reading: MakeReading) -> Scores:
    return evaluate(folder, [make_reading(make_mention(status="planned"))], join=corroborate)


def test_the_table_has_a_line_for_every_row(scores: Scores) -> None:
    text = printed(scores.as_table())
    assert all(row in text for row in ROWS)
    assert "events: type" in text
    assert max(map(len, text.splitlines())) <= 120


def test_figures_of_each_report_are_kept(scores: Scores) -> None:
    assert list(scores.reports) == ["bakers/star.txt"]
    line = printed(scores.by_report()).splitlines()[1]
    assert line.split() == ["bakers/star.txt", "66.7", "66.7", "0.0", "100.0", "100.0", "0.0", "2"]


def test_faults_are_counted_and_listed(scores: Scores) -> None:
    assert "events  wrong   status" in printed(scores.fault_counts())
    lines = list(scores.fault_lines())
    at = lines.index("events: wrong status (1)")
    assert lines[at + 1] == "    bakers/star.txt  march  gold: occurred  found: planned"
    assert lines[at + 2].strip().startswith("KUMASI - Bakers marched")
