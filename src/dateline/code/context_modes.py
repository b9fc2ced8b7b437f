"""Modes that the words of a happening leave open and its sentence tells: "filled the square" with "mourners" in it.

The codebook gives each mode the words that tell it (`context`), the general modes that these sharpen (`over`), and a type
the mode that stands where nothing else is said (`usual`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from dateline.code.frames import complements
from dateline.records import EventMention, Parse, Token
from dateline.reference.codebook import Codebook, EventType

_OF_CONTENT = frozenset(("REJECT", "REQUEST", "THREATEN"))
_CLAUSES = ("xcomp", "ccomp")
_OBJECTS = ("dobj", "nsubjpass")
_NOT_TO = "change"  # mode of a request not to do something: other behaviour is asked for


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


def _content(parse: Parse, head: Token, threat: bool) -> list[Token]:
    """Return the words that say what is asked, refused or threatened, the leading one first: "to lift the ban": lift, ban."""
    clauses = parse.kids(head.i, *_CLAUSES)
    if clauses:
        return [clauses[0], *parse.kids(clauses[0].i, *_OBJECTS)]
    phrases = parse.kids(head.i, *_OBJECTS) if head.pos == "VERB" else []
    links = ("for", "of", "with") if threat else ("for",)  # "warned the king of air strikes"
    wanted = [t for at in (head, *phrases) for t in complements(parse, at.i, *links)]
    if threat:
        wanted = [k for t in wanted for k in (*parse.kids(t.i, "amod", "compound"), t)]
    return [*wanted, *(t for at in wanted for t in complements(parse, at.i, "of", "to")), *phrases]


def _mode_of_content(parse: Parse, mention: EventMention, head: Token, told: Mapping[str, EventType]) -> str | None:
    """Return the mode that the content tells, None where it tells none; of two modes that of the leading word."""
    content = _content(parse, head, mention.type == "THREATEN")
    if mention.type == "THREATEN" and head.pos == "VERB":
        content = [head, *content]  # "will close the border unless ...": the threat in its own words
    if mention.type == "REQUEST" and content and content[0].pos == "VERB" and parse.kids(content[0].i, "neg"):
        return _NOT_TO
    fitting = [mode for t in content for mode, entry in told.items() if t.lemma in entry.context]
    return max(fitting, key=fitting.count, default=None)


def _mode(parse: Parse, mention: EventMention, codebook: Codebook) -> str | None:
    told = codebook.contexts.get(mention.type, {})
    head = parse.head_of(mention.trigger.span)
    if head is not None and mention.type in _OF_CONTENT:
        meant = _mode_of_content(parse, mention, head, told)
        if meant is not None:
            return meant
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
