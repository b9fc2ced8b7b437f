"""Looks up what an id stands for in a store and tells it: a mention or an event, with the words behind it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import msgspec

from dateline.errors import StoreError
from dateline.explore.facts import voice_of
from dateline.explore.passages import bracketed, passages_of
from dateline.explore.words import voice_kind_words, voice_words
from dateline.records import Event, EventMention, Reading

if TYPE_CHECKING:
    from rich.console import RenderableType

    from dateline.store import Store


@dataclass(frozen=True, slots=True)
class Told:
    """What an id stands for. readings: by mention id; event: None when the id is a mention's."""

    mentions: tuple[EventMention, ...]
    readings: Mapping[str, Reading]
    event: Event | None = None

    def view(self, colour: bool) -> RenderableType:
        """Return the view for a terminal."""
        from dateline.explore.terminal import explain_event, explain_mention

        if self.event is not None:
            return explain_event(self.event, self.readings, colour)
        mention = self.mentions[0]
        return explain_mention(self.readings[mention.id], mention, colour)

    def as_json(self) -> str:
        """Return one line of JSON: the record, and for each mention its passages with voice and speaker."""
        told = [mention_told(self.readings[mention.id], mention) for mention in self.mentions]
        out: dict[str, Any] = {"event": self.event, "mentions": told} if self.event is not None else told[0]
        return msgspec.json.encode(out).decode()


def mention_told(reading: Reading, mention: EventMention) -> dict[str, Any]:
    """Return a mention with its report and passages; `marked` has the supporting words in square brackets."""
    text, report = reading.report.text, reading.report
    return {
        "mention": mention,
        "report": {"id": report.id, "source": report.source, "outlet": report.outlet, "published": report.published},
        "passages": [
            {
                "voice": passage.voice.id if passage.voice else None,
                "kind": voice_kind_words(passage.voice) if passage.voice else None,
                "speaker": voice_words(passage.voice, report.outlet) if passage.voice else None,
                "span": passage.span,
                "text": passage.span.of(text),
                "support": passage.support,
                "marked": bracketed(text, passage),
            }
            for passage in passages_of(reading, mention)
        ],
        "voice": voice_of(reading, mention.voice),
    }


def tell(store: Store, id_: str) -> Told:
    """Return what the id, or the start of one, stands for. Raises StoreError when it is nobody's, or several fit."""
    if id_.startswith("ev_"):
        event = store.event(id_)
        if event is not None:
            found = [pair for pair in map(store.mention, event.mentions) if pair is not None]
            return Told(tuple(m for m, _ in found), {m.id: reading for m, reading in found}, event)
    elif id_.startswith("m_"):
        pair = store.mention(id_)
        if pair is not None:
            return Told((pair[0],), {pair[0].id: pair[1]})
    raise StoreError(
        f"'{id_}' is no mention or event of '{store.path}'; ids start with m_ or ev_, 'dateline events' and "
        "'dateline export --format mentions' list them"
    )
