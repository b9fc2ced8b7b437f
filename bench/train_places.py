"""Fit the weights by which one of several places of a name is chosen, on the work stories of the project's gold.

    python bench/train_places.py [--dry]

Names are found by the program, their right points come from the gold. The weights (`places_ranker.toml`) are moved one at a time,
by steps that grow smaller, as long as the likelihood of the right places grows; a pull towards plain starting values keeps those
that the stories say little about. Prints the share of names whose likeliest place is right, before and after, for work and check
stories; writes the data file unless `--dry` is given.
"""

from __future__ import annotations

import argparse
import json
import math
import re
from collections.abc import Iterator, Sequence
from copy import copy
from pathlib import Path
from typing import NamedTuple
from unittest.mock import patch

import msgspec
import numpy as np
from numpy.typing import NDArray

from dateline.annotate import place_choice, toponyms
from dateline.annotate.place_choice import Group
from dateline.pipeline import Pipeline, make_coder, read_through
from dateline.records import Reading, Report
from dateline.reference.gazetteer import Gazetteer, names
from dateline.reference.gazetteer.index import FEATURE_NUMBER
from dateline.reference.gazetteer.supplement import Probability, Ranker, Unlisted, ranker
from dateline.run.evaluate import read_gold
from dateline.run.scoring import load_gold

GOLD = Path(__file__).resolve().parent / "gold"
DATA = Path(__file__).resolve().parent.parent / "src" / "dateline" / "reference" / "data" / "places_ranker.toml"
NEAR_KM = {"PCLI": 500.0, "RGN": 300.0, "ADM1": 100.0}  # how far from the gold's point an area's may be
TOWN_KM = 40.0
CALIBRATED_KM = 161.0  # the probability is that of a point as near as this
ONE_CANDIDATE, NOT_LISTED = -1.0, -2.0
PULL = 3.0  # how many logarithms of likelihood a weight's step of its own size from its starting value must bring
STEPS = (1.0, 0.5, 0.25, 0.1)
# Where the search starts: what one would guess.
START = Ranker(
    people=1.0, quality=(0.0, -0.5, -1.0, -2.0), level=3.0, hint=3.0, namesake=1.5, same_country=3.0, same_admin1=3.0, near=4.0,
    near_km=150.0, damping=1.0, rounds=3, unlisted=Unlisted(bias=0.0, called_spot=2.0, most_people=300_000),
    feature={"PCLI": 2.0, "ADM1": 0.0, "ADM2": -1.0, "PPLC": 1.0, "RGN": 0.0, "CONT": 1.0, "AIRP": 0.0, "S": 0.0},
    probability=Probability(slope=1.0, intercept=0.0, single=0.95, unlisted=0.6),
)  # fmt: skip
LEVELS = ("people", "level", "hint", "namesake", "same_country", "same_admin1", "near", "damping")


Point = tuple[float, float]


class Case(NamedTuple):
    """A report's names as they come to the choice.

    points: the gold's, by key of the name. right: for the number of a group, which of its candidates are right.
    """

    part: str
    reading: Reading
    points: dict[str, Point]
    groups: list[Group]
    right: dict[int, NDArray[np.bool_]]


def main() -> None:
    """Read, fit, print, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--dry", action="store_true", help="write nothing")
    options = parser.parse_args()
    coder = make_coder()
    stage = next(s for s in coder.after if isinstance(s, toponyms.FindToponyms))
    gazetteer, cases = stage.gazetteer, cases_of(GOLD, coder, stage)
    work, check = [c for c in cases if c.part != "check"], [c for c in cases if c.part == "check"]
    for title, weights in (("now", ranker()), ("start", START)):
        report(title, gazetteer, weights, work, check)
    fitted = fit(gazetteer, work)
    report("fitted", gazetteer, fitted, work, check)
    fitted = msgspec.structs.replace(fitted, probability=calibrate(stage, fitted, work))
    if not options.dry:
        write(fitted)


def cases_of(folder: Path, coder: Pipeline, stage: toponyms.FindToponyms) -> list[Case]:
    """Return the names of the gold's reports before they are settled, with which of their candidates are right."""
    before = coder.after[: coder.after.index(stage)]
    parts = {p.parent.name: json.loads(p.read_text("utf-8")).get("part", "samples") for p in folder.glob("*/gold.json")}
    caught: list[Group] = []

    def catch(gazetteer: Gazetteer, groups: Sequence[Group]) -> None:
        caught[:] = [copy(group) for group in groups]
        place_choice.settle(gazetteer, groups)

    cases: list[Case] = []
    reports = load_gold(folder)
    for gold, text in zip(reports, read_gold(reports), strict=True):
        if not isinstance(text, Report):
            continue
        parsed = next(iter(coder.parser.pipe([read_through(Reading(report=text, coder=coder.coder), coder.before)])))
        reading = read_through(parsed, before)
        with patch.object(toponyms, "settle", catch):
            stage(reading)
        points = {
            names.key(p.text): (p.lat, p.lon) for p in gold.gold.places if p.lat is not None and p.lon is not None
        }
        right = {
            number: near(stage.gazetteer, group, points[group.key])
            for number, group in enumerate(caught)
            if group.mentions > 0 and group.key in points and len(group.rows) > 1
        }
        cases.append(Case(parts[gold.story], reading, points, list(caught), right))
    return cases


