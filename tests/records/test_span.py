"""Spans: half-open, ordered, written as pairs."""

from __future__ import annotations

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from dateline.records import Span

spans = st.tuples(st.integers(0, 50), st.integers(0, 50)).map(lambda p: Span(min(p), max(p)))


@given(spans, spans)
def test_overlap_is_symmetric_and_follows_from_cover(a: Span, b: Span) -> None:
    assert a.overlaps(b) == b.overlaps(a)
    if len(b) and a.covers(b):
        assert a.overlaps(b)


@given(spans)
def test_json_is_a_pair(span: Span) -> None:
    raw = msgspec.json.encode(span)
    assert raw == f"[{span.start},{span.end}]".encode()
    assert msgspec.json.decode(raw, type=Span) == span


def test_surface_form_is_the_slice() -> None:
    assert Span(2, 5).of("añ🌊bc") == "🌊bc"
