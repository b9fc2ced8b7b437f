"""Accounts told against each other, in coded sentences."""

from __future__ import annotations

import pytest

import dateline
from dateline.records import Reading

TOLD = "Soldiers shot two herders near Gao on Sunday, a priest said. "


def statuses(reading: Reading) -> list[str]:
    return [m.status for m in reading.events if m.type == "ASSAULT"]


@pytest.mark.parametrize(
    "turn",
    [
        "The army tells it differently: its spokesman said that herders had opened fire on a patrol.",
        "The army gave another version: its spokesman said that herders had opened fire on a patrol.",
        "The army disagrees. Its spokesman said that herders had opened fire on a patrol.",
    ],
)
def test_both_accounts_are_alleged(turn: str) -> None:
    assert statuses(dateline.code(TOLD + turn)) == ["alleged", "alleged"]


def test_an_account_answers_its_own_paragraph() -> None:
    second = "Police said that guards had beaten two men in Mopti on Monday. "
    inside = dateline.code(f"{TOLD}\n\n{second}A lawyer gave another account.")
    opening = dateline.code(f"{TOLD}{second}\n\nA lawyer gave another account.")
    assert (statuses(inside), statuses(opening)) == (["occurred", "alleged"], ["alleged", "alleged"])


@pytest.mark.parametrize(
    "turn",
    [
        "The army disagrees with the ministry about its budget.",
        "Things went differently in Timbuktu.",
        "The army told a different crowd to go home.",
        "The army sees no other way.",
    ],
)
def test_other_differences_doubt_nothing(turn: str) -> None:
    assert statuses(dateline.code(TOLD + turn)) == ["occurred"]


def test_what_the_outlet_tells_stays() -> None:
    assert statuses(dateline.code("Soldiers shot two herders near Gao. The army sees it differently.")) == ["occurred"]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The rebels, the colonel said, fired first on a convoy.", "alleged"),
        ("The soldiers, the rebels said, fired first on a convoy.", "alleged"),
        ("The army reported an unprovoked attack on a post near Gao.", "alleged"),
        ("The rebels first fired on a convoy, the colonel said.", "occurred"),
        ("The rebels fired first on a convoy and then on a bus.", "occurred"),
    ],
)
def test_who_began_is_one_sides_word(text: str, status: str) -> None:
    assert statuses(dateline.code(text))[:1] == [status]


def test_what_somebody_owns_up_to_stays() -> None:
    text = "The navy confirmed that its patrol had shot a fisherman. The captain disagrees."
    assert statuses(dateline.code(text)) == ["occurred"]


def test_who_was_hurt_and_what_the_authorities_did_stays() -> None:
    text = "The police directorate reported 46 arrests and said that 17 people were hurt. The club saw it otherwise."
    assert {m.status for m in dateline.code(text).events} == {"occurred"}
