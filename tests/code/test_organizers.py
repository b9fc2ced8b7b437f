"""Who is called the organiser beside a happening."""

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
