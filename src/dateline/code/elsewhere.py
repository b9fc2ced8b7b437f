"""Whether words tell of another town than what was told before: no echo of it.

"A shell hit a market in Gao. An ambush in Mopti killed two men": the men are no victims of the shell.
"""

from __future__ import annotations

from collections.abc import Sequence

from dateline.records import EventMention, Parse, Reading, Token, Toponym

_AT = frozenset("around at in inside near outside".split())
_IN_NOUN = (*_AT, "against", "of", "on")
_SIDES = ("dobj", "nsubj", "nsubjpass")
_TOWNS = ("town", "venue")
_FAR = 0.5  # degrees, of two towns that are no two names for one spot
_DEEP = 3  # nouns of "a raid on Tuesday on a camp near Gao"


def is_elsewhere(
    reading: Reading, head: Token, mention: EventMention, told: Sequence[tuple[int, EventMention]]
) -> bool:
    """Tell whether the clause of a word names a town, and a mention another one, itself or what was told right before it.

    told: pairs of sentence index and mention, in text order, the mention among them.
    """
    parse, towns = reading.grammar(), _towns_by(reading, head)
    own = parse.head_of(mention.trigger.span)
    if (
        not towns or own is None or own.sentence == head.sentence
    ):  # "riots followed in two towns, and nine were hurt in Gao"
        return False
    upto = next((k for k, (_, m) in enumerate(told) if m.id == mention.id), -1)
    for _, other in reversed(told[: upto + 1]):
        word = parse.head_of(other.trigger.span)
        there = _towns_by(reading, word) if word is not None else []
        if there:
            return not any(_near(a, b) for a in towns for b in there)
    return False


def _towns_by(reading: Reading, head: Token) -> list[Toponym]:
    """Return the towns that a word's own clause says it was in."""
    parse = reading.grammar()
    inside = set(_named(parse, head.i, _AT if head.pos == "VERB" else _IN_NOUN, _DEEP))
    for side in parse.kids(head.i, *_SIDES) if head.pos == "VERB" else ():
        inside.update(_named(parse, side.i, _IN_NOUN, _DEEP))
    towns = [t for t in reading.toponyms if t.precision in _TOWNS and t.lat is not None]
    return [t for t in towns if (word := parse.head_of(t.span)) is not None and word.i in inside]


def _named(parse: Parse, i: int, links: Sequence[str] | frozenset[str], deep: int) -> list[int]:
    """Return the nouns behind the prepositions of a word, and behind theirs."""
    out: list[int] = []
    for link in parse.kids(i, "prep"):
        for noun in parse.kids(link.i, "pobj"):
            out += [noun.i] if link.lower in links else []
            out += _named(parse, noun.i, _IN_NOUN, deep - 1) if deep > 1 else []
    return out


def _near(a: Toponym, b: Toponym) -> bool:
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return True
    return a.name == b.name or abs(a.lat - b.lat) + abs(a.lon - b.lon) < _FAR
