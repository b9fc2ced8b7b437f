from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.records import Parse
from dateline.reference.speech import speech
from dateline.segment.nominal import according, adverb, noun_cue


@pytest.mark.model
def test_according_to_takes_its_half_of_the_sentence(parse: Callable[[str], Parse]) -> None:
    text = "The dyke held; two boats sank, according to police."
    parsed = parse(text)
    (saying,) = (s for t in parsed.tokens if t.lower == "according" for s in according(parsed, t))
    assert saying.content.of(text) == "two boats sank"


@pytest.mark.model
def test_adverb_hides_its_source(parse: Callable[[str], Parse]) -> None:
    text = "Two boats were allegedly sunk."
    parsed = parse(text)
    (saying,) = (s for t in parsed.tokens if t.lower == "allegedly" for s in adverb(parsed, t, "claim"))
    assert (saying.source, saying.commitment, saying.content.of(text)) == (None, "claim", text[:-1])


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "word", "cue", "source"),
    [
        ("Lind repeated the claim that soldiers fired.", "claim", "repeated the claim", "Lind"),
        ("Her accusations of fraud were dropped.", "accusations", "accusations of", "Her"),
        ("The claim by Lind that soldiers fired was denied.", "claim", "claim", "Lind"),
    ],
)
def test_nouns(parse: Callable[[str], Parse], text: str, word: str, cue: str, source: str) -> None:
    parsed = parse(text)
    (saying,) = (s for t in parsed.tokens if t.lower == word for s in noun_cue(parsed, t, speech()))
    assert saying.cue is not None
    assert saying.source is not None
    assert (saying.cue.of(text), saying.source.of(text)) == (cue, source)
