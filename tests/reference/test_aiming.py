"""Who shoots at whom, and who was only shot somewhere."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.records import Parse
from dateline.reference.aiming import is_at, shoots_at


@pytest.mark.parametrize(
    ("text", "at", "shoots"),
    [
        ("Gunmen shot at a bus near Kisumu on Monday.", True, True),
        ("Herders shot at farmers near Kisumu on Monday.", True, True),
        ("Farmers shot at herders near Kisumu on Monday.", True, True),
        ("Two men shot at us near Kisumu on Monday.", True, True),
        ("Two people shot at a fair in Kisumu.", True, False),
        ("Two men shot at the home of a judge in Kisumu.", True, True),
        ("Two men shot at home in Kisumu.", True, False),
        ("A boy was shot near Kisumu at noon.", False, False),
        ("A dozen gunmen shot at the tomb of a saint in Kisumu.", True, True),
        ("Two militants shot at checkpoint in Kisumu.", True, False),
    ],
)
def test_people_and_vehicles_behind_at_are_shot_at(
    parse: Callable[[str], Parse], text: str, at: bool, shoots: bool
) -> None:
    tree = parse(text)
    verb = next(t for t in tree.tokens if t.text == "shot")
    assert (is_at(tree, verb), shoots_at(tree, verb)) == (at, shoots)
