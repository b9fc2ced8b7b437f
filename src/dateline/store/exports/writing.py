"""Where exports go: a file that is whole or not there at all, or a stream."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from io import TextIOWrapper
from pathlib import Path
from typing import BinaryIO, TextIO

from dateline.errors import StoreError

Target = Path | TextIO


@contextmanager
def writing(target: Target) -> Iterator[TextIO]:
    """Open a text target, UTF-8 with plain line ends; see `writing_file` for paths. A stream is left open."""
    if not isinstance(target, Path):
        yield target
        return
    with writing_file(target) as file:
        text = TextIOWrapper(file, encoding="utf-8", newline="", write_through=True)
        try:
            yield text
        finally:
            text.detach()


@contextmanager
def writing_file(path: Path) -> Iterator[BinaryIO]:
    """Open a file beside `path` and give it that name once all is written, so that a failed export leaves the old one.

    Raises StoreError when the place cannot be written or is full, or is a device or a pipe, whose name no file may take.
    """
    if path.exists() and not (path.is_file() or path.is_dir()):
        raise StoreError(f"'{path}' is no ordinary file; name another with --out, or send standard output there with >")
    path = path.resolve()  # what a link points to is written, the link stays
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with part.open("wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    except OSError as error:
        raise StoreError(
            f"'{path}' cannot be written ({error.strerror or error}); choose another place with --out"
        ) from error
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)


def write_credits(path: Path, credits_: Sequence[str]) -> Path:
    """Write the data credits beside an export that has no room for them, as NAME.credits.txt; return that path."""
    beside = path.with_name(f"{path.name}.credits.txt")
    with writing(beside) as out:
        out.writelines(f"{line}\n" for line in credits_)
    return beside
