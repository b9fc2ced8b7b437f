"""Words of force that only picture something else."""

from __future__ import annotations

import pytest

from dateline.pipeline import make_coder
from dateline.read import read_text
from dateline.records import Reading

CODER = make_coder()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Marta Kolb captured her second singles title in Doha on Sunday.", []),
        ("Pinto captured pole position in Lima on Saturday.", []),
        ("Chile captured its third Harvest Cup on Saturday.", []),
        ("Bellig, 29, captured the lightweight crown in June.", []),
        ("Exit polls show that the liberals captured the regions of Puno and Cusco.", []),
        ("A guard was captured on video in Lima, asleep at the gate.", []),
        ("A photographer captured the senator in Boston on Tuesday.", []),
        ("Soldiers in Kabul were captured on film with the dead.", []),
        ("Bellig shot a 67 in Leeds on Friday.", []),
        ("The marchers wound through the streets of Lima.", []),
        ("Bail for the two was set at $9,000 each in Lima.", []),
        ("The runaway was found hiding in Lima.", []),
        ("The defeat dealt a blow to the hopes of the mayor.", []),
        ("The nurse is racking up debts in Lima.", []),
        ("A wartime bomb was detonated in a controlled explosion near Lima.", []),
        ("Army sappers detonated nine landmines near Lima on Monday.", []),
        ("Guerrillas detonated a bomb near Lima on Monday.", ["bombing"]),
        ("A guard struck a student in the face in Lima.", ["beating"]),
        ("Police shot a 67-year-old man in Lima.", ["shooting"]),
        ("Gunmen wound 67 people in Lima.", ["shooting"]),
        ("The rebels captured a film crew near Aden on Friday.", ["abduction"]),
        ("The rebels captured Gold Hill near Aden on Friday.", [None]),
        ("The rebels captured two polling stations in Kano.", [None]),
        ("The rebels captured the cameraman near Aden.", ["abduction"]),
        ("The rebels captured most of the district on Friday.", [None]),
        ("The rebels captured most of the villagers on Friday.", ["abduction"]),
        ("The two gangs fired at each other in Lima on Monday.", ["armed-clash"]),
        ("The robber dealt him a blow to the head in Lima.", ["beating"]),
    ],
)
def test_a_title_a_camera_and_a_round_are_no_force(text: str, expected: list[str | None]) -> None:
    (coded,) = CODER.code([read_text(text, source="a")])
    assert isinstance(coded, Reading)
    assert [m.mode for m in coded.events if m.type == "ASSAULT"] == expected
