from __future__ import annotations

import csv
import errno
import io
import json
import os
import sys
from pathlib import Path
from types import ModuleType

import pytest
from rich.text import Text

from dateline.errors import StoreError
from dateline.records import Failure, Reading, Report, from_json
from dateline.run.console import UsageError
from dateline.run.output import Format, check_out, settled_format, show, write, write_pages

pytestmark = pytest.mark.usefixtures("fakes")


@pytest.fixture
def readings(fakes: ModuleType) -> list[Reading]:
    good = Report(id="r_00000000aaaaaaaa", source="=cmd.txt", outlet="Wire", text="A rally in town.")
    (reading,) = fakes.FakeCoder().code([good])
    assert isinstance(reading, Reading)
    failed = Reading(report=Report(id="r_2", source="e.txt"), error=Failure(kind="empty", message="e.txt is empty"))
    return [reading, failed]


@pytest.mark.parametrize(
    ("given", "out", "chosen"),
    [
        (None, None, Format.reading),
        (Format.csv, None, Format.csv),
        (None, Path("x.csv"), Format.csv),
        (None, Path("x.parquet"), Format.parquet),
        (None, Path("x.jsonl"), Format.reading),
        (Format.mentions, Path("x.csv"), Format.mentions),
    ],
)
def test_the_format_is_the_one_asked_for_else_what_fits_the_place(
    given: Format | None, out: Path | None, chosen: Format
) -> None:
    assert settled_format(given, out) is chosen


def test_a_terminal_gets_a_table(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dateline.run.output.is_terminal", lambda stream: True)
    assert settled_format(None, None) is Format.table


@pytest.mark.parametrize("format_", [Format.parquet, Format.html])
def test_what_cannot_go_to_standard_output_needs_a_place(format_: Format) -> None:
    with pytest.raises(UsageError, match="add --out"):
        check_out(format_, None)


def test_a_wrong_place_is_found_before_anything_is_read(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(UsageError, match="is a folder"):
        check_out(Format.csv, tmp_path)
    with pytest.raises(UsageError, match="is a file"):
        check_out(Format.html, tmp_path / "file")
    with pytest.raises(StoreError, match="there is no folder"):
        check_out(Format.csv, tmp_path / "no" / "x.csv")
    with pytest.raises(StoreError, match="cannot be made"):
        check_out(Format.html, tmp_path / "file" / "pages")


def test_checking_leaves_nothing_behind(tmp_path: Path) -> None:
    check_out(Format.csv, tmp_path / "x.csv")
    assert list(tmp_path.iterdir()) == []


def test_readings_are_lines_and_failures_are_among_them(readings: list[Reading], tmp_path: Path) -> None:
    write(iter(readings), Format.reading, tmp_path / "x.jsonl")
    lines = (tmp_path / "x.jsonl").read_bytes().splitlines()
    assert [from_json(line) for line in lines] == readings


@pytest.mark.parametrize("format_", [Format.mentions, Format.geojson, Format.jsonld])
def test_json_formats_hold_the_mention(readings: list[Reading], tmp_path: Path, format_: Format) -> None:
    write(iter(readings), format_, tmp_path / "x")
    text = (tmp_path / "x").read_text("utf-8")
    assert json.loads(text)
    assert readings[0].events[0].id in text


def test_csv_has_credits_beside_it_and_no_formula_in_it(readings: list[Reading], tmp_path: Path) -> None:
    write(iter(readings), Format.csv, tmp_path / "x.csv")
    (row,) = csv.DictReader(io.StringIO((tmp_path / "x.csv").read_text("utf-8")))
    assert row["mention_id"] == readings[0].events[0].id
    assert not row["source"].startswith("=")
    assert "GeoNames" in (tmp_path / "x.csv.credits.txt").read_text("utf-8")


def test_parquet_is_written(readings: list[Reading], tmp_path: Path) -> None:
    write(iter(readings), Format.parquet, tmp_path / "x.parquet")
    assert (tmp_path / "x.parquet").read_bytes().startswith(b"PAR1")


def test_pages_are_a_list_and_a_page_a_report(
    readings: list[Reading], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_pages(readings, (), tmp_path)
    names = sorted(path.name for path in tmp_path.iterdir())
    assert names == ["cmd-aaaaaa.html", "index.html"]
    assert "e.txt is empty" in (tmp_path / "index.html").read_text("utf-8")
    assert capsys.readouterr().err == f"dateline: wrote 1 page and their list, {tmp_path / 'index.html'}\n"


def test_a_view_without_a_terminal_is_plain_and_has_no_blanks_at_line_ends(capsys: pytest.CaptureFixture[str]) -> None:
    show(Text("bold words   ", "bold red"))
    assert capsys.readouterr().out == "bold words\n"


def test_a_table_can_go_to_a_file(readings: list[Reading], tmp_path: Path) -> None:
    write(iter(readings), Format.table, tmp_path / "x.txt")
    assert "GATHER / rally" in (tmp_path / "x.txt").read_text("utf-8")


def test_a_full_place_is_one_clear_error(readings: list[Reading], tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="cannot be written"):
        write_pages(readings, (), tmp_path / "gone")


def test_no_page_is_left_half_written(readings: list[Reading], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(StoreError, match="No space left"):
        write_pages(readings, (), tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_standard_output_is_not_replaced(readings: list[Reading], capsys: pytest.CaptureFixture[str]) -> None:
    before = sys.stdout
    write(iter(readings), Format.mentions, None)
    assert sys.stdout is before
    assert json.loads(capsys.readouterr().out)["type"] == "GATHER"
