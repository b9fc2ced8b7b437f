"""On which day a happening was whose own sentence does not say: the report's days, and none of them, weighed.

Candidates are all days that the report names or gives to a happening, before and after. What a careful
reader goes by is counted for each: how near and in whose words it was named, whether the narrative has got to it, whether a
happening of the kind was told under it. `reference/setting.py` weighs it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from dateline.records import EventMention, MentionTime, Parse, Reading, Token, Voice, voices_around
from dateline.records.annotation import TimePrecision
from dateline.records.mention import Basis
from dateline.reference.setting import Features, SettingModel, setting_model
from dateline.reference.times import TimeGrammar
from dateline.resolve.clauses import clause_verb, in_modifier, is_pluperfect
from dateline.resolve.earlier import Earlier
from dateline.resolve.told import FOREGROUND_DAYS, WITHIN_DAY, Stated, Told
from dateline.resolve.traits import apart, tense, traits_of

_AGO = ((-1, "to come"), (1, "0 or 1"), (7, "2 to 7"), (31, "8 to 31"))
_NOT_YET = ("hypothetical", "planned")
Interval = tuple[date | None, date | None]


@dataclass(slots=True)
class Candidate:
    """A day that a mention may inherit. features: what speaks for and against it, by readable name."""

    time: MentionTime
    features: Features = field(default_factory=dict)


class Days:
    """The choice on one reading. stated: the mentions that have a time of their own."""

    def __init__(
        self,
        reading: Reading,
        told: Told,
        grammar: TimeGrammar,
        stated: Iterable[EventMention],
        model: SettingModel | None = None,
    ) -> None:
        self.reading, self.told, self.words = reading, told, grammar.words
        self.parse: Parse = reading.grammar()
        self.model = model or setting_model()
        self.heads = {m.id: self.parse.head_of(m.trigger.span) for m in reading.events}
        self.given: dict[Interval, list[EventMention]] = {}
        for mention in stated:
            if mention.time is not None and mention.time.from_ and self.heads[mention.id] is not None:
                self.given.setdefault(_interval(mention.time), []).append(mention)
        self.named: dict[Interval, list[Stated]] = {}
        for row in told.dated():
            self.named.setdefault((row.time.from_, row.time.to), []).append(row)
        self.tellings = {key: self._tellings(key) for key in {**self.given, **self.named}}
        self.shares = Counter({key: len(rows) for key, rows in self.given.items()})
        self.recent = {(s.time.from_, s.time.to) for s in told.recent()} | {
            key for key in self.given if self._is_recent(key)
        }
        self.earlier = Earlier(self.parse, told.line)

    def tell(self, mention: EventMention) -> None:
        """Go on in the text: the mention is told, with the time that it has or was given, if any."""
        self.earlier.told.append(mention)

    def choose(self, candidates: Sequence[Candidate], traits: Iterable[str]) -> MentionTime | None:
        """Return the time of the best candidate, None where none of them is the likeliest."""
        best = self.model.best_day([c.features for c in candidates], traits)
        return None if best is None else candidates[best].time

    def traits(self, mention: EventMention, trigger: Token, voice: Voice) -> list[str]:
        """Return what is known of the mention, for the choice."""
        out = list(traits_of(self.parse, mention, trigger, voice))
        if not self._is_told(mention, clause_verb(self.parse, trigger)):
            out.append("not told")
        out += [name for name, time in self.earlier.last(mention, trigger) if time is None]
        return out

    def candidates(
        self, mention: EventMention, trigger: Token, voice: Voice, refused: Sequence[Stated] = ()
    ) -> list[Candidate]:
        """Return the days that a mention may inherit, each with its features. refused: times of its clause, not its own."""
        here = self.told.narrative(trigger.start, beyond=False)
        narrative = here or self.told.narrative(trigger.start)
        around = frozenset(voices_around(self.reading.voices, voice.id))
        rows: dict[Interval, Candidate] = {}
        self._add_given(rows, mention, trigger)
        self._add_named(rows, trigger, voice)
        for stated, name in (
            (narrative, "narrative"),
            (here, "narrative of the paragraph"),
            (self.told.said(trigger.start), "day of saying"),
        ):
            if stated is not None:
                row = _row(rows, stated.time.from_, stated.time.to, stated.time.precision, stated.index)
                row.features[name] = 1.0
        elsewhere = here is not None and (here.time.from_, here.time.to) not in self.recent
        for name, time in self.earlier.links(mention, trigger):
            _row(rows, time.from_, time.to, time.precision, time.time).features[name] = 1.0
        for row in rows.values():
            for name in self._of_day(row.time, trigger, narrative, around):
                row.features[name] = 1.0
            if any(_interval(row.time) == (s.time.from_, s.time.to) for s in refused):
                row.features["clause's, not its own"] = 1.0
            if mention.status in _NOT_YET:
                row.features |= {
                    f"{mention.status}, {name}": 1.0 for name in row.features if name.startswith("days ago")
                }
            if _interval(row.time) in self.recent and not elsewhere:
                row.features["share of recent days"] = 1 / len(self.recent)
        return list(rows.values())

    def _is_recent(self, key: Interval) -> bool:
        """Tell whether an interval is one day of the weeks before the day of issue."""
        published, (start, end) = self.reading.report.published, key
        if published is None or start is None or end is None:
            return False
        return (end - start).days <= 1 and 0 <= (published - start).days <= FOREGROUND_DAYS

    def _add_given(self, rows: dict[Interval, Candidate], mention: EventMention, trigger: Token) -> None:
        """Add the days of the other happenings, with what these have in common with the mention."""
        total, most = sum(self.shares.values()), max(self.shares.values(), default=0)
        for key, others in self.given.items():
            found = [m for m in others if m.id != mention.id]
            time = found[0].time if found else None
            if time is None:
                continue
            features = _row(rows, time.from_, time.to, time.precision, time.time).features
            features["share of happenings"] = self.shares[key] / total
            names = ["a happening's", *(("most happenings'",) if self.shares[key] == most else ())]
            for other in found:
                names += self._in_common(mention, other, trigger)
            features |= dict.fromkeys(names, 1.0)

    def _in_common(self, mention: EventMention, other: EventMention, trigger: Token) -> Iterator[str]:
        head = self.heads[other.id]
        if head is not None and head.lemma == trigger.lemma:
            yield "word alike"
        if other.type != mention.type:
            return
        yield "type alike"
        if other.mode == mention.mode:
            yield "mode alike"
        if other.status == mention.status:
            yield "type and status alike"
        if other.voice != mention.voice:
            yield "type alike, other voice"

    def _add_named(self, rows: dict[Interval, Candidate], trigger: Token, voice: Voice) -> None:
        """Add the days that the report names, with how and where it does."""
        line = self.told.line(trigger.start)
        for (start, end), everywhere in self.named.items():
            named = [row for row in everywhere if not self._is_anothers(row, trigger)]
            if not named:
                continue
            features = _row(rows, start, end, named[0].time.precision, named[0].index).features
            for row in named:
                if self.told.line(row.time.span.start) == line:
                    features["named in the paragraph"] = 1.0
                if row.voice.id == voice.id:
                    features["named by the voice"] = 1.0
                if row.reported:
                    features["named as day of saying"] = 1.0
                if row.background:
                    features["named aside"] = 1.0

    def _is_anothers(self, row: Stated, trigger: Token) -> bool:
        """Tell whether the trigger's sentence gives a day to something else: an end ("until Sunday"), "Sunday's vote"."""
        ends = self.words["until_words"] | self.words["since_words"]
        end = row.lead in ends or row.head.dep == "poss"
        return row.head.sentence == trigger.sentence and end

    def _of_day(
        self, time: MentionTime, trigger: Token, narrative: Stated | None, around: frozenset[str]
    ) -> Iterator[str]:
        yield f"precision {'day' if time.precision in WITHIN_DAY else time.precision}"
        yield from self._distance(time, trigger, around)
        published = self.reading.report.published
        if published is not None and time.from_ is not None:
            ago = (published - time.from_).days
            yield f"days ago {next((name for most, name in _AGO if ago <= most), 'more')}"
        if narrative is not None and narrative.stamp and _interval(time) == (narrative.time.from_, narrative.time.to):
            yield "live"
            verb = clause_verb(self.parse, trigger)
            if verb is not None:
                yield f"live, tense {tense(self.parse, verb)}"
        if narrative is not None and narrative.time.from_ and time.from_ and time.from_ < narrative.time.from_:
            verb = clause_verb(self.parse, trigger)
            yield "before the narrative"
            if verb is not None and is_pluperfect(self.parse, verb):
                yield "before the narrative, pluperfect"
            if verb is not None and in_modifier(self.parse, verb):
                yield "before the narrative, told aside"

    def _distance(self, time: MentionTime, trigger: Token, around: frozenset[str]) -> Iterator[str]:
        """Yield how near a day is told, by the voices around the mention if they tell it at all."""
        told = self.tellings.get(_interval(time), [])
        own = [sentence for voice, sentence in told if voice in around]
        sentences = own or [sentence for _, sentence in told]
        if not own:
            yield "only other voices'"
        if sentences:
            yield f"sentences off {apart(min(abs(trigger.sentence - n) for n in sentences))}"
        if all(n > trigger.sentence for n in sentences):
            yield "only named later"

    def _tellings(self, key: Interval) -> list[tuple[str, int]]:
        """Return by whom and in which sentence a day is told, as a happening's or by name."""
        told = [(m.voice, head.sentence) for m in self.given.get(key, ()) if (head := self.heads[m.id]) is not None]
        return told + [(s.voice.id, s.head.sentence) for s in self.named.get(key, ())]

    def _is_told(self, mention: EventMention, verb: Token | None) -> bool:
        """Tell whether a mention without a time of its own can stand in the narrative's: told, not planned or ruled out."""
        modal = verb is not None and any(t.tag == "MD" for t in self.parse.kids(verb.i, "aux"))
        perfect = verb is not None and any(t.lemma == "have" for t in self.parse.kids(verb.i, "aux"))
        if modal or mention.status in ("planned", "hypothetical"):
            return modal and perfect and mention.status != "planned"
        return mention.status != "denied" or verb is None or not self._is_ruled_out(verb)

    def _is_ruled_out(self, verb: Token) -> bool:
        """Tell whether the clause says that nothing of the kind happened ("nobody was ...", "issued no ...")."""
        words = self.words["negatives"]
        around = [verb, *self.parse.kids(verb.i)]
        return any(t.lower in words for a in around for t in (a, *self.parse.kids(a.i, "det", "neg")))


def _interval(time: MentionTime) -> Interval:
    return time.from_, time.to


def _row(
    rows: dict[Interval, Candidate],
    start: date | None,
    end: date | None,
    precision: TimePrecision | None,
    index: int | None,
    basis: Basis = "inherited",
) -> Candidate:
    """Return the candidate of an interval, a new one if there is none."""
    if (start, end) not in rows:
        rows[start, end] = Candidate(MentionTime(time=index, from_=start, to=end, precision=precision, basis=basis))
    return rows[start, end]
