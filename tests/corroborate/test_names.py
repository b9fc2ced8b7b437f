import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.corroborate.names import fold, likeness, name_of, same_name

NONE: frozenset[str] = frozenset()


def name(text: str):  # type: ignore[no-untyped-def]
    found = name_of(text, NONE)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Qassem Darvishi", "Qasem Darvishi"),
        ("al-Muhandis", "Mohandes"),
        ("Yevhen Tkachenko", "Evhen Tkatchenko"),
        ("Colonel Dervish Aydin", "Aydın"),
        ("Northern Herders Union", "NHU"),
        ("Pande Dorai", "Pandedorai"),
        ("Łukasz Wójcik", "Lukasz Wojcik"),
    ],
)
def test_spellings_of_one_name(one: str, other: str) -> None:
    assert same_name(name(one), name(other))
    assert same_name(name(other), name(one))


@pytest.mark.parametrize(
    ("one", "other"),
    [("Hassan", "Hussein"), ("Karim Tesfaye", "Karim Abdela"), ("Anna Holm", "Ida Berg"), ("Ali", "Aly Keita")],
)
def test_names_of_different_bearers(one: str, other: str) -> None:
    assert not same_name(name(one), name(other))


def test_pronouns_and_articles_are_no_names() -> None:
    assert [name_of(text, NONE) for text in ("they", "He", "the", "")] == [None] * 4


def test_a_word_that_the_report_writes_small_is_a_description() -> None:
    lower = frozenset({"police"})
    police, rana = name_of("Police", lower), name_of("Rana", lower)
    assert police is not None
    assert rana is not None
    assert (police.proper, rana.proper) == (False, True)


@given(st.text(), st.text())
def test_any_text_has_a_likeness_that_is_the_same_both_ways(one: str, other: str) -> None:
    a, b = name_of(one, NONE), name_of(other, NONE)
    if a is not None and b is not None:
        assert likeness(a, b) == likeness(b, a)
        assert 0 <= likeness(a, b) <= 1
        assert likeness(a, a) == 1
    assert fold(fold(one)) == fold(one)
