import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import dateline
from dateline.annotate.parse import Parser
from dateline.annotate.toponyms import FindToponyms
from dateline.records import Reading, Report, Span, Toponym, Voice
from tests.small_gazetteer import small_gazetteer


def read(parser: Parser, text: str) -> Reading:
    voice = Voice(id="v0", parent=None, kind="outlet", speaker=None, span=Span(0, len(text)))
    return parser(Reading(report=Report(id="r_t", source="t", text=text), voices=(voice,)))


def toponyms(parser: Parser, text: str) -> dict[str, Toponym]:
    return {t.text: t for t in FindToponyms(small_gazetteer())(read(parser, text)).toponyms}


def test_a_town_with_its_container(parser: Parser) -> None:
    found = toponyms(parser, "The fire began in Paris, Texas, on Friday.")
    assert (found["Paris"].geonameid, found["Paris"].admin1, found["Paris"].precision) == (4717560, "Texas", "town")
    assert found["Paris"].unresolved == {}
    assert found["Paris"].confidence is not None
    assert 0.5 < found["Paris"].confidence < 1
    assert found["Texas"].precision == "admin1"


def test_one_name_with_two_containers_is_two_places(parser: Parser) -> None:
    text = "Vigils were held in Alexandria, Virginia, and in Alexandria, Egypt."
    found = FindToponyms(small_gazetteer())(read(parser, text)).toponyms
    assert [t.country for t in found if t.text == "Alexandria"] == ["USA", "EGY"]


def test_one_sense_a_report(parser: Parser) -> None:
    text = "The fire began in Paris, Texas. Crews in Paris worked all night."
    found = FindToponyms(small_gazetteer())(read(parser, text)).toponyms
    assert {t.country for t in found if t.text == "Paris"} == {"USA"}


def test_another_romanisation_inside_its_container(parser: Parser) -> None:
    found = toponyms(parser, "They gathered in Tekrit, Salahuddin province, in northern Iraq.")
    assert found["Tekrit"].name == "Tikrit"


def test_a_spot_that_is_not_listed_has_the_town_around(parser: Parser) -> None:
    found = toponyms(parser, "In Cairo, hundreds stood near Ramses Square on Monday.")
    spot = found["Ramses Square"]
    assert (spot.name, spot.precision, spot.country, spot.geonameid) == ("Ramses Square", "town", "EGY", None)
    assert spot.unresolved["geonameid"] == "not-in-gazetteer"
    assert spot.lat == pytest.approx(30.06263, abs=1e-4)


def test_a_listed_airport_is_a_venue(parser: Parser) -> None:
    found = toponyms(parser, "Crowds gathered near Baghdad International Airport.")
    assert found["Baghdad International Airport"].precision == "venue"
    assert found["Baghdad International Airport"].unresolved["geonameid"] == "not-in-gazetteer"


def test_a_name_with_nothing_around_has_no_point(parser: Parser) -> None:
    found = toponyms(parser, "Crowds stood near Ramses Square on Monday.")
    assert found["Ramses Square"].lat is None
    assert found["Ramses Square"].precision is None
    assert found["Ramses Square"].unresolved["lat"] == "no-point"


def test_a_town_that_no_list_has_is_named_without_an_id(parser: Parser) -> None:
    found = toponyms(parser, "Troops entered Karbash at dawn.")
    assert found["Karbash"].geonameid is None
    assert found["Karbash"].unresolved["geonameid"] == "not-in-gazetteer"


def test_people_and_forces_with_place_names_are_left_alone(parser: Parser) -> None:
    assert toponyms(parser, "Mr. Lima leads the Cairo Brigade.") == {}


def test_other_candidates_are_kept(parser: Parser) -> None:
    paris = toponyms(parser, "The fair opened in Paris on Friday.")["Paris"]
    assert [c.geonameid for c in paris.candidates] == [4717560]


def test_given_spans_are_resolved_as_they_are(parser: Parser) -> None:
    text = "The fair opened in Paris on Friday, Lima said."
    reading = FindToponyms(small_gazetteer()).given(read(parser, text), [Span(19, 24)])
    assert [t.text for t in reading.toponyms] == ["Paris"]


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(alphabet=st.sampled_from("Paris ,.Texas’'-#\nAl du(Lima)U.S. في 21 école"), max_size=60))
def test_any_text_gives_spans_inside_it(parser: Parser, text: str) -> None:
    for toponym in FindToponyms(small_gazetteer())(read(parser, text)).toponyms:
        assert toponym.span.of(text) == toponym.text != ""


def test_the_outlets_country_decides_between_places_of_one_name(parser: Parser) -> None:
    text = "Police closed the harbour in Alexandria on Friday."
    for url, country in (("https://example.eg/a", "EGY"), ("https://example.us/a", "USA")):
        reading = read(parser, text)
        reading = msgspec.structs.replace(reading, report=msgspec.structs.replace(reading.report, url=url))
        (found,) = FindToponyms(small_gazetteer())(reading).toponyms
        assert found.country == country


def test_somebodys_origin_does_not_pull_other_names(parser: Parser) -> None:
    text = "Police in Cairo and Alexandria held a singer who was born in Washington and raised in Paris, Texas."
    assert toponyms(parser, text)["Alexandria"].country == "EGY"


