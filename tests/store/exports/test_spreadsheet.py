import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.store.exports.spreadsheet import neutral, write_csv
from dateline.store.exports.table import COLUMNS, told_in
from tests.corroborate.factory import Said, report_of

SYDNEY = ("=HYPERLINK(1)", -33.87, 151.21, "AUS", "town")


@pytest.mark.parametrize(
    "cell", ["=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\t=1", "\r=1", " =1", "\n=1", "＝1", "+", "-"]
)
def test_formulas_are_neutralised(cell: str) -> None:
    assert neutral(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", [-33.87, -5, 0, None, "-33.87", "+5", "a=b", "Kerman", ""])
def test_numbers_and_plain_text_stay(cell: str | float | None) -> None:
    assert neutral(cell) == cell


def test_rows_read_back_with_their_header() -> None:
    out = io.StringIO()
    reading = report_of("-Outlet", Said('Ten "friends", arrested', place=SYDNEY))
    write_csv(out, told_in([reading]), lambda *_: (None, None, None))
    (row,) = csv.DictReader(io.StringIO(out.getvalue()))
    assert list(row) == list(COLUMNS)
    assert (row["outlet"], row["place"], row["latitude"]) == ("'-Outlet", "'=HYPERLINK(1)", "-33.87")
    assert row["sentence"] == 'Ten "friends", arrested'


@given(st.text())
def test_no_text_is_left_that_begins_a_formula(text: str) -> None:
    cell = neutral(text)
    assert isinstance(cell, str)
    assert cell in (text, f"'{text}")
    if cell[:1] in ("=", "@", "\t", "\r"):
        raise AssertionError(cell)
