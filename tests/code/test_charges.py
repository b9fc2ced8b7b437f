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
