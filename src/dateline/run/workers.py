"""Coding in several processes: models load once a worker, order is kept, a worker that dies costs one report."""

from __future__ import annotations

import os
import signal
import threading
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing import get_context, parent_process

from dateline.errors import InputError
from dateline.records import Coder, Reading
from dateline.run.batches import Item, MakeCoder, ReportCoder, code_batch, failure

_WAITING_PER_WORKER = 2
_coder: ReportCoder | None = None  # a worker's own; set once, before its first batch


class _Pool:
    """A process pool that can be put up again after a worker died."""

    def __init__(self, make: MakeCoder, workers: int) -> None:
        self.make = make
        self.workers = workers
        self._pool = self._start()

    def _start(self) -> ProcessPoolExecutor:
        return ProcessPoolExecutor(self.workers, mp_context=get_context("spawn"), initializer=_prepare)

    def submit(self, batch: Sequence[Item]) -> Future[list[Reading]]:
        """Hand a batch to a worker; a pool found broken is put up again first."""
        try:
            return self._submit(batch)
        except BrokenProcessPool:
            self.restart()
            return self._submit(batch)

    def _submit(self, batch: Sequence[Item]) -> Future[list[Reading]]:
        with _deaf_children():
            return self._pool.submit(_work, self.make, batch)

    def restart(self) -> None:
        """Put up a new pool in place of a broken one."""
        self._pool.shutdown(wait=False, cancel_futures=True)
        self._pool = self._start()

    def close(self) -> None:
        """Let running batches end and drop the waiting ones."""
        self._pool.shutdown(wait=True, cancel_futures=True)


def code_with_workers(batches: Iterable[list[Item]], make: MakeCoder, workers: int) -> Iterator[Reading]:
    """Yield the readings of all batches in order, coded by `workers` processes."""
    pool = _Pool(make, workers)
    waiting: deque[tuple[list[Item], Future[list[Reading]]]] = deque()
    try:
        for batch in batches:
            waiting.append((batch, pool.submit(batch)))
            if len(waiting) >= workers * _WAITING_PER_WORKER:
                yield from _next(waiting, pool)
        while waiting:
            yield from _next(waiting, pool)
    finally:
        pool.close()


def _next(waiting: deque[tuple[list[Item], Future[list[Reading]]]], pool: _Pool) -> list[Reading]:
    """Return the readings of the oldest batch; after a worker's death redo what was under way."""
    batch, future = waiting.popleft()
    try:
        return future.result()
    except BrokenProcessPool:
        pool.restart()
        readings = [_alone(item, pool) for item in batch]
        redo = [(later, pool.submit(later)) for later, _ in waiting]
        waiting.clear()
        waiting.extend(redo)
        return readings


def _alone(item: Item, pool: _Pool) -> Reading:
    """Code one item with nothing else under way, so that a worker's death can be laid at its door."""
    try:
        return pool.submit([item]).result()[0]
    except BrokenProcessPool:
        pool.restart()
        message = (
            f"{item.source} ended the worker process that coded it (out of memory?); "
            "the other inputs are not affected, try it alone or with fewer --workers"
        )
        return failure(InputError("worker-died", item.source, message), None, item)


def coder_of(make: MakeCoder) -> Coder:
    """Return version and configuration of the coder without keeping its models in this process."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn"), initializer=_prepare) as pool:
        with _deaf_children():
            described = pool.submit(_describe, make)
        return described.result()


@contextmanager
def _deaf_children() -> Iterator[None]:
    """Let processes that start meanwhile inherit a mask without SIGINT, so that Ctrl-C finds none of them half imported.

    An interrupt of this process waits until the end of the block.
    """
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _prepare() -> None:
    """Set up a worker: the parent alone answers Ctrl-C, and a worker never outlives its parent."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _own_coder(make: MakeCoder) -> ReportCoder:
    global _coder
    if _coder is None:
        _coder = make()
    return _coder


def _work(make: MakeCoder, batch: Sequence[Item]) -> list[Reading]:
    """Code one batch in a worker."""
    return list(code_batch(_own_coder(make), batch))


def _describe(make: MakeCoder) -> Coder:
    return _own_coder(make).coder
