"""The left side of a report's page: the text by voice, with everything marked that a record rests on."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from dateline.explore.layout import Section, sections_of
from dateline.explore.marks import Mark, Piece, cut
from dateline.explore.render import anchor, web_link
from dateline.explore.words import count_words, day_words, place_words, platform_words, voice_words, when_words
from dateline.records import MentionPlace, Reading, Span, Voice

HUES = 6
TITLES = {"trigger": "happening", "who": "takes part", "source": "source", "cue": "reporting word"}
KIND_ORDER = ("signature", "quote", "source", "cue", "who", "place", "time", "count", "loaded", "trigger")


@dataclass(frozen=True, slots=True)
class PieceView:
    """Text with its classes. anchors: ids of marks that begin here; notes: records (number, anchor) of a trigger."""

    text: str
    classes: str = ""
    anchors: tuple[str, ...] = ()
    href: str | None = None
    title: str = ""
    notes: tuple[tuple[int, str], ...] = ()


@dataclass(frozen=True, slots=True)
class ParagraphView:
    """A paragraph. kind: "paragraph", "heading" or "item"; labels: (name, hue) of the quotations that begin in it."""

    kind: str
    labels: tuple[tuple[str, int], ...]
    pieces: tuple[PieceView, ...]


@dataclass(frozen=True, slots=True)
class SectionView:
    """The outlet's text or one post. hue: colour number of the speaker, 0 for the outlet. depth: 0 to 3."""

    key: str
    post: bool
    hue: int
    depth: int
    continued: bool
    speaker: str
    handle: str
    platform: str
    posted: str
    link: str | None
    paragraphs: tuple[ParagraphView, ...]


