from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline.annotate.counts import CountPeople
from dateline.records import Count, Parse
from tests.factory import reading, sentence, text_of

Parses = Callable[[str], Parse]


def counts(parse: Parses, text: str) -> list[Count]:
    return list(CountPeople()(reading(text, parse=parse(text))).counts)


def facts(parse: Parses, text: str) -> list[tuple[str, int | None, int | None]]:
    return [(count.of, count.low, count.high) for count in counts(parse, text)]


def test_a_verb_says_what_is_counted() -> None:
    parse = sentence(
        ("Police", "police", "NOUN", "NNS", "nsubj", 1),
        ("arrested", "arrest", "VERB", "VBD", "ROOT", 1),
        ("seven", "seven", "NUM", "CD", "nummod", 4),
        ("hooded", "hooded", "ADJ", "JJ", "amod", 4),
        ("men", "man", "NOUN", "NNS", "dobj", 1),
    )
    (count,) = CountPeople()(reading(text_of(parse), parse=parse)).counts
    assert (count.of, count.low, count.high, count.bound, count.text) == ("arrested", 7, 7, "exact", "seven")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The flood killed 12 people and left 30 missing.", [("killed", 12, 12), ("missing", 30, 30)]),
        ("At least 14 villagers died in the blast.", [("killed", 14, None)]),
        ("In March 2017 at least 14 villagers died in the blast.", [("killed", 14, None)]),
        ("The rebels handed over 12 captives.", [("released", 12, 12)]),
        ("The collapse left nine workers bleeding.", [("injured", 9, 9)]),
        ("Six miners were found shot in a gully.", [("killed", 6, 6)]),
        ("Five boys were hit by shrapnel.", [("injured", 5, 5)]),
        ("Nine men are sitting in jail in Gori.", [("arrested", 9, 9)]),
        ("A 19-year-old was arrested in Leeds.", [("arrested", 1, 1)]),
        ("He was arrested on Monday.", [("arrested", 1, 1)]),
        ("Gunmen shot her dead.", [("killed", 1, 1)]),
        ("Two men shot at a bus near Kisumu.", []),
        ("Two men shot at a fair near Kisumu.", [("injured", 2, 2)]),
        ("They were arrested on Monday.", []),
        ("The porter was abducted in Gori.", [("hostages", 1, 1)]),
        ("The council's secretary was released.", [("released", 1, 1)]),
        ("The crowd was arrested.", []),
        ("The third porter murdered this year lived here.", []),
        ("Nine porters were stabbed and another was killed.", [("injured", 9, 9), ("killed", 1, 1)]),
        ("Two porters died and 17 were hurt.", [("killed", 2, 2), ("injured", 17, 17)]),
        ("The fire left 12 dead and dozens injured.", [("killed", 12, 12), ("injured", 24, 99)]),
        ("Nine porters lost a leg in the blast.", [("injured", 9, 9)]),
        ("Seven porters did not survive.", [("killed", 7, 7)]),
        ("Nine porters were taken prisoner.", [("hostages", 9, 9)]),
        ("A third of the 90 porters were freed.", []),
        ("Nine of the 90 porters were freed.", [("released", 9, 9)]),
        ("The kidnappers who hold her want $2 million.", []),
        ("He marched to the square.", []),
        ("The fire claimed the lives of nine miners.", [("killed", 9, 9)]),
        ("The death toll rose to 31 on Friday.", [("killed", 31, 31)]),
        ("Officials put the number of dead at 19.", [("killed", 19, 19)]),
        ("Nine people were killed and about 40 injured.", [("killed", 9, 9), ("injured", 36, 44)]),
        ("Twenty officers were hurt.", [("injured", 20, 20)]),
        ("The police reported 27 arrests.", [("arrested", 27, 27)]),
        ("Dozens of students were detained overnight.", [("arrested", 24, 99)]),
        ("Rebels freed eight hostages on Monday.", [("released", 8, 8)]),
        ("The release of 20 prisoners was agreed.", [("released", 20, 20)]),
        ("Gunmen abducted five teachers.", [("hostages", 5, 5)]),
        ("More than 3,000 people fled their homes.", [("displaced", 3000, None)]),
        ("Boats evacuated about 600 residents.", [("evacuated", 540, 660)]),
        ("Thousands of Kenyans marched through the capital.", [("participants", 2000, 9999)]),
        ("A crowd of 700 stood in the rain.", [("participants", 700, 700)]),
        ("The organisers put the turnout at 2,500.", [("participants", 2500, 2500)]),
        ("The union said that 11,000 had taken part.", [("participants", 11000, 11000)]),
        ("The mayor addressed a rally of about 8,000 people.", [("participants", 7200, 8800)]),
        ("The shelling destroyed 50 houses.", [("buildings", 50, 50)]),
        ("The army deployed 500 soldiers to the border.", [("soldiers", 500, 500)]),
        ("Scores of farmers rallied in the square.", [("participants", 40, 199)]),
        ("A few dozen clerks marched past the bank.", [("participants", 24, 99)]),
        ("Barely 200 people attended the rally.", [("participants", None, 200)]),
        ("Two smugglers are in custody.", [("arrested", 2, 2)]),
        ("The coastguard seized three dinghies.", [("vehicles", 3, 3)]),
        ("The bailiffs evicted 40 tenants.", [("displaced", 40, 40)]),
        ("We lit candles on the quay, about 60 of us.", [("participants", 54, 66)]),
        ("Thirty people were injured, three of them badly.", [("injured", 30, 30)]),
        ("The vigil was attended by several officials.", [("participants", 3, 9)]),
        ("A man was arrested near the station.", [("arrested", 1, 1)]),
        ("One man was killed.", [("killed", 1, 1)]),
        ("Four passers-by were treated for cuts.", [("injured", 4, 4)]),
        ("The guards fired on smugglers, leaving five of them dead.", [("killed", 5, 5)]),
        ("Police shot at looters, killing six of them, two of them women.", [("killed", 6, 6)]),
        ("The army lost three men.", [("killed", 3, 3)]),
        ("The party lost three votes.", []),
        ("Two officers were killed and a third is missing.", [("killed", 2, 2), ("missing", 1, 1)]),
        ("They carried three of the bodies to the governor.", []),
        ("They carried three bodies to the governor.", [("killed", 3, 3)]),
        ("Police arrested three of the protesters.", [("arrested", 3, 3)]),
        ("The mayor raised the number of wounded from eleven to nineteen.", [("injured", 19, 19)]),
        ("The death toll rose from six to nine.", [("killed", 9, 9)]),
        ("A group of 42 were injured.", [("injured", 42, 42)]),
        ("Adam Roth, a tea seller of 42, was killed.", [("killed", 1, 1), ("killed", 1, 1)]),  # the name and the man
        ("A shopkeeper of 58 was beaten to death.", [("killed", 1, 1)]),
        ("A nurse of 31 was injured.", [("injured", 1, 1)]),
        ("From 40 to 50 people were killed.", [("killed", 40, 50)]),
        ("Police killed between three and five protesters.", [("killed", 3, 5)]),
    ],
)
def test_what_a_number_counts(parse: Parses, text: str, expected: list[tuple[str, int | None, int | None]]) -> None:
    assert facts(parse, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The minister, Jane Roe, 58, resigned.",
        "The farmers, aged 23, 24 and 51, were shot.",
        "Boys of 13 and 16 were shot.",
        "A 23-year-old student spoke.",
        "The strike lasted two weeks.",
        "On 5 May 2023 the court sat.",
        "Prices rose 12 percent.",
        "The team won 3-1 at home.",
        "He was sentenced to five years in prison.",
        "The road is 40 kilometres long.",
        "The firm paid $3 million.",
        "Route 66 was closed.",
        "He was wanted for the 2011 kidnapping of a banker.",
        "The company sold 2,000 cars.",
        "He scored two goals.",
        "Not one arrest was made.",
        "Doors open at 7 pm.",
    ],
)
def test_ages_dates_sums_and_labels_count_nobody(parse: Parses, text: str) -> None:
    assert facts(parse, text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Police arrested a woman of 52 near the port.", [("arrested", 1, 1)]),
        ("A student of 19 was killed near the port.", [("killed", 1, 1)]),
        ("Police arrested a gang of 12 near the port.", [("arrested", 12, 12)]),
        ("Police arrested four women of the village.", [("arrested", 4, 4)]),
    ],
)
def test_an_age_behind_one_person_counts_nobody(parse: Parses, text: str, expected: list[tuple[str, int, int]]) -> None:
    assert facts(parse, text) == expected


