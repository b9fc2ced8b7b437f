"""Annotations: closed lists on the way in, null as an open end, unknown values by default."""

from __future__ import annotations

import json
from typing import Any

import msgspec
import pytest

from dateline.records import Count, Loaded, Span, Time, Toponym

COUNT = {"span": [0, 5], "text": "fifty", "of": "participants", "low": 50, "high": 50, "bound": "exact"}
TIME = {"span": [0, 6], "text": "Monday", "type": "DATE", "value": "XXXX-WXX-1"}
TOPONYM = {"span": [0, 3], "text": "Osh"}
LOADED = {"span": [0, 6], "text": "martyr", "voice": "v0", "plain": None, "why": "honorific"}


def read(row: dict[str, Any], kind: type[Count | Time | Toponym | Loaded], /, **changes: Any) -> Any:
    return msgspec.json.decode(json.dumps({**row, **changes}), type=kind)


@pytest.mark.parametrize(
    ("row", "kind", "changes"),
    [
        (COUNT, Count, {"of": "bystanders"}),
        (COUNT, Count, {"bound": "roughly"}),
        (COUNT, Count, {"low": "fifty"}),
        (TIME, Time, {"type": "ERA"}),
        (TIME, Time, {"anchor": "moon"}),
        (TIME, Time, {"precision": "fortnight"}),
        (TIME, Time, {"span": [6]}),
        (TOPONYM, Toponym, {"kind": "imagined"}),
        (TOPONYM, Toponym, {"unresolved": {"lat": "who knows"}}),
        (LOADED, Loaded, {"why": "rude"}),
        (LOADED, Loaded, {"voice": None}),
    ],
)
def test_what_the_contract_does_not_know_is_refused(
    row: dict[str, Any], kind: type[Count | Time | Toponym | Loaded], changes: dict[str, Any]
) -> None:
    assert msgspec.to_builtins(read(row, kind)).items() >= row.items()
    with pytest.raises(msgspec.ValidationError):
        read(row, kind, **changes)


def test_an_end_of_a_count_may_be_open_but_not_left_out() -> None:
    assert read(COUNT, Count, high=None).high is None
    with pytest.raises(msgspec.ValidationError):
        msgspec.json.decode(json.dumps({k: v for k, v in COUNT.items() if k != "high"}), type=Count)


def test_a_name_without_a_place_has_no_point() -> None:
    name = read(TOPONYM, Toponym)
    assert name.span == Span(0, 3)
    assert (name.kind, name.lat, name.lon, name.geonameid, name.confidence) == ("literal", None, None, None, None)
    assert name.candidates == ()
