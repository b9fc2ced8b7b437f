"""The agreement of two coders: a coding agrees with itself, and with a damaged copy less."""

from __future__ import annotations

from types import ModuleType

import pytest
from msgspec.structs import replace

from dateline.records import Reading, Report
from dateline.run.evaluate import evaluate, read_gold
from dateline.run.scoring import GoldReport, load_gold
from dateline.run.scoring.tally import Rate
from tests.benches import BENCH, bench_module

STORY = BENCH / "gold" / "coast-clash"


@pytest.fixture(scope="module")
def bench() -> ModuleType:
    return bench_module("agreement")


def f1(readings: list[Reading], row: str) -> float:
    rate = evaluate(STORY, readings).tally.figure(f"events: {row}")
    assert isinstance(rate, Rate)
    return rate.f1 or 0.0


def coded(bench: ModuleType, gold: GoldReport, text: Report) -> Reading:
    reading: Reading = bench.as_reading(gold, gold, text)
    return reading


def test_a_coding_agrees_with_itself_and_less_with_a_damaged_one(bench: ModuleType) -> None:
    first = load_gold(STORY)
    texts = [text for text in read_gold(first) if isinstance(text, Report)]
    same = [coded(bench, gold, text) for gold, text in zip(first, texts, strict=True)]
    for row in bench.ROWS:
        assert f1(same, row) > 97, row
    undated = [replace(r, events=tuple(replace(m, time=None) for m in r.events)) for r in same]
    assert f1(undated, "date") == 0
    assert f1(undated, "place") == f1(same, "place")
    assert f1(undated, "whole record") < 50


def test_every_second_coding_has_a_first_one_with_the_same_reports() -> None:
    second = load_gold(BENCH / "second")
    assert second
    for report in second:
        assert report.name in {other.name for other in load_gold(BENCH / "gold" / report.story)}
        assert report.gold.events
