"""Places that a mention may inherit: the candidates, what speaks for each, and the choice."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import pytest
from msgspec.structs import replace

import dateline
from dateline.annotate.parse import Parser
from dateline.records import EventMention, MentionPlace, MentionTime, Reading, Span, Toponym
from dateline.resolve.mention_places import mention_place
from dateline.resolve.places import PlaceInSpace
from dateline.resolve.spots import Candidate, Spots
from tests import factory


def reading_of(parser: Parser, text: str, towns: Iterable[str], *mentions: EventMention) -> Reading:
    """Return a parsed reading in which the towns are found."""
    named = tuple(
        Toponym(
            span=Span(text.index(town), text.index(town) + len(town)), text=town, kind="literal", geonameid=number, name=town,
            feature="P", country="PER", lat=-10.0, lon=-70.0, precision="town",
        )
        for number, town in enumerate(towns, 1)
    )  # fmt: skip
    return replace(parser(factory.reading(text)), toponyms=named, events=mentions)


def told(text: str, word: str, type_: str = "COERCE", time: MentionTime | None = None) -> EventMention:
    """Return a mention of the outlet's at a word."""
    return factory.mention(type_, start=text.index(word), word=word, voice="v0", time=time)


def place_of(parser: Parser, text: str, towns: Iterable[str], *mentions: EventMention) -> MentionPlace | None:
    """Return the place that the last of the mentions gets."""
    return PlaceInSpace()(reading_of(parser, text, towns, *mentions)).events[-1].place


def candidates(parser: Parser, text: str, towns: Iterable[str], word: str) -> list[Candidate]:
    """Return the places that the mention at a word may inherit from towns named in a text."""
    mention = told(text, word)
    reading = reading_of(parser, text, towns, mention)
    trigger = reading.grammar().head_of(mention.trigger.span)
    assert trigger is not None
    return Spots(reading).candidates(mention, trigger, {})


def test_what_speaks_for_a_place(parser: Parser) -> None:
    text = "Farmers marched in Puno.\n\nPolice arrested four men from Tacna."
    (found,) = candidates(parser, text, ("Puno", "Tacna"), "arrested")
    assert found.place.name == "Puno"
    assert {"sets a scene", "sets the scene before", "name, sentences off 1", "named in the lead"} <= set(
        found.features
    )


def test_the_paragraph_sets_the_scene(parser: Parser) -> None:
    text = "Hundreds stood in Cusco all day. Then police arrested two."
    place = place_of(parser, text, ("Cusco",), told(text, "arrested"))
    assert place is not None
    assert (place.name, place.basis) == ("Cusco", "inherited")


def test_somebodys_birthplace_sets_no_scene(parser: Parser) -> None:
    text = "The singer was born in Cusco in 1970. Hours later police arrested two."
    (found,) = candidates(parser, text, ("Cusco",), "arrested")
    assert not [name for name in found.features if "scene" in name]


def test_the_dateline_says_so(parser: Parser) -> None:
    text = "LIMA, May 3 (Agency) - Police arrested two people."
    assert Spots(reading_of(parser, text, ("LIMA",))).is_dateline(0)
    place = place_of(parser, text, ("LIMA",), told(text, "arrested"))
    assert place is not None
    assert place.basis == "document"


@pytest.mark.parametrize(
    "text",
    [
        "LIMA, May 3 (Agency) - Cusco was calm, but police arrested two people.",
        "LIMA, May 3 (Agency) - It rained. A dog barked. Police arrested two people.",
    ],
)
def test_only_the_sentence_behind_it_and_no_other_town(parser: Parser, text: str) -> None:
    reading = reading_of(parser, text, ("LIMA", "Cusco") if "Cusco" in text else ("LIMA",))
    trigger = next(t for t in reading.grammar().tokens if t.text == "arrested")
    assert Spots(reading).opened_at(trigger) is None


def test_the_datelines_town_in_the_title_is_no_other_one() -> None:
    text = "Police Arrest Two in Lima\n\nLIMA, May 3 (Agency) - Police arrested two people on Monday."
    told_ = dateline.code(text, published=date(2024, 5, 3)).events
    assert [m.place.name if m.place else None for m in told_] == ["Lima", "Lima"]


def test_what_is_long_ago_is_known_to_be(parser: Parser) -> None:
    text = "Hundreds stood in Cusco all day. In 2019 police arrested two."
    time = MentionTime(time=0, from_=date(2019, 1, 1), to=date(2020, 1, 1), precision="year", basis="stated")
    mention = told(text, "arrested", time=time)
    reading = reading_of(parser, text, ("Cusco",), mention)
    trigger = reading.grammar().head_of(mention.trigger.span)
    assert trigger is not None
    assert "long ago" in Spots(reading).traits(mention, trigger)
    assert "long ago" not in Spots(reading).traits(replace(mention, time=None), trigger)


