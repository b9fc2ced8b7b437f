from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import get_args

import pytest

from dateline.read import MAX_CHARS, Kind
from dateline.records.mention import Status
from dateline.run import options
from dateline.run.console import UsageError
from dateline.store import Filters


def test_what_is_repeated_here_to_start_fast_is_the_same_elsewhere() -> None:
    assert options.MAX_CHARS == MAX_CHARS
    assert get_args(Kind) == options.KINDS
    assert get_args(Status) == options.STATUSES


def test_days_are_iso_dates() -> None:
    assert options.day("2024-05-03", "--from") == date(2024, 5, 3)
    assert options.day(None, "--from") is None


@pytest.mark.parametrize("value", ["3 May 2024", "2024-02-30", "", "2024-5-3"])
def test_what_is_no_day_is_refused_with_the_option_named(value: str) -> None:
    with pytest.raises(UsageError, match=r"--published .* is no date; write it as YYYY-MM-DD"):
        options.day(value, "--published")


def test_kinds() -> None:
    assert options.kind_of("jsonl") == "jsonl"
    assert options.kind_of(None) is None
    with pytest.raises(UsageError, match="--kind 'pdf' is unknown"):
        options.kind_of("pdf")


def test_filters_carry_all_values() -> None:
    filters = options.filters_of("ASSAULT/shelling", "denied", "UKR", "2024-05-01", "2024-06-01", "wire", "bridge")
    assert filters == Filters(
        type="ASSAULT/shelling",
        status="denied",
        country="UKR",
        from_=date(2024, 5, 1),
        to=date(2024, 6, 1),
        outlet="wire",
        text="bridge",
    )


@pytest.mark.parametrize(
    ("status", "country", "from_", "to", "message"),
    [
        ("happened", None, None, None, "--status 'happened' is unknown"),
        (None, "Iraq", None, None, "--country 'Iraq' is no country code"),
        (None, None, "2024-05-02", "2024-05-02", "is not before --to"),
        (None, None, None, "soon", "--to 'soon' is no date"),
    ],
)
def test_a_filter_that_can_never_fit_is_refused(
    status: str | None, country: str | None, from_: str | None, to: str | None, message: str
) -> None:
    with pytest.raises(UsageError, match=message):
        options.filters_of(None, status, country, from_, to, None, None)


def test_one_argument_with_a_blank_that_names_nothing_is_the_text(tmp_path: Path) -> None:
    report = options.text_of(["Weavers marched in Osh."])
    assert report is not None
    assert (report.text, report.source) == ("Weavers marched in Osh.", "text")
    named = tmp_path / "a file.txt"
    named.write_text("Nobody came.", encoding="utf-8")
    for inputs in ([str(named)], ["-"], ["Weavers"], ["Weavers marched.", "Nobody came."], []):
        assert options.text_of(inputs) is None
    assert options.text_of(["Weavers marched. " * 2000]) is not None
