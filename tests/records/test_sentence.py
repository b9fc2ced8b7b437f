from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.records import Span
from dateline.records.sentence import sentence_at, sentences


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One came. Two left.", ["One came.", "Two left."]),
        ("Dr. Holm met Gen. Said. They spoke.", ["Dr. Holm met Gen. Said.", "They spoke."]),
        ("He said: “Go.” She went.", ["He said: “Go.”", "She went."]),
        ("It rose by 3.5 per cent, to 7. Nobody knew why.", ["It rose by 3.5 per cent, to 7.", "Nobody knew why."]),
        ("A heading\nA line. Another", ["A heading", "A line.", "Another"]),
        ("M. Aydin of the U.S. team spoke.", ["M. Aydin of the U.S. team spoke."]),
        ("", []),
    ],
)
def test_sentences(text: str, expected: list[str]) -> None:
    assert [span.of(text) for span in sentences(text)] == expected


def test_the_sentence_around_a_span() -> None:
    text = "Nothing happened. Ten were arrested at noon. It rained."
    at = text.index("arrested")
    assert sentence_at(text, Span(at, at + 8)).of(text) == "Ten were arrested at noon."


def test_a_line_without_sentences_is_cut_to_its_neighbourhood() -> None:
    text = "word " * 100_000
    around = sentence_at(text, Span(250_000, 250_004))
    assert around.covers(Span(250_000, 250_004))
    assert len(around) < 5_000


@given(st.text(alphabet='aA .!?\n"”1\u00e9'), st.integers(0, 30), st.integers(0, 5))
def test_any_text_gives_ordered_spans_inside_it(text: str, start: int, width: int) -> None:
    found = sentences(text)
    assert "".join("".join(span.of(text).split()) for span in found) == "".join(text.split())
    assert all(0 <= span.start < span.end <= len(text) for span in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
    span = Span(min(start, len(text)), min(start + width, len(text)))
    around = sentence_at(text, span)
    assert 0 <= around.start <= around.end <= len(text)
