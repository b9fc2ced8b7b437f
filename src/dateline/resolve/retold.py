"""Happenings that a report has told before: what an echo adds to ("3,000 took part", "the army denies this"), "the strike".

Whoever adds to what was told or denies it speaks of the place where that was told to be, wherever the narrative has gone since.
"""

from __future__ import annotations

from collections.abc import Sequence

from dateline.records import EventMention, Parse, Token

_DEFINITE = frozenset("the this that these those same".split())


def original_of(mention: EventMention, told: Sequence[EventMention], parse: Parse) -> EventMention | None:
    """Return the telling that a mention refers to, None where it stands for itself.

    told: the mentions before it in text order, with their places. An echo has arguments of its original; what is denied in
    words of its own refers to a telling of its kind in the sentence ("reported arrests; the police denied holding anybody"); a
    noun that takes its happening as known ("the strike") to the last one of its kind that its time does not part from it.
    """
    alike = [m for m in told if (m.type, m.mode) == (mention.type, mention.mode)]
    taken = {a.span for a in mention.arguments if a.basis == "inherited"}
    head = parse.head_of(mention.trigger.span)
    if taken:
        return next((m for m in reversed(alike) if taken & {a.span for a in m.arguments}), None)
    if head is None:
        return None
    if mention.status == "denied":
        sentence = parse.sentence_span(head.sentence)
        return next((m for m in reversed(alike) if sentence.covers(m.trigger.span)), None)
    if mention.status in ("planned", "hypothetical") or not _is_definite(parse, head):
        return None
    return next((m for m in reversed(alike) if m.place is not None and _may_share_days(m, mention)), None)


def _is_definite(parse: Parse, head: Token) -> bool:
    """Tell whether a noun takes what it names as known: "the strike", "Thursday's bombing"."""
    known = parse.kids(head.i, "det", "poss", "amod")
    return head.pos in ("NOUN", "PROPN") and any(t.lower in _DEFINITE or t.dep == "poss" for t in known)


def _may_share_days(first: EventMention, second: EventMention) -> bool:
    """Tell whether the known days of two mentions meet; what has none may be at any time."""
    one, other = first.time, second.time
    if one is None or other is None or one.from_ is None or other.from_ is None:
        return True
    return (one.to is None or other.from_ < one.to) and (other.to is None or one.from_ < other.to)
