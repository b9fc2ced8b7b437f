from __future__ import annotations

import pytest

from dateline.errors import DataError
from dateline.reference.roles import parse_roles, roles

HEAD = '[sector]\nCOP = ["constable"]\n[body]\nMIL = ["army"]\n[organ]\n[government]\nwords = []\n[short]\n'


@pytest.mark.parametrize(
    ("noun", "sector"),
    [
        ("soldier", "MIL"),
        ("constable", "COP"),
        ("villager", "CVL"),
        ("lawmaker", "LEG"),
        ("rebel", "REB"),
        ("union", "LAB"),
        ("pumpkin", None),
    ],
)
def test_a_noun_has_its_sector(noun: str, sector: str | None) -> None:
    assert roles().sector(noun) == sector


def test_a_word_under_two_sectors_is_refused() -> None:
    with pytest.raises(DataError, match="constable"):
        parse_roles(HEAD.replace("[body]", 'CVL = ["constable"]\n[body]'))


@pytest.mark.parametrize("raw", ["[sector", "[sector]\n"])
def test_a_broken_table_is_refused(raw: str) -> None:
    with pytest.raises(DataError, match="table of roles"):
        parse_roles(raw)


def test_a_shortened_title_stands_for_a_person_in_the_table() -> None:
    assert all(title in roles().people for title in roles().short.values())
