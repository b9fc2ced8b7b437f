"""Words that are the act, and the day of their saying."""

from __future__ import annotations

from datetime import date

import pytest

import dateline


def _day(text: str, type_: str) -> date | None:
    times = [m.time for m in dateline.code(text, published="2023-03-14").events if m.type == type_]
    return times[0].from_ if times and times[0] is not None else None


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ('"We condemn this attack," the bishop said in Jos on Friday.', "ACCUSE"),
        ('"If they cross the river, we will open fire," the colonel said on Friday.', "THREATEN"),
        ('On Friday the colonel said: "If they cross the river, we will open fire."', "THREATEN"),
        (
            '"We will close our ports to their ships on Sunday if they drill," the minister told us on Friday.',
            "THREATEN",
        ),
    ],
)
def test_what_is_done_by_a_quotation_is_done_when_it_is_said(text: str, type_: str) -> None:
    assert _day(text, type_) == date(2023, 3, 10)


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ('"We condemned the attack," the bishop said in Jos on Friday.', "ACCUSE"),
        ('The bishop said on Friday: "We wept. We did ask them to free the men."', "REQUEST"),
        ('"We arrested two men," the colonel said on Friday.', "COERCE"),
        ('"We condemn this attack," the bishop said in Jos.', "ACCUSE"),
    ],
)
def test_what_a_quotation_tells_of_was_not_done_when_it_was_said(text: str, type_: str) -> None:
    assert _day(text, type_) is None
