"""Where a happening was: from its own clause, else its sentence, else what the narrative has set; else unknown.

Takes readings with event mentions, toponyms, parse and voices; gives mentions with their place. Several places in one
coordination make several mentions.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from msgspec.structs import replace

from dateline.records import (
    EventMention,
    MentionPlace,
    Reading,
    Span,
    Token,
    Toponym,
    content_id,
    voice_at,
    voices_around,
)
from dateline.records.mention import Basis
from dateline.records.stretches import stretch_at
from dateline.reference.gazetteer.supplement import EventPlaces, event_places, venues
from dateline.reference.resolving import resolving_words
from dateline.resolve.counted_on import counted_on_from
from dateline.resolve.going_on import act_before, said_on, spoken_where
from dateline.resolve.mention_places import mention_place
from dateline.resolve.place_anaphors import is_where_it_lies, taken_up
from dateline.resolve.place_asides import is_beside, said_aside
from dateline.resolve.place_clauses import is_after_another, is_bound_for, is_days_before, is_of_another_day, is_sent_by
from dateline.resolve.place_deeds import finest, is_home, is_of_older_deed, is_where_answered, is_where_struck
from dateline.resolve.place_features import Features, Scene
from dateline.resolve.place_fineness import fineness, lies_within
from dateline.resolve.place_goals import is_left_behind, is_reached
from dateline.resolve.place_pairs import both_named, country_of_crowd, country_of_police
from dateline.resolve.place_paths import (
    Way,
    coordinated,
    is_before_release,
    is_behind_subject,
    is_left_for,
    is_long_before,
    is_where_told,
    nursed_at,
    spoken_at,
    way,
)
from dateline.resolve.place_speech import is_news_of_dateline, is_where_judged, is_where_said
from dateline.resolve.retold import original_of
from dateline.resolve.spots import Candidate as Weighed
from dateline.resolve.spots import Spots

# Types whose mentions are placed by their own clause only: words are said where the speaker is, and news that leave this out
# leave it unknown.
SPEECH = frozenset("ACCUSE REQUEST SUPPORT THREATEN REJECT AGREE".split())
# Acts of one party towards another: a state that is a party is not where they take place.
_FAR_APART = frozenset(("COOPERATE", "SANCTION"))  # here a capital stands for its state too
_BETWEEN_PARTIES = SPEECH | {"AID", "CONCEDE", "CONSULT", "COOPERATE", "RETREAT", "SANCTION"}
# What is done from an office: what came before it was elsewhere.
_TAKEN = frozenset(("ASSAULT", "COERCE", "SANCTION"))  # done to travellers where they are, not where they are going
_OF_OFFICES = frozenset(("CONCEDE", "CONSULT", "COOPERATE", "RETREAT", "SANCTION"))
# What a post tells of these was where the post is.
_ACTS = frozenset(("ASSAULT", "COERCE", "GATHER", "PROTEST"))
_DEEDS = frozenset(("ASSAULT", "COERCE"))
_LEAVING = frozenset(("deportation", "release", "withdraw"))  # and where they went is not where it was
_LATER = frozenset(("convict", "release"))  # what comes of an arrest, days later and elsewhere
_A_LITTLE = 0.1  # log odds by which what an act leads to beats all other names
_RATHER_THAN_INHERIT = -0.7  # log odds from which a name of the sentence beats a place carried over
_WORDS = resolving_words().places


@dataclass(frozen=True, slots=True)
class Candidate:
    """A toponym of the trigger's sentence with its number and what speaks for it.

    score: log odds of being the place against there being none.
    """

    number: int
    toponym: Toponym
    features: Features
    way: Way
    score: float = 0.0

    def scored(self, score: float) -> Candidate:
        """Return the candidate with another score."""
        return Candidate(self.number, self.toponym, self.features, self.way, score)


class PlaceInSpace:
    """Gives event mentions their place."""

    needs = ("events", "toponyms", "parse", "voices")
    adds = ("events",)

    def __init__(self) -> None:
        words = venues()
        self._weights: EventPlaces = event_places()
        self._locative_nouns = words.behind | words.town | words.admin1 | words.admin2 | _WORDS.area_nouns

    def __call__(self, reading: Reading) -> Reading:
        """Return the reading with placed mentions: first those whose own words tell, then what they hand on."""
        placing = _Placing(self, reading)
        out: list[EventMention] = []
        for mention in placing.ordered:
            out += placing.placed(mention, out)
        return replace(reading, events=tuple(_distinct(out)))

    def open_mentions(self, reading: Reading) -> Iterator[tuple[EventMention, list[str], list[Weighed]]]:
        """Yield the mentions whose own words tell no place: what is known of them, and the places that they may inherit."""
        placing = _Placing(self, reading)
        told: list[EventMention] = []
        for mention in placing.ordered:
            trigger = reading.grammar().head_of(mention.trigger.span)
            if not placing.own[mention.id] and trigger is not None and not _is_nowhere(mention):
                yield mention, placing.spots.traits(mention, trigger, told), placing.weighed(mention, trigger, told)
            told += placing.placed(mention, told)

    def candidates(self, span: Span, reading: Reading, kind: str = "") -> list[Candidate]:
        """Return the toponyms in the sentence of a trigger at `span`, each with its score. kind: see `Scene`."""
        parse, text = reading.grammar(), reading.report.text
        trigger = parse.head_of(span)
        if trigger is None:
            return []
        sentence = parse.sentence_span(trigger.sentence)
        names = [
            (n, t) for n, t in enumerate(reading.toponyms) if sentence.covers(t.span) and not t.span.overlaps(span)
        ]
        beside = [m for m in reading.events if sentence.covers(m.trigger.span)]
        own = {m.type for m in beside if m.trigger.span.overlaps(span)}
        heads = [(parse.head_of(m.trigger.span), m.type) for m in beside if not m.trigger.span.overlaps(span)]
        others = frozenset(head.i for head, _ in heads if head is not None)
        alike = frozenset(head.i for head, type_ in heads if head is not None and type_ in own)
        scene = Scene(parse, text, trigger, [t for _, t in names], others, self._locative_nouns, kind, alike)
        return [
            Candidate(n, t, found, way(parse, t, trigger, self._locative_nouns), self._weights.score(found))
            for (n, t), found in zip(names, scene.features(), strict=True)
            if found is not None
        ]


class _Placing:
    """The mentions of one reading in text order and the places that their own words tell, by id."""

    def __init__(self, stage: PlaceInSpace, reading: Reading) -> None:
        self.reading, self.parse = reading, reading.grammar()
        self.ordered = sorted(reading.events, key=lambda m: m.trigger.span)
        self.spots = Spots(reading)
        heads = (self.parse.head_of(m.trigger.span) for m in self.ordered if m.type in _DEEDS)
        self._deeds = frozenset(head.i for head in heads if head is not None)
        self._said = said_aside(self.parse, self.ordered)
        self._near = {m.id: stage.candidates(m.trigger.span, reading, kind_of(m)) for m in self.ordered}
        self.own = {m.id: self._own(m) for m in self.ordered}
        self.spots.learn(replace(m, place=place) for m in self.ordered for place in self.own[m.id])

    def _own(self, mention: EventMention) -> list[MentionPlace]:
        """Return the places that the mention's own sentence names or takes up ("in the town")."""
        reading, trigger = self.reading, self.parse.head_of(mention.trigger.span)
        if _is_nowhere(mention):
            return []
        row = trigger and stretch_at(self.parse, trigger, reading.toponyms, reading.times)
        if row and row.place is not None:
            return [self._stated(row.place)]
        near = self._open(mention)
        stated = self._likeliest(near) or both_named(mention.trigger.span, reading)
        taken = taken_up(mention, reading, list(voices_around(reading.voices, mention.voice)))
        beside = {c.number for c in near if c.way.own or c.number == taken}
        if taken is not None and not beside.intersection(stated):
            basis: Basis = "document" if self.spots.is_dateline(taken) else "inherited"
            return [mention_place(reading.toponyms[taken], taken, basis)]
        places = [self._stated(n) for n in stated or self._otherwise(mention, near)]
        opened = self.spots.opened_with(mention)
        told = mention.type in _ACTS and mention.status in ("occurred", "ongoing", "alleged")
        if opened is not None and (_is_within(opened, places) or (told and not places)):
            return [opened]
        return places

    def _otherwise(self, mention: EventMention, near: list[Candidate]) -> list[int]:
        """Return what tells the place where nothing is likely by itself: what is struck, visited, or where words were said."""
        told = [c.number for c in near if mention.type in SPEECH and self._is_told_with(c, mention)]
        struck = _struck(mention, self.reading) or self._where_struck(mention, near)
        return struck or _visited(mention, near) or told[:1]

    def _where_struck(self, mention: EventMention, near: list[Candidate]) -> list[int]:
        """Return the places of what is struck, the finest of them: "bombings at embassies in Lima, Peru, and Quito, Ecuador"."""
        inside = [c for c in near if is_where_struck(self.parse, c.toponym, mention)]
        return finest((c.number, fineness(c.toponym)) for c in inside)

    def placed(self, mention: EventMention, before: list[EventMention]) -> list[EventMention]:
        """Return the mention with its place, one for each if there are several. before: those told before it, as placed."""
        places = [] if _is_nowhere(mention) else self.own[mention.id] or self.handed_on(mention, before)
        return [_placed(mention, place) for place in places] or [_unplaced(mention)]

    def handed_on(self, mention: EventMention, before: list[EventMention]) -> list[MentionPlace]:
        """Return the place of what the mention refers to, else the one that the report suggests, if any."""
        original = original_of(mention, before, self.parse)
        if original is not None and original.place is not None:
            return [replace(original.place, basis="inherited")]
        further = counted_on_from(mention, before, self.parse, self.reading.report.text)
        if further is not None and further.place is not None and not self._likeliest(self._open(mention)):
            return [replace(further.place, basis="inherited")]
        trigger = self.parse.head_of(mention.trigger.span)
        if trigger is None:
            return []
        spoken = self._said_on(mention, trigger, before)
        if spoken is not None:
            return [spoken]
        traits = self.spots.traits(mention, trigger, before)
        chosen = self.spots.choose(self.weighed(mention, trigger, before), traits)
        if chosen is None:
            opened = self._opened_at(mention, trigger)
            return [opened] if opened is not None else []
        theirs = country_of_crowd(mention, self.reading)
        theirs = country_of_police(mention, self.reading) if theirs is None else theirs
        if theirs is not None and self.reading.toponyms[theirs].country != chosen.country:
            return [self._stated(theirs)]
        likely = self._likeliest(self._open(mention), _RATHER_THAN_INHERIT)
        return [self._stated(n) for n in likely] or [chosen]

    def _opened_at(self, mention: EventMention, trigger: Token) -> MentionPlace | None:
        """Return the dateline's place for what the sentence behind it tells as news."""
        opened = self.spots.opened_at(trigger)
        if opened is None or mention.mode == "phone":
            return None
        told = mention.type in _ACTS and mention.status in ("occurred", "ongoing")
        return opened if told or is_news_of_dateline(mention, trigger, self.reading, opened) else None

    def _said_on(self, mention: EventMention, trigger: Token, before: list[EventMention]) -> MentionPlace | None:
        """Return the place of what a mention goes on from: an act told before, or words said in the sentence before."""
        act = act_before(mention, trigger, before, self.parse)
        if act is not None:
            return replace(act.place, basis="inherited") if act.place is not None else None
        sentence = said_on(mention, trigger, self.parse)
        if sentence is None:
            return None
        number = spoken_where(sentence, self.reading.toponyms, self.parse)
        return mention_place(self.reading.toponyms[number], number, "inherited") if number is not None else None

    def weighed(self, mention: EventMention, trigger: Token, before: Sequence[EventMention]) -> list[Weighed]:
        """Return the places of the report that the mention may inherit, each with what speaks for it. before: as placed."""
        near = self._near[mention.id]
        refused = [c.number for c in near if self._is_elsewhere(c, mention)]
        return self.spots.candidates(mention, trigger, {c.number: c.score for c in near}, refused, before)

    def _stated(self, number: int) -> MentionPlace:
        return mention_place(self.reading.toponyms[number], number, "stated")

    def _open(self, mention: EventMention) -> list[Candidate]:
        """Return the toponyms of the mention's sentence that can be its place."""
        near = [c for c in self._near[mention.id] if self._is_open(c, mention)]
        if mention.type in _BETWEEN_PARTIES:
            near = [c for c in near if not self._is_party(c, mention)]
        if mention.mode == "resign":  # "the mayor of Lima resigned over a quarrel in Callao" tells no place
            return [c for c in near if c.way.own]
        if mention.type not in SPEECH:
            top = max((c.score for c in near), default=0.0)
            return [
                c.scored(max(0.0, top) + _A_LITTLE) if is_reached(self.parse, c.toponym, mention) else c for c in near
            ]
        return [c for c in near if c.toponym.kind == "literal" and self._is_said_there(c, mention)]

    def _is_party(self, candidate: Candidate, mention: EventMention) -> bool:
        """Tell whether a name is that of a party to the mention: "broke with Peru", "talks between Oman and Yemen"."""
        if candidate.toponym.precision != "country" and mention.type not in _FAR_APART:
            return False
        span, link = candidate.toponym.span, candidate.way.preposition
        named = [a.span for a in mention.arguments if a.span.overlaps(span)]
        if link in ("at", "in", "near") or is_reached(self.parse, candidate.toponym, mention):
            return False
        head = self.parse.head_of(span)
        inside = link == "between" or (link == "of" and bool(named))  # "received the ambassador of Peru"
        return inside or any(self.parse.head_of(other) == head for other in named)

    def _is_said_there(self, candidate: Candidate, mention: EventMention) -> bool:
        """Tell whether a name of the sentence can be where something was said: by the clause, the speaker's way or "where"."""
        led = not candidate.features.keys().isdisjoint(("where clause", "goes there first"))
        if candidate.way.own or led or spoken_at(self.parse, candidate.toponym, mention.trigger.span):
            return True
        return self._is_told_with(candidate, mention)

    def _is_told_with(self, candidate: Candidate, mention: EventMention) -> bool:
        trigger = self.parse.head_of(mention.trigger.span)
        return trigger is not None and is_where_said(self.parse, candidate.toponym, trigger)

    def _is_open(self, candidate: Candidate, mention: EventMention) -> bool:
        """Tell whether a name can be the mention's place: no dateline, nothing said by a voice inside the mention's."""
        if self.spots.is_dateline(candidate.number) or self._is_elsewhere(candidate, mention):
            return False
        start = candidate.toponym.span.start
        same = voice_at(self.reading.voices, start).id == mention.voice
        return same or not _is_inner(self.reading, candidate.toponym, mention)

    def _is_elsewhere(self, candidate: Candidate, mention: EventMention) -> bool:
        """Tell whether a name places what the sentence tells besides: its main clause's act, or the telling of the mention."""
        trigger = self.parse.head_of(mention.trigger.span)
        if trigger is None:
            return False
        parse, name, times = self.parse, candidate.toponym, self.reading.times
        told = mention.type not in SPEECH and self._is_spoken_of(candidate, trigger)
        later = mention.mode in _LATER and is_before_release(parse, name, trigger, self._deeds)
        later = later or (mention.type in _DEEDS and is_where_answered(parse, name, trigger))
        past = mention.type in _OF_OFFICES and is_after_another(parse, name, trigger)
        past = past or is_long_before(parse, name, trigger, times) or is_of_older_deed(parse, name, trigger, times)
        past = past or is_of_another_day(parse, name, trigger, times) or is_days_before(parse, name, trigger)
        gone = (mention.type == "CONCEDE" or mention.mode in _LEAVING) and is_left_for(parse, name, trigger)
        gone = gone or (mention.type in _TAKEN and is_bound_for(parse, name, trigger)) or is_left_behind(parse, name)
        gone = gone or is_sent_by(parse, name) or nursed_at(parse, name, mention)
        beside = is_where_it_lies(parse, name) or is_home(parse, name, mention, self.reading.toponyms)
        beside = beside or is_beside(parse, name, mention, self._said)
        return told or later or past or gone or beside or is_behind_subject(parse, name, trigger)

    def _is_spoken_of(self, candidate: Candidate, trigger: Token) -> bool:
        """Tell whether a name says where somebody spoke of what the trigger tells."""
        told = is_where_told(self.parse, candidate.toponym, trigger)
        return told or is_where_judged(self.parse, candidate.toponym, trigger)

    def _likeliest(self, near: list[Candidate], least: float = 0.0) -> list[int]:
        """Return the numbers of the toponyms that tell the place in the mention's own sentence. least: log odds asked."""
        if not near:
            return []
        first = max(near, key=lambda c: c.score)
        if first.score <= least:
            return []
        close = max(least, first.score - event_places().finer)
        rivals = [c for c in near if c is first or (c.score >= close and lies_within(c.toponym, first.toponym))]
        best = max(rivals, key=lambda c: (fineness(c.toponym), c.score))
        if best.way.preposition == "between":
            return [best.number]
        alike = (c.toponym for c in near if fineness(c.toponym) == fineness(best.toponym))
        joined = coordinated(self.parse, best.toponym, alike)
        return [c.number for c in near if c.toponym in joined]


