from collections.abc import Callable
from datetime import date

import pytest
from msgspec.structs import replace

from dateline.pipeline import make_coder
from dateline.read import read_text
from dateline.records import EventMention, Parse, Reading, Span, Toponym
from dateline.resolve.places import PlaceInSpace
from tests import factory

ParseText = Callable[[str], Parse]


def placed(
    parse: ParseText, text: str, names: dict[str, str], word: str, type_: str = "PROTEST", **kinds: str
) -> tuple[EventMention, ...]:
    """Place one mention. names: precision by name; kinds: kind by name where it is not literal."""
    toponyms = tuple(
        Toponym(
            span=Span(text.index(name), text.index(name) + len(name)), text=name, name=name, precision=precision,
            feature="S" if precision == "venue" else None, kind=kinds.get(name, "literal"),  # type: ignore[arg-type]
            lat=1.0, lon=2.0, country="PER",
        )
        for name, precision in sorted(names.items(), key=lambda item: text.index(item[0]))
    )  # fmt: skip
    reading: Reading = factory.reading(
        text, parse=parse(text), toponyms=toponyms, events=(factory.mention(type_, start=text.index(word), word=word),)
    )
    return PlaceInSpace()(reading).events


def test_the_own_clause_states_the_place(parse: ParseText) -> None:
    (mention,) = placed(
        parse, "Teachers from Lima marched in Cusco on Monday.", {"Lima": "town", "Cusco": "town"}, "marched"
    )
    assert mention.place is not None
    assert (mention.place.name, mention.place.basis, mention.place.toponym) == ("Cusco", "stated", 1)


def test_the_most_specific_spot_is_taken(parse: ParseText) -> None:
    text = "In the city of Lima, hundreds rallied at Plaza Mayor on Monday."
    (mention,) = placed(parse, text, {"Lima": "town", "Plaza Mayor": "venue"}, "rallied")
    assert mention.place is not None
    assert mention.place.name == "Plaza Mayor"


def test_places_in_coordination_make_several_mentions(parse: ParseText) -> None:
    mentions = placed(
        parse, "Rallies were held in Lima and Cusco.", {"Lima": "town", "Cusco": "town"}, "Rallies", "GATHER"
    )
    assert [m.place.name for m in mentions if m.place] == ["Lima", "Cusco"]
    assert len({m.id for m in mentions}) == 2


def test_both_countries_are_the_last_two_named(parse: ParseText) -> None:
    text = "As Malians and Nigeriens mark the day, scores rallied on the squares of both countries."
    names = {"Malians": "country", "Nigeriens": "country"}
    mentions = placed(parse, text, names, "rallied", "GATHER", Malians="associative", Nigeriens="associative")
    assert [m.place.toponym for m in mentions if m.place] == [0, 1]
    text = "After a night in Lima, scores rallied on the squares of both countries."
    (mention,) = placed(parse, text, {"Lima": "town"}, "rallied", "GATHER")
    assert mention.place is None or mention.place.name == "Lima"


def test_a_clause_with_where_is_at_its_name(parse: ParseText) -> None:
    text = "Whoever forgives should ask in Mueda, where the same gang abducted 17 boys."
    (mention,) = placed(parse, text, {"Mueda": "town"}, "abducted", "ASSAULT")
    assert mention.place is not None
    assert (mention.place.name, mention.place.basis) == ("Mueda", "stated")


def test_what_is_said_in_a_clause_with_where_is_at_its_name(parse: ParseText) -> None:
    text = "The envoy left for Cusco, where she will praise the guards."
    (mention,) = placed(parse, text, {"Cusco": "town"}, "praise", "SUPPORT")
    assert mention.place is not None
    assert mention.place.name == "Cusco"


def test_far_places_of_several_rallies(parse: ParseText) -> None:
    text = "Vigils were held in other countries, reaching as far as Chile and Japan."
    mentions = placed(parse, text, {"Chile": "country", "Japan": "country"}, "Vigils", "GATHER")
    assert [m.place.name for m in mentions if m.place] == ["Chile", "Japan"]


def test_an_unlisted_town_has_no_point(parse: ParseText) -> None:
    text = "Teachers marched in Belmora on Monday."
    toponym = Toponym(
        span=Span(20, 27), text="Belmora", name="Belmora", country="PER", lat=1.0, lon=2.0, precision="town",
        unresolved={"geonameid": "not-in-gazetteer"},
    )  # fmt: skip
    event = factory.mention("PROTEST", start=9, word="marched")
    (mention,) = PlaceInSpace()(factory.reading(text, parse=parse(text), toponyms=(toponym,), events=(event,))).events
    assert mention.place is not None
    assert (mention.place.name, mention.place.lat, mention.place.unresolved["lat"]) == ("Belmora", None, "no-point")


