"""Reasons are a closed list: what the stages write is on it."""

from __future__ import annotations

import json

from dateline.pipeline import make_coder
from dateline.read import read_text
from dateline.records import REASONS, Reading, to_json

TEXT = (
    "On Tuesday gunmen attacked a market. Officials said that 12 people were killed.\n\n"
    "“We saw nothing,” a trader said. Unrest went on in Nowhereville Square for days."
)


def reasons(value: object) -> set[str]:
    """Return all reasons given anywhere in a record."""
    if isinstance(value, dict):
        own = set(value.get("unresolved", {}).values())
        return own.union(*(reasons(part) for part in value.values()))
    return set().union(*(reasons(part) for part in value)) if isinstance(value, list) else set()


def test_every_reason_in_a_reading_is_on_the_list() -> None:
    (coded,) = make_coder().code([read_text(TEXT, source="a.txt")])
    assert isinstance(coded, Reading)
    found = reasons(json.loads(to_json(coded)))
    assert found
    assert found <= REASONS
