"""The grammar of times: patterns, look-ups, derived words, and what a broken or missing grammar says."""

from __future__ import annotations

import pytest

from dateline.errors import DataError
from dateline.records import Span
from dateline.reference.times import DIGIT, dates_the_line, grammar_from, load_time_grammar, misspellings

SMALL = {
    "language": "xx",
    "numeric_order": "dmy",
    "ordinal_suffixes": ["º"],
    "classes": {
        "month": {"enero": 1, "febrero": 2},
        "number": {"dos": 2, "veinte": 20},
        "article": {"un": 1},
        "unit": {"días": "day"},
    },
    "words": {"misspelt_months": ["enero"], "months": ["enero", "febrero"], "leads": ["en"]},
    "rule": [
        {"op": "calendar", "kind": "day", "patterns": ["{day} de {month} de {year}"]},
        {"op": "shift", "kind": "day", "patterns": ["hace {number:n} {unit}"], "set": {"sign": -1, "from": "speech"}},
    ],
    "join": [],
}


def test_english_is_packaged() -> None:
    grammar = load_time_grammar("en")
    assert grammar.language == "en"
    assert grammar.value("month", "Sept.") == 9
    assert grammar.value("month", "Februery") == 2
    assert grammar.value("number", "twenty-five") == 25
    assert grammar.value("weekday", "Blursday") is None


def test_another_language_is_data_alone() -> None:
    grammar = grammar_from(SMALL)
    rule = grammar.starts[DIGIT].items[0]
    match = rule.regex.match("3 de enero de 2021")
    assert match is not None
    assert (match["day"], match["month"], match["year"]) == ("3", "enero", "2021")
    assert [r.op for r in grammar.starts["hace"].items] == ["shift"]


def test_missing_language_says_what_to_add() -> None:
    with pytest.raises(DataError, match=r"times\.tlh\.toml"):
        load_time_grammar("tlh")


@pytest.mark.parametrize("pattern", ["{nonsense} day", "the {unit", "( < {year}"])
def test_broken_pattern_is_named(pattern: str) -> None:
    rule = {"op": "calendar", "kind": "day", "patterns": [pattern]}
    with pytest.raises(DataError):
        grammar_from({**SMALL, "rule": [rule]})


def test_optional_elements_choices_and_context() -> None:
    rules = [{"op": "ref", "kind": "ref", "patterns": ["(in|over_in) < the? early {unit} >"]}]
    regex = grammar_from({**SMALL, "rule": rules}).rules[0].regex
    match = regex.match("over in early días")
    assert match is not None
    assert match["span"] == "early días"
    assert regex.match("in the early días") is not None
    assert regex.match("on the early días") is None


def test_misspellings_are_near_and_keep_the_first_letter() -> None:
    forms = set(misspellings("january"))
    assert {"januray", "janury", "jannuary", "januery"} <= forms
    assert all(form.startswith("j") and abs(len(form) - 7) <= 1 for form in forms)


@pytest.mark.parametrize(
    ("text", "date", "expected"),
    [
        ("OSLO, May 3 (Agency) - Police said", "May 3", True),
        ("Oslo, 3 May 2024. Police said", "3 May 2024", True),
        ("From the Northern Agency, 3 May\n\nPolice", "3 May", True),
        ("Oslo, May 3, NWA - Police said", "May 3", True),
        ("Police said on May 3 - a Friday", "May 3", False),
        ("In Oslo, May 3 was quiet", "May 3", False),
    ],
)
def test_datelines(text: str, date: str, expected: bool) -> None:
    start = text.index(date)
    assert dates_the_line(text, Span(start, start + len(date))) is expected
