"""What people protest against is no party to it; who stands behind it is."""

from __future__ import annotations

import pytest

import dateline


def others(text: str) -> set[tuple[str, str]]:
    """Return whom and what a protest is aimed at."""
    found = {(a.role, a.text) for m in dateline.code(text).events if m.type == "PROTEST" for a in m.arguments}
    return {(role, name) for role, name in found if role in ("recipient", "target")}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Residents protested the killing of a teacher in Osh.", set()),
        ("Students demonstrated in Osh to protest the arrest of a poet.", set()),
        ("Lawyers protested corruption and the new tax in Osh.", set()),
        ("Bakers protested outside the ministry over prices.", {("target", "the ministry")}),
        ("Students protested the new law outside parliament on Friday.", {("target", "parliament")}),
        ("Nurses protested the ministry's decision in Leeds.", {("recipient", "the ministry's")}),
        ("Thousands marched in Lyon against the government's plan.", {("recipient", "the government's")}),
        ("Thousands marched in Lyon against the government.", {("recipient", "the government")}),
        ("Women marched in Osh to protest violence against children.", set()),
        ("Residents protested in Osh at the arrest of two boys.", set()),
        ("Farmers blocked the bridge at Osh on Friday.", {("target", "the bridge")}),
        ("A crowd stormed the court in Osh on Friday.", {("target", "the court")}),
    ],
)
def test_what_is_protested_against_is_no_party(text: str, expected: set[tuple[str, str]]) -> None:
    assert others(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nurses carried signs in Lima on Monday.", []),
        ("Miners waved placards outside the court in Lima.", []),
        ("Rioters burned a bus in Lima.", ["a bus"]),
    ],
)
def test_what_is_held_up_is_no_target(text: str, expected: list[str]) -> None:
    found = [m for m in dateline.code(text).events if m.type == "PROTEST"]
    assert found
    assert [a.text for m in found for a in m.arguments if a.role == "target" and "court" not in a.text] == expected
