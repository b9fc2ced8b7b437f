"""The times stage: finds temporal expressions and counts each from its own voice's clock."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from msgspec.structs import replace as with_fields

from dateline.annotate import tense as verbs
from dateline.annotate.calendar import DAYS_IN, Moment, day_of, duration_value, plus_days
from dateline.annotate.clock import Clock
from dateline.annotate.event_days import EventDays
from dateline.annotate.expressions import Expression, find_expressions
from dateline.annotate.heads import EntryDates, is_heading
from dateline.annotate.normalise import normalise
from dateline.annotate.outlet_habits import figure_order, outlet_country
from dateline.annotate.speech_days import Placed, SpeechDays, is_day, note_statement
from dateline.annotate.tense import (
    Tense,
    announces,
    calls,
    governor,
    is_planned,
    is_sudden,
    is_under_way,
    lasts_now,
    starts_then,
    tense_of,
)
from dateline.annotate.timing import Context, Timing, known, to_time
from dateline.records import Parse, Reading, Span, Time, Token, Voice, voice_at
from dateline.reference.times import TimeGrammar, dates_the_line, load_time_grammar, puts_off

_AFTER_STAMP = re.compile(r"\s*(?:[-–—:|]|\Z|[A-Z])")
_WHEN = re.compile(r",? when\b")
_DATELINE_DAYS = 10  # a dateline further from the publication date than this is a date told, not the day of writing
_BACKGROUND_DAYS = 31  # a day longer ago is background: with its paragraph the narrative leaves it
_DESCRIBING = ("compound", "amod", "nummod", "nmod", "poss")
_DESCRIBED_WITHIN = 3  # words
_DASHES = ("-", "–", "—")
_MODIFIERS = ("relcl", "acl")  # clauses that tell of a noun
_WITHIN_DAY = ("clock", "part")
_PERSONAL = frozenset({"month", "weekday", "period"})
_NAMING = frozenset({"month", "month_day"})


class TagTimes:
    """Finds TIMEX3 expressions with value, calendar extent and what they were counted from."""

    needs = ("voices", "parse")
    adds = ("times",)

    def __init__(self, grammar: TimeGrammar | None = None) -> None:
        self.grammar = grammar or load_time_grammar()

    def __call__(self, reading: Reading) -> Reading:
        """Return the reading with its times, in text order."""
        return with_fields(reading, times=_Tagging(reading, self.grammar).run())


class _Tagging:
    """The work on one report: the clocks of its voices and the times found so far.

    planned: by voice, the end of its latest expression of a day to come, and that day.
    days: what the sentences name. read_to: how far the outlet's text is read.
    """

    def __init__(self, reading: Reading, grammar: TimeGrammar) -> None:
        self.reading = reading
        self.grammar = grammar
        self.parse: Parse = reading.grammar()
        self.text = reading.report.text
        self.order = figure_order(reading.report, grammar)
        self.south = outlet_country(reading.report, grammar) in grammar.words["southern_countries"]
        self.clocks: dict[str, Clock] = {}
        self.planned: dict[str, tuple[int, date]] = {}
        self.placed: list[Placed] = []
        self.days = EventDays(self.parse, grammar)
        self.entries = EntryDates(reading)
        self.read_to = 0
        self.speech = SpeechDays(reading, grammar, self.placed, self.clocks)

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
        self.placed[:] = [self._looked_ahead(placed) for placed in self.placed]
        self.placed.sort(key=lambda p: p.expression.span)
        return tuple(to_time(p.expression.span, p.timing, self.text) for p in self.placed)

    def _looked_ahead(self, placed: Placed) -> Placed:
        """Place what hangs on a happening whose day only a later sentence gives."""
        expression = placed.expression
        if expression.op != "event_day" or placed.timing.moment is not None or placed.timing.type != "DATE":
            return placed
        voice = voice_at(self.reading.voices, expression.span.start)
        context = Context(
            clock=self._clock(voice),
            tense="past",
            order=self.order,
            before=None,
            event_day=lambda noun, after: self.days.find(noun, after, len(self.text)),
        )
        return replace(placed, timing=normalise(expression, context))

    def _is_time(self, expression: Expression) -> bool:
        """Tell whether the grammar around the expression lets it be a time: no person's name, no number of things."""
        token = self.parse.at(expression.span.start)
        if expression.kind in _PERSONAL and token is not None and (token.entity == "PERSON" or self._names(token)):
            return False
        behind = self.parse.at(expression.span.end + 1)
        if expression.kind in _NAMING and behind is not None and behind.lower in self.grammar.words["named_after_days"]:
            return not behind.text[0].isupper()
        if expression.kind == "year" and len(expression.span) == 4:
            after = self.parse.at(expression.span.end + 1)
            dated = token is not None and (token.entity == "DATE" or token.dep == "pobj")
            return dated or after is None or after.tag != "NNS" or self.entries.opens(expression.span)
        return True

    def _names(self, token: Token) -> bool:
        """Tell whether a word stands inside a name of three or more words ("Brigadier Sunday Ode")."""
        around = self.parse.tokens[token.i - 1 : token.i + 2] if token.i else ()
        return token.dep == "compound" and [t.head for t in around[:2]] == [t.i for t in around[2:]] * 2

    def _place(self, voice: Voice, expression: Expression) -> None:
        clock = self._clock(voice)
        start = expression.span.start
        if voice.kind == "outlet":
            if "\n" in self.text[self.read_to : start]:
                clock.turn()
            self.read_to = start
        verb = governor(self.parse, expression.span)
        lead = self._lead(expression)
        tense = self._tense(expression, lead, verb, voice.kind == "post")
        heading = voice.kind == "outlet" and is_heading(self.text, expression)
        expression = self.entries.with_year(self._in_its_place(expression))
        context = self._context(voice, clock, expression, verb, tense)
        if heading:
            told = Clock(self.reading.report.published or clock.spoken, clock.anchor)
            context = replace(context, clock=told, tense="past")
        timing = self._apposed(expression) or self._length(expression) or normalise(expression, context)
        if expression.op == "event_day" and timing.type == "DURATION":
            expression = replace(expression, span=Span(start, expression.fields["counted"]))
        self.entries.note(expression, timing.moment)
        self.placed.append(Placed(expression, timing, verb, lead))
        token = self.parse.at(start)
        counted = expression.op == "event_day"
        if token is not None and not counted and timing.moment is not None and is_day(timing.moment):
            self.days.note(token.sentence, timing.moment.start, verb)
        elif token is not None and not counted and timing.moment is not None:
            self.days.note_vague(token.sentence)
        self._move(voice, clock, self.placed[-1], tense, heading)
        bare = expression.op == "weekday" and expression.fields.get("which") is None and not heading
        clock.weekly = clock.weekly or (bare and timing.anchor == "document")

    def _length(self, expression: Expression) -> Timing | None:
        """Return the mere length of "a day after the court ruled": its day is that of the clause, less so much."""
        fields = expression.fields
        end = fields.get("counted", expression.span.end)
        joint = self.parse.at(end + 1)
        if expression.op != "event_day" or end == expression.span.end or joint is None or joint.dep != "mark":
            return None
        happens = fields["noun"] in self.grammar.event_words or not self.parse.kids(joint.head, "dobj")
        if happens or not isinstance(fields.get("n"), int):
            return None  # "a day after the strike began", "after the blast killed two": the noun is the happening
        return Timing("DURATION", duration_value(float(fields["n"]), fields["unit"]), reason="not-a-date")

    def _apposed(self, expression: Expression) -> Timing | None:
        """Return the day of "March 1, a day before the vote": the date's, which also tells the happening's."""
        previous = self.placed[-1] if self.placed else None
        moment = previous.timing.moment if previous is not None else None
        if expression.op != "event_day" or previous is None or moment is None or not is_day(moment):
            return None
        gap = self.text[previous.expression.span.end : expression.span.start].strip()
        if gap not in (",", "(", "-", "–", "—"):
            return None
        fields = expression.fields
        n = fields.get("n", fields.get("nth", 1) - 1)
        if n != "X" and "weekday" not in fields and fields["unit"] in DAYS_IN:
            day = plus_days(moment.start, -round(min(n, 9999)) * DAYS_IN[fields["unit"]] * fields["sign"])
            if day is not None:
                self.days.known[str(fields["noun"]).lower()] = day
        return known(day_of(moment.start), "event")

    def _tense(self, expression: Expression, lead: str, verb: Token | None, post: bool) -> Tense:
        tense = tense_of(self.parse, verb, self.grammar, expression.span)
        words = self.grammar.words
        wordless = verb is None or verb.pos not in ("VERB", "AUX")
        if post and (wordless or lead in words["until_words"]):
            return "present"  # "Same place on Saturday!"
        sudden = is_sudden(self.parse, expression.span, self.grammar)
        if (lead in words["since_words"] or sudden) and expression.op == "weekday":
            return "past"
        if expression.op == "weekday" and is_planned(self.parse, expression.span, self.grammar):
            return "future"
        if lead in words["until_words"] and verb is not None and lasts_now(self.parse, verb):
            return "future"  # "has closed the port until Friday", "fares stay there until May"
        if lead in words["by_words"] and tense == "past" and verb is not None and expression.span.end < verb.start:
            return "past"  # "By Friday the town was quiet again"
        counted = expression.op in ("weekday", "calendar") and tense == "past" and verb is not None
        if counted and verb is not None and calls(self.parse, verb, self.grammar, expression.span):
            return "future" if expression.op == "weekday" else "present"  # "invited them to Bern in May": the nearest
        by_day = expression.op == "calendar" and expression.fields.get("day") is not None
        if tense == "past" and by_day and announces(self.parse, verb, self.grammar, expression.span):
            return "present"  # "announced a march on 4 April", "notice of a strike starting on 4 April": the nearest
        if tense == "past" and starts_then(self.parse, verb, lead, self.grammar):
            return "present"  # "ordered a boycott from Friday", "from 2 December": the next, the nearest
        until = lead in words["until_words"] and expression.op == "calendar"
        if tense == "past" and until and verb is not None and verb.lemma in words["limiting_words"]:
            return "present"  # "forbade marches until 30 June": the nearest
        if wordless and expression.op == "calendar":
            return "present"  # "A vigil at the gate on 9 December."
        if tense == "past" and self._is_ahead(lead, verb) and not self._ends_range(expression):
            return "present"
        return tense

    def _is_ahead(self, lead: str, verb: Token | None) -> bool:
        """Tell whether the word before a time sets a day still ahead in a clause told of the past ("put off until Friday")."""
        words = self.grammar.words
        if lead in words["until_words"]:
            return verb is not None and (
                puts_off(self.parse, verb, self.grammar) or verb.lemma in words["lasting_words"]
            )
        if lead in words["by_words"] and verb is not None and is_under_way(self.parse, verb):
            return False  # "by Monday men were throwing stones"
        return lead in words["deadline_leads"]

    def _in_its_place(self, expression: Expression) -> Expression:
        """Return the expression with what its place in the text adds: the end of a range, the head of an entry."""
        if expression.op in ("weekday", "calendar"):
            return self._ranged(expression)
        if expression.op == "event_day":
            return self._with_noun(expression)
        if expression.op == "clock" and self._is_stamp(expression):
            return replace(expression, fields={**expression.fields, "stamp": True, "digital": True})
        return expression

    def _with_noun(self, expression: Expression) -> Expression:
        """Return the expression up to the noun that its first word only describes ("the eve of the council vote")."""
        first = self.parse.at(expression.fields["noun_at"])
        noun = first
        while noun is not None and noun.dep in _DESCRIBING and noun.i < noun.head <= noun.i + _DESCRIBED_WITHIN:
            noun = self.parse.tokens[noun.head]
        if noun is None or first is None or (noun is not first and noun.dep != "pobj"):
            return expression
        reaches = expression.span.end > first.start
        end = noun.end if reaches and noun is not first else expression.span.end
        fields = {**expression.fields, "noun": noun.lemma if noun.pos in ("NOUN", "PROPN") else noun.lower}
        return replace(expression, span=Span(expression.span.start, end), fields=fields)

    def _context(self, voice: Voice, clock: Clock, expression: Expression, verb: Token | None, tense: Tense) -> Context:
        reporting = self.grammar.words["reporting"]
        return Context(
            clock=clock,
            tense=tense,
            order=self.order,
            before=self._before(voice, clock, expression, tense),
            event_day=lambda noun, after: self.days.find(noun, after, expression.span.start),
            south=self.south,
            goes_on=verb is not None and verb.lemma not in reporting and clock.goes_on(verb.i),
        )

    def _clock(self, voice: Voice) -> Clock:
        clock = self.clocks.get(voice.id)
        if clock is None:
            clock = self.clocks[voice.id] = self.speech.new_clock(voice)
        return clock

    def _before(self, voice: Voice, clock: Clock, expression: Expression, tense: Tense) -> date | None:
        """Return the narrative's day that "the following day" counts from, beside a date the day before that date."""
        previous = self.placed[-1] if self.placed and expression.op == "shift" else None
        if previous is not None and voice_at(self.reading.voices, previous.expression.span.start) is voice:
            gap = self.text[previous.expression.span.end : expression.span.start]
            if gap.strip() == "," and len(clock.seen) > 1:
                days = [seen.moment for seen in clock.seen[:-1] if is_day(seen.moment)]
                return days[-1].start if days else clock.today
        if voice.kind == "quote" and tense == "past" and expression.op in _WITHIN_DAY and not clock.seen:
            return self.speech.told_at(voice.span.start)  # "they came at night": not that before they spoke
        planned = self.planned.get(voice.id)
        if tense != "past" and planned is not None and "\n" not in self.text[planned[0] : expression.span.start]:
            return planned[1]
        return clock.today

    def _move(self, voice: Voice, clock: Clock, placed: Placed, tense: Tense, heading: bool) -> None:
        """Let the narrative go where the expression leads, unless it is only planned or the time of speech."""
        expression, timing, verb, moment = placed.expression, placed.timing, placed.verb, placed.timing.moment
        if moment is None or self._speaks(voice, clock, expression, moment, heading):
            return
        if voice.body is not None and not voice.body.covers(expression.span):
            return
        ahead = clock.spoken is not None and moment.start > clock.spoken
        if ahead or (tense == "future" and clock.spoken is not None and moment.end > clock.spoken):
            if is_day(moment):
                self.planned[voice.id] = (expression.span.end, moment.start)
            return
        if not self._is_told(placed):
            note_statement(self.parse, clock, placed, self.grammar)
            return
        clock.stamped = clock.stamped or bool(expression.fields.get("stamp"))
        before = timing.anchor == "narrative" and clock.today is not None and verbs.is_pluperfect(self.parse, verb)
        dated = verb is not None and self.days.days.get(verb.sentence) == clock.today != moment.start
        if before or (dated and is_day(moment) and verbs.looks_back(self.parse, verb)):
            return
        background = voice.kind == "outlet" and self._is_background(clock, moment, placed)
        clock.note(moment, timing.part, timing.hour, background)
        if timing.day is not None and not is_day(moment):
            clock.go_to(timing.day, background)
        if is_day(moment):
            clock.named_by = verb.i if verb is not None else -1
            clock.by_weekday = "weekday" in expression.fields or (clock.by_weekday and "part" in expression.fields)

    def _speaks(self, voice: Voice, clock: Clock, expression: Expression, moment: Moment, heading: bool) -> bool:
        """Take a dateline's or a heading's day as the day of speaking; tell whether it was one."""
        if voice.kind != "outlet" or not is_day(moment) or not (heading or dates_the_line(self.text, expression.span)):
            return False
        published = self.reading.report.published
        if published is not None and abs((moment.start - published).days) > _DATELINE_DAYS:
            return False
        dateline = dates_the_line(self.text, expression.span)
        clock.speak_on(moment.start, heading and not dateline)
        if dateline and published is not None and published > moment.start:
            clock.filed = published
        self.speech.spoken_at.append((expression.span.start, moment.start))
        return True

    def _is_background(self, clock: Clock, moment: Moment, placed: Placed) -> bool:
        """Tell whether a day is only looked back at: it stands in a noun's clause, or is more than a month ago."""
        verb, fields = placed.verb, placed.expression.fields
        if clock.foreground is None and is_day(moment) and verb is not None and self._is_told_where(verb):
            return False
        if verb is not None and any(t.dep in _MODIFIERS for t in (verb, *self.parse.ancestors(verb.i))):
            return True
        if not is_day(moment):
            return False
        dated_noun = placed.lead == "of" and "part" not in fields and "h" not in fields  # "the raid of April 12"
        return dated_noun or (
            clock.foreground is not None and (clock.foreground - moment.start).days > _BACKGROUND_DAYS
        )

    def _is_told_where(self, verb: Token) -> bool:
        """Tell whether a clause with "where" tells of what happened in a town ("in Ica, where a bomb went off on Friday")."""
        where = any(t.lower == "where" for t in self.parse.kids(verb.i, "advmod"))
        return where and verb.tag == "VBD" and verb.dep == "relcl" and self.parse.tokens[verb.head].pos == "PROPN"

    def _is_told(self, placed: Placed) -> bool:
        """Tell whether an expression says when something told happened, not when it was said, began, or is set for."""
        words, moment = self.grammar.words, placed.timing.moment
        bounds = (
            words["background_leads"]
            - words["end_leads"]
            - (words["near_leads"] if placed.timing.type == "TIME" else set())
        )
        when = _WHEN.match(self.text, placed.expression.span.end)  # "goes back to 3 May, when shots were fired"
        set_for = placed.lead in words["ahead_leads"] and moment is not None and is_day(moment) and not when
        if placed.lead in bounds or set_for:
            return False
        return placed.verb is None or placed.verb.lemma not in words["reporting"]

    def _lead(self, expression: Expression) -> str:
        """Return the word before an expression, or before the range that it ends, in lower case."""
        previous = self.placed[-1] if self.placed else None
        if previous is not None and self.text[previous.expression.span.end : expression.span.start].strip() in _DASHES:
            return previous.lead
        lead = re.search(r"([^\W\d_]+)\s+$", self.text[max(0, expression.span.start - 16) : expression.span.start])
        return lead[1].lower() if lead else ""

    def _is_stamp(self, expression: Expression) -> bool:
        """Tell whether a clock time heads its line, as in a liveblog."""
        start = expression.span.start
        alone = not self.text[self.text.rfind("\n", 0, start) + 1 : start].strip()
        return alone and _AFTER_STAMP.match(self.text, expression.span.end) is not None

    def _ends_range(self, expression: Expression) -> bool:
        """Tell whether the expression ends a range that the one before it begins."""
        previous = self.placed[-1].expression if self.placed else None
        if previous is None:
            return False
        between = self.text[previous.span.end : expression.span.start].strip().lower()
        return between in self.grammar.words["range_words"]

    def _ranged(self, expression: Expression) -> Expression:
        """Return the second weekday of a range ("from Friday to Sunday") with the first as its start."""
        previous = self.placed[-1] if self.placed else None
        if previous is None or previous.timing.moment is None or previous.expression.op not in ("weekday", "calendar"):
            return expression
        if not self._ends_range(expression):
            return expression
        return replace(expression, fields={**expression.fields, "start": previous.timing.moment.start})
