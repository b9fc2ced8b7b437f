"""Wordings of the daily papers of South Asia and Africa, and what they share with local ones elsewhere."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.code.triggers import find_triggers
from dateline.records import Parse
from dateline.reference.codebook import load_codebook

TOLD = {
    ("PROTEST", "demonstration"): ["Villagers staged a dharna outside the collector's office.", "A dharna by nurses goes on."],
    ("PROTEST", "blockade"): ["Students gheraoed the vice-chancellor for six hours."],
    ("PROTEST", "hunger-strike"): ["Teachers sat on a fast unto death in Lucknow."],
    ("ACCUSE", "allege"): [
        "An FIR was lodged against the landlord.",
        "Police charged two of them.",
        "Police charged a man and a woman on Friday.",
        "Police charged four youths over the fire.",
    ],
    ("COERCE", "crowd-control"): [
        "Police charged the demonstrators in the square.",
        "Police charged demonstrators with batons.",
    ],
    ("CONSULT", "visit"): [
        "A delegation of traders called on the chief secretary in Lahore.",
        "The envoy called on the prime minister in Dhaka on Monday to discuss the floods.",
        "Councillor Aoko led a delegation to the minister.",
    ],
    ("REQUEST", "change"): ["The bishops called on the president to resign."],
    ("REQUEST", None): ["The union called on the governor to act."],
    ("CONCEDE", None): ["A teacher apologised to her pupils.", "The mayor apologized in court to the widow."],
    ("ASSAULT", "destruction"): ["The council demolished 80 kiosks.", "Bulldozers pulled down 40 shanties."],
    ("SANCTION", "expel"): ["The university rusticated six students."],
    ("GATHER", "funeral"): ["The funeral prayers of the trader were offered in Kohat."],
    ("THREATEN", None): [
        "They have warned of a district-wide shutdown from Thursday unless the men are freed.",
        "The growers warned that they would bring their tractors to the capital unless the water came.",
    ],
    ("AID", None): [
        "Lorries from Lyon delivered 200 turkeys to the strikers.",
        "A parish in Lyon collected 9,000 euros for the families.",
        "The ministry sent 30 million euros for the vote.",
    ],
}  # fmt: skip


@pytest.mark.parametrize(("kind", "text"), [(kind, text) for kind, texts in TOLD.items() for text in texts])
def test_the_wordings_of_daily_papers(parse: Callable[[str], Parse], kind: tuple[str, str | None], text: str) -> None:
    assert kind[0] in {t.type for t in find_triggers(parse(text), load_codebook())}
    if kind[1] is not None:
        assert kind in {(t.type, t.mode) for t in find_triggers(parse(text), load_codebook())}


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Forecasters warned of a storm from Thursday unless the wind turned.", "THREATEN"),
        ("The embassy warned of protests in the capital.", "THREATEN"),
        ("A son sent a letter to his mother.", "AID"),
        ("The widow demanded an apology from the mayor.", "CONCEDE"),
        ("He delivered bags to the hotel.", "AID"),
        ("The clerk collected money for the lottery.", "AID"),
        ("The bishops called on the president to resign.", "CONSULT"),
        ("The victims were buried in a mass grave.", "ASSAULT"),
    ],
)
def test_what_looks_like_them(parse: Callable[[str], Parse], text: str, type_: str) -> None:
    assert type_ not in {t.type for t in find_triggers(parse(text), load_codebook())}
