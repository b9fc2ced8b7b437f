from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from dateline.run.cli import app

Gold = dict[str, Any]


@pytest.fixture
def runner() -> CliRunner:
    return CliRunner()


def test_a_missing_gold_folder_is_one_sentence(runner: CliRunner, tmp_path: Path) -> None:
    result = runner.invoke(app, ["eval", str(tmp_path / "none")])
    assert (result.exit_code, result.stdout) == (2, "")
    assert "none" in result.stderr


@pytest.mark.parametrize("content", ["not json\n", '{"report": 1}\n', "[1]\n"])
def test_a_broken_file_of_readings_is_named_with_its_line(runner: CliRunner, tmp_path: Path, content: str) -> None:
    (tmp_path / "r.jsonl").write_text("\n" + content)
    result = runner.invoke(app, ["eval", str(tmp_path), str(tmp_path / "r.jsonl")])
    assert result.exit_code == 2
    assert "line 2 is no reading" in result.stderr


def test_a_missing_file_of_readings_is_named(runner: CliRunner, tmp_path: Path) -> None:
    result = runner.invoke(app, ["eval", str(tmp_path), str(tmp_path / "none.jsonl")])
    assert result.exit_code == 2
    assert "none.jsonl" in result.stderr


@pytest.mark.usefixtures("faked")
def test_gold_is_coded_and_scored(runner: CliRunner, write_gold: Callable[..., Path], gold: Gold) -> None:
    folder = write_gold({"a.txt": gold})
    result = runner.invoke(app, ["eval", str(folder), "--json"])
    assert result.exit_code == 0, result.stderr
    assert "events: detection" in json.loads(result.stdout)
    table = runner.invoke(app, ["eval", str(folder), "--by-report", "--faults"])
    assert "events: detection" in table.stdout


def test_gazetteer_info_without_an_index_says_what_to_do(
    runner: CliRunner, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATELINE_CACHE", str(tmp_path))
    result = runner.invoke(app, ["gazetteer", "info"])
    assert result.exit_code == 2
    assert "dateline gazetteer build" in result.stderr


def test_gazetteer_build_names_the_index(runner: CliRunner, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[bool] = []

    def build_gazetteer(*, only_if_needed: bool, **_: object) -> Path:
        asked.append(only_if_needed)
        return Path("cache/gazetteer.bin")

    monkeypatch.setattr("dateline.reference.gazetteer.build_gazetteer", build_gazetteer)
    result = runner.invoke(app, ["gazetteer", "build", "--if-missing"])
    assert result.exit_code == 0
    assert "gazetteer.bin" in result.stderr
    runner.invoke(app, ["gazetteer", "build"])
    assert asked == [True, False]


def test_alternate_names_without_a_dump_are_refused(runner: CliRunner, tmp_path: Path) -> None:
    result = runner.invoke(app, ["gazetteer", "build", "--alternate-names", str(tmp_path / "names.zip")])
    assert result.exit_code == 2
    assert "--geonames" in result.stderr


def test_a_missing_dump_is_named(runner: CliRunner, tmp_path: Path) -> None:
    result = runner.invoke(app, ["gazetteer", "build", "--geonames", str(tmp_path / "none.zip")])
    assert result.exit_code == 2
    assert "none.zip" in result.stderr
