"""What is only thought of: conditions, commands, guesses, questions and purposes."""

from __future__ import annotations

from collections.abc import Callable

import pytest

import dateline
from dateline.code.chains import Context, chain_of
from dateline.code.conditions import hypothetical, performed, supposed
from dateline.records import Parse, Token
from dateline.reference.statuswords import load_status_words

WORDS = load_status_words()
ParseText = Callable[[str], Parse]


def word(parse: Parse, text: str) -> Token:
    return next(t for t in parse.tokens if t.text == text)


def thought_of(parse: Parse, head: str, type_: str = "") -> bool:
    context = Context(attribution=None, future=False, past=False, type=type_)
    return hypothetical(parse, list(chain_of(parse, word(parse, head).i)), WORDS, context)


@pytest.mark.parametrize(
    ("text", "head", "expected"),
    [
        ("If the troops do not leave Goma, there will be war.", "leave", True),
        ("Please do not shoot the elders.", "shoot", True),
        ("Should she be arrested, the bazaars will close.", "arrested", True),
        ("The talks in Goma might not take place.", "take", True),
        ("The order allows no gathering near the mine.", "gathering", True),
        ("There was no gathering near the mine.", "gathering", False),
        ("The troops did not leave Goma.", "leave", False),
    ],
)
def test_a_command_or_a_condition_denies_nothing(parse: ParseText, text: str, head: str, expected: bool) -> None:
    tree = parse(text)
    assert supposed(tree, list(chain_of(tree, word(tree, head).i)), WORDS) is expected


@pytest.mark.parametrize(
    ("text", "head", "expected"),
    [
        ("Rebels could attack Bunia.", "attack", True),
        ("Rebels attacked Bunia.", "attacked", False),
        ("The sheriff offers a reward for information leading to the capture of the thieves.", "capture", True),
        ("He thanked the town for information that led to the capture of the thieves.", "capture", False),
        ("The hint led to the capture of the thieves.", "capture", False),
        ("Villagers fear an airstrike.", "airstrike", True),
        ("Villagers saw an airstrike.", "airstrike", False),
        ("If the talks fail, teachers will block the road.", "block", True),
        ("Teachers will block the road.", "block", False),
        ("The minister warned that drivers who block roads would be fined.", "block", True),
        ("Marchers vowed to stay until the mayor resigned.", "resigned", True),
        ("Strikers would not leave until the mayor resigned.", "resigned", True),
        ("Marchers could not leave until the mayor resigned.", "resigned", False),
        ("Marchers stayed until the mayor resigned.", "resigned", False),
        ("A possible airstrike was on their minds.", "airstrike", True),
        ("We can confirm that a baker was stabbed.", "stabbed", False),
        ("The board must announce that a guard was stabbed.", "stabbed", False),
        ("The court must decide whether a guard was stabbed.", "stabbed", True),
        ("Nobody can confirm that a guard was stabbed.", "stabbed", True),
        ("We can confirm that a guard will be charged.", "charged", True),
        ("The baker pleaded no contest to murder.", "murder", False),
        ("They were willing to withdraw provided the road was safe.", "withdraw", True),
        ("They were willing to withdraw.", "withdraw", False),
        ("They decided to march if the baker was not freed.", "march", True),
        ("They decided to march.", "march", False),
    ],
)
def test_possible_feared_or_on_a_condition(parse: ParseText, text: str, head: str, expected: bool) -> None:
    tree = parse(text)
    assert thought_of(tree, head) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Did the soldiers shoot the shepherd?", True),
        ("Why did the soldiers shoot the shepherd?", False),
        ("Will the soldiers shoot the shepherd?", True),
    ],
)
def test_a_question_may_take_it_for_granted(parse: ParseText, text: str, expected: bool) -> None:
    assert thought_of(parse(text), "shoot") is expected


