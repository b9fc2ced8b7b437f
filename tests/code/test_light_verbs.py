"""Verbs that only carry a noun for a happening."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.code.light_verbs import light_verb, relative_light_verb
from dateline.records import Parse


@pytest.mark.parametrize(
    ("text", "noun", "expected"),
    [
        ("The nurses held a vigil in Riga.", "vigil", "held"),
        ("The nurses turned to violence in Riga.", "violence", "turned"),
        ("A colonel orchestrated a vigil in Riga.", "vigil", "orchestrated"),
        ("The vigil was plotted by a colonel.", "vigil", "plotted"),
        ("The nurses praised a vigil in Riga.", "vigil", None),
        ("The nurses met to end a strike in Riga.", "strike", None),
    ],
)
def test_the_verb_that_carries_a_noun(
    parse: Callable[[str], Parse], text: str, noun: str, expected: str | None
) -> None:
    tree = parse(text)
    verb = light_verb(tree, next(t.i for t in tree.tokens if t.text == noun))
    assert (verb.text if verb else None) == expected


def test_the_verb_of_a_relative_clause_carries_its_noun(parse: Callable[[str], Parse]) -> None:
    tree = parse("The ban that the governor imposed was lifted.")
    verb = relative_light_verb(tree, tree.tokens[1])
    assert verb is not None
    assert verb.text == "imposed"
