"""Who is hit on the road, or goes down with a ferry, suffers an accident, not force."""

from __future__ import annotations

import pytest

from dateline.pipeline import make_coder
from dateline.read import read_text
from dateline.records import Reading

CODER = make_coder()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A 70-year-old man was killed by a hit-and-run driver in Leeds on Friday night.", []),
        ("The motorist hit two nurses on a bridge in Leeds.", []),
        ("A girl died on Friday after being struck by a drunk driver outside a school in Tulsa.", []),
        ("A cyclist was killed when a taxi driver struck him in Lima on Monday.", []),
        ("A driver was in tears in Lima, where a guard said that he hit and killed a nurse.", []),
        ("A woman was struck and killed in a crosswalk in Tulsa on Sunday.", []),
        ("A nurse was killed in Leeds on Friday. Police are looking for a grey van after the hit-and-run.", []),
        ("He was charged in Lima on Monday with vehicular manslaughter.", []),
        ("The driver hit a passenger in the face in Lima on Monday.", ["beating"]),
        ("The driver deliberately hit a policeman in Lima on Monday.", ["beating"]),
        ("The driver was killed by gunmen near Gao on Monday.", ["shooting"]),
        ("Guerrillas killed nine soldiers in hit-and-run raids near Gao on Monday.", ["armed-clash"]),
        ("Police killed a cyclist in Lima on Monday.", [None]),
        ("A man drove his car into a crowd in Berlin, killing three people.", [None]),
    ],
)
def test_who_is_hit_on_the_road_suffers_no_force(text: str, expected: list[str | None]) -> None:
    (coded,) = CODER.code([read_text(text, source="a")])
    assert isinstance(coded, Reading)
    assert [m.mode for m in coded.events if m.type == "ASSAULT"] == expected


@pytest.mark.parametrize(
    ("text", "type_", "expected"),
    [
        ("Six sailors were killed when two ships collided off Oman.", "ASSAULT", 0),
        ("Four miners died when a lift plunged into a shaft.", "ASSAULT", 0),
        ("Nine pilgrims were hurt as their bus overturned near Jos.", "ASSAULT", 0),
        ("Three soldiers were killed when two helicopters crashed near Gao.", "ASSAULT", 0),
        ("Five soldiers were killed when their helicopter crashed after rebels fired at it.", "ASSAULT", 1),
        ("Five soldiers were killed when rebels shot at their truck.", "ASSAULT", 1),
        ("A truck overturned near Gao on Saturday, and four nurses were killed.", "ASSAULT", 0),
        ("A bus overturned near Gao on Saturday. Four people were killed and nine injured.", "ASSAULT", 0),
        ("The minibus hit a lorry near Gweru; six people were killed.", "ASSAULT", 0),
        ("Two helicopters collided over Gao on Friday and 13 soldiers were killed.", "ASSAULT", 0),
        ("The roof of a school gave way in Kampala, and two teachers were injured.", "ASSAULT", 0),
        ("A blaze killed two children at a hostel in Riga.", "ASSAULT", 0),
        ("Enemy fire killed two soldiers near Gao.", "ASSAULT", 1),
        ("The town fell on Monday and 30 civilians were killed.", "ASSAULT", 1),
        ("Gunmen fired on a bus, which overturned, and four people were killed.", "ASSAULT", 1),
        ("A shell hit a bus near Gao. Four people were killed.", "ASSAULT", 1),
        ("A bus overturned near Cusco, killing four.", "PROTEST", 0),
        ("A bus overturned near Cusco on Monday.", "PROTEST", 0),
        ("A bus overturned by rioters lay in Jos on Monday.", "PROTEST", 1),
        ("Rioters overturned a bus in Jos on Monday.", "PROTEST", 1),
    ],
)
def test_what_goes_down_by_itself_hurts_by_accident(text: str, type_: str, expected: int) -> None:
    (coded,) = CODER.code([read_text(text, source="a")])
    assert isinstance(coded, Reading)
    assert sum(m.type == type_ for m in coded.events) == expected
