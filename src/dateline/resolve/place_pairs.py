"""Places that a clause tells without naming them: "in both countries", and the country of a crowd named by its people."""

from __future__ import annotations

from dateline.records import EventMention, Parse, Reading, Span, Token, Toponym
from dateline.reference.resolving import resolving_words

_LEVELS = resolving_words().levels
_SENTENCES_BACK = 2
_WHOSE = frozenset(("between", "from", "of", "with"))
_PUBLIC = frozenset(("GATHER", "PROTEST"))


def both_named(trigger: Span, reading: Reading) -> list[int]:
    """Return the numbers of the two places that "in both countries" takes up, none where the clause says no such thing."""
    parse = reading.grammar()
    head = parse.head_of(trigger)
    if head is None:
        return []
    for i in parse.subtree(head.i):
        noun = parse.tokens[i]
        level = _LEVELS.get(noun.lemma)
        if level is None or noun.dep != "pobj" or noun.tag != "NNS" or not _is_where(parse, noun):
            continue
        if any(t.lower in ("both", "two") for t in parse.kids(i, "det", "nummod", "predet")):
            return _last_two(level, noun.start, noun.sentence, reading)
    return []


def _is_where(parse: Parse, noun: Token) -> bool:
    """Tell whether it says where: "in both countries", "in the capitals of both", but not "the envoys of both countries met"."""
    link = parse.tokens[noun.head]
    above = parse.tokens[link.head]
    return link.lower not in _WHOSE or (link.lower == "of" and above.dep == "pobj")


def _last_two(level: str, before: int, sentence: int, reading: Reading) -> list[int]:
    parse = reading.grammar()
    first = parse.sentence_span(max(0, sentence - _SENTENCES_BACK)).start
    named: dict[str | None, int] = {}
    for number, toponym in enumerate(reading.toponyms):
        if first <= toponym.span.start < before and toponym.precision == level:
            named.pop(toponym.name, None)
            named[toponym.name] = number
    return list(named.values())[-2:] if len(named) >= 2 else []


def country_of_crowd(mention: EventMention, reading: Reading) -> int | None:
    """Return the number of the demonym that a crowd goes by ("thousands of Malians marched"), None where it goes by none."""
    if mention.type not in _PUBLIC:
        return None
    crowd = [a.span for a in mention.arguments if a.role == "actor"]
    for number, toponym in enumerate(reading.toponyms):
        if toponym.kind == "associative" and any(_goes_by(span, toponym) for span in crowd):
            return number
    return None


def country_of_police(mention: EventMention, reading: Reading) -> int | None:
    """Return the number of the demonym of the police or court that act ("Kenyan police arrested 14"), None where there is none.

    A pronoun stands for those who say so: "Kenyan police said they had arrested 14".
    """
    parse = reading.grammar()
    if mention.type != "COERCE":
        return None
    for argument in mention.arguments:
        head = parse.head_of(argument.span) if argument.role == "actor" else None
        if head is None:
            continue
        teller = _teller(parse, head) if head.pos == "PRON" else head
        if teller is None or teller.lemma not in resolving_words().places.local_forces:
            continue
        own = {t.i for t in parse.kids(teller.i, "amod", "compound")}
        for number, toponym in enumerate(reading.toponyms):
            named = parse.head_of(toponym.span)
            if toponym.precision == "country" and named is not None and named.i in own:
                return number
    return None


def _teller(parse: Parse, pronoun: Token) -> Token | None:
    """Return who says what a pronoun does in the clause told: "police said they had ..."."""
    verb = parse.tokens[pronoun.head]
    said = parse.tokens[verb.head] if verb.dep == "ccomp" else None
    return next(iter(parse.kids(said.i, "nsubj")), None) if said is not None and pronoun.lower == "they" else None


def _goes_by(crowd: Span, demonym: Toponym) -> bool:
    """Tell whether the crowd's words end in the demonym, which then names the people and not an office."""
    return demonym.precision == "country" and crowd.end == demonym.span.end and demonym.span.start >= crowd.start
