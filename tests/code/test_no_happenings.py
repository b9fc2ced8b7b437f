"""Words that sound like a happening and tell of none."""

from __future__ import annotations

from collections.abc import Callable

import pytest

import dateline
from dateline.code.join import join
from dateline.code.no_happenings import is_none
from dateline.code.triggers import find_triggers
from dateline.records import Parse
from dateline.reference.codebook import load_codebook

BOOK = load_codebook()


@pytest.mark.parametrize(
    ("text", "type_", "expected"),
    [
        ("A storm cut power to 20 villages.", "SANCTION", True),
        ("The paper gathered that the men had fled to Jos.", "GATHER", True),
        ("Hundreds gathered in Jos on Monday.", "GATHER", False),
        ("The opposition wants to raise a loan of its own.", "REQUEST", True),
        ("The union wants the minister to resign.", "REQUEST", False),
        ("The union wants to talk about a change of the law.", "REQUEST", False),
        ("Peru denied that it had sold fuel to Chile.", "COERCE", True),
        ("The ministry denied supplying food to the rebels.", "COERCE", True),
        ("The prison denied him treatment.", "COERCE", False),
        ("Guards denied the prisoners food for three days.", "COERCE", False),
        ("The mayor was leaving his office when a bomb exploded.", "RETREAT", True),
        ("The judge was shot dead as he was leaving his office.", "RETREAT", True),
        ("The mayor left office in May when his term ended.", "RETREAT", False),
        ("The judge was shot as he left his office in Cali.", "RETREAT", True),
        ("The minister left office as protests grew.", "RETREAT", False),
        ("The mayor was leaving his office after a scandal.", "RETREAT", False),
        ("Ferry services remain suspended because of high winds.", "COERCE", True),
        ("Snow flooded the streets of the old town.", "GATHER", True),
        ("A human flood filled the square of the old town.", "GATHER", False),
        ("The governor closed the school because of the rebellion.", "COERCE", False),
        ("The governor imposed a curfew, barring gatherings of more than four people.", "GATHER", True),
        ("About 80 women protested at the mine, chanting slogans.", "GATHER", True),
        ("The boat was picked up by a naval patrol.", "MOBILIZE", True),
        ("The joint committee did not meet in Lomé.", "COOPERATE", True),
        ("The two police forces set up a joint team.", "COOPERATE", False),
        ("She was shot at a police checkpoint.", "MOBILIZE", True),
        ("She was shot at a checkpoint set up by rebels.", "MOBILIZE", False),
        ("The king pardoned 112 prisoners on Independence Day.", "GATHER", True),
        ("Crowds cheered the Independence Day parade.", "GATHER", False),
        ("A grand jury indicted the sheriff.", "ACCUSE", False),
        ("The Alpine Forum criticised the sheriff.", "GATHER", True),
        ("Jane Roe, who heads the Alpine Forum, met the sheriff.", "GATHER", True),
        ("The Alpine Forum opened in Chur.", "GATHER", False),
        ("The sheriff addressed the Alpine Forum in Chur.", "GATHER", False),
        ("A conference of bishops criticised the sheriff.", "GATHER", False),
        ("The number of homicides in the state fell to 302 in October.", "ASSAULT", True),
        ("The number of people killed in the attack rose to 12.", "ASSAULT", False),
        ("The admiral sent a naval patrol.", "MOBILIZE", False),
        ("Widows will meet at the quay to remember the fallen.", "CONSULT", True),
        ("The ministers will meet in Accra to discuss the truce.", "CONSULT", False),
        ("We deplore the violence with which gendarmes broke up the marches.", "ASSAULT", True),
        ("We deplore the violence in which nine marchers died.", "ASSAULT", False),
        ("She was leaving a memorial service when guards shot at her.", "GATHER", True),
        ("She was attending a memorial service when guards shot at her.", "GATHER", False),
        ("Who is in custody?", "COERCE", True),
        ("Who was arrested?", "COERCE", True),
        ("Who killed the mayor?", "ASSAULT", True),
        ("He knows who killed the mayor.", "ASSAULT", False),
        ("The widow asked the sheriff who had paid the men.", "REQUEST", True),
        ("The sheriff was asked by the widow to say who had paid the men.", "REQUEST", False),
        ("The ministers met in Accra. If the meeting fails, nurses will march.", "CONSULT", False),
        ("Rebels and ministers held talks in Accra. Should the talks fail, nurses will march.", "CONSULT", False),
        ("Gunmen held six nurses hostage.", "ASSAULT", False),
        ("They hold our bread hostage.", "ASSAULT", True),
        ("A diplomat who declined to be named said that the sheriff would resign.", "REJECT", True),
        ("An official who refused to be identified said that the sheriff would resign.", "REJECT", True),
        ("The spokesman refused to comment.", "REJECT", True),
        ("The ministry declined to give details.", "REJECT", True),
        ("The clerk refused to name the buyer.", "REJECT", True),
        ("Police refused to discuss what had set off the quarrel.", "REJECT", True),
        ("The office declined to release the names of the two men.", "REJECT", True),
        ("The rebels refused to discuss a truce.", "REJECT", False),
        ("The gang refused to release the two men.", "REJECT", False),
        ("The rebels declined to meet the envoy.", "REJECT", False),
        ("The sheriff refused to resign.", "REJECT", False),
        ("The sheriff refused to give the miners a hall.", "REJECT", False),
        ("The bishops' conference condemned the sheriff.", "GATHER", True),
        ("The miners' conference opened in Lima.", "GATHER", False),
        ("Farmers planned a march to Congress against the dam, whose union was opened in May.", "GATHER", True),
        ("Who was shot by the police?", "ASSAULT", False),
        ("Why did police arrest the editor?", "COERCE", False),
        ("The barns in the approved plan will be pulled down.", "AGREE", True),
        ("The clerk has put in the agreed changes.", "AGREE", True),
        ("The plan approved by the council is dear.", "AGREE", False),
        ("The council approved the plan.", "AGREE", False),
        ("The Federal Bureau of Investigation sent a team to Gao.", "ACCUSE", True),
        ("The Mine Office opened an investigation in Gao.", "ACCUSE", False),
        ("A clerk of the Agency for Humanitarian Aid spoke in Gao.", "AID", True),
        ("Both sailors requested anonymity.", "REQUEST", True),
        ("Both sailors requested a pardon.", "REQUEST", False),
    ],
)
def test_weather_rules_manner_and_bodies_are_no_happenings(
    parse: Callable[[str], Parse], text: str, type_: str, expected: bool
) -> None:
    told = join(parse(text), find_triggers(parse(text), BOOK))
    found = [is_none(parse(text), h, told, BOOK) for h in told if h.type == type_]
    assert all(found) is expected


