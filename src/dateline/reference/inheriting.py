"""When a mention inherits a day: the weights that turn what is known of a candidate into a probability (`data/inheriting.toml`).

Made by bench/train_inheriting.py from the project's own gold.
"""

from __future__ import annotations

import math
import tomllib
from functools import cache
from importlib.resources import files

import msgspec

from dateline.errors import DataError

_FILE = "inheriting.toml"


class InheritingModel(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A logistic model. weights: log odds by feature, as `resolve.inheriting` names them; least: probability to inherit."""

    bias: float
    least: float
    weights: dict[str, float]

    def probability(self, features: dict[str, float]) -> float:
        """Return the probability that a candidate is the mention's day."""
        odds = self.bias + sum(self.weights.get(name, 0.0) * value for name, value in features.items())
        return 1 / (1 + math.exp(-max(-30.0, min(30.0, odds))))


@cache
def inheriting_model() -> InheritingModel:
    """Read the packaged model. Raises DataError when the file breaks the format."""
    try:
        table = tomllib.loads(files("dateline.reference.data").joinpath(_FILE).read_text("utf-8"))
        return msgspec.convert(table, InheritingModel)
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise DataError(f"{_FILE} is broken: {error}") from error
