"""Days that a mention's sentence gives by counting: "two days after police cleared it", "killed in three days of fighting"."""

from __future__ import annotations

import re
from datetime import date, timedelta
from math import ceil

from dateline.records import EventMention, MentionTime, Parse, Reading, Token, Voice
from dateline.reference.times import TimeGrammar, puts_off
from dateline.resolve.anniversaries import day_remembered, years_remembered
from dateline.resolve.clauses import (
    VERBS,
    clause_verb,
    comes_after,
    hangs_on,
    in_modifier,
    is_perfect,
    is_pluperfect,
    is_present,
)
from dateline.resolve.settled import read_hanging
from dateline.resolve.told import WITHIN_DAY, Stated, Told, is_day

DEEDS = frozenset(("ASSAULT", "COERCE", "PROTEST", "SANCTION"))
_OPENS_WITHIN = 3  # words that may stand before a length of time that opens its sentence
_LENGTH = re.compile(r"P(?:T(?=\d+H))?(\d{1,3})([HDWMY])")
_DAYS_IN = {"D": 1, "W": 7, "M": 30, "Y": 365}
_LOOSE = ("month", "quarter", "season", "year", "decade")
_BACK = re.compile(r"\b(?:last|past|previous)\b")  # "in the past three days"
_WEEKS_FROM = re.compile(r"(?<!the )\bweeks? (?:ago|before|earlier|later)\b", re.I)
_YEAR_FROM = re.compile(r"(?:a|one) year (ago|before|earlier|later)", re.I)
_BETWEEN = re.compile(r"P(\d{1,4})([DWM])")
_DAYS = re.compile(r"P(\d{1,4})([DW])")


