"""Force that answers what a crowd did."""

from __future__ import annotations

from collections.abc import Callable

from dateline.code.sequence import led_to, was_answered
from dateline.records import Parse
from tests.factory import mention

TEXT = "Guards opened fire after miners broke into the depot."


def test_what_led_to_the_shooting_was_answered_by_it(parse: Callable[[str], Parse]) -> None:
    tree = parse(TEXT)
    shooting = mention("ASSAULT", "shooting", start=TEXT.index("opened"), word="opened fire")
    riot = mention("PROTEST", "riot", start=TEXT.index("broke"), word="broke into")
    assert was_answered(tree, riot, [shooting, riot])
    assert not was_answered(tree, shooting, [shooting, riot])
    assert not was_answered(tree, riot, [riot])


def test_a_clause_of_what_came_before(parse: Callable[[str], Parse]) -> None:
    tree = parse(TEXT)
    shooting = mention("ASSAULT", "shooting", start=TEXT.index("opened"), word="opened fire")
    assert led_to(tree, tree.at(TEXT.index("broke")), shooting)
    assert not led_to(tree, tree.at(TEXT.index("Guards")), shooting)
    assert not led_to(tree, None, shooting)
