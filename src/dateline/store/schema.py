"""The tables. Columns are there to filter and count by; `doc` holds the whole record as JSON and is what is read back.

SCHEMA_VERSION goes up with every change that an older or newer program could misread.
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Column,
    Date,
    Float,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
)

SCHEMA_VERSION = 1

tables = MetaData()

meta = Table("meta", tables, Column("key", Text, primary_key=True), Column("value", Text, nullable=False))

coders = Table(
    "coders",
    tables,
    Column("id", Text, primary_key=True),
    Column("version", Text, nullable=False),
    Column("config", Text, nullable=False),
)

reports = Table(
    "reports",
    tables,
    Column("id", Text, primary_key=True),
    Column("coder_id", Text, ForeignKey("coders.id")),
    Column("source", Text, nullable=False, index=True),
    Column("outlet", Text),
    Column("outlet_folded", Text, nullable=False, index=True),
    Column("title", Text),
    Column("url", Text),
    Column("published", Date),
    Column("language", Text),
    Column("characters", Integer, nullable=False),
    Column("doc", LargeBinary, nullable=False),
)


def _layer(name: str, *columns: Column[object]) -> Table:
    """Return the table of one layer: rows numbered within their report, gone when the report goes."""
    return Table(
        name,
        tables,
        Column("report_id", Text, ForeignKey("reports.id", ondelete="CASCADE"), primary_key=True),
        Column("idx", Integer, primary_key=True, autoincrement=False),
        *columns,
        Column("span_start", Integer, nullable=False),
        Column("span_end", Integer, nullable=False),
    )


voices = _layer(
    "voices",
    Column("id", Text, nullable=False),
    Column("parent", Text),
    Column("kind", Text, nullable=False),
    Column("speaker", Text),
    Column("platform", Text),
    Column("handle", Text),
    Column("posted", Date),
    Column("url", Text),
)

attributions = _layer(
    "attributions",
    Column("voice", Text, nullable=False),
    Column("parent", Integer),
    Column("source", Text),
    Column("source_name", Text),
    Column("cue", Text),
    Column("commitment", Text),
)

times = _layer(
    "times",
    Column("text", Text, nullable=False),
    Column("type", Text, nullable=False),
    Column("value", Text),
    Column("date_from", Date),
    Column("date_to", Date),
    Column("precision", Text),
    Column("anchor", Text),
)

toponyms = _layer(
    "toponyms",
    Column("text", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("geonameid", BigInteger),
    Column("name", Text),
    Column("feature", Text),
    Column("admin1", Text),
    Column("country", Text),
    Column("lat", Float),
    Column("lon", Float),
    Column("confidence", Float),
)

counts = _layer(
    "counts",
    Column("text", Text, nullable=False),
    Column("of", Text, nullable=False),
    Column("low", BigInteger),
    Column("high", BigInteger),
    Column("bound", Text, nullable=False),
)

loaded = _layer(
    "loaded",
    Column("text", Text, nullable=False),
    Column("voice", Text, nullable=False),
    Column("plain", Text),
    Column("why", Text, nullable=False),
)

mentions = _layer(
    "mentions",
    Column("id", Text, nullable=False, index=True),
    Column("voice", Text, nullable=False),
    Column("attribution", Integer),
    Column("type", Text, nullable=False, index=True),
    Column("mode", Text),
    Column("status", Text, nullable=False, index=True),
    Column("trigger", Text, nullable=False),
    Column("place", Text),
    Column("geonameid", BigInteger),
    Column("admin1", Text),
    Column("country", Text, index=True),
    Column("lat", Float),
    Column("lon", Float),
    Column("place_precision", Text),
    Column("place_basis", Text),
    Column("date_from", Date, index=True),
    Column("date_to", Date),
    Column("time_precision", Text),
    Column("time_basis", Text),
    Column("confidence", Float),
    Column("searched", Text, nullable=False),
    Column("doc", LargeBinary, nullable=False),
)


def _of_mention(name: str, *columns: Column[object]) -> Table:
    """Return a table of what belongs to a mention, gone when the mention goes."""
    return Table(
        name,
        tables,
        Column("report_id", Text, primary_key=True),
        Column("mention_idx", Integer, primary_key=True, autoincrement=False),
        Column("idx", Integer, primary_key=True, autoincrement=False),
        *columns,
        ForeignKeyConstraint(["report_id", "mention_idx"], ["mentions.report_id", "mentions.idx"], ondelete="CASCADE"),
    )


arguments = _of_mention(
    "arguments",
    Column("role", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("name", Text),
    Column("entity", Text, index=True),
    Column("country", Text),
    Column("sector", Text),
    Column("span_start", Integer, nullable=False),
    Column("span_end", Integer, nullable=False),
)

mention_counts = _of_mention("mention_counts", Column("count_idx", Integer, nullable=False))

failures = Table(
    "failures",
    tables,
    Column("source", Text, primary_key=True),
    Column("kind", Text, primary_key=True),
    Column("message", Text, nullable=False),
    Column("doc", LargeBinary, nullable=False),
)

events = Table(
    "events",
    tables,
    Column("id", Text, primary_key=True),
    Column("type", Text, nullable=False, index=True),
    Column("mode", Text),
    Column("status", Text, nullable=False),
    Column("date_from", Date, index=True),
    Column("date_to", Date),
    Column("place", Text),
    Column("geonameid", BigInteger),
    Column("country", Text, index=True),
    Column("lat", Float),
    Column("lon", Float),
    Column("reports", Integer, nullable=False),
    Column("voices", Integer, nullable=False),
    Column("origins", Integer, nullable=False),
    Column("doc", LargeBinary, nullable=False),
)

event_mentions = Table(
    "event_mentions",
    tables,
    Column("event_id", Text, ForeignKey("events.id", ondelete="CASCADE"), primary_key=True),
    Column("mention_id", Text, primary_key=True),
    Index("ix_event_mentions_mention", "mention_id"),
)
