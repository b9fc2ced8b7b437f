"""What the grammar around a name says for its being a place: "the mayor of X", "students from X", "in X and Y"."""

from __future__ import annotations

from collections.abc import Collection

from dateline.records import Parse, Token
from dateline.reference.gazetteer import names
from dateline.reference.gazetteer.supplement import venues


def belongs_to(parse: Parse, first: int) -> bool:
    """Tell whether a noun ahead belongs to a place or comes from one: "the streets of X", "the mayor of X", "students from X"."""
    tokens = parse.tokens
    at = first - 1 if first and tokens[first - 1].lower != "the" else first - 2
    if at < 1 or tokens[at].sentence != tokens[first].sentence:
        return False
    noun = tokens[tokens[at].head]
    if tokens[at].lower == "of":
        return noun.lemma in venues().owned
    return tokens[at].lower == "from" and noun.lemma in venues().folk


def joined_to(parse: Parse, head: Token | None, known: Collection[str]) -> bool:
    """Tell whether a name is joined to a known place: "the roads to X and Y"."""
    if head is None or head.dep != "conj":
        return False
    first = parse.tokens[head.head]
    return first.pos == "PROPN" and names.key(first.text) in known
