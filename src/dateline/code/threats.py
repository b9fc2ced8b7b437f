"""Harm announced on a condition is a threat: "it will close its ports if the drilling goes on".

Source: RECORD contract, coding conventions ("calls, demands and promises are REQUEST, THREATEN or a planned happening").
"""

from __future__ import annotations

from msgspec.structs import replace

from dateline.code.join import Happening
from dateline.records import EventMention, Parse

_MEASURES = ("COERCE", "SANCTION")
_CONDITIONS = frozenset(("unless",))
_WILL = frozenset(("'ll", "shall", "will", "would"))
_ROLES = frozenset(("actor", "recipient"))
# What is threatened where the words of the threat leave it open.
_THREATENED = {"arrest": "arrest", "deportation": "expel", "expel": "expel", "withdraw": "relations"}


def as_threat(mention: EventMention, parse: Parse, happening: Happening) -> EventMention:
    """Return a measure that is to be taken on a condition as the threat of it, any other mention as it is."""
    open_yet = mention.status in ("hypothetical", "planned")
    if mention.type not in _MEASURES or not open_yet or not _on_condition(parse, happening.lead.head):
        return mention
    arguments = tuple(a for a in mention.arguments if a.role in _ROLES)
    mode = _THREATENED.get(mention.mode or "")
    return replace(mention, type="THREATEN", mode=mode, status="occurred", arguments=arguments)


def _on_condition(parse: Parse, verb: int) -> bool:
    """Tell whether the verb says what somebody will do and a clause beside it on what condition."""
    if not any(t.lower in _WILL for t in parse.kids(verb, "aux")):
        return False
    clauses = parse.kids(verb, "advcl")
    return any(t.lower in _CONDITIONS for clause in clauses for t in parse.kids(clause.i, "mark"))
