"""A reading survives the way to JSON and back, in the names of the contract."""

from __future__ import annotations

import json
from datetime import date

import pytest

from dateline.records import (
    Coder,
    Count,
    EventMention,
    Failure,
    MentionTime,
    Reading,
    Report,
    Span,
    SpanText,
    Time,
    from_json,
    to_json,
)  # fmt: skip
from tests.factory import mention, reading

FULL = reading(
    "Police arrested seven men on Friday.",
    coder=Coder(version="0", config="c_1"),
    times=(
        Time(span=Span(29, 35), text="Friday", type="DATE", value="2024-05-03", from_=date(2024, 5, 3), to=date(2024, 5, 4)),
    ),
    counts=(Count(span=Span(16, 21), text="seven", of="arrested", low=7, high=7, bound="exact"),),
    events=(
        mention(
            "COERCE", "arrest", start=7, word="arrested", counts=(0,),
            time=MentionTime(time=0, from_=date(2024, 5, 3), to=date(2024, 5, 4), precision="day", basis="stated"),
        ),
    ),
)  # fmt: skip


def test_round_trip() -> None:
    assert from_json(to_json(FULL)) == FULL


def test_names_are_those_of_the_contract() -> None:
    written = json.loads(to_json(FULL))
    layers = ["report", "coder", "voices", "attributions", "times", "toponyms", "counts", "loaded", "events"]
    assert list(written) == layers
    assert written["times"][0]["from"] == written["events"][0]["time"]["from"] == "2024-05-03"
    assert written["events"][0]["trigger"]["span"] == [7, 15]
    assert set(EventMention.__struct_fields__) == {
        "id", "report", "voice", "attribution", "type", "mode", "status", "trigger", "arguments", "place", "time", "counts",
        "unresolved", "confidence",
    }  # fmt: skip


def test_failure_is_a_reading_with_an_error() -> None:
    failed = Reading(report=Report(id="r_1", source="a.txt"), error=Failure(kind="empty", message="a.txt is empty"))
    written = json.loads(to_json(failed))
    assert written["error"] == {"kind": "empty", "message": "a.txt is empty"}
    assert from_json(to_json(failed)) == failed
    assert "error" not in json.loads(to_json(FULL))


def test_parse_is_never_written(parser: object) -> None:
    assert b"parse" not in to_json(FULL)
    with pytest.raises(AssertionError, match="parse stage"):
        FULL.grammar()


def test_span_text_is_the_slice() -> None:
    trigger = FULL.events[0].trigger
    assert isinstance(trigger, SpanText)
    assert trigger.span.of(FULL.report.text) == trigger.text
