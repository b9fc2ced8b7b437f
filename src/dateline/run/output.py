"""Writes readings in the format that the user asks for, to standard output, a file or a folder of pages."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from dateline.errors import StoreError
from dateline.records import Event, Reading
from dateline.run.console import UsageError, is_terminal, say

if TYPE_CHECKING:
    from rich.console import RenderableType

INDEX = "index.html"
_NARROWEST = 150  # columns of a table that nobody's terminal bounds


class Format(StrEnum):
    """How readings and their mentions are written."""

    table = "table"
    reading = "reading"
    mentions = "mentions"
    csv = "csv"
    geojson = "geojson"
    jsonld = "jsonld"
    html = "html"
    parquet = "parquet"


class Lines(StrEnum):
    """How events and failures are written."""

    table = "table"
    json = "json"


class Telling(StrEnum):
    """How a record is explained."""

    text = "text"
    json = "json"


def settled_format(given: Format | None, out: Path | None, piped: Format = Format.reading) -> Format:
    """Return the format to write: the one asked for, what --out's ending says, else what fits the place."""
    if given is not None:
        return given
    endings = {".csv": Format.csv, ".geojson": Format.geojson, ".jsonld": Format.jsonld, ".parquet": Format.parquet}
    if out is not None:
        return endings.get(out.suffix.lower(), piped)
    return Format.table if is_terminal(sys.stdout) else piped


def check_out(format_: Format, out: Path | None) -> None:
    """Raise UsageError or StoreError when the place cannot take the format; nothing has been read by then."""
    if out is None:
        if format_ in {Format.parquet, Format.html}:
            kind = "FILE" if format_ is Format.parquet else "FOLDER"
            raise UsageError(f"--format {format_} needs a place to write to; add --out {kind}")
        return
    if format_ is Format.html:
        _check_folder(out)
    elif out.is_dir():
        raise UsageError(f"--out {out} is a folder; name a file in it for --format {format_}")
    elif out.exists() and not out.is_file():
        raise UsageError(f"--out {out} is no ordinary file; name another, or send standard output there with >")
    elif not out.parent.is_dir():
        raise StoreError(f"--out {out} cannot be written: there is no folder '{out.parent}'; make it first")
    else:
        _check_writable(out.parent, out)


def _check_folder(out: Path) -> None:
    """Make the folder of pages."""
    if out.exists() and not out.is_dir():
        raise UsageError(f"--out {out} is a file; name a folder for --format html")
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise StoreError(f"the folder --out {out} cannot be made ({reason}); choose another place") from error
    _check_writable(out, out)


def _check_writable(folder: Path, out: Path) -> None:
    """Write and remove an empty file."""
    probe = folder / f".dateline.{os.getpid()}.part"
    try:
        probe.touch()
        probe.unlink()
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise StoreError(f"--out {out} cannot be written ({reason}); choose another place") from error


def write(readings: Iterator[Reading], format_: Format, out: Path | None) -> None:
    """Write the readings as they come. Raises StoreError when the place cannot be written any more."""
    if format_ is Format.html:
        assert out is not None
        write_pages(readings, (), out)
    elif format_ is Format.table:
        _write_table(list(readings), out)
    else:
        _write_records(readings, format_, out)


def _write_records(readings: Iterator[Reading], format_: Format, out: Path | None) -> None:
    """Write one of the formats that other programs read."""
    from dateline.reference.codebook import load_codebook
    from dateline.run.credits import credit_lines
    from dateline.store import exports

    target = out or text_out()
    credits_ = credit_lines()
    told = exports.told_in(_whole(readings))
    match format_:
        case Format.reading:
            exports.write_readings(target, readings)
        case Format.mentions:
            exports.write_mentions(target, told)
        case Format.csv:
            exports.write_csv(target, told, load_codebook().mapping)
            if out is not None:
                exports.write_credits(out, credits_)
        case Format.geojson:
            exports.write_geojson(target, exports.mention_features(told, load_codebook().mapping), credits_)
        case Format.jsonld:
            exports.write_jsonld(target, exports.mention_nodes(told, load_codebook().mapping), credits_)
        case _:
            assert out is not None
            exports.write_parquet(out, told, load_codebook().mapping, credits_)


def _whole(readings: Iterable[Reading]) -> Iterator[Reading]:
    return (reading for reading in readings if reading.error is None)


def write_pages(readings: Iterable[Reading], events: Iterable[Event], folder: Path) -> None:
    """Write a page a report and a page that lists them, each whole or not at all, and name the list on standard error.

    Raises StoreError when the folder cannot be written.
    """
    from dateline.explore.index import index_page, report_row
    from dateline.explore.page import page_name, report_page
    from dateline.run.credits import credit_lines
    from dateline.store.exports.writing import writing

    credits_ = credit_lines()
    rows = []
    for reading in readings:
        rows.append(report_row(reading))
        if reading.error is None:
            with writing(folder / page_name(reading)) as out:
                out.write(report_page(reading, credits_, INDEX))
    rows.sort(key=lambda row: row.source)
    with writing(folder / INDEX) as out:
        out.write(index_page(rows, tuple(events), credits_))
    number = sum(1 for row in rows if row.page)
    say(f"wrote {number} {'page' if number == 1 else 'pages'} and their list, {folder / INDEX}")


def _write_table(readings: Sequence[Reading], out: Path | None) -> None:
    from dateline.explore.terminal import report_tables

    show(report_tables(list(_whole(readings))), out)


def show(view: RenderableType, out: Path | None = None) -> None:
    """Print a view: styled on a terminal, plain and without trailing blanks elsewhere."""
    from rich.console import Console

    if out is None and is_terminal(sys.stdout):
        Console().print(view)
        return
    width = max(_NARROWEST, int(os.environ.get("COLUMNS", "0") or 0))
    console = Console(width=width, color_system=None, force_terminal=False, highlight=False)
    with console.capture() as captured:
        console.print(view)
    text = "".join(f"{line.rstrip()}\n" for line in captured.get().splitlines())
    if out is None:
        text_out().write(text)
        return
    from dateline.store.exports import writing

    with writing(out) as file:
        file.write(text)


def text_out() -> TextIO:
    """Return standard output as UTF-8 with plain line ends, given on line by line."""
    stdout = sys.stdout
    if stdout is None:
        raise UsageError("standard output is closed; send it somewhere, or name a file with --out")
    if isinstance(stdout, io.TextIOWrapper):
        if is_terminal(stdout):
            stdout.reconfigure(errors="replace")
        else:
            stdout.reconfigure(encoding="utf-8", newline="\n", line_buffering=True)
    return stdout
