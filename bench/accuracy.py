"""Makes the tables of docs/accuracy.md, or with --write puts them into that page between its two markers.

    python bench/accuracy.py [--shared ../shared] [--timebank FOLDER] [--write]

Without --shared only the project's own gold is scored. With it also the development stories, the starting report and the
public development sets that its scorer knows; that takes some minutes. --timebank: see bench/real.py.
"""

from __future__ import annotations

import argparse
import io
import json
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import redirect_stdout
from pathlib import Path
from typing import get_args

from dateline.corroborate import corroborate
from dateline.errors import InputError
from dateline.pipeline import Pipeline, make_coder
from dateline.read import read_inputs
from dateline.records import Reading, Report, to_json
from dateline.records.mention import Status
from dateline.run.evaluate import Scores, evaluate, read_gold

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "accuracy.md"
MARKERS = ("<!-- tables: begin -->", "<!-- tables: end -->")
ROWS = (
    "events: detection", "events: type", "events: mode", "events: status", "events: date", "events: place", "events: voice",
    "events: speaker", "events: roles", "events: counts", "events: whole record", "said to have happened, and did", "voices",
    "status, right of matched", "voices: posts", "voices: quotations", "voices: speaker of posts, of matched",
    "voices: speaker of quotations, of matched", "voices: posts dated right, of matched", "loaded: found",
    "times: value, of all gold", "places: within 30 km, of all gold", "clustering of matched mentions: B-cubed",
    "of these, reprint not counted as an origin",
)  # fmt: skip
REPRINTS = ("events that join a reprint and its original", "of these, reprint not counted as an origin")
SETS = {
    "geo/lgl": "toponyms",
    "geo/gwn-dev": "toponyms",
    "meantime/dev": "times",
    "plover_gsr/dev": "plover_gsr",
    "factuality/dev": "factuality",
    "event_location/dev": "event_location",
}


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, help="the folder of the development data")
    parser.add_argument("--timebank", type=Path, help="the folder TBAQ-cleaned of TempEval-3")
    parser.add_argument("--write", action="store_true", help="write the tables into docs/accuracy.md")
    options = parser.parse_args()
    out = io.StringIO()
    with redirect_stdout(out):
        print_all(options.shared, options.timebank)
    if options.write:
        before, _, rest = PAGE.read_text(encoding="utf-8").partition(MARKERS[0])
        after = rest.partition(MARKERS[1])[2]
        PAGE.write_text(f"{before}{MARKERS[0]}\n{out.getvalue()}{MARKERS[1]}{after}", encoding="utf-8")
    else:
        print(out.getvalue(), end="")


def print_all(shared: Path | None, timebank: Path | None) -> None:
    """Print every table."""
    coder = make_coder()
    with tempfile.TemporaryDirectory() as scratch:
        folders = parts_of(ROOT / "bench" / "gold", Path(scratch))
        if shared:
            folders["development stories"] = shared / "gold"
        scores = {name: stories(coder, folder) for name, folder in folders.items()}
    print_scores(scores)
    print_statuses(scores)
    print_faults(scores)
    print_bench("quiet.py")
    print_bench("plain.py")
    print_bench("marked.py")
    print_bench("agreement.py")
    if shared or timebank:
        at_hand = [f"--{name}={folder}" for name, folder in (("shared", shared), ("timebank", timebank)) if folder]
        print_bench("real.py", *at_hand)
        print_bench("real.py", *at_hand, "--second")
    if shared:
        for name, kind in SETS.items():
            print_set(coder, shared / "bench", name, kind)


def parts_of(gold: Path, scratch: Path) -> dict[str, Path]:
    """Return a folder for each part of the gold: the samples, the stories looked at, those kept for checking."""
    folders = {name: scratch / name for name in ("samples", "work", "check")}
    for story in sorted(gold.iterdir()):
        told = json.loads((story / "gold.json").read_text(encoding="utf-8"))
        to = folders[told.get("part", "samples")] / story.name
        shutil.copytree(story / told["source"], to)
        (to / "gold.json").write_text(json.dumps({**told, "source": "."}), encoding="utf-8")
    return folders


def print_bench(script: str, *options: str) -> None:
    """Print the table of another bench."""
    command = [sys.executable, str(ROOT / "bench" / script), *options]
    print(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def stories(coder: Pipeline, folder: Path) -> Scores:
    """Code and score the stories of a gold folder."""

    def code(reports: object) -> Iterator[Reading]:
        read = [r for r in read_gold(reports) if isinstance(r, Report) and r.language == "en"]  # type: ignore[arg-type]
        return (r for r in coder.code(read) if isinstance(r, Reading))

    return evaluate(folder, code=code, join=corroborate)


def print_scores(scores: dict[str, Scores]) -> None:
    """Print one table row for each figure: P / R / F1, or a share."""
    print("| figure | " + " | ".join(scores) + " |")
    print("| --- |" + " ---: |" * len(scores))
    tables = {name: each.as_dict() for name, each in scores.items()}
    for table in tables.values():
        if not table[REPRINTS[0]]:
            table[REPRINTS[1]] = None
    for row in ROWS:
        print(f"| {row} | " + " | ".join(_cell(table.get(row)) for table in tables.values()) + " |")
    print()


def _cell(figure: object) -> str:
    if isinstance(figure, dict):
        return f"{figure['P']:.1f} / {figure['R']:.1f} / **{figure['F1']:.1f}**"
    return "" if figure is None else f"{figure}"


def print_statuses(scores: dict[str, Scores]) -> None:
    """Print for each status how many mentions of the gold were found and how often their status is right."""
    print("| status, of mentions found | " + " | ".join(scores) + " |")
    print("| --- |" + " ---: |" * len(scores))
    for status in get_args(Status):
        row = f"status {status}, right of matched"
        print(f"| {status} | " + " | ".join(_share(each, row) for each in scores.values()) + " |")
    print()


def _share(scores: Scores, row: str) -> str:
    found, right = scores.tally.gold[row], scores.tally.right[row]
    return f"{right:.0f} of {found:.0f} = {100 * right / found:.0f} %" if found else ""


def print_faults(scores: dict[str, Scores]) -> None:
    """Print how many faults of each kind remain, the commonest first."""
    counts = {
        name: Counter(f"{f.layer}: {f.kind} {f.field}".strip() for f in each.faults) for name, each in scores.items()
    }
    print("| remaining faults | " + " | ".join(scores) + " |")
    print("| --- |" + " ---: |" * len(scores))
    total = sum(counts.values(), Counter[str]())
    for kind, _ in total.most_common(16):
        print(f"| {kind} | " + " | ".join(str(c[kind]) for c in counts.values()) + " |")
    print()


def print_set(coder: Pipeline, bench: Path, name: str, kind: str) -> None:
    """Code one public development set and print what its scorer says."""
    gold = bench / f"{name}.jsonl"
    with tempfile.NamedTemporaryFile("wb", suffix=".jsonl") as out:
        reports = (r for r in read_inputs([str(gold)]) if not isinstance(r, InputError))
        for reading in coder.code(reports):
            if isinstance(reading, Reading):
                out.write(to_json(reading) + b"\n")
        out.flush()
        command = [sys.executable, str(bench / "score.py"), kind, str(gold), out.name, "--json"]
        figures = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    print(f"| {name} | |")
    print("| --- | ---: |")
    for row, figure in figures.items():
        if not isinstance(figure, str):
            print(f"| {row} | {_cell(figure)} |")
    print()


if __name__ == "__main__":
    main()
