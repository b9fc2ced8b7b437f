"""The Python interface: `code`, `build` and `open`. Nothing heavy is imported before the first call."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dateline.records import Reading, Report
    from dateline.run.batches import ReportCoder
    from dateline.run.build import Summary
    from dateline.store import Store


def code(
    text_or_path: str | Path,
    *,
    published: date | str | None = None,
    outlet: str | None = None,
    model: str | None = None,
) -> Reading:
    """Read and code one report.

    text_or_path: a path, or the text itself: a string with a line end, or one that names no existing file.
    published: publication date, as a date or "YYYY-MM-DD"; outlet: name; for what the input does not state itself.
    model: name or folder of an English spaCy pipeline; None for the default.
    Returns the reading. Raises InputError when the input cannot be read or coded, or holds several reports;
    ModelError when the model is missing.
    """
    from dateline.errors import InputError
    from dateline.read import refuse_language

    report = _read_one(text_or_path, as_date(published), outlet)
    refused = refuse_language(report)
    if refused is not None:
        raise refused
    (reading,) = _coder(model).code([report])
    if isinstance(reading, InputError):
        raise reading
    return reading


def build(
    inputs: Sequence[str | Path] | str | Path,
    db: str | Path,
    *,
    published: date | str | None = None,
    outlet: str | None = None,
    model: str | None = None,
    workers: int = 1,
) -> Summary:
    """Read, code and store reports, and join what they tell into events.

    inputs: files, folders and globs. db: file of the store, made when missing. The rest as for `code`.
    Returns what was done; inputs that failed are rows of the store. Raises StoreError when the store cannot be opened,
    ModelError when the model is missing.
    """
    from dateline.read import read_inputs
    from dateline.run.build import build_store, make_coder_for

    given = [inputs] if isinstance(inputs, str | Path) else list(inputs)
    items = read_inputs(given, published=as_date(published), outlet=outlet)
    return build_store(items, str(db), make_coder_for(model), workers)


def open(db: str | Path) -> Store:  # noqa: A001
    """Open an existing store. Raises StoreError when there is none, or it is of another version."""
    from dateline.store import open_store

    return open_store(db, create=False)


def as_date(value: date | str | None) -> date | None:
    """Return the date that a caller gives. Raises ValueError with one clear sentence when it is none."""
    if value is None or isinstance(value, date):
        return value
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise ValueError(f"'{value}' is no date; write it as YYYY-MM-DD") from None


def _read_one(text_or_path: str | Path, published: date | None, outlet: str | None) -> Report:
    """Read the single report of a path, or take the text. Raises InputError."""
    from dateline.errors import InputError
    from dateline.read import read_inputs, read_text
    from dateline.read.sources import exists

    if isinstance(text_or_path, str) and ("\n" in text_or_path or not exists(text_or_path)):
        return read_text(text_or_path, published=published, outlet=outlet)
    found = list(read_inputs([text_or_path], published=published, outlet=outlet))
    if len(found) != 1:
        message = f"{text_or_path} holds {len(found)} reports; give one, or use dateline.build for many"
        raise InputError("many", str(text_or_path), message)
    if isinstance(found[0], InputError):
        raise found[0]
    return found[0]


@lru_cache(maxsize=2)
def _coder(model: str | None) -> ReportCoder:
    from dateline.run.build import make_coder_for

    coder: ReportCoder = make_coder_for(model)()
    return coder
