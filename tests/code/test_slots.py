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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Dockers blocked the bridge on Monday. Police cleared it before dawn.", ["blockade", "crowd-control"]),
        ("Settlers built a camp on the hill, and soldiers cleared it on Sunday.", ["crowd-control"]),
        ("Two states signed a fishing treaty in 2016, but Chad suspended it last year.", [None, "discontinue"]),
        ("She wrote a book on the war. The ministry banned it.", ["censorship"]),
        ("The cook opened a tin on Monday, and soldiers cleared it.", []),
        ("It snowed on the hill. Police cleared it.", []),
    ],
)
def test_a_pronoun_fits_as_the_thing_that_it_stands_for(coder: Pipeline, text: str, expected: list[str | None]) -> None:
    (reading,) = coder.code([read_text(text)])
    assert isinstance(reading, Reading)
    assert [m.mode for m in reading.events] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The families were handed tents and blankets.", ["AID"]),
        ("The widow has been promised 500,000 rupees.", ["AID"]),
        ("The singer was handed roses and a map.", []),
        ("The pupils were promised a party.", []),
    ],
)
def test_what_somebody_is_given_is_an_object_of_a_passive(coder: Pipeline, text: str, expected: list[str]) -> None:
    (reading,) = coder.code([read_text(text)])
    assert isinstance(reading, Reading)
    assert [m.type for m in reading.events] == expected
