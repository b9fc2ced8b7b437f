"""With whom people deal who are told of by a word for both sides: "the two sides met again", "they signed an accord".

Who both are was told before: the side named second there is the one that the other deals with.
"""

from __future__ import annotations

from collections.abc import Iterable

from dateline.records import Argument, EventMention, Parse, Span, Token
from dateline.reference.coding import coding_words

TWO_SIDED = frozenset(("AGREE", "CONSULT", "COOPERATE"))
_FIGHT = ("ASSAULT", "armed-clash")
_BOTH = frozenset(("both", "two"))
_THEY = frozenset(("both", "they", "two"))
_PAIR = 2


def the_other_side(parse: Parse, mention: EventMention, before: Iterable[EventMention]) -> list[Span]:
    """Return the second side of the deal, talks or fight told last, where a mention names both by one word.

    before: what the voice told before, nearest first.
    """
    doers = [a for a in mention.arguments if a.role == "actor"]
    if len(doers) != 1 or not _means_both(parse, doers[0], mention.type):
        return []
    for other in before:
        sides = _second_side(other)
        if sides:
            return sides
    return []


def _means_both(parse: Parse, doer: Argument, type_: str) -> bool:
    """Tell whether a word means both who were told of; what "the two governments" signed may be older than that."""
    head = parse.head_of(doer.span)
    if head is None:
        return False
    if head.lower in _THEY:  # "they", but not nurses who met a governor
        return not parse.kids(head.i, "prep") and (head.lower != "they" or doer.name is None or " and " in doer.name)
    return type_ != "AGREE" and head.lemma in coding_words().people.sides and _is_told_as_two(parse, head)


def _is_told_as_two(parse: Parse, noun: Token) -> bool:
    """Tell whether a noun stands for both of two and names neither: "the two governments", "both delegations"."""
    marks = {t.lower for t in parse.kids(noun.i, "det", "nummod", "predet", "amod")}
    return bool(marks & _BOTH) and not parse.kids(noun.i, "prep", "appos", "conj")


def _second_side(other: EventMention) -> list[Span]:
    if (other.type, other.mode) == _FIGHT:
        fighters = [a.span for a in other.arguments if a.role == "perpetrator"]
        return fighters[1:] if len(fighters) == _PAIR else []
    if other.type not in TWO_SIDED or other.status == "denied":
        return []
    named = any(a.role == "actor" for a in other.arguments)
    return [a.span for a in other.arguments if a.role == "recipient"][: 1 if named else 0]
