"""Whoever is counted on from those of the sentence before was there on that day."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.pipeline import Pipeline, make_coder
from dateline.read import read_text
from dateline.records import Reading


@pytest.fixture(scope="module")
def coder() -> Pipeline:
    return make_coder()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "A tribunal in Oran sentenced seven men to death on Thursday. An eighth defendant was acquitted.",
            ("Oran", "2024-05-02"),
        ),
        ("Police in Oran arrested three men on Monday. Two others were released the next day.", ("Oran", "2024-04-30")),
        ("Police in Oran arrested three men on Monday. The king will free a fourth.", (None, None)),
        (
            "Police in Oran arrested two men on Monday. A third suspect was seized in Blida and freed two days later.",
            (None, "2024-05-01"),
        ),
    ],
)
def test_day_and_place_are_those_of_the_people_before(
    coder: Pipeline, text: str, expected: tuple[str | None, str | None]
) -> None:
    (reading,) = coder.code([read_text(text, published=date(2024, 5, 3))])  # a Friday
    assert isinstance(reading, Reading)
    mention = next(m for m in reading.events if m.type == "RETREAT")
    day = mention.time.from_.isoformat() if mention.time is not None and mention.time.from_ is not None else None
    assert (mention.place.name if mention.place is not None else None, day) == expected
