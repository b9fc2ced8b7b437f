"""The loop over many reports: read, refuse what the model does not read, code, hand on; one bad report never stops it.

Readings come in the order of the inputs, with or without worker processes, and only so many are under way that memory
stays flat. What fails is a reading too, with an error and no text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Protocol

from msgspec.structs import replace

from dateline.errors import InputError
from dateline.records import Coder, Failure, Reading, Report, content_id
from dateline.run.console import show_cause

BATCH_REPORTS = 16
WORKER_REPORTS = 4  # smaller, so that few reports are shared out too
BATCH_CHARS = 120_000


class ReportCoder(Protocol):
    """What codes reports: `dateline.pipeline.make_coder` gives one. coder: its version and configuration."""

    @property
    def coder(self) -> Coder:
        """Version and configuration, as stored with each reading."""
        ...

    def code(self, reports: Iterable[Report]) -> Iterator[Reading | InputError]:
        """Yield one reading a report, in order, or the error that says why it could not be coded."""
        ...


MakeCoder = Callable[[], ReportCoder]
Item = Report | InputError


def code_all(items: Iterable[Item], make: MakeCoder, workers: int = 1) -> Iterator[Reading]:
    """Yield a reading for each report or error, in order.

    make: builds the coder, once a process; with several workers it must be picklable (a module's function).
    Raises ModelError or DataError when the coder cannot be built; nothing is coded then.
    """
    if workers > 1:
        from dateline.run.workers import code_with_workers

        yield from code_with_workers(batches(items, WORKER_REPORTS), make, workers)
        return
    coder = make()
    for batch in batches(items):
        yield from code_batch(coder, batch)


def batches(items: Iterable[Item], most: int = BATCH_REPORTS) -> Iterator[list[Item]]:
    """Group up to `most` reports so that a batch is worth its overhead and never large; order is kept."""
    batch: list[Item] = []
    chars = 0
    for item in items:
        batch.append(item)
        chars += len(item.text) if isinstance(item, Report) else 0
        if len(batch) >= most or chars >= BATCH_CHARS:
            yield batch
            batch, chars = [], 0
    if batch:
        yield batch


def code_batch(coder: ReportCoder, batch: Sequence[Item]) -> Iterator[Reading]:
    """Code one batch; yield for every item its reading or its failure, in order."""
    from dateline.read import refuse_language

    settled = [item if isinstance(item, InputError) else refuse_language(item) or item for item in batch]
    coded = coder.code([item for item in settled if isinstance(item, Report)])
    for item, known in zip(batch, settled, strict=True):
        outcome = known if isinstance(known, InputError) else next(coded)
        if isinstance(outcome, InputError):
            show_cause(outcome)
            yield failure(outcome, coder.coder, item)
        else:
            yield outcome


def failure(error: InputError, coder: Coder | None, item: Item) -> Reading:
    """Return the reading of a report that failed: its source, no text, and what was wrong.

    item: the report as far as it was read, or the error that reading gave.
    """
    if isinstance(item, Report):
        empty = replace(item, text="", blocks=())
    else:
        empty = Report(id=content_id("r", "failed", error.source), source=error.source)
    return Reading(report=empty, coder=coder, error=Failure(kind=error.kind, message=error.message))
