from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from dateline.records import Span
from dateline.segment.quotations import Quotation, is_speech, quotations, scare_quotes


def found(text: str) -> list[Quotation]:
    regions, start = [], 0
    for line in text.split("\n"):
        regions.append(Span(start, start + len(line)))
        start += len(line) + 1
    return quotations(text, regions)


def words(text: str) -> list[str]:
    return [q.span.of(text) for q in found(text)]


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("“We left,” she said.", ["We left,"]),
        ('"We left," she said.', ["We left,"]),
        ("« We left », she said.", ["We left"]),
        ("„We left“, she said.", ["We left"]),
        ("»We left«, she said.", ["We left"]),
        ("‘We left,’ she said.", ["We left,"]),
        ("'We left,' she said.", ["We left,"]),
        ("'It isn't ours,' she said, 'it's theirs.'", ["It isn't ours,", "it's theirs."]),
        ("'The workers' boats left,' she said.", ["The workers' boats left,"]),
        ("‘The workers’ boats left,’ she said.", ["The workers’ boats left,"]),
        ("“He said ‘go away’ and left,” she said.", ["He said ‘go away’ and left,", "go away"]),
        ("'He said \"go away\" and left,' she said.", ['He said "go away" and left,', "go away"]),
        ("``We left,'' she said. ``They stayed.''", ["We left,", "They stayed."]),
        ("''We left,'' she said.", ["We left,"]),
        ("Roe sent a ``last call'' to sailors. The ``ban'' fell.", ["last call", "ban"]),
        ("“One,\n\n“two,” she said.", ["One,\n\n“two,"]),
        ('"One,\n\n"two," she said.', ['One,\n\n"two,']),
        ('"We left, said Roe. "They stayed."', ["We left,", "They stayed."]),
        ("“We left, said Roe.\nThey stayed.", ["We left,"]),
        ("“We left and they stayed.\nIt rained.", ["We left and they stayed."]),
        ("“One.\nTwo,” she said.", ["One.\nTwo,"]),
    ],
)
def test_marks_are_matched(text: str, inside: list[str]) -> None:
    assert words(text) == inside


@pytest.mark.parametrize(
    "text",
    [
        "The workers' boats and the town's dogs.",
        "It’s the ’90s, don’t ’em all know.",
        'A 12" gun and a 6" knife.',
        "Rock 'n' roll",
    ],
)
def test_apostrophes_and_inches_are_no_quotations(text: str) -> None:
    assert words(text) == []


@pytest.mark.parametrize(
    ("text", "speech"),
    [
        ("“We will not leave today.”", True),
        ("“No comment,” said Brandt.", True),
        ("She shouted: “Out!”", True),
        ("The “experts” never came.", False),
        ("a meeting under the title “The Long Road Home”", False),
        ("the so-called “list of all good boats”", False),
        ("known as “Smoky Mary,” the line ran", False),
        ("He read “The Long Road Home” twice.", False),
    ],
)
def test_speech_and_what_is_none(text: str, speech: bool) -> None:
    assert is_speech(text, found(text)[0]) is speech


def test_scare_quotes_are_what_is_no_speech() -> None:
    text = "The “experts” said: “We will not leave today.”"
    assert [s.text for s in scare_quotes(text, found(text))] == ["experts"]


@given(st.text(alphabet="ab s.,\n“”„«»\"'‘’`—\u200b\u202e", max_size=80))
@example("““““““said“the army , denied ““")
def test_any_marks_give_spans_inside_the_text_that_never_cross(text: str) -> None:
    quotations = found(text)
    for one, other in combinations(quotations, 2):
        assert other.span.start >= one.span.end or other.span.end <= one.span.end
    for quotation in quotations:
        assert (
            0 <= quotation.outer.start <= quotation.span.start < quotation.span.end <= quotation.outer.end <= len(text)
        )
