"""The command that shows what counts as a happening: types, modes, triggers, roles, mappings."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Any

import typer

from dateline.run import options
from dateline.run.console import ALL_DONE, UsageError, reported
from dateline.run.output import show, text_out

if TYPE_CHECKING:
    from rich.console import RenderableType

    from dateline.reference.codebook import Codebook, EventType


@reported
def codebook(
    name: Annotated[
        str | None, typer.Argument(metavar="[TYPE]", help="A type or TYPE/mode to explain; all are listed without it.")
    ] = None,
    codebook_: options.CodebookFile = None,
    json_: Annotated[bool, typer.Option("--json", help="Write one JSON object a line instead of a table.")] = False,
) -> int:
    """List the types and modes that records can have, or explain one: definition, roles, trigger words, mappings.

    With --codebook it checks and shows a codebook of your own; a fault is told with file, line and reason.

    For example

    Everything, as a table:
        dateline codebook

    One type with its modes and triggers:
        dateline codebook PROTEST

    Check your own:
        dateline codebook --codebook mine.toml
    """
    from dateline.reference.codebook import load_codebook

    book = load_codebook(codebook_)
    chosen = list(_chosen(book, name))
    if not chosen:
        raise UsageError(f"the codebook has no {name}; dateline codebook lists what it has")
    if json_:
        text_out().writelines(json.dumps(_as_dict(book, entry), ensure_ascii=False) + "\n" for entry in chosen)
        return ALL_DONE
    show(_explained(book, chosen) if name else _listed(chosen))
    return ALL_DONE


def _chosen(book: Codebook, name: str | None) -> Iterator[EventType]:
    """Yield the entries asked for, a type before its modes."""
    type_, _, mode = (name or "").partition("/")
    for entry in book.types.values():
        if not name or (entry.name == type_.upper() and (not mode or entry.mode == mode.lower())):
            yield entry


def _triggers(book: Codebook, entry: EventType) -> dict[str, list[str]]:
    """Return the trigger words of an entry by part of speech, as readers would say them."""
    found: dict[str, list[str]] = {"verb": [], "noun": []}
    for pattern in book.patterns:
        if (pattern.type, pattern.mode) == (entry.name, entry.mode):
            words = [f"... {word}" if gap else word for word, gap in zip(pattern.words, pattern.gaps, strict=True)]
            found[pattern.pos].append(" ".join(words).replace(" - ", "-"))
    return {pos: sorted(set(words)) for pos, words in found.items()}


def _as_dict(book: Codebook, entry: EventType) -> dict[str, Any]:
    return {
        "type": entry.name, "mode": entry.mode, "definition": entry.definition, "roles": entry.roles,
        "triggers": _triggers(book, entry), "acled_event_type": entry.acled[0], "acled_sub_event_type": entry.acled[1],
        "cameo_root": entry.cameo,
    }  # fmt: skip


def _listed(chosen: list[EventType]) -> RenderableType:
    from rich.table import Table

    table = Table("type", "mode", "definition", "ACLED", "CAMEO", box=None, pad_edge=False)
    for entry in chosen:
        acled = " / ".join(part for part in entry.acled if part)
        table.add_row(
            entry.name if not entry.mode else "", entry.mode or "", entry.definition, acled, entry.cameo or ""
        )
    return table


def _explained(book: Codebook, chosen: list[EventType]) -> RenderableType:
    from rich.table import Table

    table = Table.grid(padding=(0, 2))
    for entry in chosen:
        triggers = _triggers(book, entry)
        table.add_row(f"{entry.name}/{entry.mode}" if entry.mode else entry.name, entry.definition)
        table.add_row("", f"roles: {', '.join(entry.roles)}")
        for pos, words in triggers.items():
            if words:
                table.add_row("", f"{pos}s: {', '.join(words)}")
        table.add_row("", f"ACLED: {' / '.join(part or '-' for part in entry.acled)}; CAMEO root: {entry.cameo or '-'}")
        table.add_row("", "")
    return table
