from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.records import Parse, Span
from dateline.reference.speech import speech
from dateline.segment.names import Names
from dateline.segment.phrases import noun_phrase


def name(parsed: Parse, text: str, word: str, nth: int = 0) -> str | None:
    """Name the noun phrase around the nth token `word`."""
    head = [t.i for t in parsed.tokens if t.text == word][nth]
    return Names(parsed, speech()).name(noun_phrase(parsed, head), head, Span(0, len(text)))


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "word", "nth", "full"),
    [
        ("Mayor Mara Lind spoke. Lind left.", "Lind", 1, "Mara Lind"),
        ("The mayor, Mara Lind, spoke. The mayor left.", "mayor", 1, "Mara Lind"),
        ("The Halvik Teachers' Union met. The drivers and their union left.", "union", 0, "their union"),
        ("The porters met. If the guards come, they said, nobody will leave.", "they", 0, "porters"),
        ("Mara Lind, the mayor, spoke. The mayor left.", "mayor", 1, "Mara Lind"),
        ("President Mara Lind spoke. At noon the President left.", "President", 1, "Mara Lind"),
        ("The Minister of Fish, Colonel Mara Lind, spoke.", "Minister", 0, "Mara Lind"),
        ("Mara Lind spoke at the quay. She left.", "She", 0, "Mara Lind"),
        ("The Halvik Teachers' Union (HTU) met. The union left.", "union", 0, "Halvik Teachers' Union"),
        ("The Halvik Teachers' Union (HTU) met. The HTU left.", "HTU", 1, "Halvik Teachers' Union"),
        ("The Ministry of Health met. It said no.", "It", 0, "Ministry of Health"),
        ("Two doctors came. They said no.", "They", 0, "Two doctors"),
        ("The old fishermen said no.", "fishermen", 0, "old fishermen"),
        ("Ms Lind met Mr Berg. She left.", "She", 0, "Lind"),
        ("Ms Lind met Mr Berg. He left.", "He", 0, "Berg"),
        ("He left.", "He", 0, None),
        ("The talks ended, according to Aida Toktosun, a government spokeswoman. She left.", "She", 0, "Aida Toktosun"),
        ("Latvia met the envoys. He left.", "He", 0, None),
        ("Latvia met the porter. Then the porter spoke. He left.", "He", 0, "porter"),
    ],
)
def test_names(parse: Callable[[str], Parse], text: str, word: str, nth: int, full: str | None) -> None:
    assert name(parse(text), text, word, nth) == full


@pytest.mark.model
def test_pronouns_stay_within_their_voice(parse: Callable[[str], Parse]) -> None:
    text = "Mara Lind spoke. She left."
    parsed = parse(text)
    head = next(t.i for t in parsed.tokens if t.text == "She")
    assert Names(parsed, speech()).name(noun_phrase(parsed, head), head, Span(17, len(text))) is None


@pytest.mark.model
def test_titles_are_stripped_but_institutions_keep_their_words(parse: Callable[[str], Parse]) -> None:
    names = Names(parse("It rained."), speech())
    cases = {"the Foreign Minister Mara Lind's": "Mara Lind", "State Council": "State Council", "Mayor": "Mayor"}
    assert {given: names.untitled(given) for given in cases} == cases
