"""Records made by hand for tests: no model, no file, no network."""

from __future__ import annotations

from datetime import date
from typing import Any

from dateline.records import EventMention, Parse, Reading, Report, Span, SpanText, Token, Voice
from dateline.records.mention import Status


def sentence(*rows: tuple[str, str, str, str, str, int]) -> Parse:
    """Build the parse of one sentence from rows of text, lemma, part of speech, tag, dependency and head index."""
    tokens, offset = [], 0
    for i, (text, lemma, pos, tag, dep, head) in enumerate(rows):
        tokens.append(Token(i, text, lemma, pos, tag, dep, head, 0, offset, offset + len(text)))
        offset += len(text) + 1
    return Parse.of(tuple(tokens), ((0, len(tokens)),))


def text_of(parse: Parse) -> str:
    """Return the text that the tokens of `sentence` stand for."""
    return " ".join(token.text for token in parse.tokens)


def reading(text: str, *, published: date | None = date(2024, 5, 3), **layers: Any) -> Reading:
    """Build a reading with the outlet's voice and the layers given."""
    voices = (Voice(id="v0", parent=None, kind="outlet", speaker="Outlet", span=Span(0, len(text))),)
    report = Report(id="r_test", source="test.txt", text=text, published=published, outlet="Outlet", language="en")
    return Reading(**{"report": report, "voices": voices, **layers})


def mention(
    type_: str = "ASSAULT",
    mode: str | None = None,
    *,
    start: int = 0,
    word: str = "attack",
    status: Status = "occurred",
    **fields: Any,
) -> EventMention:
    """Build an event mention whose trigger stands at `start`."""
    trigger = SpanText(span=Span(start, start + len(word)), text=word)
    basic = {"id": f"m_{type_}{start}", "report": "r_test", "voice": "v0", "attribution": None}
    return EventMention(**{**basic, "type": type_, "mode": mode, "status": status, "trigger": trigger, **fields})
