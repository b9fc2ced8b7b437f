"""What gunmen do is no policing, and "the raid" is the attack told before."""

from __future__ import annotations

import pytest

import dateline


def kinds(text: str) -> list[tuple[str, str | None]]:
    return [(m.type, m.mode) for m in dateline.code(text).events]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Gunmen fired into the air in Gusau on Monday.", ("ASSAULT", "shooting")),
        ("Police fired into the air in Gusau on Monday.", ("COERCE", "crowd-control")),
        ("Rebels seized two engineers in Marib on Monday.", ("ASSAULT", "abduction")),
        ("A former mayor was seized by men in uniform in Gusau on Monday.", ("ASSAULT", "abduction")),
        ("A bus was seized by men in uniform in Gusau on Monday.", ("COERCE", "seizure")),
        ("The army captured 17 rebel fighters near Marib on Monday.", ("COERCE", "arrest")),
        ("Seventeen soldiers were captured by troops near Marib on Monday.", ("COERCE", "arrest")),
        ("Rebels captured 17 soldiers near Marib on Monday.", ("ASSAULT", "abduction")),
        ("The militia captured 17 soldiers near Marib on Monday.", ("ASSAULT", "abduction")),
        ("Rebels captured two tanks near Marib on Monday.", ("COERCE", "seizure")),
        ("Troops captured two villages near Marib on Monday.", ("ASSAULT", None)),
        ("Israeli aircraft struck targets near Marib on Monday.", ("ASSAULT", "airstrike")),
    ],
)
def test_who_does_it_tells_the_kind(text: str, expected: tuple[str, str]) -> None:
    assert kinds(text) == [expected]


def test_a_raid_that_is_pointed_at_is_the_attack_told_before() -> None:
    text = "Gunmen killed 11 people in Gusau on Sunday. Police confirmed the raid but put the death toll at eight."
    assert [type_ for type_, _ in kinds(text)] == ["ASSAULT", "ASSAULT"]


@pytest.mark.parametrize(
    ("text", "raids"),
    [
        ("Gunmen killed a guard in Gusau on Sunday. The raid by police lasted two hours.", 1),
        ("Gunmen killed a guard in Gusau on Sunday. The raid on a mosque on Monday followed, police said.", 1),
        ("Gunmen killed a guard in Gusau on Sunday. A raid followed, police said.", 1),
        ("Police confirmed the raid but put the death toll at eight.", 1),
        ("Gunmen killed 11 people in Gusau on Sunday. Police confirmed the raid but put the death toll at eight.", 0),
    ],
)
def test_a_raid_with_words_of_its_own_is_one(text: str, raids: int) -> None:
    assert kinds(text).count(("COERCE", "raid")) == raids
