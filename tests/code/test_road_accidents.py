"""Road accidents are no attacks, unless somebody meant to hurt."""

from __future__ import annotations

import pytest

import dateline


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A woman was struck by a car on Elm Street on Friday.", 0),
        ("Two boys were killed by a van on the coast road.", 0),
        ("A lorry struck and killed a nurse in Hull on Monday.", 0),
        ("A motorist hit a teacher in Riga and drove on.", 0),
        ("Anna Weiss, 66, was killed when she was hit by a hit-and-run driver.", 0),
        ("He hit and killed a teacher in Leeds on Monday. The hit-and-run driver was caught later.", 0),
        ("Tom Brandt, 40, was charged with vehicular manslaughter.", 0),
        ("A man rammed his car into the crowd and killed three people in Kassel.", 1),
        ("The driver hit a guard in the face in Lyon on Monday.", 1),
        ("A guard was beaten by a driver in Hull on Friday.", 1),
        ("A car bomb killed nine people in Mosul.", 1),
        ("Gunmen in a van killed two guards in Lagos.", 1),
        ("Soldiers struck a boy with rifle butts.", 1),
    ],
)
def test_who_is_hurt_in_traffic_is_not_attacked(text: str, expected: int) -> None:
    assert [m.type for m in dateline.code(text).events].count("ASSAULT") == expected
