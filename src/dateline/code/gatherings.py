"""What hangs on the gathering that is told around it.

"The march was over in an hour" is what was told before, a procession or a protest; fires that a crowd lights are its riot.
"""

from __future__ import annotations

from collections.abc import Sequence

from dateline.code.frames import subjects
from dateline.code.join import Happening, as_kind
from dateline.code.slots import is_about
from dateline.code.word_classes import classes_of
from dateline.records import EventMention, Parse, Token
from dateline.reference.codebook import Codebook
from dateline.reference.coding import coding_words

_CROWDS = frozenset(("GATHER", "PROTEST"))
_WORDS = coding_words().gatherings
_POINTING = frozenset("that the these this those".split())
_OWN_WORDS = ("acl", "amod", "compound", "nmod", "prep", "relcl")
_REACH = 6  # sentences back
_ARMED = frozenset(("force", "irregular", "police"))


def named_again(happening: Happening, parse: Parse, told: Sequence[tuple[int, EventMention]]) -> Happening:
    """Return a gathering that is only pointed at as one of the kind told before.

    told: pairs of sentence index and mention, in text order.
    """
    head = parse.tokens[happening.lead.head]
    if happening.type not in _CROWDS or len(happening.lead.tokens) > 1 or not _points(parse, head):
        return happening
    near = [m for at, m in reversed(told) if m.type in _CROWDS and head.sentence - at <= _REACH]
    meant = next((m for m in near if head.lemma in m.trigger.text.lower()), near[0] if near else None)
    if meant is None or meant.mode is None or meant.type == happening.type:
        return happening
    if meant.type == "PROTEST" and head.lemma in _WORDS.no_protests:
        return happening
    return as_kind(happening, meant.type, meant.mode)


def by_crowd(happening: Happening, parse: Parse, codebook: Codebook) -> Happening:
    """Return a fire as part of a riot where a crowd is said to set it in a passage on protest; else it is arson."""
    head = happening.lead.head
    fire = (happening.type, happening.mode) == ("ASSAULT", "arson") and not parse.kids(head, "neg")
    if not fire or not is_about(parse, head, "unrest", codebook):
        return happening
    doers = [classes_of(parse, doer, codebook) for doer in subjects(parse, head) if doer.pos != "PRON"]
    riotous = any("crowd" in kinds for kinds in doers) and not any(kinds & _ARMED for kinds in doers)
    return as_kind(happening, "PROTEST", "riot") if riotous else happening


def _points(parse: Parse, head: Token) -> bool:
    """Tell whether a noun points at a gathering and says nothing new of it: "the march", "marchers", not "a march for peace"."""
    definite = any(t.lower in _POINTING for t in parse.kids(head.i, "det"))
    bare = head.lemma == "marcher" and not parse.kids(head.i, "det")
    return head.lemma in _WORDS.names and (definite or bare) and not parse.kids(head.i, *_OWN_WORDS)
