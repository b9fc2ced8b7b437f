"""The time that a mention's own sentence gives it: that of its clause, else one that belongs to no other event."""

from __future__ import annotations

from itertools import takewhile

from dateline.records import EventMention, MentionTime, Token
from dateline.records.stretches import stretch_at
from dateline.reference.resolving import resolving_words
from dateline.resolve.clauses import (
    MODIFIERS,
    SHARING,
    VERBS,
    begins,
    clause_verb,
    does,
    goes_its_own_way,
    goes_on_from,
    hangs_on,
    is_charge,
    is_objects_day,
    is_present,
    is_told_before,
    made_to,
    modifier_root,
    opening_when,
    stands_before,
    stands_beside,
    starts_at,
)
from dateline.resolve.counted_days import shifted
from dateline.resolve.going_on import SAID
from dateline.resolve.others_times import FAR, WILLED, OthersTimes
from dateline.resolve.told import Stated
from dateline.resolve.traits import tense

_WORDS = resolving_words().occasions


class OwnTimes(OthersTimes):
    """The times that the mentions of one reading have of their own."""

    def _time_of(self, mention: EventMention) -> MentionTime | None:
        """Return the time that a mention's own words give it."""
        trigger = self.triggers[mention.id]
        if trigger is None:
            return None
        counted = (
            self._next_day(mention, trigger)
            or self._days_apart(mention, trigger)
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
        near = [s for s in near if not s.stamp and not s.dateline and not self._is_hour_of_another(s, near)]
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
        by_noun = by_noun or stands_before(self.parse, stated.time.span, trigger)
        if by_noun and is_objects_day(self.parse, stated.head, trigger):
            return FAR  # "the march over Sunday's vote"
        if by_noun or self._is_of_deed(stated, trigger, mention):
            return 0
        if self._is_told_of_victim(stated, trigger, mention):
            return 1
        if mention.status == "planned" and self._begins_then(stated, trigger):
            return 0
        caused = self._caused(stated)
        if caused is not None:
            return 0 if caused.i == trigger.i else FAR
        if trigger.pos not in VERBS and does(self.parse, trigger, stated.verb):
            return 2 if mention.status == "planned" else 0  # "the talks that were planned for May will be held in June"
        if stated.head.dep == "poss" and not hangs_on(self.parse, trigger, self.parse.tokens[stated.head.head]):
            return FAR  # "Saturday's vote": the noun's day
        return FAR if self._is_nouns(stated, trigger) or self._is_frame(stated) else None

    def _tier_by_clause(self, stated: Stated, trigger: Token, mention: EventMention) -> int:
        """Rank a time by how its clause and the trigger's are joined."""
        verb = clause_verb(self.parse, trigger)
        if self._is_when(stated, trigger):
            return 0  # "in 2018, when police arrested ..."
        if self._owned_by_other(stated, trigger, mention) or self._is_elsewhen(trigger, verb, mention):
            return FAR
        if stated.verb is None or verb is None:
            return 5 if stated.verb is verb else 6
        if self._opens_joined(stated, trigger):
            return FAR
        until = stated.lead in self.grammar.words["until_words"]
        if stated.verb.i in {t.i for t in self.parse.inside(mention.trigger.span)}:
            return 1  # "are to meet today"
        if made_to(self.parse, stated.verb).i == verb.i:
            if trigger.pos not in VERBS and self._came_before(stated, trigger):
                return FAR  # "signed on Friday after talks"
            aside = until and trigger.pos not in VERBS and trigger.dep not in ("nsubj", "nsubjpass", "dobj")
            return FAR if aside else 1  # "closed until Sunday after the riots"
        if until:
            return FAR  # an end is its own clause's
        if self._is_willed_in(stated.verb, verb, mention):
            return 3
        if self._is_kept_from(stated.verb, verb):
            return 1
        if is_charge(self.parse, verb, stated.verb):
            return FAR  # "accused them on Monday of burning farms"
        if mention.status == "planned" and self._is_gone_by(stated):
            return FAR  # "visited the town on Sunday and promised help"
        if self._is_occasion(stated, verb, mention):
            return 1
        shared = stated.reported and not goes_on_from(self.parse, stated.verb, verb)
        parted = modifier_root(self.parse, stated.verb) != modifier_root(self.parse, verb)
        if shared or parted or self._is_aside(stated.verb, verb):
            return FAR
        if stated.verb.dep == "advcl" and stated.verb.head == verb.i:
            if stated.lead in self.grammar.words["by_words"]:
                return FAR  # "if they are not free by Friday, we will march"
            if mention.status == "hypothetical":
                return 5
        if self._is_of_verb_above(stated, verb, mention) or self._came_before(stated, trigger):
            return FAR
        if stated.verb.head == verb.i and self._is_since(stated.verb):
            return 1
        return 4 if self._is_told_with(stated.verb, verb, mention) else self._tier_across(stated.verb, verb)

    def _is_kept_from(self, deed: Token, verb: Token) -> bool:
        """Tell whether a time closes what somebody is kept from: "barred him from leaving the country on Monday"."""
        link = self.parse.tokens[deed.head]
        return deed.dep == "pcomp" and link.lower == "from" and link.head == verb.i

    def _is_willed_in(self, saying: Token, verb: Token, mention: EventMention) -> bool:
        """Tell whether the saying is the act: "said on Friday that he would not pay", "would halt its aid unless ..."."""
        willed = mention.type in WILLED and any(t.tag == "MD" for t in self.parse.kids(verb.i, "aux"))
        said = saying.lemma in self.grammar.words["reporting"]
        above = takewhile(lambda t: t.dep in ("ccomp", "conj") or t.i == saying.i, self.parse.ancestors(verb.i))
        return willed and said and verb.dep in ("ccomp", "conj") and any(t.i == saying.i for t in above)

    def _is_occasion(self, stated: Stated, verb: Token, mention: EventMention) -> bool:
        """Tell whether a time dates the occasion of words, told of whoever spoke or of what was written.

        "Speaking in Oran on Sunday, she thanked ...", "ministers meeting on Sunday urged ...", "in a letter read on Sunday".
        """
        told = stated.verb
        past = verb.tag in ("VBD", "VBN") and not self.parse.kids(verb.i, "aux", "auxpass")
        if told is None or mention.type not in SAID or mention.status != "occurred" or not past:
            return False
        first = verb
        while first.dep == "conj":
            first = self.parse.tokens[first.head]
        noun = self.parse.tokens[told.head]
        if told.dep == "advcl":
            return told.tag == "VBG" and noun.i == first.i and told.i < first.i and told.lemma in _WORDS.speaking
        if told.dep not in ("acl", "relcl") or noun.i > verb.i:
            return False
        subjects = {t.i for t in self.parse.kids(first.i, "nsubj")}
        within = noun.dep == "pobj" and self.parse.tokens[noun.head].lower in ("in", "at")
        above = self.parse.tokens[self.parse.tokens[noun.head].head].i if within else noun.i
        if noun.lemma in _WORDS.writings:
            return above == first.i or above in subjects
        return noun.i in subjects and told.lemma in _WORDS.speaking

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
        """Tell whether a time says when what is planned or called off begins.

        "Declared a curfew, to begin on Friday", "a truce from Friday", "called off a strike set for Friday".
        """
        words, verb = self.grammar.words, stated.verb
        if stated.lead in words["from_words"] and verb is not None:
            return verb.i == trigger.i
        objects = self.parse.kids(trigger.i, "dobj", "nsubjpass") if trigger.pos in VERBS else ()
        of_object = any(begins(self.parse, noun, verb) for noun in objects)
        return of_object or starts_at(self.parse, verb, trigger, words["starting_words"])

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

    def _tier_across(self, time_verb: Token, verb: Token) -> int:
        """Rank a time of another clause of the sentence."""
        if verb.dep == "conj" and is_present(self.parse, verb) and not is_present(self.parse, time_verb):
            return FAR  # "fought a war in 2008 and recognises two regions"
        climb: Token = verb
        for step in range(4):
            if climb.dep in MODIFIERS or climb.head == climb.i:
                break
            clause, climb = climb, self.parse.tokens[climb.head]
            if self._stands_apart(clause, climb) or goes_its_own_way(self.parse, clause, climb):
                break
            if climb.i == time_verb.i:
                return 2 + min(step, 2)
        meant = time_verb.dep == "xcomp" and verb.lemma in self.grammar.words["intent_words"]
        told_before = is_told_before(self.parse, verb, time_verb)
        if meant or told_before or (time_verb.dep == "ccomp" and self._stands_apart(time_verb, verb)):
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

    def _is_when(self, stated: Stated, trigger: Token) -> bool:
        """Tell whether the clause is opened by "when" behind the time: it happened then ("until May 3, when police came")."""
        verb = clause_verb(self.parse, trigger)
        when, end = opening_when(self.parse, verb) if verb is not None else None, stated.time.span.end
        return when is not None and end <= when.start and self.text[end : when.start].strip() in ("", ",")

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
        sharper = self._sharper(stated)
        return sharper or MentionTime(time=stated.index, from_=start, to=end, precision=time.precision, basis="stated")

    def _begins(self, stated: Stated, mention: EventMention) -> bool:
        """Tell whether a time stands in a clause that says since when the mention lasts."""
        trigger = self.triggers[mention.id]
        verb = clause_verb(self.parse, trigger) if trigger is not None else None
        above = stated.verb is not None and verb is not None and stated.verb.head == verb.i != stated.verb.i
        return above and stated.verb is not None and self._is_since(stated.verb)
