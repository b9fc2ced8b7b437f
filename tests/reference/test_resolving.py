"""The word lists of the rules that settle who, where and when."""

from __future__ import annotations

from itertools import combinations

import msgspec

from dateline.reference.resolving import resolving_words


def test_the_packaged_lists_are_in_lower_case_and_none_is_empty() -> None:
    for rows in msgspec.to_builtins(resolving_words()).values():
        for words in rows.values():
            assert words
            assert all(word == word.lower() for word in words)


def test_a_noun_on_the_way_is_of_one_sort() -> None:
    sorts = msgspec.structs.asdict(resolving_words().sorts)
    for first, second in combinations(sorts, 2):
        assert not sorts[first] & sorts[second], (first, second)


def test_a_verb_of_going_leads_to_its_goal_in_one_way() -> None:
    places = resolving_words().places
    assert not places.heading & places.leaving
    assert not (places.heading | places.leaving) & places.arriving


def test_the_precisions_of_both_are_those_of_places() -> None:
    assert set(resolving_words().levels.values()) == {"admin1", "country", "town"}


def test_a_crowd_counts_who_stands_behind_it() -> None:
    people = resolving_words().people
    assert people.crowds <= people.counting
