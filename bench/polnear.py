"""Attributions against PolNeAR, a corpus of attributions in political news that does not come with Dateline.

    python bench/polnear.py rows CORPUS PART            prints rows for score.py polnear, one text a line
    python bench/polnear.py readings ROWS               prints readings of the rows with the layers that are scored
    python bench/polnear.py faults ROWS [--most 20]     counts what is wrong by kind and shows some of each

CORPUS is the folder that holds `data/<part>/text` and `data/<part>/attributions` (brat's standoff format); PART is train
or dev; the test part is refused, it stays closed. The corpus states no licence, so it is read where it lies: nothing of it
is kept here, and nothing that ships is trained on it.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from pathlib import Path
from typing import Any

import msgspec

from dateline.annotate.parse import Parser, load_model
from dateline.pipeline import Pipeline
from dateline.read import read_inputs
from dateline.records import Coder, Reading, to_json
from dateline.segment.attributions import Attribute
from dateline.segment.voices import FindVoices

PARTS = ("train", "dev")
KINDS = ("source", "cue", "content")
Row = Mapping[str, Any]
Spans = Sequence[Sequence[int]]
Parts = Mapping[str, Spans]


def main() -> None:
    """Run one of the three steps."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    steps = parser.add_subparsers(dest="step", required=True)
    converting = steps.add_parser("rows", help="convert a part of the corpus")
    converting.add_argument("corpus", type=Path)
    converting.add_argument("part", choices=PARTS)
    for name in ("readings", "faults"):
        step = steps.add_parser(name)
        step.add_argument("rows", type=Path)
        if name == "faults":
            step.add_argument("--most", type=int, default=20, help="examples of each kind")
    options = parser.parse_args()
    if options.step == "rows":
        for row in convert(options.corpus / "data" / options.part):
            print(json.dumps(row, ensure_ascii=False))
    elif options.step == "readings":
        for reading in read(options.rows):
            print(to_json(reading).decode())
    else:
        print_faults(options.rows, options.most)


# --- the corpus


def convert(part: Path) -> Iterator[Row]:
    """Yield a row for each text; where several people annotated it, by the first of them in the order of file names."""
    files = sorted((part / "attributions").glob("*.ann"))
    for name, versions in groupby(files, key=lambda path: path.stem.rpartition("_")[0]):
        text = (part / "text" / f"{name}.txt").read_bytes().decode("utf-8")
        yield {"id": name, "text": text, "attributions": list(attributions(next(versions).read_text(encoding="utf-8")))}


def attributions(standoff: str) -> Iterator[Parts]:
    """Yield the attributions of one file: spans of source, cue and content, each a list."""
    spans: dict[str, Spans] = {}
    events: list[str] = []
    for line in standoff.splitlines():
        key, _, rest = line.partition("\t")
        if re.fullmatch(r"T\d+", key):
            place = rest.partition("\t")[0].partition(" ")[2]
            spans[key] = [[int(end) for end in piece.split()] for piece in place.split(";")]
        elif re.fullmatch(r"E\d+", key):
            events.append(rest)
    for event in events:
        out: dict[str, list[Sequence[int]]] = {kind: [] for kind in KINDS}
        for role, target in (pair.split(":") for pair in event.split()[1:]):
            out[role.rstrip("0123456789").lower()].extend(spans[target])
        yield out


# --- the program


def read(rows: Path) -> Iterator[Reading]:
    """Run the rows through the stages up to the attributions. Raises the first row's error."""
    stages = Pipeline((FindVoices(),), Parser(load_model()), (Attribute(),), Coder(version="", config=""))
    reports = [report for report in read_inputs([str(rows)]) if not isinstance(report, Exception)]
    for reading in stages.code(reports):
        if isinstance(reading, Exception):
            raise reading
        yield reading


def found(reading: Reading) -> list[Parts]:
    """Return the attributions of a reading in the shape of the rows."""
    records = msgspec.to_builtins(reading.attributions)
    return [{kind: [record[kind]["span"]] if record[kind] else [] for kind in KINDS} for record in records]


# --- what is wrong


def print_faults(rows: Path, most: int) -> None:
    """Count the faults of all rows by kind and characters, and show the first of each kind."""
    gold = {row["id"]: row for row in map(json.loads, rows.read_text(encoding="utf-8").splitlines())}
    lines: dict[str, list[str]] = defaultdict(list)
    counted: Counter[str] = Counter()
    for reading in read(rows):
        row = gold[reading.report.source]
        for kind, weight, line in faults(row["text"], row["attributions"], found(reading)):
            lines[kind].append(line)
            counted[kind] += weight
    for kind, weight in counted.most_common():
        print(f"\n== {kind}: {len(lines[kind])} ({weight} characters of content)")
        print("\n".join(lines[kind][:: max(1, len(lines[kind]) // most)]))


def faults(text: str, gold: Sequence[Parts], ours: Sequence[Parts]) -> Iterator[tuple[str, int, str]]:
    """Yield kind, characters of content at stake, and a line that shows it."""
    pairs = sorted(
        ((_shared(g["content"], o["content"]), i, j) for i, g in enumerate(gold) for j, o in enumerate(ours))
    )
    free_gold, free_ours = set(range(len(gold))), set(range(len(ours)))
    for shared, i, j in reversed(pairs):
        if shared <= 0 or i not in free_gold or j not in free_ours:
            continue
        free_gold.remove(i)
        free_ours.remove(j)
        size = max(_size(gold[i]["content"]), _size(ours[j]["content"]))
        if not _shared(gold[i]["source"], ours[j]["source"]) and (gold[i]["source"] or ours[j]["source"]):
            yield "source", size, f"{_show(text, gold[i])}\n      ours {_show(text, ours[j])}"
        elif shared < 0.7 * size:
            kind = "content short" if _size(ours[j]["content"]) < _size(gold[i]["content"]) else "content long"
            yield kind, size - shared, f"{_show(text, gold[i])}\n      ours {_show(text, ours[j])}"
    for i in sorted(free_gold):
        cue = " ".join(text[s:e].lower() for s, e in gold[i]["cue"])
        yield "missed", _size(gold[i]["content"]), f"{cue!r}: {_show(text, gold[i])}"
    for j in sorted(free_ours):
        yield "false", _size(ours[j]["content"]), _show(text, ours[j])


def _size(spans: Spans) -> int:
    return sum(end - start for start, end in spans)


def _shared(one: Spans, other: Spans) -> int:
    return sum(max(0, min(b, d) - max(a, c)) for a, b in one for c, d in other)


def _show(text: str, parts: Parts) -> str:
    shown = {kind: " … ".join(text[s:e] for s, e in parts[kind]).replace("\n", "/") for kind in KINDS}
    return f"[{shown['source']}] <{shown['cue']}> {shown['content'][:300]}"


if __name__ == "__main__":
    main()
