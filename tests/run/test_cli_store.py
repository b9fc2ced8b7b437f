from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from dateline.run.cli import app

pytestmark = pytest.mark.usefixtures("faked")


@pytest.fixture
def runner() -> CliRunner:
    return CliRunner()


@pytest.fixture
def db(runner: CliRunner, folder: Path, tmp_path: Path) -> str:
    """A store of two reports by one outlet, one mention, one event and one failure."""
    path = str(tmp_path / "n.db")
    assert runner.invoke(app, ["build", str(folder), "--db", path, "--outlet", "The Wire"]).exit_code == 1
    return path


def _lines(runner: CliRunner, *words: str) -> list[dict[str, object]]:
    result = runner.invoke(app, list(words))
    assert result.exit_code == 0, result.stderr
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_events_are_json_lines_in_a_pipe_and_a_table_on_demand(runner: CliRunner, db: str) -> None:
    (event,) = _lines(runner, "events", "--db", db)
    assert (event["type"], event["reports"]) == ("GATHER", 1)
    table = runner.invoke(app, ["events", "--db", db, "--format", "table"]).stdout
    assert "ev_" in table
    assert "GATHER / rally" in table


@pytest.mark.parametrize(
    ("words", "number"),
    [
        (["--type", "GATHER"], 1), (["--type", "gather/rally"], 1), (["--type", "PROTEST"], 0),
        (["--status", "occurred"], 1), (["--status", "denied"], 0), (["--outlet", "wire"], 1), (["--outlet", "sun"], 0),
        (["--text", "old harbour"], 1), (["--text", "airport"], 0), (["--country", "ROU"], 0),
        (["--from", "2024-01-01"], 0), (["--to", "2024-01-01"], 0),
    ],
)  # fmt: skip
def test_filters_hold_for_events_and_exports(runner: CliRunner, db: str, words: list[str], number: int) -> None:
    assert len(_lines(runner, "events", "--db", db, *words)) == number
    assert len(_lines(runner, "export", "--db", db, *words)) == number
    readings = _lines(runner, "export", "--db", db, "--format", "reading", *words)
    assert len(readings) == number


def test_an_empty_table_says_why(runner: CliRunner, db: str) -> None:
    result = runner.invoke(app, ["events", "--db", db, "--format", "table", "--type", "AID"])
    assert result.stderr == "dateline: no event fits these filters; leave one out\n"


@pytest.mark.parametrize("words", [["--status", "maybe"], ["--country", "Romania"], ["--from", "May"]])
def test_a_filter_that_can_never_fit_is_wrong_usage(runner: CliRunner, db: str, words: list[str]) -> None:
    for command in ("events", "export"):
        result = runner.invoke(app, [command, "--db", db, *words])
        assert (result.exit_code, result.stdout) == (2, "")
        assert words[0] in result.stderr


def test_explain_brackets_the_words_where_there_is_no_colour(runner: CliRunner, db: str) -> None:
    (event,) = _lines(runner, "events", "--db", db)
    text = runner.invoke(app, ["explain", str(event["id"]), "--db", db, "--format", "text"]).stdout
    assert "Hundreds came to the [rally] in the old harbour" in text
    assert "The Wire" in text
    (told,) = _lines(runner, "explain", str(event["id"])[:9], "--db", db)
    assert told["event"] == event


def test_explain_of_an_unknown_id_is_status_two(runner: CliRunner, db: str) -> None:
    result = runner.invoke(app, ["explain", "m_nobody", "--db", db])
    assert (result.exit_code, result.stdout) == (2, "")
    assert "'m_nobody'" in result.stderr


@pytest.mark.parametrize("format_", ["csv", "geojson", "jsonld", "parquet", "reading", "mentions", "table"])
def test_exports_go_to_files(runner: CliRunner, db: str, tmp_path: Path, format_: str) -> None:
    out = tmp_path / f"out.{format_}"
    result = runner.invoke(app, ["export", "--db", db, "--format", format_, "--out", str(out)])
    assert (result.exit_code, result.stdout) == (0, "")
    assert b"GATHER" in out.read_bytes()


def test_exported_pages_show_the_events(runner: CliRunner, db: str, tmp_path: Path) -> None:
    result = runner.invoke(app, ["export", "--db", db, "--format", "html", "--out", str(tmp_path / "p")])
    assert result.exit_code == 0
    assert "joined into 1 event" in (tmp_path / "p" / "index.html").read_text("utf-8")
    assert len(list((tmp_path / "p").iterdir())) == 3


def test_failures_are_listed_with_their_reason(runner: CliRunner, db: str) -> None:
    (failed,) = _lines(runner, "failures", "--db", db)
    assert failed["error"]["kind"] == "empty"  # type: ignore[index]
    table = runner.invoke(app, ["failures", "--db", db, "--format", "table"]).stdout
    assert "empty.txt is empty; give a file with a text in it" in " ".join(table.split())


@pytest.mark.parametrize("words", [["events"], ["explain", "m_1"], ["export"], ["failures"]])
def test_a_missing_store_is_one_sentence(runner: CliRunner, tmp_path: Path, words: list[str]) -> None:
    result = runner.invoke(app, [*words, "--db", str(tmp_path / "none.db")])
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.count("\n") == 1
    assert "none.db" in result.stderr
