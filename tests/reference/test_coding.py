"""The word lists of the coding rules."""

from __future__ import annotations

import msgspec

from dateline.reference.coding import coding_words


def test_the_packaged_lists_are_lemmas_in_lower_case_and_none_is_empty() -> None:
    for rows in msgspec.to_builtins(coding_words()).values():
        for words in rows.values():
            assert words
            assert all(word == word.lower() for word in words)


def test_a_part_of_a_list_is_in_it() -> None:
    words = coding_words()
    assert words.gatherings.no_protests < words.gatherings.names
    assert words.people.pronouns_of_one < words.people.pronouns
    assert words.verbs.never_telling < words.verbs.having_done
    assert all(noun.endswith(words.people.endings_of_one) for noun in words.people.no_people)


def test_what_is_hurt_is_no_past_form_that_the_parser_leaves() -> None:
    words = coding_words()
    assert not words.forms.keys() & words.harm.hurting
