"""Happenings that a report has told before: what an echo adds to ("3,000 took part", "the army denies this").

Whoever adds to what was told or denies it speaks of the place where that was told to be, wherever the narrative has gone since.
"""

from __future__ import annotations

from collections.abc import Sequence

from dateline.records import EventMention, Parse


def original_of(mention: EventMention, told: Sequence[EventMention], parse: Parse) -> EventMention | None:
    """Return the telling that a mention refers to, None where it stands for itself.

    told: the mentions before it in text order, with their places. An echo has arguments of its original; what is denied in
    words of its own refers to a telling of the same kind in the sentence ("reported arrests; the police denied holding anybody").
    """
    alike = [m for m in told if (m.type, m.mode) == (mention.type, mention.mode)]
    taken = {a.span for a in mention.arguments if a.basis == "inherited"}
    if taken:
        return next((m for m in reversed(alike) if taken & {a.span for a in m.arguments}), None)
    at = parse.head_of(mention.trigger.span)
    if mention.status != "denied" or at is None:
        return None
    sentence = parse.sentence_span(at.sentence)
    return next((m for m in reversed(alike) if sentence.covers(m.trigger.span)), None)
