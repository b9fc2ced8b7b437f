"""Takes an event, gives what the views tell of it: its line in a table, and each field's values with who gives them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from dateline.explore.words import interval_words, range_words, when_words
from dateline.records import Event, FieldValue

AGREEMENT_WORDS = {
    "agree": "all give the same",
    "compatible": "they differ but fit together",
    "conflict": "they contradict one another",
    "single": "one voice only",
}

_ORDER = ("time", "place", "status", "type", "mode", "arguments", "counts", "wording")


@dataclass(frozen=True, slots=True)
class EventLine:
    """An event in one row."""

    id: str
    when: str
    where: str
    what: str
    status: str
    how_many: str
    spread: str
    conflicts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FieldLine:
    """One field of an event: its agreement and its values, each with the ids of the mentions that give it."""

    name: str
    agreement: str
    values: tuple[tuple[str, tuple[str, ...]], ...]


def event_line(event: Event) -> EventLine:
    """Return the row of an event."""
    return EventLine(
        id=event.id,
        when=when_words(event.time),
        where=event_place_words(event),
        what=f"{event.type} / {event.mode}" if event.mode else event.type,
        status=event.status,
        how_many="; ".join(_counts(event)),
        spread=spread_words(event),
        conflicts=tuple(name for name, state in event.agreement.items() if state == "conflict"),
    )


def event_place_words(event: Event) -> str:
    """Name an event's place with its country, "" when unknown."""
    place = event.place
    if place is None:
        return ""
    return f"{place.name}, {place.country}" if place.country and place.country != place.name else place.name


def spread_words(event: Event) -> str:
    """Say how widely an event is told: "3 reports, 5 voices, 2 origins"."""
    parts = ((event.reports, "report"), (event.voices, "voice"), (event.origins, "origin"))
    return ", ".join(f"{number} {noun}{'' if number == 1 else 's'}" for number, noun in parts)


def _counts(event: Event) -> Iterator[str]:
    for name, values in event.fields.items():
        if name.startswith("counts.") and values:
            yield f"{' or '.join(value_words(v) for v in values)} {name.removeprefix('counts.')}"


def field_lines(event: Event) -> tuple[FieldLine, ...]:
    """Return the fields of an event that have values or were compared, in reading order."""
    names = dict.fromkeys([*(name for name, values in event.fields.items() if values), *event.agreement])
    return tuple(_field_line(event, name) for name in sorted(names, key=_reading_order))


def _field_line(event: Event, name: str) -> FieldLine:
    values = tuple((value_words(value, name), value.mentions) for value in event.fields.get(name, ()))
    return FieldLine(name, event.agreement.get(name, ""), values)


def _reading_order(name: str) -> tuple[int, str]:
    """Put when, where and status first, then who, how many, and the wording."""
    head = name.partition(".")[0]
    return (_ORDER.index(head) if head in _ORDER else len(_ORDER), name)


def field_words(name: str) -> str:
    """Write a field's name for readers: "counts.killed" is "number killed"."""
    head, _, rest = name.partition(".")
    labels = {"counts": "number of", "arguments": "who:", "wording": "words for", "time": "when", "place": "where"}
    return f"{labels.get(head, head)} {rest}".strip()


def value_words(value: FieldValue, name: str = "") -> str:
    """Write one value of the field `name`: a word, an interval of days, a range of numbers, or "not stated"."""
    if value.value is None:
        return "not stated"
    if isinstance(value.value, str):
        return _days(value.value) if name == "time" else value.value
    bounds = [*value.value, None, None][:2]
    return range_words(bounds[0], bounds[1])


def _days(value: str) -> str:
    """Write "2024-05-04/2024-05-05" (ISO 8601, half-open, ".." for an open end) as people do."""
    try:
        start, end = (date.fromisoformat(part) if part not in {"", ".."} else None for part in value.split("/"))
    except ValueError:
        return value
    return interval_words(start, end) or value
