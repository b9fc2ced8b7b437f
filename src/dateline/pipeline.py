"""What a stage is, and the stages in order.

    read -> segment -> annotate -> code -> resolve          one report at a time: pure, parallel
                                -> corroborate              many reports

A stage takes a reading and returns a new one. It declares the layers that it needs and the layer that it adds; a pipeline
whose stages do not fit is refused before the first report.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Protocol

from dateline.records import Reading


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
        """Return the reading with one more layer."""
        ...


def read_through(reading: Reading, stages: Sequence[Stage]) -> Reading:
    """Run one reading through the stages."""
    for stage in stages:
        reading = stage(reading)
    return reading
