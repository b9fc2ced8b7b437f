from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.records import Parse
from dateline.segment.phrases import clause, edges, noun_phrase, subject_of, trimmed

TEXT = "The mayor, Mara Lind, who was born here, said on Monday that the dyke would hold."


def index(parse: Parse, word: str) -> int:
    return next(t.i for t in parse.tokens if t.text == word)


@pytest.mark.model
def test_noun_phrase_keeps_apposition_and_drops_clauses(parse: Callable[[str], Parse]) -> None:
    parsed = parse(TEXT)
    assert noun_phrase(parsed, index(parsed, "mayor")).of(TEXT) == "The mayor, Mara Lind"


@pytest.mark.model
def test_clause_is_the_hull_less_what_is_left_out(parse: Callable[[str], Parse]) -> None:
    parsed = parse(TEXT)
    hold = index(parsed, "hold")
    span = clause(parsed, hold)
    assert span is not None
    assert span.of(TEXT) == "that the dyke would hold"
    assert clause(parsed, hold, without={hold}) is None
    first, last = edges(parsed, hold)
    assert (parsed.tokens[first].text, parsed.tokens[last - 1].text) == ("that", "hold")


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "verb", "subject"),
    [
        (TEXT, "said", "mayor"),
        ("Lind condemned the attack and said that it must end.", "said", "Lind"),
        ("Lind, who said the dyke would hold, left.", "said", "Lind"),
        ("The dyke was defended by Lind and her party, who said it would hold.", "said", "Lind"),
        ("Lind resigned, saying that she was tired.", "saying", "Lind"),
    ],
)
def test_subjects(parse: Callable[[str], Parse], text: str, verb: str, subject: str) -> None:
    parsed = parse(text)
    found = subject_of(parsed, index(parsed, verb))
    assert found is not None
    assert found.text == subject


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("HALVIK, May 3 (Fjord Agency) - The dyke will hold.", "The dyke will hold"),
        ("14:20 - The dyke will hold.", "The dyke will hold"),
        ("“The dyke” will hold.", "The dyke” will hold"),
        ("The Dyke Union (DU)", "The Dyke Union (DU)"),
    ],
)
def test_trimmed_drops_datelines_and_loose_marks(parse: Callable[[str], Parse], text: str, left: str) -> None:
    parsed = parse(text)
    last = len(parsed.tokens)
    span = trimmed(parsed, 0, last)
    assert span is not None
    assert span.of(text) == left
    assert trimmed(parsed, last, last) is None
