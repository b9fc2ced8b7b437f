"""Whose wound was deadly, as far as others mourn him."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.annotate.mourned import is_mourned
from dateline.records import Parse


@pytest.mark.parametrize(
    ("text", "noun", "expected"),
    [
        ("Deputies carried the coffins of two men shot in Bor at the weekend.", "men", True),
        ("Hundreds held a vigil for three girls who were stabbed in Bor.", "girls", True),
        ("Neighbours attended the funeral of two boys shot in Bor.", "boys", True),
        ("Hundreds held a vigil for three girls who were wounded in Bor.", "girls", False),
        ("A surgeon cared for three girls who were stabbed in Bor.", "girls", False),
        ("Neighbours attended the trial of two boys shot in Bor.", "boys", False),
    ],
)
def test_who_is_mourned_did_not_live(parse: Callable[[str], Parse], text: str, noun: str, expected: bool) -> None:
    tree = parse(text)
    assert is_mourned(tree, next(t for t in tree.tokens if t.lower == noun)) is expected
