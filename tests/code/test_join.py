"""Which triggers tell of one happening."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.code.join import Happening, governing_verb, join
from dateline.code.triggers import find_triggers
from dateline.records import Parse
from dateline.reference.codebook import load_codebook

BOOK = load_codebook()


def happenings(parse: Parse) -> list[Happening]:
    return join(parse, find_triggers(parse, BOOK))


def kinds(parse: Parse) -> list[tuple[str, str | None]]:
    return [(h.type, h.mode) for h in happenings(parse)]


def test_purpose_belongs_to_the_gathering(parse: Callable[[str], Parse]) -> None:
    assert kinds(parse("Thousands gathered in Sucre to commemorate the miners.")) == [("GATHER", "commemoration")]


def test_weapon_named_beside_the_killing_gives_the_mode(parse: Callable[[str], Parse]) -> None:
    assert kinds(parse("The colonel was killed in a drone strike near Taiz.")) == [("ASSAULT", "drone-strike")]


def test_casualties_belong_to_the_attack(parse: Callable[[str], Parse]) -> None:
    assert kinds(parse("Gunmen opened fire on a bus, killing four people and wounding nine.")) == [
        ("ASSAULT", "shooting")
    ]


def test_words_are_not_deeds(parse: Callable[[str], Parse]) -> None:
    assert sorted(kinds(parse("The envoy accused the army of shelling the town."))) == [
        ("ACCUSE", "allege"),
        ("ASSAULT", "shelling"),
    ]


def test_two_acts_stay_two(parse: Callable[[str], Parse]) -> None:
    found = kinds(parse("Police raided the office and arrested two editors."))
    assert found == [("COERCE", "raid"), ("COERCE", "arrest")]


def test_governing_verb_is_the_light_one(parse: Callable[[str], Parse]) -> None:
    tree = parse("Nurses held a vigil in Cork.")
    (vigil,) = happenings(tree)
    assert tree.tokens[governing_verb(tree, vigil.lead)].text == "held"


def test_what_people_come_together_for_gives_the_type(parse: Callable[[str], Parse]) -> None:
    assert kinds(parse("Millions took to the streets to mourn a singer.")) == [("GATHER", "commemoration")]
    assert kinds(parse("Hundreds gathered to protest against the dam.")) == [("PROTEST", "demonstration")]


def test_attending_is_part_of_what_is_attended(parse: Callable[[str], Parse]) -> None:
    assert kinds(parse("Officials attended a ceremony in Tacna.")) == [("GATHER", "ceremony")]


def test_what_came_before_is_another_happening(parse: Callable[[str], Parse]) -> None:
    found = kinds(parse("Uzbekistan recalled its ambassador after Astana imposed sanctions on the firm."))
    assert found == [("SANCTION", "withdraw"), ("SANCTION", None)]


def test_what_another_did_is_another_happening(parse: Callable[[str], Parse]) -> None:
    found = kinds(parse("When gunmen opened fire on the post, the guards killed nine men."))
    assert [t for t, _ in found] == ["ASSAULT", "ASSAULT"]
    assert len(kinds(parse("Nine men died when gunmen opened fire on the post."))) == 1


def test_mediated_talks_are_one_happening(parse: Callable[[str], Parse]) -> None:
    assert kinds(parse("The two sides held talks mediated by Algeria.")) == [("CONSULT", "mediation")]


def test_casualties_that_an_act_brings_belong_to_it(parse: Callable[[str], Parse]) -> None:
    assert kinds(parse("Students threw stones at police, injuring 12 officers.")) == [("PROTEST", "riot")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A curfew took effect in Lome on Tuesday.", ("COERCE", "curfew")),
        ("A missile fired from a drone hit two cars.", ("ASSAULT", "drone-strike")),
        ("Soldiers shot dead two rebels in a gun battle.", ("ASSAULT", "armed-clash")),
    ],
)
def test_two_words_for_one_act_are_one_happening(
    parse: Callable[[str], Parse], text: str, expected: tuple[str, str]
) -> None:
    assert kinds(parse(text)) == [expected]


def test_two_verbs_with_objects_of_their_own_are_two_happenings(parse: Callable[[str], Parse]) -> None:
    found = kinds(parse("Chad blacklisted six officials and recalled its ambassador."))
    assert found == [("SANCTION", None), ("SANCTION", "withdraw")]


def test_a_deed_somebody_is_accused_of_is_another(parse: Callable[[str], Parse]) -> None:
    assert len(happenings(parse("Police shot dead a man accused of killing an officer."))) == 2


def test_what_tear_gas_is_used_for_is_the_same_act(parse: Callable[[str], Parse]) -> None:
    text = "Guards used tear gas and live rounds to disperse miners in Potosi."
    assert [h.mode for h in join(parse(text), find_triggers(parse(text), BOOK)) if h.type == "COERCE"] == [
        "crowd-control"
    ]


def test_the_dead_and_the_wounded_of_one_sentence_are_of_one_attack(parse: Callable[[str], Parse]) -> None:
    assert kinds(parse("Three miners died and nine were hurt in a clash between rival gangs.")) == [
        ("ASSAULT", "armed-clash")
    ]


def test_the_wounded_of_another_town_are_of_another(parse: Callable[[str], Parse]) -> None:
    assert len(kinds(parse("Two men were killed in Riga and three were wounded in Gori by shelling."))) == 2


def test_what_else_a_clash_did_is_the_clash(parse: Callable[[str], Parse]) -> None:
    assert kinds(parse("The clashes in Gori killed nine people and drove 70 families from their homes.")) == [
        ("ASSAULT", "armed-clash")
    ]


def test_what_the_talks_are_for_and_who_mediates_them_belongs_to_the_talks(parse: Callable[[str], Parse]) -> None:
    assert kinds(parse("The two ministers met in Lima on Friday to discuss the river.")) == [("CONSULT", "meeting")]
    text = "The rival leaders met in Lima on Monday, mediated by a Kenyan general."
    assert kinds(parse(text)) == [("CONSULT", "mediation")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "An explosion wrecked a cash machine in Utrecht, the third such attack in the city this month.",
            ("ASSAULT", "bombing"),
        ),
        ("An arson attack destroyed a bakery in Bautzen.", ("ASSAULT", "arson")),
        ("Parents blocked the road outside a school on Monday in protest at the closure.", ("PROTEST", "blockade")),
        ("Talks are scheduled to resume on Saturday.", ("CONSULT", "meeting")),
    ],
)
def test_words_that_count_on_or_name_again_are_the_same(
    parse: Callable[[str], Parse], text: str, expected: tuple[str, str]
) -> None:
    assert kinds(parse(text)) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Air defences shot down six drones launched at Taiz by rebels.", 2),
        ("Rebels shot down six drones launched at Taiz by the army.", 2),
        ("A drone launched at Taiz by rebels killed six guards.", 1),
        ("Six guards were killed by a drone launched at Taiz by rebels.", 1),
    ],
)
def test_what_others_sent_is_not_done_by_who_brings_it_down(
    parse: Callable[[str], Parse], text: str, expected: int
) -> None:
    assert len([h for h in happenings(parse(text)) if h.type == "ASSAULT"]) == expected