class TextColumn:
    """Lays out one reading's text. uses: for each mark key the mentions (number, id) that rest on it."""

    def __init__(self, reading: Reading, marks: Sequence[Mark], uses: Mapping[str, Sequence[tuple[int, str]]]) -> None:
        self.reading = reading
        self.text = reading.report.text
        self.marks = marks
        self.uses = uses
        self.hues = hues_of(reading)
        self.quotes = {f"voice-{v.id}": v for v in reading.voices if v.kind == "quote"}
        self._starts = [mark.span.start for mark in marks]
        self._reach = _reach(marks)
        self._anchored: set[str] = set()

    def sections(self) -> Iterator[SectionView]:
        """Yield the sections in text order."""
        for section in sections_of(self.reading):
            yield self._section(section)

    def _section(self, section: Section) -> SectionView:
        voice = section.voice
        post = voice is not None and voice.kind == "post"
        return SectionView(
            key=anchor(f"voice-{voice.id}") if voice is not None else "",
            post=post,
            hue=self.hues.get(voice.id, 0) if voice is not None and post else 0,
            depth=min(section.depth, 3),
            continued=section.continued,
            speaker=voice_words(voice, self.reading.report.outlet) if voice is not None else "",
            handle=(voice.handle or "") if voice is not None else "",
            platform=platform_words(voice.platform) if voice is not None else "",
            posted=day_words(voice.posted) if voice is not None and voice.posted else "",
            link=web_link(voice.url) if voice is not None else None,
            paragraphs=tuple(self._paragraph(span) for span in section.paragraphs),
        )

    def _paragraph(self, span: Span) -> ParagraphView:
        near = self._near(span)
        quotes = [m for m in near if m.kind == "quote" and span.start <= m.span.start < span.end]
        labels = tuple(self._label(m) for m in quotes)
        pieces = tuple(self._piece(piece) for piece in cut(span.start, span.end, near))
        return ParagraphView(_kind_at(self.reading, span.start), labels, pieces)

    def _near(self, span: Span) -> Sequence[Mark]:
        """Return a run of marks that holds all those overlapping the span."""
        last = bisect_left(self._starts, span.end)
        first = bisect_right(self._reach, span.start, 0, last)
        return self.marks[first:last]

    def _label(self, mark: Mark) -> tuple[str, int]:
        voice = self.quotes[mark.key]
        return voice_words(voice, None), self.hues.get(voice.id, 0)

    def _piece(self, piece: Piece) -> PieceView:
        text = piece.span.of(self.text)
        if not piece.marks:
            return PieceView(text)
        kinds = {mark.kind for mark in piece.marks}
        classes: list[str] = [kind for kind in KIND_ORDER if kind in kinds]
        classes += [f"hue{self.hues.get(self.quotes[m.key].id, 0)}" for m in piece.marks if m.kind == "quote"][-1:]
        classes += dict.fromkeys(anchor(mark.key) for mark in piece.marks)
        begins = [anchor(mark.key) for mark in piece.marks if mark.span.start == piece.span.start]
        titles = (self._title(mark) for mark in reversed(piece.marks))
        title = "; ".join(dict.fromkeys(filter(None, titles)))
        return PieceView(text, " ".join(classes), self._fresh(begins), self._href(piece), title, self._notes(piece))

    def _fresh(self, keys: Sequence[str]) -> tuple[str, ...]:
        """Return the keys that have no anchor on the page yet, and remember them."""
        fresh = tuple(key for key in dict.fromkeys(keys) if key not in self._anchored)
        self._anchored.update(fresh)
        return fresh

    def _href(self, piece: Piece) -> str | None:
        """Return where the words lead: to their record, or to their entry when none or several use them."""
        marks = [mark for mark in piece.marks if mark.kind not in {"quote", "signature"}]
        if not marks:
            return None
        mark = next((m for m in reversed(marks) if m.kind == "trigger"), marks[-1])
        users = self.uses.get(mark.key, ())
        if len(users) == 1 or mark.kind in {"trigger", "who"}:
            return f"#{anchor(users[0][1])}" if users else None
        return f"#entry-{anchor(mark.key)}"

    def _notes(self, piece: Piece) -> tuple[tuple[int, str], ...]:
        ends = [m for m in piece.marks if m.kind == "trigger" and m.span.end == piece.span.end]
        return tuple(sorted((number, anchor(i)) for mark in ends for number, i in self.uses.get(mark.key, ())))

    def _title(self, mark: Mark) -> str:
        """Say in a few words what a mark means; the records and entries say it at length."""
        index = mark.key.rpartition("-")[2]
        if mark.kind == "loaded":
            loaded = self.reading.loaded[int(index)]
            return f"{loaded.why}; plain: {loaded.plain or 'no plain counterpart'}"
        if mark.kind == "time":
            time = self.reading.times[int(index)]
            return f"time: {when_words(time) or time.value or 'not on the calendar'}"
        if mark.kind == "count":
            return f"number: {count_words(self.reading.counts[int(index)])}"
        if mark.kind == "place":
            return f"place: {toponym_words(self.reading, int(index))}"
        return {"trigger": "happening", "who": "takes part", "source": "source", "cue": "reporting word"}.get(
            mark.kind, ""
        )


def toponym_words(reading: Reading, index: int) -> str:
    """Name the place that a toponym denotes, or say that it is unknown."""
    top = reading.toponyms[index]
    if top.name is None:
        return "not in the gazetteer"
    return place_words(
        MentionPlace(
            toponym=index, name=top.name, geonameid=None, admin1=top.admin1, country=top.country, lat=None, lon=None,
            precision=None, basis="stated",
        )
    )  # fmt: skip


def hues_of(reading: Reading) -> dict[str, int]:
    """Give each voice but the outlet's a colour number from 1 to HUES; one speaker keeps one colour."""
    hues: dict[str, int] = {}
    names: dict[str, int] = {}
    for voice in reading.voices:
        if voice.kind != "outlet":
            hues[voice.id] = names.setdefault(_speaker_key(voice), len(names) % HUES + 1)
    return hues


def _speaker_key(voice: Voice) -> str:
    return voice.speaker or voice.handle or voice.id


def _kind_at(reading: Reading, offset: int) -> str:
    """Return the kind of the block that the offset lies in."""
    blocks = reading.report.blocks
    i = bisect_right(blocks, offset, key=lambda block: block.span.start) - 1
    kind = blocks[i].kind if i >= 0 and offset < blocks[i].span.end else "paragraph"
    return kind if kind in {"heading", "item"} else "paragraph"


def _reach(marks: Sequence[Mark]) -> list[int]:
    """Return for each mark the furthest end of it and all before it (non-decreasing, for bisection)."""
    reach: list[int] = []
    for mark in marks:
        reach.append(max(mark.span.end, reach[-1] if reach else 0))
    return reach
