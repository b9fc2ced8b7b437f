"""Hangs a second person on the first, not on what stands between them: "killed a teacher, Jan Roe, and [her driver]".

Small parsers join who stands behind the name to the name or to the verb. What is done to the first is done to him too.
"""

from __future__ import annotations

from msgspec.structs import replace

from dateline.annotate.counted import is_person
from dateline.records import Token
from dateline.reference.coding import coding_words

_FAR = 12  # tokens from the name to the second person
_NOUNS = ("NOUN", "PROPN")
_PARTS = ("dobj", "nsubj", "nsubjpass", "pobj")
_MODIFIERS = ("amod", "compound", "det", "nummod", "poss")
_PAST = ("VBD", "VBN")
_BEFALLING = coding_words().harm.needing_object | coding_words().harm.hurting | coding_words().harm.set_on_fire


def mend_lists(out: list[Token]) -> None:
    """Join who stands behind "a teacher, Jan Roe, and" to the teacher, in place. Token numbers are indexes of `out`."""
    for name in tuple(out):
        if name.dep == "appos" and name.pos == "PROPN" and name.head < name.i:
            _set_second(out, name)
        elif name.dep == "conj" and name.pos == "NOUN" and out[name.head].pos == "VERB":
            _set_beside_object(out, name)
            _set_own_passive(out, out[name.i])
        elif name.dep == "conj" and name.pos in ("NOUN", "NUM"):
            _set_own_passive(out, name)


def _set_own_passive(out: list[Token], noun: Token) -> None:
    """Make a noun joined to the doer what the next passive befalls: "killed by gunmen and [a shop] burned", not "by a shop"."""
    doer, verb = _first_of_list(out, noun), out[min(noun.i + 1, len(out) - 1)]
    first = doer if doer.pos == "VERB" else out[out[doer.head].head] if out[doer.head].dep == "agent" else noun
    if verb.tag not in _PAST or verb.lemma not in _BEFALLING or first.tag not in _PAST or verb.head > noun.i:
        return
    own = [t for t in out[noun.i + 1 : noun.i + _FAR] if t.head == verb.i]
    counted = noun.pos == "NUM" or any(t.head == noun.i and t.dep in ("det", "nummod") for t in out[: noun.i][-_FAR:])
    if not counted or any(t.dep in ("agent", "dobj", "nsubj") for t in own):
        return  # "by rebels and militiamen armed by Togo"
    out[noun.i] = replace(noun, dep="nsubjpass", head=verb.i)
    out[verb.i] = replace(verb, tag="VBN", dep="conj", head=first.i)


def _set_beside_object(out: list[Token], second: Token) -> None:
    """Join a person to the one before "and" whom the verb acts on: "shot [a judge] and [his driver]"."""
    first = second.i
    while first and out[first - 1].head == second.i and out[first - 1].dep in _MODIFIERS:
        first -= 1
    link, before = out[max(0, first - 1)], out[max(0, first - 2)]
    if link.lower != "and" or link.head != second.head or not (is_person(before) and is_person(second)):
        return
    behind = out[second.i + 1] if second.i + 1 < len(out) else second
    if (before.dep, before.head) == ("dobj", second.head) and behind.tag not in _PAST:  # "and his driver wounded"
        out[second.i] = replace(second, head=before.i)
        out[link.i] = replace(link, head=before.i)


def _first_of_list(out: list[Token], noun: Token) -> Token:
    """Return the first of several joined words: a noun, or the verb that a small parser joined the second noun to."""
    for _ in range(_FAR):
        if noun.dep != "conj" or noun.head >= noun.i:
            break
        noun = out[noun.head]
    return noun


def _set_second(out: list[Token], name: Token) -> None:
    first, link = _named(out, name), out[name.i + 1 : name.i + 3]
    if first.dep not in _PARTS or first.pos != "NOUN" or out[name.i - 1].pos not in ("PROPN", "PUNCT"):
        return
    if [t.lower for t in link] != [",", "and"] or not (is_person(first) or name.entity == "PERSON"):
        return
    joined = (t for t in out[name.i + 3 : name.i + _FAR] if t.dep == "conj" and t.pos in _NOUNS)
    second = next((t for t in joined if t.head <= name.i), None)
    if second is None or not (is_person(second) or second.pos == "PROPN"):
        return
    if any(t.pos in ("VERB", "AUX") or t.text == "," for t in out[name.i + 3 : second.i]):
        return
    out[second.i] = replace(second, head=first.i)
    out[link[1].i] = replace(out[link[1].i], head=first.i)


def _named(out: list[Token], name: Token) -> Token:
    """Return who is named: of "the head of the council, Jan Roe," the head."""
    noun = out[name.head]
    above = out[out[noun.head].head]
    titled = noun.dep == "pobj" and out[noun.head].lower == "of" and name.entity == "PERSON" and above.i < noun.i
    return above if titled else noun
