"""INPUT arguments -> input sources: files, folders, globs, standard input, in an order that a second run repeats."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from dateline.errors import InputError

Kind = Literal["txt", "html", "jsonl", "csv"]

ENDINGS: dict[str, Kind] = {
    ".txt": "txt", ".text": "txt",
    ".html": "html", ".htm": "html", ".xhtml": "html",
    ".jsonl": "jsonl", ".ndjson": "jsonl",
    ".csv": "csv",
}  # fmt: skip
STANDARD_INPUT = "standard input"
_KNOWN = ".txt, .html, .jsonl or .csv"


@dataclass(frozen=True, slots=True)
class Source:
    """One file, or standard input. name: what `shown` gives, or `STANDARD_INPUT`; path: None for standard input."""

    name: str
    kind: Kind
    path: str | None = None


def shown(name: str | Path) -> str:
    r"""Return a name as it can be printed and stored: with forward slashes, and an undecodable byte E9 as `\udce9`."""
    return Path(name).as_posix().encode("utf-8", "backslashreplace").decode()


def expand(inputs: Sequence[str | Path], kind: Kind | None = None) -> Iterator[Source | InputError]:
    """Yield the sources that the arguments name, each file once; what cannot be read is yielded as an error.

    Arguments keep their order; the files of a folder (all levels, hidden ones left out) and of a glob are sorted.
    kind: of standard input and of named files whose ending tells nothing.
    """
    seen: set[str] = set()
    for item in inputs:
        for source in _expand_one(os.fspath(item), kind):
            if isinstance(source, Source):
                key = os.path.realpath(source.path) if source.path is not None else "-"
                if key in seen:
                    continue
                seen.add(key)
            yield source


def _expand_one(name: str, kind: Kind | None) -> Iterator[Source | InputError]:
    """Expand one argument; an existing file or folder comes before the reading as a pattern."""
    path = Path(name)
    if name == "-":
        yield Source(STANDARD_INPUT, kind or "txt")
    elif not name.strip():
        yield InputError(
            "missing", name, "an input has an empty name (an unset variable?); name a file, or leave it out"
        )
    elif name.lower().startswith(("http://", "https://")):
        address = name.encode("utf-8", "backslashreplace").decode()
        message = f"{address} is a web address, which is not read yet; save the page and give its file"
        yield InputError("unsupported", address, message)
    elif not exists(path):
        yield from _glob(name, kind)
    elif path.is_dir():
        yield from _folder(path)
    else:
        yield _named(path, kind)


def exists(path: str | Path) -> bool:
    """Tell whether a path is there; a name that no file system takes, too long or with a NUL in it, is not."""
    try:
        return Path(path).exists()
    except (OSError, ValueError):
        return False


def _glob(pattern: str, kind: Kind | None) -> Iterator[Source | InputError]:
    """Expand a pattern; one without matches, and a missing path, is an error."""
    if not glob.has_magic(pattern):
        yield InputError("missing", shown(pattern), f"{shown(pattern)} does not exist; check the path")
        return
    matches = sorted(glob.glob(pattern, recursive=True))  # noqa: PTH207  (Path.glob takes no absolute pattern)
    if not matches:
        yield InputError("missing", shown(pattern), f"{shown(pattern)} matches no file; check the pattern")
    for match in matches:
        path = Path(match)
        if not path.is_dir():
            yield _named(path, kind)
        elif "**" not in pattern:
            yield from _folder(path)


def _named(path: Path, kind: Kind | None) -> Source | InputError:
    """Make the source of a file that the user named."""
    name, ending = shown(path), shown(path.suffix.lower())
    found = ENDINGS.get(ending) or kind
    if found is None:
        what = f"ends in '{ending}'" if path.suffix else "has no ending"
        message = f"{name} {what}, which is not read; save it as {_KNOWN}, or say with --kind what it holds"
        return InputError("unsupported", name, message)
    return Source(name, found, str(path))


def _folder(folder: Path) -> Iterator[Source | InputError]:
    """Yield the reports below a folder in sorted order; a folder without any is an error."""
    troubles: list[OSError] = []
    found = False
    for root, folders, files in os.walk(folder, onerror=troubles.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            path = Path(root) / name
            known = ENDINGS.get(path.suffix.lower())
            if known is not None and not name.startswith("."):
                found = True
                yield Source(shown(path), known, str(path))
    for trouble in troubles:
        name = shown(trouble.filename or folder)
        yield InputError("unreadable", name, f"{name} cannot be listed ({trouble.strerror}); check its permissions")
    if not found and not troubles:
        message = f"{shown(folder)} has no reports in it; a report is a {_KNOWN} file"
        yield InputError("no-reports", shown(folder), message)