@pytest.mark.parametrize(
    "text",
    [
        "A clerk wanted in connection with a theft was found in Oslo.",
        "The union left of its own accord.",
        "Crowds cheered the ousted former mayor.",
    ],
)
def test_states_and_phrases_are_no_happenings(text: str) -> None:
    assert not [m for m in dateline.code(text).events if m.type in ("AGREE", "REQUEST", "SANCTION")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Thousands rallied in Oran on Sunday. Speaking to the crowd, the mayor praised the nurses.", 1),
        ("Thousands rallied in Oran on Sunday. Addressing a rally in Blida, the mayor praised the nurses.", 2),
        ("Addressing the rally in Oran on Sunday, the mayor praised the nurses.", 1),
    ],
)
def test_a_speech_to_the_crowd_told_of_is_no_second_gathering(text: str, expected: int) -> None:
    assert sum(m.type == "GATHER" for m in dateline.code(text).events) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The chairman of the Miners' Forum, Juan Soto, accused the police of theft.", 0),
        ("The leader of the Youth Congress praised the nurses.", 0),
        ("The mayor of Lima opened the Youth Congress on Monday.", 1),
        ("The Miners' Forum met in Lima on Monday.", 1),
    ],
)
def test_a_body_named_for_its_officer_does_not_meet(text: str, expected: int) -> None:
    assert sum(m.type == "GATHER" for m in dateline.code(text).events) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The guild called the shooting an attempted murder and announced a strike.", [("shooting", "occurred")]),
        ("The mayor called the attack a massacre.", [("attack", "occurred")]),
        ("The massacre was called off.", [("massacre", "planned")]),
    ],
)
def test_what_somebody_calls_a_deed_is_no_second_deed(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(m.trigger.text, m.status) for m in dateline.code(text).events if m.type == "ASSAULT"] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Police, backed by soldiers, stormed a house in Kati.", 0),
        ("Rebels backed by Uganda shelled Goma on Monday.", 0),
        ("Militiamen supported by Rwanda captured Kibumba.", 0),
        ("The candidate, backed by the church, condemned the strike.", 1),
        ("Troops were backed by the governor on Monday.", 1),
    ],
)
def test_who_stands_behind_armed_men_only_describes_them(text: str, expected: int) -> None:
    assert sum(m.type == "SUPPORT" for m in dateline.code(text).events) == expected


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("A diplomat who requested anonymity spoke of the harvest in Lima.", []),
        ("The source insisted on remaining anonymous.", []),
        ("The company declined a request for comment on Monday.", []),
        ("A request for comment left with the ministry was not returned.", []),
        ("Asked whether he would stay, the minister laughed.", []),
        ("The Federal Bureau of Investigation said he was well.", []),
        ("Police were gathering evidence about Thursday in a square in Lima.", ["ACCUSE"]),
        ("Police pulled over the driver a few blocks away.", []),
        ("The ministry sent out a press release on Monday.", []),
        ("If convicted, she faces up to 20 years in prison.", []),
        ("The rule protects threatened and endangered species.", []),
        ("Our thoughts and prayers are with the families, she said.", []),
        ("Critics appeared reluctant to criticise the president.", []),
        ("The company declined a request for help on Monday.", ["REJECT"]),
        ("The union insisted on a pay rise.", ["REQUEST"]),
        ("The minister was asked to resign on Monday.", ["REQUEST"]),
        ("Prayers were held in Gao on Friday.", ["GATHER"]),
        ("The army threatened to shell the town.", ["THREATEN"]),
        ("An investigation of the fraud was opened on Monday.", ["ACCUSE"]),
    ],
)
def test_plain_words_of_reports_tell_of_nothing(text: str, types: list[str]) -> None:
    assert [m.type for m in dateline.code(text).events] == types


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The bishop condemned the raid on Friday, deploring the use of dogs.", ["condemned"]),
        ("The bishop condemned the raid on Friday and deplored the use of dogs.", ["condemned", "deplored"]),
        ("Deploring the use of dogs, the bishop condemned the raid.", ["condemned"]),
        ("The bishop condemned the raid, accusing the sheriff of lying.", ["condemned", "accusing"]),
    ],
)
def test_a_participle_says_in_what_words_somebody_spoke(
    parse: Callable[[str], Parse], text: str, expected: list[str]
) -> None:
    tree = parse(text)
    told = join(tree, find_triggers(tree, BOOK))
    blamed = [h for h in told if h.type == "ACCUSE" and not is_none(tree, h, told, BOOK)]
    assert [tree.tokens[h.lead.head].text for h in blamed] == expected
