"""The plain notes of the bench are sound: ids, parts, trigger words, labels."""

from __future__ import annotations

from types import ModuleType

import pytest

from dateline.reference.codebook import load_codebook
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
