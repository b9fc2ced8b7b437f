"""The event coding stage on whole readings."""

from __future__ import annotations

from datetime import date
from typing import Any

from msgspec.structs import replace

from dateline.annotate.parse import Parser
from dateline.code.events import CodeEvents, attribution_at, contest
from dateline.records import Attribution, Content, Count, EventMention, Reading, Span, Time, Voice
from tests.factory import mention, reading

STAGE = CodeEvents()


def code(parser: Parser, text: str, **layers: Any) -> tuple[EventMention, ...]:
    return STAGE(parser(reading(text, **layers))).events


def test_mention_points_at_its_words(parser: Parser) -> None:
    text = "Rebels shelled the market of Bria on Monday."
    (event,) = code(parser, text)
    assert event.trigger.text == "shelled" == event.trigger.span.of(text)
    assert all(a.text == a.span.of(text) for a in event.arguments)
    assert event.unresolved["confidence"] == "not-calibrated"


def test_same_text_gives_the_same_ids(parser: Parser) -> None:
    text = "Police arrested two men. Later they arrested a third."
    first, second = code(parser, text), code(parser, text)
    assert [e.id for e in first] == [e.id for e in second]
    assert len({e.id for e in first}) == len(first)


def test_words_in_a_post_belong_to_the_post(parser: Parser) -> None:
    text = "Calm returned.\n\nPolice arrested my brother — Ana (@ana) May 2, 2024"
    start, body = text.index("Police"), text.index(" — Ana")
    post = Voice(
        id="v1", parent="v0", kind="post", speaker="Ana", span=Span(start, len(text)), posted=date(2024, 5, 2),
        body=Span(start, body),
    )  # fmt: skip
    base = reading(text)
    (event,) = STAGE(parser(replace(base, voices=(*base.voices, post)))).events
    assert event.voice == "v1"


def test_smallest_attribution_wins() -> None:
    outer = Attribution(voice="v0", parent=None, source=None, cue=None, content=Content(span=Span(0, 90)))
    inner = Attribution(voice="v0", parent=0, source=None, cue=None, content=Content(span=Span(40, 80)))
    assert attribution_at((outer, inner), Span(50, 55)) == 1
    assert attribution_at((outer, inner), Span(10, 15)) == 0
    assert attribution_at((outer, inner), Span(95, 99)) is None


def test_what_one_source_says_and_another_denies_is_alleged() -> None:
    said = Attribution(voice="v0", parent=None, source=None, cue=None, content=Content(span=Span(0, 20)))
    mentions = [
        mention("ASSAULT", "beating", attribution=0),
        mention("ASSAULT", "beating", start=50, status="denied"),
        mention("ASSAULT", "beating", start=90),
    ]
    assert [m.status for m in contest(mentions, (said,))] == ["alleged", "denied", "occurred"]


def test_what_is_said_and_denied_in_one_content_is_alleged() -> None:
    said = Attribution(voice="v0", parent=None, source=None, cue=None, content=Content(span=Span(0, 20)))
    denied = replace(said, commitment="deny")
    assert [m.status for m in contest([mention("ASSAULT", attribution=0)], (said, denied))] == ["alleged"]
    assert [m.status for m in contest([mention("ASSAULT", attribution=0)], (said,))] == ["occurred"]


def test_denial_of_an_earlier_sentence_becomes_a_mention(parser: Parser) -> None:
    text = "Rebels shelled the market, residents said. The rebels denied this."
    events = code(parser, text)
    assert [(e.type, e.mode, e.status) for e in events][-1] == ("ASSAULT", "shelling", "denied")


def test_disaster_victims_are_no_event(parser: Parser) -> None:
    assert code(parser, "The flood hit Beira on Friday. Twelve people were killed.") == ()


def test_future_day_makes_present_tense_a_plan(parser: Parser) -> None:
    text = "The envoy meets the president tomorrow."
    start = text.index("tomorrow")
    day = Time(
        span=Span(start, start + 8), text="tomorrow", type="DATE", value="2024-05-04", from_=date(2024, 5, 4),
        to=date(2024, 5, 5), precision="day", anchor="document",
    )  # fmt: skip
    (event,) = code(parser, text, times=(day,))
    assert event.status == "planned"


def test_counts_are_attached_by_index(parser: Parser) -> None:
    text = "Police arrested seven men."
    number = Count(span=Span(16, 21), text="seven", of="arrested", low=7, high=7, bound="exact")
    (event,) = code(parser, text, counts=(number,))
    assert event.counts == (0,)


def test_empty_text_has_no_events(parser: Parser) -> None:
    assert isinstance(STAGE(parser(reading(""))), Reading)
    assert code(parser, "") == ()
