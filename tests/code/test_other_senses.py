"""Words that stand in another sense than the codebook's."""

from __future__ import annotations

from collections.abc import Callable

import pytest

import dateline
from dateline.code.join import join
from dateline.code.other_senses import is_in_other_sense
from dateline.code.triggers import find_triggers
from dateline.records import Parse
from dateline.reference.codebook import load_codebook

BOOK = load_codebook()


@pytest.mark.parametrize(
    ("text", "type_", "expected"),
    [
        ("They are free to speak.", "RETREAT", True),
        ("She is free on bail.", "RETREAT", False),
        ("Troops stationed in Gao complained of the heat.", "MOBILIZE", True),
        ("Some 400 troops are stationed in Gao.", "MOBILIZE", False),
        ("She demonstrated to the board that the pump works.", "PROTEST", True),
        ("Students demonstrated that the bridge was weak.", "PROTEST", True),
        ("The museum will hold a blacksmithing demonstration on Sunday.", "PROTEST", True),
        ("The vote was a demonstration of trust in the bank.", "PROTEST", True),
        ("The tour was a demonstration of the fact that the road is safe.", "PROTEST", True),
        ("A demonstration of about 300 people was held in Gao.", "PROTEST", False),
        ("A demonstration of teachers was held in Gao.", "PROTEST", False),
        ("Two teachers demonstrated in Gao on Monday.", "PROTEST", False),
        ("Workers marched their boss off the site.", "PROTEST", True),
        ("The editor was marched out of the room.", "PROTEST", True),
        ("Nurses marched out of the hospital in Lyon on Monday.", "PROTEST", False),
        ("The paper gathered that the men had fled to Jos.", "GATHER", True),
        ("Hundreds gathered in Jos on Monday.", "GATHER", False),
        ("The opposition wants to raise a loan of its own.", "REQUEST", True),
        ("The union wants the minister to resign.", "REQUEST", False),
        ("The two states signed a treaty calling for joint patrols.", "REQUEST", True),
        ("The programme calls for the release of funds.", "REQUEST", True),
        ("The council signed a letter calling for joint patrols.", "REQUEST", False),
        ("The union called for a new plan.", "REQUEST", False),
        ("The foreign minister spoke at a joint news conference in Accra.", "CONSULT", True),
        ("The foreign minister spoke at a peace conference in Accra.", "CONSULT", False),
        ("The union wants to talk about a change of the law.", "REQUEST", False),
    ],
)
def test_the_grammar_shows_the_sense(parse: Callable[[str], Parse], text: str, type_: str, expected: bool) -> None:
    tree = parse(text)
    happening = next(h for h in join(tree, find_triggers(tree, BOOK)) if h.type == type_)
    assert is_in_other_sense(tree, happening, tree.tokens[happening.lead.head], BOOK) is expected


@pytest.mark.parametrize(
    ("text", "type_", "expected"),
    [
        ("They are free to speak.", "RETREAT", 0),
        ("The editors are now free to write what they like.", "RETREAT", 0),
        ("She is free on bail.", "RETREAT", 1),
        ("Troops stationed in Gao complained of the heat.", "MOBILIZE", 0),
        ("Soldiers based in Gao sent letters home.", "MOBILIZE", 0),
        ("Some 400 troops are stationed in Gao.", "MOBILIZE", 1),
        ("Troops deployed in Gao on Monday.", "MOBILIZE", 1),
        ("They marched the boys out of the school.", "PROTEST", 0),
        ("The editor was marched out of the room.", "PROTEST", 0),
        ("Soldiers marched through Georgia in 1864.", "PROTEST", 0),
        ("Scouts marched in the Harvest parade in Ohio on Monday.", "PROTEST", 0),
        ("Nurses marched out of the hospital in Lyon on Monday.", "PROTEST", 1),
        ("Nurses marched through Lyon on Monday.", "PROTEST", 1),
        ("She demonstrated to the board that the pump works.", "PROTEST", 0),
        ("Two teachers demonstrated that the method works.", "PROTEST", 0),
        ("Two teachers demonstrated in Gao on Monday.", "PROTEST", 1),
        ("The museum will hold a blacksmithing demonstration on Sunday.", "PROTEST", 0),
        ("The club will hold cooking demonstrations on Sunday.", "PROTEST", 0),
        ("The union will hold a demonstration on Sunday.", "PROTEST", 1),
    ],
)
def test_being_free_to_standing_by_and_showing_are_no_happenings(text: str, type_: str, expected: int) -> None:
    assert sum(m.type == type_ for m in dateline.code(text).events) == expected


@pytest.mark.parametrize(
    ("text", "type_", "expected"),
    [
        ("Troops seized a truck bomb outside Gao.", "ASSAULT", 0),
        ("Police recovered two pipe bombs in Lyon.", "ASSAULT", 0),
        ("There was a shooting in Lyon. No weapon was recovered.", "ASSAULT", 1),
        ("A truck bomb killed six in Gao.", "ASSAULT", 1),
        ("A pipe bomb exploded in Lyon.", "ASSAULT", 1),
        ("County policy prohibits clerks from using the phone.", "COERCE", 0),
        ("The law prohibits the sale of horns.", "COERCE", 0),
        ("The ministry prohibits the sale of horns from Monday.", "COERCE", 1),
        ("The decree prohibited the sale of horns.", "COERCE", 1),
        ("The sisters hold diametrically opposed views.", "REJECT", 0),
        ("Chad rejected the treaty on Monday.", "REJECT", 1),
    ],
)
def test_caught_weapons_standing_rules_and_opposite_views_are_no_happenings(
    text: str, type_: str, expected: int
) -> None:
    assert sum(m.type == type_ for m in dateline.code(text).events) == expected


@pytest.mark.parametrize(
    ("text", "type_", "expected"),
    [
        ("It was a clear demonstration of the fact that prices fall.", "PROTEST", 0),
        ("A demonstration of 300 nurses ended in Lima.", "PROTEST", 1),
        ("The court upheld a law on dams.", "SANCTION", 0),
        ("The court upheld his sentence.", "SANCTION", 1),
        ("The agent in charge will attend; treason is a grave matter.", "ACCUSE", 0),
        ("The agent filed a charge of murder.", "ACCUSE", 1),
        ("The 1971 Convention gives Chad the right to try the men.", "GATHER", 0),
        ("Officers found detonating cord and two radios in the shed.", "ASSAULT", 0),
        ("Rebels detonated a mine under a bus in Gao.", "ASSAULT", 1),
    ],
)
def test_words_of_other_senses_in_the_codebook(text: str, type_: str, expected: int) -> None:
    assert sum(m.type == type_ for m in dateline.code(text).events) == expected


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("A police van was hit with petrol bombs in Derry.", "A police van"),
        ("The station was hit with gasoline bombs on Sunday.", "The station"),
    ],
)
def test_petrol_and_gasoline_bombs_burn_what_they_hit(text: str, target: str) -> None:
    found = [m for m in dateline.code(text).events if m.type == "ASSAULT"]
    assert [(m.mode, [a.text for a in m.arguments]) for m in found] == [("arson", [target])]
