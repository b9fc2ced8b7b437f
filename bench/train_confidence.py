"""Fit the confidence of records on the work stories of the project's gold, and show how far it can be trusted.

    python bench/train_confidence.py [--dry] [--shared ../shared] [--timebank FOLDER]

The work stories have been looked at, so records of them are righter than those of new texts: the bias is set by the mean of the
first half of the kept-aside stories (`"part": "check"`), one number of theirs. Prints a reliability table for the work stories,
each left out in turn, before that shift, and one for the other half of the kept-aside stories after it. Writes
`src/dateline/reference/data/confidence.toml` unless `--dry` is given. With `--shared` or `--timebank` a third
table shows how far it holds on the real reports (bench/real.py), which have no part in it.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import plain  # type: ignore[import-not-found]
import real  # type: ignore[import-not-found]

from dateline.pipeline import make_coder
from dateline.read import read_text
from dateline.records import Reading, Report
from dateline.reference.confidence import confidence_model
from dateline.resolve.confidence import Features, features
from dateline.run.evaluate import read_gold
from dateline.run.scoring import GoldReport, load_gold
from dateline.run.scoring.checks import whole_record
from dateline.run.scoring.pairing import Scene, pair_mentions

GOLD = Path(__file__).resolve().parent / "gold"
DATA = Path(__file__).resolve().parent.parent / "src" / "dateline" / "reference" / "data" / "confidence.toml"
RIDGE, STEPS, SEEN, FOLDS = 6.0, 400, 15, 6
BINS = (0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 1.01)
HEAD = """\
# Log odds that a record is right as a whole, by what it shows of itself (resolve/confidence.py explains the names).
# Made by bench/train_confidence.py from the work stories of bench/gold.

