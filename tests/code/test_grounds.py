"""What there was before: deeds that an inquiry, a march or a memorial is about have been done, whatever comes of it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.records import EventMention

Coded = Callable[[str], tuple[EventMention, ...]]


@pytest.mark.parametrize(
    ("text", "kind", "status"),
    [
        ("The premier pledged an inquiry into the killing of the clerk.", "ASSAULT", "occurred"),
        ("Campaigners demanded an investigation into the killing of the clerk.", "ASSAULT", "occurred"),
        ("Prosecutors will investigate the killing of the clerk.", "ASSAULT", "occurred"),
        ("The party demanded that the killing be investigated.", "ASSAULT", "occurred"),
        ("The union called a strike over the killing of a driver.", "ASSAULT", "occurred"),
        ("Printers will strike on Monday to protest the arrest of a colleague.", "COERCE", "occurred"),
        ("A vigil will be held on Friday for the victims of the shooting.", "ASSAULT", "occurred"),
        ("The state promised compensation for the families of those killed in the raid.", "ASSAULT", "occurred"),
        ("No inquiry into the killings has been opened.", "ASSAULT", "occurred"),
        ("The premier pledged an inquiry into the killing of the clerk.", "ACCUSE", "planned"),
        ("The marches, now in their third week, were sparked by the arrest of a clerk.", "COERCE", "occurred"),
        ("The marches, now in their third week, followed the arrest of a clerk.", "COERCE", "occurred"),
        ("The marches, now in their third week, were sparked by the arrest of a clerk.", "PROTEST", "ongoing"),
        ("The army is planning an assault on the port.", "ASSAULT", "planned"),
        ("Police fear an attack on the church.", "ASSAULT", "hypothetical"),
        ("The town will hold a vigil at the scene of the fire on Friday.", "GATHER", "planned"),
    ],
)
def test_what_is_looked_into_or_marched_against_was_done(coded: Coded, text: str, kind: str, status: str) -> None:
    assert {m.status for m in coded(text) if m.type == kind} == {status}


def test_a_day_ahead_is_that_of_the_vigil(coded: Coded) -> None:
    (shooting,) = [
        m for m in coded("A vigil will be held on Friday for the victims of the shooting.") if m.type == "ASSAULT"
    ]
    assert shooting.time is None
