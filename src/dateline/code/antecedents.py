"""Whom a relative pronoun stands for: "the men who fled", and "men on motorbikes, who fled" too."""

from __future__ import annotations

from dateline.records import Parse, Token
from dateline.reference.coding import coding_words
from dateline.reference.roles import roles

RELATIVE = frozenset(("who", "which", "that", "whom", "whose"))
_PARTS = frozenset("all both few many most none several some".split())
_WHOLE = frozenset(("all", "both"))
_RANKS = frozenset(("last", "latest", "next", "second", "third", "fourth", "fifth"))
_HARM = coding_words().harm
_UPON = ("against", "at", "in", "near", "of", "on")
_NOUNS = ("NOUN", "NUM", "PROPN")
_SUBJECTS = ("nsubj", "nsubjpass")
_OF_ONE = frozenset(("has", "is", "was"))
_OF_SEVERAL = frozenset(("are", "have", "were"))
_NAMED = ("GPE", "NORP", "ORG", "PERSON")


def antecedent(parse: Parse, token: Token, verb: Token) -> list[Token]:
    """Return what a relative pronoun stands for, "most of whom" too, else the token itself."""
    if token.lower in (
        _WHOLE if token.dep == "nsubjpass" else _PARTS
    ):  # "several of whom were hurt" is not all of them
        whole = [t for link in parse.kids(token.i, "prep") for t in parse.kids(link.i, "pobj")]
        if len(whole) == 1 and whole[0].tag in ("WP", "WDT"):
            return antecedent(parse, whole[0], verb)
    if token.lower in RELATIVE and token.tag in ("WP", "WDT", "IN", "WP$"):
        clause: Token | None = verb
        while clause is not None and clause.dep != "relcl":
            clause = parse.tokens[clause.head] if clause.dep in ("conj", "xcomp", "ccomp", "aux") else None
        if clause is not None:
            meant = _whom_it_means(parse, token, parse.tokens[clause.head])
            return _all_of_them(parse, token, meant, clause) or [meant]
    return [token]


def _all_of_them(parse: Parse, pronoun: Token, noun: Token, clause: Token) -> list[Token]:
    """Return all who are joined before a comma and "who": "the mayor and his deputy, who were held".

    The verb says that they are several, or may say so and they are its main clause's subject: "Peru and Chile, which signed
    the pact, met". None where it tells of one.
    """
    first = noun
    while first.dep == "conj" and first.head < first.i:
        first = parse.tokens[first.head]
    joined = [first]
    for one in joined:
        joined += [t for t in parse.kids(one.i, "conj") if t.i < pronoun.i and t.pos in _NOUNS]
    if len(joined) < 2 or first.pos not in _NOUNS or parse.tokens[pronoun.i - 1].text != ",":
        return []
    forms = {t.lower for t in (clause, *parse.kids(clause.i, "aux", "auxpass"))}
    if forms & _OF_ONE or clause.tag == "VBZ" or pronoun.dep not in _SUBJECTS:
        return []
    return joined if forms & _OF_SEVERAL or first.dep in _SUBJECTS else []


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
