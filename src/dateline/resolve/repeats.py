"""Drops mentions that only repeat another of the same voice: same kind of happening, same time and place, nothing new.

Source: RECORD contract, coding conventions ("words that repeat it in that voice without anything new are the same mention").
"""

from __future__ import annotations

from msgspec.structs import replace

from dateline.records import Argument, Count, EventMention, Reading

_POINTING = frozenset(("they", "them"))


class DropRepeats:
    """Keeps the first telling of a happening in each voice and adds to it what the repeats know more."""

    needs = ("events", "counts", "attributions")
    adds = ("events",)

    def __call__(self, reading: Reading) -> Reading:
        """Return the reading without repeats."""
        kept: list[EventMention] = []
        text = reading.report.text
        for mention in reading.events:
            k = next(
                (
                    k
                    for k, first in enumerate(kept)
                    if repeats(first, mention, reading.counts, beside=_beside(text, first, mention))
                ),
                None,
            )
            if k is None:
                kept.append(mention)
            else:
                kept[k] = _enriched(kept[k], mention)
        return replace(reading, events=tuple(kept))


def repeats(first: EventMention, second: EventMention, counts: tuple[Count, ...], *, beside: bool = True) -> bool:
    """Tell whether the second mention tells the first one's happening again without a new figure, source, time or place.

    beside: they stand in one paragraph; from farther off a figure of its own makes it another telling.
    """
    if (first.type, first.voice, first.status) != (second.type, second.voice, second.status):
        return False
    if None not in (first.mode, second.mode) and first.mode != second.mode:
        return False
    if second.attribution is not None and second.attribution != first.attribution and second.counts:
        return False
    if not _figures_agree(first, second, counts) or (second.counts and not beside and not first.counts):
        return False
    return _same_time(first, second) and _same_place(first, second) and _same_people(first, second)


def _beside(text: str, first: EventMention, second: EventMention) -> bool:
    return "\n" not in text[first.trigger.span.end : second.trigger.span.start]


def _figures_agree(first: EventMention, second: EventMention, counts: tuple[Count, ...]) -> bool:
    known = {counts[k].of: (counts[k].low, counts[k].high) for k in first.counts}
    return all(
        known.get(counts[k].of, (counts[k].low, counts[k].high)) == (counts[k].low, counts[k].high)
        for k in second.counts
    )


def _same_time(first: EventMention, second: EventMention) -> bool:
    if second.time is None:
        return True
    return first.time is not None and (first.time.from_, first.time.to) == (second.time.from_, second.time.to)


def _same_place(first: EventMention, second: EventMention) -> bool:
    if second.place is None:
        return True
    if first.place is None:
        return False
    return second.place.basis != "stated" or (first.place.name, first.place.country) == (
        second.place.name,
        second.place.country,
    )


def _same_people(first: EventMention, second: EventMention) -> bool:
    """Tell whether no role that both fill is filled with other people; "they" may be whom the first names."""
    for role in {a.role for a in first.arguments} & {a.role for a in second.arguments}:
        ours = {_key(a) for a in first.arguments if a.role == role}
        theirs = {_key(a) for a in second.arguments if a.role == role}
        if not ours & theirs and not theirs <= _POINTING:
            return False
    return True


def _key(argument: Argument) -> str:
    return argument.entity or (argument.name or argument.text).casefold()


def _enriched(first: EventMention, second: EventMention) -> EventMention:
    """Return the first mention with the repeat's mode, new roles and figures."""
    roles = {a.role for a in first.arguments}
    more = tuple(a for a in second.arguments if a.role not in roles)
    mode = first.mode or second.mode
    unresolved = {k: v for k, v in first.unresolved.items() if k != "mode" or mode is None}
    return replace(
        first,
        mode=mode,
        arguments=first.arguments + more,
        counts=first.counts + tuple(k for k in second.counts if k not in first.counts),
        unresolved=unresolved,
    )
