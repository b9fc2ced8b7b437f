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