@pytest.mark.parametrize(
    ("text", "names", "word", "type_"),
    [
        ("The mayor condemned the attack in Cusco.", {"Cusco": "town"}, "condemned", "ACCUSE"),
        ("Teachers marched on Monday.", {}, "marched", "PROTEST"),
        ("Police arrested a man from Lima.", {"Lima": "town"}, "arrested", "COERCE"),
    ],
)
def test_unknown_is_an_answer(parse: ParseText, text: str, names: dict[str, str], word: str, type_: str) -> None:
    (mention,) = placed(parse, text, names, word, type_)
    assert mention.place is None
    assert mention.unresolved["place"] == "not-stated"


def test_powers_are_no_places(parse: ParseText) -> None:
    (mention,) = placed(
        parse, "Troops attacked on Lima orders.", {"Lima": "town"}, "attacked", "ASSAULT", Lima="associative"
    )
    assert mention.place is None


def test_speech_is_placed_by_its_own_clause_only(parse: ParseText) -> None:
    text = "Hundreds marched in Cusco. The mayor praised them."
    (mention,) = placed(parse, text, {"Cusco": "town"}, "praised", "SUPPORT")
    assert mention.place is None
    (mention,) = placed(parse, "Ministers met in Cusco on Monday.", {"Cusco": "town"}, "met", "CONSULT")
    assert mention.place is not None


def test_a_stall_in_a_town_is_in_the_own_clause(parse: ParseText) -> None:
    text = "Gunmen threatened the driver at a stall in Cusco."
    (mention,) = placed(parse, text, {"Cusco": "town"}, "threatened", "THREATEN")
    assert mention.place is not None


def test_a_name_in_the_own_sentence_comes_before_a_place_carried_over() -> None:
    text = (
        "Crowds marched in Lima on Monday.\n\nIn the town of Cusco in Peru—two bridges to it are still closed—nurses, drivers "
        "and pupils of three schools held a vigil for the drowned."
    )
    (coded,) = make_coder().code([read_text(text, source="told.txt")])
    assert isinstance(coded, Reading)
    places = {m.mode: m.place and (m.place.name, m.place.basis) for m in coded.events}
    assert places["vigil"] == ("Cusco", "stated")


def test_help_that_is_waited_for_is_nowhere(parse: ParseText) -> None:
    text = "A flood hit people in Belmora.\nOn Monday nurses brought blankets. They wait for more aid."
    (aid,) = placed(parse, text, {"Belmora": "town"}, "aid", "AID")
    assert aid.place is None


def test_readings_that_share_a_parse_have_their_own_places(parse: ParseText) -> None:
    text = "Miners marched in Belmora on Monday."
    grammar, event = parse(text), factory.mention("PROTEST", start=7, word="marched")
    found = Toponym(
        span=Span(18, 25), text="Belmora", name="Belmora", country="PER", lat=1.0, lon=2.0, precision="town"
    )
    stage = PlaceInSpace()
    countries = []
    for toponyms in ((found,), (), (replace(found, country="CHL"),)):
        (mention,) = stage(factory.reading(text, parse=grammar, toponyms=toponyms, events=(event,))).events
        countries.append(mention.place.country if mention.place else None)
    assert countries == ["PER", None, "CHL"]


def test_a_state_that_is_a_party_is_no_place(parse: ParseText) -> None:
    text = "Talks between Peru and the miners, mediated by Chile, opened in Cusco on Tuesday."
    (mention,) = placed(parse, text, {"Peru": "country", "Chile": "country", "Cusco": "town"}, "Talks", "CONSULT")
    assert mention.place is not None
    assert mention.place.name == "Cusco"


def test_a_visit_is_where_its_own_words_lead() -> None:
    text = "The visit of Pope Francis to Bahrain won praise from Muslim leaders."
    (reading,) = make_coder().code([read_text(text)])
    assert isinstance(reading, Reading)
    visit = next(m for m in reading.events if m.mode == "visit")
    assert visit.place is not None
    assert visit.place.country == "BHR"


def test_a_telephone_call_has_no_place() -> None:
    text = "Ghana's president telephoned the governor of Kano on Tuesday, his office said in Accra."
    (reading,) = make_coder().code([read_text(text)])
    assert isinstance(reading, Reading)
    call = next(m for m in reading.events if m.mode == "phone")
    assert call.place is None
    assert call.unresolved["place"] == "not-stated"


