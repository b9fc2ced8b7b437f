"""A source that only gives another number makes a mention of its own."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from dateline.pipeline import make_coder
from dateline.read import read_text
from dateline.records import Reading


@pytest.fixture(scope="module")
def coded() -> Callable[[str], Reading]:
    coder = make_coder()

    def run(text: str) -> Reading:
        (done,) = coder.code([read_text(text)])
        assert isinstance(done, Reading)
        return done

    return run


def figures(reading: Reading) -> list[tuple[str, str | None, list[int | None]]]:
    """Return type, source and lower bounds of each mention."""
    out = []
    for event in reading.events:
        source = reading.attributions[event.attribution].source if event.attribution is not None else None
        out.append((event.type, source.text if source else None, [reading.counts[k].low for k in event.counts]))
    return out


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "About 350 people marched through the town on Sunday, police said; the organisers spoke of more than 900.",
            [("PROTEST", "police", [315]), ("PROTEST", "the organisers", [900])],
        ),
        (
            "Police said that 1,500 people had marched; the organisers, the Tenants Union, said 4,000.",
            [("PROTEST", "Police", [1500]), ("PROTEST", "the organisers, the Tenants Union", [4000])],
        ),
        (
            "Officers arrested 31 people, the police said. Lawyers counted 44.",
            [("COERCE", "the police", [31]), ("COERCE", "Lawyers", [44])],
        ),
    ],
)
def test_second_figure(
    coded: Callable[[str], Reading], text: str, expected: list[tuple[str, str | None, list[int | None]]]
) -> None:
    assert figures(coded(text)) == expected


def test_two_figures_of_one_verb(coded: Callable[[str], Reading]) -> None:
    found = figures(
        coded("The mayor's supporters rallied on Tuesday. His party put the turnout at 9,000, the police at 3,500.")
    )
    assert [(source, low) for _, source, low in found][-2:] == [("His party", [9000]), ("the police", [3500])]


@pytest.mark.parametrize(
    "text",
    [
        "Officers arrested 31 people. The minister spoke of the weather.",
        "Officers arrested 31 people. The minister said that the law was 20 years old.",
        "The army said 4,000.",
        "Drivers went on strike in Riga. A storm struck the coast. The Red Cross put the dead at 57.",
    ],
)
def test_no_second_figure(coded: Callable[[str], Reading], text: str) -> None:
    assert len(coded(text).events) <= 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("About 300 people demonstrated in Riga on Sunday, and some 60 in Tartu.", [300, 60]),
        ("Police detained 14 activists in Minsk and another five in Brest.", [14, 5]),
    ],
)
def test_a_figure_with_a_place_of_its_own_is_another_mention(
    coded: Callable[[str], Reading], text: str, expected: list[int]
) -> None:
    made = coded(text)
    counts = [made.counts[k] for m in made.events for k in m.counts]
    assert [round(((c.low or 0) + (c.high or 0)) / 2) for c in counts] == expected
    assert len(made.events) == 2


def test_a_figure_whose_words_name_the_happening_makes_no_second_mention(coded: Callable[[str], Reading]) -> None:
    made = coded("Nurses marched in Accra on Monday. On Sunday police counted 900 people at a vigil on the quay.")
    assert [(m.mode, len(m.counts)) for m in made.events] == [("demonstration", 0), ("vigil", 1)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A rally was held in Accra. The organisers said 40,000.", ("participants", 40000)),
        ("Officers arrested students in Fez. The ministry admits to 31.", ("arrested", 31)),
    ],
)
def test_a_bare_number_counts_what_was_just_told(
    coded: Callable[[str], Reading], text: str, expected: tuple[str, int]
) -> None:
    made = coded(text)
    (mention,) = made.events
    assert [(made.counts[k].of, made.counts[k].low) for k in mention.counts] == [expected]
    assert mention.attribution is not None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Police counted 350 people at a march in Bern. The organisers spoke of 900.", ["900"]),
        (
            "Teachers marched in Bern on Monday, 350 of them by the police count. The organisers spoke of 900.",
            ["Teachers"],
        ),
        ("Shells hit a market in Herat and killed nine traders. The hospital spoke of 14 dead.", ["14 dead", "14"]),
        ("Dockers and police scuffled in Bern; nine men were hurt. The union put the number of injured at 23.", ["23"]),
    ],
)
def test_the_figure_stands_for_those_whom_it_counts(
    coded: Callable[[str], Reading], text: str, expected: list[str]
) -> None:
    last = coded(text).events[-1]
    assert [a.text for a in last.arguments if a.role in ("actor", "victim") and a.text in expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Some 350 teachers marched in Bern on Monday. The police spoke of 200.", ["200", "teachers"]),
        ("Dockers marched in Bern, 350 of them by the police count. The union spoke of 900.", ["Dockers"]),
        ("About 350 marched in Bern on Monday. The police spoke of 200.", ["200"]),
    ],
)
def test_a_figure_counts_the_people_of_the_first_source(
    coded: Callable[[str], Reading], text: str, expected: list[str]
) -> None:
    last = coded(text).events[-1]
    assert [a.text for a in last.arguments if a.role == "actor"] == expected


@pytest.mark.parametrize(
    ("text", "type_", "expected"),
    [
        ("A blast tore through a cafe in Herat; four guests died.", "ASSAULT", ("victim", "four guests")),
        ("Police reported 27 arrests in Bern.", "COERCE", None),
    ],
)
def test_those_whom_a_figure_counts_suffer_what_names_nobody(
    coded: Callable[[str], Reading], text: str, type_: str, expected: tuple[str, str] | None
) -> None:
    (mention,) = [m for m in coded(text).events if m.type == type_]
    suffering = [(a.role, a.text) for a in mention.arguments if a.role in ("victim", "recipient")]
    assert suffering == ([expected] if expected else [])


def test_a_number_goes_to_the_mention_that_names_its_people(coded: Callable[[str], Reading]) -> None:
    made = coded("Masked men rampaged through the port, left 12 people injured and torched a car.")
    riot, arson = made.events
    assert [made.counts[k].low for k in riot.counts] == [12]
    assert not arson.counts


def test_who_is_held_and_freed_is_counted_twice(coded: Callable[[str], Reading]) -> None:
    made = coded("Two students were arrested and released in the evening.")
    assert [[made.counts[k].of for k in m.counts] for m in made.events] == [["arrested"], ["released"]]


def test_nobody_counts_as_one_where_it_is_denied(coded: Callable[[str], Reading]) -> None:
    made = coded("The police deny that she was arrested.")
    assert [m.counts for m in made.events] == [()]


@pytest.mark.model
def test_a_bare_number_of_what_was_just_counted(coded: Callable[[str], Reading]) -> None:
    told = figures(coded("Police arrested 30 men in Osh on Monday. The bar put the number at 45."))
    assert told == [("COERCE", None, [30]), ("COERCE", "The bar", [45])]


@pytest.mark.model
def test_a_figure_of_the_crowd_reaches_over_other_sentences(coded: Callable[[str], Reading]) -> None:
    text = (
        "Some 9,000 people rallied in Osh on Sunday. It rained. Flags were wet. Songs were sung. The tea was hot. "
        "The port put the crowd at 4,000."
    )
    assert [(type_, source) for type_, source, _ in figures(coded(text))] == [("GATHER", None), ("GATHER", "The port")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The coastguard freed 14 fishermen off Sfax on Monday and five off Bizerte on Wednesday.",
            [("freed", "Sfax", 12), ("five", "Bizerte", 14)],
        ),
        (
            "Vigils were held in Lyon on Monday and in Lille on Tuesday.",
            [("Vigils", "Lyon", 12), ("Lille", "Lille", 13)],
        ),
        (
            "Soldiers shot dead two students in Bamenda on Monday and a teacher in Kumba on Tuesday.",
            [("shot dead", "Bamenda", 12), ("teacher", "Kumba", 13)],
        ),
        (
            "Officers arrested about 70 people in Leeds on Monday and 40 in York on Tuesday.",
            [("arrested", "Leeds", 12), ("40", "York", 13)],
        ),
        (
            "Around 500 people marched in Leeds on Monday, 90 in York on Tuesday and 30 in Hull on Wednesday.",
            [("marched", "Leeds", 12), ("90", "York", 13), ("30", "Hull", 14)],
        ),
    ],
)
def test_each_stretch_of_a_verb_has_its_own_place_and_day(text: str, expected: list[tuple[str, str, int]]) -> None:
    (reading,) = make_coder().code([read_text(text, published=date(2023, 6, 16))])
    assert isinstance(reading, Reading)
    told = [
        (m.trigger.text, m.place.name if m.place else None, m.time.from_.day if m.time and m.time.from_ else None)
        for m in reading.events
    ]
    assert told == expected


def test_each_stretch_fills_the_role_of_the_counted_subject(coded: Callable[[str], Reading]) -> None:
    made = coded("Some 500 nurses marched in Leeds, 90 in York and 30 in Hull.")
    assert [[(a.role, a.text) for a in m.arguments] for m in made.events] == [
        [("actor", "Some 500 nurses")],
        [("actor", "90")],
        [("actor", "30")],
    ]


def test_a_number_that_fills_no_role_makes_no_mention(coded: Callable[[str], Reading]) -> None:
    made = coded("The curfew was imposed in Leeds on Monday, the 14th in York.")
    assert len(made.events) <= 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Gunmen shot dead a clerk in Wajir, a small town in northern Kenya.", ["shot dead"]),
        ("Gunmen shot a clerk in Garoua, a district in northern Cameroon.", ["shot"]),
        ("Gunmen shot a clerk in Wajir on Monday and a teacher in Garissa on Tuesday.", ["shot", "teacher"]),
    ],
)
def test_what_a_place_is_makes_no_mention(coded: Callable[[str], Reading], text: str, expected: list[str]) -> None:
    assert [m.trigger.text for m in coded(text).events if m.type == "ASSAULT"] == expected
