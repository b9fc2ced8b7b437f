"""The times stage: finds temporal expressions and counts each from its own voice's clock."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from datetime import date
from itertools import islice

from msgspec.structs import replace as with_fields

from dateline.annotate.clock import Clock
from dateline.annotate.expressions import Expression, find_expressions
from dateline.annotate.named_times import numeric_date
from dateline.annotate.normalise import normalise
from dateline.annotate.tense import Tense, governor, tense_of
from dateline.annotate.timing import Context, Timing
from dateline.records import Parse, Reading, Report, Span, Time, Token, Voice, voice_at
from dateline.reference.times import TimeGrammar, dates_the_line, load_time_grammar

_NUMERIC = re.compile(r"\b(\d{1,2})([/-])(\d{1,2})\2(\d{4}|\d{2})\b")
_AFTER_STAMP = re.compile(r"\s*(?:[-–—:|]|\Z|[A-Z])")
_HEADING_MAX = 80
_EVENT_REACH = 200  # sentences with a day in which a happening is looked for
_DATELINE_DAYS = 10  # a dateline further from the publication date than this is a date told, not the day of writing
_PERSONAL = frozenset({"month", "weekday", "period"})


class TagTimes:
    """Finds TIMEX3 expressions with value, calendar extent and what they were counted from."""

    needs = ("voices", "parse")
    adds = ("times",)

    def __init__(self, grammar: TimeGrammar | None = None) -> None:
        self.grammar = grammar or load_time_grammar()

    def __call__(self, reading: Reading) -> Reading:
        """Return the reading with its times, in text order."""
        return with_fields(reading, times=_Tagging(reading, self.grammar).run())


@dataclass(frozen=True, slots=True)
class _Placed:
    """An expression with what it came to."""

    expression: Expression
    timing: Timing
    verb: Token | None


class _Tagging:
    """The work on one report: the clocks of its voices and the times found so far.

    planned: by voice, the end of its latest expression of a day to come, and that day.
    days: the first day that each sentence names.
    """

    def __init__(self, reading: Reading, grammar: TimeGrammar) -> None:
        self.reading = reading
        self.grammar = grammar
        self.parse: Parse = reading.grammar()
        self.text = reading.report.text
        self.order = numeric_order(reading.report, grammar)
        self.clocks: dict[str, Clock] = {}
        self.planned: dict[str, tuple[int, date]] = {}
        self.placed: list[_Placed] = []
        self.days: dict[int, date] = {}
        self.spoken_at: list[tuple[int, date | None]] = []

    def run(self) -> tuple[Time, ...]:
        """Return all times: the outlet's and the posts' first, for quotations count from what stands around them."""
        owned = [(voice_at(self.reading.voices, e.span.start), e) for e in find_expressions(self.text, self.grammar)]
        owned = [(voice, e) for voice, e in owned if self._is_time(e)]
        for voice, expression in owned:
            if voice.kind != "quote":
                self._place(voice, expression)
        for voice, expression in owned:
            if voice.kind == "quote":
                self._place(voice, expression)
        self.placed.sort(key=lambda p: p.expression.span)
        return tuple(to_time(p.expression.span, p.timing, self.text) for p in self.placed)

    def _is_time(self, expression: Expression) -> bool:
        """Tell whether the grammar around the expression lets it be a time: no person's name, no number of things."""
        token = self.parse.at(expression.span.start)
        if expression.kind in _PERSONAL and token is not None and token.entity == "PERSON":
            return False
        if expression.kind == "year" and len(expression.span) == 4:
            after = self.parse.at(expression.span.end + 1)
            dated = token is not None and token.entity == "DATE"
            return dated or after is None or after.tag != "NNS"
        return True

    def _place(self, voice: Voice, expression: Expression) -> None:
        clock = self._clock(voice)
        verb = governor(self.parse, expression.span)
        tense = tense_of(self.parse, verb, self.grammar)
        if tense == "past" and self._lead(expression) in self.grammar.words["ahead_leads"]:
            tense = "future"
        heading = voice.kind == "outlet" and _is_heading(self.text, expression)
        if expression.op == "weekday":
            expression = self._ranged(expression)
        if expression.op == "clock" and self._is_stamp(expression):
            expression = replace(expression, fields={**expression.fields, "stamp": True, "digital": True})
        context = Context(
            clock, tense, self.order, self._before(voice, clock, expression, tense), self._event_day(expression)
        )
        if heading:
            told = Clock(self.reading.report.published or clock.spoken, clock.anchor)
            context = replace(context, clock=told, tense="past")
        timing = normalise(expression, context)
        if expression.op == "event_day" and timing.type == "DURATION":
            expression = replace(expression, span=Span(expression.span.start, expression.fields["counted"]))
        self.placed.append(_Placed(expression, timing, verb))
        token = self.parse.at(expression.span.start)
        if token is not None and timing.moment is not None and (timing.moment.end - timing.moment.start).days == 1:
            self.days.setdefault(token.sentence, timing.moment.start)
        self._move(voice, clock, expression, timing, verb, tense, heading)

    def _clock(self, voice: Voice) -> Clock:
        clock = self.clocks.get(voice.id)
        if clock is None:
            clock = self.clocks[voice.id] = self._new_clock(voice)
        return clock

    def _new_clock(self, voice: Voice) -> Clock:
        if voice.kind == "post":
            return Clock(voice.posted, "post", voice.posted)
        published = self.reading.report.published
        if voice.kind == "outlet":
            return Clock(published, "document")
        said = self._said_on(voice)
        if said is None:
            parent = next((v for v in self.reading.voices if v.id == voice.parent), None)
            said = parent.posted if parent is not None and parent.kind == "post" else self._spoken(voice.span.start)
        return Clock(said, "quotation", said)

    def _spoken(self, offset: int) -> date | None:
        """Return the day on which the outlet speaks at a place in the text."""
        before = [day for at, day in self.spoken_at if at <= offset]
        return before[-1] if before else self.reading.report.published

    def _said_on(self, voice: Voice) -> date | None:
        """Return the day that the words around a quotation give for its saying."""
        for attribution in self.reading.attributions:
            if attribution.cue is None or not attribution.content.span.overlaps(voice.span):
                continue
            cue = self.parse.at(attribution.cue.span.start)
            for placed in self.placed:
                moment = placed.timing.moment
                at_cue = cue is not None and placed.verb is not None and placed.verb.i == cue.i
                if at_cue and moment is not None and (moment.end - moment.start).days == 1:
                    return moment.start
        return None

    def _before(self, voice: Voice, clock: Clock, expression: Expression, tense: Tense) -> date | None:
        """Return the narrative's day that "the following day" counts from, beside a date the day before that date."""
        previous = self.placed[-1] if self.placed else None
        if previous is not None and voice_at(self.reading.voices, previous.expression.span.start) is voice:
            gap = self.text[previous.expression.span.end : expression.span.start]
            if gap.strip() == "," and len(clock.seen) > 1:
                days = [seen.moment for seen in clock.seen[:-1] if (seen.moment.end - seen.moment.start).days == 1]
                return days[-1].start if days else clock.today
        planned = self.planned.get(voice.id)
        if tense == "future" and planned is not None and "\n" not in self.text[planned[0] : expression.span.start]:
            return planned[1]
        return clock.today

    def _move(
        self,
        voice: Voice,
        clock: Clock,
        expression: Expression,
        timing: Timing,
        verb: Token | None,
        tense: Tense,
        heading: bool,
    ) -> None:
        """Let the narrative go where the expression leads, unless it is only planned, background or the time of speech."""
        moment = timing.moment
        if moment is None:
            return
        if (
            voice.kind == "outlet"
            and (heading or dates_the_line(self.text, expression.span))
            and (moment.end - moment.start).days == 1
        ):
            published = self.reading.report.published
            if published is None or abs((moment.start - published).days) <= _DATELINE_DAYS:
                clock.speak_on(moment.start)
                self.spoken_at.append((expression.span.start, moment.start))
                return
        if voice.body is not None and not voice.body.covers(expression.span):
            return
        day = (moment.end - moment.start).days == 1
        if tense == "future" and clock.spoken is not None and moment.end > clock.spoken:
            if day:
                self.planned[voice.id] = (expression.span.end, moment.start)
            return
        clock.note(moment, timing.part, timing.hour, self._is_told(expression, verb))

    def _is_told(self, expression: Expression, verb: Token | None) -> bool:
        """Tell whether the expression says when something told happened, not when it was said or began."""
        if self._lead(expression) in self.grammar.words["background_leads"]:
            return False
        return verb is None or verb.lemma not in self.grammar.words["reporting"]

    def _lead(self, expression: Expression) -> str:
        """Return the word before an expression, in lower case."""
        lead = re.search(r"([^\W\d_]+)\s+$", self.text[max(0, expression.span.start - 16) : expression.span.start])
        return lead[1].lower() if lead else ""

    def _is_stamp(self, expression: Expression) -> bool:
        """Tell whether a clock time heads its line, as in a liveblog."""
        start = expression.span.start
        alone = not self.text[self.text.rfind("\n", 0, start) + 1 : start].strip()
        return alone and _AFTER_STAMP.match(self.text, expression.span.end) is not None

    def _ranged(self, expression: Expression) -> Expression:
        """Return the second weekday of a range ("from Friday to Sunday") with the first as its start."""
        previous = self.placed[-1] if self.placed else None
        if previous is None or previous.timing.moment is None or previous.expression.op not in ("weekday", "calendar"):
            return expression
        gap = self.text[previous.expression.span.end : expression.span.start]
        if gap.strip() not in self.grammar.words["range_words"]:
            return expression
        return replace(expression, fields={**expression.fields, "start": previous.timing.moment.start})

    def _event_day(self, expression: Expression) -> _EventDays:
        return _EventDays(self.parse, self.grammar, self.days, expression)


