"""Whether a mention without a time of its own happened on a day named before it: the candidates, and what speaks for each.

Candidates are the day that the narrative has got to (in the paragraph, else before it), the day on which something was last said
in the paragraph, and the day of the last happening of the same kind, which a denial or a word such as "the attack" may mean. What
a careful reader goes by is counted: how far off the day was named, what was named since, tense, who speaks, who acts on, and
whether a happening of the kind was told under that day already. `data/inheriting.toml` weighs it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dateline.records import EventMention, MentionTime, Parse, Reading, Time, Token, Voice
from dateline.reference.inheriting import InheritingModel, inheriting_model
from dateline.reference.times import TimeGrammar
from dateline.resolve.clauses import VERBS, clause_verb, is_perfect, is_present
from dateline.resolve.told import FOREGROUND_DAYS, Stated, Told, is_day

Features = dict[str, float]

SPEECH_ACTS = frozenset(
    {"ACCUSE", "REQUEST", "THREATEN", "SUPPORT"}
)  # their time is when they are said, seldom the narrative's
# Ways of killing: what one word calls an assassination another calls a drone strike.
_MEANS = frozenset(
    ("assassination", "airstrike", "drone-strike", "bombing", "shooting", "shelling", "stabbing", "suicide-attack")
)
_PRONOUNS = frozenset(("he", "she", "it", "they"))


@dataclass(frozen=True, slots=True)
class Candidate:
    """A day that a mention may inherit. features: what speaks for and against it, by readable name."""

    time: MentionTime
    features: Features


class Inheriting:
    """The work on one reading: candidates and the choice among them."""

    def __init__(
        self, reading: Reading, told: Told, grammar: TimeGrammar, model: InheritingModel | None = None
    ) -> None:
        self.reading, self.told, self.words = reading, told, grammar.words
        self.parse: Parse = reading.grammar()
        self.model = model or inheriting_model()

    def may(self, mention: EventMention, trigger: Token) -> bool:
        """Tell whether a mention can inherit a day at all: told of one happening, neither planned nor ruled out."""
        verb = clause_verb(self.parse, trigger)
        since = verb is not None and self.parse.tokens[verb.i - 1].lower in self.words["since_words"]
        if verb is not None and since and is_perfect(self.parse, verb):
            return False  # "has since banned it": on some later day
        return self._takes_narrative(mention, verb) and not self._are_several(mention, trigger)

    def choose(self, candidates: Sequence[Candidate]) -> MentionTime | None:
        """Return the time of the likeliest candidate, None where none is likely enough."""
        rated = [(self.model.probability(c.features), c.time) for c in candidates]
        best = max(rated, key=lambda row: row[0], default=None)
        return best[1] if best is not None and best[0] >= self.model.least else None

    def candidates(
        self, mention: EventMention, trigger: Token, voice: Voice, before: Sequence[EventMention], another: bool = False
    ) -> list[Candidate]:
        """Return the days that a mention may inherit.

        before: the mentions placed already, in text order.
        another: the mention is what another act is about ("condemned the attack").
        """
        own = [*self._of_mention(mention, trigger, voice), *(("of another act",) if another else ())]
        rows = [(_inherited(day.time, day.index), names) for day, names in self._days(trigger)]
        alike = next((m for m in reversed(before) if _is_alike(m, mention)), None)
        if alike is not None:
            near = "near" if self.told.line(alike.trigger.span.start) == self.told.line(trigger.start) else "far"
            for time, names in rows:
                names.append(f"alike {near}, {_compared(alike.time, time)}")
            if alike.time is not None and all(_compared(alike.time, time) != "same day" for time, _ in rows):
                rows.append((_inherited(alike.time, alike.time.time), ["alike", f"alike {near}"]))
        return [Candidate(time, dict.fromkeys([*names, *own], 1.0)) for time, names in rows]

    def _days(self, trigger: Token) -> Iterable[tuple[Stated, list[str]]]:
        """Yield the days of narrative and speech that a mention may stand under, each with how it lies to the mention."""
        here = self.told.narrative(trigger.start, beyond=False)
        day = here or self.told.narrative(trigger.start)
        if day is not None:
            yield day, [*self._distance(day, trigger, "paragraph" if here else "beyond"), *self._of_day(day, trigger)]
        said = self.told.said(trigger.start)
        if said is not None:
            yield said, ["said", *self._of_day(said, trigger)]

    def _distance(self, day: Stated, trigger: Token, source: str) -> list[str]:
        names = [source]
        if source == "paragraph":
            apart = trigger.sentence - day.head.sentence
            names.append(f"paragraph, {'same sentence' if apart == 0 else 'near' if apart < 3 else 'far'}")
            return names
        if self.told.text.count("\n\n", day.time.span.start, trigger.start) > 1:
            names.append("beyond, farther")
        first = self.parse.sentence_span(trigger.sentence).start
        if self.told.line(first) == first:
            names.append("beyond, opens paragraph")
        return names

    def _of_day(self, day: Stated, trigger: Token) -> list[str]:
        published, start = self.reading.report.published, day.time.from_
        names = []
        if day.stamp:
            names.append("stamp")
        if not is_day(day.time):
            names.append("no day")
        if published is not None and start is not None and (published - start).days > FOREGROUND_DAYS:
            names.append("old")
        if any((s.time.from_, s.time.to) != (start, day.time.to) for s in self._between(day, trigger)):
            names.append("other day between")
        return names

    def _between(self, day: Stated, trigger: Token) -> Iterable[Stated]:
        """Yield the days that the outlet names after a day and before a trigger."""
        for sentence in range(day.head.sentence, trigger.sentence + 1):
            for s in self.told.in_sentence(sentence, self.reading.voices[0].id):
                if day.time.span.end <= s.time.span.start < trigger.start and is_day(s.time):
                    yield s

    def _of_mention(self, mention: EventMention, trigger: Token, voice: Voice) -> list[str]:
        verb = clause_verb(self.parse, trigger)
        names = [f"status {mention.status}", f"voice {voice.kind}"]
        if mention.type in ("PROTEST", "GATHER") and mention.counts:
            names.append("turnout")
        subject = self._subject(verb) if verb is not None else "none"
        if mention.type in SPEECH_ACTS:
            names.append("speech act")
            names.append(f"speech act, subject {subject}")
        if verb is None:
            return names
        names.append(f"tense {self._tense(verb)}")
        if subject == "pronoun":
            names.append("subject pronoun")
        if verb.dep == "ccomp":
            names.append("told as said")
        if any(t.lower in self.words["standing_words"] for t in self.parse.kids(verb.i, "advmod", "neg")):
            names.append("still")
        return names

    def _tense(self, verb: Token) -> str:
        if is_perfect(self.parse, verb):
            return "perfect"
        if is_present(self.parse, verb):
            return "present"
        return "past" if verb.tag == "VBD" else "other"

    def _takes_narrative(self, mention: EventMention, verb: Token | None) -> bool:
        """Tell whether a mention without a time of its own can stand in the narrative's: told, not planned or ruled out."""
        modal = verb is not None and any(t.tag == "MD" for t in self.parse.kids(verb.i, "aux"))
        perfect = verb is not None and any(t.lemma == "have" for t in self.parse.kids(verb.i, "aux"))
        if modal or mention.status in ("planned", "hypothetical"):
            return modal and perfect and mention.status != "planned"
        return mention.status != "denied" or verb is None or not self._is_ruled_out(verb)

    def _are_several(self, mention: EventMention, trigger: Token) -> bool:
        """Tell whether a noun tells of several happenings at once ("various ceremonies"): they need not be of one day."""
        words = self.words["several_words"]
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

    def _is_ruled_out(self, verb: Token) -> bool:
        """Tell whether the clause says that nothing of the kind happened ("nobody was ...", "issued no ...")."""
        words = self.words["negatives"]
        around = [verb, *self.parse.kids(verb.i)]
        return any(t.lower in words for a in around for t in (a, *self.parse.kids(a.i, "det", "neg")))

    def _subject(self, verb: Token) -> str:
        """Return how a verb's subject is known: "pronoun", "joined" where it is that of a verb before, "named" or "none"."""
        subjects = self.parse.kids(verb.i, "nsubj", "nsubjpass")
        if not subjects:
            return "joined" if verb.dep == "conj" else "none"
        return "pronoun" if subjects[0].lower in _PRONOUNS else "named"


def _is_alike(first: EventMention, second: EventMention) -> bool:
    """Tell whether two mentions are of one kind and the first tells of what has happened."""
    if first.type != second.type or first.status in ("planned", "hypothetical"):
        return False
    modes = (first.mode, second.mode)
    return first.mode == second.mode or None in modes or _MEANS.issuperset(modes)


def _compared(first: MentionTime | None, second: MentionTime) -> str:
    if first is None:
        return "no day"
    return "same day" if (first.from_, first.to) == (second.from_, second.to) else "other day"


def _inherited(time: Time | MentionTime, index: int | None) -> MentionTime:
    return MentionTime(time=index, from_=time.from_, to=time.to, precision=time.precision, basis="inherited")
