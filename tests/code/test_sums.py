"""Those who suffer one thing together are added up."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.annotate.counts import CountPeople
from dateline.code.sums import raises_toll, summed, taken_in
from dateline.records import Parse
from dateline.reference.codebook import load_codebook
from tests.factory import reading


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Pirates kidnapped three sailors and their cook.", [("three sailors and their cook", "hostages", 4, 4)]),
        ("The shell killed a baker and her four sons.", [("a baker and her four sons", "killed", 5, 5)]),
        (
            "Guards arrested at least six monks and nine nuns.",
            [("at least six monks and nine nuns", "arrested", 15, None)],
        ),
        ("Guards arrested six monks.", []),
        ("Adam Novak and Peter Hansen were arrested.", [("Adam Novak and Peter Hansen", "arrested", 2, 2)]),
        ("Adam Novak and Peter Hansen met on Monday.", []),
        ("Guards arrested a monk and a nun.", [("a monk and a nun", "arrested", 2, 2)]),
        ("The shell killed two bakers and two cooks.", [("two bakers and two cooks", "killed", 4, 4)]),
        ("The shell killed four people, two bakers and two cooks.", []),
        ("The shell killed two boys, Adam Roe and Jan Kul.", []),
        (
            "Guards arrested an abbot, Otto Berg, and six monks.",
            [("an abbot, Otto Berg, and six monks", "arrested", 7, 7)],
        ),
        ("Guards arrested six monks and about 20 nuns.", [("six monks and about 20 nuns", "arrested", 24, 28)]),
        ("Guards arrested six monks and some novices.", []),
        ("The raid killed seven people, five miners and two cooks.", []),
        ("Six monks were arrested and two nuns were hurt.", []),
    ],
)
def test_people_side_by_side(
    parse: Callable[[str], Parse], text: str, expected: list[tuple[str, str, int | None, int | None]]
) -> None:
    tree = parse(text)
    counts = CountPeople()(reading(text, parse=tree)).counts
    sums = [count for count, _ in summed(tree, counts, text, load_codebook())]
    assert [(c.text, c.of, c.low, c.high) for c in sums] == expected
    assert all(c.text == c.span.of(text) for c in sums)


def test_the_parts_are_told(parse: Callable[[str], Parse]) -> None:
    text = "Pirates kidnapped three sailors and their cook."
    tree = parse(text)
    counts = CountPeople()(reading(text, parse=tree)).counts
    ((_, parts),) = summed(tree, counts, text, load_codebook())
    assert [counts[k].text for k in parts] == ["three", "their cook"]


@pytest.mark.parametrize(
    ("text", "taken", "raises"),
    [
        ("Two more miners died in hospital, bringing the death toll to seven.", ["Two"], True),
        ("The number of dead rose to 59 after three of the wounded died.", ["three"], True),
        ("The toll rose to 34, and guards shot dead two boys.", [], False),
    ],
)
def test_a_toll_takes_in_those_who_died_since(
    parse: Callable[[str], Parse], text: str, taken: list[str], raises: bool
) -> None:
    tree = parse(text)
    counts = CountPeople()(reading(text, parse=tree)).counts
    assert [counts[k].text for k in sorted(taken_in(tree, counts))] == taken
    assert any(raises_toll(tree, t) for t in tree.tokens if t.lemma == "die") is raises
