"""Happenings that share one verb stand in stretches of like make."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from msgspec.structs import replace

from dateline.pipeline import make_coder, read_through
from dateline.read import read_text
from dateline.records import Reading
from dateline.records.stretches import stretches_behind


@pytest.fixture(scope="module")
def annotated() -> Callable[[str], Reading]:
    coder = make_coder()
    names = [type(stage).__name__ for stage in coder.after]

    def run(text: str) -> Reading:
        report = read_text(text, published=date(2023, 6, 14))
        parsed = coder.parser(read_through(Reading(report=report, coder=coder.coder), coder.before))
        return replace(read_through(parsed, coder.after[: names.index("CodeEvents")]))

    return run


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        (
            "Vigils were held in Lyon on Friday and in Lille on Saturday.",
            "Vigils",
            [(None, "Lyon", "Friday"), (None, "Lille", "Saturday")],
        ),
        (
            "The coastguard freed 14 fishermen off Sfax on Monday and five off Bizerte a day later.",
            "freed",
            [("fishermen", "Sfax", "Monday"), ("five", "Bizerte", "a day later")],
        ),
        (
            "Gunmen killed a judge in Cali on Sunday, a mayor in Buga on Monday and two farmers in Tulua the same night.",
            "killed",
            [("judge", "Cali", "Sunday"), ("mayor", "Buga", "Monday"), ("farmers", "Tulua", "the same night")],
        ),
        (
            "About 500 people marched in Leeds on Monday and some 90 in York on Tuesday.",
            "marched",
            [(None, "Leeds", "Monday"), ("90", "York", "Tuesday")],
        ),
        (
            "Trucks took about 70 people to Leeds on Monday and 40 to York on Tuesday.",
            "took",
            [("people", "Leeds", "Monday"), ("40", "York", "Tuesday")],
        ),
        ("A teacher was shot on Monday in Leeds, the forty-first this year.", "shot", []),
        ("Talks were held in Oslo on Monday and Tuesday.", "Talks", []),
        ("Thousands rallied in Sanaa and Aden on Friday.", "rallied", []),
        ("Rebels killed nine soldiers in Gao on Monday and fled to Niamey on Tuesday.", "killed", []),
        ("Farmers burned a camp outside Goundi two days after the killings near Koumra.", "burned", []),
    ],
)
def test_stretches_of_like_make(
    annotated: Callable[[str], Reading], text: str, word: str, expected: list[tuple[str | None, str, str]]
) -> None:
    reading = annotated(text)
    parse = reading.grammar()
    head = next(token for token in parse.tokens if token.text == word)
    found = [
        (
            parse.tokens[s.object].text if s.object is not None else None,
            reading.toponyms[s.place].text if s.place is not None else None,
            reading.times[s.day].text if s.day is not None else None,
        )
        for s in stretches_behind(parse, head, reading.toponyms, reading.times)
    ]
    assert found == expected
