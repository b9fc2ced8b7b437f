"""What a wound led to: deadly, as far as others mourn him ("a vigil for a girl stabbed"), or left open ("was shot")."""

from __future__ import annotations

from dateline.annotate.governing import governors, told_by
from dateline.records import Parse, Token
from dateline.reference.annotating import annotating_words
from dateline.reference.numbers import CountLexicon

_WORDS = annotating_words().counting
_WOUND_REACH = 7  # tokens behind "shot" in which the limb is named


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


def is_only_shot(parse: Parse, noun: Token, lexicon: CountLexicon) -> bool:
    """Tell whether nothing but a shot befell one person ("was shot at his home"), which leaves open whether he lived.

    A wound that is told of, or where the shot went in, does not: "was shot and wounded", "was shot in the leg".
    """
    wounds = lexicon.of["injured"].objects["hit"]
    verbs = [verb for verb, side in governors(parse, noun.i) if told_by(parse, verb, side, lexicon) == "injured"]
    return bool(verbs) and all(
        verb.lemma == "shoot"
        and not parse.kids(verb.i, "conj")
        and not any(t.lemma in wounds for t in parse.tokens[verb.i : verb.i + _WOUND_REACH])
        for verb in verbs
    )