@pytest.mark.parametrize(
    ("text", "of"),
    [
        ("Hundreds attended the funeral of three boys shot in Gao on Monday.", "killed"),
        ("Women carried the coffins of three boys shot in Gao on Monday.", "killed"),
        ("Women carried the bags of three boys shot in Gao on Monday.", "injured"),
    ],
)
def test_who_is_mourned_was_shot_dead(parse: Parses, text: str, of: str) -> None:
    assert (of, 3, 3) in facts(parse, text)


def test_a_part_of_a_number_is_no_number_of_its_own(parse: Parses) -> None:
    assert facts(parse, "The bomb killed 12 people, including two children.") == [("killed", 12, 12)]


def test_a_bare_figure_takes_over_what_was_counted_before(parse: Parses) -> None:
    text = "Doctors put the number of dead at 19. The army spoke of six."
    assert facts(parse, text) == [("killed", 19, 19), ("killed", 6, 6)]


def test_swapping_the_parties_changes_no_count(parse: Parses) -> None:
    sides = [("Soldiers", "rebels"), ("Rebels", "soldiers")]
    assert len({tuple(facts(parse, f"{a} killed seven {b} near the bridge.")) for a, b in sides}) == 1


def test_the_span_is_the_number_with_its_bounds(parse: Parses) -> None:
    (count,) = counts(parse, "At least 12 men were killed.")
    assert count.text == "At least 12"
    assert count.span.of("At least 12 men were killed.") == count.text


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(alphabet="0123456789 ,.-abdehilnorstuvwkilled\n", max_size=60) | st.text(max_size=40))
def test_any_text_gives_spans_inside_it(parse: Parses, text: str) -> None:
    for count in counts(parse, text):
        assert count.span.of(text) == count.text != ""


