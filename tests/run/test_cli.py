from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path
from types import ModuleType

import pytest
from typer.testing import CliRunner

from dateline.records import from_json
from dateline.run.cli import app
from dateline.version import __version__

RUN = """
import sys
import fake_coder
import dateline.run.build as build
if __name__ == "__main__":
    build.make_coder_for = lambda *_: fake_coder.make
    from dateline.run.cli import main
    main()
"""


@pytest.fixture
def runner() -> CliRunner:
    return CliRunner()


@pytest.fixture
def command(fakes: ModuleType, tmp_path: Path) -> list[str]:
    """The real command in a process of its own, with the fake coder."""
    script = tmp_path / "run_dateline.py"
    script.write_text(RUN)
    return [sys.executable, str(script)]


def _run(command: list[str], *arguments: str | Path, **options: object) -> subprocess.CompletedProcess[str]:
    words = [*command, *map(str, arguments)]
    return subprocess.run(words, capture_output=True, text=True, encoding="utf-8", timeout=120, **options)  # type: ignore[call-overload,no-any-return]


@pytest.mark.parametrize(
    "words",
    [[], ["code"], ["build"], ["events"], ["explain"], ["export"], ["failures"], ["eval"], ["gazetteer", "build"],
     ["gazetteer", "info"]],
)  # fmt: skip
def test_every_help_is_a_short_manual_with_an_example(runner: CliRunner, words: list[str]) -> None:
    result = runner.invoke(app, [*words, "--help"])
    assert result.exit_code == 0
    assert re.search(r"For example\s+(?:.*:\s+)?dateline \w+", result.output)
    assert "[/" not in result.output


def test_help_imports_nothing_heavy() -> None:
    heavy = ("spacy", "sqlalchemy", "pyarrow", "trafilatura", "numpy", "jinja2", "babel", "lxml")
    check = f"import sys, dateline.run.cli, dateline; print([m for m in {heavy} if m in sys.modules])"
    assert _run([sys.executable], "-c", check).stdout.strip() == "[]"


def test_version_names_model_and_credits(runner: CliRunner) -> None:
    result = runner.invoke(app, ["--version"])
    assert result.exit_code == 0
    assert result.output.startswith(f"dateline {__version__}\nmodel ")
    assert "GeoNames" in result.output


@pytest.mark.usefixtures("faked")
class TestCode:
    def test_a_pipe_gets_readings_in_order_and_status_one_when_some_failed(
        self, runner: CliRunner, folder: Path
    ) -> None:
        names = [str(folder / name) for name in ("a.txt", "empty.txt", "b.txt")]
        result = runner.invoke(app, ["code", *names, "--published", "2024-05-03", "--outlet", "The Wire"])
        assert result.exit_code == 1
        readings = [from_json(line) for line in result.stdout.splitlines()]
        assert [reading.report.source for reading in readings] == names
        assert [bool(reading.error) for reading in readings] == [False, True, False]
        assert str(readings[0].report.published) == "2024-05-03"
        assert readings[0].report.outlet == "The Wire"
        assert result.stderr.count("\n") == 1
        assert "empty.txt" in result.stderr

    def test_all_done_is_status_zero(self, runner: CliRunner, folder: Path) -> None:
        result = runner.invoke(app, ["code", str(folder / "a.txt"), "--format", "mentions"])
        assert result.exit_code == 0
        assert json.loads(result.stdout)["mode"] == "rally"
        assert result.stderr == ""

    @pytest.mark.parametrize("name", ["empty.txt", "nosuch.txt", "no*.txt"])
    def test_nothing_done_is_status_two_and_names_the_input(self, runner: CliRunner, folder: Path, name: str) -> None:
        result = runner.invoke(app, ["code", str(folder / name)])
        assert result.exit_code == 2
        assert name in result.stderr

    @pytest.mark.parametrize(
        "words",
        [["--format", "foo"], ["--workers", "0"], ["--published", "soon"], ["--kind", "pdf"], ["--max-chars", "0"],
         ["--format", "html"], ["--format", "parquet"], ["--nonsense"], ["--out", "no/such/folder/x.csv"]],
    )  # fmt: skip
    def test_wrong_usage_is_status_two_and_writes_nothing(
        self, runner: CliRunner, folder: Path, words: list[str]
    ) -> None:
        result = runner.invoke(app, ["code", str(folder / "a.txt"), *words])
        assert result.exit_code == 2
        assert result.stdout == ""
        assert result.stderr != ""

    def test_no_input_is_wrong_usage(self, runner: CliRunner) -> None:
        result = runner.invoke(app, ["code"])
        assert result.exit_code == 2
        assert "INPUT" in result.stderr

    def test_a_place_that_cannot_be_written_is_told_before_coding(self, runner: CliRunner, folder: Path) -> None:
        result = runner.invoke(app, ["code", str(folder / "a.txt"), "--out", str(folder / "no" / "x.csv")])
        assert result.exit_code == 2
        assert "make it first" in result.stderr

    def test_a_file_is_written_whole(self, runner: CliRunner, folder: Path, tmp_path: Path) -> None:
        result = runner.invoke(app, ["code", str(folder / "a.txt"), "--out", str(tmp_path / "x.csv")])
        assert (result.exit_code, result.stdout) == (0, "")
        assert (tmp_path / "x.csv").read_text("utf-8").count("\n") == 2

    def test_pages_go_to_a_folder(self, runner: CliRunner, folder: Path, tmp_path: Path) -> None:
        result = runner.invoke(app, ["code", str(folder), "--format", "html", "--out", str(tmp_path / "pages")])
        assert result.exit_code == 1
        assert len(list((tmp_path / "pages").glob("*.html"))) == 3

    def test_standard_input_is_read(self, runner: CliRunner) -> None:
        text = "The rally in the square went on all day, people said."
        result = runner.invoke(app, ["code", "-"], input=text)
        assert result.exit_code == 0
        assert from_json(result.stdout).report.text == text
        lines = "".join(json.dumps({"id": f"n{i}", "text": text, "language": "en"}) + "\n" for i in range(3))
        result = runner.invoke(app, ["code", "-", "--kind", "jsonl", "--format", "mentions"], input=lines)
        assert result.stdout.count("\n") == 3

    def test_a_text_beyond_the_limit_is_refused(self, runner: CliRunner, folder: Path) -> None:
        result = runner.invoke(app, ["code", str(folder / "a.txt"), "--max-chars", "10"])
        assert result.exit_code == 2
        assert "10" in result.stderr

    def test_a_table_is_plain_without_a_terminal(self, runner: CliRunner, folder: Path) -> None:
        result = runner.invoke(app, ["code", str(folder / "a.txt"), "--format", "table"])
        assert "GATHER / rally" in result.stdout
        assert "\x1b" not in result.stdout


