"""Families of phrasings that tell of force: each mode in wording of its own, and the senses that tell of none."""

from __future__ import annotations

import pytest

import dateline

TOLD = {
    "abduction": [
        "Militants stopped the bus near Mora, picked out the women and took them into the bush.",
        "The oil engineer spent 61 days chained to a tree by his captors.",
    ],
    "airstrike": [
        "Planes have been pounding the hills round Laiza since dawn.",
        "American bombers hit the enrichment plant.",
    ],
    "armed-clash": [
        "Twelve guerrillas died in combat with a patrol in Guaviare.",
        "The border guards of both states traded bullets for an hour.",
    ],
    "arson": [
        "Soldiers put a village of 200 houses to the flame.",
        "She lit a match to the thatch of the barn in Wau.",
    ],
    "assassination": [
        "Two men on a motorcycle killed the prosecutor outside his house in Asunción.",
        "The mayor of Celaya was shot dead by two gunmen.",
    ],
    "beating": [
        "Warders laid into the prisoners with truncheons.",
        "Thugs with iron bars set about the strikers.",
    ],
    "bombing": [
        "Attackers lobbed grenades into a bar in Bujumbura.",
        "The tanker was holed by a limpet mine.",
    ],
    "destruction": [
        "Islamists took sledgehammers to a Sufi shrine.",
        "Soldiers pulled down the minaret of a mosque in Maungdaw.",
    ],
    "drone-strike": [
        "A quadcopter dropped a grenade on a bus stop in Beryslav.",
        "The convoy was hit by an unmanned aircraft.",
    ],
    "sexual-violence": [
        "Militiamen forced themselves on three women in Tabit.",
        "The coach fondled the breasts of a swimmer.",
    ],
    "shelling": [
        "The frigate's guns opened up on the coast road.",
        "Mortar bombs landed in the camp at Zamzam.",
    ],
    "shooting": [
        "A sniper cut down a medic in Jenin.",
        "Hooded men sprayed a taxi rank with bullets in Khayelitsha.",
    ],
    "stabbing": [
        "A schoolboy plunged a kitchen knife into his teacher's chest.",
        "Four farmers were chopped to death with pangas.",
    ],
    "suicide-attack": [
        "A lorry loaded with explosives was rammed into the gate of the barracks in Mogadishu.",
        "The attacker detonated his vest among worshippers.",
    ],
    "torture": [
        "Detainees were hung from the ceiling by their wrists.",
        "Interrogators put a plastic bag over her head.",
    ],
}
NOT_TOLD = [
    "Taxpayers shelled out 3 million pounds for the bridge.",
    "A grizzly bear attacked two hikers near Banff.",
    "The rocket fired from Kourou put two satellites into orbit.",
    "The chimney of the old power station was blown up in a controlled demolition.",
    "The council demolished the old swimming pool to make way for a library.",
    "Her novel about the murder of a bishop has won a prize.",
    "The hunter shot a wolf in Värmland.",
    "The racing drone crashed into a net at the championship.",
    "A singer set the stage on fire in Glasgow.",
]


@pytest.mark.parametrize(("mode", "text"), [(mode, text) for mode, texts in TOLD.items() for text in texts])
def test_a_family_is_found_in_its_mode(mode: str, text: str) -> None:
    assert ("ASSAULT", mode) in [(e.type, e.mode) for e in dateline.code(text, published="2023-05-17").events]


@pytest.mark.parametrize("text", NOT_TOLD)
def test_other_senses_are_no_assault(text: str) -> None:
    assert "ASSAULT" not in [e.type for e in dateline.code(text, published="2023-05-17").events]
