from collections.abc import Callable

import pytest

from dateline.records import Parse, Reading, Span, Toponym
from dateline.resolve.place_anaphors import taken_up
from tests import factory

ParseText = Callable[[str], Parse]
LEVELS = {"Peru": "country", "Plaza Bolívar": "venue", "Belmora prison": "venue", "Fars": "admin1"}


def reading_of(parse: ParseText, text: str, names: list[str]) -> Reading:
    toponyms = tuple(
        Toponym(
            span=Span(text.index(name), text.index(name) + len(name)), text=name, name=name, country="PER", lat=1.0, lon=2.0,
            precision=LEVELS.get(name, "town"), feature="PPLC" if name == "Lima" else "S" if LEVELS.get(name) == "venue" else "P",
        )
        for name in names
    )  # fmt: skip
    return factory.reading(text, parse=parse(text), toponyms=toponyms)


@pytest.mark.parametrize(
    ("text", "names", "type_", "word", "place"),
    [
        ("Miners met in Puno near Belmora prison. They will march in the town.", ["Puno", "Belmora prison"],
         "PROTEST", "march", "Puno"),
        ("Guards fled Belmora prison for Tacna. In 2012 a riot at the same prison left ten dead.", ["Belmora prison", "Tacna"],
         "PROTEST", "riot", "Belmora prison"),
        ("Students held the Plaza Bolívar in Puno. Police stormed the square.", ["Plaza Bolívar", "Puno"], "COERCE", "stormed",
         "Plaza Bolívar"),
        ("She left Lima for Tacna. Crowds danced in the capital.", ["Lima", "Tacna"], "GATHER", "danced", "Lima"),
        ("Peru votes, also in Tacna. Teachers walked out across the country.", ["Peru", "Tacna"], "PROTEST", "walked", "Peru"),
        ("It rained in Fars and in Tacna. They called a strike in the province.", ["Fars", "Tacna"], "PROTEST", "called", "Fars"),
        ("Rebels reached Puno. Officials in Tacna were silent. Troops fired in the town.", ["Puno", "Tacna"], "COERCE", "fired",
         "Puno"),
        ("Rebels reached Puno. Troops from Tacna came. Shots were fired in the town.", ["Puno", "Tacna"], "ASSAULT", "fired",
         "Puno"),
        ("Rebels reached Puno. An office in Tacna was sacked when crowds rioted there.", ["Puno", "Tacna"], "PROTEST", "rioted",
         "Tacna"),
        ("The ministry in Puno was quiet. Crowds rioted in the town.", ["Puno"], "PROTEST", "rioted", "Puno"),
        ("Dockers went to Puno. Workers in the town walked out.", ["Puno"], "PROTEST", "walked", "Puno"),
        ("Rebels reached Puno. Nurses brought bread to the town.", ["Puno"], "AID", "brought", "Puno"),
        ("Rebels reached Puno. Two boys were shot there.", ["Puno"], "ASSAULT", "shot", "Puno"),
        ("A bus burned in Puno. Firemen from Tacna came. Police sealed off the area.", ["Puno"], "COERCE", "sealed", "Puno"),
        ("Men fled from a clinic in Puno. Lima was calm. Nurses were shot in the clinic.", ["Puno", "Lima"], "ASSAULT", "shot",
         "Puno"),
        ("Rebels stormed a factory near Puno. Lima was calm. Soldiers attacked the factory.", ["Puno", "Lima"], "ASSAULT",
         "attacked", "Puno"),
        ("Troops held Puno. Lima was calm. Limits on trade in the township were lifted.", ["Lima"], "RETREAT", "lifted", "Lima"),
        ("Troops held Puno. They pulled their guns out of the town.", ["Puno"], "RETREAT", "pulled", "Puno"),
        ("Rebels held Puno. A colonel told a crowd in Lima that troops had shot two boys in the town.", ["Puno", "Lima"],
         "ASSAULT", "shot", "Puno"),
        ("Rebels held Puno. A colonel spoke to reporters in Lima. Two boys were shot there.", ["Puno", "Lima"], "ASSAULT",
         "shot", "Puno"),
        ("Rebels held Puno. A bishop spoke to a crowd in Lima. Two boys were shot there.", ["Puno", "Lima"], "ASSAULT",
         "shot", "Lima"),
    ],
)  # fmt: skip
def test_a_noun_takes_up_the_last_place_of_its_sort(
    parse: ParseText, text: str, names: list[str], type_: str, word: str, place: str
) -> None:
    reading = reading_of(parse, text, names)
    number = taken_up(factory.mention(type_, start=text.rindex(word), word=word), reading, ["v0"])
    assert number is not None
    assert reading.toponyms[number].name == place


@pytest.mark.parametrize(
    ("text", "type_", "word"),
    [
        ("She flew to Puno. Then she condemned the attack in the town.", "ACCUSE", "condemned"),
        ("She flew to Puno. They marched in a town nearby.", "PROTEST", "marched"),
        ("She flew to Puno. They marched in the town of Belmora.", "PROTEST", "marched"),
        ("She flew to Puno. They marched in the square.", "PROTEST", "marched"),
        ("She flew to Puno. The party called for a strike in Tacna.", "REQUEST", "called"),
    ],
)
def test_other_nouns_take_up_nothing(parse: ParseText, text: str, type_: str, word: str) -> None:
    reading = reading_of(parse, text, ["Puno"])
    assert taken_up(factory.mention(type_, start=text.index(word), word=word), reading, ["v0"]) is None


def test_only_words_of_the_own_voice_and_those_around_it_are_taken_up(parse: ParseText) -> None:
    text = "It rained in Puno. They marched in the town."
    reading = reading_of(parse, text, ["Puno"])
    mention = factory.mention("PROTEST", start=text.index("marched"), word="marched")
    assert taken_up(mention, reading, ["v1"]) is None
