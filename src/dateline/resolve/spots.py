"""Where a happening was whose own sentence does not say: the report's places, and none of them, weighed.

Candidates are all places that the report names or gives to a happening, before and after, the dateline included. What a careful
reader goes by is counted for each: how near and in whose words it was named, whether it sets the scene, whether a happening of
the kind or of the same day was there, how much of the report is there, which words its sentences share with the mention's.
`reference/setting.py` weighs it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import takewhile

from msgspec.structs import replace

from dateline.records import EventMention, MentionPlace, Parse, Reading, Token, Toponym, voice_at, voices_around
from dateline.reference.entries import entry_heads
from dateline.reference.resolving import resolving_words
from dateline.reference.setting import Features, SettingModel, setting_model
from dateline.resolve.mention_places import dateline_place, mention_place
from dateline.resolve.place_points import near_by
from dateline.resolve.shared_words import SharedWords
from dateline.resolve.sign_on import signs_on
from dateline.resolve.traits import apart, kind_of_act, traits_of

_OLD_DAYS = 60
_MANY_TOWNS = 6
_STAYS = 4  # mentions in a row at one place; more say no more
_LEAD = 250  # letters at the head of a report
# Weighed for each kind of act as well.
_BY_KIND = ("dateline", "happening, sentences", "name, sentences", "precision", "told before")
_SCENE = frozenset("in at near outside inside around on across past through into".split())
Key = tuple[object, str | None]
Score = dict[int, float]


@dataclass(slots=True)
class Candidate:
    """A place that a mention may inherit. features: what speaks for and against it, by readable name."""

    place: MentionPlace
    features: Features = field(default_factory=dict)


class Spots:
    """The choice on one reading."""

    def __init__(self, reading: Reading, model: SettingModel | None = None) -> None:
        self.reading = reading
        self.parse: Parse = reading.grammar()
        self.model = model or setting_model()
        self._paragraphs = [0, *(match.end() for match in re.finditer(r"\n+", reading.report.text))]
        heads = (self.parse.at(head.start) for head in entry_heads(reading.report.text))
        self._entries = [head.sentence for head in heads if head is not None]  # the dates of a chronology's entries
        self._dateline = dateline_place(reading)
        self.heads = {m.id: self.parse.head_of(m.trigger.span) for m in reading.events}
        self.given: dict[Key, list[EventMention]] = {}
        self.named = self._named()
        self._shares: Counter[Key] = Counter()
        self._voices: dict[Key, set[str]] = {}
        literal = (key for key, rows in self.named.items() for row in rows if row.toponym.kind == "literal")
        self._names = Counter(literal)
        names = {t.i for rows in self.named.values() for row in rows for t in self.parse.inside(row.toponym.span)}
        self._words = SharedWords(self.parse, names)
        self._towns = sum(rows[0].place.precision in ("town", "venue") for rows in self.named.values())
        lands = Counter(t.country for t in reading.toponyms if t.country)
        self._home = lands.most_common(1)[0][0] if lands else None

    def learn(self, stated: Iterable[EventMention]) -> None:
        """Take in the mentions whose own words give them a place, one for each place."""
        for mention in stated:
            if mention.place is not None and self.heads.get(mention.id) is not None:
                self.given.setdefault(_key(mention.place), []).append(mention)
        self._shares = Counter({key: len(rows) for key, rows in self.given.items()})
        self._voices = {
            key: {row.voice for row in (*self.given.get(key, ()), *self.named.get(key, ()))}
            for key in {**self.given, **self.named}
        }

    def choose(self, candidates: Sequence[Candidate], traits: Iterable[str]) -> MentionPlace | None:
        """Return the best candidate's place, None where none of them is the likeliest."""
        best = self.model.best_place([c.features for c in candidates], traits, near_by([c.place for c in candidates]))
        return None if best is None else candidates[best].place

    def traits(self, mention: EventMention, trigger: Token, before: Sequence[EventMention] = ()) -> list[str]:
        """Return what is known of the mention, for the choice. before: the mentions told before it, as placed."""
        voice = next((v for v in self.reading.voices if v.id == mention.voice), self.reading.voices[0])
        out = list(traits_of(self.parse, mention, trigger, voice))
        if mention.time is None:
            out.append("no day")
        else:  # the date of an entry is handed on to all that its paragraph tells
            out.append(f"day {'inherited' if self._entries else mention.time.basis}")
        if self._is_old(mention):
            out.append("long ago")
        if not self.given:
            out.append("no place given")
        out.append(f"towns {min(self._towns, _MANY_TOWNS)}")
        out += [name for name, place in self._told_before(mention, trigger, before) if place is None]
        return out

    def _told_before(
        self, mention: EventMention, trigger: Token, before: Sequence[EventMention]
    ) -> Iterator[tuple[str, MentionPlace | None]]:
        """Yield where the voice's last mention was, and its last one of the type, each with what is known of that telling."""
        mine = [m for m in before if m.voice == mention.voice and m.trigger != mention.trigger]
        alike = [m for m in mine if m.type == mention.type]
        for what, rows in (("told before", mine), ("type told before", alike)):
            head = self.parse.head_of(rows[-1].trigger.span) if rows else None
            if head is not None:
                yield what, rows[-1].place
                yield f"{what}, sentences off {apart(head.sentence - trigger.sentence)}", rows[-1].place
        last = mine[-1].place if mine else None
        if last is not None:
            yield f"last told {last.basis}", last
            yield f"last {_in_a_row(mine)} told there", last

    def candidates(
        self,
        mention: EventMention,
        trigger: Token,
        scores: Score,
        refused: Collection[int] = (),
        before: Sequence[EventMention] = (),
    ) -> list[Candidate]:
        """Return the places that a mention may inherit, each with its features.

        scores: log odds of the toponyms of its own sentence, by number; they were not enough to take one. refused: those of
        them that place something else there.
        """
        rows: dict[Key, Candidate] = {}
        self._add_given(rows, mention, trigger, refused)
        self._add_named(rows, mention, trigger, scores, refused)
        if self._dateline is not None:
            row = _row(rows, self._dateline)
            row.features["dateline"] = 1.0
            if self._is_all_dateline(row.place):
                row.place = self._dateline
        for name, place in self._told_before(mention, trigger, before):
            if place is not None and _key(place) in rows:
                rows[_key(place)].features[name] = 1.0
        around = set(voices_around(self.reading.voices, mention.voice))
        for key, row in rows.items():
            if around.isdisjoint(self._voices.get(key, ())):
                row.features["only other voices'"] = 1.0
            row.features[f"precision {row.place.precision}"] = 1.0
            if row.place.country is not None and row.place.country == self._home:
                row.features["in the land of most names"] = 1.0
            row.features["words shared"] = self._words.most(trigger.sentence, self._sentences(key, mention))
            kind = kind_of_act(mention.type)
            row.features |= {f"{kind}, {name}": 1.0 for name in row.features if name.startswith(_BY_KIND)}
        last = self._last_scene(mention.trigger.span.start)
        if last in rows:
            rows[last].features["last scene"] = 1.0
        return list(rows.values())

    def opened_at(self, trigger: Token) -> MentionPlace | None:
        """Return the dateline's place for what the sentence behind it tells, where no other town is named so far."""
        if self._dateline is None or self._dateline.toponym is None:
            return None
        head = self.parse.at(self.reading.toponyms[self._dateline.toponym].span.start)
        if head is None or not 0 <= trigger.sentence - head.sentence <= 1:
            return None
        elsewhere = (rows for key, rows in self.named.items() if key != _key(self._dateline))
        so_far = (row for rows in elsewhere for row in rows if row.head.sentence <= trigger.sentence)
        others = (row for row in so_far if row.place.precision != "country")
        return self._dateline if next(others, None) is None else None

    def _sentences(self, key: Key, mention: EventMention) -> set[int]:
        """Return the sentences that name a place or tell what else happened there."""
        heads = [self.heads[m.id] for m in self.given.get(key, ()) if m.id != mention.id]
        return {head.sentence for head in [*heads, *(row.head for row in self.named.get(key, ()))] if head is not None}

    def _last_scene(self, before: int) -> Key | None:
        """Return the last place that was named as where the text is before an offset, or None."""
        told = [(r.toponym.span.start, key) for key, rows in self.named.items() for r in rows if r.scene]
        return max((row for row in told if row[0] < before), key=lambda row: row[0], default=(0, None))[1]

    def _is_all_dateline(self, place: MentionPlace) -> bool:
        """Tell whether the report names a place in its dateline only, and no happening is there by its own words."""
        key = _key(place)
        return key not in self.given and all(self.is_dateline(row.number) for row in self.named.get(key, ()))

    def opened_with(self, mention: EventMention) -> MentionPlace | None:
        """Return the last town or spot that a post has named before a mention of its own; None outside of posts."""
        if not any(voice.id == mention.voice and voice.kind == "post" for voice in self.reading.voices):
            return None
        before = [
            (number, toponym)
            for number, toponym in enumerate(self.reading.toponyms)
            if toponym.span.end <= mention.trigger.span.start
            and toponym.kind == "literal"
            and toponym.precision in ("town", "venue", "admin2")
            and voice_at(self.reading.voices, toponym.span.start).id == mention.voice
        ]
        return mention_place(before[-1][1], before[-1][0], "inherited") if before else None

    def is_dateline(self, number: int) -> bool:
        """Tell whether a toponym is the dateline's: it tells where the report was written, not what happened there."""
        return self._dateline is not None and self._dateline.toponym == number

    def _named(self) -> dict[Key, list[_Named]]:
        named: dict[Key, list[_Named]] = {}
        for number, toponym in enumerate(self.reading.toponyms):
            head = self.parse.head_of(toponym.span)
            if toponym.kind == "literal" and head is not None and not signs_on(self.parse, toponym):
                place = mention_place(toponym, number, "inherited")
                voice = voice_at(self.reading.voices, toponym.span.start)
                row = _Named(
                    toponym, number, place, head, voice.id, self._sets_scene(toponym, head, voice.kind == "post")
                )
                named.setdefault(_key(place), []).append(row)
        return named

    def _add_given(
        self, rows: dict[Key, Candidate], mention: EventMention, trigger: Token, refused: Collection[int]
    ) -> None:
        """Add the places of the other happenings, with what these have in common with the mention."""
        total, most = sum(self._shares.values()), max(self._shares.values(), default=0)
        for key, others in self.given.items():
            found = [m for m in others if m.id != mention.id and not _is_by(m, refused)]
            if not found or found[0].place is None:
                continue
            names = ["a happening's", *(("most happenings'",) if self._shares[key] == most else ())]
            for other in found:
                names += self._in_common(mention, other, trigger)
            heads = [head for m in found if (head := self.heads[m.id]) is not None]
            names += _distance("happening", [self._between(head, trigger) for head in heads])
            features = _row(rows, replace(found[0].place, basis="inherited")).features
            features["share of happenings"] = self._shares[key] / total
            features |= dict.fromkeys(names, 1.0)

    def _in_common(self, mention: EventMention, other: EventMention, trigger: Token) -> Iterator[str]:
        head, same = self.heads[other.id], other.type == mention.type
        if head is not None and head.lemma == trigger.lemma:
            yield "word alike"
        if same:
            yield "type alike"
            if other.mode == mention.mode:
                yield "mode alike"
            if other.voice != mention.voice:
                yield "type alike, other voice"
        if other.time is not None and mention.time is not None:
            day = "same day" if other.time.from_ == mention.time.from_ else "other day"
            yield day
            if same and day == "same day":
                yield "type alike, same day"
        paragraphs = self._paragraph(mention.trigger.span.start) - self._paragraph(other.trigger.span.start)
        if paragraphs == 1 or (paragraphs == 0 and other.trigger.span.start < mention.trigger.span.start):
            yield "happening in the paragraph" if paragraphs == 0 else "happening in the paragraph before"

    def _add_named(
        self,
        rows: dict[Key, Candidate],
        mention: EventMention,
        trigger: Token,
        scores: Score,
        refused: Collection[int],
    ) -> None:
        """Add the places that the report names, with how and where it does."""
        total, most = sum(self._names.values()), max(self._names.values(), default=0)
        here = self._paragraph(mention.trigger.span.start)
        for key, everywhere in self.named.items():
            named = [row for row in everywhere if row.number not in refused and not self._is_origin(row, trigger)]
            if not named:
                continue
            features = _row(rows, named[0].place).features
            names = _distance("name", [self._between(row.head, trigger) for row in named])
            names += [name for row in named for name in self._of_name(row, mention, here)]
            if self._names[key] == most:
                names.append("named most")
            features |= dict.fromkeys(names, 1.0)
            features["share of names"] = self._names[key] / total
            own = [scores[row.number] for row in named if row.number in scores]
            if own:
                features["own sentence, log odds"] = max(-2.0, min(0.5, max(own) / 2))

    def _between(self, earlier: Token, later: Token) -> int:
        """Return how many sentences lie between two words; the date that opens an entry is part of its sentence."""
        ends = (earlier.sentence, later.sentence)
        return ends[1] - ends[0] - bisect_right(self._entries, ends[1]) + bisect_right(self._entries, ends[0])

    def _is_origin(self, row: _Named, trigger: Token) -> bool:
        """Tell whether the trigger's sentence says that somebody comes from a place ("a man from Lima")."""
        return row.head.sentence == trigger.sentence and self._preposition(row.head) == "from"

    def _of_name(self, row: _Named, mention: EventMention, here: int) -> Iterator[str]:
        start = row.toponym.span.start
        if start < _LEAD:
            yield "named in the lead"
        if row.voice != mention.voice:
            return
        yield "named by the voice"
        if row.scene:
            yield "sets a scene"
            paragraphs = here - self._paragraph(start)
            if paragraphs == 0 and start < mention.trigger.span.start:
                yield "sets the paragraph's scene"
            if paragraphs == 1:
                yield "sets the scene before"

    def _is_old(self, mention: EventMention) -> bool:
        """Tell whether the text dates the mention long before the report."""
        if self._entries:
            return False  # a chronology tells of old days as of any others
        published, time = self.reading.report.published, mention.time
        return bool(
            published and time and time.from_ and time.basis == "stated" and (published - time.from_).days > _OLD_DAYS
        )

    def _paragraph(self, offset: int) -> int:
        return bisect_right(self._paragraphs, offset) - 1

    def _sets_scene(self, toponym: Toponym, head: Token, in_post: bool) -> bool:
        """Tell whether a name says where the text is: "in Cusco", a label at the head of a line, a name in a post."""
        if toponym.precision not in ("town", "venue", "admin2"):
            return False
        if in_post or _heads_line(self.reading.report.text, toponym):
            return True
        return self._preposition(head) in _SCENE and self._governor(head) not in resolving_words().places.origins

    def _preposition(self, head: Token) -> str:
        for token in self.parse.ancestors(head.i):
            if token.pos == "ADP" and token.lower != "of":
                return token.lower
            if token.pos in ("VERB", "AUX"):
                return ""
        return ""

    def _governor(self, head: Token) -> str:
        """Return the lemma of the verb above a name, or ""."""
        return next((t.lemma for t in self.parse.ancestors(head.i) if t.pos == "VERB"), "")


