"""A gathering that is only pointed at is what was told before."""

from __future__ import annotations

import pytest

from dateline.pipeline import Pipeline, make_coder
from dateline.read import read_text
from dateline.records import Reading


@pytest.fixture(scope="module")
def coder() -> Pipeline:
    return make_coder()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mourners walked behind the coffin of a baker in Lagos. The march passed off in peace.", {"GATHER"}),
        ("Dockers demonstrated in Lagos against the levy. The rally ended at dusk.", {"PROTEST"}),
        (
            "Mourners walked behind the coffin of a baker in Lagos. A march against the levy drew dockers.",
            {"GATHER", "PROTEST"},
        ),
    ],
)
def test_the_march_is_what_was_told(coder: Pipeline, text: str, expected: set[str]) -> None:
    (reading,) = coder.code([read_text(text)])
    assert isinstance(reading, Reading)
    assert {m.type for m in reading.events} == expected


def told(coder: Pipeline, text: str) -> list[tuple[str, str | None, str]]:
    (reading,) = coder.code([read_text(text)])
    assert isinstance(reading, Reading)
    return [(m.type, m.mode, m.status) for m in reading.events]


def roles(coder: Pipeline, text: str, type_: str) -> list[tuple[str, str]]:
    (reading,) = coder.code([read_text(text)])
    assert isinstance(reading, Reading)
    return sorted((a.role, a.text) for m in reading.events if m.type == type_ for a in m.arguments)


FIGHT, RIOT = ("ASSAULT", "armed-clash"), ("PROTEST", "riot")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Clashes between rival supporters in Tarime left one man dead.", FIGHT),
        ("Scuffles broke out between demonstrators and supporters of the president in Tunis.", FIGHT),
        ("Settlers and villagers clashed near Nablus on Friday.", FIGHT),
        ("Gunmen clashed with police in Jos on Friday.", FIGHT),
        ("Fighting broke out between the army and rebels in Goma.", FIGHT),
        ("Protesters and police clashed in Tunis on Friday.", RIOT),
        ("Students clashed with the army in Dhaka on Monday.", RIOT),
        ("Clashes between police and students broke out in Dhaka.", RIOT),
    ],
)
def test_the_sides_tell_a_riot_from_a_fight(coder: Pipeline, text: str, expected: tuple[str, str]) -> None:
    assert [(type_, mode) for type_, mode, _ in told(coder, text)] == [expected]


def test_police_named_first_are_no_rioters(coder: Pipeline) -> None:
    found = roles(coder, "Police and residents clashed in Jos on Friday.", "PROTEST")
    assert found == [("actor", "residents"), ("target", "Police"), ("victim", "Police")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The march, organised by the union, drew 20,000 people.", [("PROTEST", "demonstration", "occurred")]),
        ("A protest over prices turned violent in Freetown.", [("PROTEST", "riot", "occurred")]),
        ("A general strike called by unions brought ports in Tunisia to a halt.", [("PROTEST", "strike", "occurred")]),
        ("Dock workers voted to strike in December.", [("PROTEST", "strike", "planned")]),
        ("The ruling sparked protests in Lagos.", [("PROTEST", "demonstration", "occurred")]),
        ("The ruling could spark protests in Lagos.", [("PROTEST", "demonstration", "hypothetical")]),
        ("Peasants reached Quito after a march to demand an end to drilling.", [("PROTEST", "demonstration", "occurred")]),
        ("Hundreds gathered in Riga, urging parliament to drop the bill.", [("PROTEST", "demonstration", "occurred")]),
        ("Saudi Arabia beat Argentina on Tuesday.", []),
        ("Migrants went on hunger strike in Palma to protest at conditions.", [("PROTEST", "hunger-strike", "occurred")]),
        ("Mourners chanting anti-government slogans clashed with security forces in Mahabad on Thursday.",
         [("PROTEST", "demonstration", "occurred"), ("PROTEST", "riot", "occurred")]),
    ],
)  # fmt: skip
def test_what_is_told_of_crowds(coder: Pipeline, text: str, expected: list[tuple[str, str, str]]) -> None:
    assert told(coder, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Some 400 nurses marched in Lisbon, in a protest called by student groups.",
         [("actor", "Some 400 nurses"), ("organizer", "student groups")]),
        ("Nurses called off their strike on Friday.", [("actor", "Nurses")]),
        ("Farmers lifted their blockade of the highway.", [("actor", "Farmers"), ("target", "the highway")]),
        ("Counter-protesters chanted slogans in Leeds.", [("actor", "Counter-protesters")]),
        ("Teachers marched in Rabat, calling on the council to raise wages.",
         [("actor", "Teachers"), ("recipient", "the council")]),
        ("Dockers at the port of Antwerp downed tools on Wednesday.", [("actor", "Dockers")]),
        ("A strike by air traffic controllers shut the airport.", [("actor", "air traffic controllers")]),
        ("The demonstrators demanded the release of activists in Qom.", [("actor", "The demonstrators")]),
    ],
)  # fmt: skip
def test_who_takes_part_in_a_protest(coder: Pipeline, text: str, expected: list[tuple[str, str]]) -> None:
    assert roles(coder, text, "PROTEST") == expected


