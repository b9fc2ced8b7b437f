"""Mends which of two verbs is the clause's where a small parser takes a participle for it, or it for a participle.

"A man wanted for murder was arrested": the participle was made the verb and the verb its content, without a subject of its own.
"Men on a motorcycle gunned down a guard": the only verb was made a participle, which has an object as no passive one has.
"He was pulled out alive by fishermen": who does it was hung on the adjective.
"""

from __future__ import annotations

from msgspec.structs import replace

from dateline.records import Token
from dateline.reference.annotating import annotating_words

_FAR = 40  # tokens of a clause
_SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")
_OPENING = (*_SUBJECTS, "mark", "dobj")
_WORDS = annotating_words().trees
_MOVED = frozenset(("punct", "cc", "conj"))


def mend_verbs(out: list[Token]) -> None:
    """Mend the verbs of one text in place. Token numbers are indexes of `out`."""
    for token in tuple(out):
        here = out[token.i]
        if here.dep == "ccomp" and here.pos in ("VERB", "AUX"):
            _set_participle(out, here)
        elif here.dep == "acl" and here.tag == "VBN":
            _set_verb(out, here)
        elif here.dep == "agent" and out[here.head].pos in ("ADJ", "ADV"):
            verb = out[out[here.head].head]
            if verb.tag == "VBN" and any(t.dep == "auxpass" for t in _kids(out, verb)):
                out[here.i] = replace(here, head=verb.i)


def _kids(out: list[Token], token: Token) -> list[Token]:
    return [t for t in out[max(0, token.i - _FAR) : token.i + _FAR] if t.head == token.i and t.i != token.i]


def _set_participle(out: list[Token], verb: Token) -> None:
    """Make the verb above a participle of its subject, and that the subject of the verb, which has none."""
    above = out[verb.head]
    if above.tag not in ("VBD", "VBN") or above.i > verb.i or above.lemma in _WORDS.saying:
        return
    kids, uppers = _kids(out, verb), _kids(out, above)
    finite = verb.tag == "VBD" or any(
        t.dep in ("aux", "auxpass") and t.tag in ("VBD", "VBZ", "VBP", "MD") for t in kids
    )
    subject = next((t for t in uppers if t.dep == "nsubj" and t.pos in ("NOUN", "PROPN") and t.i < above.i), None)
    if not finite or subject is None or any(t.dep in _OPENING and t.i < verb.i for t in kids):
        return
    if any(t.dep in ("aux", "auxpass", "dobj") or (t.text in ",;:" and t.i < verb.i) for t in uppers):
        return
    passive = any(t.dep == "auxpass" for t in kids)
    out[verb.i] = replace(verb, dep=above.dep, head=verb.i if above.head == above.i else above.head)
    out[subject.i] = replace(subject, dep="nsubjpass" if passive else "nsubj", head=verb.i)
    out[above.i] = replace(above, tag="VBN", dep="acl", head=subject.i)
    for token in uppers:
        if token.dep in _MOVED and token.i > verb.i:
            out[token.i] = replace(token, head=verb.i)


def _set_verb(out: list[Token], verb: Token) -> None:
    """Make a participle with an object the verb of a clause that has none: its root is the subject."""
    root = out[verb.head]
    inside = 0
    while root.dep in ("pobj", "prep", "conj", "compound") and inside < _FAR:
        root, inside = out[root.head], inside + 1
    if root.dep != "ROOT" or root.pos not in ("NOUN", "PROPN") or verb.i < root.i or verb.lemma in _WORDS.giving:
        return
    kids, uppers = _kids(out, verb), _kids(out, root)
    if not any(t.dep == "dobj" for t in kids) or any(
        t.pos in ("VERB", "AUX") and t.dep != "amod" for t in uppers if t.i != verb.i
    ):
        return
    out[verb.i] = replace(verb, tag="VBD", dep="ROOT", head=verb.i)
    out[root.i] = replace(root, dep="nsubj", head=verb.i)
    for token in uppers:
        if token.i > verb.i:
            out[token.i] = replace(token, head=verb.i)
