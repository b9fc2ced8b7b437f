"""Which place a name means: a ranking that settles all names of a report together.

Each distinct name is a group with candidate rows. A candidate's standing is what speaks for it alone (people, kind of place,
how the name belongs to it, the level that the text states, its container) plus the company: how well it goes with the likely
places of the other groups (same country, same subdivision, near by). A few rounds settle it. The weights are in
`places_ranker.toml`.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

import numpy as np
from numpy.typing import NDArray

from dateline.annotate.name_spans import Level
from dateline.reference.gazetteer import Gazetteer
from dateline.reference.gazetteer.index import FEATURE_NUMBER, Rows
from dateline.reference.gazetteer.supplement import Ranker, ranker, venues

Floats = NDArray[np.float64]
_MAX_CANDIDATES = 24
_UNKNOWN_PEOPLE = 300  # taken for a place whose inhabitants the gazetteer does not tell
_SEAT_KM = 40.0  # a town so near the middle of a subdivision of its name is its seat, whatever the codes say
# From how many people a town of its name is a subdivision's seat; below it is as likely a village of the county.
_SEAT_PEOPLE = {FEATURE_NUMBER["ADM1"]: 5_000, FEATURE_NUMBER["ADM2"]: 15_000}
_LEVELS = {
    "admin1": ("ADM1", "RGN"), "admin2": ("ADM2", "ADM1"), "town": ("P", "PPLC", "S"), "": (),
}  # fmt: skip


@dataclass(slots=True)
class Group:
    """All mentions of one name with one sense.

    rows, qualities: candidates and how the name belongs to each. mentions: how often the report has it (context weight).
    inside: row of the place that the text names as its container. unlisted: a spot where the report plays that the
    gazetteer lacks is likelier than any of the candidates, which bear its name by chance.
    """

    key: str
    rows: Rows
    qualities: NDArray[np.uint8]
    level: Level = ""
    mentions: float = 1.0
    inside: int | None = None
    hints: tuple[int, ...] = ()
    unlisted: bool = False
    chances: Floats = field(default_factory=lambda: np.empty(0))

    def best(self) -> int:
        """Return the row of the likeliest candidate."""
        return int(self.rows[int(self.chances.argmax())])

    def ranked(self) -> list[tuple[int, float]]:
        """Return rows with their share of the weight, the likeliest first."""
        order = np.argsort(-self.chances, kind="stable")
        return [(int(self.rows[i]), float(self.chances[i])) for i in order]


def within(gazetteer: Gazetteer, rows: Rows, container: int) -> NDArray[np.bool_]:
    """Tell for each row whether it lies in the container (country, subdivision or, loosely, a town's subdivision)."""
    feature = int(gazetteer.feature[container])
    if feature == FEATURE_NUMBER["PCLI"]:
        return np.asarray(gazetteer.country[rows] == gazetteer.country[container])
    if feature == FEATURE_NUMBER["ADM1"]:
        near = _km(gazetteer, rows, container) < 250
        unplaced = (gazetteer.admin1[rows] < 0) & (gazetteer.country[rows] == gazetteer.country[container]) & near
        return np.asarray((gazetteer.admin1[rows] == container) | unplaced)
    if feature == FEATURE_NUMBER["ADM2"]:
        return np.asarray(gazetteer.admin2[rows] == container)
    return np.asarray(_km(gazetteer, rows, container) < 60)


def settle(gazetteer: Gazetteer, groups: Sequence[Group]) -> None:
    """Fill the chances of every group."""
    weights = ranker()
    for group in groups:
        _narrow(gazetteer, group, weights)
    live = [g for g in groups if len(g.rows)]
    if not live:
        return
    alone = [_alone(gazetteer, g, weights) for g in live]
    company = _Company(gazetteer, live, weights)
    namesakes = [_may_be_namesakes(gazetteer, g, weights) for g in live]
    heard = [np.zeros(len(g.rows)) for g in live]
    bias = [_unlisted_alone(g, weights) if may else -math.inf for g, may in zip(live, namesakes, strict=True)]
    elsewhere = bias
    for _ in range(weights.rounds + 1):
        for group, score, extra, rival in zip(live, alone, heard, elsewhere, strict=True):
            shares = _softmax(np.append(score + extra, rival))
            group.chances, group.unlisted = shares[:-1], float(shares[-1]) > float(shares[:-1].max())
        chances = [g.chances for g in live]
        heard = company.support(chances)
        elsewhere = [alone + company.unlisted(number, chances) for number, alone in enumerate(bias)]
    for group in live:
        group.chances = group.chances / max(float(group.chances.sum()), 1e-9)


def _unlisted_alone(group: Group, weights: Ranker) -> float:
    """Return what speaks for a spot that the gazetteer lacks, whatever else the report names."""
    called = group.key.rsplit(" ", 1)[-1] in venues().behind
    return weights.unlisted.bias + weights.unlisted.called_spot * called


def _may_be_namesakes(gazetteer: Gazetteer, group: Group, weights: Ranker) -> bool:
    """Tell whether all candidates are lesser towns, of which a quarter or square elsewhere may bear the name."""
    if group.inside is not None or group.hints or group.level or group.key.startswith("="):
        return False
    towns = _kinds("P", "S", "ADM2")[gazetteer.feature[group.rows]]
    return bool(towns.all() and (gazetteer.population[group.rows] <= weights.unlisted.most_people).all())


def _narrow(gazetteer: Gazetteer, group: Group, weights: Ranker) -> None:
    """Keep candidates inside the stated container, if any is, and at most a couple of dozen."""
    if group.inside is not None:
        inside = within(gazetteer, group.rows, group.inside) & (group.rows != group.inside)
        if bool(inside.any()):
            group.rows, group.qualities = group.rows[inside], group.qualities[inside]
    if len(group.rows) > _MAX_CANDIDATES:
        order = np.argsort(-_alone(gazetteer, group, weights), kind="stable")[:_MAX_CANDIDATES]
        group.rows, group.qualities = group.rows[order], group.qualities[order]


@cache
def _kinds(*names: str) -> NDArray[np.bool_]:
    """Return for each feature number whether it is one of these."""
    return np.array([feature in names for feature in FEATURE_NUMBER])


@cache
def _bonus(weights: tuple[tuple[str, float], ...]) -> Floats:
    """Return for each feature number what speaks for it."""
    of = dict(weights)
    return np.array([of.get(feature, 0.0) for feature in FEATURE_NUMBER])


def _alone(gazetteer: Gazetteer, group: Group, weights: Ranker) -> Floats:
    rows = group.rows
    features = gazetteer.feature[rows]
    known = gazetteer.population[rows].astype(np.float64)
    people = np.log10(np.where(known > 0, known, _UNKNOWN_PEOPLE) + 1)
    score: Floats = weights.people * people + np.array(weights.quality)[group.qualities]
    score += _bonus(tuple(weights.feature.items()))[features]
    score -= weights.namesake * _seat_inside(gazetteer, rows, group.qualities)
    wanted = _LEVELS[group.level]
    if wanted:
        score += weights.level * _kinds(*wanted)[features]
    for hint in group.hints:
        score += weights.hint * within(gazetteer, rows, hint)
    return score


def _seat_inside(gazetteer: Gazetteer, rows: Rows, qualities: NDArray[np.uint8]) -> Floats:
    """Mark subdivisions whose own town of that name stands among the candidates: the town is meant unless the text says."""
    features = gazetteer.feature[rows]
    towns = rows[_kinds("P", "PPLC")[features]]
    out = np.zeros(len(rows))
    codes = {FEATURE_NUMBER["ADM1"]: gazetteer.admin1, FEATURE_NUMBER["ADM2"]: gazetteer.admin2}
    for i, row in enumerate(rows):
        feature = int(features[i])
        if feature not in codes:
            continue
        seats = towns[gazetteer.population[towns] >= _SEAT_PEOPLE[feature]]
        if len(seats):
            out[i] = bool((codes[feature][seats] == row).any() or (_km(gazetteer, seats, int(row)) < _SEAT_KM).any())
    return out


def _softmax(score: Floats) -> Floats:
    raised = np.exp(score - score.max())
    return np.asarray(raised / raised.sum())


def _km(gazetteer: Gazetteer, rows: Rows, row: int) -> Floats:
    """Return great-circle distances in km."""
    points, point = _unit(gazetteer, rows), _unit(gazetteer, np.array([row], np.int32))
    return np.asarray(6371.0 * np.arccos(np.clip(points @ point[0], -1.0, 1.0)))


def _unit(gazetteer: Gazetteer, rows: Rows) -> Floats:
    lat, lon = np.radians(gazetteer.lat[rows].astype(np.float64)), np.radians(gazetteer.lon[rows].astype(np.float64))
    return np.stack([np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)], axis=1)


