"""Who stands in a trigger's slot decides whether it is one."""

from __future__ import annotations

import pytest

from dateline.pipeline import Pipeline, make_coder
from dateline.read import read_text
from dateline.records import Reading


@pytest.fixture(scope="module")
def coder() -> Pipeline:
    return make_coder()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Farmers blocked the motorway near Larissa.", [("PROTEST", "blockade")]),
        ("The senate blocked the bill on grain imports.", [("REJECT", None)]),
        ("A group of students blocked the road near Larissa.", [("PROTEST", "blockade")]),
        ("Rebel troops captured Bukavu in early May.", [("ASSAULT", None)]),
        ("The widows want the court to publish the list.", [("REQUEST", None)]),
        ("The widows want their sons to eat more fish.", []),
        ("The court wants to publish the list.", []),
    ],
)
def test_subject_and_object_are_asked_for(coder: Pipeline, text: str, expected: list[tuple[str, str | None]]) -> None:
    (reading,) = coder.code([read_text(text)])
    assert isinstance(reading, Reading)
    assert [(m.type, m.mode) for m in reading.events] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Police said they had captured the gunman at a farm near Palmira.", ("COERCE", "arrest")),
        ("Rebels said they had captured the officer at a farm near Palmira.", ("ASSAULT", "abduction")),
    ],
)
def test_who_tells_of_themselves_is_who_does_it(coder: Pipeline, text: str, expected: tuple[str, str]) -> None:
    (reading,) = coder.code([read_text(text)])
    assert isinstance(reading, Reading)
    assert [(m.type, m.mode) for m in reading.events] == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The company gave $20,000 to a school in Gao on Monday.", ["AID"]),
        ("On Friday the bank will present $50,000 to the clinic in Lima for a ward.", ["AID"]),
        ("The kidnappers want €40,000 for the priest.", ["ASSAULT", "REQUEST"]),
        ("The shares rose $20 on Monday.", []),
        ("The museum paid $20,000 for a statue.", []),
        ("The company gave 20,000 reasons to a school in Gao on Monday.", []),
    ],
)
def test_a_sign_of_money_is_the_noun_for_it(coder: Pipeline, text: str, expected: list[str]) -> None:
    (reading,) = coder.code([read_text(text)])
    assert isinstance(reading, Reading)
    assert sorted(m.type for m in reading.events) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The ministry closed the weekly Novi Glas in March.", ["censorship"]),
        ("The court suspended the daily Hoy for 30 days.", ["censorship"]),
        ("The ministry ended its weekly Monday briefing.", []),
    ],
)
def test_a_paper_is_known_by_how_often_it_comes_out(coder: Pipeline, text: str, expected: list[str]) -> None:
    (reading,) = coder.code([read_text(text)])
    assert isinstance(reading, Reading)
    assert [m.mode for m in reading.events] == expected
