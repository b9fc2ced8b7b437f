from __future__ import annotations

import pytest

from dateline.errors import DataError
from dateline.reference.lexicon import lexicon, parse_lexicon, split_word

GROUP = '[g]\nwhy = "slur"\n[g.words]\n"thug" = "man"\n'


def test_each_group_and_its_opposite_name_each_other() -> None:
    opposites = lexicon().opposites
    assert all(opposites[other] == group for group, other in opposites.items())


def test_both_sides_of_every_pair_have_words() -> None:
    groups = {wording.group for wording in lexicon().wordings()}
    assert groups == set(lexicon().opposites)


def test_no_side_of_a_pair_is_left_without_a_fair_number_of_words() -> None:
    size: dict[str, int] = {}
    for wording in lexicon().wordings():
        size[wording.group] = size.get(wording.group, 0) + 1
    # slurs simply are more than euphemisms; what must not happen is that one camp's words are missing
    assert all(size[group] <= 8 * size[other] for group, other in lexicon().opposites.items())


def test_the_plain_word_is_not_itself_loaded() -> None:
    single = {
        wording.words[0] for wording in lexicon().wordings() if len(wording.words) == 1 and not wording.conditions
    }
    plain = {wording.plain for wording in lexicon().wordings()} - {None}
    assert plain & single == set()


def test_mild_groups_stand_in_both_camps_and_face_each_other() -> None:
    mild = {wording.group for wording in lexicon().wordings() if wording.mild}
    assert mild == {lexicon().opposites[group] for group in mild} != set()


def test_a_pattern_stands_for_one_of_several_words() -> None:
    raw = GROUP.replace('"thug" =', '"pipe_dream|folly of @rulers" =') + '[classes]\nrulers = ["king", "queen"]\n'
    found = {wording.words for wording in parse_lexicon(raw).wordings()}
    assert found == {
        ("pipe", "dream", "of", "king"),
        ("pipe", "dream", "of", "queen"),
        ("folly", "of", "king"),
        ("folly", "of", "queen"),
    }


def test_a_word_is_split_as_the_tokenizer_splits() -> None:
    assert split_word("so-called") == ["so", "-", "called"]


@pytest.mark.parametrize(
    ("raw", "named"),
    [
        ("[g", "TOML"),
        ('[g]\nwhy = "rude"\n[g.words]\n"thug" = "man"\n', "why"),
        ('[g]\nwhy = "slur"\n', "no words"),
        (GROUP.replace("thug", "thug sub:x"), "sub:x"),
        (GROUP.replace("thug", "thug near:@none"), "@none"),
        (GROUP.replace("thug", "~ thug"), "begin and end"),
        (GROUP.replace('why = "slur"', 'why = "slur"\nopposite = "h"'), "opposites"),
    ],
)
def test_a_broken_lexicon_is_refused_by_name(raw: str, named: str) -> None:
    with pytest.raises(DataError, match=named):
        parse_lexicon(raw)
