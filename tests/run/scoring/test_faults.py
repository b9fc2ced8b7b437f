from __future__ import annotations

from dateline.run.scoring.faults import NOTHING, Fault, clipped, counted, in_order, shown

MISSED = Fault("missed", "events", "PROTEST", "s/a.txt", "march")
WRONG = Fault("wrong", "events", "date", "s/a.txt", "march", "2022-03-04", "2022-03-05")
FALSE = Fault("false", "times", "wording", "s/a.txt", "tonight")


def test_faults_are_counted_by_layer_kind_and_field() -> None:
    assert counted([WRONG, MISSED, WRONG, FALSE]) == [
        (("events", "wrong", "date"), 2),
        (("events", "missed", "PROTEST"), 1),
        (("times", "false", "wording"), 1),
    ]


def test_missed_ones_come_before_wrong_ones() -> None:
    assert in_order([FALSE, WRONG, MISSED]) == (MISSED, WRONG, FALSE)


def test_values_are_shown_as_words() -> None:
    assert [shown(value) for value in (None, "", (), ("a", "b"), 3)] == [NOTHING, NOTHING, NOTHING, "a; b", "3"]


def test_long_words_are_clipped_to_one_line() -> None:
    assert clipped("one\ntwo  three", 9) == "one two …"


def test_a_fault_is_written_as_plain_values() -> None:
    assert WRONG.as_dict()["found"] == "2022-03-05"
