"""Who is party to an act further down in its phrases, in coded sentences."""

from __future__ import annotations

import pytest

import dateline


def parties(text: str, type_: str) -> set[tuple[str, str]]:
    return {(a.role, a.text) for m in dateline.code(text).events if m.type == type_ for a in m.arguments}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The editor was released from jail on Monday.", {("recipient", "The editor")}),
        ("Maria Roe was released from a prison in Lima.", {("recipient", "Maria Roe")}),
        ("Rebels released two nuns from captivity.", {("actor", "Rebels"), ("recipient", "two nuns")}),
        ("The court released the clerk on bail.", {("actor", "The court"), ("recipient", "the clerk")}),
    ],
)  # fmt: skip
def test_where_somebody_was_held_is_no_party_to_his_release(text: str, expected: set[tuple[str, str]]) -> None:
    assert parties(text, "RETREAT") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The party warned the rector that he would be arrested if he called people onto the streets.",
         {("actor", "The party"), ("recipient", "the rector")}),
        ("The governor warned teachers that they would be sacked unless they returned.",
         {("actor", "The governor"), ("recipient", "teachers")}),
        ("Chad threatened to expel them on Friday.", {("actor", "Chad"), ("recipient", "them")}),
        ("Iran warned that it would close the border if Pakistan did not pay.",
         {("actor", "Iran"), ("recipient", "Pakistan")}),
    ],
)  # fmt: skip
def test_who_is_warned_is_named_once(text: str, expected: set[tuple[str, str]]) -> None:
    assert parties(text, "THREATEN") == expected


@pytest.mark.parametrize(
    ("text", "type_", "status"),
    [
        ("Kenya dismissed Togo's protest over the flights.", "REJECT", "occurred"),
        ("The foreign minister dismissed the protest as baseless.", "REJECT", "occurred"),
        ("The mayor dismissed two clerks after the protest.", "SANCTION", "occurred"),
    ],
)
def test_a_protest_that_is_dismissed_has_been_made(text: str, type_: str, status: str) -> None:
    told = {(m.type, m.status) for m in dateline.code(text).events}
    assert (type_, status) in told
    assert ("PROTEST", "denied") not in told


@pytest.mark.parametrize(
    ("text", "type_", "expected"),
    [
        ("Mali rejected the offer and said the convoy had crossed Malian territory.", "REJECT", {("actor", "Mali")}),
        ("The minister refused to testify about the killing of five miners by soldiers.", "REJECT",
         {("actor", "The minister")}),
        ("France sent a team of doctors to Juba.", "AID", {("actor", "France"), ("recipient", "Juba")}),
        ("Norway sent blankets to refugees in Juba.", "AID", {("actor", "Norway"), ("recipient", "refugees")}),
        ("Mali rejected an offer by Niger.", "REJECT", {("actor", "Mali"), ("recipient", "Niger")}),
        ("Mali condemned and expelled the French envoy.", "SANCTION",
         {("actor", "Mali"), ("recipient", "the French envoy")}),
    ],
)  # fmt: skip
def test_who_is_only_spoken_of_or_sent_is_not_addressed(text: str, type_: str, expected: set[tuple[str, str]]) -> None:
    assert parties(text, type_) == expected


def test_a_party_is_named_once() -> None:
    text = "The troops completed their withdrawal from Goma on Monday."
    assert "their" not in [words for _, words in parties(text, "RETREAT")]


def test_whom_help_is_for_stands_beside_the_gift() -> None:
    assert ("recipient", "Morocco") in parties("Spain offered Morocco help after the earthquake.", "AID")


@pytest.mark.parametrize(
    ("text", "type_", "words"),
    [
        ("Hundreds marched in Osh to demand weapons for the villages.", "PROTEST", "the villages"),
        (
            "Dockers went on strike against a plan to lease the wharf to a foreign company.",
            "PROTEST",
            "a foreign company",
        ),
        ("The mayor demanded weapons for the villages.", "REQUEST", "the villages"),
        ("Burundi has agreed to send 900 soldiers to Goma.", "AGREE", "900 soldiers"),
        ("Parliament approved the deal on Wednesday by 68 votes to 40.", "AGREE", "40"),
        ("Prosecutors opened an investigation into the purchase of forty-two buses.", "ACCUSE", "forty-two buses"),
    ],
)
def test_what_is_dealt_with_or_meant_for_somebody_is_no_party(text: str, type_: str, words: str) -> None:
    found = parties(text, type_)
    assert found
    assert ("recipient", words) not in found


def test_who_is_to_do_what_a_crowd_demands_is_asked() -> None:
    assert ("recipient", "the ministry") in parties("Teachers marched to demand that the ministry pay them.", "PROTEST")


def test_who_orders_what_is_done_to_somebody_does_it() -> None:
    assert ("actor", "The court") in parties("The court ordered that Kiplagat be released on bail.", "RETREAT")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The troops were withdrawn from Goma on Monday.", {("actor", "The troops")}),
        ("Kenya withdrew its troops from Goma on Monday.", {("actor", "Kenya")}),
        ("The troops were withdrawn from Goma by Kenya on Monday.", {("actor", "Kenya")}),
    ],
)
def test_who_is_withdrawn_leaves(text: str, expected: set[tuple[str, str]]) -> None:
    assert parties(text, "RETREAT") == expected


