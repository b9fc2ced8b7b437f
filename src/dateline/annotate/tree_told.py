"""Mends relative clauses into which it is put who says so: "a man who prosecutors say killed three nurses was freed".

Small parsers make the pronoun the subject of the saying, take the deed for a participle and its object for the subject of the
next verb. The deed gets the pronoun, its object stays with it, and who was described is the subject of the next verb.
"""

from __future__ import annotations

from msgspec.structs import replace

from dateline.records import Token
from dateline.reference.annotating import annotating_words

_PRONOUNS = ("that", "which", "who", "whom")
_SAYING = annotating_words().trees.saying_between
_NOUNS = ("NOUN", "PROPN", "PRON")
_HELPING = ("AUX", "ADV", "PART")
_FINITE = ("VBD", "VBP", "VBZ")
_PAST = ("VBD", "VBN")
_BEFORE_NOUN = ("amod", "compound", "det", "nummod", "poss", "punct", "nmod", "npadvmod", "quantmod")
_FAR = 6  # tokens from the noun to the saying, and from it to the deed
_LONG = 40  # tokens of a clause


def mend_told(out: list[Token]) -> None:
    """Mend such clauses of one text in place. Token numbers are indexes of `out`."""
    for saying in tuple(out):
        if saying.lemma not in _SAYING or saying.tag not in _FINITE or saying.i < 2:
            continue
        if out[saying.i - 1].pos not in _NOUNS:
            continue
        pronoun = _pronoun(out, saying)
        deed = _deed(out, saying)
        if deed is None:
            continue
        if pronoun is not None:
            _set_told(out, saying, pronoun, deed)
        elif saying.dep == "relcl" and deed.head < saying.i and deed.dep in ("advcl", "ccomp", "dep"):
            out[deed.i] = replace(
                deed, tag="VBD", dep="ccomp", head=saying.i
            )  # "the youth they believe set fire to it"


def _pronoun(out: list[Token], saying: Token) -> Token | None:
    """Return the "who" before who says it, where a noun stands right before that."""
    for token in reversed(out[max(1, saying.i - _FAR) : saying.i - 1]):
        if token.lower in _PRONOUNS and token.tag in ("WP", "WDT", "IN"):
            before = out[token.i - 1] if out[token.i - 1].text != "," else out[max(0, token.i - 2)]
            if before.pos not in _NOUNS or before.sentence != saying.sentence:
                return None
            return token if token.tag != "IN" else None
        if token.pos in ("VERB", "AUX", "ADP", "CCONJ", "PUNCT"):
            return None
    return None


def _deed(out: list[Token], saying: Token) -> Token | None:
    """Return the verb behind the saying that has no subject between: "say (had) killed"."""
    for token in out[saying.i + 1 : saying.i + 1 + _FAR]:
        if token.pos == "VERB" and token.tag not in ("VB", "VBG"):
            return token
        if token.pos == "VERB" and token.tag == "VB" and token.i == saying.i + 1:
            return token  # "witnesses said beat the student"
        if token.pos not in _HELPING or token.lower == "to":
            return None
    return None


def _set_told(out: list[Token], saying: Token, pronoun: Token, deed: Token) -> None:
    """Hang the saying on the noun, the deed on the saying and the pronoun on the deed; give the next verb the noun."""
    noun = out[pronoun.i - 1] if out[pronoun.i - 1].text != "," else out[pronoun.i - 2]
    own = [t for t in out[saying.i + 1 : deed.i + 1] if t.pos == "AUX"]
    passive = any(t.lemma == "be" for t in own) and deed.tag in _PAST
    taken = None if passive else _taken(out, deed)
    behind = out[taken.head] if taken is not None else None
    if behind is None and deed.dep == "ROOT":
        return
    if noun.dep not in ("nsubj", "nsubjpass") or noun.head in (saying.i, deed.i):
        if behind is not None:
            _set_main(out, noun, behind)
        elif noun.head in (saying.i, deed.i):
            return
    if taken is not None:
        out[taken.i] = replace(taken, dep="dobj", head=deed.i)
    teller = out[saying.i - 1]
    out[teller.i] = replace(teller, dep="nsubj", head=saying.i)
    out[saying.i] = replace(saying, dep="relcl", head=noun.i)
    out[pronoun.i] = replace(pronoun, dep="nsubjpass" if passive else "nsubj", head=deed.i)
    tag = deed.tag if own or deed.tag == "VBZ" else "VBD"
    out[deed.i] = replace(deed, tag=tag, dep="ccomp", head=saying.i)


def _taken(out: list[Token], deed: Token) -> Token | None:
    """Return the object of the deed that the parser made the subject of a verb behind: "killed [three nurses] was"."""
    for token in out[deed.i + 1 : deed.i + _FAR]:
        if token.dep in ("nsubj", "nsubjpass") and token.head > token.i:
            return token
        if token.dep not in _BEFORE_NOUN:
            return None
    return None


def _set_main(out: list[Token], noun: Token, verb: Token) -> None:
    """Make the noun that the clause describes the subject of the verb behind the clause."""
    passive = any(t.dep == "auxpass" and t.head == verb.i for t in out[noun.i : verb.i])
    top = noun.dep == "ROOT" or verb.head in range(noun.i, verb.i)
    out[verb.i] = replace(verb, dep="ROOT", head=verb.i) if top else verb
    out[noun.i] = replace(noun, dep="nsubjpass" if passive else "nsubj", head=verb.i)
    for token in out[noun.i : verb.i + _LONG]:
        if token.i > verb.i and token.head == noun.i and token.sentence == verb.sentence:
            out[token.i] = replace(token, head=verb.i)
