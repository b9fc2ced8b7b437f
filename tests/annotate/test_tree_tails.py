"""Closing places and days hang on what courts and the police do, not on the deed that it is about."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.records import Parse


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Three men were charged with murder in Glasgow on Monday.", "in", "charged"),
        ("Peru hanged three men convicted of drug trafficking on Wednesday.", "on", "hanged"),
        ("Police shot dead a man accused of killing an officer in Lagos on Friday.", "in", "shot"),
        ("Police shot dead a man accused of killing an officer in Lagos on Friday.", "on", "shot"),
        ("The court jailed her on Monday for an attack in Oran on Friday.", "in", "attack"),
        ("The army accused rebels of shelling the town on Friday.", "on", "shelling"),
        ("Two former cooks of a mine were charged with the theft in Leeds last week.", "in", "charged"),
        ("A broker was charged with theft at a bank in Leeds.", "in", "bank"),
    ],
)
def test_what_closes_the_clause_tells_of_the_act(
    parse: Callable[[str], Parse], text: str, word: str, expected: str
) -> None:
    tokens = parse(text).tokens
    last = next(t for t in reversed(tokens) if t.lower == word)
    assert tokens[last.head].text == expected


@pytest.mark.parametrize(
    ("text", "day", "subject"),
    [
        ("On 3 November parliament voted to remove the mayor.", "November", "parliament"),
        ("On Monday parliament approved the deal.", "Monday", "parliament"),
        ("In 2020 parliament approved the deal.", "2020", "parliament"),
        ("On 5 May police arrested two men in Lagos.", "May", "police"),
    ],
)
def test_an_opening_day_is_no_part_of_the_subject(
    parse: Callable[[str], Parse], text: str, day: str, subject: str
) -> None:
    tokens = parse(text).tokens
    when, who = (next(t for t in tokens if t.text == word) for word in (day, subject))
    assert (when.dep, tokens[when.head].i) == ("pobj", 0)
    assert who.dep == "nsubj"


@pytest.mark.parametrize("pronoun", ["both", "them", "her"])
def test_a_place_behind_a_pronoun_is_the_verbs(parse: Callable[[str], Parse], pronoun: str) -> None:
    tree = parse(f"A mediator, sent by the king, sat down with {pronoun} in Leeds on Thursday.")
    link = next(t for t in tree.tokens if t.lower == "in")
    assert tree.tokens[link.head].text == "sat"


def test_a_place_behind_a_noun_stays(parse: Callable[[str], Parse]) -> None:
    tree = parse("The king thanked those in Leeds.")
    link = next(t for t in tree.tokens if t.lower == "in")
    assert tree.tokens[link.head].text in ("those", "thanked")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The bishop condemned the shelling of Gao by rebels on Monday.", "shelling"),
        ("The press union condemned the arrest of the editor by soldiers in Lome.", "arrest"),
        ("The army condemned the burning of a shop by rebels in Gao.", "burning"),
        ("The rebels condemned the burning of a shop by soldiers in Gao.", "burning"),
        ("The mayor condemned the killing of a nun by Uganda.", "killing"),
        ("The union condemned the arrest of the nun by telephone.", "condemned"),
        ("The shelling of Gao was condemned by bishops.", "condemned"),
    ],
)
def test_who_did_a_deed_hangs_on_it(parse: Callable[[str], Parse], text: str, expected: str) -> None:
    tokens = parse(text).tokens
    by = next(t for t in tokens if t.lower == "by")
    assert tokens[by.head].text == expected


@pytest.mark.parametrize(
    ("text", "participle", "expected"),
    [
        (
            "Soldiers opened fire on a crowd that had blocked the main road in Kano, killing three people.",
            "killing",
            "opened",
        ),
        ("Troops shot at youths who were throwing stones in Nablus on Monday, wounding five.", "wounding", "shot"),
        ("The court jailed a driver who rammed a bus in Nice, injuring four people.", "injuring", "rammed"),
        ("Police arrested a man who opened fire on a crowd in Lima on Sunday, killing three.", "killing", "opened"),
        ("Rebels shot at a bus, which overturned in Gao, killing five people.", "killing", "shot"),
    ],
)
def test_who_was_hurt_hangs_on_the_attack(
    parse: Callable[[str], Parse], text: str, participle: str, expected: str
) -> None:
    tokens = parse(text).tokens
    verb = next(t for t in tokens if t.text == participle)
    assert tokens[verb.head].text == expected


@pytest.mark.parametrize(
    ("text", "time", "expected"),
    [
        ("Two men were jailed for the bombing the following year.", "year", "jailed"),
        ("Thousands marched against the killing the next day.", "day", "marched"),
        ("A day earlier police had arrested two farmers.", "earlier", "arrested"),
        ("Later police arrested two farmers.", "Later", "arrested"),
        ("Shortly after dawn rebels attacked the base.", "dawn", "after"),
        ("Before dawn gunmen stormed the village.", "dawn", "Before"),
        ("After the dawn raid police left.", "dawn", "raid"),
    ],
)
def test_a_time_that_counts_on_is_the_acts(parse: Callable[[str], Parse], text: str, time: str, expected: str) -> None:
    tokens = parse(text).tokens
    word = next(t for t in tokens if t.text == time)
    assert tokens[word.head].text == expected
