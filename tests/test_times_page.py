"""The page on times keeps its word: its tests exist, its example works."""

from __future__ import annotations

import re
import tomllib
from datetime import date
from importlib.resources import files
from pathlib import Path

from msgspec.structs import replace

from dateline.annotate.times import TagTimes
from dateline.records import Parse
from dateline.reference.times import grammar_from
from tests import factory

ROOT = Path(__file__).resolve().parent.parent
PAGE = (ROOT / "docs" / "times.md").read_text(encoding="utf-8")


def test_the_tests_that_the_table_names_exist() -> None:
    named = set(re.findall(r"`(test_\w+)`", PAGE))
    defined = set()
    for path in (ROOT / "tests").rglob("test_*.py"):
        defined |= set(re.findall(r"^def (test_\w+)", path.read_text(encoding="utf-8"), re.MULTILINE))
    assert len(named) > 30
    assert named - defined == set()


def test_every_row_of_the_table_names_a_test() -> None:
    table = PAGE[PAGE.index("| construct |") :].split("\n\n")[0].splitlines()[2:]
    assert [row for row in table if "`test_" not in row.rsplit("|", 2)[1]] == []


def test_the_worked_example_works() -> None:
    example = tomllib.loads(re.search(r"```toml\n(.*?)```", PAGE, re.DOTALL)[1])  # type: ignore[index]
    packaged = files("dateline.reference") / "data" / "times.en.toml"
    data = tomllib.loads(packaged.read_text(encoding="utf-8"))
    data["rule"] += example["rule"]
    reading = factory.reading("two days hence", published=date(2024, 5, 3))
    times = TagTimes(grammar_from(data))(replace(reading, parse=Parse.of((), ()))).times
    assert [(t.text, t.value) for t in times] == [("two days hence", "2024-05-05")]
