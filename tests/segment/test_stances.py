from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.records import Parse
from dateline.reference.speech import speech
from dateline.segment.stances import stance

CASES = [
    ("Lind praised the crew for its courage.", "Lind", "praised", "the crew for its courage", "stance"),
    ("The vote was criticized by observers.", "observers", "was criticized", "The vote", "stance"),
    ("The party described the vote as a farce.", "The party", "described", "the vote as a farce", "stance"),
    ("The party called the vote a farce.", "The party", "called", "the vote a farce", "stance"),
    ("The mayor declined to comment.", "The mayor", "declined", "to comment", "stance"),
    ("The mayor objected to the dyke.", "The mayor", "objected to", "the dyke", "stance"),
    ("Witnesses spoke of guards firing on the ferry.", "Witnesses", "spoke of", "guards firing on the ferry", "say"),
    ("Residents are wary of new promises.", "Residents", "are wary of", "new promises", "stance"),
    ("The army appears to have left the town.", None, "appears", "The army appears to have left the town", "claim"),
]


def stances(parse: Callable[[str], Parse], text: str) -> list[tuple[str | None, str | None, str, str]]:
    parsed = parse(text)
    found = [s for token in parsed.tokens if (s := stance(parsed, token, speech())) is not None]
    return [
        (s.source.of(text) if s.source else None, s.cue.of(text) if s.cue else None, s.content.of(text), s.commitment)
        for s in found
    ]


@pytest.mark.model
@pytest.mark.parametrize(("text", "source", "cue", "content", "commitment"), CASES)
def test_frames(
    parse: Callable[[str], Parse], text: str, source: str | None, cue: str, content: str, commitment: str
) -> None:
    assert (source, cue, content, commitment) in stances(parse, text)


@pytest.mark.model
@pytest.mark.parametrize(
    "text", ["He came to praise the crew.", "We praised the crew.", "Lind praised it.", "The dyke held.", ""]
)
def test_what_is_no_stance(parse: Callable[[str], Parse], text: str) -> None:
    assert stances(parse, text) == []
