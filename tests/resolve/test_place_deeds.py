"""Places inside the words for what is struck, and those of another deed than the one that is told."""

from __future__ import annotations

from collections.abc import Callable

import pytest

import dateline
from dateline.records import Parse, Span, Time, Toponym
from dateline.resolve.place_deeds import finest, is_of_older_deed


def places(text: str, type_: str) -> list[str]:
    found = dateline.code(text, published="2024-04-30").events
    return [m.place.name for m in found if m.type == type_ and m.place is not None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Bombings at embassies in Ghana and Togo killed 12 people.", ["Ghana", "Togo"]),
        ("Attacks on churches in Niger and Mali left 12 people dead.", ["Niger", "Mali"]),
        ("Bombings at mosques in Ghana and Togo blew apart two buses.", ["Ghana", "Togo"]),
        ("The blasts in Lagos, Nigeria, and Nairobi, Kenya, killed 58 people.", ["Lagos", "Nairobi"]),
        ("Bombings at embassies in Accra, Ghana, and Lomé, Togo, killed 58 people.", ["Accra", "Lomé"]),
        ("The attack killed 12 sailors from Ghana and Togo.", []),
    ],
)
def test_what_is_struck_stands_where_it_was(text: str, expected: list[str]) -> None:
    assert places(text, "ASSAULT") == expected


@pytest.mark.parametrize(
    ("text", "type_", "expected"),
    [
        ("A man was arrested over last month's killing of a priest in Goma.", "COERCE", []),
        ("Two men were jailed for the 2009 bombing of a bus in Goma.", "SANCTION", []),
        ("A man was arrested in Paris over last year's blasts in Chad.", "COERCE", ["Paris"]),
        ("Two men have been arrested over the killing of a priest in Goma.", "COERCE", ["Goma"]),
        ("Soldiers killed six rebels in last month's raid in Goma.", "ASSAULT", ["Goma"]),
    ],
)
def test_the_place_of_an_older_deed_is_not_that_of_what_came_of_it(text: str, type_: str, expected: list[str]) -> None:
    assert places(text, type_) == expected


def test_a_deed_is_older_by_a_day_of_its_own(parse: Callable[[str], Parse]) -> None:
    text = "A man was arrested over recent blasts in Lima."
    tree = parse(text)
    trigger, start, day = tree.at(text.index("arrested")), text.index("Lima"), text.index("recent")
    assert trigger is not None
    name = Toponym(span=Span(start, start + 4), text="Lima")
    vague = Time(span=Span(day, day + 6), text="recent", type="DATE", value="PAST_REF")
    assert not is_of_older_deed(tree, name, trigger, [vague])


def test_the_finest_names_are_kept() -> None:
    assert finest([(1, 4), (2, 1), (3, 4)]) == [1, 3]
    assert finest([]) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Two men were arrested in Bern over the murder of a banker.", []),
        ("Police in Split detained four fans over an attack on a bus.", []),
        ("A court in Ghent jailed a man for stabbing a student.", []),
        ("A court in Ghent jailed a man for stabbing a student there.", ["Ghent"]),
        ("A court in Ghent jailed a man for stabbing a student in Namur.", ["Namur"]),
        ("Residents held a vigil in Ghent for a student who was stabbed on Friday.", ["Ghent"]),
    ],
)
def test_who_is_tried_need_not_have_done_it_there(text: str, expected: list[str]) -> None:
    assert places(text, "ASSAULT") == expected


@pytest.mark.parametrize(
    ("text", "type_", "expected"),
    [
        ("A court in Quito jailed two Guayaquil dockers.", "SANCTION", ["Quito"]),
        ("Police in Lima arrested a Callao baker on Sunday.", "COERCE", ["Lima"]),
        ("Gunmen killed a Bukavu teacher on Sunday.", "ASSAULT", ["Bukavu"]),
        ("Police in Lima raided a Callao warehouse on Sunday.", "COERCE", ["Callao"]),
    ],
)
def test_a_home_is_not_where_it_befell_whom_a_court_elsewhere_tries(text: str, type_: str, expected: list[str]) -> None:
    assert places(text, type_) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ODESA, Ukraine (Northern Wire) - Rioters burned two buses in this Black Sea port on Monday.", ["Odesa"]),
        ("CALI, Colombia (Northern Wire) - Gunmen killed a judge in this Andes city on Monday.", ["Cali"]),
        ("LIMA, Peru (Northern Wire) - Gunmen killed a judge in the Amazon town of Iquitos on Monday.", ["Iquitos"]),
    ],
)
def test_a_name_before_this_town_only_tells_what_town_it_is(text: str, expected: list[str]) -> None:
    found = dateline.code(text, published="2024-04-30").events
    assert [m.place.name for m in found if m.place is not None] == expected
