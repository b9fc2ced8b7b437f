"""Takes events and readings, gives the words that each voice chose for one act, one person, one thing.

A row is one event seen from one side: the act (its trigger), a role ("victim", "actor", with whom it is), or a count's
noun. Rows where all voices use the same words are left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

import msgspec
from rich.table import Table
from rich.text import Text

from dateline.explore.event_facts import event_line
from dateline.explore.plain import plain
from dateline.explore.words import report_words, voice_words
from dateline.records import Event, EventMention, Loaded, Reading, Span, Voice
from dateline.records.sentence import sentence_at


class Chosen(msgspec.Struct, frozen=True, kw_only=True):
    """The words that one voice chose. voice: who speaks; kind: outlet, post or quote; plain, why: of a loaded wording."""

    report: str
    outlet: str
    voice: str
    kind: str
    mention: str
    span: Span
    text: str
    plain: str | None = None
    why: str | None = None


class Wording(msgspec.Struct, frozen=True, kw_only=True):
    """One thing in different words. of: "act", "loaded" or a role; name: the plain label or the fullest name of it."""

    event: str
    type: str
    mode: str | None
    of: str
    name: str
    words: tuple[Chosen, ...]


def wordings(events: Iterable[Event], readings: Iterable[Reading]) -> Iterator[Wording]:
    """Yield the things that are worded in more than one way, event by event."""
    told = {mention.id: (reading, mention) for reading in readings for mention in reading.events}
    for event in events:
        mentions = [told[key] for key in event.mentions if key in told]
        groups: dict[tuple[str, str], list[Chosen]] = {}
        for reading, mention in mentions:
            for of, name, chosen in _choices(reading, mention, event):
                groups.setdefault((of, name), []).append(chosen)
        for (of, name), words in _joined(groups):
            if _differ(words):
                yield Wording(event=event.id, type=event.type, mode=event.mode, of=of, name=name, words=_once(words))


def _choices(reading: Reading, mention: EventMention, event: Event) -> Iterator[tuple[str, str, Chosen]]:
    """Yield (what is worded, its name, the words) for one mention."""
    label = f"{event.type}/{event.mode}" if event.mode else event.type
    yield "act", label, _chosen(reading, mention, mention.trigger.span)
    for argument in mention.arguments:
        if argument.basis == "stated":
            yield (
                argument.role,
                argument.entity or argument.name or argument.text,
                _chosen(reading, mention, argument.span),
            )
    named = [mention.trigger.span, *(argument.span for argument in mention.arguments)]
    sentence = sentence_at(reading.report.text, mention.trigger.span)
    for mark in reading.loaded:
        inside = sentence.covers(mark.span) and mark.voice == mention.voice
        if inside and not any(span.overlaps(mark.span) for span in named):
            yield "loaded", mark.plain or mark.text.lower(), _chosen(reading, mention, mark.span)


def _chosen(reading: Reading, mention: EventMention, span: Span) -> Chosen:
    voice = _voice(reading, mention)
    mark = _mark(reading.loaded, span)
    return Chosen(
        report=reading.report.source, outlet=report_words(reading), voice=voice_words(voice, report_words(reading)),
        kind=voice.kind, mention=mention.id, span=span, text=span.of(reading.report.text),
        plain=mark.plain if mark else None, why=mark.why if mark else None,
    )  # fmt: skip


def _voice(reading: Reading, mention: EventMention) -> Voice:
    return next(voice for voice in reading.voices if voice.id == mention.voice)


def _mark(loaded: Sequence[Loaded], span: Span) -> Loaded | None:
    return next((mark for mark in loaded if mark.span.overlaps(span)), None)


def _joined(groups: Mapping[tuple[str, str], list[Chosen]]) -> Iterator[tuple[tuple[str, str], list[Chosen]]]:
    """Put together what one role calls by several names where each mention fills that role once: it is the same one."""
    by_role: dict[str, list[tuple[str, list[Chosen]]]] = {}
    for (of, name), words in groups.items():
        by_role.setdefault(of, []).append((name, words))
    for of, named in by_role.items():
        all_words = [word for _, words in named for word in words]
        once_each = len({word.mention for word in all_words}) == len(all_words)
        if of != "loaded" and once_each:
            yield (of, max(named, key=lambda pair: len(pair[1]))[0]), all_words
        else:
            yield from (((of, name), words) for name, words in named)


def _differ(words: Sequence[Chosen]) -> bool:
    """Tell whether two voices chose different words, or words of which one is loaded."""
    by_voice: dict[tuple[str, str], set[str]] = {}
    for word in words:
        by_voice.setdefault((word.outlet, word.voice), set()).add(word.text.lower())
    return len(by_voice) > 1 and (len({frozenset(said) for said in by_voice.values()}) > 1 or any(w.why for w in words))


def _once(words: Iterable[Chosen]) -> tuple[Chosen, ...]:
    """Keep the same words of the same voice once, sorted by outlet and voice."""
    kept = {(word.outlet, word.voice, word.text.lower()): word for word in words}
    return tuple(kept[key] for key in sorted(kept))


def wording_rows(found: Iterable[Wording]) -> Iterator[dict[str, Any]]:
    """Yield one row a thing for programs."""
    for wording in found:
        yield msgspec.to_builtins(wording)


def wordings_table(found: Sequence[Wording], events: Mapping[str, Event]) -> Table:
    """Return a table: what, by whom, in which words; loaded words marked with their plain counterpart."""
    table = Table(box=None, header_style="bold", pad_edge=False)
    for column in ("event", "of", "outlet", "voice", "words", "plainly"):
        table.add_column(column, overflow="fold")
    last = ""
    for wording in found:
        head = "" if wording.event == last else plain(_head(events[wording.event]))
        last = wording.event
        of = plain(wording.name if wording.of == "act" else f"{wording.of}: {wording.name.removeprefix('local:')}")
        for voice, words in groupby(wording.words, key=lambda word: (word.outlet, word.voice, word.kind)):
            table.add_row(head, of, *_cells(*voice, list(words)))
            head = of = ""
    return table


def _cells(outlet: str, voice: str, kind: str, words: Sequence[Chosen]) -> Iterator[str | Text]:
    """Yield outlet, inner voice, words and plain counterparts of one voice."""
    yield plain(outlet)
    yield "" if kind == "outlet" else plain(f"{voice} ({kind})")
    marked = [Text(" ".join(plain(word.text).split()), style="yellow" if word.why else "") for word in words]
    yield Text("; ").join(marked)
    yield plain("; ".join(f"{word.plain or '-'} ({word.why})" for word in words if word.why))


def _head(event: Event) -> str:
    line = event_line(event)
    return ", ".join(part for part in (line.what, line.when, line.where) if part)
