import io
import json
from datetime import date

import pytest

from dateline.errors import InputError
from dateline.read.build import Limits
from dateline.read.table import read_csv, read_jsonl
from dateline.records import Report

GOOD = b'{"id":"q1","text":"Three met in Oslo.","published":"2024-05-03T23:30:00-05:00","extra":[1]}'


def jsonl(*lines: bytes, limits: Limits | None = None) -> list[Report | InputError]:
    return list(read_jsonl(io.BytesIO(b"\n".join(lines)), "t.jsonl", limits or Limits()))


def csv_rows(text: str, encoding: str = "utf-8") -> list[Report | InputError]:
    return list(read_csv(io.BytesIO(text.encode(encoding)), "t.csv", Limits()))


def test_row_is_read() -> None:
    (report,) = jsonl(b"\xef\xbb\xbf" + GOOD)
    assert isinstance(report, Report)
    assert (report.source, report.text, report.published) == ("q1", "Three met in Oslo.", date(2024, 5, 3))


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        (b"{bad", "broken-line"),
        (b"[1]", "broken-line"),
        (b'{"text":5}', "broken-line"),
        (b'{"title":"x"}', "broken-line"),
        (b'{"text":"\xff"}', "broken-line"),
        (b"[" * 100_000, "broken-line"),
        (b'{"text":"\\ud800 x"}', "surrogate"),
        (b'{"title":"\\udc00","text":"x"}', "surrogate"),
        (b'{"text":"x","published":"3 May"}', "bad-date"),
        (b'{"text":" "}', "empty"),
        (b'{"html":"<p>x"}', "no-article"),
    ],
)
def test_broken_line_is_a_failure_and_the_next_is_read(line: bytes, kind: str) -> None:
    first, error, last = jsonl(GOOD, line, b"", b'{"text":"Last."}')
    assert isinstance(first, Report)
    assert isinstance(last, Report)
    assert last.source == "t.jsonl:4"
    assert isinstance(error, InputError)
    assert error.kind == kind
    assert "2" in error.message
    assert error.source == "t.jsonl:2"


def test_endless_line_is_too_long_and_the_next_is_read() -> None:
    error, last = jsonl(b'{"text":"' + b"a" * 200_000 + b'"}', b'{"text":"Last."}', limits=Limits(max_chars=100))
    assert isinstance(error, InputError)
    assert error.kind == "too-long"
    assert isinstance(last, Report)


def test_html_rows_and_utf16() -> None:
    page = "<p>Police in Lund said on Monday that forty people had marched to the bridge.</p>"
    line = json.dumps({"html": page, "title": "T", "language": "en-GB"})
    (report,) = read_jsonl(io.BytesIO((line + "\n").encode("utf-16")), "t", Limits())
    assert isinstance(report, Report)
    assert (report.title, report.language, len(report.blocks)) == ("T", "en", 1)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_csv_in_all_dresses(encoding: str, separator: str) -> None:
    (report,) = csv_rows('id,Text,outlet\nr1,"Café shut;\nnobody came",Echo\n'.replace(",", separator), encoding)
    assert isinstance(report, Report)
    assert (report.source, report.text, report.outlet) == ("r1", "Café shut;\nnobody came", "Echo")


def test_broken_csv_rows_are_failures() -> None:
    rows = csv_rows('id,text,published\na,x,y,z\nb,ok,2024\nc,"q" x,\nd,"two\nlines",\n,last,2024-05-03\n')
    assert [r.source if isinstance(r, Report) else (r.kind, r.source) for r in rows] == [
        ("broken-line", "t.csv:2"),
        ("bad-date", "b"),
        ("broken-line", "t.csv:4"),
        "d",
        "t.csv:7",
    ]


@pytest.mark.parametrize(
    ("text", "kind"), [("a,b\n1,2\n", "broken-table"), ("", "empty"), ("id,text\n", "empty"), ("\0\0", "binary")]
)
def test_csv_without_reports_is_one_failure(text: str, kind: str) -> None:
    (error,) = csv_rows(text)
    assert isinstance(error, InputError)
    assert (error.kind, error.source) == (kind, "t.csv")


@pytest.mark.parametrize(
    ("data", "kind"),
    [(b"", "empty"), (b"\n \n", "empty"), (bytes(range(256)) * 9, "binary"), (b"\x1f\x8b\x08\n\x00\n", "binary")],
)
def test_jsonl_without_lines_of_text_is_one_failure(data: bytes, kind: str) -> None:
    (error,) = jsonl(data)
    assert isinstance(error, InputError)
    assert (error.kind, error.source) == (kind, "t.jsonl")


def test_a_damaged_utf_16_table_gives_its_first_rows_and_one_failure() -> None:
    rows = "text\n" + "Three met in Oslo.\n" * 2000
    *reports, error = read_csv(io.BytesIO(rows.encode("utf-16") + b"\x00\xd8\x41\x00"), "t.csv", Limits())
    assert len(reports) > 1000
    assert isinstance(error, InputError)
    assert error.kind == "undecodable"
