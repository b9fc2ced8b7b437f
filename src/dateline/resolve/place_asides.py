"""Names that place words said besides the deed: where people met, agreed or gave judgment, and where guests are asked to."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from itertools import takewhile

from dateline.records import EventMention, Parse, Token, Toponym
from dateline.reference.resolving import resolving_words
from dateline.resolve.clauses import VERBS, stands_beside

_DEEDS = frozenset("ASSAULT COERCE MOBILIZE RETREAT".split())
_OF_JUDGES = frozenset("ASSAULT GATHER MOBILIZE PROTEST".split())  # those are freed in Lima whom a judge in Lima frees
_WORDS_SAID = frozenset("ACCUSE AGREE CONSULT REJECT REQUEST SUPPORT THREATEN".split())
_CEASING = frozenset(("ceasefire", "truce"))
_SUBJECTS = ("nsubj", "nsubjpass")
_SPOTS = ("at", "in")
_WORDS = resolving_words().places
_TALKS = resolving_words().occasions.consult | resolving_words().occasions.speeches


def said_aside(parse: Parse, mentions: Collection[EventMention]) -> frozenset[int]:
    """Return the token numbers of what is only said or agreed: the triggers of talks, accords, demands."""
    told = (m for m in mentions if m.type in _WORDS_SAID or m.mode in _CEASING)
    return frozenset(head.i for m in told if (head := parse.head_of(m.trigger.span)) is not None)


def is_beside(parse: Parse, toponym: Toponym, mention: EventMention, said: Collection[int]) -> bool:
    """Tell whether a name of the sentence places only words besides what a mention tells. said: see `said_aside`."""
    head, trigger = parse.head_of(toponym.span), parse.head_of(mention.trigger.span)
    if head is None or trigger is None:
        return False
    if mention.type == "REQUEST" and _is_invited_to(parse, head, trigger):
        return True
    if mention.type in _DEEDS and (_is_where_agreed(parse, head, trigger) or _is_told_of(parse, head, trigger, said)):
        return True
    if mention.type in _OF_JUDGES and _is_judges_seat(parse, head, trigger):
        return True
    return mention.type not in _WORDS_SAID and _is_of_next_clause(parse, head, trigger, said)


def _is_invited_to(parse: Parse, name: Token, trigger: Token) -> bool:
    """Tell whether a name says where guests are asked to come: "invited both sides to Lima"."""
    link = parse.tokens[name.head]
    if name.dep != "pobj" or link.lower != "to" or trigger.lemma not in _WORDS.inviting:
        return False
    return link.head == trigger.i or parse.tokens[link.head].head == trigger.i


def _is_where_agreed(parse: Parse, name: Token, trigger: Token) -> bool:
    """Tell whether a name says where those met who agreed on a deed to come: "met in Lima and agreed to free all prisoners"."""
    if trigger.dep != "xcomp" or parse.tokens[trigger.head].lemma not in _WORDS.promising:
        return False
    link = parse.tokens[name.head]
    above = parse.tokens[link.head]
    if name.dep != "pobj" or link.lower not in _SPOTS or above.i in parse.subtree(trigger.i):
        return False
    return above.lemma in _TALKS or (above.pos == "VERB" and above.lemma in _WORDS.meeting)


def _is_told_of(parse: Parse, name: Token, trigger: Token, said: Collection[int]) -> bool:
    """Tell whether a name stands in a clause that only tells what somebody said before: "rebels, who had met in Lima, shot".

    Where they said that they would do it may well be named there: "who had threatened to burn a school in Lima, did so".
    """
    clause = next((t for t in _up(parse, name, trigger) if t.pos in VERBS), None)
    return clause is not None and clause.dep == "relcl" and clause.i in said


def _is_judges_seat(parse: Parse, name: Token, trigger: Token) -> bool:
    """Tell whether a judge sits at a name whose ruling led to what is told: "began when a judge in Lima upheld the sale"."""
    link = parse.tokens[name.head]
    judge = parse.tokens[link.head]
    if name.dep != "pobj" or link.lower not in _SPOTS or judge.lemma not in _WORDS.judges or judge.dep != "nsubj":
        return False
    return any(t.i == judge.head and t.dep in ("advcl", "relcl") for t in _up(parse, name, trigger))


def _is_of_next_clause(parse: Parse, name: Token, trigger: Token, said: Collection[int]) -> bool:
    """Tell whether a name stands in a clause about talks behind the mention's: "broke off talks; the next are due in Lima"."""
    chain = [trigger, *parse.ancestors(trigger.i)]
    ahead = next((t for t in chain if stands_beside(parse, t, parse.tokens[t.head])), None)
    if ahead is None or name.i < ahead.i or name.i in parse.subtree(ahead.i):
        return False
    verb = parse.tokens[ahead.head]
    if all(t.text != ";" for t in parse.tokens[ahead.i : verb.i]):
        return False
    told = {t.i for t in (verb, *parse.kids(verb.i, *_SUBJECTS))}
    return not told.isdisjoint(said)


def _up(parse: Parse, name: Token, trigger: Token) -> Iterator[Token]:
    """Yield what stands above a name, below what stands above a trigger too."""
    above = {t.i for t in (trigger, *parse.ancestors(trigger.i))}
    return takewhile(lambda t: t.i not in above, parse.ancestors(name.i))
