"""What is done again and again is of no one day: "march each July", "often attack buses", "for the past three summers"."""

from __future__ import annotations

from dateline.records import Parse, Reading, Token
from dateline.reference.resolving import resolving_words
from dateline.resolve.clauses import clause_verb

_WORDS = resolving_words().recurring
_OVER = frozenset(("during", "for", "in", "over", "through", "throughout"))
_PAST = frozenset(("last", "past", "recent"))
_PRESENT = ("VBP", "VBZ")


def recurs(reading: Reading, trigger: Token) -> bool:
    """Tell whether the trigger's clause tells of what happens every so often, or went on over years or months.

    A set of times ("each July") stands in the clause, an adverb of habit beside its verb in the present, or how long it has
    been so ("for the past three summers").
    """
    parse = reading.grammar()
    verb = clause_verb(parse, trigger)
    if verb is None:
        return False
    heads = (parse.head_of(t.span) for t in reading.times if t.type == "SET")
    if any(head is not None and clause_verb(parse, head) == verb for head in heads):
        return True
    present = verb.tag in _PRESENT and not parse.kids(verb.i, "aux", "auxpass")
    if present and any(t.lower in _WORDS.habits for t in parse.kids(verb.i, "advmod")):
        return True
    return any(
        _is_stretch(parse, noun) for p in parse.kids(verb.i, "prep") if p.lower in _OVER for noun in _behind(parse, p)
    )


def _behind(parse: Parse, link: Token) -> list[Token]:
    return parse.kids(link.i, "pobj")


def _is_stretch(parse: Parse, noun: Token) -> bool:
    """Tell whether a phrase is a row of long times up to now: "the past three summers", "recent years"."""
    past = any(t.lower in _PAST for t in parse.kids(noun.i, "amod"))
    return past and noun.tag == "NNS" and noun.lemma in _WORDS.stretches
