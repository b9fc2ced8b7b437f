import io
import os
from datetime import date
from pathlib import Path

import pytest

from dateline.errors import InputError
from dateline.read import read_inputs, read_text
from dateline.records import Report

PAGE = "<!doctype html><html><body><p>Police in Lund said that forty people had marched to the bridge on Monday.</p>"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_one_bad_file_does_not_stop_the_rest(folder: Path) -> None:
    (folder / "a.txt").write_bytes(b"")
    (folder / "b.txt").write_text("Nobody came.\r\n", encoding="utf-8", newline="")
    error, report = read_inputs(["."], outlet="Echo", published=date(2020, 1, 2))
    assert isinstance(error, InputError)
    assert (error.kind, error.source) == ("empty", "a.txt")
    assert isinstance(report, Report)
    assert (report.text, report.outlet, report.published, report.title) == (
        "Nobody came.\n",
        "Echo",
        date(2020, 1, 2),
        None,
    )


def test_reading_is_lazy(folder: Path) -> None:
    (folder / "a.txt").write_text("Nobody came.", encoding="utf-8")
    assert isinstance(next(read_inputs(["a.txt", "gone.txt"])), Report)


@pytest.mark.parametrize(
    ("kind", "data"), [(None, b"Nobody came."), ("html", PAGE.encode()), ("jsonl", b'{"text":"Nobody came."}')]
)
def test_standard_input(kind: object, data: bytes) -> None:
    (report,) = read_inputs(["-"], kind=kind, stdin=io.BytesIO(data))  # type: ignore[arg-type]
    assert isinstance(report, Report)
    assert report.source == ("standard input:1" if kind == "jsonl" else "standard input")


def test_what_a_file_holds_outweighs_its_ending(folder: Path) -> None:
    (folder / "page.txt").write_text(PAGE, encoding="utf-8")
    (folder / "plain.html").write_text("Nobody came.\nAt all.", encoding="utf-8")
    page, plain = read_inputs(["page.txt", "plain.html"])
    assert isinstance(page, Report)
    assert isinstance(plain, Report)
    assert page.text.startswith("Police")
    assert plain.text == "Nobody came.\nAt all."


@pytest.mark.parametrize("name", ["a.txt", "a.html"])
def test_long_file_is_refused(folder: Path, name: str) -> None:
    (folder / name).write_text("<p>" + "words and more " * 500, encoding="utf-8")
    (error,) = read_inputs([name], max_chars=20)
    assert isinstance(error, InputError)
    assert error.kind == "too-long"
    assert "more than 20 characters" in error.message


def test_unreadable_file_is_one_error(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    (folder / "a.txt").write_text("x", encoding="utf-8")
    monkeypatch.setattr(Path, "open", refuse)
    (error,) = read_inputs(["a.txt"])
    assert isinstance(error, InputError)
    assert error.kind == "unreadable"
    assert "a.txt" in error.message


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes")
def test_a_named_pipe_is_refused(folder: Path) -> None:
    os.mkfifo(folder / "a.txt")
    (error,) = read_inputs(["a.txt"])
    assert isinstance(error, InputError)
    assert error.kind == "unsupported"
    assert "a.txt is a named pipe" in error.message


@pytest.mark.skipif(not Path("/dev/fd").exists(), reason="no /dev/fd")
def test_the_pipe_of_a_shell_is_read() -> None:
    end, start = os.pipe()
    os.write(start, b"Nobody came.")
    os.close(start)
    try:
        (report,) = read_inputs([f"/dev/fd/{end}"], kind="txt")
    finally:
        os.close(end)
    assert isinstance(report, Report)
    assert report.text == "Nobody came."


def test_closed_standard_input_is_one_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", None)
    (error,) = read_inputs(["-"])
    assert isinstance(error, InputError)
    assert error.message.startswith("standard input is closed")


def test_read_text() -> None:
    report = read_text("\ufeffOne.\r\nTwo.", title="T", published=date(2020, 1, 2))
    assert (report.text, report.title, len(report.blocks)) == ("One.\nTwo.", "T", 2)
    with pytest.raises(InputError) as caught:
        read_text("a\ud800")
    assert caught.value.kind == "surrogate"
