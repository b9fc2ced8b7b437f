"""The plain notes of the bench are sound: ids, parts, trigger words, labels."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

from dateline.reference.codebook import load_codebook
from dateline.run.scoring.matching import spans_of

BENCH = Path(__file__).resolve().parent.parent / "bench"


@pytest.fixture(scope="module")
def bench() -> ModuleType:
    spec = importlib.util.spec_from_file_location("bench_plain", BENCH / "plain.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def test_notes_are_sound(bench: ModuleType) -> None:
    known, rows = set(load_codebook().types), bench.notes()
    assert len({row["text"] for row in rows}) == len(rows)
    for row in rows:
        assert row["part"] == bench.PARTS[int(row["id"][1:]) % 2]
        for event in bench.gold_of(row).gold.events:
            assert (event.type, event.mode) in known, row["id"]
            assert all(spans_of(words, row["text"]) for words in event.trigger), row["id"]
