"""Fit the weights that tell which named place a happening was at, and write them as a small readable table.

    python bench/train_event_places.py SHARED/bench/event_location/dev.jsonl

Only rows of the tuning part are used (two thirds, by hash of the id). The set (MIT licence) was annotated in batches. Those that
`places.py` names in LEFT_OUT mostly leave out the place that a sentence states, or have broken offsets; they would teach to say
nothing, so they are not learnt from (but `places.py` scores on all).
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from pathlib import Path
from typing import Any

import numpy as np
from places import LEFT_OUT, checking, parsed_readings  # type: ignore[import-not-found]

from dateline.records import Reading, Span
from dateline.resolve.place_features import Features
from dateline.resolve.places import PlaceInSpace

SEEN = 30  # rows that must have a feature
RIDGE, STEPS, RATE = 8.0, 1500, 0.05
DATA = Path(__file__).resolve().parent.parent / "src" / "dateline" / "reference" / "data" / "places_events.toml"
HEAD = """\
# Weights of what speaks for a named place being that of a happening (log odds against "none of them"; features are explained in
# resolve/place_features.py). Made by bench/train_event_places.py from the tuning part of the event_location set (MIT licence).

bias = {bias}
finer = {finer}     # a finer spot inside the likeliest place is taken when its score is at most this much lower

# Set by hand and added: what depends on the type of the event, which the set does not have, or is too rare in it.
[by_hand]
"origin" = -2.5             # "born in", "based in"
"from<noun" = -2.5          # "a man from Lima"
"associative" = -1.5
"is:venue" = 1.0            # the contract wants the named spot, the set mostly has its town
"light" = 1.0               # "a march was held in Lima"
"where clause" = 4.0        # "Lima, where police shot two men"
"goes there first" = 2.5    # "flew to Lima to negotiate"
"local body" = 5.0          # "Lima's criminal court freed two men"
"as far as" = 3.5           # "rallies were held as far away as Lima"
"speech opens from" = 4.0   # "From Lima, the union demanded ..."
"PROTEST from" = 3.5        # a march is at its start
"GATHER from" = 3.5
"PROTEST to" = 2.0          # where no start is told
"GATHER to" = 2.0
"AID to" = 2.5
"visit object" = 4.0        # "visited Lima"
"MOBILIZE object" = 2.5     # "patrolled Lima"
"CONSULT object" = -5.0     # whom one meets bears a place's name
"CONSULT subject" = -5.0
"CONSULT with" = -5.0

[weights]
"""
Row = tuple[list[Features], list[bool]]


def main() -> None:
    """Read, fit, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--finer", type=float, default=0.8, help="what to write as `finer`")
    options = parser.parse_args()
    rows = [json.loads(line) for line in options.gold.read_text("utf-8").split("\n") if line.strip()]
    rows = [row for row in rows if not checking(row["id"]) and row["source"] not in LEFT_OUT and sound(row)]
    readings = parsed_readings(options.gold)
    examples = [example(row, readings[row["id"]]) for row in rows]
    weights, bias = fit(examples)
    lines = [f'"{name}" = {value}' for name, value in sorted(weights.items(), key=lambda item: item[1])]
    DATA.write_text(HEAD.format(bias=bias, finer=options.finer) + "\n".join(lines) + "\n", "utf-8")
    print(f"{len(lines)} weights from {len(examples)} rows written to {DATA.name}")


def sound(row: dict[str, Any]) -> bool:
    """Tell whether the gold spans of a row begin and end at words."""
    text = row["text"]
    return all(
        not text[a].islower() and not (a and text[a - 1].isalnum()) and not (b < len(text) and text[b].isalnum())
        for a, b in row["locations"]
    )


def example(row: dict[str, Any], reading: Reading) -> Row:
    """Return the features of the names in the trigger's sentence, and which of them the gold has."""
    span = Span(*row["trigger"])
    near = PlaceInSpace().candidates(span, reading)
    gold = [Span(a, b) for a, b in row["locations"]]
    return [c.features for c in near], [c.toponym.span in gold for c in near]


def fit(rows: list[Row]) -> tuple[dict[str, float], float]:
    """Maximise the likelihood of the gold places, or of none, with a ridge; return weights and bias."""
    seen = Counter(name for features, _ in rows for one in features for name in one)
    names = sorted(name for name, n in seen.items() if n >= SEEN)
    number = {name: i for i, name in enumerate(names)}
    x = np.zeros((sum(len(f) for f, _ in rows), len(names) + 1))
    x[:, -1] = 1.0
    row_of = np.repeat(np.arange(len(rows)), [len(f) for f, _ in rows])
    right = np.array([g for _, golds in rows for g in golds], bool)
    for i, one in enumerate(one for features, _ in rows for one in features):
        for name, value in one.items():
            if name in number:
                x[i, number[name]] = value
    w = _descend(x, row_of, right, len(rows))
    kept = {name: round(float(w[i]), 2) for name, i in number.items() if abs(w[i]) >= 0.05}
    return kept, round(float(w[-1]), 2)


def _descend(x: Any, row_of: Any, right: Any, rows: int) -> Any:
    """Return the weights by gradient descent (Adam); the last column is the bias, which has no ridge."""
    w, mean, square = np.zeros(x.shape[1]), np.zeros(x.shape[1]), np.zeros(x.shape[1])
    placed = np.bincount(row_of, right, rows) > 0
    ridge = np.append(np.full(x.shape[1] - 1, RIDGE), 0.0)
    for step in range(1, STEPS + 1):
        raised = np.exp(np.clip(x @ w, -30, 30))
        said = raised / (1 + np.bincount(row_of, raised, rows))[row_of]
        among = np.where(placed, np.bincount(row_of, raised * right, rows), 1.0)
        gradient = (x.T @ (said - np.where(right, raised / among[row_of], 0.0)) + ridge * w) / rows
        mean, square = 0.9 * mean + 0.1 * gradient, 0.999 * square + 0.001 * gradient**2
        w -= RATE * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.999**step)) + 1e-8)
    return w


if __name__ == "__main__":
    main()
