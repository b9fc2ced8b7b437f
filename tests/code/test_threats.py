"""Measures that are to be taken on a condition, in coded sentences."""

from __future__ import annotations

import pytest

import dateline


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peru will expel the envoy unless Chile apologises.", {("THREATEN", "expel", "occurred")}),
        ("Chile will expel the envoy unless Peru apologises.", {("THREATEN", "expel", "occurred")}),
        ("Peru expelled the envoy on Monday.", {("SANCTION", "expel", "occurred")}),
        ("Peru will expel the envoy on Monday.", {("SANCTION", "expel", "planned")}),
    ],
)
def test_only_a_condition_makes_a_measure_a_threat(text: str, expected: set[tuple[str, str | None, str]]) -> None:
    assert {(m.type, m.mode, m.status) for m in dateline.code(text).events} == expected
