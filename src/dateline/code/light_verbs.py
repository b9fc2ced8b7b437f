"""Verbs that only carry a noun for a happening: "held" in "held a vigil", "imposed" in "the ban that the governor imposed"."""

from __future__ import annotations

from dateline.code.antecedents import RELATIVE
from dateline.code.chains import names
from dateline.records import Parse, Token
from dateline.reference.coding import coding_words

_WORDS = coding_words()
_LIGHT_WITH_PREPOSITION = frozenset(
    (
        ("go", "on"),
        ("gather", "for"),
        ("turn", "to"),
        ("participate", "in"),
        ("engage", "in"),
        ("call", "for"),
        ("be", "on"),
    )
)


def light_verb(parse: Parse, i: int) -> Token | None:
    """Return the verb that only carries a noun ("held" for "vigil" in "held a vigil"), or None."""
    token = parse.tokens[i]
    while token.dep == "conj" and parse.tokens[token.head].pos == "NOUN":
        token = parse.tokens[token.head]
    above = parse.tokens[parse.tokens[token.head].head]
    if token.dep == "pobj" and parse.tokens[token.head].lower == "of" and above.lemma in _WORDS.acts.spells:
        token = above  # "closed three days of vigils"
    head = parse.tokens[token.head]
    if token.dep in ("dobj", "obj", "nsubjpass") and head.lemma in _WORDS.verbs.light and not names(parse, head):
        to_end_it = head.lemma == "end" and any(t.tag == "TO" for t in parse.kids(head.i, "aux"))
        return None if to_end_it else head  # "a deal to end the strike": who ends it need not have held it
    if token.dep == "pobj" and head.dep == "prep":
        above = parse.tokens[head.head]
        if (above.lemma, head.lower) in _LIGHT_WITH_PREPOSITION:
            return above
        if above.lemma in _WORDS.acts.shares and parse.tokens[above.head].lemma in ("have", "play", "take"):
            return parse.tokens[above.head]
    return None


def relative_light_verb(parse: Parse, noun: Token) -> Token | None:
    """Return the verb of a relative clause that carries its noun ("imposed" in "the ban that the governor imposed")."""
    for verb in parse.kids(noun.i, "relcl"):
        own = [t for t in parse.kids(verb.i, "nsubj", "csubj") if t.lower not in RELATIVE]
        if verb.lemma in _WORDS.verbs.light and own:
            return verb
    return None
