"""The patterns that begin with a word: those whose words are there, heaviest first."""

from __future__ import annotations

import pytest

from dateline.reference.beginnings import Beginning
from dateline.reference.codebook import parse_pattern


def beginning(*patterns: str) -> Beginning:
    return Beginning(parse_pattern(text, "SING", None, "verb") for text in patterns)


def possible(patterns: Beginning, here: str, before: str = "") -> list[tuple[str, ...]]:
    words = set(here.split())
    return [wanted.pattern.words for wanted in patterns.possible(words, words | set(before.split()))]


def test_only_the_patterns_whose_words_are_all_said_are_possible() -> None:
    songs = beginning("song", "song of joy|praise", "song of loss", "song near:choir", "song of ~ home near:choir")
    assert possible(songs, "a song") == [("song",)]
    assert possible(songs, "a song of praise") == [("song", "of", "joy|praise"), ("song",)]
    assert possible(songs, "a song of my home", "the choir") == [("song", "of", "home"), ("song",), ("song",)]
    assert possible(songs, "a song", "of joy") == [("song",)]


@pytest.mark.parametrize("slot", ["subj", "obj", "prep", "under"])
def test_words_asked_for_in_a_slot_must_be_in_the_sentence(slot: str) -> None:
    asking = beginning(f"sing {slot}:hymn|psalm")
    assert possible(asking, "they sing a psalm") == [("sing",)]
    assert possible(asking, "they sing", "a psalm") == []


@pytest.mark.parametrize(
    "condition",
    ["not-obj:hymn", "may-obj:hymn", "obj:*", "obj:hymn|@place", "subj:@police", "about:choir", "neg:*", "num:*"],
)
def test_what_words_alone_cannot_rule_out_stays_possible(condition: str) -> None:
    assert possible(beginning(f"sing {condition}"), "they sing") == [("sing",)]