def _struck(mention: EventMention, reading: Reading) -> list[int]:
    """Return the number of the place that is itself the target, as a list of at most one ("Goma, which rebels took")."""
    targets = [a.span for a in mention.arguments if a.role == "target"]
    named = (n for n, t in enumerate(reading.toponyms) if t.kind == "literal" and t.span in targets)
    return list(named)[:1]


def _visited(mention: EventMention, near: list[Candidate]) -> list[int]:
    """Return the number of the place behind the "to" of a visit, as a list of at most one ("the visit of the king to Peru")."""
    goals = [c.number for c in near if c.way.own and c.way.preposition == "to" and c.toponym.kind == "literal"]
    return goals[:1] if mention.mode == "visit" else []


def _is_within(spot: MentionPlace, places: list[MentionPlace]) -> bool:
    """Tell whether a spot is in the one country that is told beside it ("In Lima. ... across Peru")."""
    return len(places) == 1 and places[0].precision == "country" and places[0].country == spot.country


def kind_of(mention: EventMention) -> str:
    """Return the type under which features of events are filed: that of speech, movement, visits, or the type itself."""
    if mention.type in SPEECH:
        return "speech"
    return "visit" if mention.mode == "visit" else mention.type


def _is_inner(reading: Reading, toponym: Toponym, mention: EventMention) -> bool:
    """Tell whether the toponym is said by a voice inside the mention's: what a post says does not place the outlet's words."""
    voice = voice_at(reading.voices, toponym.span.start)
    return voice.parent == mention.voice or voice.kind == "post"


def _placed(mention: EventMention, place: MentionPlace) -> EventMention:
    unresolved = {k: v for k, v in mention.unresolved.items() if k != "place"}
    return replace(mention, id=_id(mention, place.name), place=place, unresolved=unresolved)


def _is_nowhere(mention: EventMention) -> bool:
    """Tell whether a happening has no one place: those who telephone are far apart, whatever towns the sentence names."""
    return (mention.type, mention.mode) == ("CONSULT", "phone")


def _unplaced(mention: EventMention) -> EventMention:
    return replace(mention, place=None, unresolved={**mention.unresolved, "place": "not-stated"})


def _id(mention: EventMention, place: str) -> str:
    span = mention.trigger.span
    return content_id("m", mention.report, mention.type, mention.mode, span.start, span.end, mention.voice, place)


def _distinct(mentions: list[EventMention]) -> list[EventMention]:
    """Drop repeats of one id (the same place named twice in a coordination)."""
    return list({mention.id: mention for mention in mentions}.values())
