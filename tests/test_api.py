from __future__ import annotations

import subprocess
import sys
from datetime import date
from importlib import import_module
from pathlib import Path

import pytest

import dateline
from dateline.api import as_date
from dateline.errors import InputError, StoreError
from dateline.records import Reading

HERE = Path(__file__).parent


@pytest.fixture
def faked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(HERE / "run"))
    fake_coder = import_module("fake_coder")

    monkeypatch.setattr("dateline.run.build.make_coder_for", lambda *_, **__: fake_coder.make)
    monkeypatch.setattr("dateline.api._coder", lambda model: fake_coder.make())


@pytest.fixture
def path(tmp_path: Path) -> Path:
    report = tmp_path / "a.txt"
    report.write_text("Hundreds came to the rally in the old harbour, people who live there said.\n")
    return report


def test_the_public_names_are_these() -> None:
    assert dateline.__all__ == ["__version__", "build", "code", "open"]
    assert all(hasattr(dateline, name) for name in dateline.__all__)


def test_importing_the_package_imports_nothing_heavy() -> None:
    heavy = ("spacy", "sqlalchemy", "typer", "rich", "msgspec", "numpy")
    check = f"import sys, dateline; print([name for name in {heavy} if name in sys.modules])"
    assert subprocess.check_output([sys.executable, "-c", check], text=True).strip() == "[]"


@pytest.mark.usefixtures("faked")
def test_code_stays_a_function_when_the_stage_of_that_name_is_loaded(path: Path) -> None:
    import dateline.code.events

    assert isinstance(dateline.code(path), Reading)


@pytest.mark.usefixtures("faked")
def test_code_reads_a_path_or_takes_the_text(path: Path) -> None:
    read = dateline.code(path, published="2024-05-03", outlet="The Wire")
    assert (read.report.published, read.report.outlet) == (date(2024, 5, 3), "The Wire")
    assert dateline.code(str(path)).report.text == path.read_text()
    assert dateline.code(path.read_text()).report.text == path.read_text()
    assert dateline.code("No file has this name: a rally, people said").report.source == "text"


@pytest.mark.usefixtures("faked")
def test_code_raises_what_is_wrong_with_the_input(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text("")
    (tmp_path / "two.jsonl").write_text('{"text": "A rally here."}\n{"text": "A rally there."}\n')
    with pytest.raises(InputError, match="is empty"):
        dateline.code(tmp_path / "empty.txt")
    with pytest.raises(InputError, match="holds 2 reports"):
        dateline.code(tmp_path / "two.jsonl")
    with pytest.raises(InputError, match="does not exist"):
        dateline.code(tmp_path / "none.txt")
    with pytest.raises(InputError, match="Spanish"):
        dateline.code("La asamblea de vecinos se reunió ayer por la tarde en la plaza mayor del pueblo.\n" * 3)
    with pytest.raises(InputError, match="coding failed"):
        dateline.code("There will be a BREAK here.\n")
    with pytest.raises(ValueError, match="write it as YYYY-MM-DD"):
        dateline.code("A rally.\n", published="yesterday")


@pytest.mark.usefixtures("faked")
def test_build_and_open(path: Path, tmp_path: Path) -> None:
    summary = dateline.build(path, tmp_path / "n.db")
    assert (summary.new, summary.mentions, summary.events) == (1, 1, 1)
    assert dateline.build([path], tmp_path / "n.db").same == 1
    with dateline.open(tmp_path / "n.db") as store:
        assert [event.type for event in store.events()] == ["GATHER"]
    with pytest.raises(StoreError):
        dateline.open(tmp_path / "none.db")


def test_dates_are_dates_or_iso_strings() -> None:
    assert as_date("2024-05-03") == as_date(date(2024, 5, 3)) == date(2024, 5, 3)
    assert as_date(None) is None
