"""Places that a clause takes up with a common noun or "there": "rallied in the town", "stormed the same prison"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection

from dateline.records import EventMention, Parse, Reading, Token, Toponym, voice_at
from dateline.reference.gazetteer.supplement import venues
from dateline.reference.resolving import resolving_words
from dateline.resolve.mention_places import dateline_place
from dateline.resolve.place_goals import is_seat
from dateline.resolve.place_paths import is_where_press_was, is_where_told, leads_to

_DEFINITE = frozenset("the this that these those same very".split())
_AT = frozenset("in at on near outside inside around across within throughout through into along off".split())
_TO = frozenset(("to",))
# Types of acts that are at the end of their way: "brought bread to the camp".
_TO_TYPES = frozenset(("AID", "MOBILIZE", "CONSULT", "GATHER"))
# Types of acts that are where their object is: "stormed the prison", "visited the town".
_OF_OBJECTS = frozenset("AID ASSAULT COERCE CONSULT GATHER MOBILIZE PROTEST RETREAT SANCTION".split())
_SPOTS = ("S", "AIRP")
_WORDS = resolving_words().places
_THERE = frozenset(("there", "here"))
Fits = Callable[[Toponym], bool]


def taken_up(mention: EventMention, reading: Reading, voices: list[str]) -> int | None:
    """Return the number of the toponym that the mention's clause takes up, None where it takes up none.

    voices: whose words it can be in: the mention's voice and those around it.
    """
    parse = reading.grammar()
    trigger = parse.head_of(mention.trigger.span)
    if trigger is None:
        return None
    words = {t.i for t in parse.inside(mention.trigger.span)}
    start, end = parse.sentences[trigger.sentence]
    for token in parse.tokens[start:end]:
        if token.i not in words and _places(parse, token, trigger, mention.type):
            number = _last_in_sort(token, reading, voices, _told_in(reading, trigger))
            if number is not None:
                return number
    return None


def _told_in(reading: Reading, trigger: Token) -> frozenset[int]:
    """Return the numbers of the names that only say where somebody spoke of the trigger, or spoke to the press before.

    So are those inside "this Black Sea city".
    """
    parse = reading.grammar()
    return frozenset(
        number
        for number, toponym in enumerate(reading.toponyms)
        if is_where_told(parse, toponym, trigger)
        or is_where_press_was(parse, toponym)
        or is_where_it_lies(parse, toponym)
    )


def _last_in_sort(token: Token, reading: Reading, voices: list[str], refused: Collection[int]) -> int | None:
    """Return the number of the last name that a noun can take up by its sort, else of where the text told it to be.

    refused: names that it cannot take up.
    """
    written = _written_at(token, reading)
    if written is not None:
        return written
    seats = _seats(token, reading)
    for fits in _sorts_of(token, reading):
        number = _last(reading, token.start, voices, fits, seats.union(refused))
        number = _last(reading, token.start, voices, fits, refused) if number is None else number
        if number is not None:
            return number
    return _told_to_be(token, reading, voices)


def _seats(token: Token, reading: Reading) -> frozenset[int]:
    """Return the numbers of the names at which a body sits or somebody comes from; "there" may take up that of its sentence."""
    parse = reading.grammar()
    own = parse.sentence_span(token.sentence)
    return frozenset(
        number
        for number, toponym in enumerate(reading.toponyms)
        if is_seat(parse, toponym) and not (token.lower in _THERE and own.covers(toponym.span))
    )


def _written_at(token: Token, reading: Reading) -> int | None:
    """Return the number of the dateline's town for the outlet's own "here" and "this capital", if the report has one."""
    here = token.lower == "here"
    if token.lemma == "capital":
        here = any(t.lower == "this" for t in reading.grammar().kids(token.i, "det"))
    if not here or voice_at(reading.voices, token.start).kind != "outlet":
        return None
    place = dateline_place(reading)
    return place.toponym if place is not None else None


def _told_to_be(token: Token, reading: Reading, voices: list[str]) -> int | None:
    """Return the number of the name at which the text last had a noun: "a camp near Bama ... in the camp"."""
    if token.lemma not in _WORDS.built | venues().behind or token.lemma == "ferry":
        return None
    parse, start = reading.grammar(), token.start
    for number in range(len(reading.toponyms) - 1, -1, -1):
        toponym = reading.toponyms[number]
        told = toponym.span.end <= start and voice_at(reading.voices, toponym.span.start).id in voices
        if told and toponym.kind == "literal" and token.lemma in _nouns_at(toponym, parse):
            return number
    return None


def _nouns_at(toponym: Toponym, parse: Parse) -> set[str]:
    """Return the lemmas of what stands at a name: "a camp near Bama", and what is acted on there, "stormed a barracks in Gao"."""
    head = parse.head_of(toponym.span)
    preposition = parse.tokens[head.head] if head is not None and head.dep == "pobj" else None
    if preposition is None or preposition.lower not in _AT:
        return set()
    above = parse.tokens[preposition.head]
    beside = [t for p in parse.kids(above.i, "prep") if p.lower in _AT for t in parse.kids(p.i, "pobj")]
    nouns = [above] if above.pos == "NOUN" else [*parse.kids(above.i, "dobj", "nsubjpass"), *beside]
    return {noun.lemma for noun in nouns if noun.tag == "NN" and noun.start < toponym.span.start}


def _places(parse: Parse, token: Token, trigger: Token, type_: str) -> bool:
    """Tell whether a word tells where the trigger was: "there", a noun behind a word of place, or what is struck or visited."""
    acts = type_ in _OF_OBJECTS
    if token.lower in _THERE and token.dep == "advmod":
        return leads_to(parse, parse.tokens[token.head], trigger, acts)
    if token.tag != "NN" or not _is_definite(parse, token):
        return False
    above = parse.tokens[token.head]
    if token.dep == "pobj":
        words = _AT | _TO if type_ in _TO_TYPES else _AT
        out = above.lower == "of" and parse.tokens[above.head].lower == "out"  # "pulled their men out of the city"
        above = parse.tokens[above.head] if out else above
        return (out or above.lower in words) and leads_to(parse, parse.tokens[above.head], trigger, acts)
    return acts and token.dep in ("dobj", "nsubjpass") and above.i == trigger.i


def _is_definite(parse: Parse, noun: Token) -> bool:
    """Tell whether a noun takes a place as known and is not named itself ("the Belmora camp", "the town of Belmora")."""
    kids = parse.kids(noun.i)
    named = (any(t.pos == "PROPN" for t in kids) and not _is_this_town(parse, noun)) or any(
        t.lower == "of" for t in kids
    )
    return any(t.lower in _DEFINITE and t.dep in ("det", "amod") for t in kids) and not named


def is_where_it_lies(parse: Parse, toponym: Toponym) -> bool:
    """Tell whether a name only says what town the one told of is: "in this Black Sea city"."""
    head = parse.head_of(toponym.span)
    return head is not None and any(_is_this_town(parse, noun) for noun in (head, parse.tokens[head.head]))


def _is_this_town(parse: Parse, noun: Token) -> bool:
    town = noun.lemma.lower() in venues().town
    return town and any(t.lower == "this" and t.dep == "det" for t in parse.kids(noun.i))


def _sorts_of(token: Token, reading: Reading) -> list[Fits]:
    """Return the tests for what a word can take up, the first choice first; none for a noun of no place."""
    words, noun = venues(), token.lemma
    if token.lower in _THERE or noun in _WORDS.scenes:
        return [lambda t: t.precision in ("town", "venue", "admin2")]
    home = _home(reading)
    if noun == "capital":
        return [lambda t: t.feature == "PPLC" and t.country == home]
    if noun in _WORDS.countries:
        return [lambda t: t.precision == "country" and t.country == home]
    out: list[Fits] = []
    if noun in words.behind:
        forms = {noun, *words.abroad.get(noun, ())}
        out.append(lambda t: not forms.isdisjoint(t.text.lower().split()))
    if noun in words.town:
        out.append(lambda t: t.precision == "town" and t.feature not in _SPOTS)
    if noun in words.admin1 | words.admin2:
        out.append(lambda t: t.precision in ("admin1", "admin2"))
    if noun in words.quarters:
        out.append(lambda t: t.precision in ("town", "admin2"))
    return out


def _home(reading: Reading) -> str | None:
    """Return the country in which most of the report's names lie."""
    named = Counter(t.country for t in reading.toponyms if t.country is not None)
    return named.most_common(1)[0][0] if named else None


def _last(reading: Reading, before: int, voices: list[str], fits: Fits, refused: Collection[int] = ()) -> int | None:
    """Return the number of the last toponym before a place in the text that fits, in one of the voices."""
    for number in range(len(reading.toponyms) - 1, -1, -1):
        toponym = reading.toponyms[number]
        spot = toponym.kind == "literal" or toponym.precision == "country"
        told = toponym.span.end <= before and voice_at(reading.voices, toponym.span.start).id in voices
        if told and spot and number not in refused and fits(toponym):
            return number
    return None
