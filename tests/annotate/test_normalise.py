"""From an expression to its value: parts of the day, clock times, early and late, lengths and sets."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from dateline.annotate.clock import Clock
from dateline.annotate.expressions import Expression
from dateline.annotate.normalise import OPERATIONS, normalise
from dateline.annotate.timing import Context, Timing
from dateline.records import Span
from dateline.reference.times import load_time_grammar

DAY = {"year": 2024, "month": 5, "day": 1}


def timing(op: str, **fields: Any) -> Timing:
    clock = Clock(date(2024, 5, 3), "document")
    return normalise(
        Expression(Span(0, 1), op, "day", fields), Context(clock, "past", "mdy", None, lambda noun, after: None)
    )


@pytest.mark.parametrize(
    ("fields", "value"),
    [
        ({"part": "EV"}, "2024-05-01TEV"),
        ({"mod": "START"}, "2024-05-01TMO"),
        ({"h": 6, "m": 40, "half_day": "am"}, "2024-05-01T06:40"),
        ({"h": 12, "half_day": "am"}, "2024-05-01T00:00"),
        ({"h": 12, "half_day": "pm"}, "2024-05-01T12:00"),
        ({"h": 8, "part": "EV"}, "2024-05-01T20:00"),
        ({"h": 5, "part": "MO"}, "2024-05-01T05:00"),
        ({"noon": "12:00"}, "2024-05-01T12:00"),
        ({"h": 21, "m": 30, "zone": "Z"}, "2024-05-01T21:30Z"),
    ],
)
def test_within_a_day(fields: dict[str, Any], value: str) -> None:
    made = timing("calendar", **DAY, **fields)
    assert (made.type, made.value) == ("TIME", value)
    assert made.moment is not None
    assert (made.moment.start, made.moment.end) == (date(2024, 5, 1), date(2024, 5, 2))


def test_late_june_is_june_cut() -> None:
    made = timing("calendar", year=2023, month=6, mod="END")
    assert made.moment is not None
    assert (made.value, made.moment.start) == ("2023-06", date(2023, 6, 21))


def test_earlier_this_month_ends_today() -> None:
    made = timing("shift", unit="month", n=0, mod="BEFORE", **{"from": "speech"})
    assert made.moment is not None
    assert (made.moment.start, made.moment.end) == (date(2024, 5, 1), date(2024, 5, 3))


@pytest.mark.parametrize(
    ("op", "fields", "kind", "value"),
    [
        ("duration", {"n": 2, "half": 0.5, "unit": "year"}, "DURATION", "P2.5Y"),
        ("duration", {"n": "X", "unit": "day"}, "DURATION", "PXD"),
        ("set", {"weekday": 5}, "SET", "XXXX-WXX-5"),
        ("set", {"frequency": "P1Y"}, "SET", "P1Y"),
        ("set", {"unit": "week", "n": 2.0}, "SET", "P2W"),
        ("ref", {"value": "PAST_REF"}, "DATE", "PAST_REF"),
    ],
)
def test_what_has_no_place_on_the_calendar(op: str, fields: dict[str, Any], kind: str, value: str) -> None:
    made = timing(op, **fields)
    assert (made.type, made.value, made.moment) == (kind, value, None)
    assert made.reason is not None


def test_the_grammar_asks_only_for_operations_that_there_are() -> None:
    asked = {rule.op for rule in load_time_grammar("en").rules if rule.kind not in ("mod", "bare_part")}
    assert asked <= set(OPERATIONS)
