"""Ordinary verbs of force, protest and gathering: who does it to what tells the kind, and other senses tell of nothing."""

from __future__ import annotations

from collections.abc import Callable

import pytest

import dateline
from dateline.pipeline import make_coder
from dateline.read import read_text
from dateline.records import Reading

TOLD = [
    ("A gang wrecked a tea house in Rangpur.", "ASSAULT", "destruction"),
    ("Somebody put a match to the granary of the Dogon chief.", "ASSAULT", "arson"),
    ("Guards thrashed two boys in the yard of the prison in Lomé.", "ASSAULT", "beating"),
    ("Two brothers were stoned to death in Multan.", "ASSAULT", None),
    ("Warders pulled out the toenails of a prisoner in Evin.", "ASSAULT", "torture"),
    ("He crept up on the priest with a dagger in Cuenca.", "ASSAULT", "stabbing"),
    ("Rival gangs fought with chains in Cali.", "ASSAULT", "armed-clash"),
    ("Police lifted nine students in Srinagar.", "COERCE", "arrest"),
    ("Her deputy has been confined to his home in Kampala since Monday.", "COERCE", "arrest"),
    ("Three lorries were robbed on the road to Bangui.", "COERCE", "seizure"),
    ("Raiders drove off 300 head of cattle near Rumbek.", "COERCE", "seizure"),
    ("Gendarmes burst in at dawn and sealed the studio.", "COERCE", "raid"),
    ("Police with rubber bullets drove the marchers back in Nairobi.", "COERCE", "crowd-control"),
    ("The coastguard set 40 migrants adrift off Samos.", "COERCE", "deportation"),
    ("Truckers closed the bridge at Rosario on Monday.", "PROTEST", "blockade"),
    ("Prisoners in Palermo refused food for nine days.", "PROTEST", "hunger-strike"),
    ("Villagers shut the road to Sucre with boulders.", "PROTEST", "blockade"),
    ("Teachers demonstrated in Rabat over unpaid wages.", "PROTEST", "demonstration"),
    ("Spain dispatched a frigate to the strait.", "MOBILIZE", "troops"),
    ("The ministry sent paratroopers to guard the dam.", "MOBILIZE", "troops"),
    ("The rebels handed back the bodies of nine soldiers.", "RETREAT", "release"),
    ("Fighters turned in 80 rifles in Cauca.", "RETREAT", "disarm"),
    ("The rebels relinquished the hilltop fort.", "RETREAT", "withdraw"),
    ("In Nablus a family buried a mother and three daughters.", "GATHER", "funeral"),
    ("Neighbours walked behind the coffin through Derry.", "GATHER", "funeral"),
    ("Crowds danced in the streets of Monrovia after the victory.", "GATHER", "celebration"),
    ("A march in memory of the drowned sailors crossed Gdynia.", "GATHER", "procession"),
]
OTHER_SENSES = [
    "The critics lifted his mood.",
    "She set about the crossword with a pencil.",
    "The children stayed indoors and baked a cake.",
    "The band parked the van and carried in the drums.",
    "Frost ruined the apricots in Malatya.",
    "He told a news conference that sales had risen.",
    "Delegates took the tram to the town hall.",
]
AGAIN = [
    ("Mourners walked behind the coffin of the singer in Oran. The march lasted two hours and drew 900.", "GATHER"),
    ("Pilgrims carried the icon through Tinos. Police put the number of marchers at 4,000.", "GATHER"),
    ("Students marched against the fees in Accra. The rally ended peacefully.", "PROTEST"),
]


@pytest.fixture(scope="module")
def code() -> Callable[[str], Reading]:
    coder = make_coder()

    def run(text: str) -> Reading:
        (reading,) = coder.code([read_text(text)])
        assert isinstance(reading, Reading)
        return reading

    return run


@pytest.mark.parametrize(("text", "type_", "mode"), TOLD)
def test_an_ordinary_verb_with_a_fitting_object_tells_its_kind(
    code: Callable[[str], Reading], text: str, type_: str, mode: str | None
) -> None:
    assert (type_, mode) in [(e.type, e.mode) for e in code(text).events]


@pytest.mark.parametrize("text", OTHER_SENSES)
def test_the_same_words_in_other_senses_tell_of_nothing(code: Callable[[str], Reading], text: str) -> None:
    assert [(e.type, e.mode, e.trigger.text) for e in code(text).events] == []


@pytest.mark.parametrize(("text", "type_"), AGAIN)
def test_a_gathering_that_is_named_again_is_of_the_kind_told_before(
    code: Callable[[str], Reading], text: str, type_: str
) -> None:
    assert {e.type for e in code(text).events} == {type_}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Police reinforcements arrived in Riga on Monday.", [("MOBILIZE", "police", ["Police reinforcements"])]),
        ("The army stepped up patrols around Gao.", [("MOBILIZE", "troops", ["The army"])]),
        ("Security was tightened in Riga on Monday.", [("MOBILIZE", None, [])]),
        ("Villagers formed self-defence units in Gao.", [("MOBILIZE", "militia", ["Villagers"])]),
        ("Militiamen set up roadblocks near Gao.", [("MOBILIZE", "militia", ["Militiamen"])]),
        ("Hundreds of police were out in force in Riga.", [("MOBILIZE", "police", ["Hundreds of police"])]),
        ("Farmers set up roadblocks near Lyon.", []),
        ("Thousands were out in force in Riga.", []),
        ("Volunteers mobilised to clean the beach.", []),
        ("The union mobilised thousands of members.", []),
    ],
)
def test_who_is_made_ready_and_by_whom(text: str, expected: list[tuple[str, str | None, list[str]]]) -> None:
    found = [m for m in dateline.code(text).events if m.type == "MOBILIZE"]
    assert [(m.type, m.mode, [a.text for a in m.arguments if a.role == "actor"]) for m in found] == expected
