"""A name with "and" in it stays whole where its short form stands behind it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.records import Parse


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("The Union of Miners and Smelters (UMS) marched in Lima.", "Smelters", ("nmod", "Miners")),
        ("The Islamic Front of Mali and Azawad (IFMA) attacked Gao.", "Azawad", ("nmod", "Mali")),
        ("The Northern Front of Togo and Al-Mina (NFTM) attacked Gao.", "Mina", ("nmod", "Togo")),
        ("The Union of Miners (UM) and Nurses marched in Lima.", "Nurses", ("conj", "Union")),
    ],
)
def test_the_letters_tell_how_far_a_name_goes(
    parse: Callable[[str], Parse], text: str, word: str, expected: tuple[str, str]
) -> None:
    tokens = parse(text).tokens
    token = next(t for t in tokens if t.text == word)
    assert (token.dep, tokens[token.head].text) == expected


def test_letters_of_another_name_join_nothing(parse: Callable[[str], Parse]) -> None:
    tokens = parse("The Union of Miners and the Free Brigade (FBX) attacked Gao.").tokens
    assert next(t for t in tokens if t.text == "Brigade").dep == "conj"


def test_the_same_words_further_on_are_one_name_too(parse: Callable[[str], Parse]) -> None:
    text = "The Islamic Front of Mali and Azawad (IFMA) attacked Gao. The Islamic Front of Mali and Azawad fled."
    tokens = parse(text).tokens
    assert [t.dep for t in tokens if t.text == "Azawad"] == ["nmod", "nmod"]
