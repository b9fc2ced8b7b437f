"""What lasts: states that began in the past, things that do not end, people who have not come back."""

from __future__ import annotations

from collections.abc import Callable

import pytest

import dateline
from dateline.code.chains import chain_of
from dateline.code.lasting import (
    goes_on,
    has_no_end,
    has_set_out,
    is_held,
    is_not_back,
    left_since,
    perfect_since,
)
from dateline.records import Parse, Token

ParseText = Callable[[str], Parse]


def word(parse: Parse, text: str) -> Token:
    return next(t for t in parse.tokens if t.text == text)


@pytest.mark.parametrize(
    ("text", "verb", "expected"), [("A strike was in progress.", "was", True), ("A strike was short.", "was", False)]
)
def test_what_goes_on(parse: ParseText, text: str, verb: str, expected: bool) -> None:
    tree = parse(text)
    assert goes_on(tree, word(tree, verb)) is expected


@pytest.mark.parametrize(
    ("text", "verb", "expected"),
    [
        ("Soldiers have guarded the ministry since the coup.", "guarded", True),
        ("Soldiers guarded the ministry after the coup.", "guarded", False),
        ("Nurses in Riga have refused to work overtime since the first of March.", "refused", True),
        ("Police have been deployed in the port since looting broke out on Friday.", "deployed", True),
        ("Villagers have blocked the bridge since they fear a flood.", "blocked", False),
        ("The sides have freed 220 prisoners since the truce.", "freed", False),
        ("Rebels have attacked three villages since the truce.", "attacked", False),
        ("Rebels have held three villages since the truce.", "held", True),
        ("The police have questioned a man held since May.", "questioned", False),
        ("The editor has been jailed since May.", "jailed", True),
        ("Nine editors have been jailed since May.", "jailed", False),
        ("The editor has been killed since May.", "killed", False),
        ("The editor has been in custody since May.", "been", True),
        ("Nine men have been in custody since May.", "been", False),
    ],
)
def test_a_state_lasts_since_then(parse: ParseText, text: str, verb: str, expected: bool) -> None:
    tree = parse(text)
    assert perfect_since(tree, word(tree, verb), state=True) is expected


@pytest.mark.parametrize(
    ("text", "verb", "expected"),
    [
        ("A singer, jailed since March, was given a lawyer on Monday.", "jailed", True),
        ("The road, closed since March, was mended on Monday.", "closed", True),
        ("A singer, killed since March, was buried on Monday.", "killed", False),
        ("The 34 people jailed since April are to be tried.", "jailed", False),
        ("A singer, jailed in March, was given a lawyer on Monday.", "jailed", False),
    ],
)
def test_a_participle_says_since_when(parse: ParseText, text: str, verb: str, expected: bool) -> None:
    tree = parse(text)
    assert left_since(tree, word(tree, verb)) is expected


@pytest.mark.parametrize(
    ("text", "noun", "expected"),
    [
        ("Shelling of the port has not stopped since Thursday.", "Shelling", True),
        ("The fighting in Gori has not let up.", "fighting", True),
        ("The strike has ended.", "strike", False),
        ("The siege of the town has not been lifted.", "siege", True),
        ("The siege of the town has been lifted.", "siege", False),
        ("The strike did not end on Friday.", "strike", False),
        ("The nurses' strike shows no sign of ending.", "strike", True),
        ("The nurses' strike shows signs of ending.", "strike", False),
        ("The nurses' strike shows no sign of success.", "strike", False),
    ],
)
def test_what_has_no_end(parse: ParseText, text: str, noun: str, expected: bool) -> None:
    tree = parse(text)
    assert has_no_end(tree, list(chain_of(tree, word(tree, noun).i))) is expected


@pytest.mark.parametrize(
    ("text", "noun", "expected"),
    [
        ("The march, which set out on Sunday, is expected to reach Riga next week.", "march", True),
        ("The march, which set out on Sunday, will reach Riga on Friday.", "march", True),
        ("The march, which set out on Sunday, reached Riga on Friday.", "march", False),
        ("The march, which the union wants, is expected to reach Riga next week.", "march", False),
        ("The march is expected to reach Riga next week.", "march", False),
    ],
)
def test_what_has_set_out_is_on_its_way(parse: ParseText, text: str, noun: str, expected: bool) -> None:
    tree = parse(text)
    assert has_set_out(tree, word(tree, noun)) is expected


