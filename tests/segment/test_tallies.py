"""Figures that somebody gives, by one verb or by several sources of one verb."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.records import Parse
from dateline.reference.speech import speech
from dateline.segment.reported import reported


def said(parse: Parse, text: str) -> list[tuple[str | None, str, str]]:
    """Return source, content and commitment of each saying."""
    return [
        (s.source.of(text) if s.source else None, s.content.of(text), s.commitment) for s in reported(parse, speech())
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Lawyers counted 44 detainees.", [("Lawyers", "44 detainees", "say")]),
        ("The hospital spoke of 51 dead.", [("The hospital", "51 dead", "say")]),
        ("The minister spoke of the crisis.", [("The minister", "the crisis", "stance")]),
        ("The organisers, the Tenants Union, said 4,000.", [("The organisers, the Tenants Union", "4,000", "say")]),
        (
            "His party put the turnout at 9,000, the police at no more than 3,500.",
            [("His party", "the turnout at 9,000", "say"), ("the police", "no more than 3,500", "say")],
        ),
    ],
)
def test_figures(parse: Callable[[str], Parse], text: str, expected: list[tuple[str | None, str, str]]) -> None:
    assert said(parse(text), text) == expected


def test_a_semicolon_parts_two_sources(parse: Callable[[str], Parse]) -> None:
    text = "About 300 people marched on Sunday, police said; the organisers spoke of 900."
    assert [(source, content) for source, content, _ in said(parse(text), text)] == [
        ("police", "About 300 people marched on Sunday"),
        ("the organisers", "900"),
    ]


def test_a_source_with_a_clause_of_its_own_at_the_head_of_a_part(parse: Callable[[str], Parse]) -> None:
    text = "The town fell; according to families who escaped by canoe, they looted the pharmacy."
    assert ("they looted the pharmacy", "say") in [(content, how) for _, content, how in said(parse(text), text)]


def test_a_closing_source_with_its_name_between_commas(parse: Callable[[str], Parse]) -> None:
    text = "An activist, Jan Roe, has been tortured in a camp in Bobo-Dioulasso, his lawyer, Odile Sanou, said."
    (found,) = said(parse(text), text)
    assert found == (
        "his lawyer, Odile Sanou",
        "An activist, Jan Roe, has been tortured in a camp in Bobo-Dioulasso",
        "say",
    )


def test_a_clause_that_hangs_on_a_day_is_said_all_the_same(parse: Callable[[str], Parse]) -> None:
    text = "His office said the following day that he would appeal."
    assert [(s, c) for s, c, _ in said(parse(text), text)] == [("His office", "that he would appeal")]


@pytest.mark.parametrize("text", ["The strike was called off.", "The warden was dismissed on Monday."])
def test_what_is_put_off_or_sent_away_is_neither_asked_nor_denied(parse: Callable[[str], Parse], text: str) -> None:
    assert [commitment for _, _, commitment in said(parse(text), text) if commitment != "stance"] == []


def test_a_number_behind_a_source_with_its_name_is_its_figure(parse: Callable[[str], Parse]) -> None:
    for text in ("A local group, Green Door, counted 34.", "A local group counted 34."):
        assert [(c, how) for _, c, how in said(parse(text), text)] == [("34", "say")]
