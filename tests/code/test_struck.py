"""Whom or what a noun of force befalls, in coded sentences."""

from __future__ import annotations

import pytest

import dateline


def parties(text: str, type_: str) -> set[tuple[str, str]]:
    return {(a.role, a.text) for m in dateline.code(text).events if m.type == type_ for a in m.arguments}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Five people died in the embassy blast in Lima.", {("victim", "Five people"), ("target", "embassy")}),
        ("A guard was injured in the 2011 clinic bombing.", {("victim", "A guard"), ("target", "clinic")}),
        ("The mosque attack killed six people.", {("victim", "six people"), ("target", "mosque")}),
        ("A car bombing killed two people in Lima.", {("victim", "two people")}),  # what carried it
        ("The city bombings killed 30 people.", {("victim", "30 people")}),  # only where
        ("The school shooting killed four pupils.", {("victim", "four pupils")}),
        ("Jets carried out a strike against Chad.", {("perpetrator", "Jets"), ("target", "Chad")}),
        ("A raid on a village left 12 people dead.", {("victim", "12 people"), ("target", "a village")}),
        (
            "Nine people died in a strike by the army on a market on Monday.",
            {("victim", "Nine people"), ("perpetrator", "the army"), ("target", "a market")},
        ),
        ("Twelve people died in a raid on Friday.", {("victim", "Twelve people")}),
        ("Two people were hurt in sniper attacks.", {("victim", "Two people")}),
        ("Two people were hurt in rebel attacks.", {("victim", "Two people"), ("perpetrator", "rebel")}),
    ],
)
def test_an_attack_is_called_by_what_it_hit(text: str, expected: set[tuple[str, str]]) -> None:
    assert parties(text, "ASSAULT") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Two bars were subject to police raids.", {("target", "Two bars"), ("actor", "police")}),
        ("Workers have been subjected to arbitrary arrests by soldiers.",
         {("recipient", "Workers"), ("actor", "soldiers")}),
        ("The farmers saw a crackdown by the army.", {("recipient", "The farmers"), ("actor", "the army")}),
        ("The army saw a crackdown by the farmers.", {("recipient", "The army"), ("actor", "the farmers")}),
        ("The union faced a ban by the ministry.", {("recipient", "The union"), ("actor", "the ministry")}),
        ("The ministry imposed a ban on the union.", {("recipient", "the union"), ("actor", "The ministry")}),
        ("The police crackdown on traders went on.", {("recipient", "traders"), ("actor", "police")}),
    ],
)  # fmt: skip
def test_a_raid_befalls_whom_its_clause_names(text: str, expected: set[tuple[str, str]]) -> None:
    assert parties(text, "COERCE") == expected


def test_who_watches_a_raid_on_others_does_not_suffer_it() -> None:
    assert ("recipient", "Reporters") not in parties("Reporters saw a police raid on a farm.", "COERCE")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Another trader is awaiting extradition from Malta.", {("recipient", "Another trader")}),
        ("The banker is fighting deportation to Peru.", {("recipient", "The banker")}),
        ("The lawyers fought the deportation of two bakers.", {("recipient", "two bakers")}),
        ("The lawyers fought the deportation.", set()),
    ],
)
def test_who_awaits_or_fights_it_is_to_undergo_it(text: str, expected: set[tuple[str, str]]) -> None:
    assert parties(text, "COERCE") == expected
