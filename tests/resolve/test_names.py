from __future__ import annotations

import pytest

from dateline.resolve.names import same_person, same_word, sound, words_of


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("qassem", "ghasem"), ("qasem", "qassim"), ("muhandis", "mohandes"), ("mohammed", "muhammad"), ("zelensky", "zelenskyy"),
        ("gaddafi", "qaddafi"), ("hussein", "husayn"), ("yusuf", "yousef"), ("khamenei", "khamenei"), ("karaman", "caraman"),
        ("tchaikovsky", "chaikovsky"), ("dmitry", "dmitri"), ("suleiman", "soleyman"),
    ],
)  # fmt: skip
def test_spellings_of_one_name_are_one(a: str, b: str) -> None:
    assert same_word(a, b)


@pytest.mark.parametrize(
    ("a", "b"),
    [("ali", "ala"), ("hassan", "hamid"), ("roe", "row"), ("maria", "marko"), ("petrov", "pavlov"), ("omar", "emil")],
)
def test_different_names_stay_apart(a: str, b: str) -> None:
    assert not same_word(a, b)


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("Jane Roe", "Roe", True),
        ("J. Roe", "Jane Roe", True),
        ("Qassem al-Tavani", "Ghasem Tavani", True),
        ("Jane Roe", "John Roe", False),
        ("Jane Roe", "Jane Doe", False),
        ("J. R.", "Jane Roe", False),
    ],
)
def test_a_person_is_known_by_surname_initial_or_spelling(a: str, b: str, *, same: bool) -> None:
    assert same_person(a, b) is same
    assert same_person(b, a) is same


def test_particles_are_no_part_of_a_name() -> None:
    assert words_of("Umm Salma al-Tavani") == ("umm", "salma", "tavani")
    assert words_of("Al") == ("al",)


def test_a_leading_vowel_is_one_sound() -> None:
    assert sound("umar") == sound("omar")
