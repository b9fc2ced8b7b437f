"""Who is at a gathering or a protest, who calls for it, and whom it is for."""

from __future__ import annotations

from collections.abc import Callable

import pytest

import dateline
from dateline.code.occasions import busy_with, dear_to, guests, organizes, present, remembered, summons
from dateline.code.triggers import Trigger, find_triggers
from dateline.records import Parse, Token
from dateline.reference.codebook import load_codebook

BOOK = load_codebook()
ParseText = Callable[[str], Parse]


def word(parse: Parse, text: str) -> Token:
    return next(t for t in parse.tokens if t.text == text)


def trigger(parse: Parse, type_: str) -> Trigger:
    return next(t for t in find_triggers(parse, BOOK) if t.type == type_)


@pytest.mark.parametrize(
    ("text", "who", "expected"),
    [
        ("The union called a strike.", "union", True),
        ("The party will march in Lille.", "party", True),
        ("Nurses will march in Lille.", "Nurses", False),
        ("They announced a march in Lille.", "They", False),
        ("It announced a march in Lille.", "It", True),
        ("It joined a march in Lille.", "It", False),
        ("Opposition parties will march in Lille.", "parties", True),
        ("Shops in Lille went on strike.", "Shops", False),
        ("The nurse will march in Lille.", "nurse", False),
    ],
)
def test_a_body_calls_for_what_it_does(parse: ParseText, text: str, who: str, expected: bool) -> None:
    tree = parse(text)
    assert organizes(tree, trigger(tree, "PROTEST"), word(tree, who), BOOK) is expected


@pytest.mark.parametrize(
    ("text", "who", "expected"),
    [
        ("A protest called by students filled the square.", "students", True),
        ("Students called a protest.", "Students", True),
        ("Students called off a protest.", "Students", False),
        ("Students joined a protest.", "Students", False),
    ],
)
def test_who_summons(parse: ParseText, text: str, who: str, expected: bool) -> None:
    tree = parse(text)
    assert summons(tree, word(tree, who)) is expected


@pytest.mark.parametrize(
    ("text", "type_", "expected"),
    [
        ("On the third day of their strike, dockers sang in Gdansk.", "PROTEST", ["dockers"]),
        ("Dockers went back to work after a strike of 20 days.", "PROTEST", ["Dockers"]),
        ("Dockers sang after a strike of 20 days.", "PROTEST", []),
        ("After talks with the envoy, ministers left Gdansk.", "CONSULT", ["ministers"]),
        ("At last week's summit, ministers called for calm.", "CONSULT", ["ministers"]),
        ("The minister, in town for talks with growers, praised nurses.", "CONSULT", ["minister"]),
        ("In a statement issued after the talks, ministers called for calm.", "CONSULT", ["ministers"]),
        ("Ministers praised nurses before talks with growers.", "CONSULT", []),
        ("The police suffered losses in a gun battle in Gdansk.", "ASSAULT", []),
        ("Police arrested two men in a gun battle in Gdansk.", "ASSAULT", ["Police"]),
    ],
)
def test_who_does_something_in_or_after_it(parse: ParseText, text: str, type_: str, expected: list[str]) -> None:
    tree = parse(text)
    assert [t.text for t in busy_with(tree, trigger(tree, type_), BOOK)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("About 500 people wept at a vigil in Split.", ["people"]),
        ("Police counted 500 people at a vigil in Split.", ["people"]),
        ("Gunmen fired at a vigil in Split.", []),
        ("The mayor spoke about a vigil in Split.", []),
    ],
)
def test_who_is_there(parse: ParseText, text: str, expected: list[str]) -> None:
    tree = parse(text)
    assert [t.text for t in present(tree, trigger(tree, "GATHER"), BOOK)] == expected


def test_guests_stand_behind_their_presence(parse: ParseText) -> None:
    tree = parse("The bridge was inaugurated in the presence of the governor.")
    assert [t.text for t in guests(tree, trigger(tree, "GATHER"), BOOK)] == ["governor"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mourners carried the coffin of Petre Lungu through Cluj.", ["Lungu"]),
        ("Hundreds held a vigil to honour Petre Lungu in Cluj.", ["Lungu"]),
        ("Hundreds held a vigil at the lighthouse for Petre Lungu.", ["Lungu"]),
        ("Hundreds held a vigil to eat bread in Cluj.", []),
    ],
)
def test_whom_it_is_for(parse: ParseText, text: str, expected: list[str]) -> None:
    tree = parse(text)
    assert sorted({t.text for t in remembered(tree, trigger(tree, "GATHER"), BOOK)}) == expected


def test_friends_and_kin_gather_for_whose_they_are(parse: ParseText) -> None:
    tree = parse("Classmates of Ana Ruiz held portraits of Ana Ruiz.")
    assert [t.text for t in dear_to(tree, word(tree, "Classmates"), BOOK)] == ["Ruiz"]
    assert dear_to(tree, word(tree, "portraits"), BOOK) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Police used tear gas at a march against the tax in Kampala.", []),
        ("Soldiers used live rounds at a demonstration in Khartoum.", []),
        ("Widows used whistles at a demonstration in Khartoum.", ["Widows"]),
        ("About 200 soldiers were at a protest in Kinshasa.", ["soldiers"]),
    ],
)
def test_police_at_a_march_do_not_march(parse: ParseText, text: str, expected: list[str]) -> None:
    tree = parse(text)
    assert [t.text for t in present(tree, trigger(tree, "PROTEST"), BOOK)] == expected


@pytest.mark.parametrize(
    ("text", "role", "who"),
    [
        ("Opposition leader Jan Roe told supporters at a rally in Brno that he would stand.", "actor", "supporters"),
        ("President Ana Roe addressed thousands of supporters in Maputo.", "actor", "thousands of supporters"),
        ("The mayor told a crowd in Kano that the market would be rebuilt.", "actor", "a crowd"),
        ("Hundreds gathered in Lublin to honour Jane Roe.", "honouree", "Jane Roe"),
        ("Crowds cheered the candidate Jane Roe in Lublin.", "honouree", "the candidate Jane Roe"),
    ],
)
def test_who_listens_to_a_speech_has_come_and_is_not_honoured(text: str, role: str, who: str) -> None:
    told = [(a.role, a.text) for m in dateline.code(text).events if m.type == "GATHER" for a in m.arguments]
    assert [other for other, name in told if name == who] == [role]
