"""What is done again and again is of no one day."""

from __future__ import annotations

import pytest

import dateline

BEFORE = "On Monday nurses met in Oran. "


@pytest.mark.parametrize(
    ("text", "type_", "dated"),
    [
        ("Lodge members march each July through the town.", "PROTEST", False),
        ("Soldiers shoot dozens of herders every year.", "ASSAULT", False),
        ("Gangs often attack buses in the area.", "ASSAULT", False),
        ("Gangs regularly seize trucks in the area.", "COERCE", False),
        ("Soldiers have shot at boats for the past three summers.", "ASSAULT", False),
        ("Gangs attacked two buses in the area.", "ASSAULT", True),
        ("Police fired tear gas for three hours.", "COERCE", True),
    ],
)
def test_habits_inherit_no_day(text: str, type_: str, dated: bool) -> None:
    found = [m for m in dateline.code(BEFORE + text, published="2024-04-30").events if m.type == type_]
    assert [m.time is not None for m in found] == [dated]
