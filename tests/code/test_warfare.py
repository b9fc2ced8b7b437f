"""Armed conflict as agencies write it: what was done, by whom and to whom, whichever side it is."""

from __future__ import annotations

import pytest

import dateline
from dateline.records import EventMention

PEOPLES = ["Israeli", "Palestinian", "Russian", "Ukrainian"]


def told(text: str) -> list[EventMention]:
    return list(dateline.code(text, published="2022-11-20").events)


def parties(mention: EventMention) -> set[tuple[str, str]]:
    return {(a.role, a.text) for a in mention.arguments}


@pytest.mark.parametrize("people", PEOPLES)
@pytest.mark.parametrize(
    "text",
    [
        "A {} strike on a hospital killed a teacher on Thursday.",
        "Three people were killed on Monday in a {} strike on a market.",
        "{} strikes hit a school on Friday.",
        "A {} missile strike on a railway station killed 50 people in April.",
    ],
)
def test_a_strike_that_kills_is_no_strike_of_workers(text: str, people: str) -> None:
    (mention,) = told(text.format(people))
    assert mention.type == "ASSAULT"
    assert ("perpetrator", people) in parties(mention)


@pytest.mark.parametrize(
    "text",
    [
        "The army launched air strikes on Idlib on Monday.",
        "Chad launched a series of air strikes on Faya on Sunday.",
        "Mali began launching air strikes on Gao on Tuesday.",
        "Nato began air strikes on Tripoli in March.",
        "Chad responded by launching drone strikes across the border.",
    ],
)
def test_air_strikes_that_are_launched_are_no_walkout(text: str) -> None:
    assert {m.type for m in told(text)} == {"ASSAULT"}


@pytest.mark.parametrize(
    "text",
    [
        "Teachers launched a strike over pay in Nairobi on Monday.",
        "The union launched a two-day strike at the port of Durban.",
        "Doctors began a strike in Nairobi on Monday.",
    ],
)
def test_a_walkout_that_is_launched_is_one(text: str) -> None:
    assert [(m.type, m.mode) for m in told(text)] == [("PROTEST", "strike")]


@pytest.mark.parametrize(
    "text",
    [
        "French rail strikes on Thursday hit commuters in Paris.",
        "A strike at a mine in Lonmin entered its third day on Monday.",
    ],
)
def test_a_strike_of_workers_is_one(text: str) -> None:
    assert [(m.type, m.mode) for m in told(text)] == [("PROTEST", "strike")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The city of Nikopol came under artillery fire on Friday.", ("target", "The city of Nikopol")),
        ("The patrol came under fire near Gao.", ("victim", "The patrol")),
        ("Rebels detonated an explosive device under a truck, wounding seven soldiers.", ("perpetrator", "Rebels")),
        ("An unidentified group detonated a bomb outside a bank in Herat.", ("perpetrator", "An unidentified group")),
        ("A shepherd detonated a landmine near Herat.", ("victim", "A shepherd")),
        ("Masked men shot at the house of a judge.", ("perpetrator", "Masked men")),
        ("On Monday night masked men shot at the house of a judge.", ("perpetrator", "masked men")),
        ("Two men shot at a fair in Leeds.", ("victim", "Two men")),
        ("Masked man shot at home in Leeds.", ("victim", "Masked man")),
        ("Houthi missiles struck an oil depot on Saturday.", ("perpetrator", "Houthi")),
        ("Gunmen ambushed an army convoy on Thursday, killing 11 soldiers.", ("victim", "11 soldiers")),
        ("Azerbaijani shelling of a village near Goris wounded three people.", ("perpetrator", "Azerbaijani")),
        ("Syrian army shelling of a camp near Idlib killed nine people.", ("perpetrator", "Syrian army")),
        ("Three Palestinians were killed in an Israeli raid on Jenin.", ("perpetrator", "Israeli")),
        ("Al-Shabab shot down an American drone over Jubaland.", ("target", "an American drone")),
        ("Four peacekeepers died in an ambush by rebels near Bambari.", ("perpetrator", "rebels")),
        ("Government troops retook Mekelle on Tuesday.", ("perpetrator", "Government troops")),
    ],
)
def test_who_does_it_and_who_suffers_it(text: str, expected: tuple[str, str]) -> None:
    (mention,) = told(text)
    assert mention.status == "occurred"
    assert expected in parties(mention)
    other = {"perpetrator": "victim", "victim": "perpetrator", "target": "perpetrator"}[expected[0]]
    assert (other, expected[1]) not in parties(mention)


def test_what_nobody_claims_has_happened_all_the_same() -> None:
    (mention,) = told("No group has claimed Friday's attack on a mosque in Herat, in which 18 worshippers were killed.")
    assert (mention.status, mention.attribution) == ("occurred", None)
    assert not any(role == "perpetrator" for role, _ in parties(mention))


def test_who_claims_an_attack_did_it_by_his_own_word() -> None:
    attack = told("The rebels claimed responsibility for a suicide bombing that killed 35 students in Kabul.")[-1]
    assert attack.status == "alleged"
    assert ("perpetrator", "The rebels") in parties(attack)


def test_two_sides_of_a_semicolon_are_two_releases() -> None:
    found = told("Hamas freed two Israeli hostages on Friday; Israel released 39 Palestinian prisoners.")
    assert [(m.type, m.mode) for m in found] == [("RETREAT", "release")] * 2
    assert ("actor", "Hamas") in parties(found[0])
    assert ("actor", "Israel") in parties(found[1])


def test_a_party_is_named_once() -> None:
    (mention,) = told("French forces completed their withdrawal from Mali in August.")
    assert [a.text for a in mention.arguments if a.role == "actor"] == ["French forces"]


def test_fighting_that_drives_people_out_is_told() -> None:
    (mention,) = told("The UN said 188,000 people had been displaced by fighting in North Kivu since March.")
    assert (mention.type, mention.mode) == ("ASSAULT", "armed-clash")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The conflict has killed 40 nurses.", {("victim", "40 nurses")}),
        ("The insurgency killed 40 nurses.", {("victim", "40 nurses")}),
        ("Gunmen killed 40 nurses.", {("perpetrator", "Gunmen"), ("victim", "40 nurses")}),
        ("Rebels killed 40 nurses.", {("perpetrator", "Rebels"), ("victim", "40 nurses")}),
    ],
)
def test_a_conflict_is_nobody_who_kills(text: str, expected: set[tuple[str, str]]) -> None:
    (mention,) = told(text)
    assert parties(mention) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The militia carried out dozens of attacks on villages.",
            {("perpetrator", "The militia"), ("target", "villages")},
        ),
        (
            "The army launched hundreds of attacks on rebel camps.",
            {("perpetrator", "The army"), ("target", "rebel camps")},
        ),
        ("The army killed dozens of rebels.", {("perpetrator", "The army"), ("victim", "dozens of rebels")}),
    ],
)
def test_attacks_that_are_counted_are_nobody_hurt(text: str, expected: set[tuple[str, str]]) -> None:
    (mention,) = told(text)
    assert parties(mention) == expected
