"""Whom a charge is laid against, and what it is about."""

from __future__ import annotations

import pytest

import dateline


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Allegations of corruption shook the town of Tacna.", set()),
        ("Accusations of theft were levelled against the nurses.", {("recipient", "the nurses")}),
        ("Prosecutors filed a charge of fraud against two men.", {("actor", "Prosecutors"), ("recipient", "two men")}),
        ("The prosecutor welcomed the indictment of the editor.", {("recipient", "the editor")}),
    ],
)
def test_what_a_charge_is_about_is_no_party(text: str, expected: set[tuple[str, str]]) -> None:
    events = [m for m in dateline.code(text).events if m.type == "ACCUSE"]
    assert {(a.role, a.text) for m in events for a in m.arguments} == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The lawyer alleged that the police looked on while his client was beaten.", "the police"),
        ("A newspaper in Oran alleged that the consul had sold visas.", "the consul"),
        ("The consul alleged that a newspaper had sold his letters.", "a newspaper"),
        ("Ghana alleged on Monday that Togo had hidden two gunmen.", "Togo"),
        ("The clerk alleged that ballots had been marked in advance.", None),
        ("The party alleged that 20 people died in the blaze.", None),
        ("The party alleged that its members lost their jobs.", None),
    ],
)
def test_who_is_said_to_have_done_something_is_charged(text: str, expected: str | None) -> None:
    (charge,) = [m for m in dateline.code(text).events if m.type == "ACCUSE"]
    assert next((a.text for a in charge.arguments if a.role == "recipient"), None) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Detectives are investigating whether Maria Roe set the fire.", {"Maria Roe"}),
        ("Prosecutors are investigating whether the mayor, who has fled, is linked to the blast.", {"the mayor"}),
        ("Prosecutors are investigating whether two clerks were killed by soldiers.", set()),
        ("Detectives are investigating whether a fault caused the fire.", set()),
        ("Detectives are investigating whether two clerks died on Friday.", set()),
    ],
)
def test_who_may_have_done_it_is_looked_into(text: str, expected: set[str]) -> None:
    events = [m for m in dateline.code(text).events if m.type == "ACCUSE"]
    assert {a.text for m in events for a in m.arguments if a.role == "recipient"} == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A court in Pristina issued a warrant for the arrest of Colonel Dren Hoti.", "Colonel Dren Hoti"),
        ("Prosecutors obtained an arrest warrant for Dren Hoti.", "Dren Hoti"),
        ("A warrant was issued for his arrest in May.", "his"),
        ("A judge issued a warrant for a search of the mill.", None),
    ],
)
def test_a_writ_is_for_whom_it_names(text: str, expected: str | None) -> None:
    accused = [
        a for m in dateline.code(text).events if m.type == "ACCUSE" for a in m.arguments if a.role == "recipient"
    ]
    assert [a.text for a in accused] == ([expected] if expected else [])
