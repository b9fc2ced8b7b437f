"""The clock of one voice: what day it speaks on, and where its narrative has got to."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from dateline.annotate.calendar import Moment
from dateline.records.annotation import Anchor

_FINENESS = (
    "minute", "hour", "part-of-day", "day", "range", "week", "month", "quarter", "season", "year", "decade", "century",
)  # fmt: skip
_UNIT_PRECISION = {"night": "day", "fortnight": "week", "hour": "hour", "minute": "minute", "second": "minute"}


@dataclass(frozen=True, slots=True)
class Seen:
    """A time that the voice has named. part: TIMEX3 code of its part of the day."""

    moment: Moment
    part: str | None


@dataclass(slots=True)
class Clock:
    """Where one voice stands in time; the only mutable thing of the times stage, one a voice and a run.

    spoken: the day the voice speaks on, None when unknown; anchor: what gave it.
    today: the narrative's current day. hour: the last clock time named on it. part: its part of the day.
    seen: the times of the narrative, oldest first.
    """

    spoken: date | None
    anchor: Anchor
    today: date | None = None
    hour: tuple[int, int] | None = None
    part: str | None = None
    seen: list[Seen] = field(default_factory=list)

    def latest(self, unit: str) -> Moment | None:
        """Return the latest time named that is at least as fine as the unit."""
        limit = _FINENESS.index(_UNIT_PRECISION.get(unit, unit))
        for seen in reversed(self.seen):
            if _FINENESS.index(seen.moment.precision) <= limit and seen.moment.precision != "range":
                return seen.moment
        return None

    def latest_part(self, part: str) -> Moment | None:
        """Return the latest day named with that part of the day; evening and night count as one."""
        alike = {"EV", "NI"} if part in ("EV", "NI") else {part}
        return next((seen.moment for seen in reversed(self.seen) if seen.part in alike), None)

    def first_day(self) -> Moment | None:
        """Return the first day that the narrative named."""
        return next((s.moment for s in self.seen if (s.moment.end - s.moment.start).days == 1), None)

    def note(self, moment: Moment, part: str | None, hour: tuple[int, int] | None, moves: bool) -> None:
        """Take in a time that the voice has named. moves: it is told, so the narrative goes there."""
        if not moves:
            return
        self.seen.append(Seen(moment, part))
        if moment.precision in ("day", "part-of-day", "hour", "minute"):
            if self.today != moment.start:
                self.hour = self.part = None
            self.today = moment.start
            self.hour, self.part = hour or self.hour, part or self.part

    def speak_on(self, day: date) -> None:
        """Move to a day that a dateline or a heading gives."""
        self.spoken = self.today = day
        self.hour = self.part = None
