"""Mends the tree of a caption whose verb the model took for an adjective: "City nomads commemorate the dead".

The model reads such a line as adjective, verb, adjective, object. The plural that it took for the verb becomes the subject, the
"adjective" the verb, and what hung on the one hangs on the other.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import replace

from dateline.records import Token

_VERB_ENDINGS = ("ate", "ise", "ize", "ify")
# Adjectives with such an ending that do stand before a noun.
_ADJECTIVES = frozenset(
    "accurate adequate affiliate appropriate corporate delicate deliberate desperate elaborate immediate intimate intermediate "
    "legitimate moderate passionate private separate ultimate unfortunate wise otherwise precise late climate".split()
)


def mend_captions(tokens: Sequence[Token]) -> list[Token]:
    """Return the tokens with the verbs of captions put right. Token numbers are indexes of `tokens`."""
    out = list(tokens)
    for noun, verb in itertools.pairwise(tokens):
        if _is_caption(tokens, noun, verb):
            _turn(out, noun, verb)
    return out


def _is_caption(tokens: Sequence[Token], noun: Token, verb: Token) -> bool:
    ending = verb.lower.endswith(_VERB_ENDINGS) and verb.lower not in _ADJECTIVES
    object_ = tokens[verb.head]
    return (
        noun.sentence == verb.sentence
        and noun.tag == "VBZ"
        and noun.lower.endswith("s")
        and verb.tag == "JJ"
        and ending
        and object_.i > verb.i
        and object_.dep == "dobj"
        and object_.head == noun.i
        and not any(
            t.head == noun.i and t.dep in ("nsubj", "nsubjpass", "expl") for t in tokens[max(0, noun.i - 40) : noun.i]
        )
    )


def _turn(out: list[Token], noun: Token, verb: Token) -> None:
    """Make `verb` the verb and `noun` its subject, in place."""
    head = verb.i if noun.head == noun.i else noun.head
    out[verb.i] = replace(verb, lemma=verb.lower, pos="VERB", tag="VBP", dep=noun.dep, head=head)
    out[noun.i] = replace(noun, pos="NOUN", tag="NNS", dep="nsubj", head=verb.i)
    for token in out:
        if token.sentence == verb.sentence and token.head == noun.i and token.i > verb.i:
            out[token.i] = replace(token, head=verb.i)
