"""The deed that somebody tells of in a relative clause is done by whom the clause describes."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.records import Parse


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Police are looking for the man who they say shot two students on Monday.", "who", ("nsubj", "shot")),
        ("The man who prosecutors say killed three nurses was arrested on Friday.", "nurses", ("dobj", "killed")),
        ("The man who prosecutors say killed three nurses was arrested on Friday.", "man", ("nsubjpass", "arrested")),
        ("The militia which villagers said looted the clinic withdrew on Monday.", "militia", ("nsubj", "withdrew")),
        ("Two brothers who police believe planned the attack were freed on Friday.", "attack", ("dobj", "planned")),
        ("A clerk who they said was beaten by guards died on Monday.", "who", ("nsubjpass", "beaten")),
        ("Police detained the youth they believe set fire to the mosque on Friday.", "set", ("ccomp", "believe")),
        ("The nurses who say they were beaten marched on Monday.", "who", ("nsubj", "say")),
        ("Residents who said soldiers burned the village fled on Monday.", "who", ("nsubj", "said")),
        ("The envoy who met the rebels said they burned the village.", "who", ("nsubj", "met")),
    ],
)
def test_the_deed_told_gets_its_doer(
    parse: Callable[[str], Parse], text: str, word: str, expected: tuple[str, str]
) -> None:
    tokens = parse(text).tokens
    token = next(t for t in tokens if t.lower == word)
    assert (token.dep, tokens[token.head].text) == expected
