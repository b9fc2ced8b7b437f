"""A mention as corroboration sees it: everything that comparing needs, worked out once per mention."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from sys import intern

from dateline.corroborate.names import Name, fold, name_of
from dateline.corroborate.reprints import origin_groups, post_groups
from dateline.records import Argument, EventMention, MentionPlace, MentionTime, Reading
from dateline.records.sentence import sentence_at
from dateline.reference.words import rarity, stem

DOERS = frozenset({"actor", "organizer", "perpetrator", "attendee"})
_CONTEXT_WORD = re.compile(r"[a-z0-9]{4,}")
_YEAR = re.compile(r"(?:19|20)\d\d")
Days = tuple[int | None, int | None]
Range = tuple[int | None, int | None]


@dataclass(frozen=True, slots=True)
class Spot:
    """A place. rank: 0 venue, 1 town, 2 second and 3 first level subdivision, 4 country, 5 region or unknown."""

    name: str
    rank: int
    point: tuple[float, float] | None
    country: str | None
    admin1: str
    geonameid: int | None


@dataclass(frozen=True, slots=True, eq=False)
class Statement:
    """One mention with its report's circumstances.

    id: the mention's; published: ordinal of the report.
    days: half-open interval of ordinals, None an open end; None when undated.
    doers, others: who acts, and who or what is acted on; lands: countries of those who act.
    source: folded name of whoever says it.
    origin: name of the report's group of reprints; post: of the group of one post's embeds.
    words: folded content words of the sentence around the trigger; rare: the stems of those that not every text has,
    with their weight.
    guessed_days, guessed_spot: whether they are not stated but carried over from what the report told before.
    """

    id: str
    mention: EventMention
    published: int | None
    outlet: str
    days: Days | None
    spot: Spot | None
    doers: tuple[Name, ...]
    others: tuple[Name, ...]
    lands: frozenset[str]
    counts: Mapping[str, tuple[Range, ...]]
    source: str
    voice_kind: str
    origin: str
    post: str | None
    trigger: str
    words: frozenset[str]
    rare: Mapping[str, float]
    guessed_days: bool
    guessed_spot: bool


def statements(readings: Sequence[Reading]) -> list[Statement]:
    """Prepare the mentions of all readings, ordered by id."""
    origins, posts = origin_groups(readings), post_groups(readings)
    found: dict[str, Statement] = {}
    for reading in readings:
        lower = lower_words(reading.report.text)
        for mention in reading.events:
            post = _post_of(reading, mention.voice, posts)
            found.setdefault(mention.id, _statement(reading, mention, lower, origins[reading.report.id], post))
    return [found[key] for key in sorted(found)]


_WORD = re.compile(r"\w+")


def lower_words(text: str) -> frozenset[str]:
    """Return the words that the text writes in lower case somewhere."""
    return frozenset(word for word in _WORD.findall(text) if word[0].islower())


def _statement(
    reading: Reading, mention: EventMention, lower: frozenset[str], origin: str, post: str | None
) -> Statement:
    report = reading.report
    sentence = sentence_at(report.text, mention.trigger.span)
    voice = next((v for v in reading.voices if v.id == mention.voice), None)
    words = frozenset(map(intern, _CONTEXT_WORD.findall(fold(sentence.of(report.text)))))
    return Statement(
        id=mention.id,
        mention=mention,
        published=report.published.toordinal() if report.published else None,
        outlet=fold(report.outlet or ""),
        days=days_of(mention.time),
        spot=spot_of(mention.place),
        doers=_names(mention.arguments, lower, doing=True),
        others=_names(mention.arguments, lower, doing=False),
        lands=frozenset(a.country for a in mention.arguments if a.country and a.role in DOERS),
        counts=_counts(reading, mention),
        source=_source(reading, mention),
        voice_kind=voice.kind if voice else "outlet",
        origin=origin,
        post=post,
        trigger=intern(fold(mention.trigger.text)),
        words=words,
        rare=_rare(words, spot_of(mention.place)),
        guessed_days=mention.time is not None and mention.time.basis == "inherited",
        guessed_spot=mention.place is not None and mention.place.basis == "inherited",
    )


def days_of(time: MentionTime | None) -> Days | None:
    """Return the mention's calendar interval in ordinals, None when neither end is known."""
    if time is None or (time.from_ is None and time.to is None):
        return None
    start, end = _ordinal(time.from_), _ordinal(time.to)
    return start, (start + 1 if start is not None and end is not None and end <= start else end)


def _ordinal(day: date | None) -> int | None:
    return None if day is None else day.toordinal()


def _rare(words: Iterable[str], spot: Spot | None) -> dict[str, float]:
    """Return the stems that not every text has, with their weight; the place's name and years are compared elsewhere."""
    named = spot.name.split() if spot else []
    found = ((word, rarity(word)) for word in words if word not in named and not _YEAR.fullmatch(word))
    return {stem(word): weight for word, weight in found if weight > 0}


_RANKS = {"venue": 0, "town": 1, "admin2": 2, "admin1": 3, "country": 4, "region": 5}


def spot_of(place: MentionPlace | None) -> Spot | None:
    """Return the place in the shape that comparing needs."""
    if place is None:
        return None
    point = (place.lat, place.lon) if place.lat is not None and place.lon is not None else None
    rank = _RANKS.get(place.precision or "", 1 if point is None else 5)
    return Spot(fold(place.name), rank, point, place.country, fold(place.admin1 or ""), place.geonameid)


def _names(arguments: Sequence[Argument], lower: frozenset[str], *, doing: bool) -> tuple[Name, ...]:
    names = (name_of(a.name or a.text, lower) for a in arguments if (a.role in DOERS) == doing)
    return tuple(dict.fromkeys(name for name in names if name))


def _counts(reading: Reading, mention: EventMention) -> dict[str, tuple[Range, ...]]:
    counts: dict[str, tuple[Range, ...]] = {}
    for index in mention.counts:
        count = reading.counts[index]
        counts[count.of] = (*counts.get(count.of, ()), (count.low, count.high))
    return counts


def _source(reading: Reading, mention: EventMention) -> str:
    """Return the folded name of the attribution's source, else of the voice's speaker; "" for the outlet itself."""
    if mention.attribution is not None:
        source = reading.attributions[mention.attribution].source
        if source is not None:
            return fold(source.name or source.text)
    voice = next((v for v in reading.voices if v.id == mention.voice and v.kind != "outlet"), None)
    return fold((voice.speaker or voice.handle or "") if voice else "")


def _post_of(reading: Reading, voice_id: str, posts: Mapping[tuple[str, str], str]) -> str | None:
    """Return the group of the post that the voice is or stands in."""
    voices = {voice.id: voice for voice in reading.voices}
    seen: str | None = voice_id
    for _ in range(len(voices)):
        if seen is None or seen not in voices:
            return None
        if voices[seen].kind == "post":
            return posts[reading.report.id, seen]
        seen = voices[seen].parent
    return None
