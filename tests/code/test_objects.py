"""What the words of a trigger are done to."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.code.objects import all_objects
from dateline.code.triggers import find_triggers
from dateline.records import Parse
from dateline.reference.codebook import load_codebook

BOOK = load_codebook()


@pytest.mark.parametrize(
    ("text", "type_", "expected"),
    [
        ("Police arrested two clerks in Lodz.", "COERCE", ["clerks"]),
        ("The village laid to rest nine of its people.", "GATHER", ["nine"]),
        ("Weavers gathered to demand early elections.", "PROTEST", []),
        ("Weavers chanted slogans in the street.", "PROTEST", []),
        ("Prosecutors charged a clerk with arson.", "ACCUSE", ["clerk"]),
        ("The jury found the two men guilty.", "SANCTION", ["men"]),
        ("A court found her guilty of arson.", "SANCTION", ["her"]),
        ("Norway promised tents and a field hospital.", "AID", []),
        ("Japan sent doctors and a field hospital to Fiji.", "AID", []),
        ("Japan gave the hospital in Suva two ambulances.", "AID", ["hospital"]),
        ("The villagers gave the refugees bread and soup.", "AID", ["refugees"]),
        ("Turkey shared intelligence with Iraq.", "COOPERATE", []),
        ("The two sides exchanged the bodies of 12 soldiers.", "COOPERATE", []),
        ("A plane with tents landed in Kabul.", "AID", []),
    ],
)
def test_objects_of_all_words(parse: Callable[[str], Parse], text: str, type_: str, expected: list[str]) -> None:
    tree = parse(text)
    trigger = next(t for t in find_triggers(tree, BOOK) if t.pattern.type == type_)
    assert [t.text for t in all_objects(tree, trigger, BOOK)] == expected
