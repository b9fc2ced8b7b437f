from collections.abc import Callable
from datetime import date

from dateline.records import EventMention, MentionTime, Parse, Reading, Span, Toponym
from dateline.resolve.narrative import Narrative, dateline_place, mention_place
from tests import factory

ParseText = Callable[[str], Parse]


def reading(parse: ParseText, text: str, *names: str) -> Reading:
    toponyms = tuple(_town(text, name) for name in names)
    return factory.reading(text, parse=parse(text), toponyms=toponyms)


def _town(text: str, name: str) -> Toponym:
    start = text.index(name)
    return Toponym(
        span=Span(start, start + len(name)),
        text=name,
        name=name,
        feature="P",
        precision="town",
        country="PER",
        lat=1.0,
        lon=2.0,
    )


def mention(text: str, word: str, **fields: object) -> EventMention:
    return factory.mention(start=text.index(word), word=word, **fields)  # type: ignore[arg-type]


def test_the_paragraph_sets_the_scene(parse: ParseText) -> None:
    text = "Hundreds stood in Cusco all day. Then police arrested two."
    place = Narrative(reading(parse, text, "Cusco")).place_for(mention(text, "arrested", voice="v0"))
    assert place is not None
    assert (place.name, place.basis) == ("Cusco", "inherited")


def test_somebodys_birthplace_sets_no_scene(parse: ParseText) -> None:
    text = "The singer was born in Cusco in 1970. Hours later police arrested two."
    narrative = Narrative(reading(parse, text, "Cusco"))
    assert narrative._from_names(mention(text, "arrested"), "v0", 0) is None


def test_the_dateline_comes_last_and_says_so(parse: ParseText) -> None:
    text = "LIMA, May 3 (Agency) - Police arrested two people."
    told = reading(parse, text, "LIMA")
    dateline = dateline_place(told)
    assert dateline is not None
    assert dateline.basis == "document"
    assert Narrative(told).is_dateline(0)
    place = Narrative(told).place_for(mention(text, "arrested"))
    assert place is not None
    assert place.basis == "document"


def test_a_name_within_the_text_is_no_dateline(parse: ParseText) -> None:
    assert dateline_place(reading(parse, "Police in Lima arrested two people - again.", "Lima")) is None


def test_old_happenings_do_not_inherit(parse: ParseText) -> None:
    text = "Hundreds stood in Cusco all day. In 2019 police arrested two."
    time = MentionTime(time=0, from_=date(2019, 1, 1), to=date(2020, 1, 1), precision="year", basis="stated")
    assert Narrative(reading(parse, text, "Cusco")).place_for(mention(text, "arrested", time=time)) is None


def test_the_place_set_most_often_is_the_last_resort(parse: ParseText) -> None:
    text = "They marched in Cusco.\nA pause.\nAnother.\nA third.\nPolice arrested two."
    told = reading(parse, text, "Cusco")
    narrative = Narrative(told)
    narrative.set_place(mention(text, "marched"), mention_place(told.toponyms[0], 0, "stated"))
    place = narrative.place_for(mention(text, "arrested"))
    assert place is not None
    assert place.name == "Cusco"
