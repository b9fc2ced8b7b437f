from __future__ import annotations

from msgspec.structs import replace

from dateline.explore.facts import chain_of, facts_of, headline, unknowns_of, voice_of
from dateline.records import Reading


def test_facts_answer_the_questions_in_order(reading: Reading) -> None:
    facts = facts_of(reading, reading.events[0])
    assert [fact.label for fact in facts] == ["Who", "Who", "Where", "When", "How many", "Who says so"]
    assert [(fact.value, fact.role) for fact in facts[:2]] == [("Tamsans", "actor"), ("Kofi Adom", "honouree")]
    assert facts[0].note == "“Thousands of Tamsans”, GHA, civilians"
    assert facts[2].value == "Accra, Greater Accra, GHA"
    assert facts[2].note == "stated here, point of the town, 5.56°\u00a0N, 0.20°\u00a0W"
    assert facts[3].value == "2 March 2021"
    assert facts[4].value == "2,000–9,999 participants"
    assert facts[5].value == "The Capstan"


def test_facts_lead_to_their_words(reading: Reading) -> None:
    keys = [fact.key for fact in facts_of(reading, reading.events[0])]
    assert keys == ["who-m_01-0", "who-m_01-1", "place-1", "time-0", "count-0", None]


def test_an_attribution_names_source_and_cue(reading: Reading) -> None:
    last = facts_of(reading, reading.events[1])[-1]
    assert (last.label, last.value, last.key) == ("Citing", "Ghana police (said that)", "said-0")


def test_a_post_is_named_with_handle_platform_and_day(reading: Reading) -> None:
    last = facts_of(reading, reading.events[2])[-1]
    assert (last.value, last.note, last.key) == ("Ama B (@amab)", "post on X, 2 March 2021", "voice-v1")


def test_unknowns_say_why_and_leave_calibration_out(reading: Reading) -> None:
    assert unknowns_of(reading.events[0]) == ()
    assert unknowns_of(reading.events[1]) == (
        ("when", "the text does not say"),
        ("where", "the place is named, but the gazetteer does not have it"),
    )


def test_a_circle_of_attributions_ends(reading: Reading) -> None:
    said = replace(reading.attributions[0], parent=0)
    assert chain_of(replace(reading, attributions=(said,)), reading.events[1]) == (0,)


def test_headline_leaves_out_a_missing_mode(reading: Reading) -> None:
    assert headline(reading.events[0]) == "GATHER / commemoration"
    assert headline(replace(reading.events[0], mode=None)) == "GATHER"


def test_an_unknown_voice_is_none(reading: Reading) -> None:
    assert voice_of(reading, "v9") is None


def test_a_record_says_how_sure_it_is(reading: Reading) -> None:
    sure = facts_of(reading, replace(reading.events[0], confidence=0.624))[-1]
    assert (sure.label, sure.value) == ("How sure", "62%")
    assert all(fact.label != "How sure" for fact in facts_of(reading, reading.events[0]))
