"""Labels names of peoples and armed groups before a noun where the model took them for something else: "Houthi missiles"."""

from __future__ import annotations

from msgspec.structs import replace

from dateline.records import Token
from dateline.reference.actors import fold, registry

_BEFORE_A_NOUN = frozenset(("amod", "compound", "nmod"))
_MISTAKEN = frozenset(("", "GPE", "LOC", "PERSON"))
_GROUPS = frozenset(("REB", "UAF"))  # sectors of armed groups


def label_peoples(out: list[Token]) -> None:
    """Give every name of a people its label, and every lone name of an armed group, in place."""
    for token in out:
        if token.dep in _BEFORE_A_NOUN and token.entity in _MISTAKEN and token.text[:1].isupper():
            label = _label(token.text) if out[token.head].pos == "NOUN" else None
            if label is not None:
                out[token.i] = replace(token, entity=label)


def _label(text: str) -> str | None:
    if fold(text) in registry().peoples:
        return "NORP"
    return "ORG" if any(actor.sector in _GROUPS for actor in registry().find(text)) else None
