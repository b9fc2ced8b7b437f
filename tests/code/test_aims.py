"""Whom or what an act is aimed at."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.code import aims
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
    ("text", "noun", "expected"),
    [
        ("Her arrest shocked Accra.", "arrest", True),
        ("Ghana's release of 30 men was welcomed.", "release", False),
        ("Her visit shocked Accra.", "visit", False),
    ],
)
def test_whose_arrest_it_is_suffers_it(parse: ParseText, text: str, noun: str, expected: bool) -> None:
    tree = parse(text)
    assert aims.undergoes(tree, word(tree, noun)) is expected


@pytest.mark.parametrize(
    ("text", "type_", "who", "expected"),
    [
        ("They called for the release of the porters.", "REQUEST", "porters", True),
        ("They called for the arrest of the porters.", "REQUEST", "porters", True),
        ("They asked the porters for bread.", "REQUEST", "porters", False),
        ("The junta refused to free the porters.", "REJECT", "porters", True),
    ],
)
def test_who_is_dealt_with_is_not_asked(parse: ParseText, text: str, type_: str, who: str, expected: bool) -> None:
    tree = parse(text)
    assert aims.is_dealt_with(tree, trigger(tree, type_), word(tree, who)) is expected


@pytest.mark.parametrize(
    ("text", "type_", "expected"),
    [
        ("Two divers died in an attack on Zadar.", "ASSAULT", True),
        ("Gunmen killed two divers in Zadar.", "ASSAULT", False),
        ("Ten hostages were returned to Zadar.", "RETREAT", False),
        ("Ten hostages walked free in Zadar.", "RETREAT", True),
        ("The judge received death threats.", "THREATEN", True),
        ("The baker is a suspect in two murders.", "ACCUSE", True),
        ("The bakery came under investigation.", "ACCUSE", True),
        ("Police launched an investigation into the bakery.", "ACCUSE", False),
        ("The bus came under fire near Zadar.", "ASSAULT", True),
        ("The army lost three men in an ambush near Zadar.", "ASSAULT", True),
        ("The rebels lost nine fighters to an army attack near Zadar.", "ASSAULT", True),
        ("The army lost a battle with the rebels near Zadar.", "ASSAULT", False),
        ("A lawyer vanished near Zadar after he was abducted by gunmen.", "ASSAULT", True),
        ("Gunmen vanished with the girls near Zadar.", "ASSAULT", False),
        ("A tractor detonated a mine near Zadar.", "ASSAULT", True),
        ("Members of a union detonated a mine near Zadar.", "ASSAULT", False),
        ("It detonated a mine near Zadar.", "ASSAULT", False),
        ("Two divers are dead after an attack near Zadar.", "ASSAULT", True),
    ],
)
def test_the_subject_may_suffer(parse: ParseText, text: str, type_: str, expected: bool) -> None:
    tree = parse(text)
    assert aims.suffers(tree, trigger(tree, type_)) is expected


def test_who_blames_stands_behind_from(parse: ParseText) -> None:
    tree = parse("The levy drew criticism from the bakers.")
    found = [(role, t.text) for role, t in aims.blame_or_praise(tree, trigger(tree, "ACCUSE"))]
    assert found == [("actor", "bakers"), ("recipient", "levy")]


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("We will bring the killers to justice.", "THREATEN"),
        ("They brought a message of support from the bakers.", "SUPPORT"),
    ],
)
def test_who_brings_something_to_somebody_meets_with_nothing(parse: ParseText, text: str, type_: str) -> None:
    tree = parse(text)
    assert aims.blame_or_praise(tree, trigger(tree, type_)) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nurses protested outside the gate of the ministry.", ["gate", "ministry"]),
        ("Nurses protested outside the bakery.", []),
    ],
)
def test_a_protest_is_meant_for_who_sits_there(parse: ParseText, text: str, expected: list[str]) -> None:
    tree = parse(text)
    seats = [t.text for t in tree.tokens if t.pos == "NOUN" and aims.is_before_seat(tree, trigger(tree, "PROTEST"), t)]
    assert seats == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Nurses marched to the ministry.", ["ministry"]), ("Nurses marched to the river.", [])],
)
def test_only_a_seat_is_what_a_march_is_for(parse: ParseText, text: str, expected: list[str]) -> None:
    tree = parse(text)
    assert [t.text for t in aims.sought(tree, trigger(tree, "PROTEST"))] == expected


@pytest.mark.parametrize(
    ("text", "type_", "expected"),
    [
        ("Boys threw stones at officers, injuring a sergeant.", "PROTEST", ["sergeant"]),
        ("Boys threw stones after the soldiers had killed a farmer.", "PROTEST", []),
        ("Two women died when soldiers fired on a ferry.", "ASSAULT", ["women"]),
    ],
)
def test_a_clause_beside_it_says_who_is_hurt(parse: ParseText, text: str, type_: str, expected: list[str]) -> None:
    tree = parse(text)
    found = {t.text for one in find_triggers(tree, BOOK) if one.type == type_ for t in aims.casualties(tree, one, BOOK)}
    assert sorted(found) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A bomb exploded under a lorry in Zadar.", ["lorry"]),
        ("A bomb exploded near a lorry in Zadar.", []),
    ],
)
def test_what_a_bomb_tears(parse: ParseText, text: str, expected: list[str]) -> None:
    tree = parse(text)
    found = [t.text for one in find_triggers(tree, BOOK) for t in aims.blown_up(tree, one, "bombing", BOOK)]
    assert found == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peru and Chile traded accusations on Monday.", True),
        ("Chile and Peru exchanged accusations over the fire.", True),
        ("Peru levelled accusations at Chile on Monday.", False),
    ],
)
def test_what_is_traded_is_done_by_both(parse: ParseText, text: str, expected: bool) -> None:
    tree = parse(text)
    assert aims.is_reciprocal(tree, trigger(tree, "ACCUSE")) is expected


@pytest.mark.parametrize(
    ("text", "who", "expected"),
    [
        ("Florence was shot while crossing a bridge.", "Florence", True),
        ("Vellacort was gunned down in Oakland.", "Vellacort", True),
        ("Hesk was shot to death at a kiosk.", "Hesk", True),
        ("Two judges and a chess coach were shot to death in Cali.", "coach", True),
        ("Officer Dunmore shot Bellig as he ran to a van.", "Bellig", True),
        ("The rebels shot down a Sukhoi near Aden.", "Sukhoi", False),
        ("Gunmen shot up the van of a farmer in Lima.", "van", False),
        ("Gunmen shot at Florence from a bridge.", "Florence", False),
    ],
)
def test_who_is_shot_is_somebody_whatever_the_name(parse: ParseText, text: str, who: str, expected: bool) -> None:
    tree = parse(text)
    assert aims.is_hurt(tree, trigger(tree, "ASSAULT"), word(tree, who)) is expected


@pytest.mark.parametrize(
    ("text", "type_", "expected"),
    [
        ("Belligov spent two years in prison for insulting a judge.", "SANCTION", True),
        ("The editor spent six months in jail for defaming the king.", "COERCE", True),
        ("She served three years in prison for organising a march.", "SANCTION", True),
        ("The court jailed the editor for three years.", "SANCTION", False),
        ("Police spent two hours in the offices of the union.", "COERCE", False),  # they searched them
    ],
)
def test_who_does_time_suffers_it(parse: ParseText, text: str, type_: str, expected: bool) -> None:
    tree = parse(text)
    assert aims.suffers(tree, trigger(tree, type_)) is expected


@pytest.mark.parametrize(
    ("text", "classes", "expected"),
    [
        ("The army deployed 20 tanks.", {"vehicle", "site"}, False),
        ("The army deployed police.", {"police", "org"}, False),
        ("Soldiers guarded a town hall.", {"place", "site", "org"}, True),
        ("Police patrolled two villages.", {"crowd"}, True),
        ("The army reinforced its garrison.", {"force"}, True),
    ],
)
def test_ground_is_not_sent_out(parse: ParseText, text: str, classes: set[str], expected: bool) -> None:
    tree = parse(text)
    assert aims.is_ground(tree, trigger(tree, "MOBILIZE"), frozenset(classes)) is expected


@pytest.mark.parametrize(
    ("text", "who", "expected"),
    [
        ("The union called for Peru's withdrawal from the strip.", "Peru", False),
        ("The council urged the army's retreat from the strip.", "army", False),
        ("The envoy called for the garrison's departure.", "garrison", False),
        ("Parents demanded the boy's return.", "boy", True),
        ("Lawyers demanded the editor's release.", "editor", True),
        ("The guild called for the withdrawal of the bill.", "bill", True),
    ],
)
def test_who_is_to_move_is_asked_to(parse: ParseText, text: str, who: str, expected: bool) -> None:
    tree = parse(text)
    assert aims.is_dealt_with(tree, trigger(tree, "REQUEST"), word(tree, who)) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Six men were admitted with gunshot wounds.", ["men"]),
        ("The clinic admitted six boys with stab wounds.", ["boys"]),
        ("Two nurses worked with gunshot wounds.", []),
    ],
)
def test_who_is_seen_to_for_wounds_was_hurt(parse: ParseText, text: str, expected: list[str]) -> None:
    tree = parse(text)
    assert [t.text for t in aims.casualties(tree, trigger(tree, "ASSAULT"), BOOK)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A student was shot on Monday when police broke up a sit-in.", ["police"]),
        ("Four people were stabbed when members of two unions fought.", ["members"]),
        ("A woman was killed during a police raid in Rio.", ["police"]),
        ("Two rebels were shot in an army ambush near Gao.", ["army"]),
        ("Two boys were killed in a knife attack in Leeds.", []),
        ("A man was hurt when clashes broke out.", []),
    ],
)
def test_what_a_side_clause_or_a_raid_tells_of_the_doer(parse: ParseText, text: str, expected: list[str]) -> None:
    tree = parse(text)
    assert [t.text for t in aims.attackers(tree, trigger(tree, "ASSAULT"), BOOK)] == expected
