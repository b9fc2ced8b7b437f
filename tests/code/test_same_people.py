"""People who are only pointed back at keep the number that they had."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.code.same_people import told_again
from dateline.records import Argument, Count, EventMention, Parse, Span
from dateline.reference.codebook import load_codebook
from tests.factory import mention

BOOK = load_codebook()
Parses = Callable[[str], Parse]


def arrest_of(text: str, words: str, trigger: str = "arrested") -> EventMention:
    start = text.rindex(words)
    held = Argument(role="recipient", span=Span(start, start + len(words)), text=words)
    return mention("COERCE", "arrest", start=text.rindex(trigger), word=trigger, arguments=(held,))


def test_all_who_were_held_are_counted_when_they_are_let_go(parse: Parses) -> None:
    text = "Guards arrested seven farmers, and all of them were freed."
    at = text.index("all of them")
    everybody = Argument(role="recipient", span=Span(at, at + 11), text="all of them")
    held = Count(span=Span(16, 21), text="seven", of="arrested", low=7, high=7, bound="exact")
    arrest = mention("COERCE", "arrest", start=text.index("arrested"), word="arrested", counts=(0,))
    release = mention("RETREAT", "release", start=text.index("freed"), word="freed", arguments=(everybody,))
    ((place, made),) = told_again(parse(text), [arrest, release], (held,), text, BOOK)
    assert (place, made.of, made.low, made.span) == (1, "released", 7, held.span)


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Norway wants nine fishermen back. The men were arrested on Friday.", "The men", 9),
        ("Norway wants nine fishermen back. The fishermen were arrested on Friday.", "The fishermen", 9),
        ("A bus with about 40 migrants was stopped. All of them were arrested.", "All of them", 36),
        ("Norway wants nine fishermen back. The miners were arrested on Friday.", "The miners", None),
        ("Norway wants nine fishermen back. They were arrested on Friday.", "They", None),
        ("Norway wants nine fishermen and two clerks back. The men were arrested on Friday.", "The men", None),
        ("Norway wants its fishermen back. The men were arrested on Friday.", "The men", None),
    ],
)
def test_one_group_told_of_right_before(parse: Parses, text: str, words: str, expected: int | None) -> None:
    found = list(told_again(parse(text), [arrest_of(text, words)], (), text, BOOK))
    assert [count.low for _, count in found] == ([] if expected is None else [expected])


def test_both_are_two(parse: Parses) -> None:
    text = "Guards took nine farmers. Both were arrested later."
    held = Count(span=Span(12, 16), text="nine", of="arrested", low=9, high=9, bound="exact")
    first = mention("COERCE", "arrest", start=text.index("took"), word="took", counts=(0,))
    second = arrest_of(text, "Both")
    assert all(count.low != 9 or k != 1 for k, count in told_again(parse(text), [first, second], (held,), text, BOOK))
