"""CSV that a spreadsheet opens without running anything in it."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable

from dateline.store.exports.table import COLUMNS, Cell, Codes, Told, mention_rows
from dateline.store.exports.writing import Target, writing

# Cells that spreadsheets take for formulas (OWASP, "CSV Injection").
_FORMULA = re.compile(r"\s*[=+\-@＝＋－＠]|[\t\r]")
_NUMBER = re.compile(r"[+-]?\d+(?:\.\d+)?")


def write_csv(target: Target, told: Iterable[Told], codes: Codes) -> None:
    """Write the mentions as CSV with a header (RFC 4180, UTF-8, plain line ends).

    Credits have no place in CSV; `write_credits` puts them beside the file.
    Raises StoreError when a path cannot be written.
    """
    with writing(target) as out:
        rows = csv.writer(out, lineterminator="\n")
        rows.writerow(COLUMNS)
        rows.writerows([neutral(cell) for cell in row.values()] for row in mention_rows(told, codes))


def neutral(cell: Cell) -> Cell:
    """Return the cell, with an apostrophe before text that a spreadsheet would run; numbers stay as they are."""
    if isinstance(cell, str) and _FORMULA.match(cell) and not _NUMBER.fullmatch(cell):
        return f"'{cell}"
    return cell
