"""What the words of a trigger are done to: the objects of each of them, and what stands behind their prepositions."""

from __future__ import annotations

from dateline.code import frames
from dateline.code.aims import covered, is_hit
from dateline.code.triggers import Trigger
from dateline.records import Parse, Token
from dateline.reference.codebook import Codebook
from dateline.reference.coding import coding_words

_WORDS = coding_words().gatherings
_HANDS = coding_words().captives.hands
_LEADS = frozenset("on upon to for with at against into from of by behind".split())


def all_objects(parse: Parse, trigger: Trigger, codebook: Codebook) -> list[Token]:
    """Return the objects of a trigger, whether they can bear a role or not."""
    found = frames.objects(parse, trigger.head)
    for i in trigger.tokens:
        token = parse.tokens[i]
        crime = trigger.type == "ACCUSE" and token.lower in ("of", "with") and parse.tokens[trigger.head].pos == "VERB"
        crime = crime or (token.lower == "to" and parse.tokens[trigger.head].lemma == "fall")  # "fell to the rebels"
        crime = crime or parse.tokens[token.head].lemma in _HANDS  # "in the hands of the rebels"
        where = token.lower == "at" and trigger.type == "ASSAULT" and is_hit(parse, trigger, codebook)  # "shot at home"
        if i != trigger.head and token.lower in _LEADS and not (crime or where):  # "charged with arson"
            found = found + [t for t in parse.kids(i, "pobj") if t.i not in trigger.tokens]
        # "laid to rest nine of its people", but not "gathered to demand early elections"
        demanded = trigger.type == "PROTEST" and token.lemma in _WORDS.demanding | _WORDS.calling_out
        if not found and i != trigger.head and token.pos == "VERB" and not demanded:
            found = frames.objects(parse, i)
    if trigger.type == "PROTEST" and parse.tokens[trigger.head].lemma in _WORDS.calling_out:
        found = []  # "chanting 'Bread for all'"
    if covered(parse, trigger, codebook):  # "daubed slogans on a wall": the wall is meant
        found = []
    return found
