"""A gathering that is only pointed at is what was told before."""

from __future__ import annotations

import pytest

from dateline.pipeline import Pipeline, make_coder
from dateline.read import read_text
from dateline.records import Reading


@pytest.fixture(scope="module")
def coder() -> Pipeline:
    return make_coder()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mourners walked behind the coffin of a baker in Lagos. The march passed off in peace.", {"GATHER"}),
        ("Dockers demonstrated in Lagos against the levy. The rally ended at dusk.", {"PROTEST"}),
        (
            "Mourners walked behind the coffin of a baker in Lagos. A march against the levy drew dockers.",
            {"GATHER", "PROTEST"},
        ),
    ],
)
def test_the_march_is_what_was_told(coder: Pipeline, text: str, expected: set[str]) -> None:
    (reading,) = coder.code([read_text(text)])
    assert isinstance(reading, Reading)
    assert {m.type for m in reading.events} == expected
