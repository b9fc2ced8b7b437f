"""Reports that are cut anywhere, or whose words stand in any order, are coded without a fault."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from dateline.pipeline import Pipeline, make_coder
from dateline.read import read_text
from dateline.records import Reading

SAMPLES = Path(__file__).resolve().parent.parent / "samples"
CUTS = 12


@pytest.fixture(scope="module")
def coder() -> Pipeline:
    return make_coder()


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen burned a bus with six people",
        "Gunmen burned a bus with six",
        "Police arrested nine men, said the mayor,",
        "The road is shut, said its head,",
        "Guards broke up the sit-in in Lima.\n\nclaiming nine lives, the mayor's office in Puno announced.",
    ],
)
def test_the_last_word_may_be_any(coder: Pipeline, text: str) -> None:
    (result,) = coder.code([read_text(text)])
    assert isinstance(result, Reading)
    assert result.error is None


def test_no_cut_breaks_the_coder(coder: Pipeline) -> None:
    chance = random.Random(11)
    texts: list[str] = []
    for path in sorted(SAMPLES.glob("*/*.txt")):
        words = path.read_text("utf-8").split(" ")
        for number in range(CUTS):
            start = chance.randrange(len(words))
            piece = words[start : start + chance.randrange(3, 90)]
            if number % 3 == 0:
                chance.shuffle(piece)
            texts.append(" ".join(piece).rstrip(".") + (" (" if number % 4 == 0 else ""))
    reports = (read_text(text, source=str(number)) for number, text in enumerate(texts) if text.strip(" ("))
    broken = [result for result in coder.code(reports) if not isinstance(result, Reading)]
    assert [str(failure) for failure in broken if "coding failed" in str(failure)] == []
