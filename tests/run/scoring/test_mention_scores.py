from __future__ import annotations

from collections.abc import Callable

from dateline.records import EventMention, Reading
from dateline.run.scoring.gold import GoldReport
from dateline.run.scoring.mention_scores import mention_faults, score_mentions
from dateline.run.scoring.pairing import Scene, pair_mentions
from dateline.run.scoring.tally import Rate, Tally

MakeMention = Callable[..., EventMention]
MakeReading = Callable[..., Reading]


def scored(report: GoldReport, reading: Reading) -> Tally:
    scene = Scene.of(reading)
    return score_mentions(report, scene, pair_mentions(report, scene))


def test_one_of_two_found_and_all_right(
    gold_report: GoldReport, make_mention: MakeMention, make_reading: MakeReading
) -> None:
    tally = scored(gold_report, make_reading(make_mention()))
    assert tally.figure("events: detection") == Rate(100.0, 50.0, 66.7, 1, 1, 2)
    assert tally.figure("events: whole record") == Rate(100.0, 50.0, 66.7, 1, 1, 2)
    assert tally.figure("events: date") == Rate(100.0, 100.0, 100.0, 1, 1, 1)
    assert tally.figure("events: counts") == Rate(100.0, 100.0, 100.0, 1, 1, 1)
    assert tally.figure("said to have happened, and did") == 100.0
    assert tally.figure("events: median km") == 2.5


def test_what_was_called_off_must_not_be_said_to_have_happened(
    gold_report: GoldReport, make_mention: MakeMention, make_reading: MakeReading
) -> None:
    tally = scored(gold_report, make_reading(make_mention("second march")))
    assert tally.figure("said to have happened, and did") == 0.0
    assert tally.figure("planned, denied or hypothetical coded as occurred") == 1
    assert tally.figure("of these in gold, matched") == 1
    assert tally.figure("events: rightly undated, of matched") == 0.0


def test_repeats_are_held_against_nothing(
    gold_report: GoldReport, make_mention: MakeMention, make_reading: MakeReading
) -> None:
    tally = scored(gold_report, make_reading(make_mention(), make_mention(id="m_again")))
    assert tally.figure("events: repeats of matched ones") == 1
    assert tally.figure("status, right of matched") == 100.0
    assert tally.figure("events: detection") == Rate(100.0, 50.0, 66.7, 1, 1, 2)


def test_faults_say_what_was_found_instead(
    gold_report: GoldReport, make_mention: MakeMention, make_reading: MakeReading
) -> None:
    reading = make_reading(make_mention(status="planned"), make_mention("took part", type="GATHER", mode=None))
    scene = Scene.of(reading)
    faults = mention_faults(gold_report, scene, pair_mentions(gold_report, scene))
    assert [(f.kind, f.field, f.key, f.gold, f.found) for f in faults] == [
        ("missed", "PROTEST", "second", "PROTEST/demonstration denied", "-"),
        ("false", "GATHER", "m_took part", "-", "GATHER/- occurred: took part"),
        ("wrong", "status", "march", "occurred", "planned"),
    ]
    assert faults[1].where == "About 300 people took part."


def test_the_fault_of_a_text_without_the_trigger_says_so(gold_report: GoldReport, make_reading: MakeReading) -> None:
    scene = Scene.of(make_reading(report=make_reading().report.__class__(id="r", source="x")))
    faults = mention_faults(gold_report, scene, pair_mentions(gold_report, scene))
    assert faults[0].where == "(no trigger word in the text that was read)"
