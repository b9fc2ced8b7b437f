"""Happenings that a report has told before: what an echo adds to ("3,000 took part", "the army denies this"), "the strike".

Whoever adds to what was told or denies it speaks of the place where that was told to be, wherever the narrative has gone since.
"""

from __future__ import annotations

from collections.abc import Sequence

from dateline.records import EventMention, Parse, Token
from dateline.reference.numbers import count_lexicon
from dateline.reference.tolls import is_toll_verb

_DEFINITE = frozenset("the this that these those same".split())
_VIOLENT = (("COERCE", "crowd-control"), ("COERCE", "raid"), ("PROTEST", "riot"))  # and all ASSAULT
_TOLD = ("alleged", "occurred", "ongoing")
_TOLL_REACH = 8  # sentences from a happening to a later figure of its dead
_STEM = 4  # letters that "beat" and "beating" share


def original_of(mention: EventMention, told: Sequence[EventMention], parse: Parse) -> EventMention | None:
    """Return the telling that a mention refers to, None where it stands for itself.

    told: the mentions before it in text order, with their places. An echo has arguments of its original; what is denied in
    words of its own refers to a telling of its kind in the sentence ("reported arrests; the police denied holding anybody"), and
    violence so denied to one before it ("was beaten. ... Nobody touched him"), unless the same word says that others were
    spared; a later figure of the dead to what they died of; a noun that takes its happening as known ("the strike") to the
    last one of its kind that its time does not part from it.
    """
    alike = [m for m in told if (m.type, m.mode) == (mention.type, mention.mode)]
    taken = {a.span for a in mention.arguments if a.basis == "inherited"}
    head = parse.head_of(mention.trigger.span)
    if taken:
        return next((m for m in reversed(alike) if taken & {a.span for a in m.arguments}), None)
    if head is None:
        return None
    if (hurt := toll_of(mention, told, parse)) is not None:
        return hurt
    if mention.status == "denied":
        sentence = parse.sentence_span(head.sentence)
        beside = next((m for m in reversed(alike) if sentence.covers(m.trigger.span)), None)
        return beside or _reworded(mention, head, alike, parse)
    if mention.status in ("planned", "hypothetical") or not _is_definite(parse, head):
        return None
    return next((m for m in reversed(alike) if m.place is not None and _may_share_days(m, mention)), None)


def toll_of(mention: EventMention, told: Sequence[EventMention], parse: Parse) -> EventMention | None:
    """Return the telling that a later figure of its dead belongs to ("police put the toll at eight"), None for other words.

    The last of its type and mode in its voice, or of its type where the figure has no mode.
    """
    words = [t for t in parse.inside(mention.trigger.span) if t.pos == "VERB" or parse.tokens[t.head].pos == "VERB"]
    verbs = {t.i if t.pos == "VERB" else t.head for t in words}
    if not any(is_toll_verb(parse, parse.tokens[i], count_lexicon()) for i in verbs):
        return None
    at = parse.tokens[min(verbs)].sentence
    for other in reversed(told):
        head = parse.head_of(other.trigger.span)
        kin = other.type == mention.type and mention.mode in (None, other.mode) and other.status in _TOLD
        if head is not None and kin and other.voice == mention.voice and head.sentence < at:
            return other if at - head.sentence <= _TOLL_REACH else None
    return None


def _reworded(mention: EventMention, head: Token, alike: Sequence[EventMention], parse: Parse) -> EventMention | None:
    """Return the last placed telling of the violence that a mention denies in other words, None where there is none."""
    if mention.type != "ASSAULT" and (mention.type, mention.mode) not in _VIOLENT:
        return None
    for told in reversed(alike):
        if told.place is not None and told.status != "denied" and _may_share_days(told, mention):
            word = parse.head_of(told.trigger.span)
            return None if word is None or word.lemma[:_STEM] == head.lemma[:_STEM] else told
    return None


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
