"""Whom a charge is laid against, and what it is about."""

from __future__ import annotations

from dateline.code import frames
from dateline.code.triggers import Trigger
from dateline.records import Parse, Token
from dateline.reference.coding import coding_words

_WORDS = coding_words()


def charged(parse: Parse, trigger: Trigger) -> list[Token]:
    """Return at whose door a deed is laid: "blamed the fire on smugglers", "pinned it on them"."""
    if parse.tokens[trigger.head].lemma not in ("blame", "pin"):
        return []
    below = [trigger.head, *(t.i for t in frames.objects(parse, trigger.head))]
    return [t for i in below for t in frames.complements(parse, i, "on")]


def matters(parse: Parse, noun: Token) -> set[int]:
    """Return what a charge is about, which is nobody charged: "allegations of corruption", "a charge of arson"."""
    if noun.pos != "NOUN" or noun.lemma not in _WORDS.acts.of_a_deed:
        return set()
    return {t.i for t in frames.complements(parse, noun.i, "of")}
