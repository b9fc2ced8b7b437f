"""Input arguments -> reports and errors, one after the other: the stage as its callers see it."""

from __future__ import annotations

import io
import re
import stat
import sys
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import BinaryIO

from dateline.errors import InputError
from dateline.read.build import MAX_CHARS, Facts, Limits, build_report, too_long
from dateline.read.decode import decode
from dateline.read.sources import Kind, Source, expand
from dateline.records import Report

_BYTES_PER_CHAR = 4  # UTF-8 and UTF-32 need no more
_PAGE_FACTOR = 20  # a page is longer than its article
_PAGE_START = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html)\b", re.I | re.S
)


def read_inputs(
    inputs: Sequence[str | Path],
    *,
    kind: Kind | None = None,
    published: date | None = None,
    outlet: str | None = None,
    max_chars: int = MAX_CHARS,
    stdin: BinaryIO | None = None,
) -> Iterator[Report | InputError]:
    """Yield a report, or the error that says why not, for each report of the inputs; lazily, in input order.

    inputs: files, folders, globs, "-" for standard input. kind: of standard input. published, outlet: for inputs
    that do not state theirs. max_chars: length of the longest report, in code points. stdin: bytes for "-".
    """
    limits = Limits(max_chars, published, outlet)
    for source in expand(inputs, kind):
        if isinstance(source, InputError):
            yield source
        else:
            yield from read_source(source, limits, stdin)


def read_source(
    source: Source, limits: Limits | None = None, stdin: BinaryIO | None = None
) -> Iterator[Report | InputError]:
    """Yield the reports of one file or of standard input; a file that cannot be opened is one error."""
    limits = limits or Limits()
    try:
        if source.path is None:
            yield from _read_stream(stdin or _stdin(source.name), source, limits)
        else:
            _refuse_special(source.path, source.name)
            with Path(source.path).open("rb") as stream:
                yield from _read_stream(stream, source, limits)
    except InputError as error:
        yield error
    except OSError as error:
        reason = error.strerror or type(error).__name__
        message = f"{source.name} cannot be read ({reason}); check the file and its permissions"
        yield InputError("unreadable", source.name, message)


def _stdin(name: str) -> BinaryIO:
    """Return the bytes of standard input. Raises InputError when whoever started the program closed it."""
    if sys.stdin is None:
        raise InputError("unreadable", name, f"{name} is closed; pipe a text into the command")
    return sys.stdin.buffer


def _refuse_special(path: str, name: str) -> None:
    """Raise InputError for a named pipe, a socket or a device, which may never end; a shell's own pipes are read."""
    mode = Path(path).stat().st_mode
    if stat.S_ISREG(mode) or path.startswith(("/dev/fd/", "/dev/stdin", "/proc/self/fd/")):
        return
    what = "a named pipe" if stat.S_ISFIFO(mode) else "no ordinary file"
    raise InputError("unsupported", name, f"{name} is {what}; give a file, or pipe it in with '-'")


def read_text(
    text: str,
    *,
    source: str = "text",
    title: str | None = None,
    outlet: str | None = None,
    url: str | None = None,
    published: date | None = None,
    language: str | None = None,
    max_chars: int = MAX_CHARS,
) -> Report:
    """Make a report of a text at hand. Raises InputError of kind "empty", "too-long" or "surrogate"."""
    if re.search("[\ud800-\udfff]", text):
        raise InputError("surrogate", source, f"{source} has half of a surrogate pair in it; write whole characters")
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    facts = Facts(title=title, outlet=outlet, url=url, published=published, language=language)
    return build_report(text, source, facts, Limits(max_chars))


def _read_stream(stream: BinaryIO, source: Source, limits: Limits) -> Iterator[Report | InputError]:
    """Read an open stream as its kind asks."""
    if source.kind in {"jsonl", "csv"}:
        from dateline.read.table import read_csv, read_jsonl

        yield from (read_jsonl if source.kind == "jsonl" else read_csv)(stream, source.name, limits)
        return
    try:
        yield _read_one(stream, source, limits)
    except InputError as error:
        yield error


def _read_one(stream: BinaryIO, source: Source, limits: Limits) -> Report:
    """Read a stream that holds one report; a page under the ending of a text is read as a page, and the reverse."""
    factor = _BYTES_PER_CHAR if source.kind == "txt" else _BYTES_PER_CHAR * _PAGE_FACTOR
    most = limits.max_chars * factor + 4
    data = _read_up_to(stream, most + 1)
    if len(data) > most:
        raise too_long(source.name, limits)
    text = decode(data, source.name, page=source.kind == "html")
    if _PAGE_START.match(text[:10_000]) or (source.kind == "html" and re.search(r"<[A-Za-z!/]", text)):
        from dateline.read.html import read_page

        if source.kind == "txt":
            text = decode(data, source.name, page=True)
        return read_page(text, source.name, limits, Facts())
    return build_report(text, source.name, Facts(), limits)


def _read_up_to(stream: BinaryIO, most: int) -> bytes:
    """Read at most so many bytes, however small the pieces that a pipe hands over."""
    buffer = io.BytesIO()
    while buffer.tell() < most:
        piece = stream.read(most - buffer.tell())
        if not piece:
            break
        buffer.write(piece)
    return buffer.getvalue()
