"""The word lists of the rules of annotation."""

from __future__ import annotations

import msgspec

from dateline.reference.annotating import annotating_words
from dateline.reference.codebook import load_codebook


def test_the_packaged_lists_are_in_lower_case_and_none_is_empty() -> None:
    for rows in msgspec.to_builtins(annotating_words()).values():
        for words in rows.values():
            assert words
            assert all(word == word.lower() for word in words)


def test_a_body_told_apart_by_its_seat_stands_in_one_place() -> None:
    trees = annotating_words().trees
    assert trees.seated < trees.sites
    assert not trees.sites & trees.areas


def test_bodies_of_people_are_among_the_people_of_the_codebook() -> None:
    assert annotating_words().counting.bodies < load_codebook().classes["person"]


def test_a_past_form_is_not_its_own_lemma() -> None:
    assert all(form != lemma for form, lemma in annotating_words().pasts.items())
