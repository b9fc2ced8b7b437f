"""The options that several commands share, each with its help, and how their values are read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from dateline.run.console import UsageError

if TYPE_CHECKING:
    from dateline.errors import InputError
    from dateline.records import Report
    from dateline.store import Filters

MAX_CHARS = 1_000_000
KINDS = ("txt", "html", "jsonl", "csv")
STATUSES = ("occurred", "ongoing", "planned", "alleged", "denied", "hypothetical")
_READING, _CODING, _FILTERS = "Reading", "Coding", "Filters"

Inputs = Annotated[
    list[str],
    typer.Argument(metavar="INPUT", help="Files (.txt .html .jsonl .csv), folders, globs, or - for standard input."),
]
TextOrInputs = Annotated[
    list[str],
    typer.Argument(metavar="TEXT|INPUT", help="A text, or files, folders, globs, - for standard input, as for code."),
]
Kind = Annotated[
    str | None,
    typer.Option(
        "--kind", metavar="KIND", rich_help_panel=_READING,
        help="What standard input holds: txt (default), html, jsonl or csv; also for files whose ending says nothing.",
    ),
]  # fmt: skip
Published = Annotated[
    str | None,
    typer.Option(
        "--published", metavar="DATE", rich_help_panel=_READING,
        help="Publication date, YYYY-MM-DD, of inputs that do not state it. Relative dates count from it.",
    ),
]  # fmt: skip
Outlet = Annotated[
    str | None,
    typer.Option(
        "--outlet", metavar="NAME", rich_help_panel=_READING, help="Name of the outlet, for inputs that lack it."
    ),
]  # fmt: skip
MaxChars = Annotated[
    int,
    typer.Option("--max-chars", min=1, rich_help_panel=_READING, help="Refuse reports longer than this."),
]
Model = Annotated[
    str | None,
    typer.Option(
        "--model", metavar="NAME", rich_help_panel=_CODING,
        help="English spaCy pipeline, by package name or folder, instead of the packaged small one.",
    ),
]  # fmt: skip
CodebookFile = Annotated[
    Path | None,
    typer.Option(
        "--codebook", metavar="FILE", rich_help_panel=_CODING,
        help="Codebook of your own (TOML), instead of the packaged one or, if it includes that, beside it.",
    ),
]  # fmt: skip
Workers = Annotated[
    int,
    typer.Option(
        "--workers", min=1, max=256, rich_help_panel=_CODING, help="Processes to code with; each loads the model."
    ),
]
Db = Annotated[
    Path,
    typer.Option("--db", metavar="FILE", envvar="DATELINE_DB", readable=False, help="File of the store."),
]
Out = Annotated[
    Path | None,
    typer.Option(
        "--out", metavar="PATH", help="Write to this file instead; needed for parquet, and a folder for html."
    ),
]  # fmt: skip
TypeFilter = Annotated[
    str | None,
    typer.Option(
        "--type", metavar="TYPE", rich_help_panel=_FILTERS, help="Event type, or TYPE/mode: ASSAULT/shelling."
    ),
]
StatusFilter = Annotated[
    str | None,
    typer.Option(
        "--status", metavar="STATUS", rich_help_panel=_FILTERS,
        help="occurred, ongoing, planned, alleged, denied or hypothetical.",
    ),
]  # fmt: skip
CountryFilter = Annotated[
    str | None,
    typer.Option("--country", metavar="CODE", rich_help_panel=_FILTERS, help="ISO 3166-1 alpha-3 code: IRQ."),
]
FromFilter = Annotated[
    str | None,
    typer.Option("--from", metavar="DATE", rich_help_panel=_FILTERS, help="First day, YYYY-MM-DD."),
]
ToFilter = Annotated[
    str | None,
    typer.Option("--to", metavar="DATE", rich_help_panel=_FILTERS, help="The day after the last one, YYYY-MM-DD."),
]
OutletFilter = Annotated[
    str | None,
    typer.Option("--outlet", metavar="NAME", rich_help_panel=_FILTERS, help="Part of the outlet's name."),
]
TextFilter = Annotated[
    str | None,
    typer.Option("--text", metavar="WORDS", rich_help_panel=_FILTERS, help="Words of its sentence, actors or place."),
]


def day(value: str | None, option: str) -> date | None:
    """Return the day that an option gives. Raises UsageError when it is none."""
    if value is None:
        return None
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise UsageError(f"{option} '{value}' is no date; write it as YYYY-MM-DD") from None


def words(value: str | None, option: str) -> str | None:
    """Return the words that an option gives. Raises UsageError for bytes that are no UTF-8; no record can hold them."""
    if value is not None and not value.isascii() and value != value.encode("utf-8", "replace").decode():
        raise UsageError(f"{option} has bytes that are no UTF-8; type it anew in a UTF-8 terminal")
    return value


def kind_of(value: str | None) -> Literal["txt", "html", "jsonl", "csv"] | None:
    """Return the kind of standard input. Raises UsageError for an unknown one."""
    match value:
        case None | "txt" | "html" | "jsonl" | "csv":
            return value
    raise UsageError(f"--kind '{value}' is unknown; choose one of {', '.join(KINDS)}")


def reports_of(
    inputs: list[str], kind: str | None, published: str | None, outlet: str | None, max_chars: int
) -> Iterator[Report | InputError]:
    """Return the reports of the inputs; a wrong option is found before the first is read."""
    from dateline.read import read_inputs

    if not inputs:
        raise UsageError("no input; name a file, a folder, a glob, or - for standard input")
    of, when, name = kind_of(kind), day(published, "--published"), words(outlet, "--outlet")
    return read_inputs(inputs, kind=of, published=when, outlet=name, max_chars=max_chars)


def text_of(inputs: Sequence[str]) -> Report | None:
    """Return the text that was given in place of a file: one argument with a blank in it that names nothing."""
    from dateline.read import read_text
    from dateline.read.sources import exists

    if len(inputs) != 1 or inputs[0] == "-" or not any(c.isspace() for c in inputs[0]) or exists(inputs[0]):
        return None
    return read_text(inputs[0], source="text", language="en")


def filters_of(
    type_: str | None,
    status: str | None,
    country: str | None,
    from_: str | None,
    to: str | None,
    outlet: str | None,
    text: str | None,
) -> Filters:
    """Return the filters that the options give. Raises UsageError for a value that can never fit."""
    from dateline.store import Filters

    if status is not None and status.lower() not in STATUSES:
        raise UsageError(f"--status '{status}' is unknown; choose one of {', '.join(STATUSES)}")
    if country is not None and not (len(country) == 3 and country.isalpha()):
        raise UsageError(f"--country '{country}' is no country code; write three letters, as IRQ")
    first, last = day(from_, "--from"), day(to, "--to")
    if first is not None and last is not None and first >= last:
        raise UsageError(f"--from {first} is not before --to {last}; --to is the day after the last one")
    return Filters(type=type_, status=status, country=country, from_=first, to=last, outlet=outlet, text=text)
