"""What stood and stands: states told in the past that nothing has ended."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.code.chains import chain_of
from dateline.code.standing import is_dead, is_looked_into, stands, was_under_way
from dateline.records import Parse

ParseText = Callable[[str], Parse]


@pytest.mark.parametrize(
    ("text", "head", "expected"),
    [
        ("A night curfew remained in force in Lucknow.", "remained", True),
        ("The curfew remained in place on Monday.", "curfew", True),
        ("The curfew remained in place until Monday.", "curfew", False),
        ("The curfew remained a burden for the town.", "curfew", False),
        ("Soldiers still guarded the ministries on Monday morning.", "guarded", True),
        ("Soldiers guarded the ministries on Monday morning.", "guarded", False),
        ("Protesters still blocked the bridge when the police came.", "blocked", False),
        ("The rebels still killed two men on Monday.", "killed", False),
        ("Protesters blocked the bridge and occupied the square for a fourth day.", "blocked", True),
        ("Protesters stoned a bus and the army patrolled for a third day.", "stoned", False),
        ("Protesters blocked the bridge and occupied the square for a day.", "blocked", False),
        ("Soldiers have kept the gate of the camp shut since Monday.", "kept", True),
        ("Soldiers have kept the gate of the camp shut since.", "kept", True),
        ("The navy has kept the strait closed since Monday.", "closed", True),
        ("The navy has kept men from a strait closed on Monday.", "closed", False),
        ("Soldiers kept the gate of the camp shut on Monday.", "kept", False),
        ("Soldiers have seized two rifles since Monday.", "seized", False),
        ("The road remained blocked by villagers on Monday.", "blocked", True),
        ("The road remained blocked by villagers until Monday.", "blocked", False),
        ("The road was blocked by villagers on Monday.", "blocked", False),
        ("The bridge was still occupied by students on Monday.", "occupied", True),
        ("Drivers walked out on Monday and have not gone back.", "walked", True),
    ],
)
def test_what_has_not_ended_stands(parse: ParseText, text: str, head: str, expected: bool) -> None:
    tree = parse(text)
    token = next(t for t in tree.tokens if t.text == head)
    assert stands(tree, list(chain_of(tree, token.i))) is expected


@pytest.mark.parametrize(
    ("text", "head", "expected"),
    [
        ("Police were looking for two gunmen in Oran.", "looking", True),
        ("Police looked for two gunmen in Oran.", "looked", False),
        ("Police were looking for two gunmen when a bomb went off.", "looking", False),
    ],
)
def test_an_inquiry_goes_on(parse: ParseText, text: str, head: str, expected: bool) -> None:
    tree = parse(text)
    assert is_looked_into(tree, next(t for t in tree.tokens if t.text == head)) is expected


@pytest.mark.parametrize(
    ("text", "head", "expected"),
    [
        ("Two miners are dead after an attack.", "are", True),
        ("Two miners are afraid after an attack.", "are", False),
    ],
)
def test_who_is_dead_is_no_longer_attacked(parse: ParseText, text: str, head: str, expected: bool) -> None:
    tree = parse(text)
    assert is_dead(tree, next(t for t in tree.tokens if t.text == head)) is expected


@pytest.mark.parametrize(
    ("text", "noun", "expected"),
    [
        ("Talks were under way in Riga on Friday.", "Talks", True),
        ("The sit-in was in its twelfth day on Tuesday.", "in", True),
        ("The talks were under way when a bomb went off.", "talks", False),
        ("The talks were short.", "talks", False),
    ],
)
def test_what_was_under_way_goes_on(parse: ParseText, text: str, noun: str, expected: bool) -> None:
    tree = parse(text)
    token = next(t for t in tree.tokens if t.text == noun and (noun != "in" or t.dep.startswith("nsubj")))
    assert was_under_way(tree, list(chain_of(tree, token.i))) is expected
