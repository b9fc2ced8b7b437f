"""What was there before: deeds that an inquiry is into, a march is over, or whose victims are remembered."""

from __future__ import annotations

from itertools import pairwise

from dateline.code.chains import NOMINAL, VERBAL
from dateline.records import Parse, Token
from dateline.reference.statuswords import load_status_words

_WORDS = load_status_words()
# What is done to somebody. A congress is marked by holding it, and a release that brings a truce may be still to come.
_SUFFERED = frozenset(("ASSAULT", "COERCE", "MOBILIZE", "PROTEST", "SANCTION"))
_ITS_LINK = 2  # steps from a deed to what its own preposition hangs on: "life sentences for the murder"


def up_to_ground(parse: Parse, chain: list[Token], kind: str) -> tuple[list[Token], bool]:
    """Return the part of a chain below the word that takes the deed for granted, and whether there is such a word.

    "An inquiry into the killing", "a strike over the arrest", "victims of the shooting", "will investigate the raid": whatever
    becomes of the inquiry, the deed has been done.
    """
    if kind not in _SUFFERED:
        return chain, False
    for k, (below, above) in enumerate(pairwise(chain), 1):
        sentenced = k == _ITS_LINK and below.lower == "for" and above.lemma in _WORDS.answered_for
        if sentenced or _takes_for_granted(below, above):
            return chain[:k], True
    top = chain[-1]  # "that the killing be investigated": the chain ends with the subject
    return chain, top.dep == "nsubjpass" and parse.tokens[top.head].lemma in _WORDS.takes_up


def _takes_for_granted(below: Token, above: Token) -> bool:
    if above.pos in VERBAL and below.dep == "dobj" and below.pos in NOMINAL:
        return above.lemma in _WORDS.takes_up or (above.lemma == "follow" and above.tag == "VBD")
    if below.dep == "agent":  # "protests sparked by the arrest"
        return above.lemma in _WORDS.sparks
    if below.dep != "prep":
        return False
    if above.pos in NOMINAL and above.lemma in _WORDS.suffered:
        return True
    return above.lemma in _WORDS.takes_issue and below.lower in _WORDS.over_what
