"""The days that the sentences so far give their happenings."""

from __future__ import annotations

from datetime import date

from dateline.annotate.event_days import EventDays
from dateline.annotate.parse import Parser
from dateline.records import Parse
from dateline.reference.times import load_time_grammar
from tests import factory

FIRST, LAST = date(2024, 5, 1), date(2024, 5, 4)


def days(parser: Parser, text: str) -> tuple[EventDays, Parse]:
    parse = parser(factory.reading(text)).grammar()
    return EventDays(parse, load_time_grammar()), parse


def test_the_day_of_the_sentence_that_names_the_happening(parser: Parser) -> None:
    text = "Miners marched through Oruro. A dog barked."
    made, parse = days(parser, text)
    made.note(0, FIRST, parse.at(text.index("marched")))
    assert made.find("march", after=False, offset=len(text)) == FIRST
    assert made.find("vote", after=False, offset=len(text)) is None
    assert made.find("march", after=False, offset=0) is None


def test_what_comes_after_counts_from_the_end(parser: Parser) -> None:
    text = "The fair opens in Oruro. The fair closes in May."
    made, parse = days(parser, text)
    made.note(0, FIRST, parse.at(text.index("opens")))
    made.note(1, LAST, parse.at(text.index("closes")))
    assert made.find("fair", after=True, offset=len(text)) == LAST
    assert made.find("fair", after=False, offset=len(text)) == FIRST


def test_words_that_tell_of_what_a_noun_names(parser: Parser) -> None:
    text = "A crane collapsed in Oruro."
    made, _ = days(parser, text)
    made.note(0, FIRST, None)
    assert made.find("accident", after=True, offset=len(text)) == FIRST


def test_a_day_told_beside_a_date_is_known(parser: Parser) -> None:
    made, _ = days(parser, "Nothing.")
    made.known["vote"] = LAST
    assert made.find("Vote", after=True, offset=0) == LAST


def test_a_happening_of_no_known_day_is_not_one_before(parser: Parser) -> None:
    text = "A court in Oruro sat. A jury there convicted a clerk. She left."
    made, parse = days(parser, text)
    made.note(0, FIRST, parse.at(text.index("sat")))
    assert made.find("verdict", after=True, offset=len(text)) == FIRST
    made.note_vague(1)
    assert made.find("verdict", after=True, offset=len(text)) is None
