"""Takes a reading, gives its text by voice: rows for programs, and a nested view for people."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

import msgspec
from rich.text import Text
from rich.tree import Tree

from dateline.explore.plain import plain
from dateline.explore.words import said_words, voice_kind_words, voice_words
from dateline.records import Attribution, Loaded, Reading, Span, Voice

KIND_STYLE = {"outlet": "bold", "post": "bold cyan", "quote": "bold green"}
_FIELDS = (
    "id",
    "parent",
    "kind",
    "speaker",
    "platform",
    "handle",
    "posted",
    "url",
    "hashtags",
    "hashtag_words",
    "media",
    "span",
)


def voice_rows(reading: Reading) -> Iterator[dict[str, Any]]:
    """Yield one row a voice: its record, how deep it nests, its own words, what it ascribes to others, its loaded words.

    own: spans of its words without the voices inside it; attributions: [{index, parent, source, name, cue, content, ...}].
    """
    depth = depths(reading.voices)
    for voice in reading.voices:
        record = msgspec.to_builtins(voice)
        row = {"report": reading.report.id, "source": reading.report.source, "depth": depth[voice.id]}
        row |= {name: record[name] for name in _FIELDS}
        row["text"] = voice.span.of(reading.report.text)
        row["own"] = [[span.start, span.end] for span in own_spans(voice, reading.voices)]
        row["attributions"] = [_said_row(reading, i, said) for i, said in _of(reading.attributions, voice)]
        row["loaded"] = [msgspec.to_builtins(mark) for mark in _marks(reading, voice)]
        yield row


def _said_row(reading: Reading, index: int, said: Attribution) -> dict[str, Any]:
    text = reading.report.text
    return {
        "index": index, "parent": said.parent, "source": said.source.text if said.source else None,
        "name": said.source.name if said.source else None, "cue": said.cue.text if said.cue else None,
        "commitment": said.commitment, "content": said.content.span.of(text),
        "span": [said.content.span.start, said.content.span.end],
    }  # fmt: skip


def depths(voices: Sequence[Voice]) -> dict[str, int]:
    """Return how many voices stand around each voice."""
    out: dict[str, int] = {}
    for voice in voices:
        out[voice.id] = 0 if voice.parent is None else out[voice.parent] + 1
    return out


def own_spans(voice: Voice, voices: Sequence[Voice]) -> list[Span]:
    """Return the stretches of a voice that belong to no voice inside it."""
    out, at = [], voice.span.start
    for inner in sorted((v for v in voices if v.parent == voice.id), key=lambda v: v.span.start):
        if inner.span.start > at:
            out.append(Span(at, inner.span.start))
        at = max(at, inner.span.end)
    if at < voice.span.end:
        out.append(Span(at, voice.span.end))
    return out


def _of(attributions: Sequence[Attribution], voice: Voice) -> list[tuple[int, Attribution]]:
    return [(i, said) for i, said in enumerate(attributions) if said.voice == voice.id]


def _marks(reading: Reading, voice: Voice) -> list[Loaded]:
    return [mark for mark in reading.loaded if mark.voice == voice.id]


def voice_tree(reading: Reading) -> Tree:
    """Return the voices of a report nested, each with its own words and with what it says that others say."""
    branches: dict[str, Tree] = {}
    for voice in reading.voices:
        label = _label(reading, voice)
        tree = Tree(label) if voice.parent is None else branches[voice.parent].add(label)
        branches[voice.id] = tree
        _add_sayings(tree, reading, voice)
    return branches[reading.voices[0].id]


def _label(reading: Reading, voice: Voice) -> Text:
    """Name the voice over its own words, voices inside it standing as their ids, loaded words marked."""
    name = plain(voice_words(voice, reading.report.outlet))
    handle = f" {plain(voice.handle)}" if voice.handle and voice.handle not in name else ""
    label = Text.assemble(
        (f"{voice.id} ", "dim"), (name, KIND_STYLE[voice.kind]), handle, (f"  {voice_kind_words(voice)}\n", "dim")
    )
    at = voice.span.start
    for inner in sorted((v for v in reading.voices if v.parent == voice.id), key=lambda v: v.span.start):
        label.append_text(_marked(reading, voice, Span(at, max(at, inner.span.start))))
        label.append(f"⟨{inner.id}⟩", style="dim")
        at = max(at, inner.span.end)
    return label.append_text(_marked(reading, voice, Span(at, max(at, voice.span.end))))


def _marked(reading: Reading, voice: Voice, span: Span) -> Text:
    """Return a stretch with its loaded words set apart and followed by the plain ones."""
    out, at, text = Text(), span.start, reading.report.text
    for mark in _marks(reading, voice):
        if not at <= mark.span.start < mark.span.end <= span.end:
            continue
        out.append(_flat(text[at : mark.span.start]))
        out.append(_flat(mark.text), style="yellow underline")
        out.append(f" [{plain(mark.plain)}]" if mark.plain else "", style="dim")
        at = mark.span.end
    return out.append(_flat(text[at : span.end]))


def _flat(words: str) -> str:
    """Return words that are safe to print, empty lines left out."""
    return re.sub(r"\n\s*\n", "\n", plain(words))


def _add_sayings(tree: Tree, reading: Reading, voice: Voice) -> None:
    """Hang what a voice says that others say below it, an ascription inside another below that."""
    below: dict[int, Tree] = {}
    for index, said in sorted(_of(reading.attributions, voice), key=lambda pair: _depth(reading.attributions, pair[0])):
        words = " ".join(plain(said.content.span.of(reading.report.text)).split())
        line = Text.assemble((plain(said_words(said)), "magenta"), (f" · {said.commitment}: ", "dim"), words)
        parent = below.get(said.parent, tree) if said.parent is not None else tree
        below[index] = parent.add(line)


def _depth(attributions: Sequence[Attribution], index: int) -> int:
    depth = 0
    parent = attributions[index].parent
    while parent is not None and depth < len(attributions):
        depth, parent = depth + 1, attributions[parent].parent
    return depth
