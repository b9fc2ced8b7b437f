"""The clock of one voice: what day it speaks on, and where its narrative has got to."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from dateline.annotate.calendar import Moment
from dateline.records.annotation import Anchor

_FINENESS = (
    "minute", "hour", "part-of-day", "day", "range", "week", "month", "quarter", "season", "year", "decade", "century",
)  # fmt: skip
_FAR = 30  # days; what lies further back is told of for its own sake
_LOOSE = ("month", "quarter", "season", "year")
_UNIT_PRECISION = {"night": "day", "fortnight": "week", "hour": "hour", "minute": "minute", "second": "minute"}


@dataclass(frozen=True, slots=True)
class Seen:
    """A time that the voice has named. part: TIMEX3 code of its part of the day; background: looked at by the way.

    What is background goes with its paragraph.
    """

    moment: Moment
    part: str | None
    background: bool = False


@dataclass(slots=True)
class Clock:
    """Where one voice stands in time; the only mutable thing of the times stage, one a voice and a run.

    spoken: the day the voice speaks on, None when unknown; anchor: what gave it.
    today: the narrative's current day. hour: the last clock time named on it. part: its part of the day.
    foreground: the day that the narrative comes back to with a new paragraph, after a background that it looked at.
    by_weekday: today was named with its weekday, so that the weekdays after it count on from there.
    named_by: the verb beside which it was named last.
    weekly: a bare weekday was counted from the day of speaking, as news does: later ones are not counted from a mere date.
    headed: a heading gave the day of speaking. stamped: the paragraph opened with a liveblog's stamp.
    said: the day of a statement, where it was named last and tells of no other day.
    filed: the last day that the voice can have seen, where that is after the day it speaks on: of issue, after a dateline.
    seen: the times of the narrative, oldest first; opened: how many of them stood before this paragraph.
    """

    spoken: date | None
    anchor: Anchor
    today: date | None = None
    hour: tuple[int, int] | None = None
    part: str | None = None
    foreground: date | None = None
    by_weekday: bool = False
    named_by: int = -1
    weekly: bool = False
    headed: bool = False
    stamped: bool = False
    said: date | None = None
    filed: date | None = None
    opened: int = 0
    seen: list[Seen] = field(default_factory=list)

    def latest(self, unit: str) -> Moment | None:
        """Return the latest time named that is at least as fine as the unit."""
        limit = _FINENESS.index(_UNIT_PRECISION.get(unit, unit))
        for seen in reversed(self.seen):
            if _FINENESS.index(seen.moment.precision) <= limit and seen.moment.precision != "range":
                return seen.moment
        return None

    def loose(self) -> Moment | None:
        """Return the time that this paragraph named last, where it is known to no day and lies apart from today."""
        seen = self.seen[-1] if len(self.seen) > self.opened else None
        if seen is None or seen.background or seen.moment.precision not in _LOOSE:
            return None
        apart = self.today is None or not seen.moment.start <= self.today < seen.moment.end
        return seen.moment if apart else None

    def coarse(self, unit: str) -> bool:
        """Tell whether this paragraph named last a time that is coarser than the unit: a month cannot be counted from a year."""
        seen = self.seen[-1] if len(self.seen) > self.opened else None
        if seen is None or seen.moment.precision == "range":
            return False
        limit = _FINENESS.index(_UNIT_PRECISION.get(unit, unit))
        return _FINENESS.index(seen.moment.precision) > limit

    def latest_part(self, part: str) -> Moment | None:
        """Return the latest day named with that part of the day; evening and night count as one.

        A paragraph that names days is not looked beyond.
        """
        alike = {"EV", "NI"} if part in ("EV", "NI") else {part}
        here = self.seen[self.opened :]
        within = here if any((s.moment.end - s.moment.start).days == 1 for s in here) else self.seen
        return next((seen.moment for seen in reversed(within) if seen.part in alike), None)

    def goes_on(self, verb: int) -> bool:
        """Tell whether weekdays of a verb count on from today: it was named by weekday, or earlier in this paragraph.

        Whatever was told of last must be that day: after "last week" or "in January" a weekday is the latest one again.
        """
        if self.seen and self.seen[-1].moment.start != self.today:
            return False
        here = any((s.moment.end - s.moment.start).days == 1 and not s.background for s in self.seen[self.opened :])
        on = here and not self.weekly and self.today == self.foreground and self.named_by != verb
        return self.by_weekday or on

    def within(self) -> date | None:
        """Return the day that a bare part of the day belongs to: not one that a clause beside it only looked back at.

        "Vendors marched on Thursday against a ban imposed on Tuesday. In the evening the mayor saw them."
        """
        today, home = self.today, self.foreground
        if today is None or home is None or abs((home - today).days) >= _FAR:
            return today
        told = any(not s.background and s.moment.start == home for s in self.seen[self.opened :])
        return home if told else today

    def first_day(self) -> Moment | None:
        """Return the first day that the narrative named."""
        return next((s.moment for s in self.seen if (s.moment.end - s.moment.start).days == 1), None)

    def note(self, moment: Moment, part: str | None, hour: tuple[int, int] | None, background: bool = False) -> None:
        """Go to a time that the voice tells of. background: for the rest of the paragraph only."""
        self.seen.append(Seen(moment, part, background))
        self.said = None
        if moment.precision in ("day", "part-of-day", "hour", "minute"):
            self.go_to(moment.start, background)
            self.hour, self.part = hour or self.hour, part or self.part

    def go_to(self, day: date, background: bool = False) -> None:
        """Make a day the narrative's."""
        if self.today != day:
            self.hour = self.part = None
            self.by_weekday = False
        self.today = day
        if not background:
            self.foreground = day

    def turn(self) -> None:
        """Begin a new paragraph: background is left behind."""
        self.stamped = False
        if self.today != self.foreground:
            self.today = self.foreground
            self.hour = self.part = None
            self.by_weekday = False
        if any(seen.background for seen in self.seen):
            self.seen = [seen for seen in self.seen if not seen.background]
        self.opened = len(self.seen)

    def speak_on(self, day: date, headed: bool = False) -> None:
        """Move to a day that a dateline or a heading gives."""
        self.spoken = self.today = self.foreground = day
        self.headed = headed
        self.filed = None
        self.hour = self.part = None
