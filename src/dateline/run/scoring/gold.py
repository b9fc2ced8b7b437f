"""Gold files -> GoldReports: what careful coders wrote of each report.

A gold folder holds one folder a story, each with a `gold.json`; a folder with a `gold.json` of its own is one story.
The reports lie beside the file, or in the folder that its "source" names. The format is told in bench/README.md.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator
from datetime import date
from pathlib import Path
from typing import Literal

import msgspec

from dateline.errors import DataError
from dateline.records.mention import Status
from dateline.records.voice import VoiceKind
from dateline.reference.codebook import load_codebook

FILE = "gold.json"
TOLERANCE_KM = 30.0  # how far a point may lie from the gold's when the gold does not say


class GoldPlace(msgspec.Struct, frozen=True, kw_only=True):
    """Where a happening was. lat, lon: WGS 84 degrees; km: how far from there still counts as right."""

    name: str
    lat: float | None = None
    lon: float | None = None
    km: float = TOLERANCE_KM


class GoldEvent(msgspec.Struct, frozen=True, kw_only=True, rename={"from_": "from"}):
    """One event mention as a coder wrote it.

    key: the same in two reports of a story for the same happening. trigger: any of these wordings will do.
    from_, to: half-open, ISO dates, year or year and month alone allowed; None where the text does not tell.
    speaker: a post's or quotation's author; in reported speech the source. roles: any of the names will do.
    counts: what is counted -> [low, high].
    """

    key: str
    type: str
    trigger: tuple[str, ...]
    status: Status
    voice: VoiceKind
    mode: str | None = None
    from_: str | None = None
    to: str | None = None
    place: GoldPlace | None = None
    speaker: str | None = None
    roles: dict[str, tuple[str, ...]] = {}
    counts: dict[str, tuple[int | None, int | None]] = {}


class GoldVoice(msgspec.Struct, frozen=True, kw_only=True):
    """An embedded post or a quotation of four words or more. first, last: the words it begins and ends with."""

    kind: Literal["post", "quote"]
    first: str
    last: str
    speaker: str | None = None
    platform: str | None = None
    handle: str | None = None
    posted: str | None = None


class GoldTime(msgspec.Struct, frozen=True, kw_only=True):
    """A temporal expression and its TIMEX3 value."""

    text: str
    value: str


class GoldToponym(msgspec.Struct, frozen=True, kw_only=True):
    """A place named in the text."""

    text: str
    lat: float | None = None
    lon: float | None = None


class Annotations(msgspec.Struct, frozen=True, kw_only=True):
    """All that the coders wrote of one report. reprint_of: the file that this one repeats."""

    outlet: str | None = None
    published: date | None = None
    language: str | None = None
    reprint_of: str | None = None
    voices: tuple[GoldVoice, ...] = ()
    events: tuple[GoldEvent, ...] = ()
    loaded: tuple[str, ...] = ()
    times: tuple[GoldTime, ...] = ()
    places: tuple[GoldToponym, ...] = ()


class GoldReport(msgspec.Struct, frozen=True, kw_only=True):
    """A report and its gold. story: name of the gold folder; file: name of the report's file; path: where it lies."""

    story: str
    file: str
    path: Path
    gold: Annotations

    @property
    def name(self) -> str:
        """Return "story/file", the name under which figures and faults list the report."""
        return f"{self.story}/{self.file}"

    @property
    def root(self) -> str:
        """Return the name of the report that this one repeats, else its own."""
        return f"{self.story}/{self.gold.reprint_of or self.file}"


class _Story(msgspec.Struct, frozen=True, kw_only=True):
    reports: dict[str, Annotations]
    cluster: str | None = None
    note: str | None = None
    source: str = "."


def load_gold(folder: Path, types: Collection[str] | None = None) -> tuple[GoldReport, ...]:
    """Read all gold of a folder, stories in the order of their names.

    types: event types that gold may use; those of the packaged codebook when None.
    Raises DataError naming the file where one is missing, broken, or contradicts the format.
    """
    known = {name for name, _ in load_codebook().types} if types is None else set(types)
    files = [folder / FILE] if (folder / FILE).is_file() else sorted(folder.glob(f"*/{FILE}"))
    if not files:
        raise DataError(f"{folder} holds no {FILE}, nor does a folder in it; name a folder of gold stories")
    return tuple(report for file in files for report in _reports(file, known))


def _reports(file: Path, types: Collection[str]) -> Iterator[GoldReport]:
    story = _read(file)
    for name, gold in story.reports.items():
        path = Path(os.path.normpath(file.parent / story.source / name))
        report = GoldReport(story=file.resolve().parent.name, file=name, path=path, gold=gold)
        _check(report, file, story, types)
        yield report


def _read(file: Path) -> _Story:
    try:
        return msgspec.json.decode(file.read_bytes(), type=_Story)
    except OSError as error:
        raise DataError(f"{file} cannot be read ({error.strerror}); check the file and its permissions") from error
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise DataError(f"{file} is no gold file: {error}; see bench/README.md for the format") from error


def _check(report: GoldReport, file: Path, story: _Story, types: Collection[str]) -> None:
    """Raise DataError for the first thing that the format's types cannot catch."""
    where = f"{file}, {report.file}"
    if not report.path.is_file():
        raise DataError(f'{where}: there is no report {report.path}; put it there or mend "source"')
    original = report.gold.reprint_of
    if original is not None and original not in story.reports:
        raise DataError(f'{where}: "reprint_of" names {original}, which the story does not have')
    for event in report.gold.events:
        _check_event(event, where, types)
    for voice in report.gold.voices:
        if voice.posted:
            _check_date(voice.posted, f"{where}, voice {voice.first!r}")


def _check_event(event: GoldEvent, where: str, types: Collection[str]) -> None:
    if event.type not in types:
        raise DataError(
            f"{where}, event {event.key}: unknown type {event.type}; the codebook has {', '.join(sorted(types))}"
        )
    if not any(words.strip() for words in event.trigger):
        raise DataError(f"{where}, event {event.key}: no trigger words; write the words that tell of the event")
    for bound in (event.from_, event.to):
        if bound:
            _check_date(bound, f"{where}, event {event.key}")


def _check_date(text: str, where: str) -> None:
    try:
        first_day(text)
    except ValueError as error:
        raise DataError(f"{where}: {text!r} is no date; write YYYY-MM-DD, YYYY-MM or YYYY") from error


def first_day(text: str) -> date:
    """Return the day that a date, or the first day of the month or year that a part of one names.

    Raises ValueError when the text is no date.
    """
    parts = [int(part) for part in text[:10].split("-")]
    year, month, day = (*parts, 1, 1)[:3]
    return date(year, month, day)
