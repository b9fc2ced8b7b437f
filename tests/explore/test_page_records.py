from __future__ import annotations

from msgspec.structs import replace

from dateline.explore.page_records import entries_of, records_of, uses_of
from dateline.records import Reading


def test_uses_tell_which_records_rest_on_a_mark(reading: Reading) -> None:
    uses = uses_of(reading)
    assert uses["place-1"] == [(1, "m_01"), (3, "m_03")]
    assert uses["said-0"] == [(2, "m_02")]
    assert "loaded-0" not in uses


def test_records_are_numbered_cards_that_lead_to_their_words(reading: Reading) -> None:
    first, second, _ = records_of(reading)
    assert (first.number, first.key, first.headline, first.status) == (1, "m_01", "GATHER / commemoration", "occurred")
    assert first.trigger_href == "#trigger-m_01"
    assert [fact.href for fact in first.facts][:2] == ["#who-m_01-0", "#who-m_01-1"]
    assert [fact.label for fact in first.facts][:2] == ["Who", ""]
    assert second.unknowns[0] == ("when", "the text does not say")


def test_entries_are_grouped_and_list_their_records(reading: Reading) -> None:
    groups = dict(entries_of(reading, uses_of(reading)))
    assert list(groups) == ["Places", "Times", "Numbers", "Loaded words", "Reported speech"]
    assert groups["Places"][1].uses == ((1, "m_01"), (3, "m_03"))
    assert "could also be Akra (0.10)" in groups["Places"][1].note
    assert groups["Places"][0].value == "not in the gazetteer"
    assert groups["Times"][0].note == "DATE 2021-03-02; counted from the document"
    assert groups["Times"][1].value == "no place on the calendar"
    assert groups["Loaded words"][0].value == "plain: death"
    assert groups["Reported speech"][0].value == "Ghana police (said that)"


def test_a_warning_of_a_time_is_shown(reading: Reading) -> None:
    time = replace(reading.times[0], warning="the day and the weekday differ")
    groups = dict(entries_of(replace(reading, times=(time,)), {}))
    assert groups["Times"][0].note.endswith("the day and the weekday differ")


def test_empty_layers_have_no_heading(reading: Reading) -> None:
    assert entries_of(replace(reading, toponyms=(), times=(), counts=(), loaded=(), attributions=()), {}) == []
