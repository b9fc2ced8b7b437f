from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.records import Parse, Span
from dateline.segment.cues import cue_span


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "verb", "content", "cue"),
    [
        ("The town has not said whether it will pay.", "said", "whether it will pay", "has not said"),
        ("The union called for a strike.", "called", "a strike", "called for"),
        ("Lind said in a statement that it rained.", "said", "that it rained", "said in a statement"),
        ("Lind said: it rained.", "said", "it rained", "said:"),
        ("Lind said in Halvik that it rained.", "said", "that it rained", "said"),
        ("It rained, Lind said.", "said", "It rained", "said"),
    ],
)
def test_reach_of_a_cue(parse: Callable[[str], Parse], text: str, verb: str, content: str, cue: str) -> None:
    parsed = parse(text)
    token = next(t for t in parsed.tokens if t.text == verb)
    start = text.index(content)
    assert cue_span(parsed, token, Span(start, start + len(content))).of(text) == cue
