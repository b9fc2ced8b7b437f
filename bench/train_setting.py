"""Fit which day and which place a mention inherits whose own words tell none, on the work parts of bench/gold and bench/plain.

    python bench/train_setting.py [--dry] [--only day|place] [--and FOLDER] [--shared ../shared] [--timebank FOLDER]

A row is such a mention with its candidates (`resolve/days.py`, `resolve/spots.py`) and "none of them"; right is what the gold
gives. Long stories hand days and places on, notes and briefs hardly do; how long the report is is one of the traits. Prints for
each of them, for the work part with each eighth left out in turn and for the check part: how many mentions got one, how
many of these the right one, how many were rightly left open. Writes `src/dateline/reference/data/setting.toml` unless `--dry`
is given, or with `--only` its half; then rows are made again: days are part of what places are chosen by, and earlier mentions'
days and places of what later ones are. `--and` prints one more folder. `--shared` and `--timebank` (bench/real.py) add the
work part of bench/real, with which hardly anything that nobody read comes out better; the packaged weights were fitted without.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import plain  # type: ignore[import-not-found]
import real  # type: ignore[import-not-found]
from msgspec.structs import replace
from scipy.optimize import minimize  # type: ignore[import-untyped]

from dateline.pipeline import Pipeline, make_coder, read_through
from dateline.read import read_text
from dateline.records import Reading, Report
from dateline.reference.setting import Features, SettingModel, setting_model
from dateline.reference.times import load_time_grammar
from dateline.resolve.place_points import near_by
from dateline.resolve.places import PlaceInSpace
from dateline.resolve.times import PlaceInTime, open_mentions
from dateline.run.evaluate import read_gold
from dateline.run.scoring import GoldReport, load_gold
from dateline.run.scoring.matching import gold_days, right_date, right_place
from dateline.run.scoring.pairing import Scene, pair_mentions

GOLD = Path(__file__).resolve().parent / "gold"
DATA = Path(__file__).resolve().parent.parent / "src" / "dateline" / "reference" / "data" / "setting.toml"
SHORT = plain.SETS
RIDGE, SEEN, ROUNDS, FOLDS, LEAST = 4.0, 8, 2, 8, 0.05
HEAD = """\
# What speaks for a day or place that a mention inherits, and for none of them (resolve/days.py, spots.py and traits.py explain
# the names), as log odds. Made by bench/train_setting.py from the work parts of bench/gold and bench/plain.
"""


class Row(NamedTuple):
    """A mention without a day or place of its own. rows: each candidate's features and whether right; open: none is right.

    near: for each of the places those that lie near it; source: "gold", or the set of bench/plain.
    """

    what: str
    source: str
    story: str
    part: str
    traits: list[str]
    rows: list[tuple[Features, bool]]
    open: bool
    near: list[list[int]]


class Weights(NamedTuple):
    """Fitted weights of candidates and of none of them, by name."""

    some: dict[str, float]
    none: dict[str, float]


def main() -> None:
    """Fit, print, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--dry", action="store_true", help="write nothing")
    parser.add_argument(
        "--only", choices=("day", "place"), help="write the weights of one, leave the other's as they are"
    )
    parser.add_argument("--and", dest="also", type=Path, help="one more folder of gold")
    parser.add_argument("--shared", type=Path, help="the folder of the development data")
    parser.add_argument("--timebank", type=Path, help="the folder TBAQ-cleaned of TempEval-3")
    options = parser.parse_args()
    published = list(real.reports(real.texts(options.shared, options.timebank)))
    for _ in range(1 if options.dry else ROUNDS):
        rows = [*open_rows(GOLD), *(row for name in SHORT for row in short_rows(name, plain.notes(name)))]
        rows += short_rows("real", published)
        more = list(open_rows(options.also)) if options.also else []
        now = setting_model()
        model = {"day": Weights(now.day, now.no_day), "place": Weights(now.place, now.no_place)}
        for what in (options.only,) if options.only else ("day", "place"):
            mine = [row for row in rows if row.what == what]
            work = [row for row in mine if row.part != "check"]
            model[what] = fit(work)
            rated = left_out(work) + [(row, model[what]) for row in mine if row.part == "check"]
            for source, part in sorted({(row.source, row.part) for row in mine}):
                found = outcome([(r, weights) for r, weights in rated if (r.source, r.part) == (source, part)])
                print(f"{what}, {source}, {part}: {found}")
            print(f"{what}, also: {outcome([(row, model[what]) for row in more if row.what == what])}" if more else "")
        if not options.dry:
            write(model["day"], model["place"])


def write(day: Weights, place: Weights) -> None:
    """Write the data file."""
    table = {"day": day.some, "no_day": day.none, "place": place.some, "no_place": place.none}
    parts = ("\n".join(f'"{k}" = {v}' for k, v in sorted(rows.items())) for rows in table.values())
    DATA.write_text(HEAD + "".join(f"\n[{name}]\n{part}\n" for name, part in zip(table, parts, strict=True)), "utf-8")
    setting_model.cache_clear()
    print(f"{sum(map(len, table.values()))} weights written to {DATA.name}\n")


def open_rows(folder: Path) -> Iterator[Row]:
    """Code gold reports and yield the mentions that may inherit a day or a place."""
    reports = load_gold(folder)
    parts = {p.parent.name: json.loads(p.read_text("utf-8")).get("part", "samples") for p in folder.glob("*/gold.json")}
    coder = make_coder()
    for report, text in zip(reports, read_gold(reports), strict=True):
        if isinstance(text, Report):
            yield from _open_in(coder, report, text, ("gold", report.story, parts[report.story]))


