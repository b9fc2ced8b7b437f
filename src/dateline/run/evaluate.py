"""Gold and readings -> scores: how right the records are, row by row, and what is wrong with each.

What the rows mean, and the format of gold, are told in bench/README.md.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from dateline.errors import DataError, InputError
from dateline.records import Event, Reading, Report
from dateline.run.scoring import ROWS, Fault, GoldReport, Tally, load_gold
from dateline.run.scoring.faults import counted, in_order
from dateline.run.scoring.joining_scores import Matched, Origin, joining_faults, score_joining
from dateline.run.scoring.layer_scores import Layers
from dateline.run.scoring.lookup import Lookup
from dateline.run.scoring.matching import same_name
from dateline.run.scoring.mention_scores import mention_faults, score_mentions
from dateline.run.scoring.pairing import Scene, pair_mentions
from dateline.run.scoring.tally import JOINING, Figure, Rate, total

if TYPE_CHECKING:
    from rich.table import Table

Code = Callable[[Sequence[GoldReport]], Iterable[Reading]]
Join = Callable[[Sequence[Reading]], Sequence[Event]]

_MAIN_ROWS = (
    "events: detection",
    "events: type",
    "events: status",
    "events: date",
    "events: place",
    "events: whole record",
)


@dataclass(frozen=True, slots=True)
class Scores:
    """Figures and faults of one run over one gold folder.

    tally: sums of all reports; reports: sums of each, by "story/file". lost: reports without a reading; failed: what the
    readings say that are failures. Both count as empty. joined: whether events were scored too.
    """

    tally: Tally
    reports: Mapping[str, Tally]
    faults: tuple[Fault, ...] = ()
    lost: tuple[str, ...] = ()
    failed: tuple[str, ...] = ()
    joined: bool = False
    rows: tuple[str, ...] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "rows", tuple(row for row in ROWS if self.joined or row not in JOINING))

    def as_dict(self) -> dict[str, object]:
        """Return the figures by row: P, R, F1 in per cent with counts [right, said, gold], or one number or None."""
        out: dict[str, object] = {row: _plain(self.tally.figure(row)) for row in self.rows}
        if self.lost:
            out["no reading for"] = ", ".join(self.lost)
        if self.failed:
            out["failed"] = list(self.failed)
        return out

    def as_table(self) -> Table:
        """Return the figures as a table for a terminal or, printed without one, as aligned plain text."""
        table = _table("", "P", "R", "F1", "value", "right", "said", "gold")
        for row in self.rows:
            table.add_row(row, *_cells(self.tally, row))
        notes = [f"no reading for {name}" for name in self.lost] + [f"failed: {reason}" for reason in self.failed]
        table.caption, table.caption_justify = "\n".join(notes) or None, "left"
        return table

    def by_report(self) -> Table:
        """Return F1 of the main event rows for each report."""
        table = _table("report", *(row.removeprefix("events: ") for row in _MAIN_ROWS), "gold")
        for name, tally in self.reports.items():
            rates = [tally.figure(row) for row in _MAIN_ROWS]
            cells = [f"{rate.f1:.1f}" if isinstance(rate, Rate) else "" for rate in rates]
            table.add_row(name, *cells, _number(tally.gold[_MAIN_ROWS[0]]))
        return table

    def fault_counts(self) -> Table:
        """Return how many faults there are of each sort, the commonest first."""
        table = _table("layer", "fault", "field", "number", left=3)
        for (layer, kind, name), number in counted(self.faults):
            table.add_row(layer, kind, name, str(number))
        return table

    def fault_lines(self) -> Iterator[str]:
        """Yield every fault as plain lines: a heading for each sort, then report, key, both values and the words."""
        for (layer, kind, name), some in groupby(self.faults, key=lambda fault: fault.group):
            listed = list(some)
            yield f"{layer}: {kind} {name} ({len(listed)})"
            for fault in listed:
                yield f"    {fault.report}  {fault.key}  gold: {fault.gold}  found: {fault.found}"
                if fault.where:
                    yield f"        {fault.where}"


def evaluate(
    gold_folder: Path,
    readings: Iterable[Reading] | None = None,
    events: Sequence[Event] | None = None,
    *,
    code: Code | None = None,
    join: Join | None = None,
    types: Iterable[str] | None = None,
) -> Scores:
    """Score readings against a folder of gold.

    readings: what the program made of the reports; when None, `code` makes them from the gold's files, each with the
        outlet and the publication date that the gold gives. events: what `dateline events` gives; when None and `join`
        is there, it joins the readings of the gold's reports.
    types: event types that gold may use, those of the packaged codebook when None.
    Raises DataError when the gold is missing or broken, or when there is nothing to score.
    """
    reports = load_gold(gold_folder, None if types is None else set(types))
    lookup = Lookup(_readings(gold_folder, reports, readings, code))
    found = {report.name: lookup.reading_of(report) for report in reports}
    if events is None and join is not None:
        events = join([reading for reading in found.values() if reading is not None])
    single = [_Scored(report, found[report.name]) for report in reports]
    return _summed(single, events)


def _readings(
    folder: Path, reports: Sequence[GoldReport], readings: Iterable[Reading] | None, code: Code | None
) -> list[Reading]:
    """Return the readings given, else made; refuse an empty set, which would score as a bad one."""
    if readings is None and code is None:
        raise DataError(
            f"there is nothing to score against {folder}; give readings, or a function that codes the reports"
        )
    out = list(readings if readings is not None else code(reports) if code is not None else ())
    if not out:
        raise DataError(f"there is no reading to score against {folder}; check the file of readings")
    return out


def read_gold(reports: Iterable[GoldReport]) -> Iterator[Report | InputError]:
    """Read the reports of the gold, each with its outlet and publication date; one that cannot be read gives its error."""
    from dateline.read import read_inputs

    for report in reports:
        yield from read_inputs([report.path], published=report.gold.published, outlet=report.gold.outlet)


class _Scored:
    """One report with its figures, faults, and what joining needs of it."""

    def __init__(self, report: GoldReport, reading: Reading | None) -> None:
        self.report = report
        self.lost = reading is None
        self.failure = reading.error.message if reading is not None and reading.error is not None else None
        reading = reading or Reading(report=Report(id="", source=""))
        scene = Scene.of(reading)
        pairing = pair_mentions(report, scene)
        layers = Layers(report, reading)
        self.tally = total((_facts(report, reading, self.lost), score_mentions(report, scene, pairing), layers.tally))
        self.faults = [*mention_faults(report, scene, pairing), *layers.faults]
        self.matched = [Matched(m.id, (report.story, event.key), report.name) for event, m in pairing.pairs]
        self.origins = {mention.id: Origin(report.name, report.root) for mention in reading.events}


def _facts(report: GoldReport, reading: Reading, lost: bool) -> Tally:
    """Return the rows about the report itself."""
    tally = Tally()
    tally.number("reports", 1)
    tally.number("reports without a reading", lost)
    tally.share("publication date", reading.report.published == report.gold.published, 1)
    tally.share("outlet", same_name(reading.report.outlet, report.gold.outlet), 1)
    return tally


def _summed(single: Sequence[_Scored], events: Sequence[Event] | None) -> Scores:
    """Add up the reports, and score the events over all of them."""
    tally = total(scored.tally for scored in single)
    faults = [fault for scored in single for fault in scored.faults]
    if events is not None:
        matched = [one for scored in single for one in scored.matched]
        origins = {mention: origin for scored in single for mention, origin in scored.origins.items()}
        tally.add(score_joining(matched, events, origins))
        faults += joining_faults(matched, events)
    return Scores(
        tally=tally,
        reports={scored.report.name: scored.tally for scored in single},
        faults=in_order(faults),
        lost=tuple(scored.report.name for scored in single if scored.lost),
        failed=tuple(scored.failure for scored in single if scored.failure is not None),
        joined=events is not None,
    )


def _plain(figure: Figure) -> object:
    if isinstance(figure, Rate):
        counts = [figure.right, figure.said, figure.gold]
        return {"P": figure.precision, "R": figure.recall, "F1": figure.f1, "counts": counts}
    return figure


def _cells(tally: Tally, row: str) -> tuple[str, ...]:
    """Return the cells of a row: P, R, F1, value, right, said, gold."""
    figure = tally.figure(row)
    if isinstance(figure, Rate):
        rates = (f"{value:.1f}" for value in (figure.precision, figure.recall, figure.f1))
        return (*rates, "", *map(_number, (figure.right, figure.said, figure.gold)))
    if figure is None:
        return "", "", "", "-"
    if ROWS[row] == "share":
        return "", "", "", f"{figure:.1f} %", _number(tally.right[row]), "", _number(tally.gold[row])
    return "", "", "", f"{figure:.1f}" if ROWS[row] == "median" else _number(figure)


def _number(value: float) -> str:
    return str(int(value)) if value == int(value) else f"{value:.1f}"


def _table(first: str, *others: str, left: int = 1) -> Table:
    """Return an empty table without rules. left: how many columns are words, the others being numbers."""
    from rich.table import Table

    table = Table(box=None, pad_edge=False, header_style="bold")
    for number, name in enumerate((first, *others)):
        words = number < left
        table.add_column(name, justify="left" if words else "right", no_wrap=not words, overflow="fold")
    return table
