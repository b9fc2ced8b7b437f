"""Tells "shot at a bus" from "shot at a fair": who shoots and who was shot, where a headline leaves out "were".

Used where numbers are counted and where roles are filled.
"""

from __future__ import annotations

from dateline.records import Parse, Token
from dateline.reference.coding import coding_words
from dateline.reference.roles import roles

_ARMED = ("COP", "MIL")
_OUTSIDE_LAW = ("REB", "UAF")
_WORDS = coding_words().harm


def is_at(parse: Parse, verb: Token) -> bool:
    """Tell whether "at" stands right behind a verb."""
    behind = parse.tokens[verb.i + 1 : verb.i + 2]
    return bool(behind) and behind[0].lower == "at" and behind[0].head == verb.i


def shoots_at(parse: Parse, verb: Token) -> bool:
    """Tell whether people, vehicles or houses stand behind "at", so that they are shot at: "shot at a bus", not "at a fair"."""
    if verb.lemma not in _WORDS.aiming or not is_at(parse, verb):
        return False
    if _armed_outside_law(parse, verb) and any(parse.kids(t.i, "det", "poss") for t in parse.kids(verb.i + 1, "pobj")):
        return True  # "a dozen gunmen shot at the tomb"; a headline has no articles ("two gunmen shot at checkpoint")
    return any(t.pos == "PRON" or t.entity == "NORP" or _is_aim(parse, t) for t in parse.kids(verb.i + 1, "pobj"))


def _armed_outside_law(parse: Parse, verb: Token) -> bool:
    """Tell whether gunmen, militants or rebels stand as subject before a verb."""
    return any(t.i < verb.i and roles().sector(t.lemma) in _OUTSIDE_LAW for t in parse.kids(verb.i, "nsubj"))


def _is_aim(parse: Parse, noun: Token) -> bool:
    named = noun.tag == "NNS" or bool(parse.kids(noun.i, "det", "nummod", "poss"))  # "a man shot at home"
    people = noun.lemma in roles().people or roles().bodies.get(noun.lemma) in _ARMED
    return people or (named and noun.lemma in _WORDS.shot_at)
