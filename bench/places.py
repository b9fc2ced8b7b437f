"""How well places are found, chosen and given to events, on the public development sets; tuning and checking part side by side.

    python bench/places.py SHARED [--skip-events]

SHARED is the folder of the development data (with `bench/score.py`). The checking part is a third of each set, by hash of the id;
rules and weights may be fitted on the rest only. Prints F1 or per cent with the target beside it, a table that tells how far the
probability of a place can be trusted, the speed of the place stage, and what the index costs several processes.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from functools import cache
from hashlib import md5
from itertools import pairwise
from math import asin, cos, radians, sin, sqrt
from pathlib import Path
from typing import Any

from dateline.annotate.toponyms import FindToponyms
from dateline.errors import InputError
from dateline.pipeline import Pipeline, make_coder, read_through
from dateline.read import read_inputs
from dateline.records import Reading, Report, Span, Toponym, to_json

WORDS_A_REPORT = 340
NEAR_KM = 161
BINS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1.01)
PARTS = (("tuning", False), ("checking", True))
# Batches of event_location whose gold leaves out most places that the sentence states, or has broken offsets.
LEFT_OUT = ("Masdar_RA", "Atrocities", "AP", "Xinhua", "wiki")
# set, what is given, scorer, rows of the scorer with their targets
TARGETS: dict[str, dict[str, float | None]] = {
    "lgl, own mentions": {"detection": 80, "exact span": None, "Accuracy@161km of all gold": None},
    "lgl, mentions given": {"Accuracy@161km of all gold": 82, "same geonameid of all gold": 74, "median km of detected": None},
    "gwn-dev, own mentions": {"detection": None, "exact span": None, "Accuracy@161km of all gold with a geonameid": None},
    "gwn-dev, mentions given": {"Accuracy@161km of all gold with a geonameid": 80, "same geonameid of all gold": None},
    "event_location": {
        "triggers with an event mention": None, "tokens, rows with a mention": 83,
        "exact rows (span or rightly none), rows with a mention": 75, "exact of rows with a place and a mention": None,
        "rightly none of rows without a place and with a mention": None,
    },
    "event_location, batches whose gold tells stated places": {
        "tokens, rows with a mention": None, "exact rows (span or rightly none), rows with a mention": None,
    },
}  # fmt: skip
Row = dict[str, Any]


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("shared", type=Path, help="the folder of the development data")
    parser.add_argument("--skip-events", action="store_true", help="leave event_location out (a minute and a half)")
    options = parser.parse_args()
    bench = options.shared / "bench"
    sure: dict[bool, list[tuple[float, bool]]] = {False: [], True: []}
    for name in ("lgl", "gwn-dev"):
        places_of(bench, name, sure)
    print_reliability(sure)
    if not options.skip_events:
        events_of(bench)
    print_sharing()


def checking(report_id: str) -> bool:
    """Tell whether a row belongs to the part that is looked at for figures only."""
    return int(md5(report_id.encode(), usedforsecurity=False).hexdigest(), 16) % 3 == 0


@cache
def coder() -> Pipeline:
    """Return the whole chain."""
    return make_coder()


def rows_of(path: Path) -> list[Row]:
    """Read the rows of a set."""
    return [json.loads(line) for line in path.read_text("utf-8").split("\n") if line.strip()]


def reports_of(path: Path) -> Iterator[Report]:
    """Read the reports of a set as the program does."""
    for report in read_inputs([str(path)]):
        if isinstance(report, InputError):
            raise report
        yield report


def readings_before(path: Path, stage: str) -> Iterator[Reading]:
    """Yield the readings of a set as they come to a stage."""
    chain = coder()
    names = [type(each).__name__ for each in chain.after]
    started = (read_through(Reading(report=r, coder=chain.coder), chain.before) for r in reports_of(path))
    for reading in chain.parser.pipe(list(started)):
        yield read_through(reading, chain.after[: names.index(stage)])


def parsed_readings(path: Path) -> dict[str, Reading]:
    """Return the readings of a set by id with their events, as yet without time and place."""
    return {reading.report.source: reading for reading in readings_before(path, "PlaceInTime")}


def places_of(bench: Path, name: str, sure: dict[bool, list[tuple[float, bool]]]) -> None:
    """Score a set of toponyms with own and with given mentions, and time the stage. sure: takes probability and truth."""
    path = bench / "geo" / f"{name}.jsonl"
    rows = rows_of(path)
    readings = list(readings_before(path, "FindToponyms"))
    stage = next(each for each in coder().after if isinstance(each, FindToponyms))
    stage(readings[0])
    started = time.process_time()
    own = [stage(reading) for reading in readings]
    seconds = time.process_time() - started
    given = [stage.given(x, [Span(*t["span"]) for t in row["toponyms"]]) for row, x in zip(rows, readings, strict=True)]
    for row, reading in zip(rows, given, strict=True):
        sure[checking(row["id"])] += truths(row, reading)
    print_figures(bench, f"{name}, own mentions", "geo", rows, own)
    print_figures(bench, f"{name}, mentions given", "geo", rows, given)
    words = sum(len(row["text"].split()) for row in rows)
    rate = words / WORDS_A_REPORT / seconds
    print(
        f"place stage alone on {name}: {rate:.0f} reports of {WORDS_A_REPORT} words a second on one core (target 150)\n"
    )


def truths(row: Row, reading: Reading) -> Iterator[tuple[float, bool]]:
    """Yield for each given mention that has a point in gold the probability and whether the point is near."""
    found = {(t.span.start, t.span.end): t for t in reading.toponyms}
    for gold in row["toponyms"]:
        toponym = found.get(tuple(gold["span"]))
        if gold["lat"] is not None and toponym is not None and toponym.confidence is not None:
            yield toponym.confidence, km(gold, toponym) <= NEAR_KM


def km(gold: Row, toponym: Toponym) -> float:
    """Return the great-circle distance in km."""
    a, b, c, d = map(radians, (gold["lat"], gold["lon"], toponym.lat or 0.0, toponym.lon or 0.0))
    return 12742 * asin(sqrt(min(1, sin((c - a) / 2) ** 2 + cos(a) * cos(c) * sin((d - b) / 2) ** 2)))


def events_of(bench: Path) -> None:
    """Score event location with the whole chain, as a user would run it."""
    path = bench / "event_location" / "dev.jsonl"
    rows = rows_of(path)
    readings = [r for r in coder().code(reports_of(path)) if isinstance(r, Reading)]
    print_figures(bench, "event_location", "event_location", rows, readings)
    told = [row for row in rows if row["source"] not in LEFT_OUT]
    ids = {row["id"] for row in told}
    kept = [reading for reading in readings if reading.report.source in ids]
    print_figures(bench, "event_location, batches whose gold tells stated places", "event_location", told, kept)


def print_figures(bench: Path, title: str, kind: str, rows: Sequence[Row], readings: Sequence[Reading]) -> None:
    """Print the wanted rows of the scorer for both parts."""
    figures = [scored(bench, kind, rows, readings, part) for _, part in PARTS]
    print(f"{title:<58}" + "".join(f"{part:>10}" for part, _ in PARTS) + "    target")
    for row, target in TARGETS[title].items():
        cells = "".join(f"{_number(figure.get(row)):>10}" for figure in figures)
        print(f"  {row:<56}{cells}{'' if target is None else target:>10}")
    print()


def _number(figure: object) -> str:
    return f"{figure['F1'] if isinstance(figure, dict) else figure}"


def scored(bench: Path, kind: str, rows: Sequence[Row], readings: Sequence[Reading], part: bool) -> dict[str, Any]:
    """Return what the set's scorer says of one part's rows. part: whether it is the checking part."""
    with tempfile.TemporaryDirectory() as folder:
        gold, found = Path(folder) / "gold.jsonl", Path(folder) / "found.jsonl"
        gold.write_text("\n".join(json.dumps(row) for row in rows if checking(row["id"]) == part), "utf-8")
        found.write_bytes(b"\n".join(to_json(r) for r in readings if checking(r.report.source) == part))
        command = [sys.executable, str(bench / "score.py"), kind, str(gold), str(found), "--json"]
        out: dict[str, Any] = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    return out


def print_reliability(sure: dict[bool, list[tuple[float, bool]]]) -> None:
    """Print how often a place of so much probability is right, with given mentions."""
    print(f"probability of a place, and how often its point is within {NEAR_KM} km (mentions given, both sets)")
    print(f"  {'probability':<14}" + "".join(f"{f'{part}: n':>14}{'said':>8}{'right':>8}" for part, _ in PARTS))
    for low, high in pairwise(BINS):
        cells = "".join(_bin([each for each in sure[part] if low <= each[0] < high]) for _, part in PARTS)
        print(f"  {f'{low:.2f}-{min(high, 1.0):.2f}':<14}{cells}")
    for part, number in PARTS:
        error = sum((p - right) ** 2 for p, right in sure[number]) / len(sure[number])
        print(f"  Brier score, {part} part: {error:.3f}")
    print()


def _bin(pairs: Sequence[tuple[float, bool]]) -> str:
    if not pairs:
        return f"{0:>14}{'':>8}{'':>8}"
    said, right = (100 * sum(values) / len(pairs) for values in zip(*pairs, strict=True))
    return f"{len(pairs):>14}{said:>8.1f}{right:>8.1f}"


def print_sharing() -> None:
    """Print what the mapped index takes of memory in one process and in four together (Linux)."""
    if not Path("/proc/self/smaps").exists():
        return
    one, four = shared_mb(1), shared_mb(4)
    print(
        f"index in memory: {one:.1f} MB in one process, {four:.1f} MB in four together ({four / one:.2f} times; target 1.3)"
    )


def shared_mb(processes: int) -> float:
    """Start processes that read the whole index, and return what it takes of memory in MB: own pages, and shared ones once."""
    command = [sys.executable, "-c", _READER]
    running = [subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) for _ in range(processes)]
    try:
        for process in running:
            assert process.stdout is not None
            process.stdout.readline()
        parts = [_mapped_kb(process.pid) for process in running]
        return (sum(private for private, _ in parts) + max(shared for _, shared in parts)) / 1000
    finally:
        for process in running:
            process.communicate(b"\n")


_READER = """
import sys
from dateline.reference.gazetteer import load_gazetteer
gazetteer = load_gazetteer()
print(sum(int(array.view('u1').sum()) for array in gazetteer._arrays.values()), flush=True)
sys.stdin.readline()
"""


def _mapped_kb(pid: int) -> tuple[int, int]:
    """Return the process's own and its shared pages of the mapped index. A page that others map counts as shared."""
    inside, private, shared = False, 0, 0
    for line in Path(f"/proc/{pid}/smaps").read_text("utf-8").splitlines():
        if "-" in line.split(" ", 1)[0]:
            inside = "gazetteer-" in line
        elif inside and line.startswith("Private_"):
            private += int(line.split()[1])
        elif inside and line.startswith("Shared_"):
            shared += int(line.split()[1])
    return private, shared


if __name__ == "__main__":
    main()
