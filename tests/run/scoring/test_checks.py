from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from msgspec.structs import replace

from dateline.records import EventMention, Reading
from dateline.run.scoring.checks import checks, whole_record
from dateline.run.scoring.gold import GoldReport
from dateline.run.scoring.pairing import Scene

MakeMention = Callable[..., EventMention]
MakeReading = Callable[..., Reading]


def unsettled(report: GoldReport, scene: Scene, mention: EventMention) -> list[str]:
    return [check.field for check in checks(report.gold.events[0], mention, scene) if not check.settled]


def test_a_right_mention_has_nothing_unsettled(
    gold_report: GoldReport, make_mention: MakeMention, make_reading: MakeReading
) -> None:
    scene = Scene.of(make_reading())
    assert unsettled(gold_report, scene, make_mention()) == []
    assert whole_record(gold_report.gold.events[0], make_mention(), scene)


@pytest.mark.parametrize(
    ("changes", "field", "whole"),
    [
        ({"type": "GATHER", "mode": "rally"}, "type", False),
        ({"mode": None}, "mode", True),  # the mode is no part of the whole record
        ({"status": "planned"}, "status", False),
        ({"time": None}, "date", False),
        ({"place": None}, "place", False),
        ({"voice": "v9"}, "voice", False),
        ({"arguments": ()}, "role actor", False),
        ({"counts": ()}, "count participants", False),
    ],
)
def test_each_wrong_field_is_unsettled(
    gold_report: GoldReport,
    make_mention: MakeMention,
    make_reading: MakeReading,
    changes: dict[str, Any],
    field: str,
    *,
    whole: bool,
) -> None:
    scene, mention = Scene.of(make_reading()), make_mention(**changes)
    assert field in unsettled(gold_report, scene, mention)
    assert whole_record(gold_report.gold.events[0], mention, scene) is whole


def test_what_the_gold_does_not_have_is_unsettled_when_given(
    gold_report: GoldReport, make_mention: MakeMention, make_reading: MakeReading
) -> None:
    silent = replace(gold_report.gold.events[1], status="occurred")
    scene = Scene.of(make_reading())
    fields = [check.field for check in checks(silent, make_mention(), scene) if not check.settled]
    assert fields == ["date", "place", "role actor", "count participants"]
    assert not whole_record(silent, make_mention(), scene)
    assert whole_record(silent, make_mention(time=None, place=None), scene)
