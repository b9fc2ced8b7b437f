from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from dateline.run.cli import app

SIGNED = "— Mara Lind (@maralind) January 2, 2023"


@pytest.fixture
def runner() -> CliRunner:
    return CliRunner()


@pytest.mark.model
def test_voices_of_a_text(runner: CliRunner) -> None:
    text = f"Police said the march was peaceful.\n\nThe dyke is gone. #SaveHalvik {SIGNED}"
    result = runner.invoke(app, ["voices", text])
    assert result.exit_code == 0, result.stderr
    outlet, post = map(json.loads, result.stdout.splitlines())
    assert (outlet["kind"], outlet["attributions"][0]["source"]) == ("outlet", "Police")
    assert (post["parent"], post["posted"], post["hashtag_words"]) == ("v0", "2023-01-02", ["Save Halvik"])
    table = runner.invoke(app, ["voices", text, "--format", "table"]).stdout
    assert "post on X, 2 January 2023" in table


@pytest.mark.model
def test_wording_compares_the_reports_of_a_folder(runner: CliRunner, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Soldiers shelled a school in Kharkiv on 2 January 2023, killing 12 civilians.")
    (tmp_path / "b.txt").write_text("The army bombarded a school in Kharkiv on 2 January 2023, killing 12 people.")
    result = runner.invoke(app, ["wording", str(tmp_path), "--published", "2023-01-03"])
    assert result.exit_code == 0, result.stderr
    rows = [json.loads(line) for line in result.stdout.splitlines()]
    assert {"shelled", "bombarded"} <= {word["text"] for row in rows if row["of"] == "act" for word in row["words"]}
    table = runner.invoke(app, ["wording", str(tmp_path), "--published", "2023-01-03", "--format", "table"]).stdout
    assert "bombarded" in table


@pytest.mark.parametrize("command", ["voices", "wording"])
def test_no_input_is_one_sentence(runner: CliRunner, command: str, tmp_path: Path) -> None:
    result = runner.invoke(app, [command, str(tmp_path / "none.txt")])
    assert result.exit_code == 2
    assert result.stderr.startswith("dateline: ")
    assert result.stderr.count("\n") == 1
