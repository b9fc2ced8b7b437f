import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from dateline.run.cli import app
from tests.small_gazetteer import small_gazetteer

TEXT = "Thousands marched in Paris, Texas on Monday, and some of them came from Baghdad."


@pytest.fixture
def runner(monkeypatch: pytest.MonkeyPatch) -> CliRunner:
    monkeypatch.setattr("dateline.reference.gazetteer.load_gazetteer", lambda *_: small_gazetteer())
    return CliRunner()


def test_a_text_is_shown_with_its_places(runner: CliRunner) -> None:
    result = runner.invoke(app, ["places", TEXT])
    assert result.exit_code == 0, result.stderr
    assert "[Paris]1, [Texas]2" in result.stdout
    assert "4717560" in result.stdout
    assert "probability" in result.stdout


def test_files_give_readings_in_a_pipe(runner: CliRunner, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    result = runner.invoke(app, ["places", str(tmp_path / "a.txt")])
    reading = json.loads(result.stdout)
    assert [t["text"] for t in reading["toponyms"]] == ["Paris", "Texas", "Baghdad"]
    assert 0 < reading["toponyms"][0]["confidence"] < 1


def test_given_names_are_resolved_and_no_others(runner: CliRunner, tmp_path: Path) -> None:
    rows = [{"id": "x", "text": TEXT, "toponyms": [{"span": [21, 26]}, {"span": [28, 33]}]}, {"id": "y", "text": TEXT}]
    path = tmp_path / "gold.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    result = runner.invoke(app, ["places", str(path), "--given", "--format", "reading"])
    good, bad = map(json.loads, result.stdout.splitlines())
    assert result.exit_code == 1
    assert [t["geonameid"] for t in good["toponyms"]] == [4717560, 4736286]
    assert bad["error"]["kind"] == "given-span"
    assert "gold.jsonl:2" in result.stderr


@pytest.mark.parametrize("arguments", [[TEXT, "--given"], ["a.txt", "--given"], ["none.txt"], ["   "]])
def test_what_cannot_be_done_is_one_sentence(runner: CliRunner, arguments: list[str]) -> None:
    result = runner.invoke(app, ["places", *arguments])
    assert result.exit_code == 2
    assert result.stderr.startswith("dateline: ")


def test_no_control_character_reaches_the_terminal(runner: CliRunner) -> None:
    result = runner.invoke(app, ["places", "A march in Paris \x1b[31m on Monday, they said to us."])
    assert "\x1b" not in result.stdout
