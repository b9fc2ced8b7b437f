"""What a stage is, and the stages in order.

    read -> segment -> annotate -> code -> resolve          one report at a time: pure, parallel
                                -> corroborate              many reports

A stage takes a reading and returns a new one. It declares the layers that it needs and those that it adds; a pipeline whose
stages do not fit is refused before the first report.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from msgspec.structs import replace

from dateline.collector import collector_paused
from dateline.errors import DatelineError, InputError
from dateline.records import Coder, Reading, Report, content_id
from dateline.version import __version__

if TYPE_CHECKING:
    from dateline.annotate.parse import Parser

BATCH_REPORTS = 16


class Stage(Protocol):
    """One step from reading to reading. needs, adds: names of layers of `Reading`."""

    @property
    def needs(self) -> tuple[str, ...]:
        """Layers that must be there before."""
        ...

    @property
    def adds(self) -> tuple[str, ...]:
        """Layers that are there afterwards."""
        ...

    def __call__(self, reading: Reading) -> Reading:
        """Return the reading with its layers added."""
        ...


@dataclass(frozen=True)
class Pipeline:
    """The stages in order around the parser, which works on many reports at a time.

    coder: what is written into every reading: the version and a hash of model, data and settings.
    """

    before: tuple[Stage, ...]
    parser: Parser
    after: tuple[Stage, ...]
    coder: Coder

    def __post_init__(self) -> None:
        check(self.stages)

    @property
    def stages(self) -> tuple[Stage, ...]:
        """All stages in order."""
        return (*self.before, self.parser, *self.after)

    def code(self, reports: Iterable[Report]) -> Iterator[Reading | InputError]:
        """Code reports in order; one that a stage cannot code gives an InputError in its place."""
        remaining = iter(reports)
        while batch := list(islice(remaining, BATCH_REPORTS)):
            yield from self._batch(batch)

    def _batch(self, reports: Sequence[Report]) -> Iterator[Reading | InputError]:
        try:
            with collector_paused():
                started = [read_through(Reading(report=r, coder=self.coder), self.before) for r in reports]
                parsed = list(self.parser.pipe(started))
        except Exception as error:
            if len(reports) == 1:
                yield _failure(reports[0], error)
                return
            for report in reports:
                yield from self._batch([report])
            return
        for reading in parsed:
            yield self._settled(reading)

    def _settled(self, reading: Reading) -> Reading | InputError:
        """Run a parsed reading through the remaining stages."""
        try:
            with collector_paused():
                return replace(read_through(reading, self.after), parse=None)
        except Exception as error:
            return _failure(reading.report, error)


def read_through(reading: Reading, stages: Sequence[Stage]) -> Reading:
    """Run one reading through the stages."""
    for stage in stages:
        reading = stage(reading)
    return reading


def check(stages: Sequence[Stage]) -> None:
    """Raise DatelineError when a stage needs a layer that no earlier stage adds."""
    there = {"report"}
    for stage in stages:
        missing = set(stage.needs) - there
        if missing:
            raise DatelineError(
                f"the stage {type(stage).__name__} needs {', '.join(sorted(missing))}, which comes later"
            )
        there.update(stage.adds)


def _failure(report: Report, error: Exception) -> InputError:
    if isinstance(error, InputError):
        return error
    failure = InputError(
        "coding",
        report.source,
        f"{report.source}: coding failed with {type(error).__name__}: {error}; please report it",
    )
    failure.__cause__ = error
    return failure


def make_coder(model: str | None = None, gazetteer: Path | None = None, codebook: Path | None = None) -> Pipeline:
    """Load model and data and put the stages in order.

    Raises ModelError or DataError where something is missing or broken.
    """
    from dateline.annotate.counts import CountPeople
    from dateline.annotate.loaded import MarkLoaded
    from dateline.annotate.parse import DEFAULT_MODEL, Parser, load_model
    from dateline.annotate.times import TagTimes
    from dateline.annotate.toponyms import FindToponyms
    from dateline.code.answers import FillRecipients
    from dateline.code.around import FillRoles
    from dateline.code.contest import Contest
    from dateline.code.events import CodeEvents
    from dateline.reference.codebook import load_codebook
    from dateline.reference.gazetteer import load_gazetteer
    from dateline.resolve.actors import NameActors
    from dateline.resolve.confidence import RateRecords
    from dateline.resolve.places import PlaceInSpace
    from dateline.resolve.repeats import DropRepeats
    from dateline.resolve.times import PlaceInTime
    from dateline.segment.attributions import Attribute
    from dateline.segment.voices import FindVoices

    parser = Parser(load_model(model or DEFAULT_MODEL))
    places = load_gazetteer(gazetteer)
    book = load_codebook(codebook)
    ours = codebook is None and model in (None, DEFAULT_MODEL)  # what the confidence was calibrated with
    return Pipeline(
        before=(FindVoices(),),
        parser=parser,
        after=(
            Attribute(),
            TagTimes(),
            FindToponyms(places),
            CountPeople(),
            MarkLoaded(),
            CodeEvents(book),
            PlaceInTime(),
            PlaceInSpace(),
            FillRoles(book),
            NameActors(),
            FillRecipients(book),
            Contest(),
            DropRepeats(),
            *((RateRecords(),) if ours else ()),
        ),
        coder=Coder(version=__version__, config=content_id("c", parser.name, places.version, book.version)),
    )
