"""Words that are the act, and the day of their saying: '"We condemn the raid," the bishop said on Friday'."""

from __future__ import annotations

from collections.abc import Iterable

from dateline.records import Attribution, EventMention, Parse, Token, Voice

_BY_SAYING = frozenset(("ACCUSE", "REJECT", "REQUEST", "SUPPORT", "THREATEN"))
_SPEAKERS = frozenset(("i", "we"))


def saying_of(
    mention: EventMention, trigger: Token, voice: Voice, attributions: Iterable[Attribution], parse: Parse
) -> Token | None:
    """Return the verb of speech that brings in a quotation by which a mention is done, None where it only tells of an act."""
    if voice.kind != "quote" or mention.type not in _BY_SAYING or mention.status != "occurred":
        return None
    if not _is_done_here(parse, trigger, mention.type):
        return None
    spoken = (a for a in attributions if a.content.span.covers(voice.span))
    cues = {a.cue.span.start for a in spoken if a.cue is not None}
    return next((t for t in parse.tokens if t.start in cues and t.pos == "VERB"), None)


def _is_done_here(parse: Parse, trigger: Token, type_: str) -> bool:
    """Tell whether the speaker does it there and then: "we condemn it", "we will not pay", "we will shoot if", "free them!"."""
    if trigger.pos != "VERB":
        return False
    ours = any(t.lower in _SPEAKERS for t in parse.kids(trigger.i, "nsubj"))
    if any(t.tag == "MD" for t in parse.kids(trigger.i, "aux")):
        return ours and type_ in ("REJECT", "THREATEN")
    if parse.kids(trigger.i, "aux"):
        return False
    return ours if trigger.tag == "VBP" else type_ == "REQUEST" and trigger.tag == "VB" and trigger.dep == "ROOT"
