"""What befalls those whom a noun names, by the verbs that govern it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.annotate.counted import Counted, counted_of
from dateline.annotate.governing import governors
from dateline.records import Parse
from dateline.reference.numbers import count_lexicon
from tests.factory import sentence

PASSIVE = sentence(
    ("Four", "four", "NUM", "CD", "nummod", 1),
    ("officers", "officer", "NOUN", "NNS", "nsubjpass", 3),
    ("were", "be", "AUX", "VBD", "auxpass", 3),
    ("killed", "kill", "VERB", "VBN", "ROOT", 3),
)


def test_a_passive_subject_is_an_object() -> None:
    assert [(verb.text, side) for verb, side in governors(PASSIVE, 1)] == [("killed", "object")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Three teachers were shot and killed in Gao on Monday.", "killed"),
        ("Two clerks were fatally shot in Basra on Friday.", "killed"),
        ("Two clerks were shot to death in Basra on Friday.", "killed"),
        ("Two clerks were fatally wounded in Basra on Friday.", "killed"),
        ("Two plumbers were stabbed in Leeds on Monday and died in hospital.", "killed"),
        ("The blast left four people killed and 35 wounded.", "killed"),
        ("Six men were shot and wounded in Leeds on Friday.", "injured"),
        ("Six men were shot in Leeds days after the death of a friend.", "injured"),
        ("Six guards were shot and robbed in Leeds on Friday.", "injured"),
        ("Two men were shot and their wives were killed in Leeds.", "injured"),
    ],
)
def test_whoever_did_not_live_is_counted_as_killed(parse: Callable[[str], Parse], text: str, expected: str) -> None:
    read = parse(text)
    number = next(t for t in read.tokens if t.pos == "NUM")
    assert counted_of(read, Counted(number, read.tokens[number.head]), count_lexicon()) == expected
