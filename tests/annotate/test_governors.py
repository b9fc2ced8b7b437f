"""Which verbs tell what befalls those who are counted."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.annotate.governors import fits, governors
from dateline.records import Parse
from dateline.reference.numbers import count_lexicon
from tests.factory import sentence

PASSIVE = sentence(
    ("Four", "four", "NUM", "CD", "nummod", 1),
    ("officers", "officer", "NOUN", "NNS", "nsubjpass", 3),
    ("were", "be", "AUX", "VBD", "auxpass", 3),
    ("killed", "kill", "VERB", "VBN", "ROOT", 3),
)


def test_a_passive_subject_is_an_object() -> None:
    assert [(verb.text, side) for verb, side in governors(PASSIVE, 1)] == [("killed", "object")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A clerk was shot to death in Quito.", True),
        ("A clerk was shot a day after the death of his brother.", False),
        ("A clerk was shot in Quito.", False),
    ],
)
def test_death_is_a_fate_only_behind_to(parse: Callable[[str], Parse], text: str, expected: bool) -> None:
    tree = parse(text)
    verb = next(t for t in tree.tokens if t.lower == "shot")
    assert fits(tree, verb, "object", count_lexicon().of["killed"]) is expected