def near(gazetteer: Gazetteer, group: Group, point: Point) -> NDArray[np.bool_]:
    """Tell which of a group's candidates lie where the gold has the place."""
    allowed = {FEATURE_NUMBER[name]: km for name, km in NEAR_KM.items()}
    spots = ((float(gazetteer.lat[row]), float(gazetteer.lon[row])) for row in group.rows)
    limits = (allowed.get(int(feature), TOWN_KM) for feature in gazetteer.feature[group.rows])
    return np.array([distance_km(spot, point) <= km for spot, km in zip(spots, limits, strict=True)], bool)


def distance_km(one: Point, other: Point) -> float:
    """Return the great-circle distance of two points (lat, lon) in degrees."""
    a, b, c, d = map(math.radians, (*one, *other))
    inner = math.sin((c - a) / 2) ** 2 + math.cos(a) * math.cos(c) * math.sin((d - b) / 2) ** 2
    return 12742 * math.asin(math.sqrt(min(1.0, inner)))


def settled(gazetteer: Gazetteer, weights: Ranker, cases: Sequence[Case]) -> Iterator[tuple[Group, NDArray[np.bool_]]]:
    """Settle the names with the weights; yield each whose right place is known, with which candidates are right."""
    for case in cases:
        groups = [copy(group) for group in case.groups]
        with patch.object(place_choice, "ranker", lambda: weights):
            place_choice.settle(gazetteer, groups)
        for number, right in case.right.items():
            group = groups[number]
            rows = set(case.groups[number].rows[right].tolist())
            yield group, np.array([int(row) in rows for row in group.rows], bool)


def report(title: str, gazetteer: Gazetteer, weights: Ranker, work: Sequence[Case], check: Sequence[Case]) -> None:
    """Print how many names get the right place."""
    cells = []
    for name, cases in (("work", work), ("check", check)):
        listed = [(g, right) for g, right in settled(gazetteer, weights, cases) if right.any()]
        chosen = sum(bool(right[int(g.chances.argmax())]) for g, right in listed)
        cells.append(f"{name} {chosen} of {len(listed)} ({100 * chosen / max(1, len(listed)):.1f} %)")
    print(f"{title}: {', '.join(cells)}")


def likelihood(gazetteer: Gazetteer, weights: Ranker, cases: Sequence[Case]) -> float:
    """Return the logarithm of the likelihood of the right places, less the pull of the starting values."""
    total = 0.0
    for group, right in settled(gazetteer, weights, cases):
        if right.any():
            total += math.log(max(float(group.chances[right].sum()), 1e-4))
    return total - PULL * sum(away(value, start) for value, start in zip(values(weights), values(START), strict=True))


def away(value: float, start: float) -> float:
    """Return how far a weight is from where it started, in its own size."""
    return ((value - start) / max(1.0, abs(start))) ** 2


def values(weights: Ranker) -> list[float]:
    """Return the weights that are searched."""
    return [
        *(getattr(weights, name) for name in LEVELS),
        *weights.quality[1:],
        *(weights.feature[k] for k in START.feature),
    ]