class _Company:
    """How well the candidates of different groups go together: a matrix over all candidates of the report."""

    def __init__(self, gazetteer: Gazetteer, groups: Sequence[Group], weights: Ranker) -> None:
        self.weights = weights
        sizes = [len(g.rows) for g in groups]
        self.cuts = np.cumsum(sizes)[:-1]
        self.group = np.repeat(np.arange(len(groups)), sizes)
        self.mass = np.repeat([min(g.mentions, 3.0) for g in groups], sizes)
        rows = np.concatenate([g.rows for g in groups])
        self.country, self.admin1 = country, admin1 = gazetteer.country[rows], gazetteer.admin1[rows]
        same_country = (country[:, None] == country[None, :]) & (country < 65535)[:, None]
        same_admin1 = (admin1[:, None] == admin1[None, :]) & (admin1 >= 0)[:, None]
        points = _unit(gazetteer, rows)
        km = 6371.0 * np.arccos(np.clip(points @ points.T, -1.0, 1.0))
        wide = _kinds("PCLI", "RGN", "CONT", "SEA", "OCN")[gazetteer.feature[rows]]
        near = np.exp(-km / weights.near_km) * ~(wide[:, None] | wide[None, :])
        fit = weights.same_country * same_country + weights.same_admin1 * same_admin1 + weights.near * near
        self.fit = fit * (self.group[:, None] != self.group[None, :])

    def support(self, chances: Sequence[Floats]) -> list[Floats]:
        """Return for each group what the others' likely places add to its candidates."""
        weight = np.concatenate(chances) * self.mass
        total = self.fit @ weight
        others = self.mass_of_others(weight)
        return np.split(total / (others + self.weights.damping), self.cuts)

    def unlisted(self, number: int, chances: Sequence[Floats]) -> float:
        """Return what the company adds for a place without a row, in the country and subdivision of most other groups."""
        weight = np.concatenate(chances) * self.mass * (self.group != number)
        weights = self.weights
        country = np.bincount(self.country, weights=weight * (self.country < 65535)).max(initial=0.0)
        admin1 = np.bincount(self.admin1 + 1, weights=weight)[1:].max(initial=0.0)
        heard = weights.same_country * country + weights.same_admin1 * admin1
        return float(heard / (weight.sum() + weights.damping))

    def mass_of_others(self, weight: Floats) -> Floats:
        """Return for each candidate the weight of all groups but its own."""
        own = np.bincount(self.group, weights=weight)
        return np.asarray(weight.sum() - own[self.group])
