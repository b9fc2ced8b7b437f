from datetime import date, timedelta

import pytest

from dateline.corroborate.compare import Judgement, compare, distance_km, gap_days
from dateline.corroborate.statement import statements
from tests.corroborate.factory import BARDSIR, KERMAN, MAY, NORWAY, OSLO, Said, report_of


def judge(one: Said, other: Said, *, same_story: bool = False, later: int = 0) -> Judgement:
    """Compare what two outlets say; `later`: days that the second report comes after the first."""
    readings = [report_of("North", one), report_of("South", other, published=MAY + timedelta(days=later))]
    a, b = statements(readings)
    judgement = compare(a, b, same_story=same_story)
    assert compare(b, a, same_story=same_story) == judgement
    return judgement


def test_one_day_place_and_mode_are_one_happening_with_reasons() -> None:
    judgement = judge(Said("Police arrested ten."), Said("Ten were arrested in the night."))
    assert judgement.verdict == "merge"
    assert {"same day +2.0", "same place +2.0", "same mode +1.0"} <= set(judgement.reasons)


@pytest.mark.parametrize(
    ("other", "reason"),
    [
        (Said("They arrested ten.", day=date(2021, 5, 3)), "other days"),
        (Said("They arrested ten.", place=OSLO), "other country"),
        (Said("They arrested ten.", place=BARDSIR), "places 63 km apart"),
        (Said("They shelled it.", "shelled", "ASSAULT", "shelling"), "other type"),
    ],
)
def test_what_excludes_one_happening(other: Said, reason: str) -> None:
    judgement = judge(Said("Police arrested ten."), other)
    assert judgement.verdict == "different"
    assert reason in judgement.reasons


def test_an_undated_arrest_does_not_join_one_of_years_ago() -> None:
    old = Said("Ten were arrested here then.", day=date(2021, 5, 1), days=31)
    new = Said("Ten were arrested here.", day=None, counts={"arrested": (10, 10)})
    assert judge(old, new, same_story=True).verdict == "different"


def test_numbers_that_differ_do_not_part_a_happening() -> None:
    one = Said("Police arrested 27.", counts={"arrested": (27, 27)})
    two = Said("Lawyers counted 41 arrested.", counts={"arrested": (41, 41)}, source="Lawyers")
    assert judge(one, two).verdict == "merge"


def test_two_named_victims_of_one_place_and_day_stay_apart() -> None:
    one = Said("Gunmen shot Ida Berg dead.", "shot", "ASSAULT", "shooting", who={"victim": "Ida Berg"})
    two = Said("Gunmen shot Omar Said dead.", "shot", "ASSAULT", None, who={"victim": "Omar Said"})
    assert judge(one, two).verdict != "merge"


def test_a_claim_and_its_denial_in_one_story_belong_together() -> None:
    claim = Said("Guards were said to have beaten prisoners.", "beaten", "ASSAULT", "beating", "alleged", place=None)
    denial = Said("No prisoner was beaten.", "beaten", "ASSAULT", "beating", "denied", day=None, place=None)
    assert judge(claim, denial, same_story=True).verdict == "merge"


def test_undated_speech_needs_its_speaker() -> None:
    def condemned(who: str) -> Said:
        return Said(
            f"{who} condemned the attack.", "condemned", "ACCUSE", "condemn", day=None, place=None, who={"actor": who}
        )

    assert judge(condemned("Malin Ekdahl"), condemned("Ekdahl"), same_story=True).verdict == "merge"
    assert judge(condemned("Malin Ekdahl"), condemned("Omar Said"), same_story=True).verdict == "different"
    assert judge(condemned("Malin Ekdahl"), condemned("Ekdahl"), same_story=True, later=60).verdict == "different"


def test_too_little_to_go_on_is_unsure() -> None:
    one = Said("Troops moved in.", "moved", "MOBILIZE", "troops", place=OSLO)
    two = Said("An army deployed.", "deployed", "MOBILIZE", None, place=NORWAY)
    judgement = judge(one, two)
    assert judgement.verdict == "different"
    named = Said(
        "Troops of the Northern Brigade moved.",
        "moved",
        "MOBILIZE",
        None,
        place=NORWAY,
        who={"actor": "Northern Brigade"},
    )
    assert judge(Said("The Northern Brigade came.", "came", "MOBILIZE", "troops", place=OSLO,
                      who={"actor": "Northern Brigade"}), named).verdict == "unsure"  # fmt: skip


def test_a_condition_that_was_not_met_is_not_the_fact() -> None:
    fact = Said("Gunmen shot ten.", "shot", "ASSAULT", "shooting")
    condition = Said("Had he come in, he would have shot pupils.", "shot", "ASSAULT", "shooting", "hypothetical")
    assert judge(fact, condition, later=1).verdict == "different"


def test_swapped_parties_score_alike() -> None:
    def shelled(a: str, b: str) -> Said:
        return Said(f"{a} shelled {b}.", "shelled", "ASSAULT", "shelling", who={"perpetrator": a, "victim": b})

    one = judge(shelled("Israel", "Lebanon"), shelled("Israel", "Lebanon"))
    two = judge(shelled("Lebanon", "Israel"), shelled("Lebanon", "Israel"))
    assert (one.score, one.reasons) == (two.score, two.reasons)


def test_gap_of_intervals() -> None:
    assert gap_days((1, 3), (2, 4)) == 0
    assert gap_days((1, 3), (3, 4)) == 1
    assert gap_days((5, 6), (1, 3)) == 3
    assert gap_days((None, 3), (1, None)) == 0


def test_distance() -> None:
    assert round(distance_km((KERMAN[1], KERMAN[2]), (BARDSIR[1], BARDSIR[2]))) == 63
