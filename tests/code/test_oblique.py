"""Who stands behind a preposition or in a clause below a trigger, in coded sentences."""

from __future__ import annotations

import pytest

import dateline
from dateline.code.oblique import object_role

SLOTS = {"object_person": "victim", "object_thing": "target"}


@pytest.mark.parametrize(
    ("classes", "role"),
    [({"person"}, "victim"), ({"site"}, "target"), ({"person", "vehicle"}, "target"), ({"org"}, "target")],
)
def test_people_and_things_have_their_roles(classes: set[str], role: str) -> None:
    assert object_role(frozenset(classes), SLOTS) == role


def test_without_a_role_for_things_nobody_is_acted_on() -> None:
    assert object_role(frozenset(("site",)), {"object_person": "victim"}) == ""
    assert object_role(frozenset(("person",)), {"object_person": "victim"}) == "victim"


@pytest.mark.parametrize(
    ("text", "type_", "expected"),
    [
        ("Gunmen fired at two guards.", "ASSAULT", ("victim", "two guards")),
        ("Gunmen fired at a kiosk.", "ASSAULT", ("target", "a kiosk")),
        ("India clashed with China in Ladakh.", "ASSAULT", ("victim", "China")),
        ("China clashed with India in Ladakh.", "ASSAULT", ("victim", "India")),
        ("Peru fought a war with Ecuador in 1995.", "ASSAULT", ("victim", "Ecuador")),
        ("Troops clashed with rebels in Chad.", "ASSAULT", ("victim", "rebels")),
        ("The union appealed to the council for help.", "REQUEST", ("recipient", "the council")),
        ("The union demanded that the council pay its debts.", "REQUEST", ("recipient", "the council")),
        ("The union renewed its call for the council to pay the nurses.", "REQUEST", ("recipient", "the council")),
        ("Bishops reiterated calls for the rebels to free the teachers.", "REQUEST", ("recipient", "the rebels")),
        ("Villagers travelled to the ministry to demand compensation.", "REQUEST", ("recipient", "the ministry")),
        ("The baker wrote to the mayor demanding a licence.", "REQUEST", ("recipient", "the mayor")),
        ("Oslo threatened to close its port unless Riga paid its debts.", "THREATEN", ("recipient", "Riga")),
        ("A truce between the Kura and the Boro was signed on Friday.", "RETREAT", ("recipient", "the Boro")),
        ("Talks between the mill and the growers broke down.", "CONSULT", ("actor", "the mill")),
        ("A bishop mediated in the dispute between the miners and the bank.", "CONSULT", ("recipient", "the bank")),
        ("Turkey shared intelligence with Iraq.", "COOPERATE", ("recipient", "Iraq")),
        (
            "The union lifted its asset freeze on three Burundian officials.",
            "CONCEDE",
            ("recipient", "three Burundian officials"),
        ),
        ("Former guerrillas surrendered their rifles to the army.", "RETREAT", ("recipient", "the army")),
    ],
)
def test_who_stands_behind_or_below(text: str, type_: str, expected: tuple[str, str]) -> None:
    found = {(a.role, a.text) for m in dateline.code(text).events if m.type == type_ for a in m.arguments}
    assert expected in found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The prisoners were denied access to their lawyers.", {("recipient", "The prisoners")}),
        ("The editor has been denied access to a doctor.", {("recipient", "The editor")}),
        ("The army denied access to aid workers in Gao.", {("actor", "The army"), ("recipient", "aid workers")}),
    ],
)
def test_what_is_kept_from_people_is_no_party(text: str, expected: set[tuple[str, str]]) -> None:
    (event,) = [e for e in dateline.code(text).events if e.type == "COERCE"]
    assert {(a.role, a.text) for a in event.arguments} == expected


@pytest.mark.parametrize("text", ["The gangs fought with knives in Oran.", "Troops fought rebels in Chad with tanks."])
def test_what_is_fought_with_is_no_side(text: str) -> None:
    (fight,) = dateline.code(text).events
    assert not {a.text for a in fight.arguments} & {"knives", "tanks", "Chad"}


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Two rebels were killed in clashes with soldiers in Chad.", "perpetrator"),
        ("Two soldiers were killed in clashes with rebels in Chad.", "perpetrator"),
        ("Three smugglers died in a gunbattle with guards near Quetta.", "perpetrator"),
        ("Five guards were wounded in skirmishes with herders in Jos.", "perpetrator"),
        ("A captain was shot during a clash with poachers in Chad.", "perpetrator"),
        ("Nine men have been killed during fighting with a militia in Goma.", "perpetrator"),
        ("The army killed nine rebels in clashes with the militia in Chad.", "victim"),
        ("Troops fought a battle with rebels in Chad.", "victim"),
    ],
)
def test_who_fell_in_a_fight_was_hurt_by_the_other_side(text: str, role: str) -> None:
    events = [e for e in dateline.code(text).events if e.type == "ASSAULT"]
    others = ("soldiers", "rebels", "guards", "herders", "poachers", "a militia", "the militia")
    behind = {a.role for e in events for a in e.arguments if a.text in others}
    assert behind == {role}


def test_where_people_go_is_asked_for_nothing_that_they_ask_of_others() -> None:
    text = "The envoy flew to the embassy to ask the generals for help."
    (asked,) = [m for m in dateline.code(text).events if m.type == "REQUEST"]
    assert [a.text for a in asked.arguments if a.role == "recipient"] == ["the generals"]
