"""Words that only refer to a happening told elsewhere in the report: "condemned the killings", "after the march".

Such a word is no telling of its own. It is dropped when another mention tells of a happening of its kind.
"""

from __future__ import annotations

from collections.abc import Sequence

from dateline.code import frames
from dateline.code.join import Happening
from dateline.records import EventMention, Parse, Reading, Token

_DEFINITE = frozenset("the this that these those his her its their our my your such same".split())
_TEMPORAL = frozenset("after before since during following until".split())
_DAYS_OF = frozenset("anniversary day eve wake aftermath".split())
# Kinds of one happening: what one word calls an assassination another calls a drone strike.
_MEANS = frozenset(("assassination", "airstrike", "drone-strike", "bombing", "shooting", "shelling", "stabbing", "suicide-attack"))


def is_reference(reading: Reading, parse: Parse, happening: Happening) -> bool:
    """Tell whether a happening stands in a noun phrase that takes it as known and says nothing new of it."""
    head = parse.tokens[happening.lead.head]
    if head.pos not in ("NOUN", "PROPN") or frames.light_verb(parse, head.i) is not None:
        return False
    if not (_dates_another(parse, head) or (_definite(parse, head) and _is_argument(parse, head))):
        return False
    inside = [parse.tokens[i] for i in parse.subtree(head.i)]
    start, end = inside[0].start, inside[-1].end
    new = [*reading.times, *reading.counts]
    return not any(start <= item.span.start and item.span.end <= end for item in new)


def _definite(parse: Parse, head: Token) -> bool:
    return any(t.lower in _DEFINITE or t.dep == "poss" for t in parse.kids(head.i, "det", "poss", "predet"))


def _dates_another(parse: Parse, head: Token) -> bool:
    """Tell whether the noun only dates something else: "after the march", "the anniversary of the strike"."""
    above = parse.tokens[head.head]
    if head.dep != "pobj":
        return False
    return above.lower in _TEMPORAL or (above.lower == "of" and parse.tokens[above.head].lemma in _DAYS_OF)


def _is_argument(parse: Parse, head: Token) -> bool:
    """Tell whether the noun is what another act is about: object, or complement of an object."""
    above = parse.tokens[head.head]
    return head.dep in ("dobj", "pobj") and above.lemma not in frames.LIGHT_VERBS


def without_references(told: Sequence[tuple[EventMention, bool]]) -> list[EventMention]:
    """Drop references to what another mention of the voice tells; keep those that are all it says of their happening.

    told: mentions in text order, each with whether it is a reference.
    """
    kept: list[EventMention] = []
    for k, (mention, reference) in enumerate(told):
        others = [m for j, (m, r) in enumerate(told) if j != k and (not r or j < k)]
        if not reference or not any(_tells(other, mention) for other in others):
            kept.append(mention)
    return kept


def _tells(other: EventMention, mention: EventMention) -> bool:
    return (
        other.voice == mention.voice
        and other.type == mention.type
        and other.status == mention.status
        and _one_kind(other.mode, mention.mode)
    )


def _one_kind(first: str | None, second: str | None) -> bool:
    return None in (first, second) or first == second or {first, second} <= _MEANS
