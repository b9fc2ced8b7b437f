"""The marked reports of the bench are sound: ids, days, labels, words."""

from __future__ import annotations

from types import ModuleType
from typing import get_args

import pytest

from dateline.records.mention import Status
from dateline.reference.codebook import load_codebook
from tests.benches import BENCH, bench_module
from tests.factory import mention


@pytest.fixture(scope="module")
def bench() -> ModuleType:
    return bench_module("marked")


def test_every_marked_report_is_sound(bench: ModuleType) -> None:
    pages = [path.read_text(encoding="utf-8") for path in sorted((BENCH / "marked").glob("*.txt"))]
    reports = [report for page in pages for report in bench.reports_of(page)]
    assert len(reports) >= 1000
    assert len({report.id for report in reports}) == len(reports)
    assert {report.part for report in reports} == set(bench.PARTS)
    kinds = set(load_codebook().types)
    for report in reports:
        assert "[[" not in report.text, report.id
        assert "]]" not in report.text, report.id
        for mark in report.marks:
            assert (mark.type, mark.mode) in kinds, (report.id, mark)
            assert mark.status in get_args(Status), (report.id, mark)
            assert report.text[mark.span.start : mark.span.end].strip(), report.id


def test_marks_are_read_and_their_words_stay_in_the_text(bench: ModuleType) -> None:
    page = "=== x-2 | wire | 2020-01-31\nThe guards [[let him\ngo|RETREAT/release@planned]] on Friday.\n"
    (report,) = bench.reports_of(page)
    (mark,) = report.marks
    assert report.text == "The guards let him go on Friday."
    assert (report.text[mark.span.start : mark.span.end], mark.status) == ("let him go", "planned")
    assert report.part == "work"


def test_a_mark_takes_the_mention_that_fits_it_best_and_each_is_used_once(bench: ModuleType) -> None:
    (report,) = bench.reports_of("=== x-2 | wire | 2020-01-31\n[[Stormed|COERCE/raid]] and [[held|COERCE/arrest]].\n")
    raid, strike = mention("COERCE", "raid", word="Stormed"), mention("ASSAULT", None, word="Stormed")
    elsewhere = mention("COERCE", "arrest", start=8, word="and")
    scored = bench.compare(report, [strike, raid, elsewhere])
    assert [(mark.mode, found) for mark, found in scored.pairs] == [("raid", raid)]
    assert [mark.mode for mark in scored.missed] == ["arrest"]
    assert scored.false == (strike, elsewhere)
