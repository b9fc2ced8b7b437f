"""The report that the project started from, held against the facts that a careful coder found in it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from dateline.pipeline import make_coder
from dateline.read import read_text
from dateline.records import EventMention, Reading, Voice

# Rows of EXPECTED.md that must be right in type, status, day, place and voice.
FLOOR = 19


@dataclass(frozen=True)
class Row:
    """One row of the table of expected facts."""

    number: str
    type: str
    mode: str
    status: str
    day: str
    place: str
    voice: str


def rows(table: str) -> list[Row]:
    found: list[Row] = []
    for line in table.splitlines():
        cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
        if len(cells) < 7 or not cells[0].isdigit():
            continue
        number, kind, status, day, place, voice = cells[:6]
        if kind.startswith("the same happening"):
            kind = next(f"{r.type} {r.mode}" for r in found if r.number == kind.rsplit(" ", 1)[-1])
        type_, _, mode = kind.partition(" ")
        found.append(Row(number, type_, mode, status, day, place, voice))
    return found


def fits(row: Row, mention: EventMention, voice: Voice) -> bool:
    return (
        mention.type == row.type
        and mention.status == row.status
        and _right_voice(row, voice)
        and _right_day(row, mention)
        and _right_place(row, mention)
    )


def _right_voice(row: Row, voice: Voice) -> bool:
    if row.voice == "outlet":
        return voice.kind == "outlet"
    handle = re.search(r"@\w+", row.voice)
    return voice.kind == "post" and voice.handle == (handle.group() if handle else None)


def _right_day(row: Row, mention: EventMention) -> bool:
    days = re.findall(r"\d{4}-\d\d-\d\d", row.day)
    found = mention.time.from_ if mention.time else None
    if row.day == "-":
        return found is None
    if row.day.startswith("after"):
        return found is None or found > date(2020, 1, 3)
    return found is not None and (found.isoformat() in days or "or" in row.day or "by" in row.day)


def _right_place(row: Row, mention: EventMention) -> bool:
    if row.place == "-":
        return mention.place is None
    name = mention.place.name if mention.place else ""
    return any(word in row.place for word in re.findall(r"[A-Z][a-z]{3,}", name))


@pytest.fixture(scope="module")
def reading(shared: Path) -> Reading:
    source = next((shared / "seeds").glob("*.txt"))
    report = read_text(source.read_text("utf-8"), source=source.name, published=date(2023, 1, 3), outlet="The Cradle")
    (coded,) = make_coder().code([report])
    assert isinstance(coded, Reading)
    return coded


def test_rows_of_the_table_are_found(shared: Path, reading: Reading) -> None:
    voices = {v.id: v for v in reading.voices}
    expected = rows((shared / "seeds" / "EXPECTED.md").read_text("utf-8"))
    right = [r.number for r in expected if any(fits(r, m, voices[m.voice]) for m in reading.events)]
    assert len(right) >= FLOOR, f"right: {', '.join(right)}"


# Days by trigger and account, as the table of expected facts has them; None where the text does not tell.
DAYS = {
    ("commemorated", None): date(2023, 1, 3),
    ("rallied", None): date(2023, 1, 3),
    ("flooded the streets", "@iQMidEastUpdate"): date(2023, 1, 2),
    ("visiting the tomb", "@MehdiRizvi123"): date(2023, 1, 2),
    ("gathered", None): date(2023, 1, 2),
    ("gathered", "@MehdiRizvi123"): date(2023, 1, 2),
    ("remembered", "@iQMidEastUpdate"): date(2023, 1, 3),
    ("liberated", None): None,
    ("commemorate", "@shianews313"): date(2023, 1, 1),
    ("taken hostage", "@mashafiee"): None,
    ("assassinated", None): date(2020, 1, 3),
    ("condemned", None): None,
}


def test_every_date_is_right(reading: Reading) -> None:
    handles = {v.id: v.handle for v in reading.voices}
    found = {(m.trigger.text, handles[m.voice]): m.time.from_ if m.time else None for m in reading.events}
    assert {key: found.get(key, "missing") for key in DAYS} == DAYS
    abroad = [m for m in reading.events if m.type == "GATHER" and m.place and m.place.country in ("SLV", "IND", "SYR")]
    undated = {m.place.name for m in abroad if m.place and m.time is None and m.voice == reading.voices[0].id}
    assert undated == {"Aleppo", "El Salvador", "India"}
    halls = [m.time.from_ if m.time else None for m in reading.events if m.mode == "congress"]
    assert halls == [date(2023, 1, day) for day in (3, 4)]
    ceremonies = [m.time.from_ for m in reading.events if m.mode == "ceremony" and m.time]
    assert ceremonies == [date(2023, 1, day) for day in (3, 2)]


def test_the_following_day_counts_from_the_narrative_not_from_the_posts(reading: Reading) -> None:
    planned = [m for m in reading.events if m.mode == "congress" and m.status == "planned"]
    assert [m.time.from_ for m in planned if m.time] == [date(2023, 1, 4)]


def test_posts_are_six_signed_ones_by_four_accounts(reading: Reading) -> None:
    signed = [v for v in reading.voices if v.kind == "post" and v.handle]
    assert len(signed) == 6
    assert len({v.handle for v in signed}) == 4


def test_no_mention_before_the_strike_or_after_the_congress(reading: Reading) -> None:
    days = [m.time.from_ for m in reading.events if m.time and m.time.from_]
    assert min(days) == date(2020, 1, 3)
    assert max(days) == date(2023, 1, 4)
