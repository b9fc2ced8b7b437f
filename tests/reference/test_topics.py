"""The topic lists are usable."""

from __future__ import annotations

from itertools import combinations

from dateline.reference.topics import load_topics


def test_lists_are_filled_and_lower_case() -> None:
    topics = load_topics()
    for words in (*topics.quiet.values(), topics.hard, topics.public):
        assert len(words) > 100
        assert all(word == word.lower() for word in words)


def test_everyday_words_are_those_of_all_topics() -> None:
    topics = load_topics()
    assert {"wicket", "soprano", "dividend", "telescope", "allotment", "casserole", "roundabout"} <= topics.everyday


def test_no_word_is_of_everyday_news_and_of_public_life() -> None:
    topics = load_topics()
    for one, other in combinations((topics.everyday, topics.hard, topics.public), 2):
        assert not one & other


def test_figures_of_speech_tell_nothing() -> None:
    topics = load_topics()
    figures = {"attack", "strike", "battle", "siege", "surrender", "war"}
    assert not figures & (topics.everyday | topics.hard | topics.public)


def test_parties_of_all_camps_stand_side_by_side() -> None:
    topics = load_topics()
    parties = "anarchist communist conservative fascist labour liberal nationalist socialist left-wing right-wing"
    assert set(parties.split()) <= topics.hard | topics.public
