"""Names in another clause than the happening: what was before it, and what is told of another day beside it."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from dateline.records import Parse, Time, Token, Toponym
from dateline.reference.resolving import resolving_words

_VERBS = ("AUX", "VERB")
_NOUNS = ("NOUN", "PRON", "PROPN")
_NUMBERS = ("CARDINAL", "ORDINAL")
_SUBJECTS = ("expl", "nsubj", "nsubjpass")
_DAYS = ("day", "month", "night", "week", "year")
_TOWARDS = ("for", "to", "towards")
_WORDS = resolving_words().places


def is_after_another(parse: Parse, toponym: Toponym, trigger: Token) -> bool:
    """Tell whether a name says where something was before: "freed him after the two sides had met in Lima"."""
    head = parse.head_of(toponym.span)
    if head is None:
        return False
    above = {t.i for t in (trigger, *parse.ancestors(trigger.i))}
    for token in (head, *parse.ancestors(head.i)):
        if token.i in above:
            return False
        if token.dep == "advcl" and any(t.lower in _WORDS.earlier for t in parse.kids(token.i, "mark")):
            return True
        if token.dep == "pcomp" and parse.tokens[token.head].lower in _WORDS.earlier:
            return True
    return False


def is_days_before(parse: Parse, toponym: Toponym, trigger: Token) -> bool:
    """Tell whether a name places only what was days before the deed that is told: "the raid came a week after a fire in Lima"."""
    head, verb = parse.head_of(toponym.span), parse.tokens[trigger.head]
    if head is None or trigger.dep not in _SUBJECTS or trigger.pos not in _NOUNS or verb.pos not in _VERBS:
        return False
    above = (head, *parse.ancestors(head.i))
    below = next((t for t in above if t.head == verb.i and t.i != verb.i), None)
    if below is None or verb not in above or below.i < verb.i:
        return False
    inside = parse.subtree(below.i)
    after = next((t for t in parse.tokens[verb.i : head.i] if t.lower in _WORDS.earlier and t.i in inside), None)
    return after is not None and parse.tokens[after.i - 1].lemma in _DAYS


def is_bound_for(parse: Parse, toponym: Toponym, trigger: Token) -> bool:
    """Tell whether a name says only where somebody was going: "seized as he boarded a flight to Lima"."""
    head = parse.head_of(toponym.span)
    if head is None or head.dep != "pobj" or parse.tokens[head.head].lower not in _TOWARDS:
        return False
    link = parse.tokens[head.head]
    gone = (parse.tokens[link.head], parse.tokens[link.i - 1])  # the parser may hang "on a train | to Lima" on the verb
    return any(t.i != trigger.i and not {t.lemma, t.lower}.isdisjoint(_WORDS.going) for t in gone)


def is_of_another_day(parse: Parse, toponym: Toponym, trigger: Token, times: Iterable[Time]) -> bool:
    """Tell whether a name places only what a coordinated clause tells of another day.

    "They were seized in Lima on Monday, and a court freed them on Friday", "shut the port on Monday and met in Lima on Friday":
    the clause behind has a day of its own, and what is told there need not be where the other was.
    """
    head = parse.head_of(toponym.span)
    if head is None:
        return False
    joined = _clause(parse, head, trigger) or _clause(parse, trigger, head)
    if joined is None:
        return False
    behind = parse.subtree(joined.i)
    ahead = set(parse.subtree(joined.head)) - set(behind)
    if _shares(parse, joined, head, trigger):
        return False
    if any(parse.tokens[i].lower in _WORDS.same_spot for i in (behind if trigger.i in behind else ahead)):
        return False
    first, second = _days(parse, ahead, times), _days(parse, behind, times)
    return bool(first) and bool(second) and first.isdisjoint(second)


def _clause(parse: Parse, inner: Token, outer: Token) -> Token | None:
    """Return the coordinated verb above one token that the other does not stand under, where it hangs on a verb above that."""
    above = {t.i for t in (outer, *parse.ancestors(outer.i))}
    for token in (inner, *parse.ancestors(inner.i)):
        if token.i in above:
            return None
        if token.dep == "conj" and token.pos in _VERBS and token.head in above:
            return token if parse.tokens[token.head].pos in _VERBS else None
    return None


def _shares(parse: Parse, joined: Token, name: Token, trigger: Token) -> bool:
    """Tell whether what a coordinated clause tells goes on from the one ahead: by its subject or a place in front of both."""
    subjects = parse.kids(joined.i, *_SUBJECTS)
    if trigger.i > joined.head and name.i < joined.head:
        return True  # "In Lima they met on Monday, and police came on Friday"
    if trigger.i in parse.subtree(joined.i):  # "was seized on Monday and freed on Friday", "a second on Friday"
        others = (t for t in subjects if t.pos in _NOUNS and t.entity not in _NUMBERS)
        return all(t.lower == "another" for t in others)
    return not subjects and trigger.dep in _SUBJECTS and trigger.head == joined.head


def _days(parse: Parse, tokens: Collection[int], times: Iterable[Time]) -> set[str]:
    """Return the days, as far as they are known, that stand among the tokens."""
    inside = ((t, parse.head_of(t.span)) for t in times if t.type in ("DATE", "TIME"))
    return {str(t.from_ or t.text) for t, head in inside if head is not None and head.i in tokens}
