"""The other side of talks and deals whose parties one word names, on whole readings."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.records import EventMention

Coded = Callable[[str], tuple[EventMention, ...]]


def test_older_accords_of_two_states_leave_it_open(coded: Coded) -> None:
    assert not recipients(coded("Ana Roe met Ivan Roth in Lima. The two countries signed a treaty in 1994."), "AGREE")


def recipients(mentions: tuple[EventMention, ...], type_: str) -> list[tuple[str, str]]:
    """Return the recipients of the last mention of a type and whether the words stand in its sentence."""
    mention = [m for m in mentions if m.type == type_][-1]
    return [(a.text, a.basis) for a in mention.arguments if a.role == "recipient"]


@pytest.mark.parametrize(
    ("text", "type_", "expected"),
    [
        (
            "The army and the Hill Front held talks in Oslo. The two sides met again on Friday.",
            "CONSULT",
            "the Hill Front",
        ),
        ("Peru and Chile signed an accord. The two neighbours met again on Friday.", "CONSULT", "Chile"),
        ("The union and the company met in Lima. They agreed on a pay rise.", "AGREE", "the company"),
        ("The company and the union met in Lima. They agreed on a pay rise.", "AGREE", "the union"),
        (
            "Minister Ana Roe met her counterpart, Ivan Petrov, in Oslo. They agreed to send a team.",
            "AGREE",
            "her counterpart",
        ),
        (
            "The army and the militia have fought near Bor since May. Both sides met in Oslo on Friday.",
            "CONSULT",
            "the militia",
        ),
    ],
)
def test_both_sides_are_those_told_of_before(coded: Coded, text: str, type_: str, expected: str) -> None:
    assert recipients(coded(text), type_) == [(expected, "inherited")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The two sides met in Oslo on Friday.", []),  # nobody told of before
        ("Peru and Chile signed an accord. Two governments in Africa met in Oslo on Friday.", []),
        ("Peru and Chile signed an accord. The two governments met the envoy on Friday.", [("the envoy", "stated")]),
        ("Peru and Chile signed an accord. The governments met on Friday.", []),
        ("Peru and Chile signed an accord. Two thousand nurses met on Friday.", []),
    ],
)
def test_others_do_not_deal_with_those_told_of_before(coded: Coded, text: str, expected: list[tuple[str, str]]) -> None:
    assert recipients(coded(text), "CONSULT") == expected
