"""The topic lists are usable."""

from __future__ import annotations

from dateline.reference.topics import load_topics


def test_lists_are_filled_and_lower_case() -> None:
    topics = load_topics()
    assert set(topics.quiet) == {"sport", "arts", "markets", "science", "life", "weather"}
    for words in (*topics.quiet.values(), topics.hard):
        assert len(words) > 30
        assert all(word == word.lower() for word in words)


def test_no_word_of_war_is_a_word_of_sport() -> None:
    assert not load_topics().quiet["sport"] & {"soldier", "army", "police", "killed", "rebel"}
