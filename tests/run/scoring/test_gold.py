from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from dateline.errors import DataError
from dateline.run.scoring.gold import first_day, load_gold


def test_gold_is_read_in_the_order_of_stories_and_reports(
    write_gold: Callable[..., Path], gold: dict[str, Any]
) -> None:
    folder = write_gold({"b.txt": gold, "a.txt": {**gold, "reprint_of": "b.txt"}}, story="two")
    write_gold({"c.txt": gold}, story="one")
    reports = load_gold(folder)
    assert [report.name for report in reports] == ["one/c.txt", "two/b.txt", "two/a.txt"]
    assert [report.root for report in reports] == ["one/c.txt", "two/b.txt", "two/b.txt"]
    assert reports[0].gold.published == date(2022, 3, 5)
    assert reports[0].gold.events[0].counts == {"participants": (270, 330)}


def test_a_folder_with_a_gold_file_is_one_story(write_gold: Callable[..., Path], gold: dict[str, Any]) -> None:
    folder = write_gold({"star.txt": gold})
    assert [report.name for report in load_gold(folder / "bakers")] == ["bakers/star.txt"]


def test_reports_may_lie_elsewhere(write_gold: Callable[..., Path], gold: dict[str, Any], tmp_path: Path) -> None:
    folder = write_gold({"star.txt": gold}, source="../../texts")
    (tmp_path / "texts").mkdir()
    (folder / "bakers" / "star.txt").rename(tmp_path / "texts" / "star.txt")
    assert load_gold(folder)[0].path == tmp_path / "texts" / "star.txt"


def test_a_folder_without_gold_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"holds no gold\.json"):
        load_gold(tmp_path)


def test_a_missing_report_is_an_error_naming_gold_and_report(
    write_gold: Callable[..., Path], gold: dict[str, Any]
) -> None:
    folder = write_gold({"star.txt": gold})
    (folder / "bakers" / "star.txt").unlink()
    with pytest.raises(DataError, match=r"gold\.json, star\.txt: there is no report .*star\.txt"):
        load_gold(folder)


@pytest.mark.parametrize(
    "raw", [b"{", b"[]", b'{"reports": {"a.txt": {"times": [{"text": 1}]}}}', b"\xff\xfe", b'{"reports": 3}']
)
def test_a_broken_gold_file_is_an_error_naming_it(tmp_path: Path, raw: bytes) -> None:
    (tmp_path / "gold.json").write_bytes(raw)
    with pytest.raises(DataError, match=r"gold\.json is no gold file"):
        load_gold(tmp_path)


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("type", "PARTY", "event march: unknown type PARTY; the codebook has"),
        ("from", "4 March", "'4 March' is no date"),
        ("to", "2022-02-30", "'2022-02-30' is no date"),
        ("trigger", [" "], "no trigger words"),
        ("status", "maybe", "is no gold file: Invalid enum value 'maybe'"),
        ("counts", {"participants": [1]}, "is no gold file"),
    ],
)
def test_a_broken_event_is_an_error_naming_the_place(
    write_gold: Callable[..., Path], gold: dict[str, Any], field: str, value: object, sentence: str
) -> None:
    gold["events"][0][field] = value
    with pytest.raises(DataError, match=r"gold\.json") as caught:
        load_gold(write_gold({"star.txt": gold}))
    assert sentence in str(caught.value)


def test_a_post_without_a_true_date_is_an_error(write_gold: Callable[..., Path], gold: dict[str, Any]) -> None:
    gold["voices"][0]["posted"] = "yesterday"
    with pytest.raises(DataError, match="'yesterday' is no date"):
        load_gold(write_gold({"star.txt": gold}))


def test_a_reprint_of_nothing_is_an_error(write_gold: Callable[..., Path], gold: dict[str, Any]) -> None:
    with pytest.raises(DataError, match=r"names wire\.txt, which the story does not have"):
        load_gold(write_gold({"star.txt": {**gold, "reprint_of": "wire.txt"}}))


def test_another_codebook_brings_its_own_types(write_gold: Callable[..., Path], gold: dict[str, Any]) -> None:
    gold["events"][0]["type"] = "PARTY"
    folder = write_gold({"star.txt": gold})
    assert load_gold(folder, {"PARTY", "PROTEST"})[0].gold.events[0].type == "PARTY"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2019", date(2019, 1, 1)),
        ("2019-05", date(2019, 5, 1)),
        ("2019-05-09", date(2019, 5, 9)),
        ("2019-05-09T10", date(2019, 5, 9)),
    ],
)
def test_first_day_of_whole_and_partial_dates(text: str, day: date) -> None:
    assert first_day(text) == day