def test_the_place_of_most_happenings_is_known_to_be(parser: Parser) -> None:
    text = "They marched in Cusco.\nA pause.\nAnother.\nA third.\nPolice arrested two."
    march = replace(
        told(text, "marched", "PROTEST"), place=place_of(parser, text, ("Cusco",), told(text, "marched", "PROTEST"))
    )
    mention = told(text, "arrested")
    spots = Spots(reading_of(parser, text, ("Cusco",), march, mention))
    spots.learn([march])
    trigger = spots.parse.head_of(mention.trigger.span)
    assert trigger is not None
    (found,) = spots.candidates(mention, trigger, {})
    assert {"most happenings'", "happening, sentences off 3 to 5"} <= set(found.features)


def test_where_the_voices_last_mention_was_is_known(parser: Parser) -> None:
    text = "They marched in Cusco. Teachers met. Police arrested two. Doctors walked out in Puno."
    march, met = told(text, "marched", "PROTEST"), told(text, "met", "CONSULT")
    last, arrested = told(text, "walked", "PROTEST"), told(text, "arrested")
    reading = reading_of(parser, text, ("Cusco", "Puno"), march, met, arrested, last)
    spots = Spots(reading)
    cusco = spots.reading.toponyms[0]
    trigger = spots.parse.head_of(arrested.trigger.span)
    assert trigger is not None

    def named(*before: EventMention) -> dict[str, set[str]]:
        rows = spots.candidates(arrested, trigger, {}, before=before)
        return {row.place.name: {name for name in row.features if "told before" in name} for row in rows}

    there = mention_place(cusco, 0, "inherited")
    found = named(replace(march, place=there))
    assert found == {
        "Cusco": {
            "told before",
            "public, told before",
            "told before, sentences off 2",
            "public, told before, sentences off 2",
        },
        "Puno": set(),
    }
    assert not any(named(replace(march, place=there), met).values())
    assert "told before" in spots.traits(arrested, trigger, [replace(march, place=there), met])
    assert "told before" not in spots.traits(arrested, trigger, [met, replace(march, place=there)])
    assert "told before" not in spots.traits(arrested, trigger, [replace(met, voice="v1")])
    beaten = replace(arrested, trigger=met.trigger, place=there)
    assert "type told before" in named(beaten, march)["Cusco"]


def test_how_long_the_voice_stays_at_a_place_is_known(parser: Parser) -> None:
    text = "They marched in Cusco. Teachers met. Nurses sang. Police arrested two."
    march, met, arrested = told(text, "marched", "PROTEST"), told(text, "met", "CONSULT"), told(text, "arrested")
    sang = told(text, "sang", "PROTEST")
    spots = Spots(reading_of(parser, text, ("Cusco",), march, met, sang, arrested))
    there = mention_place(spots.reading.toponyms[0], 0, "inherited")
    trigger = spots.parse.head_of(arrested.trigger.span)
    assert trigger is not None

    def last(*before: EventMention) -> set[str]:
        (row,) = spots.candidates(arrested, trigger, {}, before=before)
        return {name for name in row.features if name.startswith("last ")} - {"last scene"}

    stated = replace(march, place=mention_place(spots.reading.toponyms[0], 0, "stated"))
    assert last(stated) == {"last told stated", "last 1 told there"}
    assert last(stated, replace(met, place=there)) == {"last told inherited", "last 2 told there"}
    assert last(stated, met, replace(sang, place=there)) == {"last told inherited", "last 1 told there"}
    assert last(*[stated] * 5) == {"last told stated", "last 4 or more told there"}
    assert last(stated, met) == set()


def test_the_last_scene_before_the_mention_is_known(parser: Parser) -> None:
    text = "Farmers marched in Puno. Teachers met in Tacna. Police arrested two. Others sat in Cusco."
    found = {c.place.name: c.features for c in candidates(parser, text, ("Puno", "Tacna", "Cusco"), "arrested")}
    assert [name for name, features in found.items() if "last scene" in features] == ["Tacna"]
    assert found["Tacna"]["public, name, sentences off 1"] == 1.0


def test_the_number_of_towns_is_known(parser: Parser) -> None:
    text = "Farmers marched in Puno. Teachers met in Tacna. Police arrested two."
    mention = told(text, "arrested")
    spots = Spots(reading_of(parser, text, ("Puno", "Tacna"), mention))
    trigger = spots.parse.head_of(mention.trigger.span)
    assert trigger is not None
    assert "towns 2" in spots.traits(mention, trigger)


def test_a_place_of_something_else_is_not_taken_from_its_own_sentence(parser: Parser) -> None:
    text = "The teacher who was shot in May was buried in Cusco."
    assert place_of(parser, text, ("Cusco",), told(text, "shot", "ASSAULT")) is None
    text = "Gunmen struck in Puno. The teacher who was shot was buried in Cusco."
    place = place_of(parser, text, ("Puno", "Cusco"), told(text, "shot", "ASSAULT"))
    assert place is not None
    assert place.name == "Puno"


def test_the_date_of_an_entry_puts_no_sentence_between(parser: Parser) -> None:
    text = "3 May: Farmers march in Puno.\n\n9 May 2014: Police arrest four men."
    (found,) = candidates(parser, text, ("Puno",), "arrest")
    assert "name, sentences off 1" in found.features
