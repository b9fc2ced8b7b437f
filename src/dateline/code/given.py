"""Who did that for which somebody is given something: "gave him a suspended sentence for punching a warden"."""

from __future__ import annotations

from dateline.records import Parse, Token
from dateline.reference.coding import coding_words

_WORDS = coding_words()
_NAMES = ("PROPN", "PRON", "NOUN", "NUM")
_WHAT = ("dobj", "npadvmod", "oprd")


def given_for(parse: Parse, link: Token) -> list[Token]:
    """Return to whom something is given where "for" (the link) says for which deed: a medal or sentence is its doer's."""
    verb = _giving(parse, link)
    if verb is None or link.lower != "for":
        return []
    passive = [t for t in parse.kids(verb.i, "nsubjpass") if parse.kids(verb.i, *_WHAT)]
    if verb.lemma in _WORDS.harm.getting:
        return [] if passive else parse.kids(verb.i, "nsubj")
    given = parse.kids(verb.i, *_WHAT)
    to = [t for p in parse.kids(verb.i, "prep", "dative") if p.lower == "to" for t in parse.kids(p.i, "pobj")]
    beside = [t for t in parse.kids(verb.i, "dative") if t.pos in _NAMES] or (given[:1] if len(given) > 1 else [])
    found = passive or beside or to
    return found + [other for t in found for other in parse.kids(t.i, "conj")]


def _giving(parse: Parse, link: Token) -> Token | None:
    """Return the verb of giving or getting whose gift, or which itself, the link hangs on."""
    above = parse.tokens[link.head]
    while above.pos in ("NOUN", "ADP", "NUM") and above.dep in (*_WHAT, "pobj", "prep") and above.head != above.i:
        above = parse.tokens[above.head]
    gives = above.pos == "VERB" and above.lemma in _WORDS.verbs.handing | _WORDS.harm.getting
    return above if gives and parse.kids(above.i, *_WHAT) else None
