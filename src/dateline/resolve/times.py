"""When each event happened: the time of its clause, else of its sentence, else of the narrative before it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from msgspec.structs import replace

from dateline.records import EventMention, MentionTime, Reading, Token, Voice
from dateline.records.unresolved import Reason
from dateline.reference.times import TimeGrammar, load_time_grammar
from dateline.resolve.clauses import VERBS, clause_verb, in_modifier, is_objects_day, is_past_passive, is_pluperfect
from dateline.resolve.counted_days import DEEDS, shifted
from dateline.resolve.counted_on import counted_on_from
from dateline.resolve.days import Candidate, Days
from dateline.resolve.earlier import is_kin
from dateline.resolve.going_on import act_before, said_on, saying_before
from dateline.resolve.others_times import FAR
from dateline.resolve.own_times import OwnTimes
from dateline.resolve.recurring import recurs
from dateline.resolve.retold import toll_of
from dateline.resolve.settled import settle, sharpen
from dateline.resolve.told import WITHIN_DAY, Stated, is_day
from dateline.resolve.traits import is_known, tense
from dateline.resolve.uttered import saying_of

# Done by saying: in a post they are news of its day only where the writer does them there and then.
SPEECH_ACTS = frozenset(("ACCUSE", "REQUEST", "SUPPORT", "THREATEN"))
_BELOW = 4  # sentences below a headline that tell what it announces


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


class _Placing(OwnTimes):
    """The work on one reading: what each mention's sentence says, and what the report hands on."""

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
        found = {m.id: self._uttered(m) or self._time_of(m) for m in self.reading.events}
        return {key: time for key, time in found.items() if time is not None}

    def _uttered(self, mention: EventMention) -> MentionTime | None:
        """Return the day on which a quotation was said, for what is done by its words."""
        trigger, voice = self.triggers[mention.id], self._voice(mention)
        said = trigger and saying_of(mention, trigger, voice, self.reading.attributions, self.parse)
        if said is None or voice.parent is None:
            return None
        for s in self.told.in_sentence(said.sentence, voice.parent):
            if s.verb is not None and s.verb.i == said.i and is_day(s.time):
                time = s.time
                return MentionTime(time=s.index, from_=time.from_, to=time.to, precision=time.precision, basis="stated")
        return None

    def _days(self, stated: Mapping[str, MentionTime]) -> Days:
        dated = [replace(m, time=stated[m.id]) for m in self.reading.events if m.id in stated]
        return Days(self.reading, self.told, self.grammar, dated)

    def _finished(self, mention: EventMention, time: MentionTime | None) -> EventMention:
        unresolved = {name: reason for name, reason in mention.unresolved.items() if name != "time"}
        if time is None:
            unresolved["time"] = self._reason(mention)
        status = "occurred" if self._has_passed(mention, time) else mention.status
        return replace(mention, time=time, status=status, unresolved=unresolved)

    def _has_passed(self, mention: EventMention, time: MentionTime | None) -> bool:
        """Tell whether what was only thought of has a day that is over by its own words: "persuaded them on Monday to march"."""
        published = self.reading.report.published
        if mention.status != "hypothetical" or time is None or time.basis != "stated" or time.to is None:
            return False
        trigger = self.triggers[mention.id]
        verb = clause_verb(self.parse, trigger) if trigger is not None else None
        unreal = verb is not None and any(t.tag == "MD" for t in self.parse.kids(verb.i, "aux"))
        return published is not None and time.to <= published and not unreal

    def _inherited(self, mention: EventMention, days: Days, weighed: Open | None) -> MentionTime | None:
        """Return the day that the mention is told under, else that of the dateline for what opens the report."""
        trigger = self.triggers[mention.id]
        if trigger is None:
            return None
        voice = self._voice(mention)
        if voice.kind == "post":
            return self._posted(mention, trigger, voice)
        if weighed is None or self._are_several(mention, trigger) or recurs(self.reading, trigger):
            return None
        further = counted_on_from(mention, days.earlier.told, self.parse, self.text)
        further = further or toll_of(mention, days.earlier.told, self.parse)
        if further is not None and further.time is not None:
            return replace(further.time, basis="inherited")
        spoken = self._known(mention, trigger, days) or self._said_on(mention, trigger, days)
        if spoken is not None:
            return spoken
        if not weighed.candidates:
            return self._dateline(trigger)
        return days.choose(weighed.candidates, weighed.traits)

    def _known(self, mention: EventMention, trigger: Token, days: Days) -> MentionTime | None:
        """Return the day of violence that a noun takes as known ("the blast"), where the report dates one such deed only."""
        real = mention.type == "ASSAULT" and mention.status not in ("planned", "hypothetical")
        if not real or trigger.pos in VERBS or not is_known(self.parse, trigger):
            return None
        kin = [m for rows in days.given.values() for m in rows if is_kin(m, mention)]
        times = [m.time for m in kin if m.status in ("alleged", "occurred") and m.time is not None]
        if not times or times[0].precision not in WITHIN_DAY or len({(t.from_, t.to) for t in times}) > 1:
            return None
        return replace(times[0], precision="day", basis="inherited")

    def _said_on(self, mention: EventMention, trigger: Token, days: Days) -> MentionTime | None:
        """Return the day of what a mention goes on from: an act told before, or words said in the sentence before."""
        act = act_before(mention, trigger, days.earlier.told, self.parse)
        if act is not None and act.time is not None and act.time.precision in WITHIN_DAY:
            return replace(act.time, basis="inherited")
        sentence = said_on(mention, trigger, self.parse)
        if sentence is None or act is not None:
            return None
        row = saying_before(self.told.in_sentence(sentence, mention.voice), self.parse)
        if row is None:
            return None
        time = row.time
        return MentionTime(time=row.index, from_=time.from_, to=time.to, precision=time.precision, basis="inherited")

    def _posted(self, mention: EventMention, trigger: Token, voice: Voice) -> MentionTime | None:
        """Return a post's own narrative day, or its day of posting for what it tells as news of that day."""
        if mention.status in ("planned", "hypothetical"):
            return None
        if mention.type in SPEECH_ACTS:
            said = self._is_done_by_saying(trigger, mention.type == "THREATEN")
            return _day_of_posting(voice) if said else None
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
        cause = self._is_cause(trigger, mention) or self._is_remembered(trigger)
        above = {t.i for t in self.parse.ancestors(trigger.i)} if cause else set()
        since = self._what_came_after(verb)
        never = {
            (s.time.from_, s.time.to)
            for s in near
            if self._cannot_be(s, trigger, mention)
            or self._opens_joined(s, trigger)
            or (mention.status == "denied" and self._is_day_of_denial(s, trigger))
            or is_objects_day(self.parse, s.head, trigger)
            or self._is_day_of_telling(s, trigger, mention)
            or (cause and (s in clause or (s.verb and s.verb.i in above)))
            or (s.verb is not None and s.verb.i in since and is_day(s.time))
            or (mention.type not in DEEDS and s.verb and is_day(s.time) and self._came_before(s, trigger))
        }
        candidates = days.candidates(mention, trigger, voice, clause)
        return traits, [c for c in candidates if (c.time.from_, c.time.to) not in never]

    def _what_came_after(self, verb: Token | None) -> set[int]:
        """Return the verbs whose act came after a clause's: "resigned on Friday after his house had been burned down".

        Not where the clause says how soon: "resigned on Friday, hours after his house had been searched".
        """
        words = self.grammar.words["after_words"]
        while verb is not None and verb.head != verb.i:
            mark = next((t for t in self.parse.kids(verb.i, "mark") if t.lower in words), None)
            soon = mark is not None and self.parse.tokens[mark.i - 1].dep in ("advmod", "npadvmod")
            if verb.dep == "advcl" and mark is not None and is_pluperfect(self.parse, verb) and not soon:
                return {verb.head, *(t.i for t in self.parse.ancestors(verb.head))}
            if verb.dep not in ("conj", "xcomp"):
                break
            verb = self.parse.tokens[verb.head]
        return set()

    def _is_day_of_denial(self, stated: Stated, trigger: Token) -> bool:
        """Tell whether a day is that on which somebody denies what the trigger tells: "denied on Monday that it had fired"."""
        saying = stated.verb
        return stated.reported and saying is not None and any(t.i == saying.i for t in self.parse.ancestors(trigger.i))

    def _is_day_of_telling(self, stated: Stated, trigger: Token, mention: EventMention) -> bool:
        """Tell whether a day is only that on which a deed was told: "said on Sunday that they had arrested ten men"."""
        verb, saying = clause_verb(self.parse, trigger), stated.verb
        if verb is None or saying is None or not stated.reported or mention.type not in DEEDS:
            return False
        done = mention.status in ("alleged", "occurred") and tense(self.parse, verb) in (
            "past",
            "passive",
            "pluperfect",
        )
        up = (verb, *self.parse.ancestors(verb.i))
        content = next((t for t in up if t.head == saying.i and t.dep == "ccomp"), None)
        if not done or content is None or saying.tag != "VBD" or not is_day(stated.time):
            return False
        return not any(saying.i < t.i < stated.head.i for t in self.parse.kids(content.i, "mark"))

    def _is_done_by_saying(self, trigger: Token, threat: bool) -> bool:
        """Tell whether the words are the act: the writer's own, in the present ("we ask everybody to go home").

        A threat is made with what its writer says he will do ("if they come, I will burn the port").
        """
        verb = clause_verb(self.parse, trigger)
        if verb is None or self.parse.kids(verb.i, "neg"):
            return False
        willed = threat and any(t.tag == "MD" for t in self.parse.kids(verb.i, "aux"))
        if not willed and (verb.tag != "VBP" or self.parse.kids(verb.i, "aux")):
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

    def _reason(self, mention: EventMention) -> Reason:
        """Return why the mention has no time: a relative expression that could not be placed, or none at all."""
        trigger = self.triggers[mention.id]
        for stated in self._in_sentence(mention, trigger) if trigger is not None else ():
            reason = stated.time.unresolved.get("from")
            if reason in ("no-publication-date", "no-anchor") and self._tier(stated, trigger, mention) < FAR:  # type: ignore[arg-type]
                return reason
        return "not-stated"


def _is_ahead(mention: EventMention) -> bool:
    return mention.status in ("planned", "hypothetical")


def _day_of_posting(voice: Voice) -> MentionTime | None:
    """Return the day on which a post was written, None where it is unknown."""
    day = voice.posted
    if day is None:
        return None
    return MentionTime(time=None, from_=day, to=shifted(day, 1), precision="day", basis="document")