def test_the_second_of_two_passives_undergoes(coder: Pipeline) -> None:
    assert roles(coder, "Dozens were arrested and several cars set ablaze in Harare.", "ASSAULT") == [
        ("target", "several cars")
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A vigil called by the victims' families was held in Uvalde.", ("organizer", "the victims' families")),
        (
            "Police barred opposition supporters from attending a memorial service in Harare.",
            ("actor", "opposition supporters"),
        ),
    ],
)
def test_who_calls_and_who_attends_a_gathering(coder: Pipeline, text: str, expected: tuple[str, str]) -> None:
    assert roles(coder, text, "GATHER") == [expected]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (
            "Dockers have been on strike in Oran since Monday. Masked men set fire to a company lorry.",
            ("ASSAULT", "arson"),
        ),
        (
            "Miners have blocked the road to Potosi. The union denied that its members torched a van.",
            ("ASSAULT", "arson"),
        ),
        ("Weavers marched in Puebla. Workers set fire to the office of a mill.", ("ASSAULT", "arson")),
        ("Nurses demonstrated in Oran. Unknown men set fire to the gate of a mill.", ("ASSAULT", "arson")),
        ("Residents protested in Tripoli. Youths set fire to a bank.", ("PROTEST", "riot")),
        ("Residents protested in Tripoli. Workers set fire to tyres on the coast road.", ("PROTEST", "riot")),
    ],
)
def test_fires_are_a_riots_where_people_of_the_street_set_them(
    coder: Pipeline, text: str, kind: tuple[str, str]
) -> None:
    assert told(coder, text)[-1][:2] == kind


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Unknown men hurled a petrol bomb at a tax office in Turin on Monday.", ("ASSAULT", "arson")),
        ("Petrol bombs were thrown at a shelter for sailors in Rostock on Monday.", ("ASSAULT", "arson")),
        ("A firebomb was hurled at a chapel in Oslo by masked attackers.", ("ASSAULT", "arson")),
        ("Demonstrators hurled petrol bombs at riot police in Patras on Monday.", ("PROTEST", "riot")),
        ("Youths threw petrol bombs at a tax office in Turin on Monday.", ("PROTEST", "riot")),
        ("Petrol bombs were thrown at policemen in Derry on Monday.", ("PROTEST", "riot")),
        ("The strikers marched through Turin. A petrol bomb was hurled at a tax office.", ("PROTEST", "riot")),
    ],
)
def test_a_firebomb_is_a_riots_where_a_crowd_throws_it(coder: Pipeline, text: str, expected: tuple[str, str]) -> None:
    assert told(coder, text)[-1][:2] == expected
