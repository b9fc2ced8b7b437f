"""Titles are read as the sentences that they are."""

from __future__ import annotations

from datetime import date

import pytest

import dateline
from dateline.annotate.headlines import in_sentence_case


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Police Arrest 30 Protesters in Kampala", "Police arrest 30 protesters in Kampala"),
        ("POLICE ARREST 30 PROTESTERS IN KAMPALA", "Police arrest 30 protesters in Kampala"),
        ("UN Condemns Shelling of Hospital in Taiz", "UN condemns shelling of hospital in Taiz"),
        ("Thousands March in Lima Against Levy", "Thousands march in Lima against levy"),
        ("Bomb Kills Nine in March Near Lima", "Bomb kills nine in March near Lima"),
        ("Floods Kill Nine in Gaza Province", "Floods kill nine in Gaza Province"),
        ("Troops Leave City and Province", "Troops leave city and province"),
        ("Rebels Leave Upper Nile", "Rebels leave Upper Nile"),
        ("Peru and Chile in Lima", "Peru and Chile in Lima"),
        ("Police arrest Jane Roe in Lima", "Police arrest Jane Roe in Lima"),
        (
            "The Brigade left Lima on Monday and the Front stayed.",
            "The Brigade left Lima on Monday and the Front stayed.",
        ),
        ("LIMA", "LIMA"),
        ("The Lima Herald, 21 March 2023", "The Lima Herald, 21 March 2023"),
        ("Jane Roe (@JaneRoe) Police Desk", "Jane Roe (@JaneRoe) Police Desk"),
    ],
)
def test_a_title_becomes_a_sentence(title: str, expected: str) -> None:
    assert in_sentence_case(title) == expected


def test_the_text_tells_which_words_are_names() -> None:
    body = "\n\nOn Monday the Levy Front met. The marchers had a banner.\n"
    title = "Levy Front Tells Marchers to Leave"
    assert in_sentence_case(title + body) == "Levy Front tells marchers to leave" + body
    other = "\n\nThe levy was dropped. Nobody was in front of the hall.\n"
    assert in_sentence_case("Lima Levy Front Tells Marchers" + other).startswith("Lima levy front tells marchers")


@pytest.mark.parametrize(
    ("title", "type_", "roles"),
    [
        ("Gunmen Kill Nine in Attack on Mosque in Kano", "ASSAULT", ["Gunmen", "Nine", "Mosque"]),
        ("Turkey Recalls Ambassador From Paris", "SANCTION", ["Turkey", "Paris"]),
        ("Teachers Strike Over Pay in Nairobi", "PROTEST", ["Teachers"]),
    ],
)
def test_what_a_title_tells_is_coded_with_its_own_words(title: str, type_: str, roles: list[str]) -> None:
    told = dateline.code(f"{title}\n\nThe weather was dry on Friday.", published=date(2023, 3, 14)).events
    assert [(m.type, [a.text for a in m.arguments]) for m in told] == [(type_, roles)]