@pytest.mark.parametrize(
    "text",
    [
        "A vigil is planned for six this evening at the chapel.",
        "There will be a demonstration on the main square on Monday at eight.",
        "The rally begins at ten in the morning.",
        "All but twelve of the detainees have been released.",
    ],
)
def test_an_hour_and_an_exception_count_nobody(parse: Parses, text: str) -> None:
    assert counts(parse, text) == []


def test_a_figure_with_a_day_is_no_hour(parse: Parses) -> None:
    assert facts(parse, "Police put the dead at six on Monday.") == [("killed", 6, 6)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Three guards suffered burns on Monday.", [("injured", 3, 3)]),
        ("Two were treated for bruises.", [("injured", 2, 2)]),
        ("A girl lost two teeth.", [("injured", 1, 1)]),
        ("Two guards lost their keys.", []),
        ("Two were treated for malaria.", []),
    ],
)
def test_small_harm_is_an_injury_too(parse: Parses, text: str, expected: list[tuple[str, int, int]]) -> None:
    assert facts(parse, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A teller was shot dead in Riga.", [("killed", 1, 1)]),
        ("The judge Ana Pereda was shot and killed in Riga.", [("killed", 1, 1)]),
        ("The judge Ana Pereda was shot and wounded in Riga.", [("injured", 1, 1)]),
        ("His catechist was stabbed to death.", [("killed", 1, 1)]),
        ("A freighter was held off Lagos.", []),
        ("A helicopter was shot down near Gao.", []),
        ("The order was shot down by the court.", []),
    ],
)
def test_one_person_is_told_by_the_ending(parse: Parses, text: str, expected: list[tuple[str, int, int]]) -> None:
    assert facts(parse, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Six men were admitted on Monday with bullet wounds.", [("injured", 6, 6)]),
        ("Two nurses treated nine men for bullet wounds.", [("injured", 9, 9)]),
        ("Six men were admitted on Monday with malaria.", []),
    ],
)
def test_who_is_seen_to_for_wounds_is_injured(parse: Parses, text: str, expected: list[tuple[str, int, int]]) -> None:
    assert facts(parse, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A shell killed a family of five in Sumy.", [("killed", 5, 5)]),
        ("Police arrested a family of four at the border.", [("arrested", 4, 4)]),
        ("A shell killed a family of nurses in Sumy.", [("killed", 1, 1)]),
        ("The families of the seven will hold a vigil in Riga.", []),
    ],
)
def test_a_family_has_its_own_number(parse: Parses, text: str, expected: list[tuple[str, int, int]]) -> None:
    assert facts(parse, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Masked men pulled three clerks out of a bar and shot them dead.", [("killed", 3, 3)]),
        ("Rebels led 12 farmers into the forest and killed them.", [("killed", 12, 12)]),
        ("Rebels passed 12 farmers and met three hunters and killed them.", []),
        ("Police passed 12 farmers and greeted them.", []),
    ],
)
def test_them_are_those_counted_before(parse: Parses, text: str, expected: list[tuple[str, int, int]]) -> None:
    assert facts(parse, text) == expected


def test_one_of_a_people_is_counted(parse: Parses) -> None:
    assert facts(parse, "An Algerian was shot dead in Nice.") == [("killed", 1, 1)]
    assert facts(parse, "Troops shot and killed a Palestinian near Jenin.") == [("killed", 1, 1)]
    assert facts(parse, "Rebels shot down two fighter jets.") == [("vehicles", 2, 2)]
    assert facts(parse, "The Algerian embassy was hurt by the cuts.") == []
