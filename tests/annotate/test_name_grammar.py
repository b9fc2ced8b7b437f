from collections.abc import Callable

import pytest

from dateline.annotate.name_grammar import (
    belongs_to,
    called_a_place,
    is_overrun,
    is_taken_by_force,
    joined_to,
    stands_alone,
    where_behind,
)
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


@pytest.mark.parametrize(
    ("text", "does"),
    [
        ("They left for Belmora, where shops were shut.", True),
        ("They left for Belmora where shops were shut.", True),
        ("They left for Belmora, whose shops were shut.", False),
    ],
)
def test_where_stands_behind_a_place(parse: ParseText, text: str, does: bool) -> None:
    grammar = parse(text)
    token = grammar.at(text.index("Belmora"))
    assert token is not None
    assert where_behind(grammar, token.i + 1) is does


@pytest.mark.parametrize(
    ("text", "name", "does"),
    [
        ("Rebel troops captured Sorvanda on Monday.", "Sorvanda", True),
        ("Fighters seized Ostrel and Sorvanda.", "Sorvanda", True),
        ("Ostrel was recaptured by the army.", "Ostrel", True),
        ("Police captured Ostrel on Monday.", "Ostrel", False),
        ("Soldiers met Ostrel on Monday.", "Ostrel", False),
    ],
)
def test_what_armed_forces_take_is_land(parse: ParseText, text: str, name: str, does: bool) -> None:
    grammar = parse(text)
    assert is_taken_by_force(grammar, grammar.at(text.index(name))) is does


def test_land_is_overrun_and_people_are_met(parse: ParseText) -> None:
    text = "Rebels overran Belmora and met Larissa."
    grammar = parse(text)
    assert is_overrun(grammar, grammar.at(text.index("Belmora")))
    assert not is_overrun(grammar, grammar.at(text.index("Larissa")))


@pytest.mark.parametrize(
    ("text", "does"),
    [
        ("Shops in Belmora closed.", True),
        ("The Belmora Land Committee met.", False),
        ("They met in Belmora's hall.", False),
        ("They used Belmora 8 again.", False),
    ],
)
def test_a_name_stands_alone(parse: ParseText, text: str, does: bool) -> None:
    grammar = parse(text)
    token = grammar.at(text.index("Belmora"))
    assert token is not None
    assert stands_alone(grammar, token.i, token.i + 1) is does


def test_small_words_within_a_name_are_part_of_it(parse: ParseText) -> None:
    grammar = parse("Rebels took Belmora do Norte on Monday.")
    assert stands_alone(grammar, 2, 5)


@pytest.mark.parametrize(
    ("text", "name", "does"),
    [
        ("Shells fell on the village of Belmora.", "Belmora", True),
        ("They landed on an island called Belmora.", "Belmora", True),
        ("Shells fell on the villages of Belmora and Almora.", "Belmora", True),
        ("It is a city of Kurds.", "Kurds", False),
        ("She spoke in the home town of Jane Roe.", "Jane", False),
        ("They called the office of Belmora.", "Belmora", False),
    ],
)
def test_a_noun_ahead_calls_a_name_a_place(parse: ParseText, text: str, name: str, does: bool) -> None:
    tree = parse(text)
    first = next(token.i for token in tree.tokens if token.text == name)
    assert called_a_place(tree, first) == does
