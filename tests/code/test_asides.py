"""Who does what a clause beside a verb tells, in coded sentences."""

from __future__ import annotations

import pytest

import dateline


def doers(text: str, type_: str) -> set[str]:
    return {a.text for m in dateline.code(text).events if m.type == type_ for a in m.arguments if a.role == "actor"}


@pytest.mark.parametrize(
    ("text", "type_", "expected"),
    [
        ("A nurse asked the High Court to delay the hearing, alleging that a witness lied.", "ACCUSE", {"A nurse"}),
        ("The High Court asked a nurse to come on Monday, alleging that a witness lied.", "ACCUSE", {"The High Court"}),
        ("The union urged the ministry to wait, accusing the mayor of fraud.", "ACCUSE", {"The union"}),
        ("The general ordered soldiers to clear the square, arresting 20 students.", "COERCE", {"soldiers"}),
        ("The army forced the mayor to condemn the strike.", "ACCUSE", {"the mayor"}),
    ],
)
def test_who_asks_goes_on_with_what_he_says(text: str, type_: str, expected: set[str]) -> None:
    assert doers(text, type_) == expected


@pytest.mark.parametrize(
    ("text", "type_", "expected"),
    [
        ("Norway rebuked Denmark for holding joint exercises with Iceland.", "COOPERATE", {"Denmark"}),
        ("Denmark was rebuked by Norway for holding joint exercises with Iceland.", "COOPERATE", {"Denmark"}),
        ("The auditor listed Maria Roe as having donated blankets to the nuns.", "AID", {"Maria Roe"}),
    ],
)
def test_whom_somebody_judges_did_it(text: str, type_: str, expected: set[str]) -> None:
    assert doers(text, type_) == expected


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("Two editors had their passports seized on Monday.", set()),
        ("Some 40 drivers could have their licences suspended.", set()),
        ("The general had two editors arrested on Monday.", {"The general"}),
    ],
)
def test_who_has_his_own_things_taken_does_not_take_them(text: str, actors: set[str]) -> None:
    assert doers(text, "COERCE") == actors
