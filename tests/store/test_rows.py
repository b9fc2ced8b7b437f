import msgspec

from dateline.records import Count, Event, EventMention, Span, from_json
from dateline.store.rows import coder_id, event_row, failure_row, layer_rows, report_row
from tests.corroborate.factory import CODER, Said, report_of

READING = report_of(
    "Nørth", Said("The  Police arrested Ida Berg, the ministry said.", source="the ministry",
                  who={"recipient": "Ida Berg"}, counts={"arrested": (1, 1)}),
)  # fmt: skip


def test_the_document_is_the_reading() -> None:
    row = report_row(READING)
    assert from_json(row["doc"]) == READING
    assert (row["outlet_folded"], row["coder_id"]) == ("nørth", coder_id(CODER))


def test_columns_of_every_table_are_filled_from_the_records() -> None:
    rows = {table.name: rows for table, rows in layer_rows(READING)}
    assert {name: len(r) for name, r in rows.items() if r} == {
        "voices": 1, "attributions": 1, "counts": 1, "mentions": 1, "arguments": 1, "mention_counts": 1,
    }  # fmt: skip
    mention = rows["mentions"][0]
    assert msgspec.json.decode(mention["doc"], type=EventMention) == READING.events[0]
    assert (mention["place"], mention["country"], mention["type"]) == ("Kerman", "IRN", "COERCE")
    assert mention["searched"] == "the police arrested ida berg, the ministry said. | ida berg | kerman"
    for table, table_rows in layer_rows(READING):
        assert all(set(row) <= set(table.c.keys()) for row in table_rows)


def test_a_number_beyond_64_bits_fits_its_column() -> None:
    count = Count(span=Span(0, 1), text="T", of="participants", low=10**30, high=None, bound="at-least")
    rows = {table.name: rows for table, rows in layer_rows(msgspec.structs.replace(READING, counts=(count,)))}
    assert rows["counts"][0]["low"] == 2**63 - 1


def test_failures_and_events() -> None:
    from dateline.corroborate import corroborate
    from dateline.records import Failure, Reading, Report

    failed = Reading(report=Report(id="r_x", source="x.txt"), error=Failure(kind="empty", message="x.txt is empty"))
    assert failure_row(failed)["kind"] == "empty"
    (event,) = corroborate([READING])
    row = event_row(event)
    assert msgspec.json.decode(row["doc"], type=Event) == event
    assert (row["place"], row["origins"]) == ("Kerman", 1)
