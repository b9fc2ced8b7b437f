"""Times in a mention's sentence that are another happening's, or say something else than when it was."""

from __future__ import annotations

from itertools import takewhile

from dateline.records import EventMention, Token
from dateline.reference.numbers import count_lexicon
from dateline.reference.resolving import resolving_words
from dateline.reference.times import puts_off
from dateline.reference.tolls import is_toll_verb
from dateline.resolve.clauses import (
    VERBS,
    clause_verb,
    comes_after,
    hangs_on,
    happens_in,
    is_agreed_on,
    is_below,
    is_cause,
    is_objected_to,
    is_perfect,
    is_record,
    lays_blame,
    opened_after,
)
from dateline.resolve.counted_days import DEEDS, CountedDays
from dateline.resolve.told import FOREGROUND_DAYS, Stated, is_day

FAR = 9
_WORDS = resolving_words().times
_JUDGING = ("ACCUSE", "SUPPORT")
WILLED = ("REJECT", "THREATEN")  # what is done by saying that one will


class OthersTimes(CountedDays):
    """Tells which times of the sentences of one reading are not a mention's own."""

    def _is_nouns(self, stated: Stated, trigger: Token) -> bool:
        """Tell whether a time stands before a noun of an aside and is its alone ("thanked them for help in the May floods")."""
        noun = self.parse.tokens[stated.head.head]
        described = stated.head.dep in ("amod", "compound", "det", "nmod", "nummod") and noun.pos in ("NOUN", "PROPN")
        outside = noun.dep == "pobj" and noun.start >= stated.time.span.end and stated.lead not in ("on", "in")
        if noun.lemma in _WORDS.wars and happens_in(self.parse, trigger, noun):
            return False  # "was captured in the 1967 war"
        return described and outside and not hangs_on(self.parse, trigger, noun)

    def _is_frame(self, stated: Stated) -> bool:
        """Tell whether a time only says among which others a happening is counted ("smashed, the second such act this year")."""
        nouns = takewhile(lambda t: t.pos not in VERBS, self.parse.ancestors(stated.head.i))
        return any(noun.dep in ("appos", "npadvmod") and is_record(self.parse, noun) for noun in nouns)

    def _is_of_verb_above(self, stated: Stated, verb: Token, mention: EventMention) -> bool:
        """Tell whether a time belongs to the verb above alone: "agreed on Sunday to leave", "left on Friday after they fired"."""
        if stated.verb is None or not is_below(self.parse, verb, stated.verb):
            return False
        if verb.dep == "advcl":
            return any(t.lower in ("after", "since") for t in self.parse.kids(verb.i, "mark"))
        published, start = self.reading.report.published, stated.time.from_
        past = published is None or start is None or start <= published
        return verb.dep == "xcomp" and mention.status == "planned" and stated.head.i < verb.i and past

    def _opens_joined(self, stated: Stated, trigger: Token) -> bool:
        """Tell whether a time opens a joined clause behind a trigger: "condemned the tax and on Friday marched"."""
        verb, first, behind = (
            stated.verb,
            self.parse.at(stated.time.span.start),
            self.parse.at(stated.time.span.end + 1),
        )
        if behind is not None and behind.text == ",":
            behind = self.parse.at(behind.end + 1)
        if behind is not None and first is not None and behind.tag == "VBD" and behind.dep == "conj":
            before = list(takewhile(lambda t: t.dep != "cc", reversed(self.parse.tokens[trigger.i : first.i])))
            if first.i - len(before) > trigger.i:
                return all(t.pos == "ADP" or t.text == "," for t in before)  # "freed two and, on Sunday, killed one"
        if verb is None or verb.dep != "conj" or not trigger.i < stated.head.i < verb.i:
            return False
        return any(trigger.i < t.i < stated.head.i for t in self.parse.kids(verb.head, "cc"))

    def _came_before(self, stated: Stated, trigger: Token) -> bool:
        """Tell whether a trigger stands in what came before an act that a time is of: "signed on Friday after talks in Rome"."""
        after = opened_after(self.parse, trigger, self.grammar.words["after_words"])
        return after is not None and all(t.i != after.i for t in self.parse.ancestors(stated.head.i))

    def _is_hour_of_another(self, stated: Stated, near: list[Stated]) -> bool:
        """Tell whether a time without a day only says at what hour of another of its clause: "in May 2010 they came at night"."""
        time = stated.time
        if time.type != "TIME" or time.anchor != "narrative" or stated.verb is None:
            return False
        dated = [s.time for s in near if s.verb is not None and s.verb.i == stated.verb.i and s.time.type == "DATE"]
        if stated.lead in self.grammar.words["bound_leads"] and any(is_day(d) for d in dated):
            return True  # "has kept them indoors from dusk to dawn since Tuesday"
        return any(d.anchor == "absolute" and d.to and time.from_ and d.to <= time.from_ for d in dated)

    def _cannot_be(self, stated: Stated, trigger: Token, mention: EventMention) -> bool:
        """Tell whether a time cannot be the event's, whatever clause it stands in."""
        words = self.grammar.words
        if mention.type == "THREATEN" and (stated.lead in words["from_words"] or stated.lead in words["until_words"]):
            return True  # "warned of a strike from Friday", "gave them until Friday": what is threatened begins then
        return (
            self._is_of_record(stated, trigger)
            or self._is_of_the_one_before(stated, trigger)
            or self._is_still_ahead(stated, trigger, mention)
            or self._is_how_long(stated, trigger, mention)
            or self._is_of_every_day(stated, mention)
            or self._is_of_the_agreeing(stated, trigger, mention)
            or self._is_of_the_telling(stated, mention)
            or (mention.type in _JUDGING and self._is_judged_now(stated))
        )

    def _is_of_record(self, stated: Stated, trigger: Token) -> bool:
        """Tell whether a time says since when nothing was as large ("killed nine people in the worst attack since May")."""
        between = self.parse.tokens[trigger.i : stated.head.i]
        nouns = [trigger, *(t for t in between if t.pos == "NOUN" or t.tag == "JJS")]
        return stated.lead in self.grammar.words["since_words"] and any(is_record(self.parse, t) for t in nouns)

    def _is_of_the_one_before(self, stated: Stated, trigger: Token) -> bool:
        """Tell whether a time is that of what a noun comes after ("the march follows the arrest of two students on Friday")."""
        words = self.grammar.words
        after = comes_after(self.parse, trigger, words["following_words"], words["after_words"])
        return after is not None and after.i < stated.head.i and not hangs_on(self.parse, stated.head, trigger)

    def _is_still_ahead(self, stated: Stated, trigger: Token, mention: EventMention) -> bool:
        """Tell whether a time is still to come of what has been done."""
        published, start = self.reading.report.published, stated.time.from_
        done = trigger.tag == "VBD" or is_perfect(self.parse, trigger) or mention.type in WILLED
        return bool(done and mention.status == "occurred" and published and start and start > published)

    def _is_how_long(self, stated: Stated, trigger: Token, mention: EventMention) -> bool:
        """Tell whether a time is how long a measure is to last that was taken at once: "imposed a curfew until Sunday"."""
        words, verb = self.grammar.words, clause_verb(self.parse, trigger)
        own = verb is not None and stated.verb is not None and stated.verb.i == verb.i
        taken = own and verb is not None and verb.tag in ("VBD", "VBN") and verb.lemma in words["limiting_words"]
        return taken and stated.lead in words["until_words"] and mention.status == "occurred"

    def _is_of_every_day(self, stated: Stated, mention: EventMention) -> bool:
        """Tell whether a time is the hours of a curfew ("from nine in the evening until five")."""
        hours = stated.time.precision in ("hour", "minute")
        return mention.mode == "curfew" and hours and stated.lead in self.grammar.words["bound_leads"]

    def _is_of_the_agreeing(self, stated: Stated, trigger: Token, mention: EventMention) -> bool:
        """Tell whether a day gone by is when a plan was agreed on ("agreed on Tuesday on a swap")."""
        published, start = self.reading.report.published, stated.time.from_
        gone = published is not None and start is not None and start <= published
        agreed = gone and mention.status == "planned" and is_agreed_on(self.parse, trigger)
        return agreed and not hangs_on(self.parse, stated.head, trigger)

    def _is_gone_by(self, stated: Stated) -> bool:
        """Tell whether a time was over before the day of issue."""
        published, end = self.reading.report.published, stated.time.to
        return published is not None and end is not None and end <= published

    def _is_of_the_telling(self, stated: Stated, mention: EventMention) -> bool:
        """Tell whether a time is when a deed was blamed on somebody, a toll given, or a plan put off ("put off from May")."""
        verb, said = stated.verb, mention.trigger.span
        if verb is None:
            return False
        if mention.type in DEEDS and lays_blame(self.parse, said):
            return said.start <= verb.start < said.end  # "blamed rebels on Tuesday"
        if self._is_later(verb) and self._is_verbs(stated, verb):
            return True
        return stated.lead in self.grammar.words["from_words"] and puts_off(self.parse, verb, self.grammar)

    def _is_later(self, verb: Token) -> bool:
        """Tell whether a verb tells of those who died since, or gives a new toll: its day is not when they were hit."""
        return is_toll_verb(self.parse, verb, count_lexicon()) or self._is_late_death(verb)

    def _is_verbs(self, stated: Stated, verb: Token) -> bool:
        """Tell whether a time hangs on a verb, straight or by a preposition, and on none of the nouns beside it."""
        above = self.parse.tokens[stated.head.head]
        return verb.i in (above.i, above.head) and above.pos != "NOUN"

    def _is_late_death(self, trigger: Token) -> bool:
        """Tell whether somebody died of what was done before ("died of his wounds", "one of the wounded died")."""
        words = self.grammar.words
        if trigger.lemma not in words["dying_words"]:
            return False
        behind = (trigger, *self.parse.kids(trigger.i, "nsubj"))
        inside = [o for t in behind for p in self.parse.kids(t.i, "prep") for o in self.parse.kids(p.i, "pobj")]
        for dead in behind[1:]:
            if any(t.entity == "DATE" for t in self.parse.tokens[dead.i : trigger.i]):
                inside += self.parse.kids(dead.i, "acl", "relcl")  # "who was shot on Friday died on Sunday"
        return any({o.lemma, o.lower} & words["wound_words"] for o in inside)

    def _is_aside(self, time_verb: Token, verb: Token) -> bool:
        """Tell whether the time stands in a clause with "where" that the verb is not part of: "Arsal, where in 2013 ..."."""
        inside = {t.i for t in (verb, *self.parse.ancestors(verb.i))}
        clauses = (t for t in (time_verb, *self.parse.ancestors(time_verb.i)) if t.i not in inside)
        return any(t.lower == "where" for clause in clauses for t in self.parse.kids(clause.i, "advmod", "mark"))

    def _is_elsewhen(self, trigger: Token, verb: Token | None, mention: EventMention) -> bool:
        """Tell whether a noun names a happening that its clause is about, not one of the clause's time."""
        return (
            self._is_anothers(trigger, verb, mention)
            or self._harks_back(trigger, mention)
            or self._is_cause(trigger, mention)
        )

    def _is_cause(self, trigger: Token, mention: EventMention) -> bool:
        """Tell whether a mention is what its clause's act is for ("jailed him for the attack") or against: not then."""
        if mention.type not in DEEDS:
            return False
        told = mention.status not in ("planned", "hypothetical")
        cause = told and is_cause(self.parse, trigger, self.grammar.words["cause_leads"])
        return cause or is_objected_to(self.parse, trigger)

    def _caused(self, stated: Stated) -> Token | None:
        """Return the trigger that a time dates, told as what is tried, avenged or condemned ("jailed him for an attack in 2017").

        The time is long past, its clause has a later day before it ("on Sunday condemned two bombings in Peru on Friday"), or is
        told as of now ("condemns the bombing on Friday").
        """
        published, end = self.reading.report.published, stated.time.to
        if published is None or end is None:
            return None
        recent = (published - end).days <= FOREGROUND_DAYS
        if recent and not self._has_later_day(stated) and not self._is_judged_now(stated):
            return None
        before = [
            (head.i, key, head) for key, head in self.around.get(stated.head.sentence, ()) if head.i < stated.head.i
        ]
        if not before:
            return None
        _, key, last = max(before)
        return last if self._is_cause(last, self.mentions[key]) else None

    def _is_judged_now(self, stated: Stated) -> bool:
        """Tell whether a day gone by stands behind what somebody judges in the present: "condemns the violence on Friday"."""
        verb = stated.verb
        if verb is not None and verb.dep == "pcomp":
            verb = self.parse.tokens[self.parse.tokens[verb.head].head]  # "blames them for burning a mill on Friday"
        if verb is None or verb.lemma not in self.grammar.words["judging_words"] or not self._is_gone_by(stated):
            return False
        return verb.tag in ("VBZ", "VBP") and any(verb.i < t.i < stated.head.i for t in self.parse.kids(verb.i, "dobj"))

    def _has_later_day(self, stated: Stated) -> bool:
        """Tell whether a later day stands before a day in its clause: its verb has a time of its own."""
        start, verb = stated.time.from_, stated.verb
        if start is None or verb is None or not is_day(stated.time):
            return False
        before = (s for s in self.told.in_sentence(stated.head.sentence, stated.voice.id) if s.head.i < stated.head.i)
        days = (s for s in before if is_day(s.time) and s.verb is not None and s.verb.i == verb.i)
        return any(s.time.from_ is not None and s.time.from_ > start for s in days)

    def _harks_back(self, trigger: Token, mention: EventMention) -> bool:
        """Tell whether a noun names a known happening as a purpose or an anniversary's ("to mourn the attack")."""
        words = self.grammar.words
        if trigger.pos in VERBS or mention.status == "planned":
            return False
        if self._is_remembered(trigger):
            return True
        verb = self.parse.tokens[trigger.head]
        purpose = verb.tag == "VB" and any(t.tag == "TO" for t in self.parse.kids(verb.i, "aux"))
        known = any(t.lower in words["definite"] for t in self.parse.kids(trigger.i, "det")) or self.parse.kids(
            trigger.i, "poss"
        )
        return bool(trigger.dep == "dobj" and purpose and known)

    def _is_remembered(self, trigger: Token) -> bool:
        """Tell whether a noun names what an anniversary is of or whose victims are told of: "survivors of the massacre"."""
        nouns = takewhile(lambda t: t.pos not in VERBS, self.parse.ancestors(trigger.i))
        return trigger.pos not in VERBS and any(t.lemma in self.grammar.words["anniversary_words"] for t in nouns)

    def _owned_by_other(self, stated: Stated, trigger: Token, mention: EventMention) -> bool:
        """Tell whether the time hangs on another event's noun."""
        for key, head in self.around.get(trigger.sentence, ()):
            if key == mention.id or head.i == trigger.i or head.pos in VERBS:
                continue
            if hangs_on(self.parse, stated.head, head) and not hangs_on(self.parse, trigger, head):
                return not happens_in(self.parse, trigger, head)
        return False
