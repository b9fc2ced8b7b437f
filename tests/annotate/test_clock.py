"""The clock of a voice: where its narrative stands."""

from __future__ import annotations

from datetime import date

from dateline.annotate import calendar as cal
from dateline.annotate.clock import Clock


def told(clock: Clock, moment: cal.Moment | None, part: str | None = None, hour: tuple[int, int] | None = None) -> None:
    assert moment is not None
    clock.note(moment, part, hour)


def test_the_narrative_goes_where_it_is_told() -> None:
    clock = Clock(date(2024, 5, 3), "document")
    told(clock, cal.day_of(date(2024, 5, 1)), "EV", (20, 0))
    assert (clock.today, clock.part, clock.hour) == (date(2024, 5, 1), "EV", (20, 0))
    told(clock, cal.day_of(date(2024, 5, 2)))
    assert (clock.today, clock.part, clock.hour) == (date(2024, 5, 2), None, None)


def test_background_is_left_with_its_paragraph() -> None:
    clock = Clock(date(2024, 5, 3), "document")
    told(clock, cal.day_of(date(2024, 5, 1)), "EV")
    moment = cal.day_of(date(2016, 3, 2))
    assert moment is not None
    clock.note(moment, "NI", None, background=True)
    assert clock.today == date(2016, 3, 2)
    clock.turn()
    assert (clock.today, clock.part) == (date(2024, 5, 1), None)
    assert [seen.moment.value for seen in clock.seen] == ["2024-05-01"]


def test_the_part_of_a_day_is_looked_for_in_its_paragraph_first() -> None:
    clock = Clock(None, "document")
    told(clock, cal.day_of(date(2024, 5, 1)), "MO")
    clock.turn()
    found = clock.latest_part("MO")
    assert found is not None
    told(clock, cal.day_of(date(2024, 4, 20)))
    assert clock.latest_part("MO") is None


def test_a_longer_stretch_does_not_change_the_day() -> None:
    clock = Clock(date(2024, 5, 3), "document")
    told(clock, cal.day_of(date(2024, 5, 1)))
    told(clock, cal.month_of(2023, 11))
    assert clock.today == date(2024, 5, 1)
    latest = clock.latest("month")
    assert latest is not None
    assert latest.value == "2023-11"


def test_evening_and_night_are_alike() -> None:
    clock = Clock(None, "document")
    told(clock, cal.day_of(date(2024, 5, 1)), "EV")
    told(clock, cal.day_of(date(2024, 5, 2)))
    alike = clock.latest_part("NI")
    assert alike is not None
    assert alike.start == date(2024, 5, 1)
    assert clock.latest_part("MO") is None


def test_first_day_and_speaking_day() -> None:
    clock = Clock(date(2024, 5, 3), "document")
    assert clock.first_day() is None
    told(clock, cal.year_of(2020))
    told(clock, cal.day_of(date(2024, 5, 1)))
    first = clock.first_day()
    assert first is not None
    assert first.value == "2024-05-01"
    clock.speak_on(date(2024, 5, 2))
    assert (clock.spoken, clock.today) == (date(2024, 5, 2), date(2024, 5, 2))


def test_weekdays_no_longer_count_on_once_something_later_was_told() -> None:
    clock = Clock(date(2024, 5, 3), "document")
    told(clock, cal.day_of(date(2024, 4, 5)))
    clock.by_weekday = True
    assert clock.goes_on(verb=1)
    told(clock, cal.Moment(date(2024, 4, 22), date(2024, 4, 29), "2024-W17", "week"))
    assert not clock.goes_on(verb=1)


def test_when_weekdays_count_on_from_today() -> None:
    clock = Clock(date(2024, 5, 3), "document")
    told(clock, cal.day_of(date(2024, 4, 5)))
    clock.named_by = 0
    assert clock.goes_on(verb=1)
    assert not clock.goes_on(verb=0)
    clock.turn()
    assert not clock.goes_on(verb=1)
    clock.by_weekday = True
    assert clock.goes_on(verb=1)


def test_a_month_told_of_last_is_where_the_narrative_is() -> None:
    clock = Clock(date(2024, 5, 3), "document")
    told(clock, cal.day_of(date(2024, 5, 1)))
    assert clock.loose() is None
    told(clock, cal.month_of(2023, 11))
    loose = clock.loose()
    assert loose is not None
    assert loose.value == "2023-11"
    clock.turn()
    assert clock.loose() is None  # another paragraph


def test_a_year_around_today_or_told_by_the_way_is_not() -> None:
    clock = Clock(date(2024, 5, 3), "document")
    told(clock, cal.day_of(date(2024, 5, 1)))
    told(clock, cal.year_of(2024))
    assert clock.loose() is None
    moment = cal.year_of(2014)
    assert moment is not None
    clock.note(moment, None, None, background=True)
    assert clock.loose() is None


def test_a_month_cannot_be_counted_from_a_year() -> None:
    clock = Clock(date(2024, 5, 3), "document")
    assert not clock.coarse("month")
    told(clock, cal.year_of(2020))
    assert clock.coarse("month")
    assert not clock.coarse("year")
    told(clock, cal.month_of(2021, 3))
    assert not clock.coarse("month")
    told(clock, cal.year_of(2020))
    clock.turn()
    assert not clock.coarse("month")  # another paragraph
