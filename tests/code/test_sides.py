"""Who stands on which side where several do the same, in coded sentences."""

from __future__ import annotations

import pytest

import dateline


def parties(text: str, type_: str) -> set[tuple[str, str]]:
    return {(a.role, a.text) for m in dateline.code(text).events if m.type == type_ for a in m.arguments}


@pytest.mark.parametrize(
    ("first", "second"),
    [("Peru", "Chile"), ("Chile", "Peru"), ("Kenya", "Togo")],
)
def test_a_plural_noun_names_one_side(first: str, second: str) -> None:
    text = f"The leaders of {first} and {second} met in Lima on Monday."
    assert parties(text, "CONSULT") == {("actor", f"The leaders of {first}")}


@pytest.mark.parametrize(("first", "second"), [("Peru", "Chile"), ("Chile", "Peru")])
def test_a_plural_noun_speaks_for_all_its_states(first: str, second: str) -> None:
    text = f"The presidents of {first} and {second} condemned the killing of two priests."
    assert parties(text, "ACCUSE") == {("actor", f"The presidents of {first}"), ("actor", second)}
    text = f"Kenya criticised the governments of {first} and {second}."
    assert parties(text, "ACCUSE") == {
        ("actor", "Kenya"), ("recipient", f"the governments of {first}"), ("recipient", second),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("text", "type_", "expected"),
    [
        ("The teachers of Oran and Setif went on strike.", "PROTEST", {("actor", "The teachers of Oran")}),
        ("Peruvian and Chilean officials condemned him.", "ACCUSE",
         {("actor", "Peruvian and Chilean officials"), ("recipient", "him")}),
        ("The bishops of Oran and Setif condemned him.", "ACCUSE",
         {("actor", "The bishops of Oran"), ("recipient", "him")}),
    ],
)  # fmt: skip
def test_towns_and_nations_before_the_noun_are_no_further_parties(
    text: str, type_: str, expected: set[tuple[str, str]]
) -> None:
    assert parties(text, type_) == expected


@pytest.mark.parametrize(
    ("text", "type_", "expected"),
    [
        ("Roe and other smugglers agreed to pay a fine.", "AGREE", {("actor", "Roe"), ("actor", "other smugglers")}),
        ("Peru and other states signed the treaty.", "AGREE", {("actor", "Peru"), ("actor", "other states")}),
        ("Peru and Chile signed the treaty.", "AGREE", {("actor", "Peru"), ("recipient", "Chile")}),
        ("Chile and Peru signed the treaty.", "AGREE", {("actor", "Chile"), ("recipient", "Peru")}),
        ("The president and the foreign minister of Peru will travel to Oslo next week.", "CONSULT",
         {("actor", "The president"), ("actor", "the foreign minister of Peru")}),
    ],
)  # fmt: skip
def test_who_are_of_one_side_are_no_two_parties(text: str, type_: str, expected: set[tuple[str, str]]) -> None:
    assert parties(text, type_) == expected
