"""How well plain short texts are coded: notes of one to three sentences by one hand, briefs of one to seven
by six, reports of 177 to 283 words by twenty-five, dispatches of 560 to 701 words by six.

    python bench/plain.py [--errors notes|briefs|reports|dispatches] [--kinds notes|briefs|reports|dispatches]

Codes bench/plain/*.jsonl and scores them as `dateline eval` scores reports. Texts of the part `work` may be read for faults,
which --errors lists; of those of the part `check` only the figures are looked at. Prints precision / recall / F1 in per cent.
--kinds counts the faults of both parts by kind: what is missed or false, which field is wrong, empty or should be empty.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import msgspec

from dateline.pipeline import Pipeline, make_coder
from dateline.read import read_text
from dateline.records import Reading
from dateline.run.scoring import Fault, GoldReport, Tally
from dateline.run.scoring.faults import NOTHING
from dateline.run.scoring.gold import Annotations, GoldEvent
from dateline.run.scoring.mention_scores import mention_faults, score_mentions
from dateline.run.scoring.pairing import Scene, pair_mentions
from dateline.run.scoring.tally import Rate, total

FOLDER = Path(__file__).with_name("plain")
SETS, PARTS = ("notes", "briefs", "reports", "dispatches"), ("work", "check")
ROWS = ("detection", "type", "mode", "status", "date", "place", "roles", "counts", "whole record")


def main() -> None:
    """Print a line for each row, the parts side by side."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--errors", choices=SETS, help="list the faults of the work part of a set")
    parser.add_argument("--kinds", choices=SETS, help="count the faults of both parts of a set by kind")
    options = parser.parse_args()
    coder = make_coder()
    tallies: dict[str, Tally] = {}
    for name in SETS:
        rows = notes(name)
        scored = {part: list(score(coder, [row for row in rows if row["part"] == part])) for part in PARTS}
        if options.errors == name:
            print_faults([fault for _, faults in scored["work"] for fault in faults])
        if options.kinds == name:
            print_kinds({part: [fault for _, faults in some for fault in faults] for part, some in scored.items()})
        tallies |= {f"{len(rows)} {name}, {part}": total([tally for tally, _ in some]) for part, some in scored.items()}
    print(f"| bench/plain | {' | '.join(tallies)} |")
    print(f"| --- {'| ---: ' * len(tallies)}|")
    for row in ROWS:
        print(f"| events: {row} | {' | '.join(cell(tally, f'events: {row}') for tally in tallies.values())} |")


def notes(name: str = "notes") -> list[dict[str, Any]]:
    """Return the texts of a set: id, part, published, outlet, text, events."""
    return [json.loads(line) for line in (FOLDER / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]


def gold_of(row: dict[str, Any]) -> GoldReport:
    """Return the gold of a note. Raises msgspec.ValidationError where it breaks the format."""
    events = msgspec.convert(row["events"], tuple[GoldEvent, ...])
    return GoldReport(story="plain", file=row["id"], path=FOLDER, gold=Annotations(events=events))


def score(coder: Pipeline, rows: list[dict[str, Any]]) -> Iterator[tuple[Tally, list[Fault]]]:
    """Code notes and yield the sums and faults of each."""
    texts = [
        read_text(row["text"], source=row["id"], outlet=row["outlet"], published=date.fromisoformat(row["published"]))
        for row in rows
    ]
    for row, reading in zip(rows, coder.code(texts), strict=True):
        if isinstance(reading, Reading):
            gold, scene = gold_of(row), Scene.of(reading)
            pairing = pair_mentions(gold, scene)
            yield score_mentions(gold, scene, pairing), mention_faults(gold, scene, pairing)


def print_faults(faults: list[Fault]) -> None:
    """Print the faults, those of one sort together, the commonest sorts first."""
    sorts = Counter(fault.group for fault in faults)
    for fault in sorted(faults, key=lambda fault: (-sorts[fault.group], fault.group)):
        words = f"  gold: {fault.gold}  found: {fault.found}  | {fault.where}"
        print(f"{' '.join(fault.group[1:]):<24}{fault.report.removeprefix('plain/')}{words}")


def print_kinds(faults: dict[str, list[Fault]]) -> None:
    """Print how many faults of each kind the parts have, the commonest of the first part first. faults: by part."""
    counts = {part: Counter(kind_of(fault) for fault in some) for part, some in faults.items()}
    first = next(iter(counts.values()))
    print(f"| kind | {' | '.join(counts)} |\n| --- {'| ---: ' * len(counts)}|")
    for kind in sorted({kind for some in counts.values() for kind in some}, key=lambda kind: (-first[kind], kind)):
        print(f"| {kind} | {' | '.join(str(some[kind]) for some in counts.values())} |")
    print()


def kind_of(fault: Fault) -> str:
    """Return a fault's kind in words: "missed", "date empty", "place not asked", "status wrong"."""
    if fault.kind != "wrong":
        return fault.kind
    how = "not asked" if fault.gold == NOTHING else "empty" if fault.found == NOTHING else "wrong"
    return f"{fault.field} {how}"


def cell(tally: Tally, row: str) -> str:
    """Return precision / recall / F1 of a row, as a table shows them."""
    rate = tally.figure(row)
    return f"{rate.precision:.1f} / {rate.recall:.1f} / **{rate.f1:.1f}**" if isinstance(rate, Rate) else str(rate)


if __name__ == "__main__":
    main()
