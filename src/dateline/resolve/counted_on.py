"""Mentions that count on from the one before: "three men were held in Leeds on Monday. A fourth was released"."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.records import EventMention, Parse, Token
from dateline.reference.calendar_words import later_ordinals

_FURTHER = frozenset("another other others rest".split())
_TOLD = ("alleged", "denied", "occurred", "ongoing")
_DOERS = frozenset("actor attendee organizer perpetrator recipient victim".split())


def counted_on_from(
    mention: EventMention, before: Sequence[EventMention], parse: Parse, text: str
) -> EventMention | None:
    """Return the last mention of the sentence before whose people the mention's people are counted on from, or None.

    before: what was told before the mention, in text order.
    """
    trigger = parse.head_of(mention.trigger.span)
    others = [m for m in before if m.voice == mention.voice and m.status in _TOLD]
    if trigger is None or not others or mention.status not in _TOLD or not _counts_on(mention, trigger, parse):
        return None
    last = parse.head_of(others[-1].trigger.span)
    if any(a.span == b.span for a in mention.arguments for b in others[-1].arguments):
        return None  # "a third was held in Leeds and released on bail": told of him alone
    beside = (
        last is not None and 0 <= trigger.sentence - last.sentence <= 1 and "\n" not in text[last.end : trigger.start]
    )
    return others[-1] if beside else None


def _counts_on(mention: EventMention, trigger: Token, parse: Parse) -> bool:
    """Tell whether somebody who takes part is only told from those before: "a fourth", "two others", "another suspect"."""
    for argument in mention.arguments:
        head = parse.head_of(argument.span)
        if argument.role in _DOERS and argument.basis == "stated" and head is not None and head.i < trigger.i:
            words = (head, *parse.kids(head.i, "amod", "det"))
            article = any(t.lower == "a" or t.lower == "an" for t in words)
            if any(t.lower in _FURTHER or (article and t.lower in later_ordinals()) for t in words):
                return True
    return False
