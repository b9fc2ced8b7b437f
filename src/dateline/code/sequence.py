"""What came before what, within a sentence: "police fired after a crowd broke in"."""

from __future__ import annotations

from collections.abc import Iterable

from dateline.code.chains import came_before
from dateline.records import EventMention, Parse, Token


def led_to(parse: Parse, word: Token | None, mention: EventMention) -> bool:
    """Tell whether a word tells of what came before a mention of its sentence: no casualty of it."""
    head = parse.head_of(mention.trigger.span)
    if head is None or word is None or head.sentence != word.sentence:
        return False
    return came_before(parse, word, head)


def was_answered(parse: Parse, mention: EventMention, told: Iterable[EventMention]) -> bool:
    """Tell whether force answered what a mention tells, so that whoever was hurt next was hurt by the force."""
    if mention.type == "ASSAULT":
        return False
    word = parse.head_of(mention.trigger.span)
    return any(other.type == "ASSAULT" and led_to(parse, word, other) for other in told)
