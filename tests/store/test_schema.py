from sqlalchemy.dialects.postgresql.base import PGDialect
from sqlalchemy.dialects.sqlite.base import SQLiteDialect
from sqlalchemy.schema import CreateTable

from dateline.store.schema import tables


def test_every_table_can_be_made_on_both_databases() -> None:
    for table in tables.sorted_tables:
        for dialect in (SQLiteDialect(), PGDialect()):  # type: ignore[no-untyped-call]
            assert "CREATE TABLE" in str(CreateTable(table).compile(dialect=dialect))


def test_every_layer_goes_with_its_report() -> None:
    layers = (
        "voices",
        "attributions",
        "times",
        "toponyms",
        "counts",
        "loaded",
        "mentions",
        "arguments",
        "mention_counts",
    )
    for name in layers:
        assert {key.ondelete for key in tables.tables[name].foreign_keys} == {"CASCADE"}