@dataclass(frozen=True, slots=True)
class _EventDays:
    """Finds the day of a happening by the words that named it before.

    days: the first day named in each sentence so far, in the order of the text.
    """

    parse: Parse
    grammar: TimeGrammar
    days: dict[int, date]
    expression: Expression

    def __call__(self, noun: str) -> date | None:
        """Return the day given in the latest earlier sentence with a word akin to the noun, or None."""
        words = self.grammar.event_words.get(noun.lower(), frozenset())
        for sentence in islice(reversed(self.days), _EVENT_REACH):
            if any(_akin(t, noun.lower()) for t in self._tokens(sentence)):
                return self.days[sentence]
        told = (s for s in islice(self.days, _EVENT_REACH) if any(t.lemma in words for t in self._tokens(s)))
        return next((self.days[s] for s in told), None)  # the first to tell of it: the report's lead

    def _tokens(self, sentence: int) -> list[Token]:
        first, last = self.parse.sentences[sentence]
        return [t for t in self.parse.tokens[first:last] if t.start < self.expression.span.start]


def _akin(token: Token, noun: str) -> bool:
    """Tell whether a word names what the noun names: the noun itself, or a verb of its stem ("marched", "rule" for "ruling")."""
    lemma = token.lemma
    if lemma == noun or token.pos not in ("VERB", "NOUN") or (token.pos == "NOUN" and not lemma.endswith("ing")):
        return lemma == noun
    shorter = min(len(lemma), len(noun))
    common = next((i for i, (a, b) in enumerate(zip(lemma, noun, strict=False)) if a != b), shorter)
    return shorter >= 4 and common >= max(3, shorter - 1)


