"""Parquet: the same columns as the CSV, typed, with the credits in the file's metadata."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import islice
from pathlib import Path
from typing import Any

from dateline.store.exports.table import COLUMNS, Codes, Told, mention_rows
from dateline.store.exports.writing import writing_file

_BATCH = 5_000
_LARGEST = 2**63 - 1


def write_parquet(path: Path, told: Iterable[Told], codes: Codes, credits_: Sequence[str]) -> None:
    """Write the mentions as one Parquet file. Raises StoreError when it cannot be written."""
    import pyarrow as pa  # 0.3 s to import, needed here alone
    import pyarrow.parquet as pq

    types = {str: pa.string(), date: pa.date32(), int: pa.int64(), float: pa.float64()}
    metadata = {"dateline.credits": json.dumps(list(credits_), ensure_ascii=False)}
    schema = pa.schema([(name, types[kind]) for name, kind in COLUMNS.items()], metadata=metadata)
    rows = mention_rows(told, codes)
    with writing_file(path) as file, pq.ParquetWriter(file, schema, compression="zstd") as out:
        while batch := [_fitting(row) for row in islice(rows, _BATCH)]:
            out.write_table(pa.Table.from_pylist(batch, schema=schema))


def _fitting(row: dict[str, Any]) -> dict[str, Any]:
    """Keep whole numbers within 64 bits."""
    return {k: max(-_LARGEST, min(_LARGEST, v)) if isinstance(v, int) else v for k, v in row.items()}
