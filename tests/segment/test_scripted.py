from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.read.text import text_blocks
from dateline.records import Parse
from dateline.reference.speech import speech
from dateline.segment.scripted import scripted


def turns(parse: Callable[[str], Parse], text: str) -> list[tuple[str | None, str]]:
    found = scripted(text, text_blocks(text), parse(text), speech())
    return [(s.source.of(text) if s.source else None, s.content.of(text)) for s in found]


@pytest.mark.model
def test_a_script_has_its_speakers(parse: Callable[[str], Parse]) -> None:
    text = (
        "HOST: Will the dyke hold?\n\nMAYOR: It will.\n\nWe have sandbags.\n\nHOST: And the boats?\n\nMAYOR: They wait."
    )
    assert turns(parse, text) == [
        ("HOST", "Will the dyke hold?"),
        ("MAYOR", "It will.\n\nWe have sandbags."),
        ("HOST", "And the boats?"),
        ("MAYOR", "They wait."),
    ]


@pytest.mark.model
def test_questions_and_answers(parse: Callable[[str], Parse]) -> None:
    assert [source for source, _ in turns(parse, "Q: Why?\n\nA: Rain.\n\nQ: When?\n\nA: Today.")] == [
        "Q",
        "A",
        "Q",
        "A",
    ]


@pytest.mark.model
@pytest.mark.parametrize(
    "text", ["Photo: a dyke in the rain.", "Weather: rain, then sun.", "Note: it rained.", "14:20: It rained.", ""]
)
def test_other_labels_are_no_speakers(parse: Callable[[str], Parse], text: str) -> None:
    assert turns(parse, text) == []
