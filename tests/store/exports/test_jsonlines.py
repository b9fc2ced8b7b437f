import io

import msgspec

from dateline.corroborate import corroborate
from dateline.records import Event, EventMention, from_json
from dateline.store.exports.jsonlines import write_events, write_mentions, write_readings
from dateline.store.exports.table import told_in
from tests.corroborate.factory import Said, report_of

READING = report_of("Nørth", Said("Ten arrested."), Said("Two arrested."))


def test_each_kind_reads_back() -> None:
    readings, mentions, events = io.StringIO(), io.StringIO(), io.StringIO()
    write_readings(readings, [READING])
    write_mentions(mentions, told_in([READING]))
    write_events(events, corroborate([READING]))
    assert [from_json(line) for line in readings.getvalue().splitlines()] == [READING]
    assert [msgspec.json.decode(line, type=EventMention) for line in mentions.getvalue().splitlines()] == list(
        READING.events
    )
    assert [msgspec.json.decode(line, type=Event) for line in events.getvalue().splitlines()] == corroborate([READING])
