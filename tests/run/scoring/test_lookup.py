from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from dateline.records import Reading
from dateline.run.scoring.gold import GoldReport, load_gold
from dateline.run.scoring.lookup import Lookup

MakeReading = Callable[..., Reading]


@pytest.fixture
def report(write_gold: Callable[..., Path], gold: dict[str, Any]) -> GoldReport:
    return load_gold(write_gold({"star.txt": gold}))[0]


@pytest.mark.parametrize(
    "source",
    ["bakers/star.txt", "/some/where/bakers/star.txt", "C:\\texts\\bakers\\star.txt", "star.txt", "texts/star.txt"],
)
def test_a_reading_is_found_by_the_end_of_its_path(report: GoldReport, make_reading: MakeReading, source: str) -> None:
    reading = make_reading(source=source)
    assert Lookup([make_reading(source="bakers/moon.txt"), reading]).reading_of(report) is reading


def test_story_and_file_go_before_the_file_alone(report: GoldReport, make_reading: MakeReading) -> None:
    other, own = make_reading(source="millers/star.txt"), make_reading(source="bakers/star.txt")
    assert Lookup([other, own]).reading_of(report) is own


def test_a_reading_without_a_path_is_found_by_its_text(report: GoldReport, make_reading: MakeReading) -> None:
    reading = make_reading(source="row 7")
    assert Lookup([reading]).reading_of(report) is reading


def test_pages_are_compared_without_their_markup(
    write_gold: Callable[..., Path], gold: dict[str, Any], make_reading: MakeReading
) -> None:
    report = load_gold(write_gold({"star.html": gold}))[0]
    reading = make_reading(source="row 7")
    paragraphs = "".join(f"<p>{part}</p>" for part in reading.report.text.split("\n\n"))
    report.path.write_text(f"<html><style>p{{}}</style><nav>Home</nav>{paragraphs}<script>x</script>", encoding="utf-8")
    assert Lookup([reading]).reading_of(report) is reading


def test_a_report_that_nobody_read_has_no_reading(report: GoldReport, make_reading: MakeReading) -> None:
    other = make_reading(source="row 7")
    short = make_reading(source="row 8", report=other.report.__class__(id="r_2", source="row 8", text="Another text."))
    assert Lookup([short]).reading_of(report) is None
