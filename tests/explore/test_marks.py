from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dateline.explore.marks import Mark, cut, marks_of
from dateline.records import Reading, Report, Span, Time

SPANS = st.tuples(st.integers(0, 60), st.integers(0, 60)).map(lambda ends: Span(min(ends), max(ends)))


def test_marks_cover_every_layer_and_argument(reading: Reading) -> None:
    found = {(mark.kind, mark.key): mark.span.of(reading.report.text) for mark in marks_of(reading)}
    assert found["trigger", "trigger-m_01"] == "gathered"
    assert found["who", "who-m_01-0"] == "Thousands of Tamsans"
    assert found["place", "place-0"] == "Tamsans"
    assert found["time", "time-1"] == "the following day"
    assert found["count", "count-0"] == "Thousands"
    assert found["loaded", "loaded-0"] == "martyrdom"
    assert found["source", "said-0"] == "Police"
    assert found["cue", "said-0"] == "said that"
    assert found["quote", "voice-v2"].startswith("They came")


def test_marks_outside_the_text_are_clipped_or_left_out() -> None:
    times = tuple(Time(span=Span(*ends), text="x", type="DATE", value=None) for ends in [(2, 99), (50, 60), (3, 3)])
    marks = marks_of(Reading(report=Report(id="r_1", source="x", text="abcdef"), times=times))
    assert [mark.span for mark in marks] == [Span(2, 6)]


@given(spans=st.lists(SPANS, max_size=12), ends=SPANS)
def test_pieces_follow_one_another_and_know_what_covers_them(spans: list[Span], ends: Span) -> None:
    marks = sorted((Mark("time", f"time-{i}", span) for i, span in enumerate(spans)), key=lambda mark: mark.span)
    pieces = list(cut(ends.start, ends.end, marks))
    assert [offset for piece in pieces for offset in range(piece.span.start, piece.span.end)] == list(
        range(*ends_of(ends))
    )
    for piece in pieces:
        assert set(piece.marks) == {mark for mark in marks if mark.span.overlaps(piece.span)}
        assert all(mark.span.covers(piece.span) for mark in piece.marks)


def ends_of(span: Span) -> tuple[int, int]:
    return span.start, span.end