def short_rows(name: str, notes: Sequence[dict[str, Any]]) -> Iterator[Row]:
    """Code the texts of a set of bench/plain, or bench/real, and yield the mentions that may inherit a day or a place."""
    coder = make_coder()
    for note in notes:
        published = date.fromisoformat(note["published"])
        text = read_text(note["text"], source=note["id"], outlet=note["outlet"], published=published)
        yield from _open_in(coder, plain.gold_of(note), text, (name, note["id"], note["part"]))


def _open_in(coder: Pipeline, report: GoldReport, text: Report, about: tuple[str, str, str]) -> Iterator[Row]:
    grammar = load_time_grammar()
    cut = next(k for k, stage in enumerate(coder.after) if isinstance(stage, PlaceInTime))
    stop = next(k for k, stage in enumerate(coder.after) if isinstance(stage, PlaceInSpace))
    parsed = next(iter(coder.parser.pipe([read_through(Reading(report=text, coder=coder.coder), coder.before)])))
    coded = read_through(parsed, coder.after[:cut])
    timed = read_through(coded, coder.after[cut:stop])
    done = read_through(timed, coder.after[stop:])
    gold = {(m.type, m.trigger.span, m.voice): event for event, m in pair_mentions(report, Scene.of(done)).pairs}
    for open_ in open_mentions(replace(coded, times=timed.times), grammar):
        event = gold.get((open_.mention.type, open_.mention.trigger.span, open_.mention.voice))
        if event is not None:
            days = [(c.features, right_date(event, c.time)) for c in open_.candidates]
            yield Row("day", *about, open_.traits, days, gold_days(event) is None, [])
    for mention, traits, candidates in PlaceInSpace().open_mentions(timed):
        event = gold.get((mention.type, mention.trigger.span, mention.voice))
        if event is not None:
            places = [(c.features, right_place(event.place, c.place)) for c in candidates]
            yield Row("place", *about, traits, places, event.place is None, near_by([c.place for c in candidates]))


def left_out(rows: Sequence[Row]) -> list[tuple[Row, Weights]]:
    """Return each row with weights that have not seen its story."""
    stories = sorted({row.story for row in rows})
    fold = {story: n % FOLDS for n, story in enumerate(stories)}
    models = [fit([r for r in rows if fold[r.story] != n]) for n in range(FOLDS)]
    return [(row, models[fold[row.story]]) for row in rows]


def fit(rows: Sequence[Row]) -> Weights:
    """Return the likeliest conditional logit with a ridge; several candidates may be right together."""
    rows = [row for row in rows if row.open or any(right for _, right in row.rows)]
    some = Counter(name for row in rows for features, _ in row.rows for name in features)
    none = Counter(name for row in rows for name in row.traits)
    names = [f"+{name}" for name, n in sorted(some.items()) if n >= SEEN]
    names += ["-none", *(f"-{name}" for name, n in sorted(none.items()) if n >= SEEN)]
    column = {name: k for k, name in enumerate(names)}
    x: list[Any] = []
    y: list[bool] = []
    starts: list[int] = []
    for row in rows:
        starts.append(len(y))
        for features, right in row.rows:
            x.append(_line(column, {f"+{name}": value for name, value in features.items()}))
            y.append(right)
        x.append(_line(column, {"-none": 1.0, **{f"-{name}": 1.0 for name in row.traits}}))
        y.append(row.open)
    w = _climb(np.array(x), np.array(y, float), np.array(starts))
    found = {name: round(float(w[k]), 2) for name, k in column.items() if abs(w[k]) >= LEAST}
    return Weights(*({n[1:]: v for n, v in found.items() if n[0] == sign} for sign in "+-"))


def _line(column: dict[str, int], features: Features) -> Any:
    line = np.zeros(len(column))
    for name, value in features.items():
        if name in column:
            line[column[name]] = value
    return line


def _climb(x: Any, y: Any, starts: Any) -> Any:
    """Return the weights that make the right candidates likeliest. starts: the first line of each row in x."""
    of = np.repeat(np.arange(len(starts)), np.diff([*starts, len(y)]))

    def cost(w: Any) -> tuple[float, Any]:
        s = x @ w
        e = np.exp(s - np.maximum.reduceat(s, starts)[of])
        every, good = np.add.reduceat(e, starts), np.add.reduceat(e * y, starts)
        toward = e * y / good[of] - e / every[of]
        return float(-np.log(good / every).sum() + RIDGE / 2 * w @ w), -(x.T @ toward) + RIDGE * w

    return minimize(cost, np.zeros(x.shape[1]), jac=True, method="L-BFGS-B", options={"maxiter": 300}).x


def outcome(rated: Sequence[tuple[Row, Weights]]) -> str:
    """Say how many mentions got one, how many of these the right one, and how many were rightly left open."""
    given = right = left = 0
    for row, weights in rated:
        model = SettingModel(day=weights.some, no_day=weights.none, place=weights.some, no_place=weights.none)
        found = [features for features, _ in row.rows]
        best = model.best_day(found, row.traits) if row.what == "day" else model.best_place(found, row.traits, row.near)
        given += best is not None
        right += best is not None and row.rows[best][1]
        left += best is None and row.open
    closed = sum(not row.open for row, _ in rated)
    return (
        f"{right} right of {given} given, of {closed} in gold; {left} of {len(rated) - closed} rightly left open; "
        f"{100 * (right + left) / max(1, len(rated)):.1f} % of {len(rated)}"
    )


if __name__ == "__main__":
    main()
