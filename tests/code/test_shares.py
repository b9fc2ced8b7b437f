"""Whose share in a deed is told of or denied."""

from __future__ import annotations

from collections.abc import Callable

import pytest

import dateline
from dateline.code.shares import has_no_share, sharers
from dateline.records import Parse

Parses = Callable[[str], Parse]


@pytest.mark.parametrize(
    ("text", "deed", "expected"),
    [
        ("The Front claimed responsibility for the attack.", "attack", ["Front"]),
        ("Responsibility for the attack was claimed by the Front.", "attack", ["Front"]),
        ("The Front has not claimed responsibility for the attack.", "attack", []),
        ("The Front had no hand in the attack.", "attack", ["Front"]),
        ("The Front had nothing to do with the attack.", "attack", ["Front"]),
        ("He was jailed for his part in the kidnapping of a clerk.", "kidnapping", ["his"]),
        ("Two men were charged with involvement in the murder of a judge.", "murder", ["men"]),
        ("The minister took part in talks on the attack.", "attack", []),
        ("The Front attacked the town.", "town", []),
    ],
)
def test_a_share_names_its_owner(parse: Parses, text: str, deed: str, expected: list[str]) -> None:
    tree = parse(text)
    noun = next(t for t in tree.tokens if t.text == deed)
    assert [t.text for t in sharers(tree, noun)] == expected


@pytest.mark.parametrize(
    ("text", "deed", "expected"),
    [
        ("The Front took no part in the attack.", "attack", True),
        ("The Front had no role in the killing of the clerk.", "killing", True),
        ("The Front did not play any part in the attack.", "attack", True),
        ("The Front has nothing to do with the attack.", "attack", True),
        ("The Front played a part in the attack.", "attack", False),
        ("No group has claimed responsibility for the attack.", "attack", False),
        ("The Front found nothing after the attack.", "attack", False),
    ],
)
def test_who_had_no_share_did_not_do_it(parse: Parses, text: str, deed: str, expected: bool) -> None:
    tree = parse(text)
    assert has_no_share(tree, next(t for t in tree.tokens if t.text == deed)) is expected


@pytest.mark.parametrize(
    ("text", "status", "doers"),
    [
        ("The Front played no role in the killing of a priest in Gao.", "denied", ["The Front"]),
        ("The Front claimed responsibility for an attack in Gao.", "alleged", ["The Front"]),
        ("No group has claimed responsibility for an attack in Gao.", "occurred", []),
        ("Three men went on trial in Nice over the murder of a jeweller.", "alleged", ["Three men"]),
        ("Two clerks appeared in court on Monday over the murder of a jeweller.", "alleged", ["Two clerks"]),
        ("The trial of a guard over the shooting of a student in Lima began.", "alleged", ["a guard"]),
        ("The Front took part in the parade.", None, []),
    ],
)
def test_a_share_tells_who_did_it(text: str, status: str | None, doers: list[str]) -> None:
    found = [m for m in dateline.code(text).events if m.type == "ASSAULT"]
    assert [m.status for m in found] == ([status] if status else [])
    assert [a.text for m in found for a in m.arguments if a.role == "perpetrator"] == doers
