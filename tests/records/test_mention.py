"""An event mention: the closed lists of the contract hold on the way in, and bounds have the names of the contract."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import msgspec
import pytest

from dateline.records import EventMention, MentionTime
from tests.factory import mention

WRITTEN: dict[str, Any] = json.loads(msgspec.json.encode(mention("GATHER", "vigil", start=4, word="vigil")))
PLACE = {
    "toponym": None, "name": "Osh", "geonameid": None, "admin1": None, "country": None, "lat": None, "lon": None,
    "precision": "town", "basis": "stated",
}  # fmt: skip
TIME = {"time": None, "from": "2022-04-09", "to": None, "precision": "day", "basis": "document"}


def read(**changes: Any) -> EventMention:
    return msgspec.json.decode(json.dumps({**WRITTEN, **changes}), type=EventMention)


def test_place_and_time_are_read() -> None:
    made = read(place=PLACE, time=TIME)
    assert made.place is not None
    assert made.time is not None
    assert (made.place.precision, made.place.basis) == ("town", "stated")
    assert (made.time.from_, made.time.to) == (date(2022, 4, 9), None)


@pytest.mark.parametrize(
    "changes",
    [
        {"status": "perhaps"},
        {"place": {**PLACE, "precision": "street"}},
        {"place": {**PLACE, "basis": "guessed"}},
        {"time": {**TIME, "precision": "fortnight"}},
        {"unresolved": {"place": "who knows"}},
        {"arguments": [{"role": "actor", "span": [0, 3], "text": "She", "basis": "guessed"}]},
    ],
)
def test_what_the_contract_does_not_know_is_refused(changes: dict[str, Any]) -> None:
    with pytest.raises(msgspec.ValidationError):
        read(**changes)


def test_an_end_of_the_interval_is_written_from_and_to() -> None:
    time = MentionTime(time=0, from_=date(2022, 4, 9), to=date(2022, 4, 10), precision="day", basis="stated")
    assert {"from", "to"} <= json.loads(msgspec.json.encode(time)).keys()
    assert read(time=json.loads(msgspec.json.encode(time))).time == time


def test_nothing_is_sure_before_it_is_calibrated() -> None:
    assert WRITTEN["confidence"] is None
    assert WRITTEN["place"] is WRITTEN["time"] is None