def moved(weights: Ranker, number: int, step: float) -> Ranker:
    """Return the weights with one of them moved by a step."""
    if number < len(LEVELS):
        name = LEVELS[number]
        return msgspec.structs.replace(weights, **{name: round(max(0.0, getattr(weights, name) + step), 2)})
    number -= len(LEVELS)
    if number < 3:
        quality = [round(q + step, 2) if k == number + 1 else q for k, q in enumerate(weights.quality)]
        return msgspec.structs.replace(weights, quality=tuple(quality))
    name = list(START.feature)[number - 3]
    return msgspec.structs.replace(weights, feature=weights.feature | {name: round(weights.feature[name] + step, 2)})


def fit(gazetteer: Gazetteer, cases: Sequence[Case]) -> Ranker:
    """Search the likeliest weights one at a time; then the standing of unlisted spots, by right decisions."""
    weights, best = START, likelihood(gazetteer, START, cases)
    for size in STEPS:
        again = True
        while again:
            again = False
            for number in range(len(values(weights))):
                for step in (size, -size):
                    trial = moved(weights, number, step)
                    if (score := likelihood(gazetteer, trial, cases)) > best + 0.05:
                        weights, best, again = trial, score, True
                        break
        print(f"steps of {size}: {best:.1f}", flush=True)
    biases = [msgspec.structs.replace(weights.unlisted, bias=bias) for bias in (-1.5, -1.0, -0.5, 0.0, 0.5, 1.0, 1.5)]
    return max(
        (msgspec.structs.replace(weights, unlisted=u) for u in biases), key=lambda w: decided(gazetteer, w, cases)
    )


def decided(gazetteer: Gazetteer, weights: Ranker, cases: Sequence[Case]) -> int:
    """Return how many names are rightly taken for a listed place, or for a spot that is not listed."""
    return sum(group.unlisted != bool(right.any()) for group, right in settled(gazetteer, weights, cases))


class Probe(NamedTuple):
    """Stands in for the ranker: its probability tells apart what the real one is made of."""

    weights: Ranker

    def confidence(self, shares: Sequence[float]) -> float:
        """Return the chosen place's share, or which of the two that have none."""
        return shares[0] if len(shares) > 1 else ONE_CANDIDATE if shares else NOT_LISTED


def calibrate(stage: toponyms.FindToponyms, weights: Ranker, cases: Sequence[Case]) -> Probability:
    """Return what turns the chosen candidate's share into the probability that its point is near the right one."""
    said: list[tuple[float, bool]] = []
    with patch.object(place_choice, "ranker", lambda: weights), patch.object(stage, "_ranker", Probe(weights)):
        for case in cases:
            first = {names.key(t.text): t for t in reversed(stage(case.reading).toponyms)}
            for key, point in case.points.items():
                if (found := first.get(key)) is not None and found.confidence is not None:
                    far = distance_km((found.lat or 0.0, found.lon or 0.0), point)
                    said.append((found.confidence, far <= CALIBRATED_KM))
    kinds = {kind: [right for share, right in said if share == kind] for kind in (ONE_CANDIDATE, NOT_LISTED)}
    shares = [(min(max(share, 0.02), 0.9995), right) for share, right in said if share >= 0]
    odds = np.array([math.log(share / (1 - share)) for share, _ in shares])
    right = np.array([float(r) for _, r in shares])
    slope, intercept = 1.0, 0.0
    for _ in range(4000):
        error = right - 1 / (1 + np.exp(-(slope * odds + intercept)))
        slope, intercept = slope + 0.05 * float((error * odds).mean()), intercept + 0.05 * float(error.mean())
    single, unlisted = (round((sum(r) + 1) / (len(r) + 2), 3) for r in kinds.values())
    print(f"probability from {len(shares)} names with rivals, {', '.join(str(len(r)) for r in kinds.values())} without")
    return Probability(slope=round(slope, 2), intercept=round(intercept, 2), single=single, unlisted=unlisted)


def write(weights: Ranker) -> None:
    """Write the weights into the data file, each in its line; the comments stay."""
    text = DATA.read_text("utf-8")
    tables = {**msgspec.to_builtins(weights), **weights.feature}
    tables |= {**msgspec.to_builtins(weights.probability), "bias": weights.unlisted.bias}
    for name, value in tables.items():
        text = re.sub(rf"(?m)^{name} = (\[[^\]]*\]|[-\d.]+)", f"{name} = {json.dumps(value)}", text)
    DATA.write_text(text, "utf-8")
    print(f"written to {DATA.name}")


if __name__ == "__main__":
    main()
