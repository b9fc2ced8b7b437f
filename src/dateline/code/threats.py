"""Harm announced on a condition is a threat, what must be done a demand: "we will shoot if they come", "free them now!".

Source: RECORD contract, coding conventions ("calls, demands and promises are REQUEST, THREATEN or a planned happening").
"""

from __future__ import annotations

from msgspec.structs import replace

from dateline.code.conditions import is_commanded
from dateline.code.join import Happening
from dateline.code.phrases import phrase_span
from dateline.code.word_classes import by_role
from dateline.records import Argument, EventMention, Parse, Token

_MEASURES = ("COERCE", "SANCTION")
_CONDITIONS = frozenset(("unless",))
_ANY_CONDITIONS = frozenset(("if", "unless"))
_OURSELVES = frozenset(("i", "we"))
_WILL = frozenset(("'ll", "shall", "will", "would"))
_ROLES = frozenset(("actor", "recipient"))
_ROLES_OF_FORCE = {"perpetrator": "actor", "victim": "recipient"}
# What is threatened where the words of the threat leave it open.
_THREATENED = {"arrest": "arrest", "deportation": "expel", "expel": "expel", "withdraw": "relations"}


_GIVING_WAY = {"CONCEDE": "change", "RETREAT": "yield"}
_LEAVING = frozenset(("resign",))


def as_speech_act(mention: EventMention, parse: Parse, happening: Happening, text: str) -> EventMention:
    """Return what is threatened or demanded as the threat or demand of it, any other mention as it is. text: the report's."""
    return _as_demand(as_threat(mention, parse, happening, text), parse, happening)


def _as_demand(mention: EventMention, parse: Parse, happening: Happening) -> EventMention:
    """Return what others are told to give way in as the demand for it: "free them now!", "the men must be released"."""
    mode, verb = _GIVING_WAY.get(mention.type), parse.tokens[happening.lead.head]
    if (
        mode is None
        or mention.status != "hypothetical"
        or not (is_commanded(parse, verb) or (mention.attribution is None and _must(parse, verb)))
    ):
        return mention
    whom = ("actor",) if mention.mode in _LEAVING or not parse.kids(verb.i, "nsubjpass") else ()
    arguments = tuple(replace(a, role="recipient") for a in mention.arguments if a.role in whom)
    mode = "change" if mention.mode in _LEAVING else mode
    return replace(mention, type="REQUEST", mode=mode, status="occurred", arguments=arguments)


def _must(parse: Parse, verb: Token) -> bool:
    """Tell whether a clause of its own says what must be done: "they must go", but not "he said that they must go"."""
    told = verb.dep == "ROOT" and not parse.kids(verb.i, "neg", "advcl")
    return told and any(t.lower == "must" for t in parse.kids(verb.i, "aux"))


def as_threat(mention: EventMention, parse: Parse, happening: Happening, text: str) -> EventMention:
    """Return what is to be done on a condition as the threat of it, any other mention as it is.

    So are measures, and force that the speaker himself will use. text: the report's.
    """
    if mention.status not in ("hypothetical", "planned"):
        return mention
    verb = happening.lead.head
    if mention.type == "ASSAULT" and _is_ours(parse, verb) and (held := _condition(parse, verb, _ANY_CONDITIONS)):
        arguments = _threatened(mention, parse, held, text)
        return replace(mention, type="THREATEN", mode="violence", status="occurred", arguments=arguments)
    if mention.type not in _MEASURES or _condition(parse, verb, _CONDITIONS) is None:
        return mention
    arguments = tuple(a for a in mention.arguments if a.role in _ROLES)
    mode = _THREATENED.get(mention.mode or "")
    return replace(mention, type="THREATEN", mode=mode, status="occurred", arguments=arguments)


def _is_ours(parse: Parse, verb: int) -> bool:
    """Tell whether a verb says what its speaker will do: "I will burn the port"."""
    return any(t.lower in _OURSELVES for t in parse.kids(verb, "nsubj"))


def _condition(parse: Parse, verb: int, links: frozenset[str]) -> Token | None:
    """Return the clause that says on what condition somebody will do what a verb tells, None where there is none."""
    if not any(t.lower in _WILL for t in parse.kids(verb, "aux")) or parse.kids(verb, "neg"):
        return None
    clauses = parse.kids(verb, "advcl")
    return next((c for c in clauses if _marks(parse, c) & links), None)


def _marks(parse: Parse, clause: Token) -> frozenset[str]:
    """Return the words that open a clause: "if" with a "not" behind it is "unless" too."""
    marks = frozenset(t.lower for t in parse.kids(clause.i, "mark"))
    return marks | _CONDITIONS if "if" in marks and parse.kids(clause.i, "neg") else marks


def _threatened(mention: EventMention, parse: Parse, condition: Token, text: str) -> tuple[Argument, ...]:
    """Return who threatens and who is threatened: who would be hit, else he with whom it lies that it is not done."""
    roles = ((a, _ROLES_OF_FORCE.get(a.role)) for a in mention.arguments)
    kept = tuple(replace(a, role=role) for a, role in roles if role is not None)
    if any(a.role == "recipient" for a in kept):
        return kept
    heads = [t for t in parse.kids(condition.i, "nsubj") if t.lower not in _OURSELVES]
    spans = [phrase_span(parse, t) for t in heads if t.pos in ("PRON", "PROPN") or by_role(t, thing=False)]
    return (*kept, *(Argument(role="recipient", span=span, text=span.of(text)) for span in spans))
