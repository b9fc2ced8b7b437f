import json
from datetime import date
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from dateline.errors import StoreError
from dateline.store.exports.parquet import write_parquet
from dateline.store.exports.table import COLUMNS, told_in
from tests.corroborate.factory import Said, report_of


def codes(_type: str, _mode: str | None) -> tuple[None, None, None]:
    return None, None, None


def test_typed_columns_and_credits(tmp_path: Path) -> None:
    path = tmp_path / "m.parquet"
    write_parquet(
        path,
        told_in([report_of("North", Said("Ten arrested.", counts={"arrested": (10, 10**30)}))]),
        codes,
        ["GeoNames"],
    )
    table = pq.read_table(path)
    assert table.column_names == list(COLUMNS)
    (row,) = table.to_pylist()
    assert (row["date_from"], row["latitude"], row["arrested_low"], row["arrested_high"]) == (
        date(2024, 5, 3),
        30.283,
        10,
        2**63 - 1,
    )
    assert json.loads(table.schema.metadata[b"dateline.credits"]) == ["GeoNames"]


def test_no_mentions_make_an_empty_table(tmp_path: Path) -> None:
    write_parquet(tmp_path / "m.parquet", [], codes, [])
    assert pq.read_table(tmp_path / "m.parquet").num_rows == 0


def test_a_place_that_cannot_be_written(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="cannot be written"):
        write_parquet(tmp_path / "no" / "m.parquet", [], codes, [])
