"""Tables of reports, one a line: JSON lines and CSV, streamed; a broken line is a failure and the next is read."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, BinaryIO

from dateline.errors import InputError
from dateline.read.build import Facts, Limits, build_report, too_long
from dateline.read.dates import parse_iso
from dateline.read.decode import refuse_binary
from dateline.read.html import read_page
from dateline.read.language import language_code
from dateline.records import Report

_BYTES_PER_CHAR = 12  # a character outside the BMP as two \uXXXX escapes
_LINE_SLACK = 64_000  # for the other fields
_PAGE_FACTOR = 20  # a page is longer than its article
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_FIELDS = ("id", "title", "outlet", "url", "published", "language", "text", "html")


def read_jsonl(stream: BinaryIO, source: str, limits: Limits) -> Iterator[Report | InputError]:
    """Yield a report or an error for each line that is not blank; a file without any, or no text at all, is one error."""
    found = False
    for number, raw in enumerate(_lines(stream, limits), start=1):
        if not raw.strip():
            continue
        at = f"{source}:{number}"
        try:
            if not found:
                refuse_binary(raw, source)
            found = True
            yield _row(_json_object(raw, at, number, limits), at, number, limits)
        except InputError as error:
            yield error
            if not found:
                return
    if not found:
        yield InputError("empty", source, f"{source} is empty; give a file with one JSON object a line")


def read_csv(stream: BinaryIO, source: str, limits: Limits) -> Iterator[Report | InputError]:
    """Yield a report or an error for each row; the header names the columns, the separator is `,`, `;` or a tab.

    A file without rows, without a header, or no text at all, is one error.
    """
    csv.field_size_limit(max(csv.field_size_limit(), limits.max_chars * _PAGE_FACTOR))
    try:
        text = _text_stream(stream)
        header, separator = _header(text.readline(_LINE_SLACK), source)
        found = False
        for row in _csv_rows(csv.reader(text, delimiter=separator, strict=True), header, source, limits):
            found = True
            yield row
    except InputError as error:
        yield error
        return
    except UnicodeDecodeError as error:
        message = f"{source} does not decode as {error.encoding} from some row on; save it as UTF-8"
        yield InputError("undecodable", source, message)
        return
    if not found:
        yield InputError("empty", source, f"{source} has no row below its header; give one report a row")


def _header(line: str, source: str) -> tuple[list[str], str]:
    """Return the names of the columns and their separator. Raises InputError when the line is no header."""
    if not line.strip():
        raise InputError("empty", source, f"{source} is empty; give a file with a header and one report a row")
    refuse_binary(line.encode("utf-8", "surrogateescape"), source)
    separator = max(",;\t", key=line.count)
    header = [name.strip().lower() for name in next(csv.reader([line], delimiter=separator), [])]
    if "text" not in header and "html" not in header:
        message = f"{source} has no column 'text' or 'html'; its first line must name the columns"
        raise InputError("broken-table", source, message)
    return header, separator


def _csv_rows(rows: Any, header: list[str], source: str, limits: Limits) -> Iterator[Report | InputError]:
    """Yield a report or an error for each row below the header. rows: a reader of the csv module."""
    while True:
        number = rows.line_num + 2
        try:
            cells = next(rows)
            if cells:
                yield _csv_row(header, cells, f"{source}:{number}", number, limits)
        except StopIteration:
            return
        except InputError as error:
            yield error
        except csv.Error as error:
            yield _broken(f"{source}:{number}", number, f"is not CSV ({error})")


def _csv_row(header: list[str], cells: list[str], at: str, number: int, limits: Limits) -> Report:
    """Make the report of one row."""
    if len(cells) > len(header):
        raise _broken(at, number, f"has {len(cells)} cells for {len(header)} columns")
    row = {name: _mended(cell) or None for name, cell in zip(header, cells, strict=False)}
    return _row(row, at, number, limits)


def _lines(stream: BinaryIO, limits: Limits) -> Iterator[bytes]:
    """Yield the lines in UTF-8, none longer than a report can be (the rest of an endless line is skipped)."""
    longest = limits.max_chars * max(_BYTES_PER_CHAR, _PAGE_FACTOR) + _LINE_SLACK
    start = stream.readline(longest)
    if start.startswith(_UTF16):
        for text in io.TextIOWrapper(_joined(start, stream), encoding="utf-16", errors="replace", newline="\n"):
            yield text.encode("utf-8", "surrogatepass")
        return
    line = start.removeprefix(b"\xef\xbb\xbf")
    while line:
        yield line
        while len(line) >= longest and not line.endswith(b"\n"):
            line = stream.readline(longest)
        line = stream.readline(longest)


def _json_object(raw: bytes, at: str, number: int, limits: Limits) -> dict[str, Any]:
    """Decode one line of JSON. Raises InputError that names the line."""
    if len(raw) >= limits.max_chars * max(_BYTES_PER_CHAR, _PAGE_FACTOR) + _LINE_SLACK:
        raise too_long(at, limits)
    try:
        row = json.loads(raw.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise _broken(at, number, f"is not UTF-8 (bad byte at {error.start})") from error
    except RecursionError as error:
        raise _broken(at, number, "nests too deep") from error
    except json.JSONDecodeError as error:
        raise _broken(at, number, f"is not JSON ({error.msg} at character {error.pos + 1})") from error
    except ValueError as error:  # a number of thousands of digits
        raise _broken(at, number, f"is not JSON ({error})") from error
    if not isinstance(row, dict):
        raise _broken(at, number, "is not a JSON object")
    return row


def _row(row: Mapping[str, Any], at: str, number: int, limits: Limits) -> Report:
    """Make the report of one row of a table. Raises InputError that names the line."""
    values = {name: _string(row, name, at, number) for name in _FIELDS}
    source = values["id"] or at
    facts = Facts(
        title=values["title"],
        outlet=values["outlet"],
        url=values["url"],
        published=_published(values["published"], source, number),
        language=language_code(values["language"]),
    )
    if values["text"] is not None:
        return build_report(values["text"].replace("\r\n", "\n").replace("\r", "\n"), source, facts, limits)
    if values["html"] is not None:
        return read_page(values["html"], source, limits, facts)
    raise _broken(source, number, "has neither 'text' nor 'html'")


def _string(row: Mapping[str, Any], name: str, at: str, number: int) -> str | None:
    """Return a field as a string, None for null and blank ones. Raises InputError for other types and surrogates."""
    value = row.get(name)
    if name == "id" and isinstance(value, int):
        value = str(value)
    if value is None:
        return None
    if not isinstance(value, str):
        raise _broken(at, number, f"has a field '{name}' that is no string")
    if re.search("[\ud800-\udfff]", value):
        message = (
            f"line {number} of {at.rpartition(':')[0]} has half of a surrogate pair in '{name}'; write whole characters"
        )
        raise InputError("surrogate", at, message)
    if name in {"text", "html"}:
        return value
    return value.strip() or None


def _published(value: str | None, source: str, number: int) -> date | None:
    """Read the date of publication. Raises InputError when it is neither a date nor a datetime of ISO 8601."""
    if value is None:
        return None
    found = parse_iso(value)
    if found is None:
        message = f"line {number} ({source}) has published '{value[:40]}', which is no ISO date; write it as 2024-05-03"
        raise InputError("bad-date", source, message)
    return found


def _broken(at: str, number: int, what: str) -> InputError:
    """Return the failure for a line that cannot be read."""
    return InputError("broken-line", at, f"line {number} ({at}) {what}; mend or remove the line")


def _text_stream(stream: BinaryIO) -> io.TextIOWrapper:
    """Open a CSV as text; bytes that are not UTF-8 are kept aside for `_mended`."""
    start = stream.read(2)
    encoding = "utf-16" if start in _UTF16 else "utf-8-sig"
    return io.TextIOWrapper(_joined(start, stream), encoding=encoding, errors="surrogateescape", newline="")


def _mended(cell: str) -> str:
    """Read the bytes of a cell that are not UTF-8 as Windows-1252, the usual encoding of exported spreadsheets."""
    try:
        cell.encode("utf-8")
    except UnicodeEncodeError:
        return cell.encode("utf-8", "surrogateescape").decode("cp1252", "replace")
    return cell


class _Joined(io.RawIOBase):
    """A stream with the bytes already taken from it put back in front."""

    def __init__(self, start: bytes, rest: BinaryIO) -> None:
        self._start, self._rest = start, rest

    def readable(self) -> bool:
        """Tell that it can be read."""
        return True

    def readinto(self, buffer: Any) -> int:
        """Fill the buffer as far as one read goes."""
        size = len(buffer)
        piece = self._start[:size] if self._start else self._rest.read(size)
        self._start = self._start[size:]
        buffer[: len(piece)] = piece
        return len(piece)


def _joined(start: bytes, rest: BinaryIO) -> io.BufferedReader:
    return io.BufferedReader(_Joined(start, rest))
