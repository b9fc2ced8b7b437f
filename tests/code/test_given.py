"""Who did that for which somebody is given something, whatever the gift and on whichever side of the verb."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.code import frames
from dateline.records import Parse


@pytest.mark.parametrize(
    ("text", "deed", "doers"),
    [
        ("A court in Mons gave him a suspended sentence for punching a warden.", "punching", ["him"]),
        ("He was given five years for stabbing a rival.", "stabbing", ["He"]),
        ("A court in Mons handed a driver five years for stabbing a rival.", "stabbing", ["driver"]),
        ("She got two years in jail for kidnapping a boy.", "kidnapping", ["She"]),
        ("The court handed down a sentence of nine years to a baker for stabbing a rival.", "stabbing", ["baker"]),
        ("The mayor gave the boy a medal for rescuing a child.", "rescuing", ["boy"]),
        ("The army gave the gunmen money for attacking the town.", "attacking", ["gunmen"]),
        ("A court jailed a baker for stabbing a rival.", "stabbing", ["baker"]),
        ("The baker apologised for stabbing a rival.", "stabbing", ["baker"]),
        ("Police arrested a baker by storming a house.", "storming", ["Police"]),
    ],
)
def test_the_doer_is_who_is_given_it(parse: Callable[[str], Parse], text: str, deed: str, doers: list[str]) -> None:
    tree = parse(text)
    verb = next(t for t in tree.tokens if t.text == deed)
    assert [t.text for t in frames.subjects(tree, verb.i)] == doers
