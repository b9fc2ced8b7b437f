"""Names of weekdays and months, and ordinals."""

from __future__ import annotations

import calendar

from dateline.reference.calendar_words import day_names, later_ordinals, months, weekdays


def test_weekdays_and_months_stand_in_their_order() -> None:
    assert weekdays() == tuple(name.lower() for name in calendar.day_name)
    assert months() == tuple(name.lower() for name in calendar.month_name if name)


def test_days_around_this_one_are_named_too() -> None:
    assert {"monday", "sunday", "today", "tomorrow", "yesterday"} < day_names()
    assert not {"day", "week", "january"} & day_names()


def test_what_bears_a_later_ordinal_had_others_before_it() -> None:
    assert {"second", "third", "twelfth"} < later_ordinals()
    assert not {"first", "last", "latest", "two"} & later_ordinals()
