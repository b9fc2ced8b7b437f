from __future__ import annotations

from datetime import date

import pytest

from dateline.explore.event_facts import event_line, field_lines, field_words, value_words
from dateline.records import Event, EventPlace, EventTime, FieldValue


def an_event() -> Event:
    return Event(
        id="ev_1",
        type="GATHER",
        mode="vigil",
        status="occurred",
        time=EventTime(from_=date(2021, 3, 2), to=date(2021, 3, 3)),
        place=EventPlace(name="Accra", geonameid=1, country="GHA", lat=5.56, lon=-0.2),
        fields={
            "counts.participants": [
                FieldValue(value=[2000, 9999], mentions=("m_01",)),
                FieldValue(value=[300, None], mentions=("m_03",)),
            ],
            "arguments.actor": [],
        },
        agreement={"counts.participants": "conflict", "time": "agree"},
        mentions=("m_01", "m_03"),
        reports=1,
        voices=2,
        origins=1,
    )


def test_the_line_of_an_event_shows_both_numbers_and_the_conflict() -> None:
    line = event_line(an_event())
    assert line.how_many == "2,000–9,999 or at least 300 participants"
    assert line.conflicts == ("counts.participants",)
    assert line.spread == "1 report, 2 voices, 1 origin"
    assert (line.when, line.where, line.what) == ("2 March 2021", "Accra, GHA", "GATHER / vigil")


def test_fields_come_in_reading_order_and_empty_ones_only_where_compared() -> None:
    assert [(line.name, line.agreement, len(line.values)) for line in field_lines(an_event())] == [
        ("time", "agree", 0),
        ("counts.participants", "conflict", 2),
    ]


def test_field_and_value_words() -> None:
    assert field_words("counts.killed") == "number of killed"
    assert field_words("place") == "where"
    assert value_words(FieldValue(value=None, mentions=())) == "not stated"
    assert value_words(FieldValue(value="martyrdom", mentions=())) == "martyrdom"
    assert value_words(FieldValue(value=[], mentions=())) == ""


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("2024-05-04/2024-05-05", "4 May 2024"),
        ("../2024-05-05", "until 4 May 2024"),
        ("2024-05-04/..", "since 4 May 2024"),
        ("../..", "../.."),
        ("soon", "soon"),
        ("a/b/c", "a/b/c"),
    ],
)
def test_intervals_of_the_time_field_read_as_days(value: str, words: str) -> None:
    assert value_words(FieldValue(value=value, mentions=()), "time") == words
