"""Denials of what was just told, taken up by a noun."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.records import Parse
from dateline.reference.speech import speech
from dateline.segment.resumed import resumed
from dateline.segment.sayings import Saying

ParseText = Callable[[str], Parse]


def taken_up(parse: Parse, verb: str, lemma: str) -> Saying | None:
    return resumed(parse, next(token for token in parse.tokens if token.text == verb), lemma, speech())


@pytest.mark.parametrize(
    ("text", "verb", "lemma", "source"),
    [
        ("The dean sold the hall to a friend, a charge the college denies.", "denies", "deny", "the college"),
        (
            "The dean sold the hall, an allegation that his lawyer Ida Roe denied on Monday.",
            "denied",
            "deny",
            "Ida Roe",
        ),
        ("The dean sold the hall – a claim denied by the college.", "denied", "deny", "the college"),
        ("The dean sold the hall, a claim the college called false.", "called", "call", "the college"),
    ],
)
def test_the_article_stands_for_what_is_denied(parse: ParseText, text: str, verb: str, lemma: str, source: str) -> None:
    saying = taken_up(parse(text), verb, lemma)
    assert saying is not None
    assert saying.commitment == "deny"
    assert saying.content.of(text) in ("a", "an")
    assert saying.cue is not None
    assert verb in saying.cue.of(text)
    assert saying.source is not None
    assert source in saying.source.of(text)


@pytest.mark.parametrize(
    ("text", "verb", "lemma"),
    [
        ("The dean sold the hall, a charge the college repeated.", "repeated", "repeat"),
        ("The dean sold the hall, a claim the college called bold.", "called", "call"),
        ("The dean sold the hall, a gift the college denies.", "denies", "deny"),
        ("The dean sold the hall, and the college denies it.", "denies", "deny"),
    ],
)
def test_nothing_is_taken_up(parse: ParseText, text: str, verb: str, lemma: str) -> None:
    assert taken_up(parse(text), verb, lemma) is None