def _is_heading(text: str, expression: Expression) -> bool:
    """Tell whether the expression ends a short line of its own that has no sentence in it: a day heading or a date of issue."""
    start, end = expression.span.start, expression.span.end
    line_start, line_end = text.rfind("\n", 0, start) + 1, text.find("\n", end)
    line = text[line_start : line_end if line_end >= 0 else len(text)]
    if expression.kind not in ("day", "weekday", "month_day") or len(line) > _HEADING_MAX:
        return False
    if expression.op == "shift" or text[end : line_start + len(line)].strip(" \t.-–—:"):
        return False
    before = text[line_start:start].strip()
    return not before or before.endswith((",", "|", "·", "-", "–", "—")) or len(before.split()) <= 3


def numeric_order(report: Report, grammar: TimeGrammar) -> str:
    """Return how the report orders bare dates in figures, "mdy" or "dmy".

    From its unambiguous dates, else from the order that brings the dates nearest to publication, else the language's.
    """
    votes: Counter[str] = Counter()
    for first, _, second, _ in _NUMERIC.findall(report.text):
        if int(first) > 12 >= int(second):
            votes["dmy"] += 1
        elif int(second) > 12 >= int(first):
            votes["mdy"] += 1
    if votes:
        return max(sorted(votes), key=lambda order: votes[order])
    return _nearest_order(report, grammar)


def _nearest_order(report: Report, grammar: TimeGrammar) -> str:
    distances = dict.fromkeys((grammar.numeric_order, "mdy", "dmy"), 0)
    for first, mark, second, year in _NUMERIC.findall(report.text):
        for order in distances:
            found = numeric_date([int(first), int(second), int(year)], mark, order)
            if found is not None and report.published is not None:
                distances[order] += abs((found - report.published).days)
    return min(distances, key=lambda order: distances[order])


def to_time(span: Span, timing: Timing, text: str) -> Time:
    """Write a timing as the record that the reading carries."""
    moment = timing.moment
    unresolved = {} if moment is not None else dict.fromkeys(("from", "to"), timing.reason or "vague")
    if timing.value is None:
        unresolved["value"] = timing.reason or "vague"
    return Time(
        span=span,
        text=span.of(text),
        type=timing.type,
        value=timing.value,
        from_=moment.start if moment else None,
        to=moment.end if moment else None,
        precision=moment.precision if moment else None,
        anchor=timing.anchor,
        warning=timing.warning,
        unresolved=unresolved,
    )
