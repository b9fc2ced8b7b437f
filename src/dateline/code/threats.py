"""Harm announced on a condition is a threat, what must be done a demand: "we will shoot if they come", "free them now!".

Source: RECORD contract, coding conventions ("calls, demands and promises are REQUEST, THREATEN or a planned happening").
"""

from __future__ import annotations

from msgspec.structs import replace

from dateline.code.conditions import is_commanded
from dateline.code.join import Happening
from dateline.code.phrases import phrase_span
from dateline.code.pronouns import speaker
from dateline.code.word_classes import ANYBODY, by_role
from dateline.records import Argument, EventMention, Parse, Token

_MEASURES = ("COERCE", "SANCTION")
_CONDITIONS = frozenset(("unless",))
_ANY_CONDITIONS = frozenset(("if", "unless"))
_OURSELVES = frozenset(("i", "we"))
_HIMSELF = frozenset(("he", "it", "she", "they"))
_WARNS = frozenset(("threaten", "vow", "warn"))
_WILL = frozenset(("'ll", "shall", "will", "would"))
_ROLES = frozenset(("actor", "recipient"))
_ROLES_OF_FORCE = {"perpetrator": "actor", "recipient": "recipient", "victim": "recipient"}
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

    So are measures, and what the speaker himself will do: force, taking up arms. text: the report's.
    """
    verb = _will_be_done(parse, happening.lead.head)
    if mention.status not in ("hypothetical", "planned") or verb is None:
        return mention
    firm, held = _condition(parse, verb, _CONDITIONS), _condition(parse, verb, _ANY_CONDITIONS)
    own = _is_ours(parse, verb) or _says_so(parse, verb)
    if mention.type == "ASSAULT" and own and (held or _is_warned_of(parse, verb)):
        arguments = _threatened(mention, parse, held, text)
        return replace(mention, type="THREATEN", mode="violence", status="occurred", arguments=arguments)
    armed = mention.type == "MOBILIZE" and mention.mode == "militia" and (firm or (own and held))
    measure = mention.type in _MEASURES and (firm or (own and (held or _is_warned_of(parse, verb))))
    if not armed and not measure:
        return mention
    arguments = tuple(a for a in _as_recipients(mention, parse) if a.role in _ROLES)
    mode = "violence" if armed else _THREATENED.get(mention.mode or "")
    return replace(mention, type="THREATEN", mode=mode, status="occurred", arguments=arguments)


def _as_recipients(mention: EventMention, parse: Parse) -> tuple[Argument, ...]:
    """Return the arguments with bodies and places that something is to be done to as those who are threatened."""
    meant = (
        replace(a, role="recipient") if a.role == "target" and _is_party(parse.head_of(a.span)) else a
        for a in mention.arguments
    )
    return tuple(meant)


def _is_party(token: Token | None) -> bool:
    return token is not None and (token.pos in ("PRON", "PROPN") or bool(by_role(token, thing=False)))


def _will_be_done(parse: Parse, head: int) -> int | None:
    """Return the verb that says that an act is ahead: the act's own, or that of which it is the object ("launch an attack")."""
    token = parse.tokens[head]
    verb = token.head if token.dep == "dobj" and token.pos == "NOUN" else head
    ahead = any(t.lower in _WILL for t in parse.kids(verb, "aux")) and not parse.kids(verb, "neg")
    return verb if ahead else None


def _says_so(parse: Parse, verb: int) -> bool:
    """Tell whether somebody says of himself what he will do: "the governor said he would close the road"."""
    return any(t.lower in _HIMSELF and speaker(parse, t) for t in parse.kids(verb, "nsubj"))


def _is_warned_of(parse: Parse, verb: int) -> bool:
    """Tell whether a warning says what will be done, or what awaits whoever does a thing: "will jail anyone who strikes"."""
    clause = parse.tokens[verb]
    if clause.dep == "ccomp" and parse.tokens[clause.head].lemma in _WARNS:
        return True
    people = [t for t in parse.kids(verb, "dobj") if parse.kids(t.i, "relcl")]
    return any(t.lower in ANYBODY or any(d.lower == "any" for d in parse.kids(t.i, "det")) for t in people)


def _is_ours(parse: Parse, verb: int) -> bool:
    """Tell whether a verb says what its speaker will do: "I will burn the port"."""
    return any(t.lower in _OURSELVES for t in parse.kids(verb, "nsubj"))


def _condition(parse: Parse, verb: int, links: frozenset[str]) -> Token | None:
    """Return the clause that says on what condition somebody will do what a verb tells, None where there is none."""
    clauses = parse.kids(verb, "advcl")
    return next((c for c in clauses if _marks(parse, c) & links), None)


def _marks(parse: Parse, clause: Token) -> frozenset[str]:
    """Return the words that open a clause: "if" with a "not" behind it is "unless" too."""
    marks = frozenset(t.lower for t in parse.kids(clause.i, "mark"))
    return marks | _CONDITIONS if "if" in marks and parse.kids(clause.i, "neg") else marks


def _threatened(mention: EventMention, parse: Parse, condition: Token | None, text: str) -> tuple[Argument, ...]:
    """Return who threatens and who is threatened: who would be hit, else he with whom it lies that it is not done."""
    roles = ((a, _ROLES_OF_FORCE.get(a.role)) for a in _as_recipients(mention, parse))
    kept = tuple(replace(a, role=role) for a, role in roles if role is not None)
    if condition is None or any(a.role == "recipient" for a in kept):
        return kept
    heads = [t for t in parse.kids(condition.i, "nsubj") if t.lower not in _OURSELVES]
    spans = [phrase_span(parse, t) for t in heads if _is_party(t)]
    return (*kept, *(Argument(role="recipient", span=span, text=span.of(text)) for span in spans))
