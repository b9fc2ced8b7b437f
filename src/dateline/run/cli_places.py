"""The command places: a quick look at the place names of a text, or the place layer of many reports."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dateline.records import Reading, Report, Toponym
from dateline.run import options
from dateline.run.console import UsageError, is_terminal, reported
from dateline.run.output import show, text_out

if TYPE_CHECKING:
    from rich.console import RenderableType

    from dateline.run.place_look import GivenSpans


class PlacesFormat(StrEnum):
    """How the place layer is written."""

    text = "text"
    reading = "reading"


@reported
def places(
    inputs: options.TextOrInputs,
    format_: Annotated[
        PlacesFormat | None,
        typer.Option(
            "--format", help="text (default on a terminal, and for a text) or reading: JSON, one report a line."
        ),
    ] = None,
    given: Annotated[
        bool,
        typer.Option("--given", help="Resolve exactly the spans that each JSONL row lists under toponyms; find none."),
    ] = False,
    kind: options.Kind = None,
    outlet: options.Outlet = None,
    max_chars: options.MaxChars = options.MAX_CHARS,
    model: options.Model = None,
) -> int:
    """Show the place names of a text: what each means, how sure that is, and what else it could mean.

    For example

    A quick look:
        dateline places "Thousands marched in Paris, Texas on Monday."

    The place layer of many reports:
        dateline places news.jsonl --format reading > places.jsonl

    With the names given, as benchmarks of toponym resolution want it:
        dateline places gold.jsonl --given --format reading
    """
    from dateline.run.batches import code_all
    from dateline.run.place_look import place_coder
    from dateline.run.progress import Watch

    text = options.text_of(inputs)
    spans = _given(inputs, text) if given else None
    items = [text] if text is not None else options.reports_of(inputs, kind, None, outlet, max_chars)
    with Watch(None, drawn=False) as watch:
        readings = watch.over(code_all(items, lambda: place_coder(model, spans)))
        if (format_ or _usual(text)) is PlacesFormat.reading:
            _write(readings)
        else:
            for reading in readings:
                if reading.error is None:
                    show(look(reading))
    return watch.status()


def _usual(text: Report | None) -> PlacesFormat:
    return PlacesFormat.text if text is not None or is_terminal(sys.stdout) else PlacesFormat.reading


def _given(inputs: Sequence[str], text: Report | None) -> GivenSpans:
    from dateline.run.place_look import given_spans

    if text is not None or any(not name.endswith(".jsonl") for name in inputs):
        raise UsageError("--given needs .jsonl files whose rows list spans under 'toponyms'; name such files")
    out: GivenSpans = {}
    for name in inputs:
        out |= given_spans(Path(name))
    return out


def _write(readings: Iterable[Reading]) -> None:
    from dateline.store import exports

    exports.write_readings(text_out(), readings)


def look(reading: Reading) -> RenderableType:
    """Return the text with its names numbered, and a table of what they mean."""
    from rich.console import Group
    from rich.table import Table

    from dateline.explore.plain import plain

    table = Table(box=None, header_style="bold", pad_edge=False)
    for column in ("", "name", "place", "in", "point", "what", "id", "probability", "or else"):
        table.add_column(column, overflow="fold")
    for number, toponym in enumerate(reading.toponyms, start=1):
        table.add_row(*map(plain, _cells(number, toponym)))
    return Group(_marked(reading), "", table)


def _marked(reading: Reading) -> RenderableType:
    from rich.text import Text

    from dateline.explore.plain import plain

    out, at, text = Text(), 0, reading.report.text
    for number, toponym in enumerate(reading.toponyms, start=1):
        out.append(plain(text[at : toponym.span.start]))
        out.append(f"[{plain(toponym.text)}]", style="bold cyan")
        out.append(str(number), style="dim")
        at = toponym.span.end
    return out.append(plain(text[at:]).rstrip())


def _cells(number: int, toponym: Toponym) -> tuple[str, ...]:
    point = f"{toponym.lat:.2f}, {toponym.lon:.2f}" if toponym.lat is not None and toponym.lon is not None else "?"
    inside = ", ".join(part for part in (toponym.admin1, toponym.country) if part)
    others = "; ".join(f"{c.name} {c.geonameid or ''} ({c.score:.2f})" for c in toponym.candidates if c.score)
    sure = "?" if toponym.confidence is None else f"{toponym.confidence:.2f}"
    what = f"{toponym.precision or 'unknown'}, {toponym.kind}"
    return (
        str(number), toponym.text, toponym.name or "?", inside, point, what, str(toponym.geonameid or "-"), sure, others,
    )  # fmt: skip
