"""The figures of tolls."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.records import Parse
from dateline.reference.numbers import count_lexicon
from dateline.reference.tolls import is_toll_verb, toll_at


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The death toll from the shelling of a market in Oran has climbed to 34.", [("34", "killed")]),
        ("The number of people killed in the attack rose to 59.", [("59", "killed")]),
        ("The ministry revised the toll down to 12.", [("12", "killed")]),
        ("The ministry lifted the death toll from six to nine.", [("nine", "killed")]),
        ("The ministry raised the number of wounded from six to nine.", [("nine", "injured")]),
        ("Officials raised the number of people killed from 11 to 19.", [("19", "killed")]),
        ("Nurses took the wounded from six camps to nine.", []),
        ("The number of wounded is now 120.", [("120", "injured")]),
        ("The number of arrests has passed 300.", [("300", "arrested")]),
        ("The police moved 20 men to 12 villages.", []),
        ("The number of schools rose to 40.", []),
    ],
)
def test_the_figure_of_a_toll(parse: Callable[[str], Parse], text: str, expected: list[tuple[str, str]]) -> None:
    tree = parse(text)
    told = [(t.text, toll_at(tree, t, count_lexicon())) for t in tree.tokens if t.pos == "NUM"]
    assert [(word, of) for word, of in told if of is not None] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The toll rose to 34 on Friday.", True),
        ("The turnout rose to 3,000 on Friday.", False),
        ("They took the hostages to a farm on Friday.", False),
    ],
)
def test_the_verb_of_a_toll(parse: Callable[[str], Parse], text: str, expected: bool) -> None:
    tree = parse(text)
    assert any(is_toll_verb(tree, t, count_lexicon()) for t in tree.tokens if t.pos == "VERB") is expected
