from __future__ import annotations

from datetime import date

from msgspec.structs import replace

from dateline.explore.index import index_page, report_row
from dateline.explore.page import page_name
from dateline.records import Event, EventTime, Failure, FieldValue, Reading, Report


def _event(**changes: object) -> Event:
    event = Event(
        id="ev_1",
        type="GATHER",
        mode="vigil",
        status="occurred",
        time=EventTime(from_=date(2021, 3, 2), to=date(2021, 3, 3)),
        place=None,
        fields={
            "counts.killed": [FieldValue(value=[3, 3], mentions=("m_01",)), FieldValue(value=[9, 9], mentions=("m_x",))]
        },
        agreement={"counts.killed": "conflict"},
        mentions=("m_01", "m_x"),
        reports=2,
        voices=2,
        origins=2,
    )
    return replace(event, **changes)


def test_a_row_counts_what_the_report_holds(reading: Reading) -> None:
    row = report_row(reading)
    assert (row.records, row.posts, row.quotations, row.loaded) == (3, 1, 1, 1)
    assert row.page == page_name(reading)
    assert row.mentions == ("m_01", "m_02", "m_03")


def test_a_failed_report_has_its_error_and_no_page() -> None:
    failed = Reading(report=Report(id="r_1", source="a.txt"), error=Failure(kind="empty", message="a.txt is empty"))
    row = report_row(failed)
    assert (row.page, row.error) == (None, "a.txt is empty")
    assert "a.txt is empty" in index_page([row])


def test_events_lead_to_the_records_on_the_pages(reading: Reading) -> None:
    page = index_page([report_row(reading)], [_event()], ["Credit."])
    assert f'href="{page_name(reading)}#m_01"' in page
    assert "number of killed: conflict" in page
    assert "2 reports, 2 voices, 2 origins" in page
    assert "Credit." in page


def test_what_more_sources_tell_comes_first(reading: Reading) -> None:
    page = index_page([report_row(reading)], [_event(id="ev_few", origins=1), _event(id="ev_many", origins=5)])
    assert page.index('id="ev_many"') < page.index('id="ev_few"')


def test_what_the_columns_say_is_not_said_again(reading: Reading) -> None:
    values = {"status": [FieldValue(value="occurred", mentions=("m_01",))]}
    agreed = index_page([report_row(reading)], [_event(fields=values, agreement={"status": "agree"})])
    assert "status: agree" in agreed
    assert 'class="value"' not in agreed
    single = index_page([report_row(reading)], [_event(fields=values, agreement={"status": "single"})])
    assert "chip" not in single.split("</style>")[1]


def test_an_unknown_outlet_goes_by_its_file(reading: Reading) -> None:
    row = report_row(replace(reading, report=replace(reading.report, outlet=None)))
    assert (row.outlet, row.teller) == ("", "the-capstan.txt")


def test_titles_are_escaped(reading: Reading) -> None:
    assert "<b>vans" not in index_page([report_row(reading)])
