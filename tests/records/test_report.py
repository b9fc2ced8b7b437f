"""A report: what is there when only a source is known, and what JSON must hold."""

from __future__ import annotations

from datetime import date

import msgspec
import pytest

from dateline.records import Report, Span
from dateline.records.report import Block, PostMark

PAGE = Report(
    id="r_1",
    source="page.html",
    published=date(2022, 4, 9),
    text="A flood.\nStay inside!",
    blocks=(
        Block(span=Span(0, 8), where="/html/body/p[1]"),
        Block(span=Span(9, 21), kind="post", post=PostMark(platform="x", handle="@mayor", body=Span(9, 21))),
    ),
)


def test_blocks_and_post_marks_survive_json() -> None:
    assert msgspec.json.decode(msgspec.json.encode(PAGE), type=Report) == PAGE


def test_what_nobody_told_is_unknown() -> None:
    report = Report(id="r_2", source="note.txt")
    assert report.text == ""
    assert report.blocks == ()
    assert {report.outlet, report.title, report.url, report.published, report.language} == {None}


def test_reports_do_not_share_their_reasons() -> None:
    one, other = Report(id="r_1", source="a"), Report(id="r_2", source="b")
    one.unresolved["published"] = "no-publication-date"
    assert other.unresolved == {}


def test_a_report_does_not_change() -> None:
    with pytest.raises(AttributeError):
        PAGE.text = "Nothing happened."  # type: ignore[misc]


@pytest.mark.parametrize(
    "raw",
    ['{"source": "a.txt"}', '{"id": "r_1", "source": "a.txt", "published": "last week"}', '{"id": 1, "source": "a"}'],
)
def test_json_that_breaks_the_contract_is_refused(raw: str) -> None:
    with pytest.raises(msgspec.ValidationError):
        msgspec.json.decode(raw, type=Report)
