"""The place layer by itself: reports in, readings with toponyms out, found in the text or exactly where the input says."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from msgspec.structs import replace

from dateline.annotate.parse import Parser
from dateline.annotate.toponyms import FindToponyms
from dateline.errors import InputError
from dateline.pipeline import BATCH_REPORTS, Stage, read_through
from dateline.records import Coder, Reading, Report, Span

GivenSpans = dict[str, tuple[Span, ...] | InputError]


@dataclass(frozen=True)
class PlaceCoder:
    """Finds and resolves toponyms, nothing else. given: the spans to resolve by `report.source`; None to find names."""

    voices: Stage
    parser: Parser
    toponyms: FindToponyms
    coder: Coder
    given: GivenSpans | None = None

    def code(self, reports: Iterable[Report]) -> Iterator[Reading | InputError]:
        """Yield a reading a report, in order, or the error that says which given span is wrong."""
        batch: list[Report] = []
        for report in reports:
            batch.append(report)
            if len(batch) == BATCH_REPORTS:
                yield from self._batch(batch)
                batch = []
        yield from self._batch(batch)

    def _batch(self, reports: list[Report]) -> Iterator[Reading | InputError]:
        started = [read_through(Reading(report=r, coder=self.coder), (self.voices,)) for r in reports]
        for reading in self.parser.pipe(started):
            try:
                yield replace(self._placed(reading), parse=None)
            except InputError as error:
                yield error

    def _placed(self, reading: Reading) -> Reading:
        if self.given is None:
            return self.toponyms(reading)
        report = reading.report
        spans = self.given.get(report.source, ())
        if isinstance(spans, InputError):
            raise spans
        for span in spans:
            if not 0 <= span.start < span.end <= len(report.text) or not reading.grammar().inside(span):
                message = f"{report.source}: the given span {[span.start, span.end]} is not in the text; give offsets of 'text'"
                raise InputError("given-span", report.source, message)
        return self.toponyms.given(reading, spans)


def place_coder(model: str | None = None, given: GivenSpans | None = None) -> PlaceCoder:
    """Load model and gazetteer. Raises ModelError or DataError where something is missing or broken."""
    from dateline.annotate.parse import DEFAULT_MODEL, load_model
    from dateline.records import content_id
    from dateline.reference.gazetteer import load_gazetteer
    from dateline.segment.voices import FindVoices
    from dateline.version import __version__

    parser, places = Parser(load_model(model or DEFAULT_MODEL)), load_gazetteer()
    coder = Coder(version=__version__, config=content_id("c", "places", parser.name, places.version))
    return PlaceCoder(FindVoices(), parser, FindToponyms(places), coder, given)


def given_spans(path: Path) -> GivenSpans:
    """Read the spans listed under `toponyms` in each row of a JSONL file, by the row's id or "FILE:LINE".

    A row without such a list gets the error that says so; one that is no JSON object is left to the reader of reports. Raises
    InputError when the file cannot be read.
    """
    out: GivenSpans = {}
    try:
        with path.open("rb") as lines:
            for number, line in enumerate(lines, start=1):
                if isinstance(row := _object(line), dict):
                    at = f"{path}:{number}"
                    out[str(row["id"]) if row.get("id") else at] = _spans(row, at)
    except OSError as error:
        raise InputError(
            "unreadable", str(path), f"{path} cannot be read ({error.strerror}); check the file"
        ) from error
    return out


def _object(line: bytes) -> object:
    try:
        return json.loads(line)
    except ValueError:
        return None


def _spans(row: dict[str, object], at: str) -> tuple[Span, ...] | InputError:
    try:
        spans = [entry["span"] for entry in row["toponyms"]]  # type: ignore[attr-defined]
        return tuple(Span(int(start), int(end)) for start, end in spans)
    except (KeyError, TypeError, ValueError):
        message = f'{at} has no "toponyms" as a list of {{"span": [start, end]}}; leave --given out to find names'
        return InputError("given-span", at, message)
