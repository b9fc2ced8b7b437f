"""How far a place name stands from a trigger in the grammar: the steps between them, each with its cost.

Low cost: the place says where the happening was ("marched in Cusco"). High: it says something else (origin, recipient, the
speaker's place) or belongs to another clause. Costs were set by hand on two thirds of the event-location development rows.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from dateline.records import Parse, Token, Toponym

REFUSED = 9.0
_PLAIN = frozenset("in at near outside inside around on across within throughout off along beside by through".split())
# What these prepositions say of a place is not where it happened.
_PREPOSITIONS = {
    "of": 0.3, "between": 0.3, "from": 2.6, "to": 2.2, "towards": 2.2, "toward": 2.2, "into": 0.8, "over": 1.5, "under": 1.5,
    "against": 3.0, "with": 3.0, "for": 3.0, "about": 3.0, "than": 4.0, "as": 3.0, "like": 4.0, "by": 2.5, "after": 1.0,
    "before": 2.0, "since": 3.0, "until": 3.0, "during": 0.2, "including": 0.5, "despite": 4.0, "via": 1.5, "without": 3.0,
}  # fmt: skip
_UP_FROM_PLACE = {
    "pobj": 0.0, "prep": 0.0, "appos": 0.1, "conj": 0.5, "compound": 0.4, "nmod": 0.3, "amod": 0.8, "poss": 1.2, "npadvmod": 0.3,
    "dobj": 0.4, "nsubjpass": 0.5, "nsubj": 2.5, "attr": 0.6, "relcl": 2.5, "acl": 1.2, "advcl": 1.6, "ccomp": 3.0, "xcomp": 0.6,
    "pcomp": 1.0, "dep": 1.0, "oprd": 1.0, "parataxis": 2.5, "advmod": 0.3, "agent": 1.5, "dative": 2.0, "nummod": 0.5,
}  # fmt: skip
_UP_FROM_TRIGGER = {
    "advcl": 0.9, "xcomp": 0.4, "conj": 0.7, "relcl": 1.3, "acl": 0.9, "ccomp": 2.2, "nsubj": 0.5, "nsubjpass": 0.4, "dobj": 0.4,
    "pobj": 0.5, "prep": 0.6, "pcomp": 0.6, "compound": 0.2, "amod": 0.2, "nmod": 0.3, "poss": 0.8, "attr": 0.4, "agent": 0.3,
    "appos": 0.6, "csubj": 1.0, "npadvmod": 0.8, "oprd": 0.6, "dative": 0.8, "parataxis": 1.5, "dep": 1.0,
}  # fmt: skip
_DEFAULT = 1.0
_CLAUSES = frozenset("conj advcl relcl ccomp parataxis acl".split())
_PER_TOKEN = 0.03
_DISTANCE = re.compile(r"\b(?:kilomet(?:er|re)s?|km|miles?|hours?|minutes?)\b[^,;.]{0,40}$", re.IGNORECASE)
# Verbs that tell somebody's origin or home.
ORIGIN_VERBS = frozenset("bear grow live reside base study hail raise educate settle emigrate".split())
_SPEECH = frozenset("say tell report state add announce note claim quote write according".split())


@dataclass(frozen=True, slots=True)
class Way:
    """The way from a toponym to a trigger. preposition: the one that governs the name, or "".

    own: the name hangs on the trigger's own clause, not on another noun of it.
    """

    cost: float
    preposition: str
    own: bool = False


def way(parse: Parse, text: str, toponym: Toponym, trigger: Token, locative_nouns: frozenset[str]) -> Way:
    """Return the cost of the steps between a toponym and a trigger of one sentence.

    locative_nouns: nouns such as "city" or "outskirts", through which "of" passes freely.
    """
    head = parse.head_of(toponym.span)
    if head is None or head.sentence != trigger.sentence:
        return Way(REFUSED, "")
    above = [trigger, *parse.ancestors(trigger.i)]
    level = {token.i: n for n, token in enumerate(above)}
    cost, preposition, at, own = 0.0, "", head, True
    while at.i not in level:
        if at.head == at.i:
            return Way(REFUSED, preposition)
        cost += _UP_FROM_PLACE.get(at.dep, _DEFAULT)
        if at.lemma in ORIGIN_VERBS and at.pos == "VERB":
            cost += 3.0
        if at.pos in ("ADP", "SCONJ") or at.dep == "prep":
            cost += _preposition_cost(parse, at, locative_nouns)
            preposition = preposition or at.lower
        own = own and (at is head or _leads_on(parse, at, locative_nouns))
        at = parse.tokens[at.head]
    cost += sum(_trigger_step(above[n], above[n + 1], parse, head) for n in range(level[at.i]))
    if head.dep == "pobj" and at.i == head.i:
        cost -= 0.5  # the trigger's clause hangs on the place itself: "in Damascus, where he spoke"
    if _DISTANCE.search(text[max(0, toponym.span.start - 60) : toponym.span.start]):
        cost += 3.0  # "40 miles north of Tulsa" is not in Tulsa
    own = own and all(token.dep not in _CLAUSES for token in above[: level[at.i]])
    return Way(cost + _PER_TOKEN * abs(head.i - trigger.i), preposition, own)


def _leads_on(parse: Parse, token: Token, locative_nouns: frozenset[str]) -> bool:
    """Tell whether a word between name and trigger is part of telling where: "at a stall in Cusco", "the city of Lima"."""
    if token.pos in ("ADP", "SCONJ", "PROPN") or token.lemma in locative_nouns:
        return True
    return token.dep == "pobj" and parse.tokens[token.head].lower in _PLAIN


def _preposition_cost(parse: Parse, preposition: Token, locative_nouns: frozenset[str]) -> float:
    word = preposition.lower
    above = parse.tokens[preposition.head]
    if word == "of" and above.pos in ("NOUN", "PROPN"):
        return 0.0 if above.lower in locative_nouns or above.lemma in locative_nouns else 0.9
    if word in _PLAIN and above.pos == "NOUN" and above.dep == "nsubj":
        return 0.3  # "teachers in Cusco marched"
    if word == "from" and above.pos in ("NOUN", "PROPN"):
        return 4.0  # "a man from Lima"
    return 0.0 if word in _PLAIN else _PREPOSITIONS.get(word, 0.5)


def _trigger_step(lower: Token, upper: Token, parse: Parse, place: Token) -> float:
    if lower.dep == "ccomp" and upper.lemma in _SPEECH and place.i < min(upper.i, lower.i):
        return 0.9  # the scene is set first: "In Cusco, police said, five people were held"
    return _UP_FROM_TRIGGER.get(lower.dep, _DEFAULT)


def coordinated(parse: Parse, first: Toponym, others: Iterable[Toponym]) -> list[Toponym]:
    """Return the toponyms that are joined to `first` by "and" or commas, itself included, in text order."""
    head = parse.head_of(first.span)
    if head is None:
        return [first]
    chain = _chain(parse, head)
    joined = [t for t in others if t is not first and (h := parse.head_of(t.span)) is not None and h.i in chain]
    return sorted([first, *joined], key=lambda t: t.span)


def _chain(parse: Parse, token: Token) -> set[int]:
    """Return all tokens of a coordination, whichever of them is given."""
    while token.dep == "conj":
        token = parse.tokens[token.head]
    out, stack = set(), [token.i]
    while stack:
        i = stack.pop()
        out.add(i)
        stack.extend(kid.i for kid in parse.kids(i, "conj"))
    return out
