"""What place the narrative has set: for happenings whose own sentence names none.

Order: places that the same voice has set in the paragraph, then in the paragraph before; for a post or a quotation what the
outlet has set beside it; last the place of the dateline ("document").
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from typing import cast

from msgspec.structs import replace

from dateline.records import EventMention, MentionPlace, Reading, Span, Toponym, voice_at
from dateline.records.mention import Basis, PlacePrecision
from dateline.resolve.place_paths import ORIGIN_VERBS

# "LIMA, June 2 (Agency) - ", "PARIS —", "Cusco, 2 June 2019."
_DATELINE_TAIL = re.compile(r"^[^\n]{0,60}?(?:\s[-–—]{1,2}\s|\)\s*[-–—:]|—|^[^\n.]{0,30}\b\d{4}\b\s*[.\n])")
_DATELINE_WITHIN = 300
_OLD_DAYS = 60
# What a post tells of these is likely to be the outlet's story; its own people may have been hurt or remembered anywhere.
IN_PUBLIC = frozenset(("PROTEST", "COERCE"))
_SCENE = frozenset("in at near outside inside around on across past through into".split())


class Narrative:
    """The places that a report's voices have set so far."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        text = reading.report.text
        self._paragraphs = [0, *(match.end() for match in re.finditer(r"\n+", text))]
        self._set: list[tuple[Span, str, MentionPlace]] = []
        self._dateline = dateline_place(reading)

    def set_place(self, mention: EventMention, place: MentionPlace) -> None:
        """Note the place of a mention; later mentions of the voice inherit it."""
        if place.basis == "stated" and mention.status not in ("hypothetical",):
            self._set.append((mention.trigger.span, mention.voice, place))

    def place_for(self, mention: EventMention) -> MentionPlace | None:
        """Return the place that a mention inherits, or None."""
        if self._background(mention):
            return None
        at = self._paragraph(mention.trigger.span.start)
        for voice in self.voices(mention):
            for back in (0, 1):
                place = self._from_mentions(mention, voice, at - back) or self._from_names(mention, voice, at - back)
                if place is not None:
                    return replace(place, basis="inherited")
        if self._is_posts(mention) and mention.type not in IN_PUBLIC:
            return None
        main = self._main(mention)
        main = main if main is not None or self._dateline is not None else self._dominant(mention)
        return replace(main, basis="inherited") if main is not None else self._dateline

    def _is_posts(self, mention: EventMention) -> bool:
        return any(voice.id == mention.voice and voice.kind == "post" for voice in self.reading.voices)

    def finer_in_post(self, mention: EventMention, area: Toponym) -> MentionPlace | None:
        """Return the town that a post has opened with where its sentence tells the country only ("In Lima. ... across Peru")."""
        if area.precision != "country" or not self._is_posts(mention):
            return None
        named = self._named_before(mention)
        return named if named is not None and named.country == area.country else None

    def _named_before(self, mention: EventMention) -> MentionPlace | None:
        """Return the last town or spot that the mention's voice has named before it."""
        before = [
            (number, toponym)
            for number, toponym in enumerate(self.reading.toponyms)
            if toponym.span.end <= mention.trigger.span.start
            and toponym.kind == "literal"
            and toponym.precision in ("town", "venue", "admin2")
            and voice_at(self.reading.voices, toponym.span.start).id == mention.voice
        ]
        return mention_place(before[-1][1], before[-1][0], "inherited") if before else None

    def is_dateline(self, number: int) -> bool:
        """Tell whether a toponym is the dateline's: it tells where the report was written, not what happened there."""
        return self._dateline is not None and self._dateline.toponym == number

    def _main(self, mention: EventMention) -> MentionPlace | None:
        """Return the place that the mention's voice, or one around it, has set most often, the latest of equals."""
        voices = self.voices(mention)
        told = [place for span, who, place in self._set if who in voices and span.start < mention.trigger.span.start]
        counts = Counter((p.name.casefold(), p.country) for p in told)
        return max(told, key=lambda p: counts[p.name.casefold(), p.country], default=None) if told else None

    def _background(self, mention: EventMention) -> bool:
        """Tell whether the text dates the mention long before the report: then the narrative's place is not its own."""
        published, time = self.reading.report.published, mention.time
        return bool(
            published and time and time.from_ and time.basis == "stated" and (published - time.from_).days > _OLD_DAYS
        )

    def _dominant(self, mention: EventMention) -> MentionPlace | None:
        """Return the town that the report names at least twice as often as any other, and ahead of the mention."""
        named = [
            (n, t) for n, t in enumerate(self.reading.toponyms) if t.kind == "literal" and t.feature in ("P", "PPLC")
        ]
        counts = Counter(t.name for _, t in named).most_common(2)
        if not counts or (len(counts) == 2 and counts[0][1] < 2 * counts[1][1]):
            return None
        sentence = self._sentence(mention)
        for number, toponym in named:
            if toponym.name == counts[0][0] and toponym.span.start < sentence.start:
                return mention_place(toponym, number, "inherited")
        return None

    def _sentence(self, mention: EventMention) -> Span:
        """Return the sentence of the trigger."""
        parse = self.reading.grammar()
        token = parse.head_of(mention.trigger.span)
        return parse.sentence_span(token.sentence) if token is not None else mention.trigger.span

    def voices(self, mention: EventMention) -> list[str]:
        """Return the mention's voice and the voices around it."""
        parents = {voice.id: voice.parent for voice in self.reading.voices}
        out, voice = [], mention.voice
        while voice is not None and voice not in out:
            out.append(voice)
            voice = parents.get(voice) or None  # type: ignore[assignment]
        return out

    def _paragraph(self, offset: int) -> int:
        return bisect_right(self._paragraphs, offset) - 1

    def _from_mentions(self, mention: EventMention, voice: str, paragraph: int) -> MentionPlace | None:
        for span, who, place in reversed(self._set):
            if who == voice and self._paragraph(span.start) == paragraph and span.start < mention.trigger.span.start:
                return place
        return None

    def _from_names(self, mention: EventMention, voice: str, paragraph: int) -> MentionPlace | None:
        """Return the nearest name of a town or spot ahead of the trigger in the paragraph."""
        best: tuple[int, Toponym] | None = None
        sentence = self._sentence(mention)
        for number, toponym in enumerate(self.reading.toponyms):
            if toponym.span.start >= mention.trigger.span.start:
                break
            if sentence.covers(toponym.span):
                break  # the mention's own sentence has been asked
            if self._paragraph(toponym.span.start) == paragraph and self._sets_scene(toponym, voice):
                best = (number, toponym)
        return mention_place(best[1], best[0], "inherited") if best is not None else None

    def _sets_scene(self, toponym: Toponym, voice: str) -> bool:
        if toponym.kind != "literal" or toponym.precision not in ("town", "venue", "admin2"):
            return False
        speaker = voice_at(self.reading.voices, toponym.span.start)
        if speaker.id != voice:
            return False
        return (
            speaker.kind == "post"
            or _heads_line(self.reading.report.text, toponym)
            or (_preposition(self.reading, toponym) in _SCENE and _governor(self.reading, toponym) not in ORIGIN_VERBS)
        )


