"""An event survives JSON, with values of every kind, and keeps to the words of the contract."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import msgspec
import pytest

from dateline.records import Event, EventPlace, EventTime, FieldValue

EVENT = Event(
    id="ev_1",
    type="GATHER",
    mode="vigil",
    status="occurred",
    time=EventTime(from_=date(2022, 4, 9), to=date(2022, 4, 10)),
    place=EventPlace(name="Osh", geonameid=None, country="KGZ", lat=None, lon=None),
    fields={
        "counts.participants": [
            FieldValue(value=[200, 999], mentions=("m_1",)),
            FieldValue(value=[None, 50], mentions=("m_2",)),
        ],
        "wording.death": [FieldValue(value="martyrdom", mentions=("m_2",)), FieldValue(value=None, mentions=("m_1",))],
    },
    agreement={"counts.participants": "conflict", "place": "single"},
    mentions=("m_1", "m_2"),
    reports=2,
    voices=2,
    origins=1,
)


def written(**changes: Any) -> str:
    return json.dumps({**json.loads(msgspec.json.encode(EVENT)), **changes})


def test_open_ends_words_and_nulls_survive_json() -> None:
    assert msgspec.json.decode(written(), type=Event) == EVENT


def test_bounds_are_written_from_and_to() -> None:
    assert json.loads(written())["time"] == {"from": "2022-04-09", "to": "2022-04-10"}


@pytest.mark.parametrize(
    "changes",
    [
        {"agreement": {"place": "perhaps"}},
        {"status": "perhaps"},
        {"fields": {"counts.participants": [{"value": ["many", None], "mentions": ["m_1"]}]}},
        {"fields": {"counts.participants": [{"value": [1, 2]}]}},
        {"origins": None},
    ],
)
def test_what_the_contract_does_not_know_is_refused(changes: dict[str, Any]) -> None:
    with pytest.raises(msgspec.ValidationError):
        msgspec.json.decode(written(**changes), type=Event)
