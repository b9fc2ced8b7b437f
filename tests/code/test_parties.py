"""Who is party to an act further down in its phrases, in coded sentences."""

from __future__ import annotations

import pytest

import dateline


def parties(text: str, type_: str) -> set[tuple[str, str]]:
    return {(a.role, a.text) for m in dateline.code(text).events if m.type == type_ for a in m.arguments}


@pytest.mark.parametrize(
    ("first", "second"),
    [("Peru", "Chile"), ("Chile", "Peru"), ("Kenya", "Togo")],
)
def test_a_plural_noun_names_both_sides(first: str, second: str) -> None:
    text = f"The leaders of {first} and {second} met in Lima on Monday."
    assert parties(text, "CONSULT") == {("actor", f"The leaders of {first}"), ("recipient", second)}


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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Allegations of corruption shook the town of Tacna.", set()),
        ("Accusations of theft were levelled against the nurses.", {("recipient", "the nurses")}),
        ("Prosecutors filed a charge of fraud against two men.", {("actor", "Prosecutors"), ("recipient", "two men")}),
        ("The prosecutor welcomed the indictment of the editor.", {("recipient", "the editor")}),
    ],
)
def test_what_a_charge_is_about_is_no_party(text: str, expected: set[tuple[str, str]]) -> None:
    assert parties(text, "ACCUSE") == expected


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
