"""Places inside the words for what is struck, and names that place another deed than the one that is told.

"Bombings at embassies in Ghana and Togo killed 12": the embassies stand where it was. "Was arrested over last year's raid in
Togo": there the raid was, of the arrest that says nothing.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

from dateline.records import EventMention, Parse, Time, Token, Toponym
from dateline.reference.resolving import resolving_words

_WHERE = frozenset("across at in inside near outside".split())
_JOINED = frozenset(("appos", "conj"))
_STRUCK = frozenset(("target", "victim"))
_BY_FORCE = frozenset(("ASSAULT", "COERCE"))
_SUBJECTS = ("nsubj", "nsubjpass")
_SAME_DEED = frozenset(("after", "at", "by", "during", "in"))  # "were killed in last month's raid in Goma"
_FOR = frozenset(("for", "over", "with"))
_WORDS = resolving_words().places
_ATTACKS = _WORDS.attacks
_BEFORE_NOUN = frozenset(("amod", "compound", "nmod", "nummod", "poss"))


def is_where_struck(parse: Parse, toponym: Toponym, mention: EventMention) -> bool:
    """Tell whether a name says where those stand or live who are struck, or where the attack was that is the subject.

    A name joined to such a one says so too ("in Accra, Ghana, and Lome, Togo").
    """
    trigger, head = parse.head_of(mention.trigger.span), parse.head_of(toponym.span)
    if mention.type not in _BY_FORCE or trigger is None or head is None or toponym.kind != "literal":
        return False
    while head.dep in _JOINED and parse.tokens[head.head].pos == "PROPN":
        head = parse.tokens[head.head]
    link = parse.tokens[head.head]
    if head.dep != "pobj" or link.lower not in _WHERE:
        return False
    noun = parse.tokens[link.head]
    if noun.i == trigger.i:
        return False
    struck = (parse.head_of(a.span) for a in mention.arguments if a.role in _STRUCK)
    return any(t is not None and t.i == noun.i for t in struck) or _is_attack(noun, trigger)


def _is_attack(noun: Token, trigger: Token) -> bool:
    return noun.dep in _SUBJECTS and noun.head == trigger.i and noun.lemma in _ATTACKS


def finest(numbered: Iterable[tuple[int, int]]) -> list[int]:
    """Return the numbers of those that are as fine as the finest. numbered: number and fineness of each."""
    rows = list(numbered)
    best = max((fine for _, fine in rows), default=0)
    return [number for number, fine in rows if fine == best]


def is_home(parse: Parse, toponym: Toponym, mention: EventMention, names: Iterable[Toponym]) -> bool:
    """Tell whether a name only says where those come from whom something befell: "a court in Lima jailed a Callao baker".

    names: those of the report. One of them says where those are who act; without it the other may well be the place.
    """
    head, trigger = parse.head_of(toponym.span), parse.head_of(mention.trigger.span)
    if head is None or trigger is None or head.dep not in _BEFORE_NOUN or parse.tokens[head.head].pos != "NOUN":
        return False
    befell = (parse.head_of(a.span) for a in mention.arguments if a.role in ("recipient", "victim"))
    if all(t is None or t.i != head.head for t in befell):
        return False
    return any(_is_actors_seat(parse, name, trigger) for name in names)


def _is_actors_seat(parse: Parse, toponym: Toponym, trigger: Token) -> bool:
    head = parse.head_of(toponym.span)
    if head is None or head.dep != "pobj" or parse.tokens[head.head].lower not in _WHERE:
        return False
    body = parse.tokens[parse.tokens[head.head].head]
    return body.head == trigger.i and body.dep == "nsubj"


def is_of_older_deed(parse: Parse, toponym: Toponym, trigger: Token, times: Collection[Time]) -> bool:
    """Tell whether a name hangs on a noun with a day of its own below the trigger: "held over last year's blasts in Togo"."""
    head = parse.head_of(toponym.span)
    if head is None:
        return False
    inside = []
    for token in (head, *parse.ancestors(head.i)):
        if token.i == trigger.i:
            break
        inside.append(token)
    else:
        return False
    nouns = [t for t in inside if t.pos == "NOUN" and t.dep == "pobj" and parse.tokens[t.head].lower not in _SAME_DEED]
    days = (t for t in times if t.type == "DATE" and t.from_ is not None)  # no "recent blasts"
    dated = {at.i for t in days if (at := parse.head_of(t.span)) is not None}
    return any(i in dated for noun in nouns for kid in parse.kids(noun.i, *_BEFORE_NOUN) for i in parse.subtree(kid.i))


def is_where_answered(parse: Parse, toponym: Toponym, trigger: Token) -> bool:
    """Tell whether a name says where somebody was seized or tried for the trigger: "jailed in Lima for beating a guard"."""
    head = parse.head_of(toponym.span)
    if head is None:
        return False
    nearest = next((t for t in parse.ancestors(head.i) if t.pos == "VERB"), None)
    for link in parse.ancestors(trigger.i):
        if link.dep != "prep" or link.lower not in _FOR:
            continue
        verb = parse.tokens[link.head]
        verb = parse.tokens[verb.head] if verb.dep == "dobj" else verb  # "detained two men | over the raid"
        if verb == nearest and verb.lemma in _WORDS.answering:
            inside = parse.subtree(link.i)
            return head.i not in inside and not any(parse.tokens[i].lower in _WORDS.same_spot for i in inside)
    return False