class CountedDays:
    """One reading: its times seen from the grammar, its mentions' triggers, and the days counted from other days."""

    def __init__(self, reading: Reading, grammar: TimeGrammar) -> None:
        self.reading, self.grammar = reading, grammar
        self.parse: Parse = reading.grammar()
        self.text = reading.report.text
        self.told = Told(reading, grammar)
        self.voices = {voice.id: voice for voice in reading.voices}
        self.triggers = {m.id: self.parse.head_of(m.trigger.span) for m in reading.events}
        self.mentions = {m.id: m for m in reading.events}
        self.around: dict[int, list[tuple[str, Token]]] = {}
        for key, token in self.triggers.items():
            if token is not None:
                self.around.setdefault(token.sentence, []).append((key, token))

    def _voice(self, mention: EventMention) -> Voice:
        return self.voices.get(mention.voice, self.reading.voices[0])

    def _in_sentence(self, mention: EventMention, trigger: Token) -> list[Stated]:
        return self.told.in_sentence(trigger.sentence, mention.voice)

    def _is_anothers(self, trigger: Token, verb: Token | None, mention: EventMention) -> bool:
        """Tell whether a noun is what another event's verb is about ("condemned the attack"): the verb's time is not its own."""
        if verb is None or trigger.dep not in ("dobj", "nsubjpass"):
            return False
        return any(t.i == verb.i and key != mention.id for key, t in self.around.get(verb.sentence, ()))

    def _counted_from(self, mention: EventMention, trigger: Token) -> MentionTime | None:
        """Return the day of the happening that a placed time is counted from ("the eve of the strike")."""
        for s in self._in_sentence(mention, trigger):
            if s.counted and s.time.span.covers(mention.trigger.span):
                hanging = read_hanging(s.time.text, self.grammar)
                day = s.time.from_ and hanging and shifted(s.time.from_, -hanging.days)
                if day:
                    return MentionTime(time=s.index, from_=day, to=shifted(day, 1), precision="day", basis="stated")
        return None

    def _days_apart(self, mention: EventMention, trigger: Token) -> MentionTime | None:
        """Return the day of "six days after police ...": the sentence's day less the days between; months of a month alike."""
        near = self._in_sentence(mention, trigger)
        spans = [s for s in near if s.time.type == "DURATION" and _BETWEEN.fullmatch(s.time.value or "")]
        if not spans or spans[-1].time.span.end > trigger.start or spans[-1].lead in self.grammar.words["for_words"]:
            return None
        counted = self.parse.inside(spans[-1].time.span)
        behind = self.parse.tokens[counted[-1].i + 1 : counted[-1].i + 2]
        joint = next((t for t in (*counted, *behind) if self._sign(t)), None)
        sign, first = (self._sign(joint), joint.i) if joint is not None else (0, 0)
        if self._is_anothers(trigger, clause_verb(self.parse, trigger), mention):
            return None
        length = _BETWEEN.fullmatch(spans[-1].time.value or "")
        by_months = length is not None and length[2] == "M"
        whole = ("month",) if by_months else WITHIN_DAY
        days = [s for s in near if s.time.precision in whole and s.time.span.end <= spans[-1].time.span.start]
        if not days and spans[-1].head.i - self.parse.sentences[trigger.sentence][0] <= _OPENS_WITHIN:
            days = [
                s for s in near if is_day(s.time) and s.time.span.start > trigger.end and self._is_above(s, trigger)
            ]
        between = [s for s in near if spans[-1].time.span.end <= s.time.span.start < trigger.start]
        if not sign or between or not self._is_clause(first, trigger):
            return None
        start = days[0].time.from_ if days else None if by_months else self._reached(spans[-1], trigger)
        if start is None or length is None:
            return None
        return _counted(spans[-1].index, start, sign * int(length[1]), length[2])

    def _next_day(self, mention: EventMention, trigger: Token) -> MentionTime | None:
        """Return the day beside that of the clause above: "on Sunday, the day after police had arrested their leader"."""
        verb = clause_verb(self.parse, trigger)
        while verb is not None and verb.dep in ("conj", "xcomp"):
            verb = self.parse.tokens[verb.head]
        if verb is None or verb.dep != "advcl":
            return None
        mark = next((t for t in self.parse.kids(verb.i, "mark") if self._sign(t)), None)
        days = (t for t in self.parse.kids(verb.i, "npadvmod") if t.lemma == "day" and mark and t.i == mark.i - 1)
        known = self.grammar.words["definite"]  # "a day after" is a length of time
        if mark is None or not any(t.lower in known for day in days for t in self.parse.kids(day.i, "det")):
            return None
        above = [s for s in self._in_sentence(mention, trigger) if is_day(s.time) and s.verb and s.verb.i == verb.head]
        start = above[0].time.from_ if above else None
        return None if start is None else _counted(above[0].index, start, self._sign(mark), "D")

    def _days_behind(self, mention: EventMention, trigger: Token) -> MentionTime | None:
        """Return the day of what came so many days after another: "the raid came two days after an attack on Friday"."""
        words = self.grammar.words
        verb = comes_after(self.parse, trigger, words["following_words"], words["after_words"])
        behind = [s for s in self._in_sentence(mention, trigger) if verb is not None and s.head.i > verb.i]
        lengths = [s for s in behind if s.time.type == "DURATION" and _DAYS.fullmatch(s.time.value or "")]
        days = [s for s in behind if lengths and is_day(s.time) and s.head.i > lengths[0].head.i]
        length = _DAYS.fullmatch(lengths[0].time.value or "") if days else None
        start = days[0].time.from_ if days else None
        day = start and length and shifted(start, int(length[1]) * _DAYS_IN[length[2]])
        if not day:
            return None
        return MentionTime(time=lengths[0].index, from_=day, to=shifted(day, 1), precision="day", basis="stated")

    def _put_off_to(self, trigger: Token, near: list[Stated]) -> Stated | None:
        """Return the new day of what was put off ("postponed its congress to Saturday")."""
        verb = self.parse.tokens[trigger.head]
        if trigger.pos in VERBS or trigger.dep not in ("dobj", "nsubjpass", "pobj", "nmod"):
            return None
        while verb.pos not in VERBS and verb.head != verb.i:
            verb = self.parse.tokens[verb.head]
        leads = self.grammar.words["postponed_leads"]
        to = [s for s in near if s.lead in leads and s.time.span.start > verb.start]
        return to[0] if to and puts_off(self.parse, verb, self.grammar) else None

    def _reached(self, stated: Stated, trigger: Token) -> date | None:
        """Return the day that the story has got to, the day of issue below a present verb ("two days after X, they go on")."""
        verb = clause_verb(self.parse, trigger)
        above = next((t for t in self.parse.ancestors(verb.i) if t.pos in VERBS), None) if verb is not None else None
        if above is None or stated.voice.kind != "outlet":
            return None
        if is_present(self.parse, above) or is_perfect(self.parse, above):
            return self.reading.report.published
        told = self.told.narrative(self.parse.sentence_span(trigger.sentence).start)
        return told.time.from_ if told is not None and is_day(told.time) else None

    def _soon(self, mention: EventMention, trigger: Token) -> MentionTime | None:
        """Return the story's day for what came hours on ("within hours it was cleared", not "after hours of talks")."""
        verb = clause_verb(self.parse, trigger)
        if verb is None or mention.status in ("planned", "hypothetical") or self._voice(mention).kind != "outlet":
            return None
        later = (t for t in self.parse.kids(verb.i, "advmod") if t.lower == "later")
        leads = (t for t in self.parse.kids(verb.i, "prep") if t.lower in ("within", "after"))
        lengths = [n for t in later for n in self.parse.kids(t.i, "npadvmod")]
        lengths += [n for t in leads for n in self.parse.kids(t.i, "pobj")]
        hours = any(n.lemma in ("hour", "minute") and not self.parse.kids(n.i, "prep") for n in lengths)
        told = self.told.narrative(trigger.start)
        if told is None or not is_day(told.time) or not hours:
            return None
        time = told.time
        return MentionTime(time=told.index, from_=time.from_, to=time.to, precision="day", basis="inherited")

    def _entered(self, mention: EventMention, trigger: Token) -> MentionTime | None:
        """Return the date that opens the entry of a chronology, for what its paragraph tells and does not look back at."""
        entry, verb = self.told.entry(trigger.start), clause_verb(self.parse, trigger)
        if entry is None or self._voice(mention).kind != "outlet":
            return None
        now, start = self.reading.report.published, entry.time.from_
        ahead = mention.status in ("planned", "hypothetical") and (now is None or start is None or start <= now)
        aside = verb is not None and (is_pluperfect(self.parse, verb) or in_modifier(self.parse, verb))
        if ahead or aside:
            return None
        end, precision = entry.time.to, entry.time.precision
        return MentionTime(time=entry.index, from_=start, to=end, precision=precision, basis="stated")

    def _since_then(self, mention: EventMention, trigger: Token) -> MentionTime | None:
        """Return the stretch from what was told last to the day of issue ("rebels have shelled the town since then")."""
        sentence, now = self.parse.sentence_span(trigger.sentence), self.reading.report.published
        verb = clause_verb(self.parse, trigger)
        if verb is None or now is None or "since then" not in self.text[sentence.start : sentence.end].lower():
            return None
        told = self.told.narrative(sentence.start)
        lasts = any(is_perfect(self.parse, t) for t in (verb, *self.parse.ancestors(verb.i)))
        if told is None or told.time.from_ is None or told.time.from_ > now or not lasts or mention.status == "planned":
            return None
        start, end = told.time.from_, shifted(now, 1)
        return MentionTime(time=told.index, from_=start, to=end, precision="range", basis="inherited")

    def _is_above(self, stated: Stated, trigger: Token) -> bool:
        """Tell whether a time is that of a clause above the trigger's."""
        return stated.verb is not None and any(t.i == stated.verb.i for t in self.parse.ancestors(trigger.i))

    def _sign(self, token: Token) -> int:
        """Return -1 for what came so long before ("six days after it began"), 1 for what followed, 0 for other words."""
        words = self.grammar.words
        return -1 if token.lower in words["after_words"] else int(token.lower in words["before_words"])

    def _is_clause(self, first: int, trigger: Token) -> bool:
        """Tell whether the conjunction at a token opens a clause that the trigger's verb stands in, or is joined to."""
        verb = clause_verb(self.parse, trigger)
        opened = next((t for t in self.parse.ancestors(first) if t.pos in VERBS and t.i > first), None)
        return (
            verb is not None
            and opened is not None
            and opened.i in (verb.i, *(t.i for t in self.parse.ancestors(verb.i)))
        )

    def _lasting(self, mention: EventMention, trigger: Token) -> MentionTime | None:
        """Return the days that a length fills: "has been on strike for three days", "killed in two days of unrest"."""
        verb = clause_verb(self.parse, trigger)
        voice = self._voice(mention)
        now = voice.posted if voice.kind == "post" else self.reading.report.published
        if verb is None or now is None or mention.status in ("planned", "hypothetical"):
            return None
        near = self._in_sentence(mention, trigger)
        for s in near:
            days = self._days_long(s)
            if days is None:
                continue
            lasts = s.lead in self.grammar.words["for_words"] and is_perfect(self.parse, verb)
            own = s.verb is not None and s.verb.i == verb.i
            if (lasts and own) or (_BACK.search(s.time.text) and (own or hangs_on(self.parse, s.head, trigger))):
                return _days_up_to(now, days, s.index)
            if self._fills(s, trigger, mention):
                over = s.head.dep == "dobj" and verb.lemma in self.grammar.words["ending_words"]
                long_ago = any(t.time.precision in _LOOSE and t.time.to and t.time.to <= now for t in near)
                # "a truce in May ended three days of fighting", "in May 40 died in ..."
                up_to = None if over or long_ago else now
                told = (t.time.from_ for t in near if is_day(t.time) and t.time.from_ and t.time.from_ <= now)
                last = next(told, up_to)
                return _days_up_to(last, days, s.index) if last is not None else None
        return None

    def _days_long(self, stated: Stated) -> int | None:
        """Return how many days a length is; hours, months and years only in "the past three months"."""
        length = _LENGTH.fullmatch(stated.time.value or "") if stated.time.type == "DURATION" else None
        back = _BACK.search(stated.time.text) and not self.text.startswith(" of", stated.time.span.end)
        if length is None or (length[2] not in ("D", "W") and not back):
            return None
        return ceil(int(length[1]) / 24) if length[2] == "H" else int(length[1]) * _DAYS_IN[length[2]]

    def _fills(self, length: Stated, trigger: Token, mention: EventMention) -> bool:
        """Tell whether days are filled with a happening: "two days of unrest", or with what is done in them ("killed in ...")."""
        of = [
            o for p in self.parse.kids(length.head.i, "prep") if p.lower == "of" for o in self.parse.kids(p.i, "pobj")
        ]
        if trigger.pos not in VERBS:
            return any(o.i == trigger.i for o in of)
        return (
            bool(of)
            and mention.type in DEEDS
            and length.lead in self.grammar.words["within_words"]
            and hangs_on(self.parse, length.head, trigger)
        )

    def _sharper(self, stated: Stated) -> MentionTime | None:
        """Return the day that "a week ago" or "two weeks earlier" means of a happening, the month that "a year ago" does.

        "The week before" is a week, "three years ago" a year.
        """
        time, counted = stated.time, self._counted_from_day(stated)
        if counted is None or time.from_ is None:
            return None
        if time.precision == "week" and _WEEKS_FROM.search(time.text):
            return _counted(stated.index, time.from_, counted.weekday(), "D")
        year = _YEAR_FROM.fullmatch(time.text) if time.precision == "year" else None
        return None if year is None else _counted(stated.index, counted, 12 if year[1].lower() == "later" else -12, "M")

    def _counted_from_day(self, stated: Stated) -> date | None:
        """Return the day that a time is counted from: the narrative's ("a week earlier") or that of issue ("a week ago")."""
        if stated.time.anchor != "narrative":
            return self.reading.report.published
        told = self.told.narrative(stated.time.span.start)
        return told.time.from_ if told is not None and told.time.precision in (*WITHIN_DAY, "month") else None

    def _remembered(self, mention: EventMention, trigger: Token) -> MentionTime | None:
        """Return the day of what an anniversary remembers, counted back from the day on which it is marked."""
        if trigger.pos in VERBS:
            return None
        found = years_remembered(self.parse, trigger, self.grammar)
        if found is None:
            return None
        anniversary, years = found
        verb = clause_verb(self.parse, anniversary)
        near = [s for s in self._in_sentence(mention, trigger) if is_day(s.time) and not s.dateline]
        own = [s for s in near if verb is not None and s.verb is not None and s.verb.i == verb.i]
        voice = self._voice(mention)
        marked = own[0] if own else self.told.narrative(trigger.start) if voice.kind == "outlet" else None
        return None if marked is None else day_remembered(marked, years, self.reading.times)


def _days_up_to(last: date, days: int, index: int) -> MentionTime:
    return MentionTime(time=index, from_=shifted(last, -days), to=shifted(last, 1), precision="range", basis="stated")


def _counted(index: int, start: date, n: int, unit: str) -> MentionTime | None:
    """Return the day so many days or weeks from a day, the month so many months from it; None beyond the calendar."""
    if unit == "M":
        end = _month(start, n + 1)
        return MentionTime(time=index, from_=_month(start, n), to=end, precision="month", basis="stated")
    day = shifted(start, n * _DAYS_IN[unit])
    if day is None:
        return None
    return MentionTime(time=index, from_=day, to=shifted(day, 1), precision="day", basis="stated")


def _month(day: date, n: int) -> date | None:
    """Return the first of the month so many months on, None beyond the calendar."""
    years, month = divmod(day.month - 1 + n, 12)
    return date(day.year + years, month + 1, 1) if 0 < day.year + years <= date.max.year else None


def shifted(day: date, n: int) -> date | None:
    """Return the day so many days later, None beyond the calendar."""
    try:
        return day + timedelta(days=n)
    except OverflowError:
        return None
