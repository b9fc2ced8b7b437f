"""Whoever goes on speaking does so on the day and at the place of what was told of him right before."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.pipeline import Pipeline, make_coder
from dateline.read import read_text
from dateline.records import Reading

MONDAY = "2024-04-29"


@pytest.fixture(scope="module")
def coder() -> Pipeline:
    return make_coder()


@pytest.mark.parametrize(
    ("text", "type_", "expected"),
    [
        (
            "The bishop received the strikers in Oran on Monday. He urged the company to free two clerks.",
            "REQUEST",
            ("Oran", MONDAY),
        ),
        (
            '"The road is ours," the envoy, Ali Sow, told a briefing in Oran on Monday.\n\nHe accused Chad of theft.',
            "ACCUSE",
            ("Oran", MONDAY),
        ),
        (
            "Nurses marched in Oran on Monday. They accused the minister of lying and demanded that he resign.",
            "REQUEST",
            ("Oran", MONDAY),
        ),
        (
            "A congress of nurses opened in Oran on Monday. It was long. The delegates demanded higher pay.",
            "REQUEST",
            ("Oran", MONDAY),
        ),
        (
            "The king met in Oran on Monday with a group headed by Ali Sow.\n\nSow spoke highly of the dam.",
            "SUPPORT",
            ("Oran", MONDAY),
        ),
        (
            "Hundreds marched in Oran on Monday at the funeral of a nurse. A priest vowed at the ceremony that"
            " her death would be avenged.",
            "THREATEN",
            ("Oran", MONDAY),
        ),
        ("Nurses held a vigil in Oran on Monday. A priest threatened to close the gate.", "THREATEN", (None, None)),
        ("Ministers met in Oran on Monday. The ministers of Chad condemned the dam.", "ACCUSE", (None, None)),
        ("The king met Ali Sow in Oran on Monday. Musa Diop spoke highly of the dam.", "SUPPORT", (None, None)),
        ("Nurses marched in Oran on Monday. They want the minister to resign.", "REQUEST", (None, None)),
        ("Nurses had marched in Oran on Monday. They refused an offer of the minister.", "REJECT", (None, None)),
        (
            "The king arrived in Oran on Monday for a visit. He turned down a request for wheat.",
            "REJECT",
            (None, None),
        ),
        ("Nurses marched in Oran on Monday. The union accused the minister of lying.", "ACCUSE", (None, None)),
        (
            "Nurses marched in Oran on Monday. The council asked the mayor to go; he refused to resign.",
            "REJECT",
            (None, None),
        ),
    ],
)
def test_what_a_pronoun_goes_on_to_say(
    coder: Pipeline, text: str, type_: str, expected: tuple[str | None, str | None]
) -> None:
    (reading,) = coder.code([read_text(text, published=date(2024, 5, 3))])  # a Friday
    assert isinstance(reading, Reading)
    mention = next(m for m in reading.events if m.type == type_)
    day = mention.time.from_.isoformat() if mention.time is not None and mention.time.from_ is not None else None
    assert (mention.place.name if mention.place is not None else None, day) == expected


@pytest.mark.parametrize(
    ("text", "type_", "expected"),
    [
        (
            "Nurses met in Oran on Monday. Outside, clerks held up placards and demanded higher pay.",
            "REQUEST",
            ("Oran", MONDAY),
        ),
        (
            "The party held a congress in Oran on Monday. In her speech Ana Soto called on the army to free two clerks.",
            "REQUEST",
            ("Oran", MONDAY),
        ),
        (
            "The party held a congress in Oran on Monday. Blankets were given to the villagers on the same occasion.",
            "AID",
            ("Oran", MONDAY),
        ),
        (
            "The party held a congress in Oran on Monday. In a speech Ana Soto called on the army to free two clerks.",
            "REQUEST",
            (None, None),
        ),
        (
            "The party held a congress in Oran on Monday. Blankets were given to the villagers.",
            "AID",
            (None, None),
        ),
    ],
)
def test_what_is_said_or_given_at_an_occasion_is_of_its_day_and_place(
    coder: Pipeline, text: str, type_: str, expected: tuple[str | None, str | None]
) -> None:
    (reading,) = coder.code([read_text(text, published=date(2024, 5, 3))])  # a Friday
    assert isinstance(reading, Reading)
    mention = next(m for m in reading.events if m.type == type_)
    day = mention.time.from_.isoformat() if mention.time is not None and mention.time.from_ is not None else None
    assert (mention.place.name if mention.place is not None else None, day) == expected
