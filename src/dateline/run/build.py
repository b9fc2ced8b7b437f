"""Codes reports into a store and joins what they tell into events. What is stored stays, however the run ends."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from dateline.records import Coder, Reading, Report
from dateline.run.batches import Item, MakeCoder, ReportCoder, code_all

if TYPE_CHECKING:
    from dateline.store import Store


@dataclass(frozen=True, slots=True)
class Summary:
    """What a build did. new, same, replaced, failed: reports of this run; mentions, events: in the store now."""

    new: int
    same: int
    replaced: int
    failed: int
    mentions: int
    events: int
    seconds: float

    def lines(self) -> tuple[str, ...]:
        """Return the summary for people, one line a subject."""
        done = f"{self.new} new, {self.same} unchanged, {self.replaced} coded anew, {self.failed} failed"
        return (
            f"reports   {done}",
            f"store     {self.mentions:,} mentions of {self.events:,} events",
            f"time      {self.seconds:.1f} s",
        )


def make_coder_for(model: str | None, codebook: Path | None = None) -> MakeCoder:
    """Return what builds the coder for a model and a codebook; it can be sent to a worker."""
    return partial(_make_coder, model, codebook)


def _make_coder(model: str | None, codebook: Path | None) -> ReportCoder:
    from dateline.pipeline import make_coder

    return make_coder(model=model, codebook=codebook)


def build_store(
    items: Iterable[Item],
    db: str,
    make: MakeCoder,
    workers: int = 1,
    watch: Callable[[Reading], None] = lambda _: None,
) -> Summary:
    """Code and store reports one transaction each, then rebuild the events from all readings of the store.

    watch: called with each reading, stored or failed; what is stored under this very coder is not coded again.
    Raises StoreError when the store cannot be opened or written, ModelError and DataError when there is no coder.
    """
    from dateline.corroborate import corroborate
    from dateline.store import open_store

    started = time.monotonic()
    coder, make = _settled(make, workers)  # first: without a coder no empty store is left behind
    with open_store(db, create=True) as store:
        done: Counter[str] = Counter()
        for reading in code_all(_unknown(items, store, coder, done), make, workers):
            done[store.add(reading)] += 1
            watch(reading)
        store.replace_events(corroborate(store.readings()))
        rows = store.summary()
    return Summary(
        new=done["new"],
        same=done["same"],
        replaced=done["replaced"],
        failed=done["failure"],
        mentions=rows["mentions"],
        events=rows["events"],
        seconds=time.monotonic() - started,
    )


def _settled(make: MakeCoder, workers: int) -> tuple[Coder, MakeCoder]:
    """Return the coder's description, and what gives the coder without loading it twice in this process."""
    if workers > 1:
        from dateline.run.workers import coder_of

        return coder_of(make), make
    coder = make()
    return coder.coder, lambda: coder


def _unknown(items: Iterable[Item], store: Store, coder: Coder, done: Counter[str]) -> Iterator[Item]:
    """Yield what is not stored under this coder yet; count the rest as the same, their former failures mended."""
    failing = {reading.report.source for reading in store.failures()}
    for item in items:
        stored = store.reading(item.id) if isinstance(item, Report) and store.has(item.id, coder) else None
        if stored is None:
            yield item
            continue
        done["same"] += 1
        if item.source in failing:
            store.add(replace(stored, report=replace(stored.report, source=item.source)))
