"""What the normalising of an expression takes and gives."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from dateline.annotate.calendar import Moment
from dateline.annotate.clock import Clock
from dateline.annotate.tense import Tense
from dateline.records import Span, Time
from dateline.records.annotation import Anchor, TimexType
from dateline.records.unresolved import Reason


@dataclass(frozen=True, slots=True)
class Timing:
    """What an expression comes to.

    moment: its calendar extent, None when there is none; reason: why, None for what is resolved.
    part, hour: part of the day and clock time named with it. day: where it leaves the narrative when that is less
    sure than its extent ("a week later").
    """

    type: TimexType
    value: str | None
    moment: Moment | None = None
    anchor: Anchor = "absolute"
    reason: Reason | None = None
    warning: str | None = None
    part: str | None = None
    hour: tuple[int, int] | None = None
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Context:
    """What an expression is counted by.

    clock: its voice's; before: the narrative's day before a date beside it; tense: of its clause.
    order: "mdy" or "dmy" for bare numbers; event_day: the day that the text gives a happening named so, its last one for
    what comes after. goes_on: a bare weekday may count on from the narrative. south: seasons are the southern ones.
    """

    clock: Clock
    tense: Tense
    order: str
    before: date | None
    event_day: Callable[[str, bool], date | None]
    goes_on: bool = False
    south: bool = False


def unknown(value: str, context: Context, narrative: bool = False, type_: TimexType = "DATE") -> Timing:
    """Return a timing that cannot be placed: its narrative's day, or the day its voice speaks on, is not known."""
    reason: Reason = "no-anchor" if narrative else "no-publication-date"
    anchor: Anchor = "narrative" if narrative else context.clock.anchor
    return Timing(type_, value, None, anchor, reason)


def known(moment: Moment | None, anchor: Anchor, warning: str | None = None) -> Timing:
    """Return a date that was found, or one that does not exist or lies off the calendar."""
    if moment is None:
        return Timing("DATE", None, None, anchor, "vague")
    return Timing("DATE", moment.value, moment, anchor, warning=warning)


def to_time(span: Span, timing: Timing, text: str) -> Time:
    """Write a timing as the record that the reading carries."""
    moment = timing.moment
    unresolved = {} if moment is not None else dict.fromkeys(("from", "to"), timing.reason or "vague")
    if timing.value is None:
        unresolved["value"] = timing.reason or "vague"
    return Time(
        span=span,
        text=span.of(text),
        type=timing.type,
        value=timing.value,
        from_=moment.start if moment else None,
        to=moment.end if moment else None,
        precision=moment.precision if moment else None,
        anchor=timing.anchor,
        warning=timing.warning,
        unresolved=unresolved,
    )
