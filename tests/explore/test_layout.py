from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dateline.explore.layout import sections_of
from dateline.records import Reading, Report, Span, Voice


def _reading(text: str, *posts: tuple[int, int]) -> Reading:
    voices = [Voice(id="v0", parent=None, kind="outlet", speaker=None, span=Span(0, len(text)))]
    for i, ends in enumerate(posts, 1):
        voices.append(Voice(id=f"v{i}", parent="v0", kind="post", speaker=None, span=Span(*ends)))
    return Reading(report=Report(id="r_1", source="x", text=text), voices=tuple(voices))


def _told(reading: Reading) -> list[tuple[str | None, int, bool, list[str]]]:
    return [
        (s.voice.id if s.voice else None, s.depth, s.continued, [p.of(reading.report.text) for p in s.paragraphs])
        for s in sections_of(reading)
    ]


def test_a_post_between_paragraphs_is_a_section_of_its_own() -> None:
    assert _told(_reading("One.\n\nPost.\n\nTwo.", (6, 11))) == [
        ("v0", 0, False, ["One."]),
        ("v1", 1, False, ["Post."]),
        ("v0", 0, False, ["Two."]),
    ]


def test_a_post_inside_a_post_cuts_the_outer_one() -> None:
    assert _told(_reading("aa bb cc", (0, 8), (3, 5))) == [
        ("v1", 1, False, ["aa"]),
        ("v2", 2, False, ["bb"]),
        ("v1", 1, True, ["cc"]),
    ]


def test_a_reading_without_voices_still_shows_its_text() -> None:
    reading = Reading(report=Report(id="r_1", source="x", text="Words.\n  \nMore. "))
    assert _told(reading) == [(None, 0, False, ["Words.", "More."])]


@given(st.text(alphabet="ab \n", max_size=30), st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), max_size=4))
def test_every_word_stands_in_exactly_one_paragraph(text: str, posts: list[tuple[int, int]]) -> None:
    reading = _reading(text, *((min(ends), max(ends)) for ends in posts))
    shown = [o for s in sections_of(reading) for p in s.paragraphs for o in range(p.start, p.end)]
    assert shown == sorted(set(shown))
    assert [text[o] for o in shown if not text[o].isspace()] == [c for c in text if not c.isspace()]
