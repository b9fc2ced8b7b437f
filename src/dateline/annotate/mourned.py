"""Whose wound was deadly, as far as others mourn him: "the coffins of two men shot on Monday", "a vigil for a girl stabbed"."""

from __future__ import annotations

from dateline.records import Parse, Token
from dateline.reference.annotating import annotating_words

_WORDS = annotating_words().counting


def is_mourned(parse: Parse, noun: Token) -> bool:
    """Tell whether people who were shot or stabbed are those whom a vigil is for or whose coffin is borne."""
    link = parse.tokens[noun.head]
    if link.lower not in ("for", "of") or not any(
        t.lemma in _WORDS.striking for t in parse.kids(noun.i, "acl", "relcl")
    ):
        return False
    above = parse.tokens[link.head]
    near = (above, parse.tokens[above.head], *parse.kids(above.i, "dobj", "nsubj", "nsubjpass"))
    return any(t.lemma.lower() in _WORDS.mourning for t in near)
