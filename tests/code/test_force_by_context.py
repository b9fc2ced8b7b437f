"""Force, forces moved and force taken back, told in ordinary words: who does it to whom, where and with what tells the kind."""

from __future__ import annotations

import pytest

import dateline

TOLD = [
    ("A nurse was hit in the neck on the bridge and died in the ambulance.", "ASSAULT", "shooting"),
    ("Police opened up on the crowd near the customs house.", "ASSAULT", "shooting"),
    ("Frigates pounded the hills behind the port.", "ASSAULT", "shelling"),
    ("A rocket found the nursery of the clinic.", "ASSAULT", "shelling"),
    ("A drone dropped its load on a water yard.", "ASSAULT", "drone-strike"),
    ("Two soldiers were hurt by a mine on the road to Kita.", "ASSAULT", "bombing"),
    ("Gunmen left with twenty-five girls.", "ASSAULT", "abduction"),
    ("Bandits led the driver and his two sons away at dusk.", "ASSAULT", "abduction"),
    ("Forty people from the village are still in the hands of the militia.", "ASSAULT", "abduction"),
    ("He was made to kneel on bottle tops for a night.", "ASSAULT", "torture"),
    ("Somebody put fire to the chapel at night.", "ASSAULT", "arson"),
    ("The retreating army blew the bridge.", "ASSAULT", "destruction"),
    ("The two clans went for each other with spears.", "ASSAULT", "armed-clash"),
    ("Guerrillas killed four soldiers in the forest.", "ASSAULT", "armed-clash"),
    ("Pensioners were set upon by youths in party shirts.", "ASSAULT", "beating"),
    ("There are soldiers on every corner of the old town.", "MOBILIZE", "troops"),
    ("Two battalions are on the road to the north.", "MOBILIZE", "troops"),
    ("Soldiers ride on the fuel lorries.", "MOBILIZE", "troops"),
    ("Guns were dug in along the ridge.", "MOBILIZE", "weapons"),
    ("Police put 5,000 men on the streets.", "MOBILIZE", "police"),
    ("The former fighters have gone back to the bush.", "MOBILIZE", "militia"),
    ("The two teachers are out after nine days in the cells.", "RETREAT", "release"),
    ("Fifty of the children slipped away from their captors.", "RETREAT", "release"),
    ("The first troops will head home in April.", "RETREAT", "withdraw"),
    ("Sappers lifted 200 mines from the road.", "RETREAT", "disarm"),
    ("The prime minister will not stand again as leader.", "RETREAT", "resign"),
    ("Two secretaries handed in letters of resignation.", "RETREAT", "resign"),
]
OTHER_SENSES = [
    "The ball hit him in the neck and the referee stopped the game.",
    "The concert let out at ten and the fans walked home.",
    "Shots on goal were rare in the first half of the derby.",
    "The actor will not stand again in the queue for a part.",
    "An officer on the corner gave her directions.",
    "He came down with a cold and was out of the team.",
    "Doctors went home for Christmas.",
    "The miners were hurt in the gold mine when a beam fell.",
    "Nothing in the report went against the gunman's sister.",
]


@pytest.mark.parametrize(("text", "type_", "mode"), TOLD)
def test_ordinary_words_of_force_tell_their_kind_by_who_does_it_to_whom(text: str, type_: str, mode: str) -> None:
    assert (type_, mode) in [(e.type, e.mode) for e in dateline.code(text).events]


@pytest.mark.parametrize("text", OTHER_SENSES)
def test_the_same_words_of_other_things_tell_of_no_force(text: str) -> None:
    assert [(e.type, e.trigger.text) for e in dateline.code(text).events] == []


def test_the_dead_that_a_number_counts_are_told_of_in_the_attack_before() -> None:
    events = dateline.code("Rebels attacked the camp at dawn. By dusk there were nine dead.").events
    assert {e.type for e in events} == {"ASSAULT"}
    assert any(e.counts for e in events)


def test_gunmen_alone_are_no_shooting() -> None:
    events = dateline.code("Gunmen seized two pupils from a school in Kebbi after the guards were killed.").events
    assert "Gunmen" not in [e.trigger.text for e in events]


@pytest.mark.parametrize(
    "text",
    [
        "The two are held for inciting violence, the ministry said.",
        "The nuncio deplored violence against those who pray.",
    ],
)
def test_words_that_only_name_force_tell_of_none(text: str) -> None:
    assert [e.trigger.text for e in dateline.code(text).events if e.type == "ASSAULT"] == []
