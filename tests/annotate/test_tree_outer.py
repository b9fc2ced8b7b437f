"""Acts of whoever speaks stand beside the verb of saying, not in what is said."""

from __future__ import annotations

import pytest

import dateline


def told(text: str) -> set[tuple[str, str, str]]:
    return {
        (m.type, m.status, next((a.text for a in m.arguments if a.role in ("actor", "perpetrator")), ""))
        for m in dateline.code(text).events
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The company has denied that it poisoned the river and has accused the mayor of lying.",
         ("ACCUSE", "occurred", "The company")),
        ("The mayor has denied that he poisoned the river and has accused the company of lying.",
         ("ACCUSE", "occurred", "The mayor")),
        ("The rebels have denied that they shelled the port but have threatened to attack it.",
         ("THREATEN", "occurred", "The rebels")),
        ("She has denied that she stole aid and has resigned from the party.", ("RETREAT", "occurred", "She")),
        ("He denied that he had stolen aid and accused the mayor of lying.", ("ACCUSE", "occurred", "He")),
    ],
)  # fmt: skip
def test_what_a_speaker_does_next_is_not_denied(text: str, expected: tuple[str, str, str]) -> None:
    assert expected in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "The army has denied that it has burned houses and has arrested the owners.",
        "He denied that soldiers had burned the houses and had arrested the owners.",
        "He denied that soldiers burned houses and arrested the owners.",
    ],
)
def test_what_others_are_said_to_have_done_next_is_denied_too(text: str) -> None:
    assert {status for _, status, _ in told(text)} == {"denied"}
