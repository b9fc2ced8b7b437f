"""Deeds that blame alone tells: whoever is blamed without a word of what for did what was told just before."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from dateline.pipeline import make_coder
from dateline.read import read_text
from dateline.records import Reading

Row = tuple[str | None, list[str], list[str], date | None, str | None]
SHOT = "A teacher was shot dead in Kidal on Monday. "


@pytest.fixture(scope="module")
def alleged() -> Callable[[str], list[Row]]:
    coder = make_coder()

    def run(text: str) -> list[Row]:
        (reading,) = coder.code([read_text(text, published=date(2019, 3, 14))])
        assert isinstance(reading, Reading)
        rows = [m for m in reading.events if m.type == "ASSAULT" and m.status == "alleged"]
        return [
            (
                m.mode,
                [a.text for a in m.arguments if a.role == "perpetrator"],
                [a.text for a in m.arguments if a.role == "victim"],
                m.time.from_ if m.time else None,
                m.place.name if m.place else None,
            )
            for m in rows
        ]

    return run


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Villagers blamed soldiers.", "soldiers"),
        ("Soldiers blamed villagers.", "villagers"),
        ("On Wednesday the mayor blamed the Northern Front.", "the Northern Front"),
        ("The mayor held the army responsible.", "the army"),
        ("The mayor said soldiers were responsible.", "soldiers"),
        ("The soldiers, whom the mayor holds responsible, kept silent.", "The soldiers"),
        ("The mayor blamed soldiers for it.", "soldiers"),
        ("The mayor accused soldiers of being behind it.", "soldiers"),
        ("The Northern Front claimed responsibility.", "The Northern Front"),
    ],
)
def test_the_deed_told_before_is_laid_at_the_door(alleged: Callable[[str], list[Row]], text: str, who: str) -> None:
    ((mode, doers, victims, day, place),) = alleged(SHOT + text)
    assert (mode, doers, victims, day, place) == ("shooting", [who], ["A teacher"], date(2019, 3, 11), "Kidal")


@pytest.mark.parametrize(
    "text",
    [
        SHOT + "The union blamed the ministry for the long delay.",
        SHOT + "Nobody has been blamed.",
        SHOT + "No group has claimed responsibility.",
        SHOT + "The mayor accused soldiers of theft.",
        SHOT + "The governor resigned on Tuesday. He blamed the opposition.",
        "Prices rose in May. The union blamed the government.",
        "A bus fell into a ravine near Cusco on Monday. Police blamed fog.",
    ],
)
def test_blame_for_something_else_tells_no_deed(alleged: Callable[[str], list[Row]], text: str) -> None:
    assert alleged(text) == []
