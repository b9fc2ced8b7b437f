"""A lone name that its clause gives to somebody is no town's."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.annotate.shown_people import shows_person
from dateline.records import Parse


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("Florence, 44, was shot as she crossed a bridge.", "Florence", True),
        ("Police shot Bellig as he ran to a van.", "Bellig", True),
        ("Hask was captured in Quito last month.", "Hask", True),
        ("Police arrested Lindqvist in Oslo on Friday.", "Lindqvist", True),
        ("Bellig, 31, was captured by soldiers last year.", "Bellig", True),
        ("Lindqvist was murdered in Bergen in 2004.", "Lindqvist", True),
        ("The judge sentenced Lima to two years.", "Lima", True),
        ("Two men stabbed Florence on Monday.", "Florence", True),
        ("Florence, aged 61, left the town.", "Florence", True),
        ("Rebels shelled Jordan on Monday.", "Jordan", False),
        ("Police arrested Lima's mayor.", "Lima", False),
        ("Police arrested a Lima clerk.", "Lima", False),
        ("Vukovar was captured by the army in 1991.", "Vukovar", False),
        ("Rebels captured Grahovo in Bosnia on Friday.", "Grahovo", False),
        ("Gunmen shot up Gao on Friday.", "Gao", False),
        ("Paris, 2015, was a year of grief.", "Paris", False),
        ("They spoke of peace through the Pope.", "Pope", True),
        ("The risk is that the Queen's visit will fail.", "Queen", True),
        ("Rain fell on the King Islands.", "King", False),
        ("Pope was flooded on Monday.", "Pope", False),
    ],
)
def test_who_is_shown_to_be_somebody(parse: Callable[[str], Parse], text: str, name: str, expected: bool) -> None:
    tokens = parse(text).tokens
    token = next(t for t in tokens if t.text == name)
    assert shows_person(tokens, token.i) is expected
    assert (token.entity == "PERSON") or not expected
