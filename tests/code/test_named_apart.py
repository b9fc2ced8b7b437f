"""Who is named apart from the words of a happening: its organiser, and whom a denial clears of it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.pipeline import make_coder
from dateline.read import read_text
from dateline.records import Reading


@pytest.fixture(scope="module")
def coded() -> Callable[[str], Reading]:
    coder = make_coder()

    def run(text: str) -> Reading:
        (done,) = coder.code([read_text(text)])
        assert isinstance(done, Reading)
        return done

    return run


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Some 700 people marched through Turku. The organisers, Clean Rivers, spoke of 3,000.",
            [["Clean Rivers"], ["Clean Rivers"]],
        ),
        ("Some 700 people marched through Turku. The organisers spoke of 3,000.", [[], []]),
        ("Some 700 people blocked the road to Turku. The organisers, Clean Rivers, are content.", [[]]),
    ],
)
def test_the_name_beside_the_word(coded: Callable[[str], Reading], text: str, expected: list[list[str]]) -> None:
    found = [[a.text for a in m.arguments if a.role == "organizer"] for m in coded(text).events]
    assert found == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A trader was beaten on Monday, his lawyer says. The police denied this.", "The police"),
        ("A bus was shelled on Monday, residents say. France denied any part in it.", "France"),
        ("A trader was beaten on Monday, his lawyer says. The doctor denied this.", None),
    ],
)
def test_whom_a_denial_clears(coded: Callable[[str], Reading], text: str, expected: str | None) -> None:
    denied = next(m for m in coded(text).events if m.status == "denied")
    assert next((a.text for a in denied.arguments if a.role == "perpetrator"), None) == expected
