"""Blame and refusal in plain words: rigged votes, charges not brought, no talks, men who will not move out."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.records import EventMention

Coded = Callable[[str], tuple[EventMention, ...]]


@pytest.mark.parametrize(
    ("text", "kind", "status"),
    [
        ("The opposition says the vote was rigged.", "ACCUSE", "occurred"),
        ("Monitors said ballot boxes had been stuffed in three districts.", "ACCUSE", "occurred"),
        ("The editor said the trial was a farce.", "ACCUSE", "occurred"),
        ("Refugee officials called the expulsions shocking.", "ACCUSE", "occurred"),
        ("No charges have been brought.", "ACCUSE", "denied"),
        ("Nobody has been charged over the killing.", "ACCUSE", "denied"),
        ("The officers were never charged.", "ACCUSE", "denied"),
        ("The prime minister insisted there would be no early election.", "REJECT", "occurred"),
        ("The tenants say they will not move out.", "REJECT", "occurred"),
        ('"We are not leaving," said Ana Roe.', "REJECT", "occurred"),
        ("The strikers voted to reject the deal.", "REJECT", "occurred"),
    ],
)
def test_blame_and_refusal(coded: Coded, text: str, kind: str, status: str) -> None:
    assert {m.status for m in coded(text) if m.type == kind} == {status}


@pytest.mark.parametrize(
    "text",
    [
        "The minister said the vote was not rigged.",
        "No group has claimed responsibility for the fire.",
        "The battery was not charged.",
        "The train is not leaving before noon.",
    ],
)
def test_no_blame_and_no_refusal(coded: Coded, text: str) -> None:
    assert {m.type for m in coded(text)} & {"ACCUSE", "REJECT"} == set()
