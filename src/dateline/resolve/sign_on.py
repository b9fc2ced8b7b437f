"""Where a broadcaster sits, who only says who is speaking: "this is Ada Roe in London", "for the Globe, I'm Ada Roe in Oslo"."""

from __future__ import annotations

from dateline.records import Parse, Token, Toponym

_SPEAKING = frozenset(("i", "this"))
_BE = frozenset(("'m", "'s", "am", "be", "is", "’m", "’s"))


def signs_on(parse: Parse, toponym: Toponym) -> bool:
    """Tell whether a name stands in a sentence in which a speaker gives nothing but his name and where he sits."""
    head = parse.head_of(toponym.span)
    if head is None:
        return False
    verb = next((t for t in (head, *parse.ancestors(head.i)) if t.pos in ("AUX", "VERB")), None)
    if verb is None or verb.lower not in _BE:
        return False
    speaks = any(t.lower in _SPEAKING for t in parse.kids(verb.i, "nsubj"))
    return speaks and any(_is_somebody(parse, t) for t in parse.kids(verb.i, "attr"))


def _is_somebody(parse: Parse, noun: Token) -> bool:
    return noun.pos == "PROPN" and (
        noun.entity == "PERSON" or any(t.pos == "PROPN" for t in parse.kids(noun.i, "compound"))
    )