@dataclass(frozen=True, slots=True)
class _Named:
    """A name of a place in the text. voice: the id of the innermost around it; scene: whether it says where the text is."""

    toponym: Toponym
    number: int
    place: MentionPlace
    head: Token
    voice: str
    scene: bool


def _key(place: MentionPlace) -> Key:
    return (place.geonameid if place.geonameid is not None else place.name.casefold(), place.country)


def _is_by(mention: EventMention, names: Collection[int]) -> bool:
    """Tell whether a mention is placed by one of the numbered toponyms."""
    return mention.place is not None and mention.place.toponym in names


def _row(rows: dict[Key, Candidate], place: MentionPlace) -> Candidate:
    """Return the candidate of a place, a new one if there is none."""
    return rows.setdefault(_key(place), Candidate(place))


def _distance(what: str, sentences: list[int]) -> list[str]:
    """Name how many sentences off the nearest is, counted back from the mention, and whether all come later."""
    nearest = f"{what}, sentences off {apart(min(map(abs, sentences)))}"
    return [nearest, f"{what} only later"] if all(n < 0 for n in sentences) else [nearest]


def _in_a_row(mentions: Sequence[EventMention]) -> str:
    """Return how many of the last mentions were at the place of the very last: "1", "2", "3" or "4 or more"."""
    places = [None if m.place is None else _key(m.place) for m in reversed(mentions)]
    count = sum(1 for _ in takewhile(lambda key: key == places[0], places))
    return str(count) if count < _STAYS else f"{_STAYS} or more"


def _heads_line(text: str, toponym: Toponym) -> bool:
    """Tell whether the name is a label at the head of a line: "- Cusco: ..."."""
    line = text.rfind("\n", 0, toponym.span.start) + 1
    return not any(c.isalnum() for c in text[line : toponym.span.start]) and text[toponym.span.end :][:1] == ":"
