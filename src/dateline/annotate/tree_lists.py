"""Hangs a second person on the first, not on the name between them: "killed a teacher, Jan Roe, and [her driver]".

Small parsers join who stands behind the name to the name or to the verb. What is done to the first is done to him too.
"""

from __future__ import annotations

from msgspec.structs import replace

from dateline.annotate.counted import is_person
from dateline.records import Token

_FAR = 12  # tokens from the name to the second person
_NOUNS = ("NOUN", "PROPN")
_PARTS = ("dobj", "nsubj", "nsubjpass", "pobj")


def mend_lists(out: list[Token]) -> None:
    """Join who stands behind "a teacher, Jan Roe, and" to the teacher, in place. Token numbers are indexes of `out`."""
    for name in tuple(out):
        if name.dep == "appos" and name.pos == "PROPN" and name.head < name.i:
            _set_second(out, name)


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
