"""Takes an event mention and its reading, gives its values as facts in plain words, each with the keys of its words.

One place decides what a reader is told of a record; pages and terminal views only lay it out.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dateline.explore.marks import argument_key
from dateline.explore.words import (
    BASIS_WORDS,
    PRECISION_WORDS,
    SECTOR_WORDS,
    count_words,
    place_words,
    point_words,
    reason_words,
    said_words,
    voice_kind_words,
    voice_words,
    when_words,
)
from dateline.records import Argument, EventMention, Reading, Unresolved, Voice

FIELD_WORDS = {
    "time": "when", "place": "where", "mode": "mode", "actor": "who", "counts": "how many", "confidence": "confidence",
    "attribution": "who says so", "geonameid": "gazetteer entry", "lat": "point", "lon": "point", "from": "first day",
    "to": "last day", "entity": "identity", "country": "country", "sector": "sector", "admin1": "province or state",
    "posted": "posting date", "speaker": "speaker", "from_": "first day",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Fact:
    """One value of a record as a reader sees it.

    label: the question it answers ("Who", "Where"). role: an argument's role.
    key: anchor of its words, None where it has none. note: how it is known, in plain words.
    """

    label: str
    value: str
    note: str = ""
    key: str | None = None
    role: str | None = None


def facts_of(reading: Reading, mention: EventMention) -> tuple[Fact, ...]:
    """Return the facts of a mention in reading order: who, where, when, how many, who says so, how sure all that is."""
    return (
        *_who(mention),
        *_where(mention),
        *_when(mention),
        *_how_many(reading, mention),
        *_says_so(reading, mention),
        *_how_sure(mention),
    )


def _who(mention: EventMention) -> Iterator[Fact]:
    for i, argument in enumerate(mention.arguments):
        yield Fact(
            "Who", argument.name or argument.text, _actor_note(argument), argument_key(mention, i), argument.role
        )


def _actor_note(argument: Argument) -> str:
    words = f"“{argument.text}”" if argument.name and argument.name != argument.text else ""
    sector = SECTOR_WORDS.get(argument.sector or "", argument.sector or "")
    return ", ".join(part for part in (words, argument.country, sector) if part)


def _where(mention: EventMention) -> Iterator[Fact]:
    place = mention.place
    if place is None:
        return
    precision = PRECISION_WORDS.get(place.precision or "", "")
    note = [BASIS_WORDS[place.basis], precision if place.lat is not None else "", point_words(place.lat, place.lon)]
    key = None if place.toponym is None else f"place-{place.toponym}"
    yield Fact("Where", place_words(place), ", ".join(part for part in note if part), key)


def _when(mention: EventMention) -> Iterator[Fact]:
    time = mention.time
    if time is None:
        return
    key = None if time.time is None else f"time-{time.time}"
    value = when_words(time) or "no day known"
    yield Fact("When", value, ", ".join(part for part in (time.precision, BASIS_WORDS[time.basis]) if part), key)


def _how_many(reading: Reading, mention: EventMention) -> Iterator[Fact]:
    for i in mention.counts:
        count = reading.counts[i]
        yield Fact("How many", count_words(count), f"“{count.text}”, {count.bound}", f"count-{i}")


def _says_so(reading: Reading, mention: EventMention) -> Iterator[Fact]:
    voice = voice_of(reading, mention.voice)
    if voice is not None:
        key = None if voice.kind == "outlet" else f"voice-{voice.id}"
        value = voice_words(voice, reading.report.outlet)
        if voice.handle and voice.handle != value:
            value = f"{value} ({voice.handle})"
        yield Fact("Who says so", value, voice_kind_words(voice), key)
    for i in chain_of(reading, mention):
        said = reading.attributions[i]
        yield Fact("Citing", said_words(said), "", f"said-{i}" if said.source or said.cue else None)


def _how_sure(mention: EventMention) -> Iterator[Fact]:
    if mention.confidence is not None:
        yield Fact(
            "How sure", f"{mention.confidence:.0%}", "of records that look like this one are right in every field"
        )


def voice_of(reading: Reading, voice_id: str) -> Voice | None:
    """Return the voice with this id, None when the reading has none such."""
    return next((voice for voice in reading.voices if voice.id == voice_id), None)


def chain_of(reading: Reading, mention: EventMention) -> tuple[int, ...]:
    """Return the indexes of a mention's attributions from the innermost outwards."""
    chain: list[int] = []
    index = mention.attribution
    while index is not None and 0 <= index < len(reading.attributions) and index not in chain:
        chain.append(index)
        index = reading.attributions[index].parent
    return tuple(chain)


def unknowns_of(mention: EventMention) -> tuple[tuple[str, str], ...]:
    """Return what a record does not know and why: pairs of field in plain words and reason in plain words.

    A confidence that is not calibrated yet goes without saying.
    """
    found: dict[tuple[str, str], None] = {}
    found.update(_reasons("", mention.unresolved))
    if mention.place is not None:
        found.update(_reasons("where: ", mention.place.unresolved))
    if mention.time is not None:
        found.update(_reasons("when: ", mention.time.unresolved))
    return tuple(found)


def _reasons(prefix: str, unresolved: Unresolved) -> dict[tuple[str, str], None]:
    return {
        (prefix + FIELD_WORDS.get(name, name.replace(".", " ")), reason_words(reason)): None
        for name, reason in unresolved.items()
        if reason != "not-calibrated"
    }


def headline(mention: EventMention) -> str:
    """Name a mention in one line: "GATHER / commemoration"."""
    return f"{mention.type} / {mention.mode}" if mention.mode else mention.type
