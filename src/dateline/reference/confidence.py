"""How far a record can be trusted: the weights that turn what is known of it into a probability (`data/confidence.toml`).

Made by bench/train_confidence.py from the project's own gold; docs/accuracy.md shows how well it holds.
"""

from __future__ import annotations

import math
from functools import cache

import msgspec

from dateline.reference.packaged import packaged

_FILE = "confidence.toml"
_LEAST, _MOST = 0.02, 0.98


class ConfidenceModel(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A logistic model. weights: log odds by feature, as `resolve.confidence.features` names them."""

    bias: float
    weights: dict[str, float]

    def probability(self, features: dict[str, float]) -> float:
        """Return the probability that the whole record is right, between 0.02 and 0.98."""
        odds = self.bias + sum(self.weights.get(name, 0.0) * value for name, value in features.items())
        return round(min(_MOST, max(_LEAST, 1 / (1 + math.exp(-max(-30.0, min(30.0, odds)))))), 2)


@cache
def confidence_model() -> ConfidenceModel:
    """Read the packaged model. Raises DataError when the file breaks the format."""
    return packaged(_FILE, ConfidenceModel)
