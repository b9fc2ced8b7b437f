"""The choice among days and places by the packaged weights."""

from __future__ import annotations

import pytest

from dateline.errors import DataError
from dateline.reference import setting
from dateline.reference.setting import SettingModel, setting_model


@pytest.mark.parametrize(("traits", "expected"), [([], 1), (["status planned"], None)])
def test_none_of_them_is_an_answer(traits: list[str], expected: int | None) -> None:
    model = SettingModel(
        day={"near": 1.0, "far": -1.0}, no_day={"none": 0.5, "status planned": 2.0}, place={}, no_place={}
    )
    assert model.best_day([{"far": 1.0}, {"near": 1.0}], traits) == expected
    assert model.best_day([], traits) is None


def test_names_unknown_to_the_weights_say_nothing() -> None:
    model = SettingModel(day={}, no_day={}, place={"near": 0.5}, no_place={})
    assert model.best_place([{"unheard of": 9.0}, {"near": 1.0}], ["unheard of"], [[0], [1]]) == 1


def test_a_square_and_its_town_speak_for_each_other() -> None:
    model = SettingModel(
        day={}, no_day={}, place={"square": 0.5, "town": 0.4, "elsewhere": 0.6}, no_place={"none": 0.8}
    )
    found = [{"square": 1.0}, {"elsewhere": 1.0}, {"town": 1.0}]
    assert model.best_place(found, [], [[0], [1], [2]]) is None
    assert model.best_place(found, [], [[0, 2], [1], [0, 2]]) == 0


def test_packaged_weights_are_read_and_broken_ones_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    assert setting_model().day["sentences off 6 or more"] < 0
    monkeypatch.setattr(setting, "_FILE", "times.en.toml")
    setting_model.cache_clear()
    with pytest.raises(DataError, match="is broken"):
        setting_model()
    monkeypatch.undo()
    setting_model.cache_clear()
