"""The agreeing that a planned truce was told by: "agreed on Wednesday to a truce from Friday" is two happenings.

The truce is still to come and has its own day; that the sides have agreed on it has happened.
Source: RECORD contract, status table ("announced, scheduled") and event types (AGREE).
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from dateline.records import EventMention, Parse, Reading, Span, SpanText, content_id
from dateline.reference.coding import coding_words

_WORDS = coding_words().verbs


def agreed_on(reading: Reading, parse: Parse, told: Sequence[tuple[int, EventMention]]) -> list[EventMention]:
    """Return a mention of the agreeing for each truce that the same verb tells as planned.

    told: (sentence, mention) pairs in text order.
    """
    mentions = [m for _, m in told if (m.mode, m.status) == ("ceasefire", "planned")]
    return [made for m in mentions if (made := _agreeing(reading, parse, m)) is not None]


def _agreeing(reading: Reading, parse: Parse, truce: EventMention) -> EventMention | None:
    verb = next((t for t in parse.inside(truce.trigger.span) if t.lemma in _WORDS.agreeing), None)
    if verb is None or verb.tag not in ("VBD", "VBN") or parse.kids(verb.i, "neg"):
        return None
    if any(t.tag == "MD" or t.tag == "TO" for t in parse.kids(verb.i, "aux")):
        return None
    span = Span(verb.start, verb.end)
    return replace(
        truce,
        id=content_id("m", truce.report, "AGREE", None, span.start, span.end, truce.voice, ""),
        type="AGREE",
        mode=None,
        status="occurred",
        trigger=SpanText(span=span, text=span.of(reading.report.text)),
        unresolved={**truce.unresolved, "mode": "no-mode"},
    )
