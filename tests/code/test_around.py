"""Roles that another clause or sentence fills, on whole readings."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.records import EventMention

Coded = Callable[[str], tuple[EventMention, ...]]


def roles(mentions: tuple[EventMention, ...], type_: str, mode: str | None) -> list[tuple[str, str, str]]:
    """Return role, words and basis of the last mention of a kind."""
    mention = [m for m in mentions if (m.type, m.mode) == (type_, mode)][-1]
    return [(a.role, a.text, a.basis) for a in mention.arguments]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Riot police cleared the square and six people were arrested.", ("actor", "Riot police", "stated")),
        ("Soldiers beat two traders in Bor. Four were arrested.", ("actor", "Soldiers", "inherited")),
        ("Twelve marchers were bundled into a police van.", ("actor", "police", "stated")),
        ("Officers sealed the road at noon. A student was detained.", ("actor", "Officers", "inherited")),
        (
            "Gendarmes cleared the road near Bor. Nine youths were taken into custody.",
            ("actor", "Gendarmes", "inherited"),
        ),
        ("Police closed the road. No arrests were made.", ("actor", "Police", "inherited")),
        ("Police moved the pickets away. Nobody was detained.", ("actor", "Police", "inherited")),
        ("Ten men were held, said police chief Lena Roth.", ("actor", "police", "stated")),
        (
            "Inspector Lena Roth of the state police said no one had been arrested.",
            ("actor", "the state police", "stated"),
        ),
        (
            "Riot police cleared the square in Bor. He said 14 people had been detained.",
            ("actor", "Riot police", "inherited"),
        ),
        (
            "Riot police cleared the square in Bor on 3 May 2022. It was hot. It rained. The shops were shut. "
            "On 3 May 2022 nine men were arrested.",
            ("actor", "Riot police", "inherited"),
        ),
    ],
)
def test_who_arrests_is_the_force_told_of(coded: Coded, text: str, expected: tuple[str, str, str]) -> None:
    assert expected in roles(coded(text), "COERCE", "arrest")


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen shot at a bus near Bor. Two men were arrested.",  # no force of order
        "No arrests were made, the mayor said.",
        "Ten students were arrested, Inspector Lena Roth said.",
        "Two officers were hurt. Four men were arrested.",
        "Troops stormed the barracks. Nine soldiers were arrested.",  # by whom is not told
    ],
)
def test_an_arrest_may_stay_without_a_doer(coded: Coded, text: str) -> None:
    assert "actor" not in [role for role, _, _ in roles(coded(text), "COERCE", "arrest")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Gunmen kidnapped six clerks near Arauca in May. They were freed in July.", ["Gunmen"]),
        ("Rebels abducted a priest and two nuns in Goma. The nuns were released on Tuesday.", ["Rebels"]),
        ("Rebels abducted two geologists in Goma. One of them was let go on Tuesday.", ["Rebels"]),
        ("Pirates kidnapped a pilot off Lagos in May. His guide was let go after a week.", ["Pirates"]),
        ("Gunmen kidnapped six clerks in May. They were freed when a patrol stormed a hut.", []),
        ("Gunmen kidnapped a priest in May. Police freed him in July.", ["Police"]),
        ("Gunmen kidnapped a priest in Goma in May. The bishop was released from hospital.", []),
        ("Gunmen kidnapped a priest in Goma in May. In Lima, three tourists were freed.", []),
        ("Police arrested 12 students in Goma. They were released on Friday.", ["Police"]),
        ("Police arrested 12 students in Goma. Two of them were released without charge.", ["Police"]),
        ("Police arrested 12 students in Goma. The court heard them at noon. They were released.", []),
        ("Police arrested 12 students in Goma. A judge released them on Friday.", ["A judge"]),
    ],
)
def test_who_lets_go_is_who_took_them_away(coded: Coded, text: str, expected: list[str]) -> None:
    assert [words for role, words, _ in roles(coded(text), "RETREAT", "release") if role == "actor"] == expected


def test_who_sets_free_is_who_held_them(coded: Coded) -> None:
    found = coded("Troops detained nine men in Bor, and all of them were released by midnight.")
    assert ("actor", "Troops", "stated") in roles(found, "RETREAT", "release")


def test_who_is_dispersed_is_the_crowd_told_of(coded: Coded) -> None:
    found = coded("Students threw stones at the town hall, and police used tear gas.")
    assert ("recipient", "Students", "stated") in roles(found, "COERCE", "crowd-control")


def test_what_is_asked_after_a_talk_is_asked_of_the_other_side(coded: Coded) -> None:
    found = coded("The president met the Kenyan envoy on Monday and asked for help.")
    assert ("recipient", "the Kenyan envoy", "stated") in roles(found, "REQUEST", "assist")


def test_a_force_that_denies_a_deed_is_its_doer(coded: Coded) -> None:
    found = coded("The army denies that any farmer was beaten.")
    assert ("perpetrator", "The army", "stated") in roles(found, "ASSAULT", "beating")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Colonel Adam Roth, for the army, denied any shelling of Bor.", ["the army"]),
        ("The police closed the camp. They denied that anyone had been beaten.", ["They"]),
        ("The company denied that anyone had been beaten.", []),
        ("Adam Roth, for the nurses, denied that anyone had been beaten.", []),
    ],
)
def test_who_denies_for_a_force_names_it(coded: Coded, text: str, expected: list[str]) -> None:
    (denied,) = [m for m in coded(text) if m.type == "ASSAULT"]
    assert [a.text for a in denied.arguments if a.role == "perpetrator"] == expected


def test_what_is_impounded_is_by_the_force_told_of(coded: Coded) -> None:
    told = "A navy patrol stopped a trawler off Dakar. Two boats were seized."
    assert ("actor", "A navy patrol", "inherited") in roles(coded(told), "COERCE", "seizure")


def test_a_bare_number_of_dead_names_no_doer(coded: Coded) -> None:
    found = coded(
        "Rebels shelled a market in Bor on Monday, killing nine people. Doctors said that twelve were killed."
    )
    assert "perpetrator" not in [role for role, _, _ in roles(found, "ASSAULT", "shelling")]


@pytest.mark.parametrize(
    ("text", "mode", "expected"),
    [
        ("Mourners gathered in Tyre to commemorate Anna Roe. Thousands attended the funeral.", "funeral", "Anna Roe"),
        (
            "Admirers commemorated Jonas Roe in Riga. In Tartu, pupils laid wreaths at his school.",
            "commemoration",
            "Jonas Roe",
        ),
    ],
)
def test_who_is_remembered_stays_so(coded: Coded, text: str, mode: str, expected: str) -> None:
    assert expected in [words for role, words, _ in roles(coded(text), "GATHER", mode) if role == "honouree"]


def test_a_new_vigil_is_for_whom_its_words_say(coded: Coded) -> None:
    mentions = coded("Admirers commemorated Jonas Roe in Riga. A procession is planned in Tartu.")
    assert "honouree" not in [role for role, _, _ in roles(mentions, "GATHER", "procession")]


def test_what_only_points_back_has_the_people_told_of_before(coded: Coded) -> None:
    before = "Bakers in Lyon went on strike on Monday. "
    later = roles(coded(before + "The strike will end on Friday, their union said."), "PROTEST", "strike")
    assert ("actor", "Bakers", "inherited") in later
    other = roles(coded(before + "The strike of 2018 had lasted a month."), "PROTEST", "strike")
    assert ("actor", "Bakers", "inherited") not in other


@pytest.mark.parametrize(
    ("text", "type_", "mode"),
    [
        ("Rights groups called for the release of the men.", "REQUEST", "yield"),
        ("The envoy called for the reporter, Dan Roe, to be readmitted.", "REQUEST", None),
        ("Lawyers asked for the dismissal of the prison chief.", "REQUEST", "change"),
        ("Oslo refused to extradite the two brothers to Riga.", "REJECT", None),
    ],
)
def test_who_is_to_be_freed_is_not_who_is_asked(coded: Coded, text: str, type_: str, mode: str | None) -> None:
    assert "recipient" not in [role for role, _, _ in roles(coded(text), type_, mode)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Farmers demanded the release of nine men from the army.", "the army"),
        ("The union demanded the resignation of the minister.", "the minister"),
    ],
)
def test_who_is_asked_stays(coded: Coded, text: str, expected: str) -> None:
    found = [m for m in coded(text) if m.type == "REQUEST"][-1]
    assert [a.text for a in found.arguments if a.role == "recipient"] == [expected]


def test_who_calls_his_envoy_home_acts_against_the_other_state(coded: Coded) -> None:
    found = roles(coded("Peru withdrew its ambassador from Chile on Friday."), "SANCTION", "withdraw")
    assert [words for role, words, _ in found if role == "recipient"] == ["Chile"]


def test_a_guest_by_whom_a_vigil_is_attended_does_not_hold_it(coded: Coded) -> None:
    found = roles(
        coded("A vigil for two divers was held on Sunday, attended by the mayor, Ana Roe."), "GATHER", "vigil"
    )
    assert ("attendee", "the mayor", "stated") in found
    assert "actor" not in [role for role, _, _ in found]


@pytest.mark.parametrize(
    ("text", "mode", "expected"),
    [
        ("The envoy flew to Oslo for talks with rebel leaders.", "visit", ("recipient", "rebel leaders", "stated")),
        ("The envoy flew to Oslo for talks with rebel leaders.", "visit", ("actor", "The envoy", "stated")),
        (
            "The premier flew to Lima to negotiate with the growers; the talks ended without result.",
            "meeting",
            ("recipient", "the growers", "stated"),
        ),
    ],
)
def test_who_travels_for_talks_and_whose_the_talks_were(
    coded: Coded, text: str, mode: str, expected: tuple[str, str, str]
) -> None:
    assert expected in roles(coded(text), "CONSULT", mode)


def test_whom_a_source_counts_as_arrested_somebody_arrested(coded: Coded) -> None:
    text = "Police closed the square in Riga on Monday. A lawyer said that nine students had been arrested."
    assert "actor" not in [role for role, _, _ in roles(coded(text), "COERCE", "arrest")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Soldiers fired at the hall in Riga. Ten men were arrested.", True),
        ("Soldiers fired at the hall in Riga. The man had been arrested in several towns.", False),
        ("Police raided the hall in Riga. The owner had been detained twice.", False),
    ],
)
def test_earlier_arrests_are_not_by_those_told_of_before(coded: Coded, text: str, expected: bool) -> None:
    assert ("actor" in [role for role, _, _ in roles(coded(text), "COERCE", "arrest")]) is expected


def test_whose_killing_somebody_is_charged_with(coded: Coded) -> None:
    told = "A doctor was shot dead in Lima on Friday. Maria Roe was charged with the killing on Monday."
    assert ("victim", "A doctor", "inherited") in roles(coded(told), "ASSAULT", None)
    other = "A doctor was shot dead in Lima on Friday. Maria Roe was charged with the killing of a nurse on Monday."
    assert ("victim", "a nurse", "stated") in roles(coded(other), "ASSAULT", None)
    assert "A doctor" not in [text for _, text, _ in roles(coded(other), "ASSAULT", None)]


def test_a_sniper_arrests_nobody(coded: Coded) -> None:
    told = "Two hairs were found where the sniper fired. A man was arrested."
    assert "actor" not in [role for role, _, _ in roles(coded(told), "COERCE", "arrest")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Police arrested two students in Minsk on Monday. They were beaten in custody.", ["Police"]),
        ("Two men were slapped and kicked at the police station in Bor.", ["police"]),
        ("Gunmen seized two nurses in Jos in May. They were beaten every day.", ["Gunmen"]),
        ("Soldiers detained nine herders near Gao. One of them was tortured.", ["Soldiers"]),
        ("He was beaten by guards in his cell.", ["guards"]),
        ("Police arrested two students in Minsk on Monday. A shopkeeper was beaten.", []),
        ("A boy was beaten in a school in Leeds.", []),
    ],
)
def test_who_is_beaten_in_custody_is_beaten_by_his_keepers(coded: Coded, text: str, expected: list[str]) -> None:
    beaten = [m for m in coded(text) if m.mode in ("beating", "torture")][-1]
    assert [a.text for a in beaten.arguments if a.role == "perpetrator"] == expected
