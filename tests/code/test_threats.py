"""Measures that are to be taken on a condition, in coded sentences."""

from __future__ import annotations

import pytest

import dateline


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peru will expel the envoy unless Chile apologises.", {("THREATEN", "expel", "occurred")}),
        ("Chile will expel the envoy unless Peru apologises.", {("THREATEN", "expel", "occurred")}),
        ("Peru expelled the envoy on Monday.", {("SANCTION", "expel", "occurred")}),
        ("Peru will expel the envoy on Monday.", {("SANCTION", "expel", "planned")}),
        ("Peru will expel the envoy if Chile does not apologise.", {("THREATEN", "expel", "occurred")}),
        ("If Peru does not apologise, Chile will expel the envoy.", {("THREATEN", "expel", "occurred")}),
        ("Peru will expel the envoy if Chile apologises.", {("SANCTION", "expel", "hypothetical")}),
        ("Peru will not expel the envoy if Chile apologises.", {("SANCTION", "expel", "denied")}),
    ],
)
def test_only_a_condition_makes_a_measure_a_threat(text: str, expected: set[tuple[str, str | None, str]]) -> None:
    assert {(m.type, m.mode, m.status) for m in dateline.code(text).events} == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("If the police come back, I will burn the port.", {("THREATEN", "violence", "occurred")}),
        ("If the rebels come back, I will burn the port.", {("THREATEN", "violence", "occurred")}),
        ('"We will shoot them unless they leave," he said.', {("THREATEN", "violence", "occurred")}),
        ("If the police come back, they will shoot us.", {("ASSAULT", "shooting", "hypothetical")}),
        ('"We will not shoot them unless they come," he said.', {("ASSAULT", "shooting", "denied")}),
    ],
)
def test_force_that_the_speaker_will_use_is_a_threat(text: str, expected: set[tuple[str, str | None, str]]) -> None:
    assert {(m.type, m.mode, m.status) for m in dateline.code(text).events} == expected


def test_who_is_threatened_is_he_with_whom_it_lies() -> None:
    (threat,) = dateline.code("If the police come back, I will burn the port.").events
    assert [(a.role, a.text) for a in threat.arguments] == [("actor", "I"), ("recipient", "the police")]
    (threat,) = dateline.code("If the gas flows again, we will bomb the port.").events
    assert [(a.role, a.text) for a in threat.arguments] == [("actor", "we")]


@pytest.mark.parametrize(
    "text",
    [
        "Should a lorry be robbed, the charity warned, it would suspend its work.",
        "If a lorry is robbed, the charity warned, it would suspend its work.",
    ],
)
def test_a_warning_has_been_given_whatever_its_condition(text: str) -> None:
    assert [m.status for m in dateline.code(text).events if m.type == "THREATEN"] == ["occurred"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Release the nurses!", {("REQUEST", "yield", "occurred")}),
        ("The nurses must be released now.", {("REQUEST", "yield", "occurred")}),
        ("Minister Dole must resign.", {("REQUEST", "change", "occurred")}),
        ("The nurses were released.", {("RETREAT", "release", "occurred")}),
        ("The nurses will be released.", {("RETREAT", "release", "planned")}),
        ("The nurses must not be released.", {("RETREAT", "release", "hypothetical")}),
        ("Minister Dole must resign if he loses the vote.", {("RETREAT", "resign", "hypothetical")}),
    ],
)
def test_what_must_be_given_way_in_is_demanded(text: str, expected: set[tuple[str, str | None, str]]) -> None:
    assert {(m.type, m.mode, m.status) for m in dateline.code(text).events} == expected


@pytest.mark.parametrize("text", ["Minister Dole must resign.", "Governor Roe must resign."])
def test_a_demand_is_made_of_who_must_give_way(text: str) -> None:
    (mention,) = dateline.code(text).events
    assert [(a.role, a.text) for a in mention.arguments] == [("recipient", text.removesuffix(" must resign."))]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The governor of Chubut said he would impose a curfew if the riots went on.", "restrict"),
        ("Peru said it would expel the envoy if Chile took the island.", "expel"),
        ("The ministry has warned that it will revoke the licences of two stations.", "restrict"),
        ("The army said it would arrest anyone who went near the bridge.", "arrest"),
        ("The former rebels say they will take up arms again unless they are paid.", "violence"),
        ("The militia said it would march on Lima if its men were not freed.", "violence"),
        ('"If they send the army, we will close our ports to their tankers," he said.', "restrict"),
    ],
)
def test_what_somebody_says_he_will_do_on_a_condition_is_his_threat(text: str, kind: str) -> None:
    assert ("THREATEN", kind, "occurred") in {(m.type, m.mode, m.status) for m in dateline.code(text).events}


@pytest.mark.parametrize(
    "text",
    [
        "The bishop said the army would shoot the men if they left.",  # what others would do
        "The army said it would arrest the two men on Friday.",
        "The navy said it would send ships if it was asked to.",
        "The governor said he would not impose a curfew if the riots went on.",
    ],
)
def test_what_others_will_do_or_without_a_condition_is_no_threat(text: str) -> None:
    assert "THREATEN" not in {m.type for m in dateline.code(text).events}


def test_what_somebody_is_threatened_with_is_no_happening() -> None:
    told = [
        (m.type, [a.role for a in m.arguments])
        for m in dateline.code("Police threatened the villagers with arrest.").events
    ]
    assert told == [("THREATEN", ["actor", "recipient"])]


def test_a_body_that_something_will_be_done_to_is_threatened() -> None:
    (threat,) = dateline.code("The prime minister said he would dissolve parliament if the bill was voted down.").events
    assert [(a.role, a.text) for a in threat.arguments] == [("actor", "he"), ("recipient", "parliament")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rebels gave the army until Monday to leave the town.", [("THREATEN", "occurred", None)]),
        ("Residents have been given until Monday to leave their homes.", [("THREATEN", "occurred", None)]),
        ("Anyone who breaks the curfew will be arrested, the governor warned.", [("THREATEN", "occurred", None)]),
    ],
)
def test_a_deadline_and_what_nobody_may_do(text: str, expected: list[tuple[str, str, None]]) -> None:
    told = dateline.code(text, published="2023-03-14").events
    assert [(m.type, m.status, m.time) for m in told] == expected


def test_the_strike_lasts_until_its_end() -> None:
    assert [m.type for m in dateline.code("The nurses were on strike until Monday.").events] == ["PROTEST"]