def test_what_is_got_for_somebody_is_no_party() -> None:
    found = parties("He was held for hours in Riga until monks obtained his release.", "RETREAT")
    assert found == {("actor", "monks")}


@pytest.mark.parametrize("deed", ["jailing", "burning", "gagging", "imprisonment"])
def test_a_deed_that_is_condemned_is_no_party(deed: str) -> None:
    found = parties(f"The press union condemned the {deed} of the editor.", "ACCUSE")
    assert found == {("actor", "The press union")}


def test_whoever_is_condemned_is_a_party() -> None:
    assert ("recipient", "the editor") in parties("The press union condemned the editor.", "ACCUSE")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Police fired tear gas at demonstrators in Lima.", {("actor", "Police"), ("recipient", "demonstrators")}),
        ("Soldiers fired tear gas into a crowd in Lima.", {("actor", "Soldiers"), ("recipient", "a crowd")}),
        ("Police fired tear gas at noon in Lima.", {("actor", "Police")}),
        ("Police fired tear gas into a mosque in Oran.", {("actor", "Police"), ("target", "a mosque")}),
        ("Police fired water cannon at a building in Oran.", {("actor", "Police"), ("target", "a building")}),
    ],
)
def test_at_whom_gas_is_fired(text: str, expected: set[tuple[str, str]]) -> None:
    assert parties(text, "COERCE") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kuwait donated $10 million on Sunday.", {("actor", "Kuwait")}),
        ("Japan pledged $6 million in aid on Monday.", {("actor", "Japan")}),
        ("Japan pledged $6 million in aid to Chad on Monday.", {("actor", "Japan"), ("recipient", "Chad")}),
    ],
)
def test_no_sum_is_given_anything(text: str, expected: set[tuple[str, str]]) -> None:
    assert parties(text, "AID") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A warrant was issued against a third man.", {("recipient", "a third man")}),
        ("Judges had issued a warrant for his arrest.", {("actor", "Judges"), ("recipient", "his")}),
        ("A summons was issued against the bishop.", {("recipient", "the bishop")}),
        ("Such accusations have been levelled against Mayor John Hill.", {("recipient", "Mayor John Hill")}),
        ("Allegations of fraud were levelled against the board.", {("recipient", "the board")}),
        ("The union accused the guards of abuse.", {("actor", "The union"), ("recipient", "the guards")}),
        ("Prosecutors charged a clerk of the court.", {("actor", "Prosecutors"), ("recipient", "a clerk of the court")}),
    ],
)  # fmt: skip
def test_a_charge_is_not_who_is_charged(text: str, expected: set[tuple[str, str]]) -> None:
    assert parties(text, "ACCUSE") == expected


@pytest.mark.parametrize(
    ("text", "type_", "expected"),
    [
        ("A court in Lima jailed a boxer for two years.", "SANCTION", ("recipient", "a boxer")),
        ("A Swansea mum was jailed for two years.", "SANCTION", ("recipient", "A Swansea mum")),
        ("A failed asylum seeker was jailed for two years.", "SANCTION", ("recipient", "A failed asylum seeker")),
    ],
)
def test_whom_a_verb_can_only_be_done_to(text: str, type_: str, expected: tuple[str, str]) -> None:
    assert expected in parties(text, type_)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nurses demanded the resignation of the mayor.", {("actor", "Nurses"), ("recipient", "the mayor")}),
        ("Roe demanded her freedom as the boy's only guardian.", {("actor", "Roe")}),
        ("Roe called for a new probe led by the church.", {("actor", "Roe")}),
        ("Roe wrote a letter demanding that the boy be returned to her.", {("actor", "Roe")}),
    ],
)
def test_who_gets_or_makes_what_is_demanded_is_not_asked(text: str, expected: set[tuple[str, str]]) -> None:
    assert parties(text, "REQUEST") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Parliament threw out a motion against the speaker.", set()),
        ("The minister rejected a demand by the union.", {"the union"}),
        ("The union rejected a demand by the minister.", {"the minister"}),
    ],
)
def test_whom_a_rejected_motion_is_against_did_not_ask_for_it(text: str, expected: set[str]) -> None:
    (refusal,) = [m for m in dateline.code(text).events if m.type == "REJECT"]
    assert {a.text for a in refusal.arguments if a.role == "recipient"} == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The minority demanded a settlement that would unite the island.", set()),
        ("Villagers demanded a road that serves both camps.", set()),
        ("The lawyers urged the judges who knew the case to resign.", {"the judges"}),
        ("The lawyers demanded that the council open a school.", {"the council"}),
    ],
)
def test_what_is_demanded_is_no_party_though_a_clause_describes_it(text: str, expected: set[str]) -> None:
    asked = [a for m in dateline.code(text).events if m.type == "REQUEST" for a in m.arguments if a.role == "recipient"]
    assert {a.text for a in asked} == expected
