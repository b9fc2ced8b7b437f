from __future__ import annotations

from dateline.explore.passages import bracketed, merged, passages_of
from dateline.records import Reading, Span


def test_the_sentence_of_a_mention_has_its_words_in_brackets(reading: Reading) -> None:
    (passage,) = passages_of(reading, reading.events[0])
    assert bracketed(reading.report.text, passage) == (
        "[Thousands of Tamsans] [gathered] in [Accra] on [Tuesday] to honour the martyrdom of [Kofi Adom]."
    )
    assert passage.voice is not None
    assert passage.voice.id == "v0"


def test_an_inherited_place_brings_its_own_sentence_and_voice(reading: Reading) -> None:
    first, second = passages_of(reading, reading.events[2])
    assert [p.voice.id if p.voice else None for p in (first, second)] == ["v0", "v1"]
    assert "[Accra]" in bracketed(reading.report.text, first)
    assert bracketed(reading.report.text, second).startswith("The [lighting of candles] was")


def test_overlapping_spans_are_joined() -> None:
    assert merged(iter([Span(5, 9), Span(0, 3), Span(2, 4)])) == [Span(0, 4), Span(5, 9)]
