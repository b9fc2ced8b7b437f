"""What a report told before a mention of the same kind, with the days that this was given: what a reader goes on from.

A happening is told more than once in a report: its figures, what sources say of it, who denies it. What speaks for taking the
day of an earlier telling is named here; `days.py` weighs it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from dateline.records import EventMention, MentionTime, Parse, Token
from dateline.resolve.clauses import VERBS
from dateline.resolve.traits import apart, is_known

Link = tuple[str, MentionTime]
_CONTESTED = ("alleged", "denied")


@dataclass(slots=True)
class Earlier:
    """The mentions told so far, in text order, each with its time. line: where the line of a place in the text begins."""

    parse: Parse
    line: Callable[[int], int]
    told: list[EventMention] = field(default_factory=list)

    def links(self, mention: EventMention, trigger: Token) -> Iterator[Link]:
        """Yield what ties a mention to an earlier one that has a time, with that time."""
        yield from ((name, time) for name, time in self.last(mention, trigger) if time is not None)
        alike = [m for m in self.told if m.type == mention.type]
        if alike and alike[-1].time is not None:
            yield "last of its type", alike[-1].time
            if mention.status in _CONTESTED:
                yield f"last of its type, {mention.status}", alike[-1].time
                yield f"last of its type, {mention.status}, {self._near(alike[-1], trigger)}", alike[-1].time
        kin = [m for m in alike if is_kin(m, mention)]
        yield from self._last(kin, mention, trigger)
        yield from _first(kin, mention)

    def last(self, mention: EventMention, trigger: Token) -> Iterator[tuple[str, MentionTime | None]]:
        """Yield what the voice told last before a mention, with its time, None if it was given none."""
        told = [m for m in self.told if m.voice == mention.voice and m.trigger != mention.trigger]
        if told:
            yield "told before", told[-1].time
            yield f"told before, {self._near(told[-1], trigger)}", told[-1].time

    def _last(self, kin: list[EventMention], mention: EventMention, trigger: Token) -> Iterator[Link]:
        """Yield what ties a mention to the last telling of its kind, and to the one whose words it takes up."""
        time = kin[-1].time if kin else None
        if time is not None:
            yield f"last of its kind, {self._near(kin[-1], trigger)}", time
            yield f"last of its kind, {mention.status}", time
            if trigger.pos not in VERBS and is_known(self.parse, trigger):
                yield "last of its kind, known", time
        taken = {a.span for a in mention.arguments if a.basis == "inherited"}
        original = next((m for m in reversed(kin) if taken & {a.span for a in m.arguments}), None)
        if original is not None and original.time is not None:
            yield "taken up", original.time

    def _near(self, other: EventMention, trigger: Token) -> str:
        head = self.parse.head_of(other.trigger.span)
        if head is None or self.line(head.start) != self.line(trigger.start):
            return "other paragraph"
        return f"sentences off {apart(trigger.sentence - head.sentence)}"


def _first(kin: list[EventMention], mention: EventMention) -> Iterator[Link]:
    """Yield what ties a mention to the first telling of its kind: the report's lead comes back with figures and sources."""
    times = [m.time for m in kin if m.time is not None]
    if not times:
        return
    yield "first of its kind", times[0]
    if mention.counts:
        yield "first of its kind, counted", times[0]
    if mention.attribution is not None:
        yield "first of its kind, attributed", times[0]


def is_kin(one: EventMention, other: EventMention) -> bool:
    """Tell whether two mentions may be of one happening by their kind."""
    return one.type == other.type and (one.mode == other.mode or None in (one.mode, other.mode))
