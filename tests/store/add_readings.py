"""A program for the kill test: adds the numbered readings to a store, one after the other, and makes their events."""

from __future__ import annotations

import sys
from pathlib import Path

from dateline.corroborate import corroborate
from dateline.records import Reading
from dateline.store import open_store
from tests.corroborate.factory import Said, report_of

COUNT = 150


def reading(n: int) -> Reading:
    """Return the reading of a number."""
    told = [Said(f"{i} were arrested in case {n}.", counts={"arrested": (i, i)}) for i in range(12)]
    return report_of(f"Outlet {n % 7}", *told, prose=f"Case {n}. " * 300)


def main(path: Path) -> None:
    """Fill the store and tell on standard output how far it is."""
    with open_store(path, create=True) as store:
        print("open", flush=True)  # noqa: T201
        for n in range(COUNT):
            store.add(reading(n))
        store.replace_events(corroborate(store.reading(key) for key in ids(store.readings())))  # type: ignore[misc]


def ids(readings: object) -> list[str]:
    """Return the first ten report ids: enough events, quickly made."""
    return [r.report.id for r, _ in zip(readings, range(10), strict=False)]  # type: ignore[call-overload]


if __name__ == "__main__":
    main(Path(sys.argv[1]))
