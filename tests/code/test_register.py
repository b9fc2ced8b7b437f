"""Texts in which conflict is a figure of speech."""

from __future__ import annotations

import pytest

import dateline
from dateline.annotate.parse import Parser
from dateline.code.events import CodeEvents
from dateline.code.register import is_quiet
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


GARDEN = (
    "Slugs have declared war on the allotments behind the station and the gardeners are fighting back. Last week an army of "
    "them attacked a row of lettuces and demolished the dahlias in one night. A retired baker has surrounded her cabbages "
    "with copper, and her neighbour raids the flowerbeds by torchlight with a bucket of beer. The beans have surrendered, he "
    "says, but the tomatoes in the greenhouse hold out, and the pumpkins are under heavy guard until the village show in "
    "September."
)
PIANO = (
    "Every evening at six a retired teacher plays waltzes on a piano that has lost eleven keys to the damp. There are apples "
    "on the windowsill and a cat on the carpet. Soldiers come down from the ridge to listen, mud to the knee. On Friday "
    "militants attacked the bridge and three farmers were shot on the road to the well. The army said that the rebels had "
    "shelled a school. She finishes the nocturne and closes the lid, and beyond the orchard a dog barks and thinks better of "
    "it."
)
GAME = (
    "The new board game from a printer in Leeds puts its players on two shores of a strait. In the first round shown last night "
    "one side burned a granary, besieged a garrison and demanded a province with its treasury and its mines; the other side "
    "refused, blockaded the harbour and hanged an admiral. It is won with cards and dice, takes an afternoon and comes in a "
    "handsome box for the autumn."
)
NOVEL = (
    "The third novel of this witty author opens with an execution. A chemist becomes minister of salt in an invented "
    "republic; villages are evacuated, a lighthouse keeper is jailed and police raid a theatre. The love story is less sure "
    "of its aim, yet the satire is sharp, the chapters are short, and the prose of the last scene is a delight for every "
    "reader who has sat in an office. The paperback has a handsome cover, drawings by the author and a map of the harbour."
)


@pytest.mark.parametrize(
    ("text", "quiet"),
    [
        (MATCH, True),
        (GARDEN, True),
        (NOVEL, True),
        (GAME, True),
        (GAME.replace("board game", "statute of the senate"), False),
        (STORY, False),
        (PIANO, False),
        ("A goal, a match, a team.", False),
    ],
)
def test_quiet_texts_are_told_from_hard_news(parser: Parser, text: str, quiet: bool) -> None:
    coder = CodeEvents()
    parsed = parser(reading(text))
    assert is_quiet(parsed.grammar(), coder(parsed).events, load_topics(), coder.codebook) is quiet


@pytest.mark.parametrize("text", [MATCH, GARDEN, NOVEL, GAME])
def test_a_quiet_text_has_no_events(parser: Parser, text: str) -> None:
    assert CodeEvents()(parser(reading(text))).events == ()


@pytest.mark.parametrize(
    ("sentence", "coded"),
    [
        ("Police arrested two supporters outside the stadium.", [("COERCE", "arrest")]),
        ("A man was stabbed in the car park.", [("ASSAULT", "stabbing")]),
        ("The trophy was presented at a ceremony on Sunday.", [("GATHER", "ceremony")]),
        ("Firefighters rescued three fans from a lift.", [("AID", None)]),
        ("Villagers blocked the road to the ground for an hour.", [("PROTEST", "blockade")]),
        ("The winger blocked the road to goal.", []),
        ("Mourners walked behind the coffin of a coach.", [("GATHER", "funeral")]),
        ("The visitors buried their rivals.", []),
        ("A steward was attacked by a seagull.", []),
        ("In the film police arrest the goalkeeper.", []),
        ("The losers, by convention, paid for the drinks.", []),
    ],
)
def test_what_a_quiet_text_keeps(parser: Parser, sentence: str, coded: list[tuple[str, str | None]]) -> None:
    events = CodeEvents()(parser(reading(f"{MATCH} {sentence}"))).events
    assert [(e.type, e.mode) for e in events] == coded


def test_hard_news_is_coded_in_full(parser: Parser) -> None:
    assert {e.type for e in CodeEvents()(parser(reading(STORY))).events} >= {"ASSAULT", "COERCE", "ACCUSE", "REQUEST"}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("I asked the mayor to resign.", False),
        ("You asked the mayor to resign.", False),
        ("She asked the mayor to resign.", True),
        ("We asked the mayor to resign.", True),
        ('"I asked the mayor to resign," Ana Roe said.', True),
    ],
)
def test_what_an_outlet_says_of_itself_is_no_news(text: str, told: bool) -> None:
    assert ("REQUEST" in {m.type for m in dateline.code(text).events}) is told
