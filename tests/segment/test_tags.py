from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.records import Span
from dateline.segment.tags import media_of, words_of_tag


@pytest.mark.parametrize(
    ("tag", "words"),
    [
        ("SaveTheDyke", "Save The Dyke"), ("NATOSummit2024", "NATO Summit 2024"), ("save_the_dyke", "save the dyke"),
        ("savethedyke", "save the dyke"), ("halvik", "halvik"), ("СпасёмДамбу", "Спасём Дамбу"),
        ("ΣώστεΤοΦράγμα", "Σώστε Το Φράγμα"),
        ("أوقفوا_الحرب", "أوقفوا الحرب"), ("COP28", "COP 28"),
    ],
)  # fmt: skip
def test_words_of_a_hashtag(tag: str, words: str) -> None:
    assert words_of_tag(tag, {"save", "the", "dyke"}) == words


@given(st.text(max_size=80))
def test_any_tag_gives_words_and_loses_no_letter(tag: str) -> None:
    letters = [c for c in tag[:60] if c.isalnum()]
    got = [c for c in words_of_tag(tag, {"a", "to", "be"}) if c.isalnum()]
    assert got[: len(letters)] == letters or not letters


def test_media_links() -> None:
    text = (
        "Look pic.twitter.com/Ab12 and https://youtu.be/x9 and https://example.org/a.jpg but not https://example.org/a"
    )
    assert media_of(text, Span(0, len(text))) == (
        "pic.twitter.com/Ab12",
        "https://youtu.be/x9",
        "https://example.org/a.jpg",
    )
