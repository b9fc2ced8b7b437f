"""Whom a relative pronoun stands for: "the men who fled", and "men on motorbikes, who fled" too."""

from __future__ import annotations

from dateline.records import Parse, Token
from dateline.reference.coding import coding_words
from dateline.reference.roles import roles

RELATIVE = frozenset(("who", "which", "that", "whom", "whose"))
_RANKS = frozenset(("last", "latest", "next", "second", "third", "fourth", "fifth"))
_HARM = coding_words().harm
_UPON = ("against", "at", "in", "near", "of", "on")
_NAMED = ("GPE", "NORP", "ORG", "PERSON")


def antecedent(parse: Parse, token: Token, verb: Token) -> list[Token]:
    """Return what a relative pronoun stands for, else the token itself."""
    if token.lower in RELATIVE and token.tag in ("WP", "WDT", "IN", "WP$"):
        clause: Token | None = verb
        while clause is not None and clause.dep != "relcl":
            clause = parse.tokens[clause.head] if clause.dep in ("conj", "xcomp", "ccomp", "aux") else None
        if clause is not None:
            return [_whom_it_means(parse, token, parse.tokens[clause.head])]
    return [token]


def _whom_it_means(parse: Parse, pronoun: Token, noun: Token) -> Token:
    """Return whom "who" stands for where the parser hung its clause on a thing: "men on motorbikes, who fled"."""
    preposition = parse.tokens[noun.head]
    above = parse.tokens[preposition.head]
    if _is_scene(parse, pronoun, noun):
        return above
    thing = pronoun.lower == "who" and noun.pos == "NOUN" and noun.dep == "pobj" and not names_somebody(noun)
    return above if thing and above.pos in ("NOUN", "PROPN") and names_somebody(above) else noun


def _is_scene(parse: Parse, pronoun: Token, noun: Token) -> bool:
    """Tell whether "which" stands for the deed done at the place before it: "the shelling of Ganta, which killed two"."""
    preposition = parse.tokens[noun.head]
    above = parse.tokens[preposition.head]
    place = pronoun.lower == "which" and noun.dep == "pobj" and noun.pos == "PROPN" and preposition.lower in _UPON
    return place and above.pos == "NOUN" and above.lemma in _HARM.crimes | _HARM.assaults


def ranked_by(parse: Parse, noun: Token) -> Token | None:
    """Return the verb that calls somebody the next of a row: "he [was] the second activist murdered"."""
    verb = parse.tokens[noun.head]
    if noun.dep != "attr" or noun.tag not in ("NN", "NNP") or verb.lemma != "be":
        return None
    ranked = any(t.lower in _RANKS or t.entity == "ORDINAL" for t in parse.kids(noun.i, "amod"))
    return verb if ranked and parse.kids(noun.i, "det") else None


def names_somebody(noun: Token) -> bool:
    """Tell whether a noun or name means people or a body by itself."""
    table = roles()
    return noun.entity in _NAMED or noun.lemma in table.people or noun.lemma in table.bodies
