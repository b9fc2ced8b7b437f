"""What normalising gives: known and unknown timings."""

from __future__ import annotations

from datetime import date

from dateline.annotate import calendar as cal
from dateline.annotate.clock import Clock
from dateline.annotate.timing import Context, known, unknown


def test_known_carries_the_value_of_its_moment() -> None:
    timing = known(cal.day_of(date(2024, 5, 3)), "post")
    assert (timing.type, timing.value, timing.anchor, timing.reason) == ("DATE", "2024-05-03", "post", None)


def test_off_the_calendar_is_vague() -> None:
    assert known(None, "absolute").reason == "vague"


def test_unknown_says_what_is_missing() -> None:
    context = Context(Clock(None, "post"), "past", "mdy", None, lambda noun, after: None)
    assert (unknown("XXXX-05", context).anchor, unknown("XXXX-05", context).reason) == ("post", "no-publication-date")
    assert unknown("XXXX-05", context, narrative=True).reason == "no-anchor"
