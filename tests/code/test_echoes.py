"""Words that say something new of a happening already told."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

import dateline
from dateline.code.echoes import absorbed, as_referent, is_pointing, pointed_at, referent
from dateline.records import Argument, Attribution, Content, Count, Source, Span, SpanText
from dateline.reference.codebook import load_codebook
from tests.factory import mention

BOOK = load_codebook()
DENIAL, CASUALTIES, PARTICIPATION = (BOOK.echoes[name] for name in ("denial", "casualties", "participation"))
SHELLING = mention("ASSAULT", "shelling", arguments=(Argument(role="target", span=Span(9, 15), text="market"),))


def test_referent_is_the_last_fitting_mention_of_the_voice() -> None:
    older = mention("ASSAULT", "bombing", start=5)
    told = [(0, older), (1, SHELLING), (1, mention("CONSULT", "meeting"))]
    assert referent(CASUALTIES, 2, told, ("v0",)) is SHELLING
    assert referent(CASUALTIES, 2, told, ("v1",)) is None
    assert referent(PARTICIPATION, 2, told, ("v0",)) is None


def test_referent_must_be_near_and_not_after() -> None:
    assert referent(CASUALTIES, 9, [(1, SHELLING)], ("v0",)) is None
    assert referent(CASUALTIES, 0, [(1, SHELLING)], ("v0",)) is None


def test_what_did_not_happen_cannot_be_denied_again() -> None:
    assert referent(DENIAL, 1, [(0, mention("ASSAULT", None, status="planned"))], ("v0",)) is None


def test_denial_takes_type_mode_and_roles_and_says_that_they_are_inherited() -> None:
    denied = as_referent(mention("echo", None, start=40, word="denied"), SHELLING, DENIAL)
    assert (denied.type, denied.mode, denied.status) == ("ASSAULT", "shelling", "denied")
    assert [(a.role, a.text, a.basis) for a in denied.arguments] == [("target", "market", "inherited")]


def test_casualties_keep_their_own_roles() -> None:
    victims = (Argument(role="victim", span=Span(50, 56), text="nurses"),)
    told = as_referent(mention("echo", None, start=60, word="died", arguments=victims), SHELLING, CASUALTIES)
    assert [(a.role, a.text, a.basis) for a in told.arguments] == [
        ("victim", "nurses", "stated"),
        ("target", "market", "inherited"),
    ]
    assert told.status == "occurred"


TOLLS = tuple(
    Count(span=Span(n, n + 1), text="x", of="killed", low=low, high=low, bound="exact") for n, low in ((0, 7), (9, 9))
)


def test_figures_of_the_same_teller_join_the_telling() -> None:
    echo = mention("ASSAULT", "shelling", start=60, counts=(0,))
    (only,) = absorbed([SHELLING, echo], {echo.id: SHELLING.id}, TOLLS)
    assert (only.id, only.counts) == (SHELLING.id, (0,))


def test_a_sources_figure_goes_to_what_the_outlet_tells_without_one_and_brings_the_source() -> None:
    other = mention("ASSAULT", "shelling", start=60, counts=(0,), attribution=0)
    (told,) = absorbed([SHELLING, other], {other.id: SHELLING.id}, TOLLS)
    assert (told.id, told.counts, told.attribution) == (SHELLING.id, (0,), 0)


def test_figures_of_another_source_and_second_figures_stay_apart() -> None:
    said = mention("ASSAULT", "shelling", attribution=1)
    other = mention("ASSAULT", "shelling", start=60, counts=(0,), attribution=0)
    assert absorbed([said, other], {other.id: said.id}, TOLLS) == [said, other]
    counted = mention("ASSAULT", "shelling", counts=(0,))
    second = mention("ASSAULT", "shelling", start=60, counts=(1,))
    assert absorbed([counted, second], {second.id: counted.id}, TOLLS) == [counted, second]


def test_what_did_not_happen_to_anybody_is_a_denial_with_a_longer_reach() -> None:
    blow = BOOK.echoes["no-blow"]
    told = [(1, mention("ASSAULT", "beating", arguments=SHELLING.arguments))]
    assert referent(blow, 6, told, ("v0",)) is not None
    assert referent(CASUALTIES, 6, told, ("v0",)) is None
    denied = as_referent(mention("echo", None, start=40, word="touched"), told[0][1], blow)
    assert (denied.mode, denied.status, denied.arguments[0].basis) == ("beating", "denied", "inherited")


def test_a_denial_that_points_back_is_told_from_one_that_says_what_it_denies() -> None:
    army = Source(span=Span(30, 38), text="the army", name=None)
    denies = SpanText(span=Span(39, 45), text="denies")
    denial = Attribution(
        voice="v0", parent=None, source=army, cue=denies, content=Content(span=Span(0, 20)), commitment="deny"
    )
    assert is_pointing(denial)
    assert not is_pointing(replace(denial, content=Content(span=Span(50, 70))))
    assert not is_pointing(replace(denial, commitment="say"))
    assert pointed_at(denial, [(0, SHELLING)], DENIAL) is SHELLING


def test_a_source_without_a_figure_gets_the_outlets_and_its_own() -> None:
    said = mention("ASSAULT", "shelling", attribution=0)
    added = mention("ASSAULT", "shelling", start=60, counts=(0,))
    (told,) = absorbed([said, added], {added.id: said.id}, TOLLS)
    assert (told.counts, told.attribution) == ((0,), 0)
    mayor = Source(span=Span(30, 39), text="the mayor", name=None)
    says = [
        Attribution(voice="v0", parent=None, source=mayor, cue=None, content=Content(span=span), commitment="say")
        for span in (Span(0, 20), Span(50, 70))
    ]
    again = mention("ASSAULT", "shelling", start=60, counts=(0,), attribution=1)
    (one,) = absorbed([said, again], {again.id: said.id}, TOLLS, says)
    assert (one.counts, one.attribution) == ((0,), 0)


def test_a_part_denied_is_one_in_a_deed() -> None:
    text = "Gunmen killed a monk near Wum. The garrison, which mans a checkpoint nearby, denied any part in it."
    told = dateline.code(text).events
    assert [m.type for m in told if m.status == "denied"] == ["ASSAULT"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A trader was beaten on Monday, his lawyer says. The police denied this.", "The police"),
        ("A bus was shelled on Monday, residents say. France denied any part in it.", "France"),
        ("A trader was beaten on Monday, his lawyer says. The doctor denied this.", None),
    ],
)
def test_whom_a_denial_clears(text: str, expected: str | None) -> None:
    denied = next(m for m in dateline.code(text).events if m.status == "denied")
    assert next((a.text for a in denied.arguments if a.role == "perpetrator"), None) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A nurse was shot in Oran on Sunday. In all 45 nurses have been killed there since 2012.", 2),
        ("A bomb went off in Oran on Sunday. In 2019 40 people were killed in such attacks.", 2),
        ("A bomb went off in Oran on Sunday. Twelve people were killed.", 1),
        ("A bomb went off in Oran on Sunday. Twelve people were killed on the spot that day.", 1),
    ],
)
def test_the_dead_of_years_are_no_echo_of_one_deed(text: str, expected: int) -> None:
    assert sum(m.type == "ASSAULT" for m in dateline.code(text).events) == expected


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("A fourth victim died in hospital on Friday, police said.", "shooting"),
        ("Another miller died in hospital on Friday, police said.", "shooting"),
        ("At least 11 people are now known to have died, police said.", "shooting"),
        ("A priest died of fever on Friday.", None),
    ],
)
def test_who_dies_since_died_of_what_was_told(text: str, mode: str | None) -> None:
    told = dateline.code("Gunmen opened fire on millers near Wum on Monday, killing three. " + text).events
    modes = [m.mode for m in told if m.type == "ASSAULT"]
    assert modes == ["shooting", *([mode] if mode else [])]


@pytest.mark.parametrize(
    ("rest", "expected"),
    [
        ("Police used tear gas, and two marchers were hurt.", ("crowd-control", "injured")),
        ("Guards fired tear gas, and one protester was treated for a head wound.", ("crowd-control", "injured")),
        ("Police counted 900 marchers.", ("demonstration", "participants")),
    ],
)
def test_who_was_hurt_is_no_figure_of_the_march(rest: str, expected: tuple[str, str]) -> None:
    reading = dateline.code(f"Teachers marched in Oran on Monday to demand pay. {rest}")
    assert [(m.mode, reading.counts[k].of) for m in reading.events for k in m.counts] == [expected]


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("Jets bombed a market in Oran on Monday. Two shops were destroyed.", ["ASSAULT"]),
        ("The army shelled Oran on Monday. Six houses were destroyed and a boy was injured.", ["ASSAULT"]),
        ("Police raided a village on Monday. Six houses were destroyed.", ["ASSAULT", "COERCE"]),
        ("Jets bombed a market in Oran on Monday. Settlers destroyed two shops.", ["ASSAULT", "ASSAULT"]),
    ],
)
def test_ruins_are_those_of_the_attack_told_before(text: str, types: list[str]) -> None:
    assert sorted(m.type for m in dateline.code(text).events) == types


def test_who_was_hurt_was_hurt_in_what_nobody_denies() -> None:
    reading = dateline.code("Gunmen attacked a post in Gao on Monday. Rebels denied it. The attack killed two men.")
    assert [(m.status, [reading.counts[k].low for k in m.counts]) for m in reading.events] == [
        ("occurred", [2]),
        ("denied", []),
    ]


@pytest.mark.parametrize(
    ("rest", "status", "named"),
    [
        (", but no one was killed", "occurred", False),
        (", but nobody was injured", "occurred", False),
        (", but no one was killed", "denied", True),
    ],
)
def test_nobody_suffers_only_what_was_not_done(rest: str, status: str, named: bool) -> None:
    told = dateline.code(f"Rebels attacked a convoy near Gao on Monday{rest}.")
    victims = [a.text for m in told.events if m.status == status for a in m.arguments if a.role == "victim"]
    assert bool(victims) is named


@pytest.mark.parametrize(
    ("second", "dead"),
    [
        ("He died in hospital on Wednesday.", 1),
        ("He died at a clinic on Wednesday.", 1),
        ("The poet Ana Roe died in hospital on Wednesday.", 0),
    ],
)
def test_who_dies_in_hospital_dies_of_what_was_told(second: str, dead: int) -> None:
    told = dateline.code(f"Police shot a student in Pau on Monday. {second}")
    shot = next(m for m in told.events if m.mode == "shooting")
    assert sum(told.counts[k].of == "killed" for k in shot.counts) == dead


@pytest.mark.parametrize(
    ("text", "injured"),
    [
        ("A girl lost two teeth.", 1),
        ("Two were treated for bruises.", 2),
        ("Three miners suffered burns.", 3),
        ("Two were treated for malaria.", None),
    ],
)
def test_small_harm_is_that_of_the_attack_told_before(text: str, injured: int | None) -> None:
    read = dateline.code("Guards charged miners with clubs in Oruro on Monday. " + text)
    assert [[read.counts[k].low for k in m.counts] for m in read.events] == [[injured] if injured else []]


@pytest.mark.parametrize("mode", ["disinformation", "censorship", "seizure", "boycott"])
def test_nobody_is_killed_by_words_or_seizures(mode: str) -> None:
    book = load_codebook()
    assert all(mode in book.echoes[name].modes_not for name in ("casualties", "tolls"))


@pytest.mark.parametrize(
    ("charge", "answer", "denied"),
    [
        ("Lawmakers accused the minister of taking bribes.", "The minister denied the allegations.", set()),
        ("Lawmakers accused the minister of taking bribes.", "He rejected the accusation.", set()),
        ("Lawmakers accused the army of burning 20 houses.", "The army rejected the charges.", {"arson"}),
        ("Lawmakers blamed the army.", "The army denied the allegation.", {"shooting"}),
        ("Lawmakers accused the minister of taking bribes.", "The army denied the report.", {"shooting"}),
        ("Lawmakers accused the army of taking bribes.", "The army denied it.", set()),
        ("Lawmakers accused the army of burning 20 houses.", "The army denied this.", {"arson"}),
        ("Lawmakers left the hall.", "The army denied it.", {"shooting"}),
    ],
)
def test_who_denies_a_charge_denies_what_was_charged_last(charge: str, answer: str, denied: set[str]) -> None:
    told = dateline.code(f"Soldiers shot dead two farmers near Kaya on Monday. {charge} {answer}")
    assert {m.mode for m in told.events if m.status == "denied"} == denied
    assert all(m.status == "occurred" for m in told.events if m.type == "ACCUSE")


def test_a_charge_that_is_only_turned_down_is_no_record() -> None:
    assert not dateline.code("Togo rejected the accusations on Friday.").events
    assert [m.type for m in dateline.code("Togo and Benin traded accusations on Friday.").events] == ["ACCUSE"]


@pytest.mark.parametrize(
    ("before", "tolls"),
    [
        ("A bomb killed nine people in Kaya on Monday, police said.", [(9, 0), (12, 30)]),
        ("A storm killed nine people in Kaya on Monday, police said.", []),
    ],
)
def test_a_source_that_says_how_many_are_dead_is_a_second_one(before: str, tolls: list[tuple[int, int]]) -> None:
    told = dateline.code(f"{before} A hotel stood empty. The army said 12 people were dead and 30 injured.")
    found = [{told.counts[k].of: told.counts[k].low or 0 for k in m.counts} for m in told.events]
    assert [(f.get("killed", 0), f.get("injured", 0)) for f in found] == tolls
