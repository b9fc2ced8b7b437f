"""Takes a reading, gives one self-contained HTML page: the text by voice beside its records, each linked to its words.

No script, nothing fetched, every value escaped; its Content-Security-Policy allows its own style and nothing else.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from pathlib import PurePosixPath

from dateline.explore.marks import marks_of
from dateline.explore.page_records import entries_of, records_of, uses_of
from dateline.explore.page_text import TextColumn
from dateline.explore.render import anchor, render, web_link
from dateline.explore.words import day_words
from dateline.records import Reading

LEGEND = (
    ("trigger", "happening"), ("who", "who takes part"), ("place", "place"), ("time", "time"), ("count", "number"),
    ("loaded", "loaded word"), ("source", "source of reported speech"), ("quote hue1", "quotation"),
)  # fmt: skip
_SLUG = re.compile(r"[^a-z0-9]+")


def report_page(reading: Reading, credits: Sequence[str] = (), index: str | None = None) -> str:  # noqa: A002
    """Return the page of one report.

    credits: sentences that name the data sources. index: relative address of the page that lists the reports.
    """
    marks = marks_of(reading)
    uses = uses_of(reading)
    sections = list(TextColumn(reading, marks, uses).sections())
    return render(
        "report.html",
        _target_style(dict.fromkeys(anchor(mark.key) for mark in marks)),
        title=title_of(reading),
        facts=_about(reading),
        link=web_link(reading.report.url),
        error=reading.error.message if reading.error is not None else None,
        sections=sections,
        records=list(records_of(reading)),
        entries=entries_of(reading, uses),
        legend=LEGEND,
        language=reading.report.language or "",
        credits=(*_made_by(reading), *credits),
        index=index,
    )


def _target_style(keys: dict[str, None]) -> str:
    """Return the rule that lights up all pieces of the mark that a link leads to; keys have passed `anchor`."""
    if not keys:
        return ""
    return (
        ",".join(f"#{key}:target~.{key}" for key in keys)
        + "{background:var(--target);box-shadow:0 0 0 3px var(--target)}"
    )


def _about(reading: Reading) -> list[tuple[str, str]]:
    """Return what is known of the report: pairs of label and value."""
    report = reading.report
    kinds = Counter(voice.kind for voice in reading.voices)
    voices = [_plural(kinds["post"], "post"), _plural(kinds["quote"], "quotation")]
    about = [
        ("Outlet", report.outlet or "not known"),
        ("Published", day_words(report.published) if report.published else "not known"),
        ("Source", report.source),
        ("Voices", "the outlet, " + ", ".join(voices) if reading.voices else ""),
        ("Records", str(len(reading.events))),
    ]
    return [(label, value) for label, value in about if value]


def _made_by(reading: Reading) -> tuple[str, ...]:
    """Say which coder made the records."""
    coder = reading.coder
    return () if coder is None else (f"Coded by Dateline {coder.version}, configuration {coder.config}.",)


def _plural(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def title_of(reading: Reading) -> str:
    """Return the report's title, or the name of its source."""
    return reading.report.title or PurePosixPath(reading.report.source).name or "Untitled report"


def page_name(reading: Reading) -> str:
    """Return the file name of a report's page: readable, and different for different reports."""
    stem = _SLUG.sub("-", PurePosixPath(reading.report.source.replace("\\", "/")).stem.lower()).strip("-")[:60]
    return f"{stem or 'report'}-{anchor(reading.report.id)[-6:]}.html"