@pytest.mark.parametrize(
    ("text", "head", "type_", "expected"),
    [
        ("Porters marched to the court to condemn killings by bandits.", "killings", "ASSAULT", False),
        ("Porters met to plan a killing.", "killing", "ASSAULT", True),
        ("Porters marched to the court to demand a raise.", "demand", "REQUEST", False),
        ("He borrowed a bus to demand a raise.", "demand", "REQUEST", True),
        ("He went to the court to demand a raise.", "demand", "REQUEST", False),
        ("He will go to the court to demand a raise.", "demand", "REQUEST", True),
        ("The board sent a team to investigate the fire.", "investigate", "ACCUSE", False),
        ("The board formed a panel to investigate the fire.", "investigate", "ACCUSE", False),
        ("The board has no panel to investigate the fire.", "investigate", "ACCUSE", True),
        ("They came to hear porters demand a raise.", "demand", "REQUEST", False),
        ("They came to help porters demand a raise.", "demand", "REQUEST", True),
    ],
)
def test_a_purpose_may_be_there_already(parse: ParseText, text: str, head: str, type_: str, expected: bool) -> None:
    assert thought_of(parse(text), head, type_) is expected


@pytest.mark.parametrize(
    ("text", "verb", "expected"),
    [
        ("We would like to thank the divers.", "thank", True),
        ("Let me thank the divers.", "thank", True),
        ("She would like to thank the divers.", "thank", False),
        ("We wanted to thank the divers.", "thank", False),
    ],
)
def test_saying_may_be_doing(parse: ParseText, text: str, verb: str, expected: bool) -> None:
    tree = parse(text)
    assert performed(tree, word(tree, verb)) is expected


@pytest.mark.parametrize(
    ("text", "head", "type_", "expected"),
    [
        ("They were the first envoys to visit Goma since May.", "visit", "CONSULT", False),
        ("She is the only mayor to resign over the fire.", "resign", "RETREAT", False),
        ("He is the second guard to resign over the fire.", "resign", "RETREAT", False),
        ("A march was the only way to free the miners.", "free", "RETREAT", True),
        ("They sent envoys to visit Goma.", "visit", "CONSULT", True),
        ("Police opened fire to disperse the crowd.", "disperse", "COERCE", False),
        ("Guards used clubs to disperse the marchers.", "disperse", "COERCE", False),
        ("Police will open fire to disperse the crowd.", "disperse", "COERCE", True),
        ("Guards charged to arrest the marchers.", "arrest", "COERCE", True),
        ("The shooting could have been bloodier.", "shooting", "ASSAULT", False),
        ("The raids might have been worse.", "raids", "ASSAULT", False),
        ("The shooting could have been a warning.", "shooting", "ASSAULT", True),
        ("They asked for the captured plane.", "captured", "COERCE", False),
        ("They asked for a captured plane.", "captured", "COERCE", True),
    ],
)
def test_what_was_done_is_no_purpose(parse: ParseText, text: str, head: str, type_: str, expected: bool) -> None:
    assert thought_of(parse(text), head, type_) is expected


@pytest.mark.parametrize(
    ("text", "type_", "expected"),
    [
        ("The law provides for a jail sentence for anyone convicted of assaults.", "SANCTION", "hypothetical"),
        ("The law provides for a jail sentence for anyone convicted of assaults.", "ASSAULT", "hypothetical"),
        ("The charge carries a sentence of ten years in prison.", "SANCTION", "hypothetical"),
        ("The pact provides for the release of 40 prisoners.", "RETREAT", "hypothetical"),
        ("The state provided food for the march in Lima.", "PROTEST", "occurred"),
        ("The court handed down a sentence of ten years.", "SANCTION", "occurred"),
    ],
)
def test_what_laws_lay_down_has_befallen_nobody(text: str, type_: str, expected: str) -> None:
    assert [m.status for m in dateline.code(text).events if m.type == type_] == [expected]


@pytest.mark.parametrize(
    ("text", "head", "expected"),
    [
        ("They should be praised for their patience.", "praised", True),
        ("They should be freed.", "freed", False),
        ("They should not be praised.", "praised", False),
    ],
)
def test_who_says_what_somebody_deserves_does_it(parse: ParseText, text: str, head: str, expected: bool) -> None:
    tree = parse(text)
    assert performed(tree, next(t for t in tree.tokens if t.text == head)) is expected
