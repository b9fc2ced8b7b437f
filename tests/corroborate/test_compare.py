from dataclasses import replace
from datetime import date, timedelta

import pytest

from dateline.corroborate.compare import compare, gap_days
from dateline.corroborate.judgement import Judgement
from dateline.corroborate.statement import statements
from tests.corroborate.factory import BARDSIR, MAY, NORWAY, OSLO, Said, report_of


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
    two = Said("Gunmen shot Omar Said dead.", "shot", "ASSAULT", "shooting", who={"victim": "Omar Said"})
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
    one = Said("Troops moved into the refinery.", "moved", "MOBILIZE", "troops", place=OSLO)
    two = Said("An army deployed.", "deployed", "MOBILIZE", None, place=NORWAY)
    judgement = judge(one, two)
    assert judgement.verdict == "different"
    undated = Said("Conscripts were sent.", "sent", "MOBILIZE", "troops", day=None, place=OSLO)
    assert judge(one, undated).verdict == "unsure"


def test_rare_words_in_common_speak_for_one_happening_and_are_named() -> None:
    one = Said("A convoy with insulin was looted.", "looted", "COERCE", "seizure", day=None)
    two = Said("Masked men seized the insulin.", "seized", "COERCE", "seizure", place=None)
    three = Said("Masked men seized the tractors.", "seized", "COERCE", "seizure", place=None)
    told = judge(one, two, same_story=True)
    assert told.verdict == "merge"
    assert "words in common: insulin +1.4" in told.reasons
    other = judge(one, three, same_story=True)
    assert other.verdict != "merge"
    assert "no rarer word in common -0.6" in other.reasons


def test_a_place_name_is_not_counted_twice() -> None:
    place = ("Sarvestan", 29.27, 53.22, "IRN", "town")
    judgement = judge(Said("Ten arrested in Sarvestan.", place=place), Said("Sarvestan: some arrested.", place=place))
    assert not any("words in common" in reason for reason in judgement.reasons)


def test_a_day_or_place_carried_over_weighs_less_than_a_stated_one() -> None:
    sure = Said("Police arrested the beekeeper Nils Aas.", who={"recipient": "Nils Aas"})
    other = Said("The beekeeper Nils Aas was arrested.", day=MAY + timedelta(days=4), who={"recipient": "Nils Aas"})
    assert judge(sure, other).verdict == "different"
    judgement = judge(sure, replace(other, basis="inherited"))
    assert judgement.verdict == "merge"
    assert "other days, not stated -0.8" in judgement.reasons
    away = replace(other, basis="inherited", day=MAY, place=OSLO)
    assert "other country, not stated -1.0" in judge(sure, away).reasons


def test_two_spots_that_share_their_towns_point_are_not_one_place() -> None:
    gate = Said("Ten arrested at the Old Gate.", place=("Old Gate", 30.283, 57.079, "IRN", "town"))
    station = Said("Ten arrested at the station.", place=("North Station", 30.283, 57.079, "IRN", "town"))
    assert "spots of one town -1.5" in judge(gate, station).reasons
    assert "spot inside the town +0.5" in judge(gate, Said("Ten arrested.", geonameid=1)).reasons


def test_what_has_no_mode_is_open_only_where_the_word_leaves_it_open() -> None:
    attack = judge(Said("It was attacked.", "attacked", "ASSAULT", None), Said("Shot.", "Shot", "ASSAULT", "shooting"))
    assert "mode known of one only -0.5" in attack.reasons
    taken = judge(
        Said("It was attacked.", "attacked", "ASSAULT", None), Said("Taken.", "Taken", "ASSAULT", "abduction")
    )
    assert "mode known of one only -1.6" in taken.reasons
    force = judge(Said("They hosed it.", "hosed", "COERCE", None), Said("Police arrested ten."))
    assert "mode known of one only -1.6" in force.reasons


def test_two_names_for_one_country_are_not_two_speakers() -> None:
    one, two = (
        Said(f"{who} condemned the raid.", "condemned", "ACCUSE", "condemn", who={"actor": who}, lands={"actor": "NOR"})
        for who in ("Oslo", "Norway")
    )
    assert judge(one, two).verdict == "merge"
    assert judge(one, replace(two, lands={})).verdict == "different"


def test_what_came_of_an_attack_told_in_the_next_sentence_is_no_second_attack() -> None:
    attack = Said("Rockets hit the market.", "hit", "ASSAULT", "shelling")
    toll = Said("Nine people were killed.", "killed", "ASSAULT", None, basis="inherited")
    judgement = compare(*statements([report_of("North", attack, toll)]))
    assert judgement.verdict == "merge"
    assert "told on in the next sentences +0.6" in judgement.reasons
    elsewhere = compare(*statements([report_of("North", attack, replace(toll, basis="stated"))]))
    assert elsewhere.verdict != "merge"


def test_what_another_voice_says_beside_it_is_the_same_sooner_than_what_it_says_far_off() -> None:
    claim = Said("Ten were arrested, the union says.", source="The union")
    denial = Said("Nobody was arrested, police say.", status="denied", source="Police")
    reason = "told side by side by other voices +0.6"
    near = compare(*statements([report_of("North", claim, denial)]))
    assert reason in near.reasons
    between = Said("x " * 300 + "walked.", "walked", "GATHER", "procession")
    first, second = (s for s in statements([report_of("North", claim, between, denial)]) if s.trigger == "arrested")
    assert reason not in compare(first, second).reasons


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
