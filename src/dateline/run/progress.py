"""A progress bar on a terminal's standard error; nothing at all in a pipe. Failures are said as they happen."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from dateline.records import Reading
from dateline.run.console import ALL_DONE, NOTHING_DONE, SOME_FAILED, is_terminal, say

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID


class Watch:
    """Counts readings as they pass, says what failed, and draws the bar."""

    def __init__(self, total: int | None = None, *, drawn: bool = True) -> None:
        self.done = 0
        self.failed = 0
        self._bar = _bar() if drawn and is_terminal(sys.stderr) else None
        self._task: TaskID | None = None
        if self._bar is not None:
            self._task = self._bar.add_task("reading", total=total)

    def __enter__(self) -> Watch:
        if self._bar is not None:
            self._bar.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._stop()

    def _stop(self) -> None:
        if self._bar is not None:
            self._bar.stop()

    def __call__(self, reading: Reading) -> None:
        """Take note of one reading."""
        if reading.error is not None:
            self.failed += 1
            self._say(reading.error.message)
        else:
            self.done += 1
        if self._bar is not None and self._task is not None:
            note = f"{self.failed} failed" if self.failed else ""
            self._bar.update(self._task, advance=1, description=f"reading  {note}")

    def over(self, readings: Iterable[Reading]) -> Iterator[Reading]:
        """Hand the readings on, watched; the bar is gone behind the last, before a table of them is drawn."""
        for reading in readings:
            self(reading)
            yield reading
        self._stop()

    def _say(self, message: str) -> None:
        if self._bar is None:
            say(message)
        else:
            from rich.text import Text

            from dateline.explore.plain import plain

            self._bar.console.print(Text(f"dateline: {plain(message)}"))

    def status(self, also_done: int = 0) -> int:
        """Return the exit status: all done, some failed, nothing done."""
        if not self.failed and self.done + also_done:
            return ALL_DONE
        return SOME_FAILED if self.done + also_done else NOTHING_DONE


def _bar() -> Progress:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
    )
    return Progress(*columns, console=Console(stderr=True), transient=True)


def number_of_reports(inputs: Sequence[str | Path]) -> int | None:
    """Return how many reports the inputs hold when that is known without reading them: one a text or page."""
    from dateline.read import Source, expand

    number = 0
    for source in expand(inputs):
        if isinstance(source, Source) and (source.path is None or source.kind in {"jsonl", "csv"}):
            return None
        number += 1
    return number
