from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.records import Parse
from dateline.segment.runs import name_runs


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "name", "acronym"),
    [
        ("He met the Ministry of Health on Monday.", "Ministry of Health", None),
        ("It was the Halvik Teachers' Union (HTU) that called.", "Halvik Teachers' Union", "HTU"),
        ("It was the Fishermen's Union (FU) that called.", "Fishermen's Union", "FU"),
        ("They saw Mara Lind at the quay.", "Mara Lind", None),
    ],
)
def test_runs(parse: Callable[[str], Parse], text: str, name: str, acronym: str | None) -> None:
    runs = {run.text: run.acronym for run in name_runs(parse(text))}
    assert runs[name] == acronym


@pytest.mark.model
def test_runs_point_at_their_words(parse: Callable[[str], Parse]) -> None:
    text = "Mara Lind of Halvik wrote to the Council of the Fjord."
    for run in name_runs(parse(text)):
        assert run.span.of(text) == run.text
