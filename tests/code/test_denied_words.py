"""What is denied with the verb of the charge, in coded sentences."""

from __future__ import annotations

import pytest

import dateline
from dateline.records import Reading

CHARGE = '"I was dragged down the stairs by my hair," said Ana Pop. '


def told(reading: Reading) -> list[tuple[str, str, str]]:
    return [(m.trigger.text, m.type, m.status) for m in reading.events]


@pytest.mark.parametrize(
    "denial",
    [
        "A police spokesman denied that anyone was dragged.",
        "A union spokesman denied that anyone was dragged.",
        "Nobody was dragged anywhere, the mayor said.",
    ],
)
def test_the_verb_alone_denies_what_it_told_with_more_words(denial: str) -> None:
    assert told(dateline.code(CHARGE + denial)) == [("dragged", "ASSAULT", "alleged"), ("dragged", "ASSAULT", "denied")]


@pytest.mark.parametrize(
    "text",
    [
        "A police spokesman denied that anyone was dragged.",  # nothing was told
        CHARGE + "The mayor denied that the talks had failed.",
        "Police held two men in Leeds. The mayor denied that he held shares in the bank.",  # a verb that says little
    ],
)
def test_other_words_deny_nothing_of_it(text: str) -> None:
    assert not any(
        type_ in ("ASSAULT", "COERCE") for _, type_, status in told(dateline.code(text)) if status == "denied"
    )
