"""Places that an act goes to or leaves by its own words, and where somebody only came from."""

from __future__ import annotations

from collections.abc import Callable

import pytest

import dateline
from dateline.records import Parse, Span, Toponym
from dateline.resolve.place_goals import is_left_behind, is_seat

ParseText = Callable[[str], Parse]


def places(text: str, type_: str) -> list[str]:
    found = dateline.code(text, published="2024-04-30").events
    return [m.place.name for m in found if m.type == type_ and m.place is not None]


@pytest.mark.parametrize(
    ("text", "type_", "expected"),
    [
        ("The governor of Kano flew to Abuja on Friday.", "CONSULT", ["Abuja"]),
        ("Uganda has deployed 1,500 soldiers to Bangui.", "MOBILIZE", ["Bangui"]),
        ("The army pulled its tanks back from Zouar on Friday.", "RETREAT", ["Zouar"]),
        ("The militia withdrew its fighters from Tarhuna on Friday.", "RETREAT", ["Tarhuna"]),
        ("Some 300 gendarmes arrived from Bamako on Sunday.", "MOBILIZE", []),
        ("Soldiers who had come from Asmara arrested 40 people in Adigrat.", "COERCE", ["Adigrat"]),
    ],
)
def test_an_act_is_where_its_own_words_lead(text: str, type_: str, expected: list[str]) -> None:
    assert places(text, type_) == expected


@pytest.mark.parametrize(
    ("text", "does"),
    [
        ("Two lorries with troops arrived from Lima on Monday.", True),
        ("Riot police were bused in from Lima.", True),
        ("Two tanks were brought up from Lima over the weekend.", True),
        ("They were brought in late on Friday from Lima.", True),
        ("About 900 people walked from Lima to the port.", False),
        ("The army sent three ships from Lima.", False),
        ("Two men from Lima came in a bus.", False),
    ],
)
def test_who_comes_in_from_a_town_is_there_no_more(parse: ParseText, text: str, does: bool) -> None:
    start = text.index("Lima")
    assert is_left_behind(parse(text), Toponym(span=Span(start, start + 4), text="Lima")) is does


@pytest.mark.parametrize(
    ("text", "does"),
    [
        ("The ministry in Lima said nothing.", True),
        ("Troops from Lima were sent.", True),
        ("Police in Lima held two men.", False),
        ("They met in Lima.", False),
    ],
)
def test_a_body_sits_in_its_town(parse: ParseText, text: str, does: bool) -> None:
    start = text.index("Lima")
    assert is_seat(parse(text), Toponym(span=Span(start, start + 4), text="Lima")) is does
