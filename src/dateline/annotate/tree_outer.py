"""Acts of whoever speaks that the parser hung into what he says: "denied that they had fled and accused the army".

Takes the tokens of a text, gives them with such acts beside the verb of saying.
"""

from __future__ import annotations

from msgspec.structs import replace

from dateline.records import Token
from dateline.reference.annotating import annotating_words

_WORDS = annotating_words().trees
_STEPS = 6  # up a tree, and words between a verb and its "has"
_HAVE = ("has", "have")


def is_outer_act(out: list[Token], verb: Token) -> bool:
    """Tell whether who says one thing does the next: "said he was the fifth and [accused] the rebels"."""
    if verb.lemma not in _WORDS.speech_acts or verb.dep != "conj" or verb.tag not in ("VBD", "VBN"):
        return False
    if out[verb.i - 1].lower not in ("and", "but") or any(
        t.head == verb.i and t.i < verb.i for t in out[verb.head : verb.i]
    ):
        return False
    return _saying(out, verb) is not None


def _saying(out: list[Token], verb: Token) -> Token | None:
    """Return the verb of saying in whose content a coordinated verb stands: "deny", or one of no past perfect."""
    token = out[verb.head]
    for _ in range(_STEPS):
        above = out[token.head]
        if token.dep == "ccomp" and above.lemma in _WORDS.outer_saying and above.tag == "VBD" and above.i < token.i:
            before = out[above.i + 1 : verb.i]
            own = above.lemma in _WORDS.outer_denials
            return above if own or not any(t.dep == "aux" and t.lower == "had" for t in before) else None
        if above.i == token.i or token.dep not in (
            "conj",
            "relcl",
            "acl",
            "attr",
            "xcomp",
            "advcl",
            "dobj",
            "pobj",
            "prep",
        ):
            return None
        token = above
    return None


def set_outer_act(out: list[Token], verb: Token) -> None:
    """Hang such a verb and its "and" on the verb of saying."""
    above = _saying(out, verb)
    if above is not None:
        out[verb.i] = replace(verb, tag="VBD", dep="conj", head=above.i)
        out[verb.i - 1] = replace(out[verb.i - 1], head=above.i)


def is_in_same_tense(out: list[Token], verb: Token) -> bool:
    """Tell whether who has said one thing has done the next too: "has denied that he fled and has [blamed] the army"."""
    if verb.dep != "conj" or verb.i < 2:
        return False
    link, has = out[verb.i - 2], out[verb.i - 1]
    perfect = has.dep == "aux" and has.lower in _HAVE and has.head == verb.i
    return perfect and link.lower in ("and", "but") and _in_perfect(out, verb) is not None


def _in_perfect(out: list[Token], verb: Token) -> Token | None:
    """Return the verb in the perfect in whose content a coordinated verb stands, where nothing between them is in it."""
    inner = out[verb.head]
    while inner.dep == "conj" and inner.head < inner.i:
        inner = out[inner.head]
    above = out[inner.head]
    before, between = out[max(0, above.i - _STEPS) : above.i], out[above.i : verb.i - 1]
    own = any(t.head == above.i and t.lower in _HAVE for t in before)
    other = any(t.dep == "aux" and t.lower in _HAVE for t in between)
    return above if inner.dep == "ccomp" and own and not other else None


def set_in_same_tense(out: list[Token], verb: Token) -> None:
    """Hang such a verb and its "and" on the verb of saying."""
    above = _in_perfect(out, verb)
    if above is not None:
        out[verb.i] = replace(verb, head=above.i)
        out[verb.i - 2] = replace(out[verb.i - 2], head=above.i)
