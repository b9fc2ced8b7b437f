from __future__ import annotations

import pytest

from dateline.annotate.parse import Parser
from dateline.records import Attribution, Reading, Report, Voice
from dateline.segment.attributions import Attribute
from dateline.segment.voices import find_voices

NO_CUE = "Anna Roe praised the crew in the evening. “They saved eleven people with two small boats.”"
CASES = [
    ("“The bridge is closed,” said Mara Lind, the mayor of Halvik.", ["Mara Lind"]),
    ("“Is the bridge closed?” asked Lind.", ["Lind"]),
    ("Mayor Mara Lind told reporters: “The bridge will be closed for two weeks.”", ["Mara Lind"]),
    ("According to Mara Lind, “the bridge will be closed for two weeks”.", ["Mara Lind"]),
    ("'The bridge isn't safe,' Mara Lind said. 'The workers' union warned us last year.'", ["Mara Lind"] * 2),
    ("Mara Lind spoke. ‘The bridge isn’t safe,’ she said, ‘and nobody listens to us.’", ["Mara Lind"] * 2),
    ("« The bridge stays closed today », said Mara Lind.", ["Mara Lind"]),
    ("“The bridge,” said Lind, “will be closed.”", ["Lind"] * 2),
    ("The minister, Otto Brandt, said the bridge was “a danger to the public” and would close.", ["Otto Brandt"]),
    ("Otto Brandt called the march “an insult to the dead of the war”.", ["Otto Brandt"]),
    ("Otto Brandt criticised the march as the work of “a gang of idle boys”.", ["Otto Brandt"]),
    ('"They came at night, said Anna Roe. "Then they burned the nets on the beach."', ["Anna Roe"] * 2),
    ("“They came for the boats.\n\n“Then they came for the nets,” Anna Roe said.", ["Anna Roe"]),
    ("The paper quoted a ministry official as saying: “The vote will be delayed.”", ["ministry official"]),
    ("Roe: “We have nothing to hide at all.”", ["Roe"]),
    (NO_CUE, ["Anna Roe"]),
    ("“We left,” Roe said. “It was late by then.” He went home.", ["Roe"] * 2),
    ("Asked about the vote, Brandt replied, “I will not speculate about that here.”", ["Brandt"]),
    ("“No comment,” said Brandt.", ["Brandt"]),
    ("The crowd chanted “No more lies, no more tolls” outside the hall.", ["crowd"]),
    ("Ms Lind said she would sue. Mr Berg disagreed. “That is for the courts,” she said.", ["Lind"] * 1),
    ("“We won't pay the toll,” Berg said, adding that “the law is on our side here”.", ["Berg"] * 2),
    ("“We told him ‘you are not welcome here any more’ and he left,” Anna Roe said.", ["Anna Roe"] * 2),
    ("“We lost,” said Roe. “They cheated at every step,” said Berg.", ["Roe", "Berg"]),
    ("The sign was in the hall. “We have nothing to hide at all.”", [None]),
]


def read(parser: Parser, text: str) -> Reading:
    report = Report(id="r", source="s", text=text, outlet="The Halvik Post")
    return Attribute()(parser(Reading(report=report, voices=find_voices(report))))


def direct(reading: Reading) -> list[tuple[Voice, Attribution]]:
    quotes = {v.span: v for v in reading.voices if v.kind == "quote"}
    return [(quotes[a.content.span], a) for a in reading.attributions if a.content.span in quotes]


@pytest.mark.model
@pytest.mark.parametrize(("text", "speakers"), CASES)
def test_speakers(parser: Parser, text: str, speakers: list[str | None]) -> None:
    assert [v.speaker for v in read(parser, text).voices if v.kind == "quote"] == speakers


@pytest.mark.model
def test_cue_and_source_point_at_their_words(parser: Parser) -> None:
    text = CASES[0][0]
    ((voice, attribution),) = direct(read(parser, text))
    assert attribution.cue is not None
    assert attribution.source is not None
    assert (attribution.cue.text, attribution.source.text) == ("said", "Mara Lind, the mayor of Halvik")
    assert attribution.source.span.of(text) == attribution.source.text
    assert attribution.voice == "v0"
    assert voice.unresolved == {}


@pytest.mark.model
def test_speaker_by_the_sentence_before_has_no_cue(parser: Parser) -> None:
    ((_, attribution),) = direct(read(parser, NO_CUE))
    assert attribution.cue is None
    assert attribution.unresolved == {"cue": "not-stated"}
