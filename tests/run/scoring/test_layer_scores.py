from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from dateline.records import Loaded, Reading, Span, Time, Toponym, Voice
from dateline.run.scoring.gold import GoldReport
from dateline.run.scoring.layer_scores import Layers
from dateline.run.scoring.tally import Rate

MakeReading = Callable[..., Reading]
PlaceOf = Callable[[str], Span]
ALL, NONE = Rate(100.0, 100.0, 100.0, 1, 1, 1), Rate(0.0, 0.0, 0.0, 0, 1, 1)


def faults(layers: Layers) -> list[tuple[str, str, str]]:
    return [(fault.layer, fault.kind, fault.field) for fault in layers.faults]


def post(span: Span, **changes: Any) -> Voice:
    fields = {"speaker": "Ama Darko", "handle": "@amadarko", "posted": date(2022, 3, 5), **changes}
    return Voice(id="v1", parent="v0", kind="post", span=span, **fields)


def with_voice(make_reading: MakeReading, voice: Voice) -> Reading:
    return make_reading(voices=(*make_reading().voices, voice))


def test_a_post_is_found_by_its_span(gold_report: GoldReport, make_reading: MakeReading, place_of: PlaceOf) -> None:
    whole = place_of("Bread is a right and we will not stop - Ama Darko (@amadarko)")
    layers = Layers(gold_report, with_voice(make_reading, post(whole)))
    assert layers.tally.figure("voices") == ALL
    assert layers.tally.figure("voices: posts") == ALL
    assert layers.tally.figure("voices: quotations") == Rate(0.0, 0.0, 0.0, 0, 0, 0)
    assert layers.tally.figure("voices: speaker, of matched") == 100.0
    assert layers.tally.figure("voices: speaker of posts, of matched") == 100.0
    assert layers.tally.figure("voices: posts dated right, of matched") == 100.0


@pytest.mark.parametrize(
    ("changes", "field"), [({"speaker": "Kofi", "handle": None}, "speaker"), ({"posted": None}, "posted")]
)
def test_a_post_may_have_the_wrong_speaker_or_date(
    gold_report: GoldReport, make_reading: MakeReading, place_of: PlaceOf, changes: dict[str, Any], field: str
) -> None:
    whole = place_of("Bread is a right and we will not stop")
    layers = Layers(gold_report, with_voice(make_reading, post(whole, **changes)))
    assert layers.tally.figure("voices") == ALL
    assert ("voices", "wrong", field) in faults(layers)


def test_a_post_with_less_than_half_of_its_words_is_missed_and_false(
    gold_report: GoldReport, make_reading: MakeReading, place_of: PlaceOf
) -> None:
    layers = Layers(gold_report, with_voice(make_reading, post(place_of("Bread is"))))
    assert layers.tally.figure("voices") == NONE
    assert ("voices", "missed", "post") in faults(layers)
    assert ("voices", "false", "post") in faults(layers)


def test_short_quotations_are_not_counted(
    gold_report: GoldReport, make_reading: MakeReading, place_of: PlaceOf
) -> None:
    quote = Voice(id="v1", parent="v0", kind="quote", speaker=None, span=place_of("cheaper flour"))
    layers = Layers(gold_report, with_voice(make_reading, quote))
    assert layers.tally.figure("voices") == Rate(0.0, 0.0, 0.0, 0, 0, 1)


def test_loaded_words_of_the_outlet_alone_are_counted(
    gold_report: GoldReport, make_reading: MakeReading, place_of: PlaceOf
) -> None:
    heroic = Loaded(span=place_of("heroic"), text="heroic", voice="v0", plain=None, why="glorifying")
    posted = Loaded(span=place_of("right"), text="right", voice="v1", plain=None, why="glorifying")
    layers = Layers(gold_report, make_reading(loaded=(heroic, posted)))
    assert layers.tally.figure("loaded: found") == ALL


def test_a_wording_counts_once_wherever_it_stands(
    gold_report: GoldReport, make_reading: MakeReading, place_of: PlaceOf
) -> None:
    title = Toponym(span=place_of("KUMASI"), text="KUMASI", lat=6.7, lon=-1.6)
    again = Toponym(span=place_of("Kumasi"), text="Kumasi", lat=40.0, lon=-1.6)
    layers = Layers(gold_report, make_reading(toponyms=(title, again)))
    assert layers.tally.figure("places: found") == Rate(100.0, 50.0, 66.7, 1, 1, 2)
    assert layers.tally.figure("places: within 30 km, of all gold") == 50.0
    assert ("places", "missed", "wording") in faults(layers)


def test_a_place_without_a_point_is_as_far_as_can_be(
    gold_report: GoldReport, make_reading: MakeReading, place_of: PlaceOf
) -> None:
    layers = Layers(gold_report, make_reading(toponyms=(Toponym(span=place_of("Accra"), text="Accra"),)))
    assert layers.tally.figure("places: median km, of found") == 20039.0
    assert ("places", "wrong", "point") in faults(layers)


@pytest.mark.parametrize(("value", "share"), [("2022-03-04", 100.0), ("2022-03", 0.0), (None, 0.0)])
def test_a_time_is_right_by_its_value(
    gold_report: GoldReport, make_reading: MakeReading, place_of: PlaceOf, value: str | None, share: float
) -> None:
    time = Time(span=place_of("on 4 March 2022"), text="on 4 March 2022", type="DATE", value=value)
    layers = Layers(gold_report, make_reading(times=(time,)))
    assert layers.tally.figure("times: found") == ALL
    assert layers.tally.figure("times: value, of all gold") == share
    assert (("times", "wrong", "value") in faults(layers)) is (share == 0.0)


def test_what_gold_does_not_have_is_false(
    gold_report: GoldReport, make_reading: MakeReading, place_of: PlaceOf
) -> None:
    time = Time(span=place_of("March 5, 2022"), text="March 5, 2022", type="DATE", value="2022-03-05")
    layers = Layers(gold_report, make_reading(times=(time,)))
    assert layers.tally.figure("times: found") == NONE
    assert [fault.key for fault in layers.faults if fault.kind == "false"] == ["march 5, 2022"]