def test_an_unlisted_spot_is_less_sure(parser: Parser) -> None:
    found = toponyms(parser, "Thousands met at Garden Square in Baghdad on Friday.")
    assert found["Garden Square"].confidence is not None
    assert found["Baghdad"].confidence is not None
    assert found["Garden Square"].confidence < found["Baghdad"].confidence


def test_a_village_told_by_distance_and_direction(parser: Parser) -> None:
    found = toponyms(parser, "The rebels took Kisangu, 30 km south of Cairo.")
    village, town = found["Kisangu"], found["Cairo"]
    assert village.lat is not None
    assert town.lat is not None
    assert (village.geonameid, village.country, village.precision) == (None, "EGY", "town")
    assert town.lat - village.lat == pytest.approx(0.27, abs=0.01)


@pytest.mark.parametrize(
    "text",
    [
        "In Cairo families fled to Sarqat during the night.",
        "In Cairo an inquiry into the killings at Sarqat was promised.",
        "Buses ran in Cairo and Sarqat on Monday.",
        "In Cairo villagers from Sarqat blocked the road.",
    ],
)
def test_a_name_that_people_are_in_or_go_to_is_a_place(parser: Parser, text: str) -> None:
    assert toponyms(parser, text)["Sarqat"].kind == "literal"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Dockers blocked Gate 4 of the port of Durban on Tuesday.", "Gate 4"),
        ("In Bamako thousands poured onto the Boulevard de l'Indépendance.", "Boulevard de l'Indépendance"),
        ("The union has called a rally on Kovalenko Square for Sunday.", "Kovalenko Square"),
        ("The bishop of Tikrit led the march.", "Tikrit"),
        ("Police set up checkpoints on the roads to Baghdad and Tikrit.", "Tikrit"),
        ("Rebels overran Menaka at dawn and burned the market.", "Menaka"),
        ("The president toured Tikrit on Monday.", "Tikrit"),
        ("Good evening from Vohipeno, where the river is still rising.", "Vohipeno"),
        ("Marines had left Jolo for Patikul, where a curfew was imposed.", "Patikul"),
        ("Thousands fled the edge of Tikrit after shells fell.", "Tikrit"),
    ],
)
def test_words_around_a_name_that_the_parser_misreads(parser: Parser, text: str, name: str) -> None:
    assert name in toponyms(parser, text)


def test_an_unlisted_spot_lies_in_the_larger_of_towns_named_alike_often(parser: Parser) -> None:
    found = toponyms(parser, "Trains stopped in Lima and in Cusco.\nStudents met on Kovalenko Street.")
    assert found["Kovalenko Street"].lat == found["Lima"].lat


def test_the_area_behind_in_holds_the_town(parser: Parser) -> None:
    text = "Miners in Baghdad and Tikrit in Iraq struck. A union in far-off Paris, in Texas, lit lamps."
    assert toponyms(parser, text)["Paris"].country == "USA"


def test_an_outlets_name_is_no_home_outside_the_countries_of_the_text(parser: Parser) -> None:
    reading = read(parser, "In Peru the prices rise.\nStudents met on Kovalenko Street.")
    report = msgspec.structs.replace(reading.report, outlet="Alexandria Times")
    found = FindToponyms(small_gazetteer())(msgspec.structs.replace(reading, report=report)).toponyms
    assert {t.text: t.country for t in found}["Kovalenko Street"] != "EGY"


def test_an_unlisted_name_that_was_a_place_once_is_one_throughout(parser: Parser) -> None:
    text = "In Cairo families fled to Sarqat during the night. The people of Sarqat wept. Sarqat Motors closed."
    found = [t.span.start for t in FindToponyms(small_gazetteer())(read(parser, text)).toponyms]
    assert found == [text.index("Cairo"), text.index("Sarqat"), text.index("Sarqat wept")]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The rulers of Tikrit have learned nothing, the paper wrote.", "Tikrit"),
        ("While Cusco slept, somebody cut the cables.", "Cusco"),
        ("Trucks still use the road between Belmora and Tikrit.", "Tikrit"),
    ],
)
def test_a_town_of_one_country_needs_no_word_of_place(parser: Parser, text: str, name: str) -> None:
    assert name in toponyms(parser, text)


def test_somebody_called_like_a_town_stays_a_person(parser: Parser) -> None:
    text = "The lawyer, Amina Tikrit, left early. Tikrit refused to comment."
    assert "Tikrit" not in toponyms(parser, text)


def test_a_day_before_a_seat_is_no_part_of_its_name(parser: Parser) -> None:
    assert toponyms(parser, "On 3 November parliament voted to remove the mayor.") == {}


def test_the_short_name_of_a_body_is_no_place() -> None:
    told = (
        "The Rural Workers' League marched in Rajshahi. The League says that men threw bricks at a League procession."
    )
    assert [t.text for t in dateline.code(told).toponyms] == ["Rajshahi"]
    assert [t.text for t in dateline.code("Police arrested two men in Union on Monday.").toponyms] == ["Union"]


def test_chowks_and_seats_of_government_have_the_town_around(parser: Parser) -> None:
    found = toponyms(parser, "Doctors in Lima struck on Monday. Police beat students at Chowk Ghanta Ghar.")
    assert (found["Chowk Ghanta Ghar"].feature, found["Chowk Ghanta Ghar"].lat) == ("S", found["Lima"].lat)
