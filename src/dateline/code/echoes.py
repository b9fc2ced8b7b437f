"""Echoes: words that say something new of a happening already told ("3,000 had taken part", "the army denied this").

An echo takes type and mode from the last fitting happening before it in the same voice; one that finds none, or says
nothing new, is dropped. The codebook says which words echo what (`[echo.*]`).
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from dateline.code.join import Happening
from dateline.records import Argument, Count, EventMention, Parse
from dateline.reference.codebook import ECHO, Codebook, Echo

# How many sentences back an echo can reach.
_REACH = 3
_DOERS = frozenset(("perpetrator", "actor"))


def echo_of(happening: Happening, arguments: Sequence[Argument], parse: Parse, codebook: Codebook) -> Echo | None:
    """Return the echo that a happening is, or None when it stands for itself."""
    if happening.type == ECHO:
        return codebook.echoes[happening.lead.mode or ""]
    if happening.mode is not None or any(a.role in _DOERS for a in arguments):
        return None
    lemma = parse.tokens[happening.lead.head].lemma
    return next((e for e in codebook.echoes.values() if lemma in e.absorbs and happening.type in e.types), None)


def referent(
    echo: Echo, at: int, told: Sequence[tuple[int, EventMention]], voices: Sequence[str]
) -> EventMention | None:
    """Return the last mention that the echo at sentence `at` can refer to.

    told: pairs of sentence index and mention, in text order. voices: ids of the voices whose mentions it can refer to.
    """
    for sentence, mention in reversed(told):
        if at - sentence > _REACH or sentence > at:
            continue
        if mention.voice in voices and _fits(echo, mention):
            return mention
    return None


def absorbed(
    mentions: Sequence[EventMention], originals: dict[str, str], counts: Sequence[Count]
) -> list[EventMention]:
    """Let a mention take in the figures and victims that its own teller adds a sentence later.

    mentions: with their counts; originals: id of the mention that an echo refers to, by the echo's id. An echo of another
    source, or with a second figure of one kind, stays a mention of its own.
    Source: RECORD contract, coding conventions ("two sources with two figures ... make two mentions").
    """
    kept = {m.id: m for m in mentions}
    for echo in mentions:
        original = kept.get(originals.get(echo.id, ""))
        if original is None or echo.status == "denied" or echo.attribution != original.attribution:
            continue
        if {counts[k].of for k in original.counts} & {counts[k].of for k in echo.counts}:
            continue
        roles = {a.role for a in original.arguments}
        more = tuple(a for a in echo.arguments if a.role not in roles and a.basis == "stated")
        both = original.counts + echo.counts
        kept[original.id] = replace(original, arguments=original.arguments + more, counts=both)
        del kept[echo.id]
    return list(kept.values())


def _fits(echo: Echo, mention: EventMention) -> bool:
    if mention.type not in echo.types or mention.mode in echo.modes_not:
        return False
    if echo.modes and mention.mode not in echo.modes:
        return False
    return not echo.denies or mention.status in ("occurred", "ongoing", "alleged")


def as_referent(mention: EventMention, original: EventMention, echo: Echo) -> EventMention:
    """Return the echo's mention with type, mode and open roles of what it refers to; a denial has all roles from there."""
    unresolved = {k: v for k, v in mention.unresolved.items() if k != "mode"}
    if original.mode is None:
        unresolved["mode"] = "no-mode"
    made = replace(mention, type=original.type, mode=original.mode, unresolved=unresolved)
    if echo.denies:
        made = replace(made, status="denied", arguments=())
    roles = {a.role for a in made.arguments}
    more = tuple(replace(a, basis="inherited") for a in original.arguments if a.role not in roles)
    return replace(made, arguments=made.arguments + more)
