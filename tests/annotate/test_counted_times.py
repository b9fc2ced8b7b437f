"""Times counted from the day of speaking, from the narrative, from a happening."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from dateline.annotate import calendar as cal
from dateline.annotate import counted_times as counted
from dateline.annotate.clock import Clock
from dateline.annotate.tense import Tense
from dateline.annotate.timing import Context

SPOKEN = date(2024, 5, 3)  # a Friday


def context(
    tense: Tense = "past", spoken: date | None = SPOKEN, today: date | None = None, event: date | None = None
) -> Context:
    clock = Clock(spoken, "document", today)
    moment = cal.day_of(today)
    if moment is not None:
        clock.note(moment, None, None)
    return Context(clock, tense, "mdy", today, lambda noun, after: event)


@pytest.mark.parametrize(
    ("weekday", "which", "tense", "value"),
    [
        (2, None, "past", "2024-04-30"),
        (2, None, "future", "2024-05-07"),
        (5, None, "past", "2024-05-03"),
        (5, "last", "past", "2024-04-26"),
        (2, "next", "future", "2024-05-07"),
        (2, "last-week", "past", "2024-04-23"),
        (6, "coming", "past", "2024-05-04"),
    ],
)
def test_weekdays(weekday: int, which: str | None, tense: Tense, value: str) -> None:
    fields: dict[str, Any] = {"weekday": weekday} | ({"which": which} if which else {})
    timing = counted.weekday(fields, context(tense))
    assert (timing.value, timing.anchor) == (value, "document")


def test_without_anything_to_count_from_the_reason_is_given() -> None:
    assert counted.weekday({"weekday": 2}, context(spoken=None)).value == "XXXX-WXX-2"
    assert counted.weekday({"weekday": 2}, context(spoken=None)).reason == "no-publication-date"
    later = counted.shift({"unit": "day", "n": 2, "sign": 1, "from": "narrative"}, context())
    assert (later.moment, later.reason) == (None, "no-anchor")


@pytest.mark.parametrize(
    ("fields", "value"),
    [
        ({"unit": "day", "n": -1, "from": "speech"}, "2024-05-02"),
        ({"unit": "week", "n": -1, "from": "speech"}, "2024-W17"),
        ({"unit": "week", "n": 2, "sign": -1, "from": "speech"}, "2024-W16"),
        ({"unit": "month", "n": 1, "sign": -1, "from": "speech"}, "2024-04"),
        ({"unit": "year", "n": 0, "from": "speech"}, "2024"),
        ({"unit": "day", "n": 1, "from": "narrative"}, "2023-11-12"),
        ({"unit": "month", "n": 1, "from": "narrative"}, "2023-12"),
        ({"unit": "year", "n": 0, "from": "narrative"}, "2023"),
    ],
)
def test_shifts(fields: dict[str, Any], value: str) -> None:
    assert counted.shift(fields, context(today=date(2023, 11, 11))).value == value


def test_hours_need_a_clock_time() -> None:
    fields = {"unit": "hour", "n": 2, "sign": 1, "from": "narrative"}
    assert counted.shift(fields, context(today=SPOKEN)).value == "PT2H"
    timed = context(today=SPOKEN)
    timed.clock.hour = (23, 30)
    timing = counted.shift(fields, timed)
    assert (timing.type, timing.value) == ("TIME", "2024-05-04T01:30")


def test_days_from_a_happening() -> None:
    eve = {"noun": "march", "n": -1, "unit": "day", "sign": 1}
    assert counted.event_day(eve, context(event=date(2024, 5, 1))).value == "2024-04-30"
    assert counted.event_day(eve, context()).reason == "no-anchor"
    week = {"noun": "vote", "n": 1, "unit": "week", "sign": 1, "counted": 6}
    assert counted.event_day(week, context("future", event=date(2024, 5, 1))).value == "2024-05-08"
    assert counted.event_day(week, context("past", event=date(2024, 5, 1))).type == "DURATION"
    assert counted.event_day(week, context()).value == "XXXX-WXX"
    sunday = {"noun": "march", "weekday": 7, "sign": 1}
    assert counted.event_day(sunday, context(event=date(2024, 5, 1))).value == "2024-05-05"


def test_overnight_is_the_night_before_unless_the_narrative_is_elsewhere() -> None:
    fields = {"part": "NI", "from": "overnight", "n": 0}
    assert counted.part(fields, context()).value == "2024-05-02"
    assert counted.part(fields, context(today=date(2024, 4, 30))).value == "2024-04-30"


def test_a_clock_time_stands_on_the_narrative_day() -> None:
    assert counted.clock_time({}, context(today=date(2024, 4, 30))).value == "2024-04-30"
    assert counted.clock_time({}, context()).reason == "no-anchor"
    assert counted.clock_time({"stamp": True}, context(today=date(2024, 4, 30))).value == "2024-05-03"


def test_weekends() -> None:
    assert counted.weekend({"n": 0}, context("future")).value == "2024-W18-WE"
    assert counted.weekend({"n": -1}, context()).value == "2024-W17-WE"
    assert counted.weekend({"n": 0}, context("past")).value == "2024-W17-WE"  # a Friday
    assert counted.weekend({"n": 0}, context("past", date(2024, 5, 4))).value == "2024-W18-WE"
    assert counted.weekend({"n": 0}, context("past", date(2024, 5, 6))).value == "2024-W18-WE"
    assert counted.weekend({"n": 0}, context(spoken=None)).value == "XXXX-WXX-WE"


@pytest.mark.parametrize(
    ("unit", "n", "value"), [("decade", 1, "2014"), ("decade", 2, "2004"), ("century", 0.5, "1974")]
)
def test_decades_ago_are_counted_in_years(unit: str, n: float, value: str) -> None:
    assert counted.shift({"unit": unit, "n": n, "sign": -1, "from": "spoken"}, context()).value == value
    assert counted.shift({"unit": "decade", "n": -1, "from": "spoken"}, context()).value == "201"  # "last decade"


def test_half_a_decade_is_years() -> None:
    fields = {"unit": "decade", "n": 0.5, "sign": 1, "from": "narrative"}
    assert counted.shift(fields, context(today=date(2015, 6, 1))).value == "2020"


def test_a_week_later_leaves_the_narrative_on_a_day() -> None:
    timing = counted.shift({"unit": "week", "n": 1, "sign": 1, "from": "narrative"}, context(today=date(2024, 4, 30)))
    assert (timing.value, timing.day) == ("2024-W19", date(2024, 5, 7))


def test_weekends_counted_from_the_narrative() -> None:
    following = {"n": 1, "from": "narrative"}
    assert counted.weekend(following, context(today=date(2024, 4, 2))).value == "2024-W14-WE"
    assert counted.weekend(following, context(today=date(2024, 4, 6))).value == "2024-W15-WE"
    assert counted.weekend(following, context()).reason == "no-anchor"


def test_weekdays_go_on_in_an_old_story() -> None:
    old = replace(context(today=date(2024, 4, 5)), goes_on=True)
    made = counted.weekday({"weekday": 6}, old)
    assert (made.value, made.anchor) == ("2024-04-06", "narrative")
    assert counted.weekday({"weekday": 6}, replace(old, goes_on=False)).value == "2024-04-27"
    assert counted.weekday({"weekday": 6}, replace(old, tense="future")).value == "2024-05-04"
    assert counted.weekday({"weekday": 2}, replace(context(today=date(2024, 4, 30)), goes_on=True)).anchor == "document"


def test_after_a_dateline_weekdays_are_counted_from_the_day_of_issue() -> None:
    filed = context(spoken=date(2024, 5, 2))
    filed.clock.filed = SPOKEN
    assert counted.weekday({"weekday": 5}, filed).value == "2024-05-03"


def test_the_nth_day_of_a_happening() -> None:
    second = {"nth": 2, "unit": "day", "sign": 1, "noun": "strike"}
    assert counted.event_day(second, context(event=date(2024, 4, 29))).value == "2024-04-30"
    assert counted.event_day({**second, "nth": -1}, context(event=date(2024, 4, 29))).reason == "no-anchor"


def test_live_entries_count_clock_times_from_the_document() -> None:
    live = context(today=SPOKEN)
    live.clock.stamped = True
    assert counted.clock_time({}, live).anchor == "document"
    live.clock.headed = True
    assert counted.clock_time({}, live).anchor == "narrative"


def test_the_morning_after_a_night_is_one_day_on() -> None:
    night = context(today=date(2024, 4, 30))
    night.clock.part = "NI"
    assert counted.part({"part": "MO", "n": 0, "from": "narrative"}, night).value == "2024-05-01"
    assert counted.part({"part": "MO", "n": 1, "from": "narrative"}, night).value == "2024-05-01"


@pytest.mark.parametrize(
    ("fields", "told", "value"),
    [
        ({"h": 2, "part": "MO"}, "EV", "2024-05-01"),
        ({"h": 2, "half_day": "am"}, "AF", "2024-05-01"),
        ({"h": 9, "half_day": "am"}, "NI", "2024-05-01"),
        ({"h": 9, "half_day": "am"}, "EV", "2024-04-30"),  # nobody goes on with the next forenoon without a word
        ({"h": 2, "half_day": "am"}, "MO", "2024-04-30"),
        ({"noon": "24:00", "past_midnight": True}, "AF", "2024-05-01"),
        ({"noon": "24:00", "past_midnight": True}, None, "2024-04-30"),
        ({"noon": "24:00"}, "EV", "2024-04-30"),
    ],
)
def test_hours_past_midnight_are_the_next_days(fields: dict[str, Any], told: str | None, value: str) -> None:
    evening = context(today=date(2024, 4, 30))
    evening.clock.part = told
    assert counted.clock_time(fields, evening).value == value


def test_a_month_after_a_year_is_not_counted_from_the_day_of_speaking() -> None:
    here = context()
    year = cal.year_of(2020)
    assert year is not None
    here.clock.note(year, None, None)
    later = counted.shift({"unit": "month", "n": 1, "sign": 1, "from": "narrative"}, here)
    assert (later.moment, later.reason) == (None, "no-anchor")
    ago = counted.shift({"unit": "month", "n": 1, "sign": -1, "from": "spoken"}, here)
    assert ago.value == "2024-04"
