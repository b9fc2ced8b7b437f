"""Names that place words said besides a deed."""

from __future__ import annotations

import pytest

import dateline


def places(text: str, type_: str) -> list[str]:
    found = dateline.code(text, published="2023-03-14").events
    return [m.place.name for m in found if m.type == type_ and m.place is not None]


@pytest.mark.parametrize(
    ("text", "type_", "expected"),
    [
        ("Rebels, who had signed a truce in Lusaka in May, shelled the market on Friday.", "ASSAULT", []),
        ("Soldiers of the brigade, which the king had praised in Rabat, killed six villagers.", "ASSAULT", []),
        ("Fighters who had entered Gao on Monday beat a trader.", "ASSAULT", ["Gao"]),
        ("Fighters who had gathered in Gao attacked a convoy.", "ASSAULT", ["Gao"]),
    ],
)
def test_what_they_had_said_elsewhere_places_no_deed(text: str, type_: str, expected: list[str]) -> None:
    assert places(text, type_) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Envoys of both sides met in Geneva on Thursday and agreed to withdraw their troops from the border.", []),
        ("At talks in Muscat on Sunday both armies pledged to free the sailors.", []),
        ("Envoys of both sides met in Geneva on Thursday and agreed to withdraw their troops from Gao.", ["Gao"]),
        ("At a meeting in Gao on Sunday the rebels freed two nurses.", ["Gao"]),
    ],
)
def test_a_deed_agreed_on_is_not_where_they_met(text: str, expected: list[str]) -> None:
    assert places(text, "RETREAT") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The blockade began on 4 May, when a court in Arequipa rejected the union's appeal.", []),
        ("The riots broke out on Tuesday after a court in Dhaka upheld the quota.", []),
        ("The protests began on Friday, when police in Cusco shot dead a student.", ["Cusco"]),
        ("Students rioted in Sylhet after a court in Dhaka upheld the quota.", ["Sylhet"]),
    ],
)
def test_a_ruling_leads_to_protests_elsewhere(text: str, expected: list[str]) -> None:
    assert places(text, "PROTEST") == expected


@pytest.mark.parametrize(
    ("text", "type_", "expected"),
    [
        (
            "The government suspended the talks with the rebels on Tuesday; the next round had been planned in Oslo.",
            "SANCTION",
            [],
        ),
        ("Gunmen attacked a market on Monday; police arrested two of them in Kano.", "ASSAULT", ["Kano"]),
    ],
)
def test_talks_told_behind_place_nothing_ahead(text: str, type_: str, expected: list[str]) -> None:
    assert places(text, type_) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kenya has invited the two generals to Nairobi in May.", []),
        ("Peru invited both delegations to Arequipa for talks.", []),
        ("Miners in Oruro invited the minister to a meeting there.", ["Oruro"]),
    ],
)
def test_guests_are_asked_from_elsewhere(text: str, expected: list[str]) -> None:
    assert places(text, "REQUEST") == expected
