"""Who speaks where: voices and attributions."""

from __future__ import annotations

from datetime import date
from typing import Literal

import msgspec

from dateline.records.span import Span, SpanText
from dateline.records.unresolved import Unresolved

VoiceKind = Literal["outlet", "post", "quote"]


class Voice(msgspec.Struct, frozen=True, kw_only=True):
    """A speaker's stretch of the text. The innermost voice that covers a place owns it.

    id: "v0" for the outlet, then "v1", "v2", ... in text order.
    span: whole text for the outlet; for a post its first word to the end of its signature and link; for a quotation what
        stands between the marks.
    hashtags: without the sign; hashtag_words: the same split into words ("SaveTheDyke": "Save The Dyke").
    media: a post's links to its pictures and films.
    body: a post's own words without signature and link (None for other kinds).
    posted: a post's calendar date.
    """

    id: str
    parent: str | None
    kind: VoiceKind
    speaker: str | None
    span: Span
    platform: str | None = None
    handle: str | None = None
    posted: date | None = None
    url: str | None = None
    hashtags: tuple[str, ...] = ()
    hashtag_words: tuple[str, ...] = ()
    media: tuple[str, ...] = ()
    body: Span | None = None
    unresolved: Unresolved = msgspec.field(default_factory=dict)


class Source(msgspec.Struct, frozen=True, kw_only=True):
    """The attribution source as the text names it; `name` is the fullest name of that source in the report."""

    span: Span
    text: str
    name: str | None = None


class Content(msgspec.Struct, frozen=True, kw_only=True):
    """What is said."""

    span: Span


class Attribution(msgspec.Struct, frozen=True, kw_only=True):
    """Speech or thought that the text ascribes to somebody.

    voice: id of the voice in which the ascription stands (for a direct quotation the voice around the marks).
    parent: index in `reading.attributions` of the attribution around this one.
    commitment: what the cue says of the source's stance: "say", "confirm", "claim", "deny", "accuse", "ask" (also what is
        left open: "did not say whether"), "plan", "believe", "fear", "hope"; the status rules read it.
        "stance" is praise, blame or another view of a thing that may well have happened: no telling of it.
    """

    voice: str
    parent: int | None
    source: Source | None
    cue: SpanText | None
    content: Content
    commitment: str = "say"
    unresolved: Unresolved = msgspec.field(default_factory=dict)


def voice_at(voices: tuple[Voice, ...], offset: int) -> Voice:
    """Return the innermost voice that covers `offset` (the outlet's when no other does).

    voices: non-empty, the outlet's first.
    """
    best = voices[0]
    for voice in voices[1:]:
        if voice.span.start <= offset < voice.span.end and len(voice.span) <= len(best.span):
            best = voice
    return best


def voices_around(voices: tuple[Voice, ...], id_: str) -> tuple[str, ...]:
    """Return the id of a voice and those of the voices around it, from the inside out."""
    parents = {voice.id: voice.parent for voice in voices}
    out: list[str] = []
    at: str | None = id_
    while at is not None and at not in out:
        out.append(at)
        at = parents.get(at)
    return tuple(out)
