"""An age behind a name."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.records import Parse
from dateline.reference.ages import has_age


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hask, 26, was held in Lima.", True),
        ("Hask, aged 26, was held in Lima.", True),
        ("Hask, 2015, was a year of grief.", False),
        ("Hask, 3, and Bellig, 4, met.", False),
        ("Hask, 26 miles from Lima, was held.", False),
        ("Hask 26, Lima 3.", False),
        ("Hask, 26", False),
    ],
)
def test_an_age_stands_between_commas(parse: Callable[[str], Parse], text: str, expected: bool) -> None:
    assert has_age(parse(text).tokens, 0) is expected
