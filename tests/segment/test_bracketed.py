"""Cues between commas and at the end of a sentence."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.annotate.parse import Parser
from dateline.records import Parse, Reading, Report
from dateline.reference.speech import speech
from dateline.segment.attributions import Attribute
from dateline.segment.reported import reported
from dateline.segment.voices import find_voices

CASES = [
    ("Nine huts burned, the mayor, Omar Haddad, told a reporter by telephone.", "the mayor, Omar Haddad", "Nine huts burned"),
    ("The ferry left, its captain, Saw Htun, said; the port spoke of Monday.", "its captain, Saw Htun", "The ferry left"),
    ("The dyke was mined, warned the governor, Ulan Bek.", "the governor, Ulan Bek", "The dyke was mined"),
    ("If the rains fail, warns Ada Obi of the Water Board, the town will starve.", "Ada Obi of the Water Board",
     "If the rains fail, warns Ada Obi of the Water Board, the town will starve"),
    ("Had they waited, he added, the dyke would have held.", "he", "Had they waited, he added, the dyke would have held"),
    ("Lind praised the divers, who, she said, had saved nine men.", "she", "had saved nine men"),
    ("The ferry sank or, as some divers maintain, a mine tore it apart.", "some divers", "a mine tore it apart"),
    ("Nine huts burned, the hospital reports.", "the hospital", "Nine huts burned"),
    ("Enough is enough, says the tenants' league, which meets on Friday.", "the tenants' league", "Enough is enough"),
]  # fmt: skip


@pytest.mark.model
@pytest.mark.parametrize(("text", "source", "content"), CASES)
def test_a_cue_between_marks_has_its_speaker_and_the_rest(
    parse: Callable[[str], Parse], text: str, source: str, content: str
) -> None:
    found = [(s.source.of(text) if s.source else None, s.content.of(text)) for s in reported(parse(text), speech())]
    assert (source, content) in found


@pytest.mark.model
@pytest.mark.parametrize(
    "text",
    [
        "The state minister, Ada Obi, announced the ban in Kota, and high time it was.",
        "They turned down his terms, the claims.",
        "The law, which the whole town knows by heart, remains in force.",
    ],
)
def test_what_only_looks_like_a_cue_between_marks_is_none(parse: Callable[[str], Parse], text: str) -> None:
    sources = [s.source.of(text) for s in reported(parse(text), speech()) if s.source]
    assert all("ban" not in s and "claims" not in s and "which" not in s for s in sources)


@pytest.mark.model
def test_a_role_is_named_by_what_stands_behind_its_comma(parser: Parser) -> None:
    for text, speaker in (
        ("The spokeswoman of the sit-in, Jhani Rojo, denied that anybody had left.", "Jhani Rojo"),
        ("Two men were freed, its spokesman, Saw Htun, said.", "Saw Htun"),
        ("The organiser, the Union of Small Boats (USB), spoke of 400 at the rally.", "Union of Small Boats"),
    ):
        report = Report(id="r", source="s", text=text, outlet="The Halvik Post")
        reading = Attribute()(parser(Reading(report=report, voices=find_voices(report))))
        assert speaker in [(a.source.name or "").removeprefix("the ") for a in reading.attributions if a.source]


@pytest.mark.model
def test_a_noun_that_takes_up_what_was_told_is_denied(parse: Callable[[str], Parse]) -> None:
    for text, source in (
        ("Lind said that guards beat him in May, a claim the prison board called invented.", "the prison board"),
        ("Farmers say that troops burned the mill, an allegation denied by the army.", "the army"),
        ("A nurse says that she was struck, an accusation that the ministry has rejected.", "the ministry"),
    ):
        told, denied = (s for s in reported(parse(text), speech()) if s.commitment in ("say", "deny"))
        assert (denied.commitment, denied.source.of(text) if denied.source else None) == ("deny", source)
        assert told.content == denied.content
