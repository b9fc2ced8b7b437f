from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from dateline.corroborate import corroborate
from dateline.store import Filters, Store, open_store
from tests.corroborate.factory import OSLO, Said, report_of

READINGS = [
    report_of("The North Post", Said("Ten were arrested, 100% of them young.", who={"recipient": "Ida Berg"})),
    report_of(
        "South Wire",
        Said("Crowds marched.", "marched", "PROTEST", "demonstration", "planned", date(2024, 6, 1), place=OSLO),
    ),
    report_of("Anon", Said("Someone condemned it.", "condemned", "ACCUSE", "condemn", day=None, place=None)),
]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path / "a.db", create=True) as opened:
        for reading in READINGS:
            opened.add(reading)
        opened.replace_events(corroborate(READINGS))
        yield opened


@pytest.mark.parametrize(
    ("filters", "types"),
    [
        (Filters(), {"COERCE", "PROTEST", "ACCUSE"}),
        (Filters(type="protest"), {"PROTEST"}),
        (Filters(type="PROTEST/demonstration"), {"PROTEST"}),
        (Filters(type="PROTEST/strike"), set()),
        (Filters(status="planned"), {"PROTEST"}),
        (Filters(country="nor"), {"PROTEST"}),
        (Filters(from_=date(2024, 5, 4)), {"PROTEST"}),
        (Filters(to=date(2024, 6, 1)), {"COERCE"}),
        (Filters(from_=date(2024, 5, 3), to=date(2024, 6, 2)), {"COERCE", "PROTEST"}),
        (Filters(outlet="north"), {"COERCE"}),
        (Filters(text="IDA BERG"), {"COERCE"}),
        (Filters(text="oslo"), {"PROTEST"}),
        (Filters(text="100%"), {"COERCE"}),
        (Filters(text="%"), {"COERCE"}),
        (Filters(text="_"), set()),
        (Filters(text="condemned", outlet="wire"), set()),
        (Filters(text="'; DROP TABLE events; --"), set()),
    ],
)
def test_events_and_mentions_that_pass(store: Store, filters: Filters, types: set[str]) -> None:
    assert {event.type for event in store.events(filters)} == types
    assert {mention.type for mention, _ in store.mentions(filters)} == types
