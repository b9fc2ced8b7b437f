"""On what day each voice speaks: a post when it was posted, a quotation when it was said, the outlet on its day of issue."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date

from dateline.annotate.calendar import Moment
from dateline.annotate.clock import Clock
from dateline.annotate.expressions import Expression
from dateline.annotate.timing import Timing
from dateline.records import Parse, Reading, Token, Voice, voice_at
from dateline.reference.times import TimeGrammar


@dataclass(frozen=True, slots=True)
class Placed:
    """An expression with what it came to. verb: of its clause; lead: the word before it, in lower case."""

    expression: Expression
    timing: Timing
    verb: Token | None
    lead: str


def is_day(moment: Moment) -> bool:
    """Tell whether a stretch is one day."""
    return (moment.end - moment.start).days == 1


def note_statement(parse: Parse, clock: Clock, placed: Placed, grammar: TimeGrammar) -> None:
    """Keep the day on which somebody said something, where the sentence names no other: "she said on Friday. That night ..."."""
    verb, moment = placed.verb, placed.timing.moment
    if verb is None or moment is None or not is_day(moment) or verb.lemma not in grammar.words["reporting"]:
        return
    told = clock.named_by >= 0 and parse.tokens[clock.named_by].sentence == verb.sentence
    clock.said = None if told else moment.start


@dataclass(slots=True)
class SpeechDays:
    """Gives each voice of a reading its clock.

    placed, clocks: what the tagging has found so far and the clocks it has, both still growing.
    spoken_at: where in the text a dateline or heading stands, and its day.
    """

    reading: Reading
    grammar: TimeGrammar
    placed: list[Placed]
    clocks: dict[str, Clock]
    spoken_at: list[tuple[int, date | None]] = field(default_factory=list)

    @property
    def parse(self) -> Parse:
        """The reading's parse."""
        return self.reading.grammar()

    @property
    def text(self) -> str:
        """The report's text."""
        return self.reading.report.text

    def new_clock(self, voice: Voice) -> Clock:
        """Return the clock of a voice as it begins to speak."""
        if voice.kind == "post":
            return Clock(voice.posted, "post", voice.posted)
        published = self.reading.report.published
        if voice.kind == "outlet":
            return Clock(published, "document")
        said = self._said_on(voice) or self._said_before(voice)
        if said is None:
            parent = next((v for v in self.reading.voices if v.id == voice.parent), None)
            said = parent.posted if parent is not None and parent.kind == "post" else self._spoken(voice.span.start)
        return Clock(said, "quotation", self._quoted_day(voice) or said)

    def _quoted_day(self, voice: Voice) -> date | None:
        """Return the day that the quotation before this one in its paragraph had got to, since a speaker goes on."""
        quotes = [v for v in self.reading.voices if v.kind == "quote" and v.span.end <= voice.span.start]
        last = max(quotes, key=lambda v: v.span.end, default=None)
        if last is None or last.id not in self.clocks or "\n" in self.text[last.span.end : voice.span.start]:
            return None
        return self.clocks[last.id].today

    def told_at(self, offset: int) -> date | None:
        """Return the day that the outlet has told of last in a paragraph or the one before, None where it told of none.

        What was said on a day, or is set for one, is not told of it.
        """
        reporting, published = self.grammar.words["reporting"], self.reading.report.published
        for placed in reversed(self.placed):
            moment, verb = placed.timing.moment, placed.verb
            if placed.expression.span.end > offset or moment is None or not is_day(moment):
                continue
            if len(re.findall(r"\n+", self.text[placed.expression.span.end : offset])) > 1:
                return None
            ahead = published is not None and moment.start > published
            said = verb is not None and verb.lemma in reporting
            if not ahead and not said and self._owner(placed) == "outlet":
                return moment.start
        return None

    def _spoken(self, offset: int) -> date | None:
        """Return the day on which the outlet speaks at a place in the text."""
        before = [day for at, day in self.spoken_at if at <= offset]
        return before[-1] if before else self.reading.report.published

    def _said_on(self, voice: Voice) -> date | None:
        """Return the day that the words around a quotation give for its saying."""
        for attribution in self.reading.attributions:
            if attribution.cue is None or not attribution.content.span.overlaps(voice.span):
                continue
            cue = self.parse.head_of(attribution.cue.span)
            for placed in self.placed:
                moment = placed.timing.moment
                at_cue = cue is not None and placed.verb is not None and placed.verb.i == cue.i
                if at_cue and moment is not None and is_day(moment):
                    return moment.start
        return None

    def _said_before(self, voice: Voice) -> date | None:
        """Return the day on which the paragraph's words before a quotation were said (she said on Sunday: "...")."""
        reporting = self.grammar.words["reporting"]
        for placed in reversed(self.placed):
            span, moment = placed.expression.span, placed.timing.moment
            if span.end > voice.span.start:
                continue
            if "\n" in self.text[span.end : voice.span.start]:
                return None
            said = placed.verb is not None and placed.verb.lemma in reporting
            if said and moment is not None and is_day(moment) and self._owner(placed) == "outlet":
                return moment.start
        return None

    def _owner(self, placed: Placed) -> str:
        return voice_at(self.reading.voices, placed.expression.span.start).kind
