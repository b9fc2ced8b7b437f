"""A truce agreed for later is two happenings: the agreeing, and the truce with its own day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

import dateline
from dateline.pipeline import make_coder
from dateline.read import read_text
from dateline.records import Reading

Row = tuple[str, str | None, str, str | None]
DAY = date(2019, 3, 14)  # a Thursday


@pytest.fixture(scope="module")
def told() -> Callable[[str], list[Row]]:
    coder = make_coder()

    def run(text: str) -> list[Row]:
        (reading,) = coder.code([read_text(text, published=DAY)])
        assert isinstance(reading, Reading)
        return sorted(
            (m.type, m.mode, m.status, str(m.time.from_) if m.time else None)
            for m in reading.events
            if m.type in ("AGREE", "RETREAT")
        )

    return run


@pytest.mark.parametrize(
    ("text", "agreed", "truce"),
    [
        ("The army and the rebels agreed on Tuesday to a truce from Saturday.", "2019-03-12", "2019-03-16"),
        ("The rebels and the army agreed on Tuesday to a truce from Saturday.", "2019-03-12", "2019-03-16"),
        ("The two clans signed a ceasefire on Monday to take effect on Sunday.", "2019-03-11", "2019-03-17"),
        ("The two clans agreed on a truce starting on Monday.", None, "2019-03-18"),
    ],
)
def test_the_truce_has_its_own_day(told: Callable[[str], list[Row]], text: str, agreed: str | None, truce: str) -> None:
    assert told(text) == [("AGREE", None, "occurred", agreed), ("RETREAT", "ceasefire", "planned", truce)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The two clans signed a ceasefire on Monday.", [("RETREAT", "ceasefire", "occurred", "2019-03-11")]),
        ("A truce took effect on Monday.", [("RETREAT", "ceasefire", "occurred", "2019-03-11")]),
        ("The clans refused to sign a truce from Sunday.", []),
        ("The two clans will sign a truce on Monday.", [("RETREAT", "ceasefire", "planned", "2019-03-18")]),
    ],
)
def test_what_is_told_once_stays_one(told: Callable[[str], list[Row]], text: str, expected: list[Row]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "type_", "expected"),
    [
        ("Chad and Togo joined the alliance on Friday.", "COOPERATE", ["Chad", "Togo"]),
        ("Kenya became a full member of the African Union.", "COOPERATE", ["Kenya"]),
        ("Chad has applied for membership of the bloc.", "REQUEST", ["Chad"]),
        ("Peru has applied to join the bloc.", "REQUEST", ["Peru"]),
        ("We have had close cooperation with the authorities.", "COOPERATE", ["We"]),
        ("The envoy was heartened by cooperation from Chad.", "COOPERATE", ["Chad"]),
        ("Chad joined Togo in condemning the raid.", "COOPERATE", []),
        ("She joined the army in 1990.", "COOPERATE", []),
    ],
)
def test_who_joins_a_body_or_works_with_others(text: str, type_: str, expected: list[str]) -> None:
    found = [m for m in dateline.code(text).events if m.type == type_]
    assert [a.text for m in found for a in m.arguments if a.role == "actor"] == expected
