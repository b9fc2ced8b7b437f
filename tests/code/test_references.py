"""Words that refer to a happening told elsewhere."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from msgspec.structs import replace

import dateline
from dateline.code.join import join
from dateline.code.references import (
    is_asked_not_to_be,
    is_content,
    is_motive,
    is_prevented,
    is_promise,
    is_purpose,
    is_reference,
    is_topic,
    is_turned_down,
    without_references,
)
from dateline.code.triggers import find_triggers
from dateline.records import Count, Parse, Reading, Span
from dateline.reference.codebook import load_codebook
from tests.factory import mention, reading

BOOK = load_codebook()


def refers(parse: Parse, source: Reading, type_: str) -> bool:
    happening = next(h for h in join(parse, find_triggers(parse, BOOK)) if h.type == type_)
    return is_reference(source, parse, happening)


@pytest.mark.parametrize(
    ("text", "type_", "expected"),
    [
        ("The mayor condemned the killings.", "ASSAULT", True),
        ("Two of those kidnapped are nurses.", "ASSAULT", True),
        ("Among those killed was a priest.", "ASSAULT", True),
        ("Two of those killed near Zadar are nurses.", "ASSAULT", False),
        ("Rebels killed two of the nurses.", "ASSAULT", False),
        ("Shops closed after the march.", "PROTEST", True),
        ("Nurses held the vigil in the rain.", "GATHER", False),
        ("A bomb attack shook Herat.", "ASSAULT", False),
        ("The investigation will show who lied.", "ACCUSE", True),
        ("The investigation into the fire will show who lied.", "ACCUSE", False),
        ("An investigation will show who lied.", "ACCUSE", False),
    ],
)
def test_known_happenings_are_references(parse: Callable[[str], Parse], text: str, type_: str, expected: bool) -> None:
    assert refers(parse(text), reading(text), type_) is expected


def test_a_number_inside_makes_it_news(parse: Callable[[str], Parse]) -> None:
    text = "Sudan mourned after the killing of 12 people."
    start = text.index("12")
    number = Count(span=Span(start, start + 2), text="12", of="killed", low=12, high=12, bound="exact")
    assert not refers(parse(text), reading(text, counts=(number,)), "ASSAULT")


def test_reference_goes_where_its_happening_is_told_and_stays_where_not() -> None:
    told, reference = mention("ASSAULT", "drone-strike"), mention("ASSAULT", "assassination", start=50)
    other = mention("PROTEST", "strike", start=90)
    assert without_references([(reference, True), (told, False)]) == [told]
    assert without_references([(reference, True), (other, False)]) == [reference, other]
    assert without_references([(told, True), (reference, True)]) == [told]


@pytest.mark.parametrize(
    ("text", "inner", "expected"),
    [
        ("The union called on the army to release the miners.", "RETREAT", True),
        ("The council banned a march through Cuenca.", "PROTEST", True),
        ("If workers strike over pay, the port will close.", "PROTEST", True),
        ("Residents fear an attack.", "ASSAULT", False),
        ("Dockers gave notice of a strike.", "PROTEST", False),
    ],
)
def test_what_is_asked_forbidden_or_conditional_is_content(
    parse: Callable[[str], Parse], text: str, inner: str, expected: bool
) -> None:
    tree = parse(text)
    found = join(tree, find_triggers(tree, BOOK))
    happening = next(h for h in found if h.type == inner)
    assert is_content(tree, happening, found) is expected


@pytest.mark.parametrize(
    ("text", "inner", "expected"),
    [
        ("Nurses marched to the ministry to demand their wages.", "REQUEST", True),
        ("Nurses demanded their wages.", "REQUEST", False),
        ("Nurses rallied in Oran to show their support for the strikers.", "SUPPORT", True),
        ("Nurses showed their support for the strikers.", "SUPPORT", False),
        ("The rebels have promised to release the girls.", "AGREE", True),
    ],
)
def test_what_people_march_for_and_a_promise_of_an_act_are_no_happenings_of_their_own(
    parse: Callable[[str], Parse], text: str, inner: str, expected: bool
) -> None:
    tree = parse(text)
    found = join(tree, find_triggers(tree, BOOK))
    happening = next(h for h in found if h.type == inner)
    assert (is_purpose(tree, happening, found) or is_promise(tree, happening)) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The mayor promised to look after the market.", True),
        ("The rebels promised on Sunday to free the girls by Friday.", True),
        ("Both sides agree that the talks were useful.", True),
        ("All but nine had been freed, both agree.", True),
        ("The two sides agreed to meet again in May.", False),
        ("The two sides agreed that a judge will look into it.", False),
        ("The two sides agreed on a visit in May.", False),
        ("The two sides agreed.", False),
    ],
)
def test_a_promise_and_a_shared_view_are_no_agreement(parse: Callable[[str], Parse], text: str, expected: bool) -> None:
    tree = parse(text)
    happening = next(h for h in join(tree, find_triggers(tree, BOOK)) if h.type == "AGREE")
    assert is_promise(tree, happening) is expected


def test_each_denial_is_somebodys_own() -> None:
    first = mention("ASSAULT", "beating", status="denied", attribution=0)
    second = mention("ASSAULT", "beating", start=40, status="denied", attribution=1)
    assert without_references([(first, False), (second, True)]) == [first, second]
    assert without_references([(first, False), (replace(second, attribution=0), True)]) == [first]


@pytest.mark.parametrize(
    ("text", "inner", "expected"),
    [
        ("The clans rejected an offer of talks.", "CONSULT", True),
        ("Peru turned down a request by Chile for gas.", "REQUEST", True),
        ("The clans held talks in Doha.", "CONSULT", False),
        ("The king commuted the death sentences of four men.", "SANCTION", True),
    ],
)
def test_what_is_turned_down_is_no_happening(
    parse: Callable[[str], Parse], text: str, inner: str, expected: bool
) -> None:
    told = join(parse(text), find_triggers(parse(text), BOOK))
    happening = next(h for h in told if h.type == inner)
    assert is_turned_down(parse(text), happening, told) is expected


def test_what_is_prevented_is_no_happening_and_what_is_done_beside_a_refusal_is(
    parse: Callable[[str], Parse],
) -> None:
    text = "Guards stopped an aid convoy from entering the camp."
    told = join(parse(text), find_triggers(parse(text), BOOK))
    assert [h.type for h in told if not is_prevented(parse(text), h, told)] == ["COERCE"]
    text = "The nurses rejected the offer and announced a strike."
    told = join(parse(text), find_triggers(parse(text), BOOK))
    strike = next(h for h in told if h.type == "PROTEST")
    assert not is_content(parse(text), strike, told)


@pytest.mark.parametrize(
    ("text", "inner", "expected"),
    [
        ("The envoys discussed the reopening of the border in Lima.", "RETREAT", True),
        ("The minister held talks in Oslo on extending the truce.", "RETREAT", True),
        ("The presidents met in Lima to review their joint patrols.", "COOPERATE", True),
        ("The rebels released nine men after talks in Lima.", "RETREAT", False),
        ("The envoys discussed the shelling of the town.", "ASSAULT", False),
    ],
)
def test_what_talks_are_about_is_no_happening(
    parse: Callable[[str], Parse], text: str, inner: str, expected: bool
) -> None:
    told = join(parse(text), find_triggers(parse(text), BOOK))
    happening = next(h for h in told if h.type == inner)
    assert is_topic(parse(text), happening, told) is expected


def test_a_sanction_that_is_lifted_is_told_by_the_lifting(parse: Callable[[str], Parse]) -> None:
    tree = parse("Peru has lifted its arms embargo on Chile.")
    told = join(tree, find_triggers(tree, BOOK))
    assert [h.type for h in told if not is_turned_down(tree, h, told)] == ["RETREAT"]


@pytest.mark.parametrize(
    "text", ["Two ministers resigned in protest at the delay.", "Two ministers resigned their seats in protest."]
)
def test_what_is_done_in_protest_is_told_by_what_is_done(parse: Callable[[str], Parse], text: str) -> None:
    tree = parse(text)
    told = join(tree, find_triggers(tree, BOOK))
    assert [h.type for h in told if not is_motive(tree, h, told)] == ["RETREAT"]


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("The army lifted the curfew in Goma on Monday.", ["RETREAT"]),
        ("The curfew in Goma was lifted on Monday.", ["RETREAT"]),
        ("The army ended a two-day curfew in Goma.", ["RETREAT"]),
        ("A curfew imposed on Goma in May was lifted on Monday.", ["COERCE", "RETREAT"]),
        ("The army lifted the curfew that it decreed in May.", ["COERCE", "RETREAT"]),
        ("The curfew in Goma, in place since May, was lifted on Monday.", ["COERCE", "RETREAT"]),
        ("The army lifted Friday's curfew on Monday.", ["COERCE", "RETREAT"]),
        ("The curfew in Goma was relaxed for an hour on Monday.", ["COERCE", "RETREAT"]),
    ],
)
def test_a_curfew_that_is_lifted_is_told_by_the_lifting(
    parse: Callable[[str], Parse], text: str, types: list[str]
) -> None:
    tree = parse(text)
    told = join(tree, find_triggers(tree, BOOK))
    assert sorted(h.type for h in told if not is_turned_down(tree, h, told)) == types


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The kidnappers called his family.", True),
        ("Six kidnappers called his family.", False),
    ],
)
def test_doers_named_again_only_refer_to_their_deed(parse: Callable[[str], Parse], text: str, expected: bool) -> None:
    tree = parse(text)
    number = [Count(span=Span(0, 3), text="Six", of="soldiers", low=6, high=6, bound="exact")]
    source = reading(text, counts=tuple(number) if text.startswith("Six") else ())
    assert refers(tree, source, "ASSAULT") is expected


@pytest.mark.parametrize(
    ("text", "type_", "expected"),
    [
        ("The bishop called on the guards not to shoot.", "ASSAULT", True),
        ("The rebels told the miners not to burn the mill.", "ASSAULT", True),
        ("The miners told the rebels not to burn the mill.", "ASSAULT", True),
        ("Soldiers were ordered not to fire on the crowd.", "ASSAULT", True),
        ("The pact obliges the army not to shell the port.", "ASSAULT", True),
        ("The rebels agreed not to attack the port.", "ASSAULT", False),
        ("The mayor chose not to ban the march.", "COERCE", False),
        ("The guards did not shoot.", "ASSAULT", False),
        ("The bishop told the guards to shoot.", "ASSAULT", False),
    ],
)
def test_what_somebody_is_asked_not_to_do_is_not_told(
    parse: Callable[[str], Parse], text: str, type_: str, expected: bool
) -> None:
    tree = parse(text)
    told = join(tree, find_triggers(tree, BOOK))
    assert any(is_asked_not_to_be(tree, h, told) for h in told if h.type == type_) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A sniper shot a nurse in Hull in May. The mayor condemned the shooting of doctors in Paris too.", 2),
        ("A sniper shot a nurse in Hull in May. The mayor condemned the shooting of the nurse in Hull too.", 1),
        ("Doctors condemned the shooting of the nurse in England. A sniper shot her in Hull on Friday.", 1),
        ("A sniper shot a nurse on Friday. The mayor condemned the shooting of the nurse in Hull.", 1),
    ],
)
def test_what_befell_in_another_place_is_told_by_itself(text: str, expected: int) -> None:
    events = dateline.code(text, published="2024-06-06").events
    assert [m.type for m in events].count("ASSAULT") == expected
