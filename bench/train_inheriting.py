"""Fit when a mention without a time of its own inherits a day, on the work stories of the project's gold.

    python bench/train_inheriting.py [--dry]

A row is a candidate day of a mention (`resolve/inheriting.py`), right when the gold gives the mention that day. Prints what comes
out for the work stories, each left out in turn, and for the checking stories: of the mentions that may inherit, how many got a
day, how many of these the right one, how many were rightly left open. Writes `src/dateline/reference/data/inheriting.toml` unless
`--dry` is given; then candidates are made again with the new weights, since a day that was inherited is handed on.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from msgspec.structs import replace

from dateline.pipeline import make_coder, read_through
from dateline.records import Reading, Report
from dateline.reference.inheriting import InheritingModel, inheriting_model
from dateline.reference.times import load_time_grammar
from dateline.resolve.inheriting import Features
from dateline.resolve.times import PlaceInTime, weighed
from dateline.run.evaluate import read_gold
from dateline.run.scoring import load_gold
from dateline.run.scoring.matching import right_date
from dateline.run.scoring.pairing import Scene, pair_mentions

GOLD = Path(__file__).resolve().parent / "gold"
DATA = Path(__file__).resolve().parent.parent / "src" / "dateline" / "reference" / "data" / "inheriting.toml"
# LEAST: a day more is worth saying when it is right more often than half of what the dates score together.
RIDGE, STEPS, SEEN, LEAST, ROUNDS = 6.0, 40, 10, 0.37, 2
HEAD = """\
# Log odds that a mention without a time of its own happened on a day named before it (resolve/inheriting.py explains the names).
# least: from which probability on it inherits the day. Made by bench/train_inheriting.py from the work stories of bench/gold.

"""


class Open(NamedTuple):
    """A mention without a time of its own.

    dated: the gold gives it a day. days: the features of each candidate, and whether it is that day.
    """

    story: str
    part: str
    dated: bool
    days: list[tuple[Features, bool]]


def main() -> None:
    """Fit, print, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--dry", action="store_true", help="write nothing")
    options = parser.parse_args()
    for _ in range(1 if options.dry else ROUNDS):
        rows = list(open_mentions())
        work, check = [r for r in rows if r.part != "check"], [r for r in rows if r.part == "check"]
        print_outcome("as packaged, work", [(row, inheriting_model()) for row in work])
        print_outcome("as packaged, check", [(row, inheriting_model()) for row in check])
        print_outcome("work, each story left out", left_out(work))
        model = fit(work)
        print_outcome("check", [(row, model) for row in check])
        if not options.dry:
            lines = "".join(f'"{name}" = {value}\n' for name, value in sorted(model.weights.items()))
            DATA.write_text(f"{HEAD}bias = {model.bias}\nleast = {model.least}\n\n[weights]\n{lines}", "utf-8")
            inheriting_model.cache_clear()
            print(f"{len(model.weights)} weights written to {DATA.name}\n")


def open_mentions() -> Iterable[Open]:
    """Code the gold reports and yield their mentions that may inherit a day."""
    reports, grammar = load_gold(GOLD), load_time_grammar()
    parts = {p.parent.name: json.loads(p.read_text("utf-8")).get("part", "samples") for p in GOLD.glob("*/gold.json")}
    coder = make_coder()
    cut = next(k for k, stage in enumerate(coder.after) if isinstance(stage, PlaceInTime))
    texts = [report for report in read_gold(reports) if isinstance(report, Report)]
    started = [read_through(Reading(report=text, coder=coder.coder), coder.before) for text in texts]
    for report, parsed in zip(reports, coder.parser.pipe(started), strict=True):
        reading = read_through(parsed, coder.after[:cut])
        placed = PlaceInTime(grammar)(reading)
        done = read_through(placed, coder.after[cut + 1 :])
        gold = {(m.type, m.trigger.span, m.voice): event for event, m in pair_mentions(report, Scene.of(done)).pairs}
        for mention, candidates in weighed(replace(reading, times=placed.times), grammar):
            event = gold.get((mention.type, mention.trigger.span, mention.voice))
            if event is not None and candidates:
                dated = bool(event.from_)
                days = [(c.features, dated and right_date(event, c.time)) for c in candidates]
                yield Open(report.story, parts[report.story], dated, days)


def left_out(rows: Sequence[Open]) -> list[tuple[Open, InheritingModel]]:
    """Return each mention with a model that has not seen its story."""
    models = {story: fit([r for r in rows if r.story != story]) for story in {row.story for row in rows}}
    return [(row, models[row.story]) for row in rows]


def fit(rows: Sequence[Open]) -> InheritingModel:
    """Return the likeliest logistic model with a ridge (Newton's method); the bias has no ridge."""
    days = [day for row in rows for day in row.days]
    seen: dict[str, int] = {}
    for features, _ in days:
        for name in features:
            seen[name] = seen.get(name, 0) + 1
    names = sorted(name for name, n in seen.items() if n >= SEEN)
    x = np.array([[features.get(name, 0.0) for name in names] + [1.0] for features, _ in days])
    y = np.array([right for _, right in days], float)
    w: Any = np.zeros(x.shape[1])
    ridge = np.diag([RIDGE] * len(names) + [1e-6])
    for _ in range(STEPS):
        p = 1 / (1 + np.exp(-x @ w))
        step = np.linalg.solve((x * (p * (1 - p))[:, None]).T @ x + ridge, x.T @ (p - y) + ridge @ w)
        w = w - step
        if np.abs(step).max() < 1e-6:
            break
    weights = {name: round(float(v), 2) for name, v in zip(names, w, strict=False)}
    return InheritingModel(bias=round(float(w[-1]), 2), least=LEAST, weights=weights)


def print_outcome(title: str, rated: Sequence[tuple[Open, InheritingModel]]) -> None:
    """Print how many mentions got a day, how many of these the right one, and how many were rightly left open."""
    best = [max((model.probability(f), right) for f, right in row.days) for row, model in rated]
    given = [right for (likely, right), (_, model) in zip(best, rated, strict=True) if likely >= model.least]
    undated = [likely < model.least for (likely, _), (row, model) in zip(best, rated, strict=True) if not row.dated]
    dated = len(rated) - len(undated)
    print(
        f"{title}: {sum(given)} right of {len(given)} given, of {dated} in gold; {sum(undated)} of {len(undated)} left open"
    )


if __name__ == "__main__":
    main()
