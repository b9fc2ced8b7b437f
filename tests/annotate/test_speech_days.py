"""On what day each voice speaks."""

from __future__ import annotations

from datetime import date

import pytest
from msgspec.structs import replace

from dateline.annotate.calendar import day_of, month_of
from dateline.annotate.parse import Parser
from dateline.annotate.speech_days import SpeechDays, is_day
from dateline.annotate.times import TagTimes
from dateline.records import Span, Voice
from dateline.reference.times import load_time_grammar
from tests import factory

PUBLISHED = date(2024, 5, 3)  # a Friday
TAG = TagTimes()


def quotes(text: str) -> tuple[Voice, ...]:
    """Return a voice for each stretch between double quotation marks."""
    marks = [i for i, c in enumerate(text) if c == '"']
    spans = [Span(a + 1, b) for a, b in zip(marks[::2], marks[1::2], strict=True)]
    return tuple(
        Voice(id=f"v{n}", parent="v0", kind="quote", speaker=None, span=span) for n, span in enumerate(spans, start=1)
    )


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ('"It rained yesterday," she said. "We left."', "yesterday", "2024-05-02"),
        ('Crews came, the mayor said on Wednesday. "It rained yesterday."', "yesterday", "2024-04-30"),
        ('Crews came, the mayor said on Wednesday.\n\n"It rained yesterday."', "yesterday", "2024-05-02"),
        ('"I saw him on Monday," she said. "He left the next day."', "the next day", "2024-04-30"),
    ],
)
def test_quotations(parser: Parser, text: str, words: str, value: str) -> None:
    reading = factory.reading(text, published=PUBLISHED)
    reading = TAG(parser(replace(reading, voices=(*reading.voices, *quotes(text)))))
    assert {t.text: t.value for t in reading.times}[words] == value


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ('Police raided the camp on Tuesday. "They came in the morning," she said.', "in the morning", "2024-04-30TMO"),
        ('Police raided the camp on Tuesday.\n\n"They came at night," she said.', "at night", "2024-04-30TNI"),
        ('"They came at night," she said on Tuesday.', "at night", "XXXX-XX-XXTNI"),
        ('Police raided the camp on Tuesday.\n\nIt is quiet.\n\n"They came at night."', "at night", "XXXX-XX-XXTNI"),
        ('"We were here on Monday. They came at night," she said.', "at night", "2024-04-29TNI"),
        ('"We will come in the morning," she said.', "in the morning", "2024-05-03TMO"),
    ],
)
def test_what_was_lived_through_by_night_is_of_the_day_told(parser: Parser, text: str, words: str, value: str) -> None:
    reading = factory.reading(text, published=PUBLISHED)
    reading = TAG(parser(replace(reading, voices=(*reading.voices, *quotes(text)))))
    found = {t.text: t.value for t in reading.times}
    assert next(v for k, v in found.items() if k in words or words in k) == value


def test_posts_and_the_outlet(parser: Parser) -> None:
    reading = parser(factory.reading("Rain fell.", published=PUBLISHED))
    speech = SpeechDays(reading, load_time_grammar(), [], {})
    post = Voice(id="v1", parent="v0", kind="post", speaker=None, span=Span(0, 4), posted=date(2024, 4, 1))
    assert (speech.new_clock(post).spoken, speech.new_clock(post).anchor) == (date(2024, 4, 1), "post")
    outlet = reading.voices[0]
    assert (speech.new_clock(outlet).spoken, speech.new_clock(outlet).anchor) == (PUBLISHED, "document")


def test_is_day() -> None:
    day, month = day_of(PUBLISHED), month_of(2024, 5)
    assert day is not None
    assert month is not None
    assert is_day(day)
    assert not is_day(month)
