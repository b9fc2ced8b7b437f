"""Who came to a march, a meeting or a funeral, and what verbs of coming say of it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.records import EventMention

Coded = Callable[[str], tuple[EventMention, ...]]


@pytest.mark.parametrize(
    ("text", "kind", "who"),
    [
        ("The march, which drew more than 9,000 people, was peaceful.", "PROTEST", "more than 9,000 people"),
        ("The march drew 400 people.", "PROTEST", "400 people"),
        ("The vigil, which attracted about 90 people, was held on the campus.", "GATHER", "about 90 people"),
        ("More than 800 people came to listen to the bishop.", "GATHER", "More than 800 people"),
    ],
)
def test_who_is_drawn_is_who_came(coded: Coded, text: str, kind: str, who: str) -> None:
    (told,) = coded(text)
    assert (told.type, [(a.role, a.text) for a in told.arguments]) == (kind, [("actor", who)])
    assert len(told.counts) == 1


@pytest.mark.parametrize(
    ("text", "guests"),
    [
        ("More than 800 people, among them the mayor, attended the funeral.", ["the mayor"]),
        ("The funeral was attended by 500 people, including the prime minister.", ["the prime minister"]),
        ("About 200 people, including children, attended the funeral.", []),
    ],
)
def test_guests_named_among_the_crowd(coded: Coded, text: str, guests: list[str]) -> None:
    (funeral,) = coded(text)
    assert [a.text for a in funeral.arguments if a.role == "attendee"] == guests


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Veterans paraded through Windhoek to mark the end of the war.", {"GATHER"}),
        ("Fascists paraded through the town.", {"PROTEST"}),
        ("Opposition MPs walked out of parliament in protest at the ruling.", {"PROTEST"}),
        ("The rebels walked out of the talks.", {"SANCTION"}),
        ("Lawyers will strike on Monday to protest the arrest of a colleague.", {"PROTEST", "COERCE"}),
    ],
)
def test_who_parades_walks_out_or_strikes(coded: Coded, text: str, kinds: set[str]) -> None:
    assert {m.type for m in coded(text)} == kinds
