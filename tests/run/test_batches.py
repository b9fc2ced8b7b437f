from __future__ import annotations

from types import ModuleType

import pytest

from dateline.errors import InputError, ModelError
from dateline.records import Report
from dateline.run.batches import BATCH_CHARS, BATCH_REPORTS, Item, batches, code_all

pytestmark = pytest.mark.usefixtures("fakes")


def a_report(text: str, source: str = "a.txt", language: str | None = "en") -> Report:
    return Report(id=f"r_{source}", source=source, text=text, language=language)


def test_readings_and_failures_come_in_the_order_of_the_inputs(fakes: ModuleType) -> None:
    items: list[Item] = [
        a_report("a rally", "1"),
        InputError("empty", "2", "2 is empty"),
        a_report("BREAK", "3"),
        a_report("quiet", "4"),
    ]
    readings = list(code_all(items, fakes.make))
    assert [reading.report.source for reading in readings] == ["1", "2", "3", "4"]
    assert [reading.error.kind if reading.error else None for reading in readings] == [None, "empty", "coding", None]
    assert [len(reading.events) for reading in readings] == [1, 0, 0, 0]


def test_a_failure_has_its_source_no_text_and_the_coder(fakes: ModuleType) -> None:
    (reading,) = code_all([a_report("BREAK")], fakes.make)
    assert (reading.report.id, reading.report.source, reading.report.text) == ("r_a.txt", "a.txt", "")
    assert reading.coder == fakes.FakeCoder.coder
    assert (reading.voices, reading.events) == ((), ())


def test_failures_of_different_inputs_have_different_ids(fakes: ModuleType) -> None:
    errors = [InputError("empty", name, f"{name} is empty") for name in ("a", "b")]
    assert len({reading.report.id for reading in code_all(errors, fakes.make)}) == 2


def test_a_report_in_another_language_is_refused_and_not_coded(fakes: ModuleType) -> None:
    (reading,) = code_all([a_report("Un rally muy grande", language="es")], fakes.make)
    assert reading.error is not None
    assert reading.error.kind == "language"
    assert reading.events == ()


def test_a_missing_model_ends_the_run(fakes: ModuleType) -> None:
    with pytest.raises(ModelError, match="make setup"):
        list(code_all([a_report("x")], fakes.make_without_model))


def test_batches_are_bounded_by_number_and_by_length() -> None:
    small = [a_report("x") for _ in range(BATCH_REPORTS + 1)]
    assert [len(batch) for batch in batches(small)] == [BATCH_REPORTS, 1]
    large = [a_report("x" * BATCH_CHARS) for _ in range(3)]
    assert [len(batch) for batch in batches(large)] == [1, 1, 1]
    assert [len(batch) for batch in batches(small[:5], 2)] == [2, 2, 1]


def test_inputs_are_taken_one_batch_at_a_time(fakes: ModuleType) -> None:
    taken = 0

    def items() -> object:
        nonlocal taken
        for i in range(10 * BATCH_REPORTS):
            taken += 1
            yield a_report("rally", str(i))

    next(code_all(items(), fakes.make))  # type: ignore[arg-type]
    assert taken == BATCH_REPORTS
