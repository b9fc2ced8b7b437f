"""The plain notes of the bench are sound: ids, parts, trigger words, labels."""

from __future__ import annotations

from types import ModuleType

import pytest

from dateline.reference.codebook import load_codebook
from dateline.run.scoring import Fault
from dateline.run.scoring.faults import FaultKind
from dateline.run.scoring.matching import spans_of
from tests.benches import bench_module


@pytest.fixture(scope="module")
def bench() -> ModuleType:
    return bench_module("plain")


@pytest.mark.parametrize("name", ["notes", "briefs", "reports", "dispatches"])
def test_notes_are_sound(bench: ModuleType, name: str) -> None:
    known, rows = set(load_codebook().types), bench.notes(name)
    assert len({row["text"] for row in rows}) == len(rows)
    for row in rows:
        assert row["part"] == bench.PARTS[int(row["id"][1:]) % 2]
        for event in bench.gold_of(row).gold.events:
            assert (event.type, event.mode) in known, row["id"]
            assert all(spans_of(words, row["text"]) for words in event.trigger), row["id"]


def test_faults_are_counted_by_kind(bench: ModuleType, capsys: pytest.CaptureFixture[str]) -> None:
    def fault(kind: FaultKind, field: str = "", gold: str = "-", found: str = "-") -> Fault:
        return Fault(kind, "events", field, "plain/a002", "march", gold, found)

    wrong = fault("wrong", "date", "2024-05-01", "2024-05-02")
    empty, unasked = fault("wrong", "place", "Lima"), fault("wrong", "place", found="Lima")
    bench.print_kinds({"work": [wrong, empty, empty], "check": [unasked, fault("missed", gold="march")]})
    assert capsys.readouterr().out.splitlines()[2:] == [
        "| place empty | 2 | 0 |",
        "| date wrong | 1 | 0 |",
        "| missed | 0 | 1 |",
        "| place not asked | 0 | 1 |",
        "",
    ]
