"""What a reporting verb makes of its content."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.records import Parse, Token
from dateline.reference.speech import speech
from dateline.segment.commitment import commitment_of, judged

ParseText = Callable[[str], Parse]


def verb_of(parse: Parse, text: str) -> Token:
    return next(token for token in parse.tokens if token.text == text)


@pytest.mark.parametrize(
    ("text", "verb", "lemma", "expected"),
    [
        ("The dean said that the hall was empty.", "said", "say", "say"),
        ("The dean did not say that the hall was empty.", "say", "say", "ask"),
        ("The dean denied that the hall was empty.", "denied", "deny", "deny"),
        ("The dean believes that the hall was empty.", "believes", "believe", "believe"),
        ("The dean does not believe that the hall was empty.", "believe", "believe", "deny"),
        ("The dean asked whether the hall was empty.", "asked", "ask", "ask"),
        ("The dean told the clerks to leave the hall.", "told", "tell", "ask"),
        ("The dean told the clerks that the hall was empty.", "told", "tell", "say"),
        ("The dean told the judge that the hall was empty.", "told", "tell", "claim"),
        ("The dean wants to close the hall.", "wants", "want", "plan"),
        ("The dean called the report false.", "called", "call", "deny"),
    ],
)
def test_commitment(parse: ParseText, text: str, verb: str, lemma: str, expected: str) -> None:
    grammar = parse(text)
    assert commitment_of(grammar, verb_of(grammar, verb), lemma, speech()) == expected


def test_what_is_said_of_nobody_knows_whom_is_a_claim(parse: ParseText) -> None:
    grammar = parse("It is said that the hall was empty.")
    said = verb_of(grammar, "said")
    assert commitment_of(grammar, said, "say", speech(), hidden=True) == "claim"
    assert commitment_of(grammar, said, "say", speech()) == "say"


@pytest.mark.parametrize(
    ("text", "verb", "expected"),
    [
        ("The dean called the report false.", "called", "the report"),
        ("The dean called it false.", "called", "it"),
        ("The clerk wrote a note, which the dean called untrue.", "called", "which"),
        ("The dean called the report long.", "called", None),
        ("The dean called the report wrong.", "called", "the report"),
        ("The dean called the beating wrong.", "called", None),
    ],
)
def test_what_is_called_untrue(parse: ParseText, text: str, verb: str, expected: str | None) -> None:
    grammar = parse(text)
    span = judged(grammar, verb_of(grammar, verb), speech())
    assert (span.of(text) if span else None) == expected
