"""The commands voices and wording: a text by who speaks, and the words that outlets choose for one happening."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from enum import StrEnum
from typing import Annotated, Any

import typer

from dateline.records import Reading
from dateline.run import options
from dateline.run.console import is_terminal, reported
from dateline.run.output import show, text_out


class View(StrEnum):
    """How voices and wordings are written."""

    table = "table"
    json = "json"


_View = Annotated[
    View | None, typer.Option("--format", help="table (default on a terminal) or json: one voice, or thing, a line.")
]


@reported
def voices(
    inputs: options.TextOrInputs,
    format_: _View = None,
    kind: options.Kind = None,
    published: options.Published = None,
    outlet: options.Outlet = None,
    max_chars: options.MaxChars = options.MAX_CHARS,
    model: options.Model = None,
) -> int:
    """Show a text by voice: the outlet's own words, posts and quotations, nested, and who is said to have said what.

    For example

    A quick look:
        dateline voices 'Police said the march was peaceful. "We will be back," Jane Roe said.'

    Every voice of a report as JSON:
        dateline voices report.html --format json
    """
    from dateline.explore.voice_tree import voice_rows, voice_tree
    from dateline.run.batches import code_all
    from dateline.run.build import make_coder_for
    from dateline.run.progress import Watch

    text = options.text_of(inputs)
    items = options.reports_of(inputs, kind, published, outlet, max_chars) if text is None else [text]
    with Watch(None, drawn=False) as watch:
        for reading in watch.over(code_all(items, make_coder_for(model))):
            if reading.error is not None:
                continue
            if _chosen(format_) is View.json:
                _write(voice_rows(reading))
            else:
                show(voice_tree(reading))
    return watch.status()


@reported
def wording(
    inputs: options.Inputs,
    format_: _View = None,
    published: options.Published = None,
    max_chars: options.MaxChars = options.MAX_CHARS,
    model: options.Model = None,
    workers: options.Workers = 1,
) -> int:
    """Compare outlets: for one happening, the words that each voice chose for the act, the people and the things in it.

    Reports are coded and joined into events; what all voices word alike is left out. Loaded words stand beside plain ones.

    For example

    A folder of reports about one story:
        dateline wording samples/maipo-road

    For another program:
        dateline wording samples/ --format json > wordings.jsonl
    """
    from dateline.corroborate import corroborate
    from dateline.explore.wordings import wording_rows, wordings, wordings_table
    from dateline.run.batches import code_all
    from dateline.run.build import make_coder_for
    from dateline.run.progress import Watch, number_of_reports

    items = options.reports_of(inputs, None, published, None, max_chars)
    with Watch(number_of_reports(inputs)) as watch:
        readings: list[Reading] = list(watch.over(code_all(items, make_coder_for(model), workers)))
    events = corroborate(readings)
    found = list(wordings(events, readings))
    if _chosen(format_) is View.json:
        _write(wording_rows(found))
    else:
        show(wordings_table(found, {event.id: event for event in events}))
    return watch.status()


def _chosen(format_: View | None) -> View:
    return format_ or (View.table if is_terminal(sys.stdout) else View.json)


def _write(rows: Iterable[dict[str, Any]]) -> None:
    out = text_out()
    out.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
