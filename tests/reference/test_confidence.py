"""The probability that a record is right, by the weights of what is known of it."""

from __future__ import annotations

import pytest

from dateline.errors import DataError
from dateline.reference import confidence
from dateline.reference.confidence import ConfidenceModel, confidence_model


@pytest.mark.parametrize("weight", [-1e6, -1.0, 0.0, 1.0, 1e6])
def test_nothing_is_certain(weight: float) -> None:
    assert 0.02 <= ConfidenceModel(bias=0.0, weights={"role": weight}).probability({"role": 1.0}) <= 0.98


def test_log_odds_add_up() -> None:
    model = ConfidenceModel(bias=-1.0, weights={"place": 0.5, "day": 0.25})
    assert model.probability({"place": 1.0, "day": 2.0}) == 0.5
    assert model.probability({"place": 1.0}) < 0.5 < model.probability({"place": 1.0, "day": 3.0})


def test_what_the_weights_do_not_name_says_nothing() -> None:
    model = ConfidenceModel(bias=0.4, weights={"place": 0.5})
    assert model.probability({"moon": 9.0}) == model.probability({})


def test_the_packaged_weights_are_read_and_broken_ones_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    assert confidence_model().weights
    monkeypatch.setattr(confidence, "_FILE", "setting.toml")
    confidence_model.cache_clear()
    with pytest.raises(DataError, match=r"'setting\.toml' is broken"):
        confidence_model()
    monkeypatch.undo()
    confidence_model.cache_clear()
