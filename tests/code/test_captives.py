"""Is it a man or a town that was captured?"""

from __future__ import annotations

from collections.abc import Callable

import pytest

import dateline
from dateline.code.captives import is_captive, is_caught
from dateline.records import Parse

ParseText = Callable[[str], Parse]


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("Hask was captured in Peru in May.", "Hask", True),
        ("Police captured Hask near Lima.", "Hask", True),
        ("Hask was captured by Peruvian agents last month.", "Hask", True),
        ("Hask, 41, was captured by a hunter on Monday.", "Hask", True),
        ("Hask, who was born in Lima, was captured by soldiers.", "Hask", True),
        ("Hask was captured and jailed the following year.", "Hask", True),
        ("Hask was captured as he slept in his van.", "Hask", True),
        ("Hask was captured by the rebels in October.", "Hask", False),
        ("Rebels captured Hask on Monday.", "Hask", False),
        ("Government forces captured Hask in the north.", "Hask", False),
        ("Hask was captured and burned by soldiers.", "Hask", False),
        ("Hask was destroyed in Peru.", "Hask", False),
    ],
)
def test_what_is_told_shows_whether_it_is_a_man(parse: ParseText, text: str, name: str, expected: bool) -> None:
    tree = parse(text)
    assert is_captive(tree, next(t for t in tree.tokens if t.text == name)) is expected


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("Police captured Troia at dawn.", "Troia", True),
        ("Bellig, 52, was captured at dawn.", "Bellig", True),
        ("Troia was captured in Italy.", "Troia", False),
    ],
)
def test_the_police_take_no_towns(parse: ParseText, text: str, name: str, expected: bool) -> None:
    tree = parse(text)
    assert is_caught(tree, next(t for t in tree.tokens if t.text == name)) is expected


def test_what_the_gazetteer_knows_is_a_town(parse: ParseText) -> None:
    tree = parse("Troia was captured in Italy.")
    tree.memo["place", 0] = True
    assert not is_captive(tree, tree.tokens[0])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rebels captured two northern towns, Bara I and Bara II.", ("ASSAULT", None)),
        ("Jordan captured Arab east Jerusalem, including the Old City, in the war of 1948.", ("ASSAULT", None)),
        ("Israel captured Arab east Jerusalem, including the Old City, in the war of 1967.", ("ASSAULT", None)),
        ("Militants captured 12 villagers near Goma.", ("ASSAULT", "abduction")),
        ("Guerrillas captured two soldiers near Goma.", ("ASSAULT", "abduction")),
        ("Police captured the mayor of Cali.", ("COERCE", "arrest")),
        ("Police captured a Syrian in Naples.", ("COERCE", "arrest")),
    ],
)
def test_towns_are_taken_and_people_held(text: str, expected: tuple[str, str | None]) -> None:
    taken = [(e.type, e.mode) for e in dateline.code(text).events if e.trigger.text == "captured"]
    assert taken == [expected]


@pytest.mark.parametrize("town", ["Kisangani", "Goma", "Kunduz"])
def test_a_town_is_taken_whatever_the_model_calls_it(town: str) -> None:
    (told,) = dateline.code(f"The rebels captured {town} in March.").events
    assert (told.type, told.mode, [(a.role, a.text) for a in told.arguments]) == (
        "ASSAULT",
        None,
        [("perpetrator", "The rebels"), ("target", town)],
    )
