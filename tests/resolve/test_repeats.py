"""Repeats are dropped, news is kept."""

from __future__ import annotations

from datetime import date

from dateline.records import Argument, Count, EventMention, MentionPlace, MentionTime, Span
from dateline.resolve.repeats import DropRepeats, repeats
from tests.factory import mention, reading

SEVEN = Count(span=Span(0, 5), text="seven", of="killed", low=7, high=7, bound="exact")
NINE = Count(span=Span(9, 13), text="nine", of="killed", low=9, high=9, bound="exact")


def day(number: int) -> MentionTime:
    return MentionTime(
        time=None, from_=date(2024, 5, number), to=date(2024, 5, number + 1), precision="day", basis="stated"
    )


def place(name: str, basis: str = "stated") -> MentionPlace:
    return MentionPlace(
        toponym=0, name=name, geonameid=None, admin1=None, country="COL", lat=1.0, lon=1.0, precision="town", basis=basis  # type: ignore[arg-type]
    )  # fmt: skip


def kept(*mentions: EventMention, counts: tuple[Count, ...] = ()) -> list[EventMention]:
    return list(DropRepeats()(reading("x" * 200, events=mentions, counts=counts)).events)


def test_second_telling_without_news_is_dropped() -> None:
    first, second = mention("PROTEST", "strike"), mention("PROTEST", "strike", start=50)
    assert kept(first, second) == [first]


def test_repeat_gives_the_first_what_it_lacks() -> None:
    first = mention("ASSAULT", None, unresolved={"mode": "no-mode", "confidence": "not-calibrated"})
    victim = Argument(role="victim", span=Span(60, 66), text="farmers")
    second = mention("ASSAULT", "bombing", start=50, arguments=(victim,), counts=(0,))
    (only,) = kept(first, second, counts=(SEVEN,))
    assert (only.id, only.mode, only.arguments, only.counts) == (first.id, "bombing", (victim,), (0,))
    assert only.unresolved == {"confidence": "not-calibrated"}


def test_other_figure_other_day_other_place_other_people_are_news() -> None:
    first = mention("ASSAULT", "bombing", counts=(0,), time=day(1), place=place("Cali"))
    assert not repeats(first, mention("ASSAULT", "bombing", counts=(1,)), (SEVEN, NINE))
    assert not repeats(first, mention("ASSAULT", "bombing", time=day(2)), (SEVEN,))
    assert not repeats(first, mention("ASSAULT", "bombing", place=place("Pasto")), (SEVEN,))
    assert repeats(first, mention("ASSAULT", "bombing", place=place("Pasto", "inherited")), (SEVEN,))
    one = mention("ASSAULT", None, arguments=(Argument(role="victim", span=Span(0, 1), text="a judge"),))
    two = mention("ASSAULT", None, arguments=(Argument(role="victim", span=Span(0, 1), text="a nurse"),))
    assert not repeats(one, two, ())


def test_other_status_voice_or_mode_is_news() -> None:
    first = mention("ASSAULT", "bombing")
    assert not repeats(first, mention("ASSAULT", "bombing", status="denied"), ())
    assert not repeats(first, mention("ASSAULT", "bombing", voice="v1"), ())
    assert not repeats(first, mention("ASSAULT", "stabbing"), ())


def test_they_may_be_whom_the_first_telling_names() -> None:
    def freed(who: str, start: int) -> EventMention:
        told = Argument(role="recipient", span=Span(start, start + len(who)), text=who)
        return mention("RETREAT", "release", start=start, arguments=(told,))

    first = freed("thirty sailors", 0)
    assert kept(first, freed("They", 50)) == [first]
    assert len(kept(first, freed("The guards", 50))) == 2
