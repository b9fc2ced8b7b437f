"""The right side of a report's page: the records, and the entries of every place, time, number and wording found."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from dateline.explore.facts import Fact, chain_of, facts_of, headline, unknowns_of
from dateline.explore.marks import argument_key, trigger_key
from dateline.explore.page_text import toponym_words
from dateline.explore.render import anchor
from dateline.explore.words import (
    count_words,
    point_words,
    reason_words,
    said_words,
    voice_kind_words,
    voice_words,
    when_words,
)
from dateline.records import EventMention, Reading, Unresolved

Uses = Mapping[str, Sequence[tuple[int, str]]]


@dataclass(frozen=True, slots=True)
class FactView:
    """A fact whose label is left empty when it repeats the one above. href: link to its words."""

    label: str
    value: str
    note: str
    role: str
    href: str | None


@dataclass(frozen=True, slots=True)
class RecordView:
    """One event mention as a card."""

    number: int
    key: str
    headline: str
    status: str
    trigger: str
    trigger_href: str
    facts: tuple[FactView, ...]
    unknowns: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class EntryView:
    """One marked place, time, number, wording or source. uses: records that rest on it (number, anchor)."""

    key: str
    text: str
    value: str
    note: str
    uses: tuple[tuple[int, str], ...]


def uses_of(reading: Reading) -> dict[str, list[tuple[int, str]]]:
    """Return for each mark key the mentions that rest on it, as (number, id)."""
    uses: dict[str, list[tuple[int, str]]] = {}
    for number, mention in enumerate(reading.events, 1):
        for key in dict.fromkeys(_keys(reading, mention)):
            uses.setdefault(key, []).append((number, mention.id))
    return uses


def _keys(reading: Reading, mention: EventMention) -> Iterator[str]:
    yield trigger_key(mention)
    yield from (argument_key(mention, i) for i in range(len(mention.arguments)))
    yield from (f"count-{i}" for i in mention.counts)
    yield from (f"said-{i}" for i in chain_of(reading, mention))
    yield f"voice-{mention.voice}"
    if mention.place is not None and mention.place.toponym is not None:
        yield f"place-{mention.place.toponym}"
    if mention.time is not None and mention.time.time is not None:
        yield f"time-{mention.time.time}"


def records_of(reading: Reading) -> Iterator[RecordView]:
    """Yield the cards of a reading's mentions."""
    for number, mention in enumerate(reading.events, 1):
        yield RecordView(
            number=number,
            key=anchor(mention.id),
            headline=headline(mention),
            status=mention.status,
            trigger=mention.trigger.text,
            trigger_href=f"#{anchor(trigger_key(mention))}",
            facts=tuple(_fact_views(facts_of(reading, mention))),
            unknowns=unknowns_of(mention),
        )


def _fact_views(facts: Sequence[Fact]) -> Iterator[FactView]:
    above = None
    for fact in facts:
        href = f"#{anchor(fact.key)}" if fact.key else None
        yield FactView("" if fact.label == above else fact.label, fact.value, fact.note, fact.role or "", href)
        above = fact.label


def entries_of(reading: Reading, uses: Uses) -> list[tuple[str, list[EntryView]]]:
    """Return the non-empty groups of entries by heading."""
    groups = [
        ("Places", [_place(reading, i) for i in range(len(reading.toponyms))]),
        ("Times", [_time(reading, i) for i in range(len(reading.times))]),
        ("Numbers", [_count(reading, i) for i in range(len(reading.counts))]),
        ("Loaded words", [_loaded(reading, i) for i in range(len(reading.loaded))]),
        ("Reported speech", [_said(reading, i) for i in range(len(reading.attributions))]),
    ]
    return [(heading, [_with_uses(entry, uses) for entry in entries]) for heading, entries in groups if entries]


def _with_uses(entry: EntryView, uses: Uses) -> EntryView:
    found = tuple((number, anchor(mention)) for number, mention in uses.get(entry.key, ()))
    return EntryView(anchor(entry.key), entry.text, entry.value, entry.note, found)


def _place(reading: Reading, i: int) -> EntryView:
    top = reading.toponyms[i]
    others = [
        c.name if c.score is None else f"{c.name} ({c.score:.2f})"
        for c in top.candidates
        if c.geonameid != top.geonameid
    ]
    kind = "used for people or an institution" if top.kind == "associative" else ""
    also = f"could also be {', '.join(others[:4])}" if others else ""
    note = [kind, point_words(top.lat, top.lon), also, _why_not(top.unresolved)]
    return EntryView(f"place-{i}", top.text, toponym_words(reading, i), _joined(note), ())


def _time(reading: Reading, i: int) -> EntryView:
    time = reading.times[i]
    counted = "" if time.anchor == "absolute" else f"counted from the {time.anchor}"
    note = [f"{time.type} {time.value or ''}".strip(), counted, time.warning or "", _why_not(time.unresolved)]
    return EntryView(f"time-{i}", time.text, when_words(time) or "no place on the calendar", _joined(note), ())


def _count(reading: Reading, i: int) -> EntryView:
    count = reading.counts[i]
    return EntryView(f"count-{i}", count.text, count_words(count), count.bound, ())


def _loaded(reading: Reading, i: int) -> EntryView:
    loaded = reading.loaded[i]
    voice = next((v for v in reading.voices if v.id == loaded.voice), None)
    who = "" if voice is None else f"{voice_words(voice, reading.report.outlet)}, {voice_kind_words(voice)}"
    value = f"plain: {loaded.plain}" if loaded.plain else "no plain counterpart"
    return EntryView(f"loaded-{i}", loaded.text, value, _joined([loaded.why, who]), ())


def _said(reading: Reading, i: int) -> EntryView:
    said = reading.attributions[i]
    words = said.source.text if said.source is not None else said.cue.text if said.cue is not None else "…"
    content = _shortened(said.content.span.of(reading.report.text))
    return EntryView(f"said-{i}", words, said_words(said), _joined([f"“{content}”", _why_not(said.unresolved)]), ())


def _shortened(text: str, limit: int = 90) -> str:
    words = " ".join(text.split())
    return words if len(words) <= limit else words[:limit].rsplit(" ", 1)[0] + " …"


def _why_not(unresolved: Unresolved) -> str:
    return _joined(dict.fromkeys(reason_words(r) for r in unresolved.values() if r != "not-calibrated"))


def _joined(parts: object) -> str:
    return "; ".join(part for part in parts if part) if isinstance(parts, (list, dict)) else ""
