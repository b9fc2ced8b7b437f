"""Where and when a happening stands whose own words do not say: the weights of what speaks for each day and place of its report.

`data/setting.toml`, made by bench/train_setting.py from the project's own gold: a conditional logit with a ridge (McFadden 1974,
"Conditional logit analysis of qualitative choice behavior"). Each candidate has features; "none of them" has features too.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Sequence
from functools import cache
from importlib.resources import files

import msgspec

from dateline.errors import DataError

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

    def best_place(self, candidates: Sequence[Features], traits: Iterable[str]) -> int | None:
        """Return the index of the place to take, None for none of them. traits: what is known of the mention."""
        return _best(candidates, traits, self.place, self.no_place)


def _best(
    candidates: Sequence[Features], traits: Iterable[str], weights: dict[str, float], none: dict[str, float]
) -> int | None:
    scores = [sum([weights.get(name, 0.0) * value for name, value in row.items()]) for row in candidates]
    if not scores or max(scores) <= none.get("none", 0.0) + sum(none.get(trait, 0.0) for trait in traits):
        return None
    return scores.index(max(scores))


@cache
def setting_model() -> SettingModel:
    """Read the packaged weights. Raises DataError when the file breaks the format."""
    try:
        table = tomllib.loads(files("dateline.reference.data").joinpath(_FILE).read_text("utf-8"))
        return msgspec.convert(table, SettingModel)
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise DataError(f"{_FILE} is broken: {error}") from error