@pytest.mark.usefixtures("faked")
class TestBuild:
    def test_the_summary_and_the_status(self, runner: CliRunner, folder: Path, tmp_path: Path) -> None:
        db = str(tmp_path / "n.db")
        result = runner.invoke(app, ["build", str(folder), "--db", db])
        assert result.exit_code == 1
        assert "2 new, 0 unchanged, 0 coded anew, 1 failed" in result.stdout
        (folder / "empty.txt").unlink()
        result = runner.invoke(app, ["build", str(folder), "--db", db])
        assert result.exit_code == 0
        assert "0 new, 2 unchanged" in result.stdout

    def test_the_store_comes_from_the_environment(
        self, runner: CliRunner, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("DATELINE_DB", str(tmp_path / "env.db"))
        assert runner.invoke(app, ["build", str(folder / "a.txt")]).exit_code == 0
        assert (tmp_path / "env.db").exists()

    def test_a_store_that_cannot_be_made_is_one_sentence(self, runner: CliRunner, folder: Path) -> None:
        result = runner.invoke(app, ["build", str(folder), "--db", str(folder / "a.txt" / "n.db")])
        assert result.exit_code == 2
        assert result.stderr.count("\n") == 1


def test_a_missing_model_is_one_sentence_with_the_mend(
    fakes: ModuleType, runner: CliRunner, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dateline.run.build.make_coder_for", lambda *_: fakes.make_without_model)
    result = runner.invoke(app, ["code", str(folder / "a.txt"), "--model", "x"])
    assert result.exit_code == 2
    assert result.stderr == "dateline: the language model 'x' is not installed; run 'make setup'\n"


def test_a_closed_pipe_ends_quietly(command: list[str], tmp_path: Path) -> None:
    line = json.dumps({"text": "A rally in the square and in the streets all day long. " * 40, "language": "en"})
    (tmp_path / "many.jsonl").write_text(f"{line}\n" * 400)
    words = [*command, "code", str(tmp_path / "many.jsonl")]
    with subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(timeout=60) == 0


def test_no_progress_in_a_pipe_and_statuses_of_the_real_process(command: list[str], folder: Path) -> None:
    done = _run(command, "code", folder / "a.txt", "--format", "mentions")
    assert (done.returncode, done.stderr) == (0, "")
    some = _run(command, "code", folder, "--format", "mentions")
    assert some.returncode == 1
    assert some.stderr == f"dateline: {folder / 'empty.txt'} is empty; give a file with a text in it\n"
    assert _run(command, "code", folder / "nosuch.txt").returncode == 2


@pytest.mark.skipif(sys.platform == "win32", reason="no POSIX signals")
def test_ctrl_c_keeps_what_is_stored(command: list[str], tmp_path: Path) -> None:
    text = "A rally in the square and in the streets all day long, people said."
    words = [*command, "build", "-", "--kind", "jsonl", "--db", str(tmp_path / "n.db")]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    with subprocess.Popen(words, **pipes) as process:  # type: ignore[call-overload]
        for i in range(200):
            process.stdin.write(json.dumps({"text": f"{text} {i}", "language": "en"}).encode() + b"\n")
        process.stdin.flush()
        while not _stored(command, tmp_path / "n.db"):
            assert process.poll() is None
            time.sleep(0.2)
        process.send_signal(signal.SIGINT)
        told = process.stderr.read().decode()
        assert process.wait(timeout=60) == 130
    assert told == "dateline: stopped; what was stored before is kept\n"
    assert len(_stored(command, tmp_path / "n.db")) >= 16


def _stored(command: list[str], db: Path) -> list[str]:
    return _run(command, "export", "--db", db).stdout.splitlines()


def test_python_m_does_the_same() -> None:
    told = _run([sys.executable], "-m", "dateline", "--version", env={**os.environ, "NO_COLOR": "1"})
    assert told.stdout.startswith(f"dateline {__version__}")