@pytest.mark.parametrize(
    ("text", "verb", "expected"),
    [
        ("Drivers walked out on Monday and have not gone back.", "walked", True),
        ("Drivers walked out on Monday and have not returned to work.", "walked", True),
        ("Drivers walked out on Monday and have gone back.", "walked", False),
        ("Drivers walked out on Monday and have not spoken to anyone.", "walked", False),
        ("The army sent 200 men to the town and they are still there.", "sent", True),
        ("The army sent 200 men to the town and they are still angry.", "sent", False),
    ],
)
def test_who_has_not_come_back_is_at_it(parse: ParseText, text: str, verb: str, expected: bool) -> None:
    tree = parse(text)
    assert is_not_back(tree, word(tree, verb)) is expected


@pytest.mark.parametrize(
    ("text", "verb", "expected"),
    [
        ("Nine monks are in custody.", "are", True),
        ("Nine monks are still in custody.", "are", False),
        ("Nine monks remain in custody.", "remain", False),
        ("Nine monks are in the square.", "are", False),
    ],
)
def test_who_is_only_said_to_be_in_custody(parse: ParseText, text: str, verb: str, expected: bool) -> None:
    tree = parse(text)
    assert is_held(tree, word(tree, verb)) is expected


@pytest.mark.parametrize(
    "text",
    [
        "The activists have been in pre-trial detention since 2021.",
        "She has been in jail for two years.",
        "The brothers have been behind bars since May.",
        "The town of Oron has been under siege since May.",
        "The island has been under a naval blockade since 2007.",
        "The village is under lockdown.",
        "The army arrested 30 people. Four of them are still being held in a camp at Zuwara.",
        "The border remains closed.",
    ],
)
def test_who_is_held_or_shut_in_since_then_still_is(text: str) -> None:
    assert [m.status for m in dateline.code(text).events if m.type == "COERCE"][-1] == "ongoing"


@pytest.mark.parametrize(
    "text",
    [
        "He has been in jail twice.",
        "She was in jail for two years.",
        "The two men are in custody.",
        "Nine men have been in custody since May.",
        "Forty people have been arrested since May.",
        "Three suspects have been in custody for questioning.",
    ],
)
def test_who_was_held_once_or_was_brought_in_is_not_held_on(text: str) -> None:
    assert [m.status for m in dateline.code(text).events if m.type == "COERCE"] == ["occurred"]


def test_a_clause_that_begins_with_what_it_stands_under_tells_of_no_state() -> None:
    assert "ongoing" not in [
        m.status for m in dateline.code("Under the deal both groups are to leave the town.").events
    ]


def test_who_is_on_trial_still_is() -> None:
    told = dateline.code("The former minister has been on trial since January for corruption.").events
    assert [(m.type, m.status) for m in told] == [("ACCUSE", "ongoing")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Prosecutors want life sentences for the murder of three priests.", ["occurred"]),
        ("Residents demanded an inquiry into the killing of a student in Lima.", ["occurred"]),
        ("Two men will stand trial in May for the murder of a judge in 2019.", ["alleged"]),
        ("A ceremony will be held on Sunday for the victims of the attack in Gao.", ["occurred"]),
        ("Police are looking for two men over the killing of a priest.", ["occurred"]),
        ("Detectives are investigating the murder of a priest in Jos.", ["occurred"]),
        ("He is serving a life sentence for the murder of a judge in 1993.", ["occurred"]),
        ("The group announced plans for the bombing of the base.", ["planned"]),
        ("The rebels plan to carry out the killing of the mayor.", ["planned"]),
        ("The cleric called for the killing of the writer.", []),
        ("The army is mounting an attack on the town.", ["ongoing"]),
        ("The killing of priests is continuing.", ["ongoing"]),
        ("The mayor spoke about the ongoing attack on the town.", ["ongoing"]),
    ],
)
def test_a_deed_that_something_is_about_is_done(text: str, expected: list[str]) -> None:
    assert [m.status for m in dateline.code(text).events if m.type == "ASSAULT"] == expected
