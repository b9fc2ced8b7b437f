from __future__ import annotations

from types import ModuleType

import pytest

from dateline.errors import InputError, ModelError
from dateline.records import Report
from dateline.run.batches import BATCH_REPORTS, code_all
from dateline.run.workers import coder_of

pytestmark = pytest.mark.usefixtures("fakes")


def some_reports(*texts: str) -> list[Report | InputError]:
    return [Report(id=f"r_{i}", source=str(i), text=text, language="en") for i, text in enumerate(texts)]


def test_workers_give_what_one_process_gives_in_the_same_order(fakes: ModuleType) -> None:
    texts = ["a rally" if i % 3 else "BREAK" for i in range(3 * BATCH_REPORTS + 1)]
    items = [*some_reports(*texts), InputError("empty", "x", "x is empty")]
    assert list(code_all(items, fakes.make, workers=2)) == list(code_all(items, fakes.make))


def test_a_worker_that_dies_costs_one_report(fakes: ModuleType) -> None:
    readings = list(code_all(some_reports("a rally", "KILL", "a rally", "quiet"), fakes.make, workers=2))
    assert [reading.error.kind if reading.error else None for reading in readings] == [None, "worker-died", None, None]
    assert readings[1].error is not None
    assert "1 ended the worker process" in readings[1].error.message


def test_a_missing_model_ends_the_run_with_its_own_error(fakes: ModuleType) -> None:
    with pytest.raises(ModelError, match="make setup"):
        list(code_all(some_reports("x"), fakes.make_without_model, workers=2))


def test_the_coder_is_described_without_being_built_here(fakes: ModuleType) -> None:
    assert coder_of(fakes.make) == fakes.FakeCoder.coder
