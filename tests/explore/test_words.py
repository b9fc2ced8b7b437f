from __future__ import annotations

from datetime import date
from typing import get_args

import pytest

from dateline.explore.words import (
    REASON_WORDS,
    count_words,
    interval_words,
    place_words,
    point_words,
    range_words,
    said_words,
    voice_kind_words,
    voice_words,
)
from dateline.records import Attribution, Content, Count, MentionPlace, Reason, Span, Voice


def test_every_reason_has_words() -> None:
    assert set(REASON_WORDS) == set(get_args(Reason))


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        ("2024-05-04", "2024-05-05", "4 May 2024"),
        ("2024-05-04", "2024-05-07", "4–6 May 2024"),
        ("2024-05-30", "2024-06-02", "30 May – 1 June 2024"),
        ("2023-12-30", "2024-01-03", "30 December 2023 – 2 January 2024"),
        ("2024-05-01", "2024-06-01", "May 2024"),
        ("2024-05-01", "2024-08-01", "May–July 2024"),
        ("2023-11-01", "2024-02-01", "November 2023 – January 2024"),
        ("2024-01-01", "2025-01-01", "2024"),
        ("2010-01-01", "2020-01-01", "2010–2019"),
        ("2024-05-04", None, "since 4 May 2024"),
        (None, "2024-05-04", "until 3 May 2024"),
        (None, None, ""),
    ],
)
def test_intervals_read_as_people_write_them(start: str | None, end: str | None, words: str) -> None:
    first, last = (date.fromisoformat(day) if day else None for day in (start, end))
    assert interval_words(first, last) == words


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [(31, 31, "31"), (2000, 9999, "2,000–9,999"), (31, None, "at least 31"), (None, 5, "up to 5"), (None, None, "")],
)
def test_bounds_say_open_ends(low: int | None, high: int | None, words: str) -> None:
    assert range_words(low, high) == words


def test_count_says_what_it_counts() -> None:
    assert count_words(Count(span=Span(0, 1), text="3", of="killed", low=3, high=3, bound="exact")) == "3 killed"


def test_place_says_nothing_twice() -> None:
    place = MentionPlace(
        toponym=None, name="Lagos", geonameid=None, admin1="Lagos", country="NGA", lat=None, lon=None, precision=None,
        basis="stated",
    )  # fmt: skip
    assert place_words(place) == "Lagos, NGA"
    assert place_words(None) == ""


def test_point_says_the_hemisphere() -> None:
    assert point_words(-12.05, -77.04) == "12.05°\u00a0S, 77.04°\u00a0W"
    assert point_words(None, 3.0) == ""


def test_voices_are_named_by_what_is_known() -> None:
    post = Voice(id="v1", parent="v0", kind="post", speaker=None, handle="@a", platform="x", span=Span(0, 1))
    assert voice_words(post, None) == "@a"
    assert voice_kind_words(post) == "post on X"
    assert (
        voice_words(Voice(id="v0", parent=None, kind="outlet", speaker=None, span=Span(0, 1)), "The Capstan")
        == "The Capstan"
    )
    assert (
        voice_words(Voice(id="v2", parent="v0", kind="quote", speaker=None, span=Span(0, 1)), None)
        == "an unnamed speaker"
    )


def test_a_hidden_source_is_said_to_be_unnamed() -> None:
    said = Attribution(voice="v0", parent=None, source=None, cue=None, content=Content(span=Span(0, 1)))
    assert said_words(said) == "an unnamed source"
