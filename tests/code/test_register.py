"""Texts in which conflict is a figure of speech."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.annotate.parse import Parser
from dateline.code.events import CodeEvents
from dateline.code.register import is_quiet
from dateline.records import Parse
from dateline.reference.topics import load_topics
from tests.factory import reading

MATCH = (
    "The visitors attacked from the kick-off and their striker fired wide twice before half-time. The goalkeeper, a former "
    "midfielder, surrendered the ball on the halfway line and the captain shot into an empty net for a second goal. Their coach "
    "praised the defenders after the match. The league leaders were under siege for most of the second half, but a late penalty "
    "killed off the game in front of a full stadium, and the team can win the title on Saturday in a derby away from home."
)
STORY = (
    "Soldiers attacked the village before dawn and shot two farmers in front of the mosque. The army said rebels had killed a "
    "captain on the road on Friday. Residents fled to the town, where police closed the market and arrested a teacher. The "
    "governor condemned the killings and called on the government to send more troops to the province before the election."
)


@pytest.mark.parametrize(("text", "quiet"), [(MATCH, True), (STORY, False), ("A goal, a match, a team.", False)])
def test_quiet_texts_are_told_from_hard_news(parse: Callable[[str], Parse], text: str, quiet: bool) -> None:
    assert is_quiet(parse(text), load_topics()) is quiet


def test_a_match_report_has_no_events(parser: Parser) -> None:
    assert CodeEvents()(parser(reading(MATCH))).events == ()


def test_what_police_do_is_kept_in_a_quiet_text(parser: Parser) -> None:
    text = f"{MATCH} Police arrested two supporters outside the stadium."
    assert [(e.type, e.mode) for e in CodeEvents()(parser(reading(text))).events] == [("COERCE", "arrest")]


def test_hard_news_is_coded_in_full(parser: Parser) -> None:
    assert {e.type for e in CodeEvents()(parser(reading(STORY))).events} >= {"ASSAULT", "COERCE", "ACCUSE", "REQUEST"}
