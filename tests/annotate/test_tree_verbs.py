"""Of two verbs the one that has the subject is the clause's: participles are not taken for it, nor it for a participle."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.records import Parse


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("A man wanted for the killing of a nun was arrested in Bogota.", "wanted", ("acl", "man")),
        ("A man wanted for the killing of a nun was arrested in Bogota.", "man", ("nsubjpass", "arrested")),
        ("Unidentified men on a motorcycle gunned down a councillor.", "men", ("nsubj", "gunned")),
        ("Unidentified men on a motorcycle gunned down a councillor.", "gunned", ("ROOT", "gunned")),
        ("A fourth was pulled out alive by fishermen.", "by", ("agent", "pulled")),
        ("The mayor said the men were arrested.", "said", ("ROOT", "said")),
        ("Two men held since May were freed on Friday.", "held", ("acl", "men")),
    ],
)
def test_the_clause_has_its_verb(
    parse: Callable[[str], Parse], text: str, word: str, expected: tuple[str, str]
) -> None:
    tokens = parse(text).tokens
    token = next(t for t in tokens if t.lower == word)
    assert (token.dep, tokens[token.head].text) == expected
