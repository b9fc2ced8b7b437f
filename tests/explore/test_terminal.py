from __future__ import annotations

import io
from typing import Literal

from msgspec.structs import replace
from rich.console import Console, RenderableType

from dateline.explore.terminal import (
    events_table,
    explain_event,
    explain_mention,
    failures_table,
    mentions_table,
)
from dateline.records import Event, Failure, FieldValue, Reading, Report


def _printed(view: RenderableType, *, colour: bool = False) -> str:
    out = io.StringIO()
    system: Literal["standard"] | None = "standard" if colour else None
    Console(file=out, width=400, force_terminal=colour, color_system=system, _environ={}).print(view)
    return out.getvalue()


def _event() -> Event:
    values = [FieldValue(value=[40, 40], mentions=("m_02",)), FieldValue(value=[9, None], mentions=("m_03",))]
    return Event(
        id="ev_1", type="COERCE", mode="arrest", status="alleged", time=None, place=None,
        fields={"counts.arrested": values}, agreement={"counts.arrested": "conflict"}, mentions=("m_02", "m_03"),
        reports=1, voices=2, origins=2,
    )  # fmt: skip


def test_a_mention_is_one_row_with_its_words(reading: Reading) -> None:
    table = mentions_table([reading])
    assert table.row_count == 3
    text = _printed(table)
    assert "2,000–9,999 participants" in text
    assert "The Capstan, citing Ghana police (said that)" in " ".join(text.split())


def test_markup_of_strangers_is_printed_as_it_stands(reading: Reading) -> None:
    argument = replace(reading.events[0].arguments[0], name="[red]Tamsans[/red]")
    mention = replace(reading.events[0], arguments=(argument,))
    assert "[red]Tamsans[/red]" in _printed(mentions_table([replace(reading, events=(mention,))]))


def test_control_characters_never_reach_the_terminal(reading: Reading) -> None:
    evil = replace(reading, report=replace(reading.report, text=reading.report.text.replace("Adom", "A\x1bom")))
    assert "\x1b" not in _printed(explain_mention(evil, evil.events[0], colour=False))


def test_explain_brackets_the_words_without_colour(reading: Reading) -> None:
    text = _printed(explain_mention(reading, reading.events[0], colour=False))
    assert "[Thousands of Tamsans] [gathered] in [Accra] on [Tuesday]" in text
    assert "Accra, Greater Accra, GHA" in text
    assert "the outlet’s own words" in text


def test_explain_highlights_the_words_with_colour(reading: Reading) -> None:
    text = _printed(explain_mention(reading, reading.events[0], colour=True), colour=True)
    assert "[gathered]" not in text
    assert "\x1b[1;30;43mgathered" in text


def test_explain_says_why_something_is_unknown(reading: Reading) -> None:
    text = _printed(explain_mention(reading, reading.events[1], colour=False))
    assert "when: the text does not say" in text
    assert "Ghana police (said that)" in text


def test_an_event_shows_who_gives_which_value_and_every_passage(reading: Reading) -> None:
    text = _printed(explain_event(_event(), {m.id: reading for m in reading.events}, colour=False))
    assert "they contradict one another" in text
    assert "40: The Capstan; at least 9: The Capstan" in text
    assert "[arrested]" in text
    assert "[lighting of candles]" in text


def test_events_table_names_what_is_in_conflict() -> None:
    text = _printed(events_table([_event()]))
    assert "40 or at least 9 arrested" in text
    assert "number of arrested" in text


def test_failures_table_leaves_out_what_went_well(reading: Reading) -> None:
    failed = Reading(report=Report(id="r_1", source="a.txt"), error=Failure(kind="empty", message="a.txt is empty"))
    table = failures_table([reading, failed])
    assert table.row_count == 1
    assert "a.txt is empty" in _printed(table)
