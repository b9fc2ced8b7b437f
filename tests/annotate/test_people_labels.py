"""Names of peoples and armed groups before a noun get their label."""

from __future__ import annotations

import pytest

from dateline.annotate.people_labels import label_peoples
from dateline.records import Token


@pytest.mark.parametrize(
    ("word", "entity", "expected"),
    [
        ("Azerbaijani", "PERSON", "NORP"),
        ("Ukrainian", "GPE", "NORP"),
        ("Houthi", "", "ORG"),
        ("Monday", "DATE", "DATE"),
        ("Berlin", "GPE", "GPE"),
    ],
)
def test_labels(word: str, entity: str, expected: str) -> None:
    out = [
        Token(0, word, word.lower(), "ADJ", "JJ", "amod", 1, 0, 0, len(word), entity, word.lower()),
        Token(1, "forces", "force", "NOUN", "NNS", "ROOT", 1, 0, 20, 26, "", "forces"),
    ]
    label_peoples(out)
    assert out[0].entity == expected
