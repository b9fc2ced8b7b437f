"""The status lists are consistent."""

from __future__ import annotations

from typing import get_args

import msgspec

from dateline.records.mention import Status
from dateline.reference.statuswords import load_status_words


def test_commitments_lead_to_statuses_of_the_contract() -> None:
    assert set(load_status_words().commitment.values()) <= set(get_args(Status))


def test_no_word_says_that_it_happened_and_that_it_did_not() -> None:
    words = load_status_words()
    assert not words.denied & words.planned
    assert not words.ongoing & words.denied


def test_the_packaged_lists_are_in_lower_case_and_none_is_empty() -> None:
    for words in msgspec.to_builtins(load_status_words()).values():
        assert words
        assert all(word == word.lower() for word in words)
