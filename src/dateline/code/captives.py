"""Is it a man or a town that was captured? What is told of a lone name that no gazetteer knows."""

from __future__ import annotations

from dateline.code import frames
from dateline.records import Parse, Token
from dateline.reference.ages import has_age
from dateline.reference.coding import coding_words

_WORDS = coding_words().captives
_OBJECT = ("dobj", "nsubjpass")
_PLACES = ("FAC", "GPE", "LOC")
_HIS = frozenset("he her him his she".split())
_REACH = 12  # words behind the verb that may say "he"


def is_captive(parse: Parse, token: Token) -> bool:
    """Tell whether a name behind "capture" is a person's: "Hask was captured in Peru", "police captured Hask"."""
    if not _is_captured(parse, token):
        return False
    known: bool | None = parse.memo.get(("captive", token.i))
    if known is None:
        man = is_caught(parse, token) or _as_a_man(parse, token, parse.tokens[token.head])
        known = parse.memo["captive", token.i] = man
    return known


def is_caught(parse: Parse, token: Token) -> bool:
    """Tell whether a name is a person's, whatever the gazetteer knows: "police captured Hask", "Hask, 26, was captured"."""
    if not _is_captured(parse, token):
        return False
    catchers = frames.subjects(parse, token.head)
    return any(t.lemma in _WORDS.catchers for t in catchers) or _is_aged(parse, token)


def _is_captured(parse: Parse, token: Token) -> bool:
    named = token.pos == "PROPN" and token.dep in _OBJECT and token.text[:1].isupper()
    return named and parse.tokens[token.head].lemma in _WORDS.capturing and not parse.kids(token.i, "det", "conj")


def _as_a_man(parse: Parse, token: Token, verb: Token) -> bool:
    """Tell whether what stands around a name that no gazetteer knows is told of people: where it was, what came next."""
    if ("place", token.i) in parse.memo:
        return False
    told = _is_found(parse, verb) or _is_handed_on(parse, verb) or _is_he(parse, verb)
    return token.dep == "nsubjpass" and told


def _is_aged(parse: Parse, token: Token) -> bool:
    """Tell whether an age or "who" stands behind the name: "Hask, 26,"."""
    clauses = parse.kids(token.i, "relcl")
    return has_age(parse.tokens, token.i) or any(t.lower == "who" for c in clauses for t in parse.kids(c.i))


def _is_found(parse: Parse, verb: Token) -> bool:
    """Tell whether nobody but the place is named: "was captured in Peru", not "was captured by rebels in 1991"."""
    if parse.kids(verb.i, "agent"):
        return False
    where = (o for p in parse.kids(verb.i, "prep") if p.lower in ("at", "in", "near") for o in parse.kids(p.i, "pobj"))
    return any(o.entity in _PLACES or ("place", o.i) in parse.memo for o in where)


def _is_handed_on(parse: Parse, verb: Token) -> bool:
    """Tell whether it goes on with what is done to captives: "was captured and jailed"."""
    then = parse.kids(verb.i, "conj")
    return any(t.lemma in _WORDS.done_to_captives and not parse.kids(t.i, "nsubj", "nsubjpass") for t in then)


def _is_he(parse: Parse, verb: Token) -> bool:
    """Tell whether "he" or "his" behind the verb can mean nobody else: "was captured as he slept"."""
    if any(t.tag in ("NN", "NNP") for t in parse.kids(verb.i, "agent") for t in parse.kids(t.i, "pobj")):
        return False
    last = parse.sentences[verb.sentence][1]
    behind = parse.tokens[verb.i + 1 : min(last, verb.i + _REACH)]
    first = next((t for t in behind if t.dep in ("nsubj", "nsubjpass", "poss")), None)
    return first is not None and first.lower in _HIS
