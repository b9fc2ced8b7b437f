"""Takes records, gives what a terminal shows: tables of mentions and events, and a record explained with its words.

The functions return rich renderables and print nothing. No control character of a stranger's text reaches the terminal.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from dateline.explore.event_facts import AGREEMENT_WORDS, event_line, field_lines, field_words, spread_words
from dateline.explore.facts import chain_of, facts_of, headline, unknowns_of, voice_of
from dateline.explore.passages import Passage, passages_of
from dateline.explore.plain import plain
from dateline.explore.words import (
    count_words,
    day_words,
    place_words,
    report_words,
    said_words,
    voice_kind_words,
    voice_words,
    when_words,
)
from dateline.records import Event, EventMention, Reading
from dateline.records.sentence import sentence_at

STATUS_STYLE = {
    "occurred": "green", "ongoing": "blue", "planned": "cyan", "alleged": "yellow", "denied": "red",
    "hypothetical": "dim",
}  # fmt: skip
AGREEMENT_STYLE = {"agree": "green", "compatible": "blue", "conflict": "bold red", "single": "dim"}
_ID_SHOWN = 10
_NUMBERS = {"reports", "voices", "origins"}
_NEVER_FOLDED = {"id", "when", "status", *_NUMBERS}
_WORDS_AROUND = 28


def _cell(text: str, style: str = "") -> Text:
    return Text(" ".join(plain(text).split()), style=style)


def mentions_table(readings: Iterable[Reading]) -> Table:
    """Return one row a mention."""
    table = _table("id", "when", "what", "status", "where", "who", "how many", "who says so", "words")
    for reading in readings:
        for mention in reading.events:
            table.add_row(*_mention_cells(reading, mention))
    return table


def report_tables(readings: Sequence[Reading]) -> RenderableType:
    """Return for each report a line that names it, and its mentions."""
    parts: list[RenderableType] = []
    for reading in readings:
        parts.append(Text.assemble(*_report_head(reading)))
        if reading.events:
            parts.append(Padding(mentions_table([reading]), (0, 0, 1, 2)))
        else:
            parts.append(Padding(Text("no happening found", "dim"), (0, 0, 1, 2)))
    return Group(*parts)


def _report_head(reading: Reading) -> tuple[tuple[str, str], ...]:
    report = reading.report
    day = day_words(report.published) if report.published else "publication date unknown"
    title = f"  {plain(report.title)}" if report.title else ""
    return ((plain(report_words(reading)), "bold"), (title, ""), (f"  {day}  {plain(report.source)}", "dim"))


def _table(*columns: str) -> Table:
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="bold dim", show_edge=False)
    for name in columns:
        fixed = name in _NEVER_FOLDED
        table.add_column(name, no_wrap=fixed, overflow="fold", justify="right" if name in _NUMBERS else "left")
    return table


def _mention_cells(reading: Reading, mention: EventMention) -> tuple[Text, ...]:
    return (
        _cell(mention.id[:_ID_SHOWN], "dim"),
        _cell(when_words(mention.time)),
        _cell(headline(mention)),
        _cell(mention.status, STATUS_STYLE[mention.status]),
        _cell(place_words(mention.place)),
        _cell("; ".join(f"{a.role} {a.name or a.text}" for a in mention.arguments)),
        _cell("; ".join(count_words(reading.counts[i]) for i in mention.counts)),
        _cell(_says_so(reading, mention)),
        _words(reading, mention),
    )


def _says_so(reading: Reading, mention: EventMention) -> str:
    voice = voice_of(reading, mention.voice)
    name = voice_words(voice, reading.report.outlet) if voice is not None else report_words(reading)
    chain = chain_of(reading, mention)
    sources = ", ".join(said_words(reading.attributions[i]) for i in chain)
    return f"{name}, citing {sources}" if sources else name


def _words(reading: Reading, mention: EventMention) -> Text:
    """Return the trigger in bold amid some of its sentence."""
    text, span = reading.report.text, mention.trigger.span
    sentence = sentence_at(text, span)
    left = max(sentence.start, span.start - _WORDS_AROUND)
    right = min(sentence.end, span.end + _WORDS_AROUND)
    before = ("…" if left > sentence.start else "") + text[left : span.start]
    after = text[span.end : right] + ("…" if right < sentence.end else "")
    return Text.assemble(_flat(before), (_flat(text[span.start : span.end]), "bold"), _flat(after))


def _flat(text: str) -> str:
    return plain(text).replace("\n", " ")


def events_table(events: Iterable[Event]) -> Table:
    """Return one row an event: how widely it is told, and where the reports contradict one another."""
    table = _table("id", "when", "what", "status", "where", "how many", "reports", "voices", "origins", "in conflict")
    for event in events:
        line = event_line(event)
        table.add_row(
            _cell(line.id[:_ID_SHOWN], "dim"),
            _cell(line.when),
            _cell(line.what),
            _cell(line.status, STATUS_STYLE[line.status]),
            _cell(line.where),
            _cell(line.how_many),
            _cell(str(event.reports)),
            _cell(str(event.voices)),
            _cell(str(event.origins)),
            _cell(", ".join(map(field_words, line.conflicts)), AGREEMENT_STYLE["conflict"]),
        )
    return table


def failures_table(readings: Iterable[Reading]) -> Table:
    """Return one row a report that could not be read or coded."""
    table = _table("kind", "what was wrong")
    for reading in readings:
        if reading.error is not None:
            table.add_row(_cell(reading.error.kind), _cell(reading.error.message))
    return table


def explain_mention(reading: Reading, mention: EventMention, colour: bool) -> RenderableType:
    """Return the record with its facts and the sentences behind it.

    colour: highlight the supporting words by style; otherwise they stand in square brackets.
    """
    head = Text.assemble(
        (headline(mention), "bold"), "  ", (mention.status, STATUS_STYLE[mention.status]), "  ", (mention.id, "dim")
    )
    return Group(head, Padding(_facts(reading, mention), (0, 0, 1, 2)), *_passages(reading, mention, colour))


def _facts(reading: Reading, mention: EventMention) -> Table:
    grid = Table.grid(padding=(0, 2))
    grid.add_column(style="dim", no_wrap=True)
    grid.add_column()
    above = None
    for fact in facts_of(reading, mention):
        value = _cell(f"{fact.value} ({fact.role})" if fact.role else fact.value)
        if fact.note:
            value.append(f"  {_cell(fact.note).plain}", "dim")
        grid.add_row("" if fact.label == above else fact.label, value)
        above = fact.label
    for i, (field, reason) in enumerate(unknowns_of(mention)):
        grid.add_row("" if i else "Not known", _cell(f"{field}: {reason}", "dim"))
    grid.add_row("Report", _cell(_report_line(reading)))
    return grid


def _report_line(reading: Reading) -> str:
    report = reading.report
    day = day_words(report.published) if report.published else "publication date unknown"
    return ", ".join(part for part in (report.outlet, day, report.title, report.source) if part)


def _passages(reading: Reading, mention: EventMention, colour: bool) -> Iterator[RenderableType]:
    for passage in passages_of(reading, mention):
        voice = passage.voice
        name = report_words(reading) if voice is None else voice_words(voice, reading.report.outlet)
        kind = "" if voice is None else voice_kind_words(voice)
        yield Padding(Text.assemble((plain(name), "bold"), (f"  {plain(kind)}", "dim")), (0, 0, 0, 2))
        yield Padding(_highlighted(reading.report.text, passage, colour), (0, 0, 1, 4))


def _highlighted(text: str, passage: Passage, colour: bool) -> Text:
    out = Text()
    at = passage.span.start
    for span in passage.support:
        out.append(_flat(text[at : span.start]))
        words = _flat(text[span.start : span.end])
        out.append(words if colour else f"[{words}]", "bold black on yellow" if colour else "")
        at = span.end
    return out.append(_flat(text[at : passage.span.end]))


def explain_event(event: Event, readings: Mapping[str, Reading], colour: bool) -> RenderableType:
    """Return the event, its fields with each value's tellers, and every mention with its words.

    readings: by mention id.
    """
    line = event_line(event)
    head = Text.assemble(
        (line.what, "bold"), "  ", (line.status, STATUS_STYLE[line.status]), "  ", (event.id, "dim"), "\n",
        _cell(", ".join(part for part in (line.when, line.where, spread_words(event)) if part)),
    )  # fmt: skip
    parts: list[RenderableType] = [head, Padding(_fields(event, readings), (1, 0, 1, 2))]
    for mention_id in event.mentions:
        reading = readings.get(mention_id)
        mention = next((m for m in reading.events if m.id == mention_id), None) if reading is not None else None
        if reading is not None and mention is not None:
            parts.append(explain_mention(reading, mention, colour))
    return Group(*parts)


def _fields(event: Event, readings: Mapping[str, Reading]) -> Table:
    grid = Table.grid(padding=(0, 2))
    for style in ("dim", "", ""):
        grid.add_column(style=style)
    for line in field_lines(event):
        state = Text(AGREEMENT_WORDS.get(line.agreement, ""), AGREEMENT_STYLE.get(line.agreement, ""))
        values = [f"{value}: {', '.join(_tellers(mentions, readings))}" for value, mentions in line.values]
        grid.add_row(plain(field_words(line.name)), state, _cell("; ".join(values)))
    return grid


def _tellers(mentions: Iterable[str], readings: Mapping[str, Reading]) -> Iterator[str]:
    """Yield who gives a value, each once."""
    names = (report_words(readings[m]) if m in readings else m for m in mentions)
    yield from dict.fromkeys(names)
