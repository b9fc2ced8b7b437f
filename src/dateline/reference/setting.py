"""Where and when a happening stands whose own words do not say: the weights of what speaks for each day and place of its report.

`data/setting.toml`, made by bench/train_setting.py from the project's own gold: a conditional logit with a ridge (McFadden 1974,
"Conditional logit analysis of qualitative choice behavior"). Each candidate has features; "none of them" has features too.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from math import exp, log

import msgspec

from dateline.reference.packaged import packaged

_FILE = "setting.toml"
Features = dict[str, float]


class SettingModel(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Weights by name of feature. day, place: of candidates; no_day, no_place: of what speaks for none of them."""

    day: dict[str, float]
    no_day: dict[str, float]
    place: dict[str, float]
    no_place: dict[str, float]

    def best_day(self, candidates: Sequence[Features], traits: Iterable[str]) -> int | None:
        """Return the index of the day to take, None for none of them. traits: what is known of the mention."""
        return _best(candidates, traits, self.day, self.no_day)

    def best_place(
        self, candidates: Sequence[Features], traits: Iterable[str], near: Sequence[Sequence[int]]
    ) -> int | None:
        """Return the index of the place to take, None where none of them is likelier than the best and those near it.

        traits: what is known of the mention; near: for each candidate the indexes of those that lie near it, its own among them.
        """
        if not candidates:
            return None
        scores = _scores(candidates, self.place)
        top = max(scores)
        likely = [sum(exp(scores[k] - top) for k in others) for others in near]
        best = max(near[likely.index(max(likely))], key=scores.__getitem__)
        return best if log(max(likely)) + top > _of_none(traits, self.no_place) else None


def _best(
    candidates: Sequence[Features], traits: Iterable[str], weights: dict[str, float], none: dict[str, float]
) -> int | None:
    scores = _scores(candidates, weights)
    if not scores or max(scores) <= _of_none(traits, none):
        return None
    return scores.index(max(scores))


def _scores(candidates: Sequence[Features], weights: dict[str, float]) -> list[float]:
    return [sum(weights.get(name, 0.0) * value for name, value in row.items()) for row in candidates]


def _of_none(traits: Iterable[str], none: dict[str, float]) -> float:
    return none.get("none", 0.0) + sum(none.get(trait, 0.0) for trait in traits)


@cache
def setting_model() -> SettingModel:
    """Read the packaged weights. Raises DataError when the file breaks the format."""
    return packaged(_FILE, SettingModel)
