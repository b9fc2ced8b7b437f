"""When each event happened: the time of its clause, else of its sentence, else of the narrative before it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from itertools import takewhile
from typing import NamedTuple

from msgspec.structs import replace

from dateline.records import EventMention, MentionTime, Parse, Reading, Token, Voice
from dateline.records.unresolved import Reason
from dateline.reference.times import TimeGrammar, load_time_grammar, puts_off
from dateline.resolve.anniversaries import day_remembered, years_remembered
from dateline.resolve.clauses import (
    MODIFIERS,
    SHARING,
    VERBS,
    clause_verb,
    does,
    hangs_on,
    in_modifier,
    is_cause,
    is_past_passive,
    is_perfect,
    is_record,
    modifier_root,
    opening_when,
    stands_beside,
)
from dateline.resolve.days import Candidate, Days
from dateline.resolve.earlier import is_kin
from dateline.resolve.settled import read_hanging, settle, sharpen
from dateline.resolve.traits import tense
from dateline.resolve.told import FOREGROUND_DAYS, Stated, Told, is_day

# Done by saying: in a post they are news of its day only where the writer does them there and then.
SPEECH_ACTS = frozenset(("ACCUSE", "REQUEST", "SUPPORT", "THREATEN"))
_DEEDS = frozenset(("ASSAULT", "COERCE", "PROTEST", "SANCTION"))
_FAR = 9
_OPENS_WITHIN = 3  # words that may stand before a length of time that opens its sentence
_BELOW = 4  # sentences below a headline that tell what it announces
_LENGTH = re.compile(r"P(\d{1,3})([DW])")
_DAYS = re.compile(r"P\d{1,4}D")


class PlaceInTime:
    """Gives each event mention its time, or says why it has none."""

    needs = ("events", "times", "parse", "voices")
    adds = ("events", "times")

    def __init__(self, grammar: TimeGrammar | None = None) -> None:
        self.grammar = grammar or load_time_grammar()

    def __call__(self, reading: Reading) -> Reading:
        """Return the reading with the time of every event mention filled or accounted for."""
        if not reading.events:
            return reading
        placed = _placed(reading, self.grammar)
        times = settle(placed, self.grammar)
        if times != placed.times:
            placed = _placed(replace(reading, times=times), self.grammar)
        return replace(placed, events=sharpen(placed, self.grammar))


class Open(NamedTuple):
    """A mention without a time of its own: what is known of it, and the days that it may inherit."""

    mention: EventMention
    traits: list[str]
    candidates: list[Candidate]


def open_mentions(reading: Reading, grammar: TimeGrammar) -> list[Open]:
    """Return the mentions without a time of their own, as they are weighed."""
    return list(_Placing(reading, grammar).open())


def _placed(reading: Reading, grammar: TimeGrammar) -> Reading:
    return replace(reading, events=tuple(_Placing(reading, grammar).placed()))


class _Placing:
    """The work on one reading: its times seen from the grammar, and its mentions' verbs."""

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

    def placed(self) -> list[EventMention]:
        """Return the mentions with their times: first those that have one of their own, then what they hand on."""
        times = {mention.id: time for mention, time, _ in self._told_through()}
        return [self._finished(m, times[m.id] or self._headed(m, times)) for m in self.reading.events]

    def _headed(self, mention: EventMention, times: Mapping[str, MentionTime | None]) -> MentionTime | None:
        """Return the time that the sentences below a headline give to the happening that it announces."""
        trigger = self.triggers[mention.id]
        if trigger is None or mention.status == "hypothetical" or not self.told.is_headline(trigger.start):
            return None
        for other in self.reading.events:
            head, time = self.triggers[other.id], times[other.id]
            below = head is not None and 0 < head.sentence - trigger.sentence <= _BELOW
            if below and time is not None and is_kin(mention, other) and _is_ahead(mention) == _is_ahead(other):
                return replace(time, basis="inherited")
        return None

    def open(self) -> Iterator[Open]:
        """Yield the mentions without a time of their own, as they are weighed."""
        yield from (weighed for _, _, weighed in self._told_through() if weighed is not None)

    def _told_through(self) -> Iterator[tuple[EventMention, MentionTime | None, Open | None]]:
        """Go through the mentions in text order, each with its time and, for what has none of its own, what it may inherit."""
        stated = self._stated()
        days = self._days(stated)
        for mention in sorted(self.reading.events, key=lambda m: m.trigger.span):
            weighed = None
            time = stated.get(mention.id)
            if time is None:
                weighed = self._open(mention, days)
                time = self._inherited(mention, days, weighed)
            days.tell(replace(mention, time=time))
            yield mention, time, weighed

    def _open(self, mention: EventMention, days: Days) -> Open | None:
        """Return what a mention may inherit, None for a post's."""
        trigger = self.triggers[mention.id]
        if trigger is None or self._voice(mention).kind == "post":
            return None
        return Open(mention, *self._weighed(mention, trigger, days))

    def _stated(self) -> dict[str, MentionTime]:
        """Return the times that mentions have of their own, by the mention's id."""
        found = {m.id: self._time_of(m) for m in self.reading.events}
        return {key: time for key, time in found.items() if time is not None}

    def _days(self, stated: Mapping[str, MentionTime]) -> Days:
        dated = [replace(m, time=stated[m.id]) for m in self.reading.events if m.id in stated]
        return Days(self.reading, self.told, self.grammar, dated)

    def _finished(self, mention: EventMention, time: MentionTime | None) -> EventMention:
        unresolved = {name: reason for name, reason in mention.unresolved.items() if name != "time"}
        if time is None:
            unresolved["time"] = self._reason(mention)
        return replace(mention, time=time, unresolved=unresolved)

    def _time_of(self, mention: EventMention) -> MentionTime | None:
        """Return the time that a mention's own words give it."""
        trigger = self.triggers[mention.id]
        if trigger is None:
            return None
        counted = (
            self._days_apart(mention, trigger)
            or self._remembered(mention, trigger)
            or self._counted_from(mention, trigger)
            or self._lasting(mention, trigger)
        )
        if counted is not None:
            return counted
        stated = self._own(mention, trigger)
        if stated is None:
            return None
        put_off = self._put_off_to(trigger, self._in_sentence(mention, trigger)) is stated
        return self._interval(stated, mention, at=put_off or self._is_when(stated, trigger))

    # --- stated ---------------------------------------------------------------------------------------------------

    def _own(self, mention: EventMention, trigger: Token) -> Stated | None:
        """Return the time of the event's clause, else one in its sentence that belongs to no other event."""
        near = [s for s in self._in_sentence(mention, trigger) if s.time.from_ is not None]
        near = [s for s in near if not s.stamp and not s.dateline]
        put_off = self._put_off_to(trigger, near)
        if put_off is not None:
            return put_off
        ranked = [((self._tier(s, trigger, mention), s.counted, abs(s.head.i - trigger.i), s.index), s) for s in near]
        ranked = [r for r in ranked if r[0][0] < _FAR]
        return min(ranked, key=lambda r: r[0])[1] if ranked else None

    def _counted_from(self, mention: EventMention, trigger: Token) -> MentionTime | None:
        """Return the day of the happening that a placed time is counted from ("the eve of the strike")."""
        for s in self._in_sentence(mention, trigger):
            if s.counted and s.time.span.covers(mention.trigger.span):
                hanging = read_hanging(s.time.text, self.grammar)
                day = s.time.from_ and hanging and _shifted(s.time.from_, -hanging.days)
                if day:
                    return MentionTime(time=s.index, from_=day, to=_shifted(day, 1), precision="day", basis="stated")
        return None

    def _lasting(self, mention: EventMention, trigger: Token) -> MentionTime | None:
        """Return the days that a length fills: "has been on strike for three days", "killed in two days of unrest"."""
        verb = clause_verb(self.parse, trigger)
        voice = self._voice(mention)
        now = voice.posted if voice.kind == "post" else self.reading.report.published
        if verb is None or now is None or mention.status in ("planned", "hypothetical"):
            return None
        near = self._in_sentence(mention, trigger)
        for s in near:
            length = _LENGTH.fullmatch(s.time.value or "") if s.time.type == "DURATION" else None
            if length is None:
                continue
            days = int(length[1]) * (7 if length[2] == "W" else 1)
            lasts = s.lead in self.grammar.words["for_words"] and is_perfect(self.parse, verb)
            if lasts and s.verb is not None and s.verb.i == verb.i:
                return _days_up_to(now, days, s.index)
            if self._fills(s, trigger, mention):
                told = next(
                    (t.time.from_ for t in near if is_day(t.time) and t.time.from_ and t.time.from_ <= now), now
                )
                return _days_up_to(told, days, s.index)
        return None

    def _fills(self, length: Stated, trigger: Token, mention: EventMention) -> bool:
        """Tell whether days are filled with a happening: "two days of unrest", or with what is done in them ("killed in ...")."""
        of = [
            o for p in self.parse.kids(length.head.i, "prep") if p.lower == "of" for o in self.parse.kids(p.i, "pobj")
        ]
        if trigger.pos not in VERBS:
            return any(o.i == trigger.i for o in of)
        return (
            bool(of)
            and mention.type in _DEEDS
            and length.lead in self.grammar.words["within_words"]
            and hangs_on(self.parse, length.head, trigger)
        )

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

    def _in_sentence(self, mention: EventMention, trigger: Token) -> list[Stated]:
        return self.told.in_sentence(trigger.sentence, mention.voice)

    def _tier(self, stated: Stated, trigger: Token, mention: EventMention) -> int:
        """Rank how closely a time belongs to a trigger: 0 hangs on it, 1 its clause, 2 joined clauses, 5 its sentence."""
        if stated.counted and stated.time.span.covers(mention.trigger.span):
            return _FAR
        if self._cannot_be(stated, trigger, mention):
            return _FAR
        if trigger.pos not in VERBS and hangs_on(self.parse, stated.head, trigger):
            return 0
        caused = self._caused(stated)
        if caused is not None:
            return 0 if caused.i == trigger.i else _FAR
        if trigger.pos not in VERBS and does(self.parse, trigger, stated.verb):
            return 2 if mention.status == "planned" else 0  # "the talks that were planned for May will be held in June"
        if stated.head.dep == "poss" and not hangs_on(self.parse, trigger, self.parse.tokens[stated.head.head]):
            return _FAR  # "Saturday's vote": the noun's day
        verb = clause_verb(self.parse, trigger)
        when = opening_when(self.parse, verb) if verb is not None else None
        if when is not None and self.text[stated.time.span.end : when.start].strip() in ("", ","):
            return 0 if stated.time.span.end <= when.start else _FAR  # "in 2018, when police arrested ..."
        if self._owned_by_other(stated, trigger, mention) or self._is_elsewhen(trigger, verb, mention):
            return _FAR
        if stated.verb is None or verb is None:
            return 5 if stated.verb is verb else 6
        until = stated.lead in self.grammar.words["until_words"]
        if stated.verb.i == verb.i:
            aside = until and trigger.pos not in VERBS and trigger.dep not in ("nsubj", "nsubjpass", "dobj")
            return _FAR if aside else 1  # "closed until Sunday after the riots"
        if until:
            return _FAR  # an end is its own clause's
        if stated.reported or modifier_root(self.parse, stated.verb) != modifier_root(self.parse, verb):
            return _FAR
        if self._is_aside(stated.verb, verb):
            return _FAR
        condition = stated.verb.dep == "advcl" and stated.verb.head == verb.i
        if condition and stated.lead in self.grammar.words["by_words"]:
            return _FAR  # "if they are not free by Friday, we will march"
        if condition and mention.status == "hypothetical":
            return 5
        return self._tier_across(stated.verb, verb)

    def _cannot_be(self, stated: Stated, trigger: Token, mention: EventMention) -> bool:
        """Tell whether a time cannot be the event's: still ahead of what is told, left behind, a record's length."""
        published, words = self.reading.report.published, self.grammar.words
        done = trigger.tag == "VBD" or is_perfect(self.parse, trigger)
        if done and mention.status == "occurred" and published and stated.time.from_ and stated.time.from_ > published:
            return True
        if mention.mode == "curfew" and stated.time.precision in ("hour", "minute") and stated.lead in words["bound_leads"]:
            return True  # "a curfew from nine in the evening until five": every day's hours
        if stated.verb is not None and stated.verb.i == trigger.i and self._is_late_death(trigger):
            return True
        if (
            stated.lead in words["from_words"]
            and stated.verb is not None
            and puts_off(self.parse, stated.verb, self.grammar)
        ):
            return True  # "put off from February"
        return stated.lead in words["since_words"] and is_record(self.parse, trigger)

    def _is_late_death(self, trigger: Token) -> bool:
        """Tell whether somebody died of what was done before ("died of his wounds", "died in hospital")."""
        words = self.grammar.words
        if trigger.lemma not in words["dying_words"]:
            return False
        inside = (o for p in self.parse.kids(trigger.i, "prep") for o in self.parse.kids(p.i, "pobj"))
        return any(o.lemma in words["wound_words"] for o in inside)

    def _is_aside(self, time_verb: Token, verb: Token) -> bool:
        """Tell whether the time stands in a clause with "where" that the verb is not part of: "Arsal, where in 2013 ..."."""
        inside = {t.i for t in (verb, *self.parse.ancestors(verb.i))}
        clauses = (t for t in (time_verb, *self.parse.ancestors(time_verb.i)) if t.i not in inside)
        return any(t.lower == "where" for clause in clauses for t in self.parse.kids(clause.i, "advmod", "mark"))

    def _tier_across(self, time_verb: Token, verb: Token) -> int:
        """Rank a time of another clause of the sentence."""
        climb: Token = verb
        for step in range(4):
            if climb.dep in MODIFIERS or climb.head == climb.i:
                break
            clause, climb = climb, self.parse.tokens[climb.head]
            if self._stands_apart(clause, climb):
                break
            if climb.i == time_verb.i:
                return 2 + min(step, 2)
        meant = time_verb.dep == "xcomp" and verb.lemma in self.grammar.words["intent_words"]
        if meant or (time_verb.dep == "ccomp" and self._stands_apart(time_verb, verb)):
            return _FAR
        below = time_verb.dep in SHARING and any(above.i == verb.i for above in self.parse.ancestors(time_verb.i))
        joined = time_verb.dep == "conj"
        other_tense = self.parse.kids(time_verb.i, "aux") and tense(self.parse, time_verb) != tense(self.parse, verb)
        apart = other_tense or self.parse.kids(time_verb.i, "nsubj", "nsubjpass")
        return 4 if below and not (joined and apart) else _FAR

    def _stands_apart(self, clause: Token, verb: Token) -> bool:
        """Tell whether a clause is told beside a later verb's, not by it ("X fell; Y rose", not "X fell, she said")."""
        return verb.lemma not in self.grammar.words["reporting"] and stands_beside(self.parse, clause, verb)

    def _is_elsewhen(self, trigger: Token, verb: Token | None, mention: EventMention) -> bool:
        """Tell whether a noun names a happening that its clause is about, not one of the clause's time."""
        return (
            self._is_anothers(trigger, verb, mention)
            or self._harks_back(trigger, mention)
            or self._is_cause(trigger, mention)
        )

    def _is_cause(self, trigger: Token, mention: EventMention) -> bool:
        """Tell whether a mention is what its clause's act is for ("jailed him for the attack"), and so earlier."""
        deed = mention.type in _DEEDS and mention.status not in ("planned", "hypothetical")
        return deed and is_cause(self.parse, trigger, self.grammar.words["cause_leads"])

    def _caused(self, stated: Stated) -> Token | None:
        """Return the trigger that an old time dates, told as what is tried or avenged ("jailed him for an attack in 2017")."""
        published, end = self.reading.report.published, stated.time.to
        if published is None or end is None or (published - end).days <= FOREGROUND_DAYS:
            return None
        before = [
            (head.i, key, head) for key, head in self.around.get(stated.head.sentence, ()) if head.i < stated.head.i
        ]
        if not before:
            return None
        _, key, last = max(before)
        return last if self._is_cause(last, self.mentions[key]) else None

    def _harks_back(self, trigger: Token, mention: EventMention) -> bool:
        """Tell whether a noun names a known happening as a purpose or an anniversary's ("to mourn the attack")."""
        words = self.grammar.words
        if trigger.pos in VERBS or mention.status == "planned":
            return False
        nouns = self.parse.ancestors(trigger.i)
        if any(t.lemma in words["anniversary_words"] for t in takewhile(lambda t: t.pos not in VERBS, nouns)):
            return True
        verb = self.parse.tokens[trigger.head]
        purpose = verb.tag == "VB" and any(t.tag == "TO" for t in self.parse.kids(verb.i, "aux"))
        known = any(t.lower in words["definite"] for t in self.parse.kids(trigger.i, "det")) or self.parse.kids(
            trigger.i, "poss"
        )
        return bool(trigger.dep == "dobj" and purpose and known)

    def _is_anothers(self, trigger: Token, verb: Token | None, mention: EventMention) -> bool:
        """Tell whether a noun is what another event's verb is about ("condemned the attack"): the verb's time is not its own."""
        if verb is None or trigger.dep not in ("dobj", "nsubjpass"):
            return False
        return any(t.i == verb.i and key != mention.id for key, t in self.around.get(verb.sentence, ()))

    def _owned_by_other(self, stated: Stated, trigger: Token, mention: EventMention) -> bool:
        """Tell whether the time hangs on another event's noun."""
        for key, head in self.around.get(trigger.sentence, ()):
            if key == mention.id or head.i == trigger.i or head.pos in VERBS:
                continue
            if hangs_on(self.parse, stated.head, head) and not hangs_on(self.parse, trigger, head):
                return True
        return False

    def _days_apart(self, mention: EventMention, trigger: Token) -> MentionTime | None:
        """Return the day of "six days after police ...": the sentence's day less the days between."""
        near = self._in_sentence(mention, trigger)
        spans = [s for s in near if s.time.type == "DURATION" and _DAYS.fullmatch(s.time.value or "")]
        if not spans or spans[-1].time.span.end > trigger.start:
            return None
        counted = self.parse.inside(spans[-1].time.span)
        behind = self.parse.tokens[counted[-1].i + 1 : counted[-1].i + 2]
        joint = next((t for t in (*counted, *behind) if self._sign(t)), None)
        sign, first = (self._sign(joint), joint.i) if joint is not None else (0, 0)
        if self._is_anothers(trigger, clause_verb(self.parse, trigger), mention):
            return None
        days = [s for s in near if is_day(s.time) and s.time.span.end <= spans[-1].time.span.start]
        if not days and spans[-1].head.i - self.parse.sentences[trigger.sentence][0] <= _OPENS_WITHIN:
            days = [
                s for s in near if is_day(s.time) and s.time.span.start > trigger.end and self._is_above(s, trigger)
            ]
        between = [s for s in near if spans[-1].time.span.end <= s.time.span.start < trigger.start]
        if not sign or not days or between or not self._is_clause(first, trigger):
            return None
        number = (spans[-1].time.value or "")[1:-1]
        start = days[0].time.from_
        assert start is not None
        day = _shifted(start, sign * int(number))
        if day is None:
            return None
        return MentionTime(time=spans[-1].index, from_=day, to=_shifted(day, 1), precision="day", basis="stated")

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

    # --- not stated -----------------------------------------------------------------------------------------------

    def _inherited(self, mention: EventMention, days: Days, weighed: Open | None) -> MentionTime | None:
        """Return the day that the mention is told under, else that of the dateline for what opens the report."""
        trigger = self.triggers[mention.id]
        if trigger is None:
            return None
        voice = self._voice(mention)
        if voice.kind == "post":
            return self._posted(mention, trigger, voice)
        if weighed is None or self._are_several(mention, trigger):
            return None
        if not weighed.candidates:
            return self._dateline(trigger)
        return days.choose(weighed.candidates, weighed.traits)

    def _voice(self, mention: EventMention) -> Voice:
        return self.voices.get(mention.voice, self.reading.voices[0])

    def _posted(self, mention: EventMention, trigger: Token, voice: Voice) -> MentionTime | None:
        """Return a post's own narrative day, or its day of posting for what it tells as news of that day."""
        if mention.status in ("planned", "hypothetical"):
            return None
        if mention.type in SPEECH_ACTS:
            return _day_of_posting(voice) if self._is_done_by_saying(trigger) else None
        earlier = self.told.before_in_voice(voice, trigger.start)
        if earlier is not None:
            time = earlier.time
            return MentionTime(
                time=earlier.index, from_=time.from_, to=time.to, precision=time.precision, basis="inherited"
            )
        verb = clause_verb(self.parse, trigger)
        told_of = verb is not None and verb.tag != "VBG" and in_modifier(self.parse, verb)
        old = told_of or self._harks_back(trigger, mention) or (verb is not None and is_past_passive(self.parse, verb))
        return None if old else _day_of_posting(voice)

    def _weighed(self, mention: EventMention, trigger: Token, days: Days) -> tuple[list[str], list[Candidate]]:
        voice = self._voice(mention)
        traits = days.traits(mention, trigger, voice)
        if self._is_elsewhen(trigger, clause_verb(self.parse, trigger), mention):
            traits.append("of another act")
        verb = clause_verb(self.parse, trigger)
        near = self._in_sentence(mention, trigger)
        clause = [s for s in near if verb is not None and s.verb is not None and s.verb.i == verb.i]
        cause = self._is_cause(trigger, mention)
        never = {
            (s.time.from_, s.time.to) for s in near if self._cannot_be(s, trigger, mention) or (cause and s in clause)
        }
        candidates = days.candidates(mention, trigger, voice, clause)
        return traits, [c for c in candidates if (c.time.from_, c.time.to) not in never]

    def _is_done_by_saying(self, trigger: Token) -> bool:
        """Tell whether the words are the act: the writer's own, in the present ("we ask everybody to go home")."""
        verb = clause_verb(self.parse, trigger)
        if verb is None or verb.tag != "VBP" or self.parse.kids(verb.i, "aux", "neg"):
            return False
        return any(t.lower in self.grammar.words["first_persons"] for t in self.parse.kids(verb.i, "nsubj"))

    def _are_several(self, mention: EventMention, trigger: Token) -> bool:
        """Tell whether a noun tells of several happenings at once ("various ceremonies"): they need not be of one day."""
        words = self.grammar.words["several_words"]
        nouns = [trigger] if trigger.pos not in VERBS else self.parse.kids(trigger.i, "dobj", "nsubjpass")
        for noun in nouns:
            joined = [noun, *self.parse.kids(noun.i, "conj")]
            if mention.type == "GATHER" and len(joined) > 1 and all(t.tag == "NNS" for t in joined):
                return True  # "gatherings and ceremonies"
            above = self.parse.tokens[self.parse.tokens[noun.head].head] if noun.dep == "pobj" else noun
            around = [*self.parse.kids(noun.i, "amod", "det", "nummod"), above]
            happens = noun.i == trigger.i or self._is_happening(noun, mention)
            if happens and noun.tag == "NNS" and any(t.lemma in words for t in around):
                return True
        return False

    def _is_happening(self, noun: Token, mention: EventMention) -> bool:
        """Tell whether a noun is what was held or staged, not who was ("held various ceremonies", "freed several men")."""
        roles = [a.span for a in mention.arguments]
        return mention.type == "GATHER" and not any(span.start <= noun.start < span.end for span in roles)

    def _dateline(self, trigger: Token) -> MentionTime | None:
        """Return the date of the dateline that opens the trigger's line, just before its sentence."""
        verb = clause_verb(self.parse, trigger)
        if verb is None or in_modifier(self.parse, verb) or verb.dep not in ("ROOT", "conj"):
            return None
        first = self.parse.sentence_span(trigger.sentence).start
        for s in self.told.in_sentence(trigger.sentence - 1, self.reading.voices[0].id):
            if s.dateline and is_day(s.time) and self.told.line(s.time.span.start) == self.told.line(first):
                end, precision = s.time.to, s.time.precision
                return MentionTime(time=s.index, from_=s.time.from_, to=end, precision=precision, basis="document")
        return None

    def _is_when(self, stated: Stated, trigger: Token) -> bool:
        """Tell whether the clause is opened by "when" behind the time: it happened then ("until May 3, when police came")."""
        verb = clause_verb(self.parse, trigger)
        when = opening_when(self.parse, verb) if verb is not None else None
        return when is not None and self.text[stated.time.span.end : when.start].strip() in ("", ",")

    def _interval(self, stated: Stated, mention: EventMention, at: bool = False) -> MentionTime:
        """Return the time as the event's; "since" and "until" open the other end, unless it happened `at` the time."""
        time, lead = stated.time, "" if at else stated.lead
        start, end = time.from_, time.to
        if lead in self.grammar.words["since_words"] and mention.status != "planned":
            now = self.reading.report.published
            end = _shifted(now, 1) if now is not None and start is not None and now >= start else None
            return MentionTime(time=stated.index, from_=start, to=end, precision="range", basis="stated")
        if lead in self.grammar.words["until_words"]:
            told = self.told.narrative(stated.time.span.start)
            begun = told.time.from_ if told is not None and told.time.from_ and end and told.time.from_ < end else None
            return MentionTime(time=stated.index, from_=begun, to=end, precision="range", basis="stated")
        return MentionTime(time=stated.index, from_=start, to=end, precision=time.precision, basis="stated")

    def _reason(self, mention: EventMention) -> Reason:
        """Return why the mention has no time: a relative expression that could not be placed, or none at all."""
        trigger = self.triggers[mention.id]
        for stated in self._in_sentence(mention, trigger) if trigger is not None else ():
            reason = stated.time.unresolved.get("from")
            if reason in ("no-publication-date", "no-anchor") and self._tier(stated, trigger, mention) < _FAR:  # type: ignore[arg-type]
                return reason
        return "not-stated"


def _days_up_to(last: date, days: int, index: int) -> MentionTime:
    return MentionTime(time=index, from_=_shifted(last, -days), to=_shifted(last, 1), precision="range", basis="stated")


def _is_ahead(mention: EventMention) -> bool:
    return mention.status in ("planned", "hypothetical")


def _day_of_posting(voice: Voice) -> MentionTime | None:
    """Return the day on which a post was written, None where it is unknown."""
    day = voice.posted
    if day is None:
        return None
    return MentionTime(time=None, from_=day, to=_shifted(day, 1), precision="day", basis="document")


def _shifted(day: date, n: int) -> date | None:
    try:
        return day + timedelta(days=n)
    except OverflowError:
        return None
