from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from types import ModuleType

import pytest

from dateline.errors import InputError, ModelError
from dateline.records import Coder, Report
from dateline.run.batches import Item
from dateline.run.build import Summary, build_store, make_coder_for
from dateline.store import open_store

pytestmark = pytest.mark.usefixtures("fakes")


def a_report(number: int, text: str = "There was a rally in town") -> Report:
    return Report(id=f"r_{number:04}", source=f"{number}.txt", text=text, language="en")


def _build(fakes: ModuleType, db: Path, items: list[Item], workers: int = 1) -> Summary:
    return build_store(items, str(db), fakes.make, workers)


@pytest.mark.parametrize("workers", [1, 2])
def test_a_second_run_of_the_same_input_writes_nothing_new(fakes: ModuleType, tmp_path: Path, workers: int) -> None:
    items: list[Item] = [a_report(1), a_report(2), a_report(3, "BREAK"), InputError("empty", "e.txt", "e.txt is empty")]
    first = _build(fakes, tmp_path / "n.db", items, workers)
    assert (first.new, first.same, first.replaced, first.failed, first.mentions) == (2, 0, 0, 2, 2)
    second = _build(fakes, tmp_path / "n.db", items, workers)
    assert (second.new, second.same, second.replaced, second.failed) == (0, 2, 0, 2)
    assert (second.mentions, second.events) == (first.mentions, first.events)


def test_another_coder_replaces_the_records(fakes: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _build(fakes, tmp_path / "n.db", [a_report(1)])
    monkeypatch.setattr(fakes.FakeCoder, "coder", Coder(version="1", config="c_other"))
    summary = _build(fakes, tmp_path / "n.db", [a_report(1)])
    assert (summary.new, summary.replaced, summary.mentions) == (0, 1, 1)


def test_what_is_stored_stays_when_the_run_is_stopped(fakes: ModuleType, tmp_path: Path) -> None:
    def items() -> Iterator[Item]:
        yield from (a_report(i) for i in range(40))
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        build_store(items(), str(tmp_path / "n.db"), fakes.make)
    with open_store(tmp_path / "n.db") as store:
        assert store.summary()["reports"] == 32
    assert _build(fakes, tmp_path / "n.db", [a_report(i) for i in range(40)]).new == 8


def test_a_mended_input_is_no_failure_any_more(fakes: ModuleType, tmp_path: Path) -> None:
    db = tmp_path / "n.db"
    _build(fakes, db, [a_report(1)])
    _build(fakes, db, [InputError("unreadable", "1.txt", "1.txt cannot be read")])
    _build(fakes, db, [a_report(1)])
    with open_store(db) as store:
        assert list(store.failures()) == []


def test_every_reading_is_shown_to_the_watcher(fakes: ModuleType, tmp_path: Path) -> None:
    seen: list[str] = []
    build_store(
        [a_report(1), a_report(2, "BREAK")],
        str(tmp_path / "n.db"),
        fakes.make,
        watch=lambda reading: seen.append(reading.report.source),
    )
    assert seen == ["1.txt", "2.txt"]


def test_a_missing_model_is_told(fakes: ModuleType, tmp_path: Path) -> None:
    with pytest.raises(ModelError):
        build_store([a_report(1)], str(tmp_path / "n.db"), fakes.make_without_model)
    assert not (tmp_path / "n.db").exists()


def test_the_summary_reads_as_three_lines() -> None:
    lines = Summary(new=3, same=2, replaced=1, failed=0, mentions=1234, events=7, seconds=1.26).lines()
    assert lines[0].endswith("3 new, 2 unchanged, 1 coded anew, 0 failed")
    assert "1,234 mentions of 7 events" in lines[1]
    assert "1.3 s" in lines[2]


def test_what_makes_the_coder_can_be_sent_to_a_worker() -> None:
    make = make_coder_for("some_model", Path("own.toml"))
    assert isinstance(make, partial)
    assert make.args == ("some_model", Path("own.toml"))