"""


class Row(NamedTuple):
    """One record that the program made of a gold report. right: as a whole, by the rules of `dateline eval`."""

    story: str
    part: str
    features: Features
    right: bool


def main() -> None:
    """Fit, print, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--dry", action="store_true", help="write nothing")
    parser.add_argument("--shared", type=Path, help="the folder of the development data")
    parser.add_argument("--timebank", type=Path, help="the folder TBAQ-cleaned of TempEval-3")
    options = parser.parse_args()
    rows = list(records())
    work, check = [r for r in rows if r.part != "check"], [r for r in rows if r.part == "check"]
    print_reliability("work stories, each left out in turn", left_out(work), work)
    weights, bias = fit(work)
    stories = sorted({row.story for row in check})
    shifting = [row for row in check if row.story in stories[: len(stories) // 2]]
    check = [row for row in check if row not in shifting]
    bias = shifted(weights, bias, shifting)
    said = [predict(weights, bias, row.features) for row in check]
    print_reliability("kept-aside stories, the second half", said, check)
    if published := list(real_records(real.texts(options.shared, options.timebank))):
        print_reliability("real reports", [predict(weights, bias, row.features) for row in published], published)
    if not options.dry:
        lines = "".join(f'"{name}" = {value}\n' for name, value in sorted(weights.items()))
        DATA.write_text(f"{HEAD}bias = {bias}\n\n[weights]\n{lines}", "utf-8")
        confidence_model.cache_clear()
        print(f"{len(weights)} weights from {len(work)} records written to {DATA.name}")


def records() -> Iterable[Row]:
    """Code the gold reports and yield their records."""
    reports = load_gold(GOLD)
    parts = {p.parent.name: json.loads(p.read_text("utf-8")).get("part", "samples") for p in GOLD.glob("*/gold.json")}
    texts = [report for report in read_gold(reports) if isinstance(report, Report)]
    for report, reading in zip(reports, make_coder().code(texts), strict=True):
        if isinstance(reading, Reading):
            yield from rows_of(report, reading, parts[report.story])


def real_records(texts: dict[tuple[str, str], str]) -> Iterator[Row]:
    """Code the real reports whose text is at hand and yield their records."""
    rows = list(real.reports(texts))
    days = [date.fromisoformat(row["published"]) for row in rows]
    read = [read_text(row["text"], source=row["id"], published=day) for row, day in zip(rows, days, strict=True)]
    for row, reading in zip(rows, make_coder().code(read), strict=True):
        if isinstance(reading, Reading):
            yield from rows_of(plain.gold_of(row), reading, row["part"])


def rows_of(report: GoldReport, reading: Reading, part: str) -> Iterator[Row]:
    """Yield the records of one report, repeats left out."""
    scene = Scene.of(reading)
    pairing = pair_mentions(report, scene)
    paired = {mention.id: event for event, mention in pairing.pairs}
    repeats = {mention.id for mention in pairing.repeats}
    for mention in reading.events:
        if mention.id in repeats:
            continue
        event = paired.get(mention.id)
        right = event is not None and whole_record(event, mention, scene)
        yield Row(report.story, part, features(mention, reading), right)


def left_out(rows: Sequence[Row]) -> list[float]:
    """Return the probability of each record by a model that has not seen its story."""
    stories = sorted({row.story for row in rows})
    fold = {story: i % FOLDS for i, story in enumerate(stories)}
    out = [0.0] * len(rows)
    for number in range(FOLDS):
        weights, bias = fit([row for row in rows if fold[row.story] != number])
        for i, row in enumerate(rows):
            if fold[row.story] == number:
                out[i] = predict(weights, bias, row.features)
    return out


def fit(rows: Sequence[Row]) -> tuple[dict[str, float], float]:
    """Return weights and bias of the likeliest logistic model with a ridge (Newton's method); the bias has no ridge."""
    seen: dict[str, int] = {}
    for row in rows:
        for name, value in row.features.items():
            seen[name] = seen.get(name, 0) + bool(value)
    names = sorted(name for name, n in seen.items() if n >= SEEN)
    x = np.array([[row.features.get(name, 0.0) for name in names] + [1.0] for row in rows])
    y = np.array([row.right for row in rows], float)
    w: Any = np.zeros(x.shape[1])
    ridge = np.diag([RIDGE] * len(names) + [1e-6])
    for _ in range(STEPS):
        p = 1 / (1 + np.exp(-x @ w))
        step = np.linalg.solve((x * (p * (1 - p))[:, None]).T @ x + ridge, x.T @ (p - y) + ridge @ w)
        w = w - step
        if np.abs(step).max() < 1e-6:
            break
    return {name: round(float(v), 2) for name, v in zip(names, w, strict=False)}, round(float(w[-1]), 2)


def shifted(weights: dict[str, float], bias: float, rows: Sequence[Row]) -> float:
    """Return the bias with which as many of the rows are said to be right as are (by bisection)."""
    low, high, wanted = bias - 4.0, bias + 4.0, sum(row.right for row in rows)
    for _ in range(40):
        middle = (low + high) / 2
        more = sum(predict(weights, middle, row.features) for row in rows) > wanted
        low, high = (low, middle) if more else (middle, high)
    return round(low, 2)


def predict(weights: dict[str, float], bias: float, row: Features) -> float:
    """Return the probability of one record."""
    odds = bias + sum(weights.get(name, 0.0) * value for name, value in row.items())
    return float(1 / (1 + np.exp(-odds)))


def print_reliability(title: str, said: Sequence[float], rows: Sequence[Row]) -> None:
    """Print what was said against what was right, by bins, and the Brier score beside that of the mean."""
    right = np.array([row.right for row in rows], float)
    told = np.array(said)
    print(f"{title}: {len(rows)} records, {100 * right.mean():.1f} % right as a whole")
    print(f"  {'confidence':<12}{'records':>8}{'said':>8}{'right':>8}")
    for low, high in pairwise(BINS):
        here = (told >= low) & (told < high)
        if here.any():
            mean = f"{100 * told[here].mean():>8.1f}{100 * right[here].mean():>8.1f}"
            print(f"  {low:.1f}-{min(high, 1.0):.1f}     {here.sum():>8}{mean}")
    brier = float(((told - right) ** 2).mean())
    alone = float(((right.mean() - right) ** 2).mean())
    print(f"  Brier score {brier:.3f}; of the mean alone {alone:.3f}\n")


if __name__ == "__main__":
    main()
