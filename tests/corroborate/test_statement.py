from datetime import date

import msgspec
import pytest

from dateline.corroborate.statement import days_of, lower_words, spot_of, statements
from dateline.records import MentionPlace, MentionTime
from dateline.records.mention import PlacePrecision
from tests.corroborate.factory import Said, report_of


def test_a_statement_holds_what_comparing_needs() -> None:
    said = Said("The police arrested Nils Arvidsson, the ministry said.", source="the ministry",
                who={"actor": "The police", "recipient": "Nils Arvidsson"}, counts={"arrested": (1, 1)})  # fmt: skip
    (statement,) = statements([report_of("North", said)])
    day = date(2024, 5, 3).toordinal()
    assert statement.days == (day, day + 1)
    assert statement.source == "the ministry"
    assert [name.words for name in statement.doers] == [("police",)]
    assert [(name.words, name.proper) for name in statement.others] == [(("nils", "arvidsson"), True)]
    assert statement.counts == {"arrested": ((1, 1),)}
    assert {"police", "ministry"} <= statement.words


def test_statements_come_ordered_and_once_each() -> None:
    reading = report_of("North", Said("Ten arrested here."), Said("Two arrested there."))
    twice = msgspec.structs.replace(reading, events=(*reading.events, reading.events[0]))
    ids = [statement.id for statement in statements([twice])]
    assert ids == sorted({mention.id for mention in reading.events})


@pytest.mark.parametrize(
    ("start", "end", "width"),
    [(date(2024, 5, 3), date(2024, 5, 3), 1), (date(2024, 5, 3), date(2024, 5, 6), 3)],
)
def test_an_interval_is_at_least_a_day_wide(start: date, end: date, width: int) -> None:
    days = days_of(MentionTime(time=None, from_=start, to=end, precision="day", basis="stated"))
    assert days is not None
    assert days[0] is not None
    assert days[1] is not None
    assert days[1] - days[0] == width


def test_no_end_known_is_no_interval() -> None:
    assert days_of(None) is None
    assert days_of(MentionTime(time=None, from_=None, to=None, precision=None, basis="stated")) is None


@pytest.mark.parametrize(("precision", "rank"), [("venue", 0), ("town", 1), ("admin1", 3), ("country", 4), (None, 5)])
def test_precision_becomes_a_rank(precision: PlacePrecision | None, rank: int) -> None:
    place = MentionPlace(toponym=None, name="Gävle", geonameid=None, admin1=None, country="SWE", lat=60.7, lon=17.1,
                         precision=precision, basis="stated")  # fmt: skip
    spot = spot_of(place)
    assert spot is not None
    assert (spot.name, spot.rank) == ("gavle", rank)


def test_lower_words_are_those_written_small() -> None:
    assert lower_words("Police say that Police met Rana") == {"say", "that", "met"}
