"""Where a broadcaster sits is not where things happen."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.records import Parse, Span, Toponym
from dateline.resolve.sign_on import signs_on


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("For The Planet, this is Ada Roe in the newsroom in Lima.", True),
        ("For the Globe, I'm Ada Roe in Lima.", True),
        ("This is the town of Lima.", False),
        ("This was the third march in Lima.", False),
        ("Ada Roe is in Lima.", False),
    ],
)
def test_who_only_says_where_he_sits(parse: Callable[[str], Parse], text: str, expected: bool) -> None:
    start = text.index("Lima")
    assert signs_on(parse(text), Toponym(span=Span(start, start + 4), text="Lima")) is expected
