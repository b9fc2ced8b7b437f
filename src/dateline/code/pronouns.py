"""Whom a pronoun that acts stands for: "police came at dawn; they took three men", "Japan said it would stop exports"."""

from __future__ import annotations

from dateline.code.word_classes import by_role
from dateline.records import Parse, Token

_WHO = frozenset(("he", "she", "they"))
_ACTING = frozenset((*_WHO, "it"))
_SUBJECTS = ("nsubj", "nsubjpass")
_ONE = ("NN", "NNP")
_SEVERAL = ("NNS", "NNPS")
_NAMED_BODIES = frozenset(("GPE", "NORP", "ORG"))
_NO_BEARERS = frozenset(("DATE", "TIME", "MONEY", "PERCENT"))
_MARKS = frozenset(('"', "“", "”", "``", "''"))


def speaker(parse: Parse, pronoun: Token) -> list[Token]:
    """Return who says of themselves what a clause tells: "police announced that they had captured him"."""
    verb = parse.tokens[pronoun.head]
    said = parse.tokens[verb.head]
    if pronoun.dep not in _SUBJECTS or verb.dep != "ccomp" or said.pos != "VERB" or said.i > verb.i:
        return []
    return [t for t in parse.kids(said.i, "nsubj") if _agrees(parse, pronoun, t)]


def acts_for(parse: Parse, pronoun: Token) -> list[Token]:
    """Return whom the subject of a clause stands for: who speaks, else the last subject before it that agrees with it."""
    if pronoun.lower not in _ACTING or pronoun.dep not in _SUBJECTS:
        return []
    found = speaker(parse, pronoun)
    if found:
        return found
    sentence = parse.tokens[pronoun.i].sentence
    for here in (sentence, sentence - 1) if sentence else (sentence,):
        found = _subject_before(parse, pronoun, *parse.sentences[here])
        if found:
            return found
    return []


def _subject_before(parse: Parse, pronoun: Token, first: int, last: int) -> list[Token]:
    """Return the subject that a pronoun takes up: the nearest of its own sentence, the main clause's of the one before."""
    own, last = last > pronoun.i, min(last, pronoun.i)
    if any(t.text in _MARKS for t in parse.tokens[first : pronoun.i]):
        return []  # whose words they are is another question
    before = [t for t in parse.tokens[first:last] if t.dep in _SUBJECTS and t.head != pronoun.head]
    before = [t for t in before if _agrees(parse, pronoun, t)]
    main = [t for t in before if not own and parse.tokens[t.head].dep == "ROOT"]
    return (main or before)[-1:]


def _agrees(parse: Parse, pronoun: Token, token: Token) -> bool:
    if token.pos not in ("NOUN", "PROPN", "NUM") or token.entity in _NO_BEARERS:
        return False
    several = token.tag in _SEVERAL or token.lemma == "police" or bool(parse.kids(token.i, "conj"))
    if pronoun.lower == "they":
        return several
    if several or token.tag not in _ONE:
        return False
    body = token.entity in _NAMED_BODIES
    person = token.entity == "PERSON" or (not body and "person" in by_role(token, False))
    return person != (pronoun.lower == "it")
