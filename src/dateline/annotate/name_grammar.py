"""What the grammar around a name says for its being a place: "the mayor of X", "students from X", "in X and Y"."""

from __future__ import annotations

from collections.abc import Collection

from dateline.annotate.name_spans import names_owner
from dateline.records import Parse, Token
from dateline.reference.gazetteer import names
from dateline.reference.gazetteer.supplement import context_words, venues

_WORDS = context_words()


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


def called_a_place(parse: Parse, first: int) -> bool:
    """Tell whether a noun ahead gives the name as that of a place of its sort: "the village of X", "an island called X".

    Many ("a city of Kurds") and owners ("the home town of Jane Roe") are no names of it.
    """
    tokens = parse.tokens
    if first < 2 or tokens[first - 1].lower not in ("of", "called", "named") or tokens[first].tag == "NNPS":
        return False
    noun = tokens[first - 2]
    word = noun.lower[:-3] + "y" if noun.lower.endswith("ies") else noun.lower.removesuffix("s")
    same = noun.sentence == tokens[first].sentence
    return same and word in venues().called and not names_owner(parse, noun.i)


def joined_to(parse: Parse, head: Token | None, known: Collection[str]) -> bool:
    """Tell whether a name is joined to a known place: "the roads to X and Y"."""
    if head is None or head.dep != "conj":
        return False
    first = parse.tokens[head.head]
    return first.pos == "PROPN" and names.key(first.text) in known


def where_behind(parse: Parse, last: int) -> bool:
    """Tell whether a clause that opens with "where" follows a name: "left for X, where a curfew is in force"."""
    behind = [token.lower for token in parse.tokens[last : last + 2]]
    return behind[:1] == ["where"] or behind == [",", "where"]


def is_overrun(parse: Parse, head: Token | None) -> bool:
    """Tell whether a name is the object of what is done to land, not to people: "overran X", "X was shelled"."""
    return head is not None and head.dep in ("dobj", "nsubjpass") and parse.tokens[head.head].lemma in _WORDS.of_land


def is_taken_by_force(parse: Parse, head: Token | None) -> bool:
    """Tell whether a name is what an armed force takes or loses: "troops captured X and Y", "X was seized by rebels"."""
    if head is None:
        return False
    first = parse.tokens[head.head] if head.dep == "conj" else head
    verb = parse.tokens[first.head]
    if first.dep not in ("dobj", "nsubjpass") or verb.lemma not in _WORDS.taken_by_force:
        return False
    agents = [t for by in parse.kids(verb.i, "agent") for t in parse.kids(by.i, "pobj")]
    return any(t.lemma in _WORDS.forces for t in (*parse.kids(verb.i, "nsubj"), *agents))


def stands_alone(parse: Parse, first: int, last: int) -> bool:
    """Tell whether a capitalised name is no part of a longer one: "in X", unlike "the X Land Committee", "X 8", "X's"."""
    tokens, sentence = parse.tokens, parse.tokens[first].sentence
    ends = (tokens[first], tokens[last - 1])  # "Mocímboa da Praia" has a small word within
    whole = all(t.text[0].isupper() for t in ends if t.text[0].isalpha())
    beside = [tokens[i] for i in (first - 1, last) if 0 <= i < len(tokens) and tokens[i].sentence == sentence]
    behind = beside[-1] if beside and beside[-1].i == last else None
    joined = behind is not None and (behind.pos in ("NUM", "PART") or behind.text == "-")
    return whole and not joined and not any(t.pos == "PROPN" and t.text[0].isupper() for t in beside)