def _heads_line(text: str, toponym: Toponym) -> bool:
    """Tell whether the name is a label at the head of a line: "- Cusco: ..."."""
    line = text.rfind("\n", 0, toponym.span.start) + 1
    return not any(c.isalnum() for c in text[line : toponym.span.start]) and text[toponym.span.end :][:1] == ":"


def _shown(toponym: Toponym) -> str:
    """Return the name as the text writes it, or the gazetteer's for capitals, lower case and people's names ("Malians")."""
    other = toponym.text.isupper() or toponym.text.islower() or toponym.kind == "associative"
    return toponym.name if other and toponym.name else toponym.text


def mention_place(toponym: Toponym, number: int, basis: Basis) -> MentionPlace:
    """Return a toponym as the place of a mention.

    The point that the toponym layer guesses for an unlisted town, some town near by, is no point of a record.
    """
    unresolved = {k: v for k, v in toponym.unresolved.items() if k != "confidence"}
    lat, lon, precision = toponym.lat, toponym.lon, cast("PlacePrecision | None", toponym.precision)
    if toponym.geonameid is None and toponym.feature is None:
        lat = lon = precision = None
        unresolved["lat"] = unresolved["lon"] = unresolved["precision"] = "no-point"
    return MentionPlace(
        toponym=number, name=_shown(toponym), geonameid=toponym.geonameid, admin1=toponym.admin1, country=toponym.country,
        lat=lat, lon=lon, precision=precision, basis=basis, unresolved=unresolved,
    )  # fmt: skip


def _preposition(reading: Reading, toponym: Toponym) -> str:
    parse = reading.grammar()
    head = parse.head_of(toponym.span)
    if head is None:
        return ""
    for token in parse.ancestors(head.i):
        if token.pos == "ADP" and token.lower != "of":
            return token.lower
        if token.pos in ("VERB", "AUX"):
            return ""
    return ""


def _governor(reading: Reading, toponym: Toponym) -> str:
    """Return the lemma of the verb above a name, or ""."""
    parse = reading.grammar()
    head = parse.head_of(toponym.span)
    return next((t.lemma for t in parse.ancestors(head.i) if t.pos == "VERB"), "") if head is not None else ""


def dateline_place(reading: Reading) -> MentionPlace | None:
    """Return the place of the dateline at the head of the text ("LIMA, June 2 (Agency) -"), or None."""
    text = reading.report.text
    for number, toponym in enumerate(reading.toponyms[:3]):
        start = toponym.span.start
        if start > _DATELINE_WITHIN:
            break
        line = text.rfind("\n", 0, start) + 1
        tail = text[toponym.span.end : toponym.span.end + 80]
        if text[line:start].strip() == "" and _DATELINE_TAIL.match(tail):
            return mention_place(toponym, number, "document")
    return None
