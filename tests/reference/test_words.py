"""Common and rare words."""

from __future__ import annotations

import pytest

from dateline.reference.words import rarity, stem


@pytest.mark.parametrize(
    ("word", "root"), [("arrested", "arrest"), ("arrests", "arrest"), ("blast", "blast"), ("shed", "shed")]
)
def test_stem_drops_an_ending_that_leaves_enough(word: str, root: str) -> None:
    assert stem(word) == root


def test_the_rarer_the_word_the_more_it_tells() -> None:
    assert rarity("police") == rarity("months") == 0
    assert 0 < rarity("ambulance") < rarity("insulin") == 1


def test_forms_of_one_word_weigh_the_same() -> None:
    assert rarity("arrest") == rarity("arrested") == rarity("arrests")
