"""Everyday verbs of holding, taking, shutting off and reproach: who does it to whom tells the kind, other senses nothing."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.pipeline import make_coder
from dateline.read import read_text
from dateline.records import Reading

TOLD = [
    ("Three men in Zahle were jailed for spreading rumours.", "SANCTION", "convict"),
    ("Police in Zahle jailed two students for a night.", "COERCE", "arrest"),
    ("Miners in Potosi will not sit down with the government.", "REJECT", "meet"),
    ("The ministers in Accra did not sit down with the rebels.", "CONSULT", "meeting"),
    ("Raiders seized two lorries at a checkpoint near Gao.", "COERCE", "seizure"),
    ("An excavator was hijacked from the quarry near Ermelo.", "COERCE", "seizure"),
    ("Our men killed twelve soldiers near Goma and took nine prisoners.", "COERCE", "arrest"),
    ("Oslo threw out two employees of the Belarusian consulate.", "SANCTION", "expel"),
    ("Gunmen seized a ferry with 40 passengers off Jolo.", "ASSAULT", "abduction"),
    ("A woman of 51 is being held in connection with the blaze, police in Leeds said.", "COERCE", "arrest"),
    ("Her brother was kept for three weeks in a cellar in Mariupol.", "COERCE", "arrest"),
    ("The editor was fetched on Tuesday by agents in Baku.", "COERCE", "arrest"),
    ("Three women were led to a bus by gendarmes in Tunis.", "COERCE", "arrest"),
    ("The marchers were driven to police departments across Minsk.", "COERCE", "arrest"),
    ("Two deputies are on remand in Lusaka.", "COERCE", "arrest"),
    ("Two fishermen were brought in by a patrol in Lamu.", "COERCE", "arrest"),
    ("The wounded man is under guard in hospital in Jos.", "COERCE", "arrest"),
    ("Forty people have lost their liberty over the strike in Conakry.", "COERCE", "arrest"),
    ("Guards took his phone and his papers at the airport in Harare.", "COERCE", "seizure"),
    ("Officers raided the union's house in Arequipa and left with two computers.", "COERCE", "seizure"),
    ("Soldiers took over the university in Khartoum.", "COERCE", "seizure"),
    ("Two channels went black in Caracas in the evening.", "COERCE", "censorship"),
    ("The channel in Bujumbura went off the air at noon.", "COERCE", "censorship"),
    ("Internet traffic was interrupted in Gabon from Sunday.", "COERCE", "censorship"),
    ("Ankara called the vote in Minsk neither free nor fair.", "ACCUSE", "condemn"),
    ("Paris summoned nobody, but London called in the ambassador of Belarus.", "ACCUSE", "condemn"),
    ("The embassy in Oslo protested the arrest of two sailors.", "ACCUSE", "condemn"),
    ("Soldiers on the bridge were called dogs in Juba.", "ACCUSE", "condemn"),
    ("The prosecutor's office in Split has opened a folder.", "ACCUSE", "investigate"),
    ("The governor threatened to close two radio stations in Goma.", "THREATEN", "restrict"),
    ("Poland is to expel three officials in response.", "SANCTION", "expel"),
    ("The governor expelled two families from the village.", "COERCE", "deportation"),
    ("The World Bank has stopped all payments to the ministry.", "SANCTION", "discontinue"),
    ("The bank said it would suspend lending to the state.", "SANCTION", "discontinue"),
    ("The bar association struck off the lawyer in 2020.", "SANCTION", "expel"),
    ("Threats against teachers were told of by two unions in Oaxaca.", "THREATEN", None),
    ("The president promised a crushing answer to the bombing in Gao.", "THREATEN", "violence"),
    ("The smallest party threatened to leave the coalition in Skopje.", "THREATEN", "relations"),
]
OTHER_SENSES = [
    "A doctor in Gao said 17 people with burns and other wounds had been brought in.",
    "A choir from Graz was held back by traffic and sang at nine.",
    "The station in Bergen stayed on the air through the snow.",
    "A walker with a sprained ankle had to be fetched down from the hut.",
    "She came out of the library with two computers and a smile.",
    "He called the waiter and paid for the soup.",
    "The accused had a brother in Mombasa.",
    "The lawyer said his client would plead guilty on Monday.",
    "Soldiers with shovels cleared the main street of mud.",
]


@pytest.fixture(scope="module")
def code() -> Callable[[str], Reading]:
    pipeline = make_coder()

    def run(text: str) -> Reading:
        reading = next(iter(pipeline.code([read_text(text, source="x")])))
        assert isinstance(reading, Reading)
        return reading

    return run


@pytest.mark.parametrize(("text", "type_", "mode"), TOLD)
def test_everyday_verbs_tell_by_who_does_it_to_whom(
    code: Callable[[str], Reading], text: str, type_: str, mode: str
) -> None:
    assert (type_, mode) in [(e.type, e.mode) for e in code(text).events]


@pytest.mark.parametrize("text", OTHER_SENSES)
def test_the_same_verbs_in_other_senses_tell_of_nothing(code: Callable[[str], Reading], text: str) -> None:
    assert [(e.type, e.mode, e.trigger.text) for e in code(text).events] == []


def test_words_far_apart_show_the_one_that_governs_them(code: Callable[[str], Reading]) -> None:
    events = code("A warder was given four and a half years in prison last February for beating inmates.").events
    assert "given" in [e.trigger.text for e in events if e.type == "SANCTION"]


def test_who_is_stopped_and_barred_is_barred() -> None:
    (reading,) = make_coder().code(
        [read_text("The couple were stopped on Sunday and barred from boarding a flight.", source="a")]
    )
    assert isinstance(reading, Reading)
    assert [(m.type, m.status) for m in reading.events] == [("COERCE", "occurred")]


def test_a_chief_with_a_name_that_the_model_does_not_know_is_a_person() -> None:
    (reading,) = make_coder().code(
        [read_text("Police chief Anders Holt was suspended pending an inquiry.", source="a")]
    )
    assert isinstance(reading, Reading)
    assert [[a.text for a in m.arguments] for m in reading.events] == [["Police chief Anders Holt"]]


@pytest.mark.parametrize(
    ("text", "type_", "actor"),
    [
        ("The shops in Gao were closed by order of the governor.", "COERCE", "the governor"),
        ("The two editors were jailed by decision of a court in Lome.", "SANCTION", "a court"),
        ("The shops in Gao were closed by soldiers.", "COERCE", "soldiers"),
    ],
)
def test_who_gave_the_order_did_it(type_: str, text: str, actor: str) -> None:
    (reading,) = make_coder().code([read_text(text, source="a")])
    assert isinstance(reading, Reading)
    assert [a.text for m in reading.events if m.type == type_ for a in m.arguments if a.role == "actor"] == [actor]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A warrant has been issued for the arrest of the former governor.", ["ACCUSE"]),
        ("The court ordered the arrest of the general.", ["COERCE"]),
        ("He was arrested on a warrant from Interpol.", ["COERCE"]),
        ("The authorities have cut off electricity to the district.", ["COERCE"]),
        ("Peru cut off electricity to Bolivia.", ["SANCTION"]),
    ],
)
def test_a_warrant_is_no_arrest_and_power_cut_at_home_no_sanction(text: str, expected: list[str]) -> None:
    (reading,) = make_coder().code([read_text(text, source="a")])
    assert isinstance(reading, Reading)
    assert [m.type for m in reading.events] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The head of the police was dismissed over the failure.", ["The head of the police"]),
        ("The council has been under United Nations sanctions since 2017.", ["The council"]),
        ("Two diplomats were expelled from Bulgaria on Friday.", ["Two diplomats"]),
        ("The regulator fined the bank 3,000 euros.", ["the bank"]),
    ],
)
def test_who_is_sanctioned(text: str, expected: list[str]) -> None:
    (reading,) = make_coder().code([read_text(text, source="a")])
    assert isinstance(reading, Reading)
    found = [[a.text for a in m.arguments if a.role == "recipient"] for m in reading.events if m.type == "SANCTION"]
    assert found == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The general, who is under house arrest, denies the charges.", ["ongoing"]),
        ("The army raided the camp. The general denied it.", ["occurred", "denied"]),
    ],
)
def test_who_is_held_does_not_deny_that(text: str, expected: list[str]) -> None:
    (reading,) = make_coder().code([read_text(text, source="a")])
    assert isinstance(reading, Reading)
    assert [m.status for m in reading.events if m.type == "COERCE"] == expected


def test_what_prosecutors_want_is_asked_for() -> None:
    (reading,) = make_coder().code([read_text("Prosecutors want a 20-year sentence for the general.", source="a")])
    assert isinstance(reading, Reading)
    assert [(m.type, m.status) for m in reading.events] == [("REQUEST", "occurred")]
