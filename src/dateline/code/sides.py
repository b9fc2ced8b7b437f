"""Who stands on which side where several do the same: "Roe and other strikers agreed", "the kings of two states condemned"."""

from __future__ import annotations

from msgspec.structs import replace

from dateline.code import frames
from dateline.code.bearers import kinds
from dateline.code.parties import is_country
from dateline.code.phrases import phrase_span
from dateline.records import Argument, Parse
from dateline.reference.codebook import Codebook

_JOINT = ("actor", "perpetrator", "recipient")  # in what the states for which one plural noun speaks stand together
_OF_STATES = frozenset(("authority", "delegate", "dignitary", "force", "statesman"))


def together(parse: Parse, arguments: tuple[Argument, ...], codebook: Codebook) -> tuple[Argument, ...]:
    """Add the other states for which one plural noun speaks: "the presidents of Peru and Chile condemned"."""
    heads = [(a, parse.head_of(a.span)) for a in arguments if a.role in _JOINT]
    plural = [(a, t) for a, t in heads if t is not None and t.tag in ("NNS", "NNPS")]
    speaking = [(a, t) for a, t in plural if kinds(parse, t, codebook) & _OF_STATES]
    others = [(a, c) for a, t in speaking for c in frames.complements(parse, t.i, "of") if c.dep == "conj"]
    return (*arguments, *(replace(a, span=phrase_span(parse, t)) for a, t in others if is_country(t)))


def sides(parse: Parse, arguments: tuple[Argument, ...]) -> tuple[Argument, ...]:
    """Where all sides act alike, make the first one the actor and the others recipients.

    "Other" says that somebody is of the first one's side: "Roe and other strikers agreed to go back".
    """
    actors = [a for a in arguments if a.role == "actor"]
    if len(actors) < 2 or any(a.role == "recipient" for a in arguments):
        return arguments
    others = [a for a in actors[1:] if not _is_one_of_them(parse, a)]
    return tuple(replace(a, role="recipient") if a in others else a for a in arguments)


def _is_one_of_them(parse: Parse, argument: Argument) -> bool:
    head = parse.head_of(argument.span)
    return head is not None and any(t.lower == "other" for t in parse.kids(head.i, "amod"))
