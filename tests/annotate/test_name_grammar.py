from collections.abc import Callable

import pytest

from dateline.annotate.name_grammar import belongs_to, joined_to
from dateline.records import Parse

ParseText = Callable[[str], Parse]


@pytest.mark.parametrize(
    ("text", "name", "does"),
    [
        ("The mayor of Larissa resigned.", "Larissa", True),
        ("They walked through the streets of Larissa.", "Larissa", True),
        ("Two nurses from Larissa joined them.", "Larissa", True),
        ("Trains crossed the bridges of the Chu.", "Chu", False),
        ("The mother of Larissa wept.", "Larissa", False),
        ("A letter from Larissa came.", "Larissa", False),
        ("Larissa woke early.", "Larissa", False),
    ],
)
def test_what_belongs_to_a_place(parse: ParseText, text: str, name: str, does: bool) -> None:
    grammar = parse(text)
    token = grammar.at(text.index(name))
    assert token is not None
    assert belongs_to(grammar, token.i) is does


def test_a_name_joined_to_a_known_place(parse: ParseText) -> None:
    text = "Soldiers closed the roads to Larissa and Belmora."
    grammar = parse(text)
    assert joined_to(grammar, grammar.at(text.index("Belmora")), {"larissa"})
    assert not joined_to(grammar, grammar.at(text.index("Belmora")), {"volos"})
    assert not joined_to(grammar, grammar.at(text.index("Larissa")), {"larissa"})