def test_a_hearing_places_no_deed_but_what_is_refused_there(parse: ParseText) -> None:
    names = {"Lima": "town"}
    (deed,) = placed(
        parse, "The minister told reporters in Lima that six men had been killed.", names, "killed", "ASSAULT"
    )
    assert deed.place is None
    (refusal,) = placed(
        parse, "The minister told reporters in Lima that he will not resign.", names, "resign", "REJECT"
    )
    assert refusal.place is not None


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("LUSAKA, May 3 - Farmers marched in Ndola on Monday. The minister received them here on Tuesday.", "Lusaka"),
        (
            "Lusaka, May 3 (Agency) - Teachers near Ndola marched on Monday. Unions held talks in this capital.",
            "Lusaka",
        ),
        ("LUSAKA, May 3 - Farmers marched in Ndola on Monday. The minister received them there on Tuesday.", "Ndola"),
        ("Farmers marched in Ndola on Monday. The minister received them here on Tuesday.", "Ndola"),
    ],
)
def test_here_is_where_the_report_was_written(text: str, place: str) -> None:
    (reading,) = make_coder().code([read_text(text)])
    assert isinstance(reading, Reading)
    met = next(m for m in reading.events if m.type == "CONSULT")
    assert met.place is not None
    assert met.place.name == place


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("The mayor of Huancayo resigned on Wednesday.", None),
        ("The governor stepped down on Sunday over the collapse of a school near Huancayo.", None),
        ("The interior minister resigned in Huancayo on Wednesday.", "Huancayo"),
    ],
)
def test_a_resignation_is_placed_by_its_own_clause_only(text: str, place: str | None) -> None:
    (reading,) = make_coder().code([read_text(text, source="a", outlet="Post", published=date(2021, 6, 18))])
    assert isinstance(reading, Reading)
    places = [m.place.name if m.place else None for m in reading.events if m.mode == "resign"]
    assert places == [place]


@pytest.mark.parametrize(
    ("text", "kind", "place"),
    [
        ("The rebels released two nurses on Friday after the two sides had met in Mopti.", "RETREAT", None),
        ("Two men were killed after a bomb went off in Kirkuk.", "ASSAULT", "Kirkuk"),
        ("Dockers downed tools in Durban on Monday, and on Thursday the state sent soldiers.", "MOBILIZE", None),
        ("The army deported two preachers to Oran on Monday.", "COERCE", None),
        ("The mayor told reporters in Kayes that he was well and accused the rebels of lying.", "ACCUSE", "Kayes"),
        ("The bishop condemned the attack on the convoy at a briefing in Jos.", "ASSAULT", None),
        ("He was arrested on Monday at the airport as he tried to board a flight to Oran.", "COERCE", None),
        ("Two men were shot on the road to Oran on Monday.", "ASSAULT", "Oran"),
    ],
)
def test_other_clauses_and_goals_place_nothing(text: str, kind: str, place: str | None) -> None:
    (reading,) = make_coder().code([read_text(text, source="a", outlet="Post", published=date(2021, 6, 18))])
    assert isinstance(reading, Reading)
    assert [m.place.name if m.place else None for m in reading.events if m.type == kind] == [place]


@pytest.mark.parametrize(
    ("text", "kind", "place"),
    [
        ("Hundreds marched in Cusco on Friday against the arrest of a priest.", "COERCE", None),
        ("Hundreds marched in Cusco on Friday against the arrest of a priest.", "PROTEST", "Cusco"),
        ("Nurses in Cusco went on strike over the killing of a doctor in Puno.", "ASSAULT", "Puno"),
        ("The bishop in Cusco denounced the killing of a priest.", "ASSAULT", None),
        ("Hundreds marched in Cusco on Friday to denounce the shooting of a boy by guards.", "ASSAULT", None),
        ("Police arrested a priest in Cusco on Friday.", "COERCE", "Cusco"),
        ("Hundreds marched to the embassy of Peru on Friday.", "PROTEST", None),
        ("Hundreds marched to the embassy of Peru in Quito on Friday.", "PROTEST", "Quito"),
        ("Police shot a boy at a march against the mayor in Cusco.", "ASSAULT", "Cusco"),
    ],
)
def test_a_protest_does_not_place_what_it_is_against(text: str, kind: str, place: str | None) -> None:
    (reading,) = make_coder().code([read_text(text, published=date(2024, 5, 5))])
    assert isinstance(reading, Reading)
    (mention,) = [m for m in reading.events if m.type == kind]
    assert (mention.place.name if mention.place else None) == place
