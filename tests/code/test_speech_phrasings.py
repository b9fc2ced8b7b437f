"""Wordings of what is said, agreed and given up that differ from the usual verbs of it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

import dateline
from dateline.code.triggers import find_triggers
from dateline.records import Parse
from dateline.reference.codebook import load_codebook

TOLD = {
    ("AID", None): [
        "A charity from Oslo gave the village ninety pumps.",
        "Our volunteers have given out 400 mats and water tablets.",
        "The cathedral opened its doors to the marchers.",
    ],
    ("ACCUSE", "allege"): [
        "Two nurses came forward and said that the director had groped them, in allegations aired on Friday."
    ],
    ("ACCUSE", "condemn"): [
        "The dockers' union tore into the minister over the port sale.",
        "Lima sent a note of protest.",
    ],
    ("ACCUSE", "investigate"): [
        "The regulator scrutinised the leak.",
        "Senators grilled the mine's director.",
    ],
    ("AGREE", None): [
        "The two captains put their thumbs to a paper on Friday.",
        "Both clans accepted a surveyor from Zinder.",
        "The two unions arrived at an understanding on pay.",
        "The mayor and the bakers shook hands on a deal.",
    ],
    ("CONCEDE", None): [
        "The council brought the bus fares down again.",
        "The bishop asked pardon of the widows.",
        "The cabinet did a U-turn on the fuel tax.",
        "The envoy ate humble pie.",
    ],
    ("CONSULT", "mediation"): [
        "A bishop carried messages between the gangs.",
        "Muscat acted as go-between for the two armies.",
    ],
    ("CONSULT", "phone"): ["The premier picked up the phone to Ankara.", "The chancellor put in a call to the king."],
    ("CONSULT", "visit"): ["The foreign minister touched down in Baku.", "The premier jetted off to Lagos."],
    ("COOPERATE", None): ["Peru and Chile pooled their vaccine stocks.", "The two navies held a joint drill."],
    ("REJECT", None): [
        "The bank's offer was brushed off by the union.",
        "The delegation from Tambo declined.",
        "The garrison would not surrender.",
        "The governor slammed the door on the convoy.",
        "The rebels scorned the bishop's offer.",
    ],
    ("REJECT", "yield"): ["The minister would not apologise for the raid."],
    ("REQUEST", None): [
        "The opposition wants to know who paid for the bridge.",
        "The mayor put out an SOS.",
        "Herders clamoured for a new well.",
    ],
    ("RETREAT", "access"): ["The rebels waved through a team of doctors.", "The army unblocked the road."],
    ("RETREAT", "ceasefire"): ["Both armies stopped trading fire.", "The front renounced violence."],
    ("RETREAT", "disarm"): ["The militia relinquished its tanks.", "Herders yielded up their rifles."],
    ("RETREAT", "release"): ["The captors turned the engineer loose.", "The kidnapped nuns are out of captivity."],
    ("RETREAT", "resign"): ["The deputy mayor cleared his desk.", "The chief judge hung up her robe."],
    ("RETREAT", "withdraw"): ["The brigade decamped from the airfield.", "The gunboats sailed away."],
    ("SUPPORT", "endorse"): [
        "Lima pledged to stand by the islanders.",
        "Two bishops threw their weight behind the strikers' demand.",
    ],
    ("SUPPORT", "praise"): [
        "The envoy doffed his cap to the negotiators.",
        "The minister was full of praise for the medics.",
    ],
    ("THREATEN", None): ["The general put the villagers on notice.", "The governor brandished the treason law."],
}
OTHER = [
    "Exports of tea declined by a tenth.",
    "The villagers got together for a barbecue.",
    "The bamboo gives way to pine on the slope.",
    "The shed roof caved in under the snow.",
    "The yeast releases carbon as it grows.",
    "We climbed down the ladder.",
]


@pytest.mark.parametrize(("kind", "text"), [(kind, text) for kind, texts in TOLD.items() for text in texts])
def test_rarer_wordings_are_known(parse: Callable[[str], Parse], kind: tuple[str, str | None], text: str) -> None:
    found = [(t.type, t.mode) for t in find_triggers(parse(text), load_codebook())]
    assert kind in found


@pytest.mark.parametrize("text", OTHER)
def test_other_senses_are_left_out(parse: Callable[[str], Parse], text: str) -> None:
    assert find_triggers(parse(text), load_codebook()) == []


def test_a_refusal_told_with_a_negation_has_occurred() -> None:
    reading = dateline.code("The garrison in Gao would not surrender. The union did not reject the offer.")
    assert [(e.type, e.status) for e in reading.events] == [("REJECT", "occurred"), ("REJECT", "denied")]


def test_the_mode_of_a_demand_is_told_by_what_is_asked() -> None:
    reading = dateline.code("Bakers who had voted to raise wages implored the king of Eswatini to free two lawmakers.")
    assert [e.mode for e in reading.events if e.type == "REQUEST"] == ["yield"]
