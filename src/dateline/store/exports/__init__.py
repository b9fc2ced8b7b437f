"""Takes mentions, events and readings, writes them in formats that other programs read."""

from __future__ import annotations

from dateline.store.exports.geojson import event_features, mention_features, write_geojson
from dateline.store.exports.jsonld import event_nodes, mention_nodes, write_jsonld
from dateline.store.exports.jsonlines import write_events, write_mentions, write_readings
from dateline.store.exports.parquet import write_parquet
from dateline.store.exports.spreadsheet import write_csv
from dateline.store.exports.table import COLUMNS, Codes, Told, mention_rows, told_in
from dateline.store.exports.writing import Target, write_credits, writing

__all__ = [
    "COLUMNS", "Codes", "Target", "Told", "event_features", "event_nodes", "mention_features", "mention_nodes",
    "mention_rows", "told_in", "write_credits", "write_csv", "write_events", "write_geojson", "write_jsonld",
    "write_mentions", "write_parquet", "write_readings", "writing",
]  # fmt: skip
