import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.reference.gazetteer import names
from dateline.reference.gazetteer.supplement import articles


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Mazar-e-Sharif", "mazar e sharif"),
        ("Córdoba", "CORDOBA"),
        ("St. Louis", "Saint Louis"),
        ("Ṣan‘ā’", "Sana"),
        ("Đà Nẵng", "Da Nang"),
        ("Mount Vernon", "Mt. Vernon"),
    ],
)
def test_key_levels_spelling(one: str, other: str) -> None:
    assert names.key(one) == names.key(other)


def test_key_keeps_other_scripts() -> None:
    assert names.key("Москва") == "москва"
    assert names.key("تهران") == "تهران"


@pytest.mark.parametrize("article", sorted(articles().leading))
def test_every_leading_article_can_be_left_out(article: str) -> None:
    assert names.bare(f"{article} rumaythah") == "rumaythah"


@pytest.mark.parametrize("article", sorted(articles().inside | articles().usual))
def test_every_article_inside_a_name_is_silent(article: str) -> None:
    assert names.skeleton(f"nur {article} rumaythah") == names.skeleton("nur rumaythah")


def test_bare_drops_an_arabic_article_only_before_a_name() -> None:
    assert names.bare("ad diwaniyah") == "diwaniyah"
    assert names.bare("al x") == "al x"
    assert names.bare("aleppo") == "aleppo"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("nureddine", "nur ad din"),
        ("tirunelvely", "tirunelveli"),
        ("diwaniya", "ad diwaniyah"),
        ("qamishli", "kamishly"),
    ],
)
def test_skeleton_is_the_same_for_romanisations(one: str, other: str) -> None:
    assert names.skeleton(one) == names.skeleton(other) != ""


def test_skeleton_tells_different_names_apart() -> None:
    assert names.skeleton("baghdad") != names.skeleton("basra")


@given(st.text())
def test_any_text_has_keys(text: str) -> None:
    key = names.key(text)
    assert names.key(key) == key or not text.isascii()
    names.skeleton(key)
    assert 0 <= names.code(key) < 2**64


def test_names_in_ad_din_have_joined_spellings() -> None:
    assert {"nureddine", "nuruddin"} <= set(names.joined_din("nur ad din"))
    assert names.joined_din("london") == []
