"""Words of force, protest and retreat in the plain sentences of local and agency news that tell of neither."""

from __future__ import annotations

import pytest

import dateline
from dateline.reference.codebook import load_codebook

FORCE = ("COERCE", "MOBILIZE", "PROTEST", "RETREAT")


def told(text: str) -> list[tuple[str, str | None]]:
    return [(m.type, m.mode) for m in dateline.code(text).events if m.type in FORCE]


@pytest.mark.parametrize(
    "text",
    [
        "The council released records of the meeting on Tuesday.",
        "The police released the identity of the driver.",
        "A study released on Monday counts 40 species of moss.",
        "The rangers released a wolf in the park.",
        "The suspect fled on foot before officers arrived.",
        "The robbers got out and fled.",
        "A man pulled a gun on another man.",
        "She gave notice that the shop was closed.",
        "Police say a burglar fled the house.",
        "A sniper shot a soldier, bringing to 40 the number of peacekeepers killed.",
        "Two cars parked outside the station belonged to a baker.",
        "A car parked on a road near the market exploded.",
        "The airbags did deploy, the officers said.",
        "Officers arrived at the house at nine.",
        "Officers were dispatched to a house in Elm Street.",
        "Doctors took the officer off life support on Monday.",
        "Thank you for taking time away from your family.",
        "He lifted her off her feet.",
        "The club brought in another contractor.",
        "A woman was in the car park at about 10:45 p.m. after work.",
        "Nobody was in danger by nine in the evening.",
        "He was ejected from the car in the crash.",
        "See the attached file.",
        "A camera attached to the ceiling of the shop was on.",
        "A tanker with chlorine gas exploded near the town, police said.",
        "Police got a search warrant for the computer.",
        "The crash slowed traffic for an hour.",
        "The speaker of Ban Ki-moon issued a statement.",
        "The rebels began an attack near the airport, striking army posts.",
        "Precision strikes on Monday killed four men.",
        "The town lies in a demilitarised zone.",
        "He withdrew his request on Monday.",
    ],
)
def test_plain_sentences_tell_of_no_force(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rebels released 12 hostages near Gao on Tuesday.", ("RETREAT", "release")),
        ("Police released the driver on Tuesday.", ("RETREAT", "release")),
        ("Police took three women away and let them go in the evening.", ("RETREAT", "release")),
        ("Soldiers fled the town as the rebels advanced.", ("RETREAT", "withdraw")),
        ("The army brought 300 soldiers to the border.", ("MOBILIZE", "troops")),
        ("Dozens of officers arrived at the site of the march.", ("MOBILIZE", "police")),
        ("Rebel fighters patrolled the town.", ("MOBILIZE", "militia")),
        ("Fighter jets patrolled the border.", ("MOBILIZE", "troops")),
        ("Farmers parked tractors across the motorway.", ("PROTEST", "blockade")),
        ("Police led the editor away on Monday.", ("COERCE", "arrest")),
        ("Police brought in three men for questioning.", ("COERCE", "arrest")),
        ("Two inmates were recaptured on Monday.", ("COERCE", "arrest")),
        ("Residents must stay indoors from dusk until dawn.", ("COERCE", "curfew")),
        ("Police fired tear gas at the crowd.", ("COERCE", "crowd-control")),
        ("Vandals vandalised the church in Derby.", ("PROTEST", "vandalism")),
        ("Peru reimposed a blockade in the valley on Friday.", ("COERCE", "withholding")),
        ("Farmers kept up their blockade in the valley on Friday.", ("PROTEST", "blockade")),
        ("Nurses began a strike in Leeds on Monday.", ("PROTEST", "strike")),
    ],
)
def test_force_that_is_told_stays(text: str, expected: tuple[str, str]) -> None:
    assert expected in told(text)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Police attempted to arrest a man in Leeds on Monday.", "hypothetical"),
        ("Police tried to arrest a man in Leeds on Monday.", "hypothetical"),
        ("Police managed to arrest a man in Leeds on Monday.", "occurred"),
    ],
)
def test_what_is_attempted_is_not_done(text: str, status: str) -> None:
    assert [m.status for m in dateline.code(text).events if m.type == "COERCE"] == [status]


def test_robbers_are_no_rioters() -> None:
    text = "Four men forced their way into the home of a baker with a handgun on Monday."
    assert "riot" not in [m.mode for m in dateline.code(text).events]


def test_ground_that_is_retaken_is_nobody_arrested() -> None:
    text = "Troops recaptured several blocks on Monday."
    assert [(m.type, m.mode) for m in dateline.code(text).events] == [("ASSAULT", None)]


@pytest.mark.parametrize("name", ["crowding", "poison", "published"])
def test_words_that_only_stand_near_are_no_happenings(name: str) -> None:
    book = load_codebook()  # a happening that belongs to a class would be taken for who or what acts
    others = frozenset().union(*(words for key, words in book.classes.items() if key != name))
    assert not (book.classes[name] - others) & book.happenings


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A woman handcuffed herself to her husband in Hull.", []),
        ("Activists chained themselves to the gates of the plant in Hull.", [("PROTEST", "blockade")]),
        ("The agency has taken the position that only he can apply.", []),
        ("Troops took position along the road to Gao.", [("MOBILIZE", "troops")]),
        ("Students turned their backs on the minister during his speech.", [("PROTEST", "demonstration")]),
        ("The officers turned around and saw a fox.", []),
        ("The soldiers turned back at the bridge.", [("RETREAT", "withdraw")]),
        ("The content of the report was not released.", []),
        ("The guards released two nurses.", [("RETREAT", "release")]),
    ],
)
def test_what_neighbours_and_officials_do_every_day(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The clerk was fired shortly after he spoke.", 1),
        ("The company fired him on Monday.", 1),
        ("Police fired on the marchers in Lagos.", 0),
        ("The error should not disqualify the boy from seeing his mother.", 0),
        ("He was disqualified from running for mayor.", 1),
        ("The court upheld a law on visas.", 0),
        ("The court upheld the verdict against the editor.", 1),
        ("The bullet bounced off a cabinet.", 0),
        ("The party expelled him from the cabinet.", 1),
    ],
)
def test_who_is_fired_and_who_is_only_shot_at(text: str, expected: int) -> None:
    assert [m.type for m in dateline.code(text).events].count("SANCTION") == expected


@pytest.mark.parametrize(
    ("text", "type_", "expected"),
    [
        ("Norway announced a gift of medicine to Chad.", "AID", 1),
        ("The town has received more than $2 million in federal aid.", "AID", 1),
        ("The choir sang in the sanctuary of the church.", "AID", 0),
        ("She could provide him with a better life.", "AID", 0),
        ("A film festival was held in Riga on Friday.", "GATHER", 1),
        ("The loan was a blessing for researchers.", "GATHER", 0),
    ],
)
def test_gifts_and_feasts(text: str, type_: str, expected: int) -> None:
    assert [m.type for m in dateline.code(text).events].count(type_) == expected
