"""Places that an act goes to or leaves by its own words: "flew to Lima", "pulled out of Gao", and where it only came from."""

from __future__ import annotations

from dateline.records import EventMention, Parse, Token, Toponym
from dateline.reference.resolving import resolving_words

_AT = frozenset(("at", "in"))
_INTO = frozenset(("into", "to"))
_AWAY = frozenset(("from", "of"))  # "pulled out of"
_HITHER = frozenset(("in", "up"))
_SMALL = frozenset(("advmod", "prep", "prt"))  # "pulled its men back | from", "moved up | to"
_LINKS = ("ADP", "PART")
_MOVED = frozenset(("MOBILIZE",))
_WORDS = resolving_words().places


def is_reached(parse: Parse, toponym: Toponym, mention: EventMention) -> bool:
    """Tell whether the mention's own words lead to a name: "flew to Lima", "deployed police to Lima", "withdrew from Lima".

    Those that moved from one place to another are at neither by these words: "moved two battalions from Lima to Callao".
    """
    link, trigger = _link(parse, toponym), parse.head_of(mention.trigger.span)
    if link is None or trigger is None:
        return False
    words = parse.inside(mention.trigger.span)
    if words[-1].pos in _LINKS and words[-1].i == link.i:
        return link.lower != "from" or mention.type == "RETREAT"
    if _act(parse, link).i != trigger.i:
        return False
    if mention.type in _MOVED:
        return link.lower in _INTO and not any(t.lower == "from" for t in parse.kids(trigger.i, "prep"))
    if mention.mode == "visit":
        return link.lower in _INTO and toponym.kind == "literal"
    return (mention.type, mention.mode) == ("RETREAT", "withdraw") and link.lower in _AWAY


def is_left_behind(parse: Parse, toponym: Toponym) -> bool:
    """Tell whether a name says only where somebody came from: "arrived from Lima", "flown in from Lima", "brought up from"."""
    link = _link(parse, toponym)
    if link is None or link.lower != "from":
        return False
    verb = _act(parse, link)
    inwards = any(
        t.lower in _HITHER for t in parse.kids(verb.i, "advmod", "prt", "prep") if not parse.kids(t.i, "pobj")
    )
    return verb.pos == "VERB" and (verb.lemma in _WORDS.incoming or inwards)


def is_seat(parse: Parse, toponym: Toponym) -> bool:
    """Tell whether a name says only where a body sits or who comes from: "the ministry in Lima", "officers from Lima"."""
    link = _link(parse, toponym)
    if link is None:
        return False
    above = parse.tokens[link.head]
    if link.lower == "from":
        return above.pos == "NOUN" or is_left_behind(parse, toponym)
    return link.lower in _AT and above.lemma in _WORDS.seats and above.i < link.i  # no "In Lima the minister"


def _link(parse: Parse, toponym: Toponym) -> Token | None:
    """Return the preposition in front of a name, None where there is none."""
    head = parse.head_of(toponym.span)
    while head is not None and head.dep == "conj" and head.head != head.i:
        head = parse.tokens[head.head]
    return parse.tokens[head.head] if head is not None and head.dep == "pobj" else None


def _act(parse: Parse, link: Token) -> Token:
    """Return what a preposition hangs on, through the small words of a verb: "back", "out", "up"."""
    above = parse.tokens[link.head]
    while above.dep in _SMALL and above.pos in ("ADP", "ADV", "PART") and above.head != above.i:
        above = parse.tokens[above.head]
    return above
