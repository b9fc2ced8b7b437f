"""Modes that the words of a happening leave open and its sentence tells: "filled the square" with "mourners" in it.

The codebook gives each mode the words that tell it (`context`), the general modes that these sharpen (`over`), and a type
the mode that stands where nothing else is said (`usual`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from dateline.records import EventMention, Parse, Token
from dateline.reference.codebook import Codebook

_OF_CONTENT = frozenset(("REJECT", "REQUEST", "THREATEN"))


def with_modes(
    parse: Parse, mentions: Sequence[EventMention], codebook: Codebook, originals: Mapping[str, str]
) -> list[EventMention]:
    """Return the mentions with the modes that their sentences tell.

    originals: id of the mention that another tells again, by the other's id; it has the same mode.
    """
    made: list[EventMention] = []
    modes: dict[str, str | None] = {}
    for mention in mentions:
        again = modes.get(originals.get(mention.id, "")) if mention.mode is None else None
        mode = again or _mode(parse, mention, codebook)
        modes[mention.id] = mode
        if mode != mention.mode:
            unresolved = {k: v for k, v in mention.unresolved.items() if k != "mode"}
            mention = replace(mention, mode=mode, unresolved=unresolved)
        made.append(mention)
    return made


def _lemmas_about(parse: Parse, mention: EventMention, head: Token) -> set[str]:
    """Return the words that can tell the mode: of the sentence or, for what is asked, refused or threatened, of the phrase."""
    if mention.type in _OF_CONTENT:
        return {parse.tokens[i].lemma for i in parse.subtree(head.i) if i >= head.i}
    first, last = parse.sentences[head.sentence]
    return {t.lemma for t in parse.tokens[first:last]}


def _mode(parse: Parse, mention: EventMention, codebook: Codebook) -> str | None:
    told = codebook.contexts.get(mention.type, {})
    head = parse.head_of(mention.trigger.span)
    if head is not None and (mention.mode is None or any(mention.mode in entry.over for entry in told.values())):
        lemmas = _lemmas_about(parse, mention, head)
        fitting = [
            (len(entry.context & lemmas), mode)
            for mode, entry in told.items()
            if entry.context & lemmas and (mention.mode is None or mention.mode in entry.over)
        ]
        if fitting:
            return max(fitting, key=lambda pair: pair[0])[1]
    if mention.mode is None and mention.type in codebook.usual:
        return codebook.usual[mention.type]
    return mention.mode
