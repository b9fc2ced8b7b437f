"""The time that a mention's own sentence gives it: that of its clause, else one that belongs to no other event."""

from __future__ import annotations

from itertools import takewhile

from dateline.records import EventMention, MentionTime, Token
from dateline.records.stretches import stretch_at
from dateline.reference.numbers import count_lexicon
from dateline.reference.times import puts_off
from dateline.reference.tolls import is_toll_verb
from dateline.resolve.clauses import (
    MODIFIERS,
    SHARING,
    VERBS,
    begins,
    clause_verb,
    comes_after,
    does,
    goes_on_from,
    hangs_on,
    is_agreed_on,
    is_below,
    is_cause,
    is_perfect,
    is_record,
    lays_blame,
    made_to,
    modifier_root,
    opening_when,
    stands_beside,
    starts_at,
)
from dateline.resolve.counted_days import DEEDS, CountedDays, shifted
from dateline.resolve.told import FOREGROUND_DAYS, Stated
from dateline.resolve.traits import tense

FAR = 9
_WILLED = ("REJECT", "THREATEN")  # what is done by saying that one will


class OwnTimes(CountedDays):
    """The times that the mentions of one reading have of their own."""

    def _time_of(self, mention: EventMention) -> MentionTime | None:
        """Return the time that a mention's own words give it."""
        trigger = self.triggers[mention.id]
        if trigger is None:
            return None
        counted = (
            self._days_apart(mention, trigger)
            or self._days_behind(mention, trigger)
            or self._remembered(mention, trigger)
            or self._counted_from(mention, trigger)
            or self._lasting(mention, trigger)
        )
        if counted is not None:
            return counted
        stated = self._own(mention, trigger)
        if stated is None:
            told_of = self._is_elsewhen(trigger, clause_verb(self.parse, trigger), mention)
            entered = None if told_of else self._entered(mention, trigger)
            return self._soon(mention, trigger) or self._since_then(mention, trigger) or entered
        put_off = self._put_off_to(trigger, self._in_sentence(mention, trigger)) is stated
        return self._interval(stated, mention, at=put_off or self._is_when(stated, trigger))

    def _own(self, mention: EventMention, trigger: Token) -> Stated | None:
        """Return the time of the event's clause, else one in its sentence that belongs to no other event."""
        near = [s for s in self._in_sentence(mention, trigger) if s.time.from_ is not None]
        near = [s for s in near if not s.stamp and not s.dateline]
        row = stretch_at(self.parse, trigger, self.reading.toponyms, self.reading.times)
        if row and row.day is not None:
            return next((s for s in near if s.index == row.day), None)
        put_off = self._put_off_to(trigger, near)
        if put_off is not None:
            return put_off
        ranked = [((self._tier(s, trigger, mention), s.counted, abs(s.head.i - trigger.i), s.index), s) for s in near]
        ranked = [r for r in ranked if r[0][0] < FAR]
        return min(ranked, key=lambda r: r[0])[1] if ranked else None

    def _tier(self, stated: Stated, trigger: Token, mention: EventMention) -> int:
        """Rank how closely a time belongs to a trigger: 0 hangs on it, 1 its clause, 2 joined clauses, 5 its sentence."""
        tier = self._tier_by_words(stated, trigger, mention)
        return self._tier_by_clause(stated, trigger, mention) if tier is None else tier

    def _tier_by_words(self, stated: Stated, trigger: Token, mention: EventMention) -> int | None:
        """Rank a time by what it hangs on and what it is said of, None where only the clauses can tell."""
        told_by_it = stated.counted and stated.time.span.covers(mention.trigger.span)
        if told_by_it or self._cannot_be(stated, trigger, mention):
            return FAR
        by_noun = trigger.pos not in VERBS and hangs_on(self.parse, stated.head, trigger)
        if by_noun or self._is_of_deed(stated, trigger, mention):
            return 0
        if self._is_told_of_victim(stated, trigger, mention):
            return 1
        if mention.status == "planned" and self._begins_then(stated, trigger):
            return 0
        caused = self._caused(stated)
        if caused is not None:
            return 0 if caused.i == trigger.i else FAR
        if trigger.pos in VERBS and self._begins_its_object(stated, trigger, mention):
            return 0
        if trigger.pos not in VERBS and does(self.parse, trigger, stated.verb):
            return 2 if mention.status == "planned" else 0  # "the talks that were planned for May will be held in June"
        if stated.head.dep == "poss" and not hangs_on(self.parse, trigger, self.parse.tokens[stated.head.head]):
            return FAR  # "Saturday's vote": the noun's day
        return FAR if self._is_nouns(stated, trigger) or self._is_frame(stated) else None

    def _tier_by_clause(self, stated: Stated, trigger: Token, mention: EventMention) -> int:
        """Rank a time by how its clause and the trigger's are joined."""
        verb = clause_verb(self.parse, trigger)
        when = opening_when(self.parse, verb) if verb is not None else None
        if when is not None and self.text[stated.time.span.end : when.start].strip() in ("", ","):
            return 0 if stated.time.span.end <= when.start else FAR  # "in 2018, when police arrested ..."
        if self._owned_by_other(stated, trigger, mention) or self._is_elsewhen(trigger, verb, mention):
            return FAR
        if stated.verb is None or verb is None:
            return 5 if stated.verb is verb else 6
        until = stated.lead in self.grammar.words["until_words"]
        if stated.verb.i in {t.i for t in self.parse.inside(mention.trigger.span)}:
            return 1  # "are to meet today"
        if made_to(self.parse, stated.verb).i == verb.i:
            aside = until and trigger.pos not in VERBS and trigger.dep not in ("nsubj", "nsubjpass", "dobj")
            return FAR if aside else 1  # "closed until Sunday after the riots"
        if until:
            return FAR  # an end is its own clause's
        if self._is_willed_in(stated.verb, verb, mention):
            return 3
        shared = stated.reported and not goes_on_from(self.parse, stated.verb, verb)
        parted = modifier_root(self.parse, stated.verb) != modifier_root(self.parse, verb)
        if shared or parted or self._is_aside(stated.verb, verb):
            return FAR
        if stated.verb.dep == "advcl" and stated.verb.head == verb.i:
            if stated.lead in self.grammar.words["by_words"]:
                return FAR  # "if they are not free by Friday, we will march"
            if mention.status == "hypothetical":
                return 5
        if self._is_of_verb_above(stated, verb, mention):
            return FAR
        if stated.verb.head == verb.i and self._is_since(stated.verb):
            return 1
        return 4 if self._is_told_with(stated.verb, verb, mention) else self._tier_across(stated.verb, verb)

    def _begins_its_object(self, stated: Stated, trigger: Token, mention: EventMention) -> bool:
        """Tell whether a time says when that begins which a verb plans or calls off ("called off a strike set for Friday")."""
        objects = self.parse.kids(trigger.i, "dobj", "nsubjpass")
        return mention.status == "planned" and any(begins(self.parse, noun, stated.verb) for noun in objects)

    def _is_willed_in(self, saying: Token, verb: Token, mention: EventMention) -> bool:
        """Tell whether the saying is the act: "said on Friday that he would not pay", "would halt its aid unless ..."."""
        willed = mention.type in _WILLED and any(t.tag == "MD" for t in self.parse.kids(verb.i, "aux"))
        said = saying.lemma in self.grammar.words["reporting"]
        above = takewhile(lambda t: t.dep in ("ccomp", "conj") or t.i == saying.i, self.parse.ancestors(verb.i))
        return willed and said and verb.dep in ("ccomp", "conj") and any(t.i == saying.i for t in above)

    def _is_told_of_victim(self, stated: Stated, trigger: Token, mention: EventMention) -> bool:
        """Tell whether a noun's time is told with whom it befell ("the killing of an editor who was shot in May")."""
        verb = stated.verb
        if trigger.pos in VERBS or verb is None or verb.dep != "relcl" or trigger.i == verb.head:
            return False
        if not hangs_on(self.parse, self.parse.tokens[verb.head], trigger):
            return False
        if any(self.mentions[key].type == mention.type for key, t in self.around[trigger.sentence] if t.i == verb.i):
            return True
        parts = (
            self.parse.head_of(a.span) for a in mention.arguments
        )  # the clause is part of the mention: "by two men"
        return any(t.i == verb.i for part in parts if part is not None for t in self.parse.ancestors(part.i))

    def _begins_then(self, stated: Stated, trigger: Token) -> bool:
        """Tell whether a time says when what is decreed or agreed begins ("declared a curfew, to begin on Friday")."""
        words, verb = self.grammar.words, stated.verb
        if stated.lead in words["from_words"] and verb is not None:
            return verb.i == trigger.i
        return starts_at(self.parse, verb, trigger, words["starting_words"])

    def _is_of_deed(self, stated: Stated, trigger: Token, mention: EventMention) -> bool:
        """Tell whether a time is that of the deed which a verb of dying or killing names beside it.

        "Two victims of Thursday's shooting died", "a boy who was hit on Friday died", "those killed in Monday's attack".
        """
        if self._is_late_death(trigger):
            dead = {t.i for t in self.parse.kids(trigger.i, "nsubj")}
            return any(t.i in dead for t in takewhile(lambda t: t.i != trigger.i, self.parse.ancestors(stated.head.i)))
        noun = self.parse.tokens[stated.head.head]
        link = self.parse.tokens[noun.head]
        within = stated.head.dep == "poss" and noun.dep == "pobj" and link.lower == "in"
        return within and link.head == trigger.i and mention.type == "ASSAULT"

    def _is_nouns(self, stated: Stated, trigger: Token) -> bool:
        """Tell whether a time stands before a noun of an aside and is its alone ("thanked them for help in the May floods")."""
        noun = self.parse.tokens[stated.head.head]
        described = stated.head.dep in ("compound", "amod", "nummod") and noun.pos in ("NOUN", "PROPN")
        outside = noun.dep == "pobj" and noun.start >= stated.time.span.end and stated.lead not in ("on", "in")
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

    def _cannot_be(self, stated: Stated, trigger: Token, mention: EventMention) -> bool:
        """Tell whether a time cannot be the event's: still ahead of what is told, left behind, a record's length."""
        published, words = self.reading.report.published, self.grammar.words
        after = comes_after(self.parse, trigger, words["following_words"], words["after_words"])
        if after is not None and after.i < stated.head.i and not hangs_on(self.parse, stated.head, trigger):
            return True  # "the march follows the arrest of two students on Friday"
        done = trigger.tag == "VBD" or is_perfect(self.parse, trigger) or mention.type in _WILLED
        if done and mention.status == "occurred" and published and stated.time.from_ and stated.time.from_ > published:
            return True
        if (
            mention.mode == "curfew"
            and stated.time.precision in ("hour", "minute")
            and stated.lead in words["bound_leads"]
        ):
            return True  # "a curfew from nine in the evening until five": every day's hours
        if mention.type == "THREATEN" and stated.lead in words["from_words"]:
            return True  # "warned of a strike from Friday": what is threatened begins then
        ahead = published is None or stated.time.from_ is None or stated.time.from_ > published
        if mention.status == "planned" and not ahead and is_agreed_on(self.parse, trigger):
            return not hangs_on(self.parse, stated.head, trigger)
        if stated.verb is not None and mention.type in DEEDS and lays_blame(self.parse, mention.trigger.span):
            return (
                mention.trigger.span.start <= stated.verb.start < mention.trigger.span.end
            )  # "blamed rebels on Tuesday"
        if stated.verb is not None and self._is_later(stated.verb) and self._is_verbs(stated, stated.verb):
            return True
        if (
            stated.lead in words["from_words"]
            and stated.verb is not None
            and puts_off(self.parse, stated.verb, self.grammar)
        ):
            return True  # "put off from February"
        return stated.lead in words["since_words"] and is_record(self.parse, trigger)

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
            return FAR
        below = time_verb.dep in SHARING and any(above.i == verb.i for above in self.parse.ancestors(time_verb.i))
        if time_verb.dep == "ccomp" and self.parse.kids(time_verb.i, "nsubj", "nsubjpass"):
            return FAR
        joined = time_verb.dep == "conj"
        goes_on = time_verb.tag == "VBG" and verb.tag != "VBG"  # "demands a vote and is calling people out on Sunday"
        other_tense = goes_on or tense(self.parse, time_verb) != tense(self.parse, verb)
        apart = self.parse.kids(time_verb.i, "aux") and other_tense
        apart = apart or self.parse.kids(time_verb.i, "nsubj", "nsubjpass")
        return 4 if below and not (joined and apart) else FAR

    def _is_since(self, verb: Token) -> bool:
        """Tell whether a clause says since when ("has been held since he spoke out in August")."""
        words = self.grammar.words["since_words"]
        return verb.dep == "advcl" and any(t.lower in words for t in self.parse.kids(verb.i, "mark"))

    def _is_told_with(self, time_verb: Token, verb: Token, mention: EventMention) -> bool:
        """Tell whether a time closes two joined acts of a kind, each with its subject ("two died and six fled on Monday")."""
        if time_verb.dep != "conj" or time_verb.head != verb.i or tense(self.parse, time_verb) == "modal":
            return False
        if any(t.text == ";" for t in self.parse.tokens[verb.i : time_verb.i]):
            return False
        return any(
            t.i == time_verb.i and self.mentions[key].type == mention.type for key, t in self.around[verb.sentence]
        )

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
        deed = mention.type in DEEDS and mention.status not in ("planned", "hypothetical")
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

    def _owned_by_other(self, stated: Stated, trigger: Token, mention: EventMention) -> bool:
        """Tell whether the time hangs on another event's noun."""
        for key, head in self.around.get(trigger.sentence, ()):
            if key == mention.id or head.i == trigger.i or head.pos in VERBS:
                continue
            if hangs_on(self.parse, stated.head, head) and not hangs_on(self.parse, trigger, head):
                return True
        return False

    def _is_when(self, stated: Stated, trigger: Token) -> bool:
        """Tell whether the clause is opened by "when" behind the time: it happened then ("until May 3, when police came")."""
        verb = clause_verb(self.parse, trigger)
        when = opening_when(self.parse, verb) if verb is not None else None
        return when is not None and self.text[stated.time.span.end : when.start].strip() in ("", ",")

    def _interval(self, stated: Stated, mention: EventMention, at: bool = False) -> MentionTime:
        """Return the time as the event's; "since" and "until" open the other end, unless it happened `at` the time."""
        time, lead = stated.time, "" if at else stated.lead
        start, end = time.from_, time.to
        since = lead in self.grammar.words["since_words"] or self._begins(stated, mention)
        if since and mention.status != "planned":
            now = self.reading.report.published
            end = shifted(now, 1) if now is not None and start is not None and now >= start else None
            return MentionTime(time=stated.index, from_=start, to=end, precision="range", basis="stated")
        if lead in self.grammar.words["until_words"]:
            told = self.told.narrative(stated.time.span.start)
            begun = told.time.from_ if told is not None and told.time.from_ and end and told.time.from_ < end else None
            return MentionTime(time=stated.index, from_=begun, to=end, precision="range", basis="stated")
        day = self._week_from(stated)
        if day is not None:
            return MentionTime(time=stated.index, from_=day, to=shifted(day, 1), precision="day", basis="stated")
        return MentionTime(time=stated.index, from_=start, to=end, precision=time.precision, basis="stated")

    def _begins(self, stated: Stated, mention: EventMention) -> bool:
        """Tell whether a time stands in a clause that says since when the mention lasts."""
        trigger = self.triggers[mention.id]
        verb = clause_verb(self.parse, trigger) if trigger is not None else None
        above = stated.verb is not None and verb is not None and stated.verb.head == verb.i != stated.verb.i
        return above and stated.verb is not None and self._is_since(stated.verb)
