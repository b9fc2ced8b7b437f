"""Triggers in context: senses told apart, phrases, modifiers."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from dateline.code.triggers import find_triggers
from dateline.code.word_classes import classes_of
from dateline.records import Parse
from dateline.reference.beginnings import Beginning
from dateline.reference.codebook import load_codebook

BOOK = load_codebook()
SAMPLES = Path(__file__).parents[2] / "samples"


def found(parse: Parse) -> list[tuple[str, str | None, str]]:
    return [(t.type, t.mode, " ".join(parse.tokens[i].text for i in t.tokens)) for t in find_triggers(parse, BOOK)]


@pytest.mark.parametrize(
    ("text", "type_", "mode"),
    [
        ("Bus drivers in Lyon went on strike over pay on Monday.", "PROTEST", "strike"),
        ("A drone strike killed two herders near the well.", "ASSAULT", "drone-strike"),
        ("Thousands took to the streets of Lima.", "PROTEST", "demonstration"),
        ("Residents held a candlelight vigil for the nurse.", "GATHER", "vigil"),
        ("Soldiers arrested a teacher in the market.", "COERCE", "arrest"),
        ("Rebels shelled the town of Bria at dawn.", "ASSAULT", "shelling"),
        ("The two ministers met in Geneva.", "CONSULT", "meeting"),
        ("The governor condemned the shooting.", "ACCUSE", "condemn"),
        ("Villagers set fire to the customs office.", "ASSAULT", "arson"),
        ("The army let the fishermen go.", "RETREAT", "release"),
        ("Guards rounded the students up.", "COERCE", "arrest"),
        ("A court sentenced the editor to two years.", "SANCTION", "convict"),
    ],
)
def test_trigger_has_type_and_mode(parse: Callable[[str], Parse], text: str, type_: str, mode: str) -> None:
    assert (type_, mode) in [(t, m) for t, m, _ in found(parse(text))]


def test_trying_every_pattern_finds_the_same_triggers(
    parse: Callable[[str], Parse], monkeypatch: pytest.MonkeyPatch
) -> None:
    parses = [parse(path.read_text(encoding="utf-8")) for path in sorted(SAMPLES.glob("*/*.txt"))]
    picked = [find_triggers(one, BOOK) for one in parses]
    monkeypatch.setattr(Beginning, "possible", lambda self, here, about: iter(self.patterns))
    assert [find_triggers(one, BOOK) for one in parses] == picked
    assert sum(map(len, picked)) > 50


@pytest.mark.parametrize(
    "text",
    [
        "The company demonstrated its new phone in Barcelona.",
        "Shares rallied after the earnings report.",
        "The striker scored twice in the final.",
        "The singer released an album in March.",
        "The chef killed the lights and served dessert.",
        "The manager fired the coach after a bad season.",
        "They struck a deal with the supplier on Friday.",
        "Clouds gathered over the bay.",
        "The funeral home opened a second branch.",
        "She gathered evidence for her thesis.",
    ],
)
def test_other_senses_of_the_word_are_no_trigger(parse: Callable[[str], Parse], text: str) -> None:
    violent = {"PROTEST", "ASSAULT", "GATHER", "RETREAT", "COERCE"}
    assert [t for t in found(parse(text)) if t[0] in violent] == []


def test_a_question_is_no_request(parse: Callable[[str], Parse]) -> None:
    asked = ("Reporters asked the minister about the bridge.", "The union asked the minister for a new bridge.")
    assert [[t[0] for t in found(parse(text))] for text in asked] == [[], ["REQUEST"]]


def test_one_word_belongs_to_one_trigger(parse: Callable[[str], Parse]) -> None:
    triggers = find_triggers(parse("Police used tear gas and water cannon to disperse a protest march."), BOOK)
    words = [i for t in triggers for i in t.tokens]
    assert len(words) == len(set(words))
    assert triggers


def test_classes_come_from_lemma_and_entity(parse: Callable[[str], Parse]) -> None:
    tree = parse("Villagers met Maria Lopez in Bogota.")
    tokens = {t.text: t for t in tree.tokens}
    assert "person" in classes_of(tree, tokens["Villagers"], BOOK)
    assert "person" in classes_of(tree, tokens["Lopez"], BOOK)
    assert "place" in classes_of(tree, tokens["Bogota"], BOOK)


def test_context_may_stand_in_the_sentence_before(parse: Callable[[str], Parse]) -> None:
    assert ("SANCTION", "convict", "got years") in found(parse("The court spoke on Monday. The captain got six years."))
    assert found(parse("The wine is dear. The captain got six years.")) == []


def test_what_the_same_sentence_says_wins_over_the_sentence_before(parse: Callable[[str], Parse]) -> None:
    triggers = find_triggers(parse("Hackers were busy. Masked men attacked the bus."), BOOK)
    assert [(t.type, t.mode) for t in triggers][-1] == ("ASSAULT", None)


def test_a_state_has_a_subject(parse: Callable[[str], Parse]) -> None:
    assert ("PROTEST", "strike", "stayed shut") in found(
        parse("Shops stayed shut throughout the district over the strike.")
    )


def test_round_numbers_stand_for_people(parse: Callable[[str], Parse]) -> None:
    assert ("COERCE", "arrest", "taken away") in found(parse("A dozen were taken away in vans."))


def test_name_of_a_body_tells_of_nothing(parse: Callable[[str], Parse]) -> None:
    told = found(parse("The National Congress demanded an independent inquiry."))
    assert "GATHER" not in [type_ for type_, _, _ in told]


@pytest.mark.parametrize(
    ("text", "type_", "mode"),
    [
        ("Lawyers stayed away from the courts on Tuesday.", "PROTEST", "strike"),
        ("Women lay down on the rails at Rohri.", "PROTEST", "blockade"),
        ("A crowd stoned their vehicles near the camp.", "PROTEST", "riot"),
        ("Some 200 exiles protested outside the embassy.", "PROTEST", "demonstration"),
        ("Guards set dogs on the tenants.", "ASSAULT", None),
        ("Rebels laid two explosive charges under the pipe.", "ASSAULT", "bombing"),
        ("The patrol came under rifle fire.", "ASSAULT", "shooting"),
        ("Police waded in with truncheons.", "COERCE", "crowd-control"),
        ("Intruders encrypted the records of the clinic.", "COERCE", "cyber"),
        ("Police recovered knives and ammunition.", "COERCE", "seizure"),
        ("The coastguard towed the trawler into port.", "COERCE", "seizure"),
        ("Volunteers brought bread and blankets to the village.", "AID", None),
        ("The farmers received compensation from the state.", "AID", None),
        ("Residents complained of noise, and the union wants the minister sacked.", "REQUEST", "change"),
        ("Moscow vowed a response in kind.", "THREATEN", None),
        ("The opposition dismissed the election as a farce.", "ACCUSE", "condemn"),
        ("The ministry summoned the ambassador.", "ACCUSE", "condemn"),
        ("The government suspended two officers.", "SANCTION", None),
        ("Soldiers waved the lorries through.", "RETREAT", "access"),
        ("The minister has left his post.", "RETREAT", "resign"),
        ("France put 200 marines on standby.", "MOBILIZE", None),
    ],
)
def test_further_ways_of_telling(parse: Callable[[str], Parse], text: str, type_: str, mode: str | None) -> None:
    assert (type_, mode) in [(t, m) for t, m, _ in found(parse(text))]


@pytest.mark.parametrize(
    ("text", "type_", "mode"),
    [
        ("The opposition launched a scathing attack on the minister.", "ACCUSE", "condemn"),
        ("The opposition launched an attack on the plan.", "ACCUSE", "condemn"),
        ("The mayor slammed the ministry.", "ACCUSE", "condemn"),
        ("Mourners filed past the coffin of the bishop.", "GATHER", "funeral"),
        ("The court had the prisoners shot after they were sentenced.", "SANCTION", "convict"),
        ("Relatives kept watch outside the hospital in Tacna.", "GATHER", "vigil"),
        ("The two sides struck an accord in Tacna.", "AGREE", None),
    ],
)
def test_what_the_same_words_do_tell(parse: Callable[[str], Parse], text: str, type_: str, mode: str | None) -> None:
    assert (type_, mode) in [(t, m) for t, m, _ in found(parse(text))]


@pytest.mark.parametrize(
    "text",
    [
        "He took his son to the harbour to see the boats.",
        "The strings stayed in tune all evening.",
        "The boy brought his homework to school.",
        "She set the table on the lawn.",
        "The firm offered a discount.",
        "Prices fell again before lunch.",
        "He left his umbrella on the bus.",
    ],
)
def test_everyday_senses_of_the_further_words(parse: Callable[[str], Parse], text: str) -> None:
    assert [one for one in found(parse(text)) if one[0] != "echo"] == []  # an echo counts only behind what it echoes


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("The army launched an attack on the government base in Wau.", "ACCUSE"),
        ("The storm slammed into Tacna.", "ACCUSE"),
        ("A van was backing out of a driveway in Tacna.", "REJECT"),
        ("The suit was filed by 12 villagers in Tacna.", "GATHER"),
        ("Two men were fatally shot before dawn near the court in Tacna.", "SANCTION"),
        ("The singer hails from a family of miners in Chile.", "SUPPORT"),
        ("Troops clad in black patrolled Tacna.", "AID"),
        ("Soldiers kept watch over the depot in Tacna.", "GATHER vigil"),
        ("A quake struck near Tacna, according to the fire service.", "AGREE"),
        ("The mayor was elected to a three-year term on the board of the port.", "SANCTION convict"),
        ("A rally has been called for Friday by the opposition.", "REQUEST"),  # the day, not what is asked for
        ("Police searched the office of the outlawed Green Dawn party.", "COERCE ban"),
        ("Rescuers said that a diver was pulled out of the water.", "SANCTION"),
        ("Oslo recalled its ambassador for consultations.", "CONSULT"),
        ("On appeal the court let the editor go.", "REQUEST"),
        ("Villagers beat a man accused of theft.", "ACCUSE"),
        ("Arson has been ruled out as the cause of the fire.", "ASSAULT"),
        ("Attackers armed with machetes wounded four farmers.", "MOBILIZE"),
        ("The minister made the ruling known at the exit of the building.", "RETREAT"),
    ],
)
def test_what_the_words_only_look_like(parse: Callable[[str], Parse], text: str, type_: str) -> None:
    assert type_ not in [f"{t} {m}" if " " in type_ else t for t, m, _ in found(parse(text))]


def test_a_commemoration_that_is_not_allowed_is_banned(parse: Callable[[str], Parse]) -> None:
    assert ("COERCE", "ban", "allow") in found(parse("The emirate did not allow a memorial in the harbour."))


@pytest.mark.parametrize(
    "text", ["Ninety people were fished out by canoeists.", "Firefighters cut two women out of the wreckage."]
)
def test_people_are_rescued_in_many_ways(parse: Callable[[str], Parse], text: str) -> None:
    assert "AID" in [t for t, _, _ in found(parse(text))]


def test_how_long_somebody_is_jailed_for_belongs_to_the_words(parse: Callable[[str], Parse]) -> None:
    assert ("SANCTION", "convict") in [(t, m) for t, m, _ in found(parse("The editor was jailed for 30 days."))]


def test_what_is_only_spoken_of_and_days_are_no_part_of_a_phrase(parse: Callable[[str], Parse]) -> None:
    assert "shelling" not in [mode for _, mode, _ in found(parse("Oman and Yemen traded barbs over rockets."))]
    text = "The president called his Peruvian colleague on Saturday to discuss the truce."
    assert ("REQUEST", None) not in [(type_, mode) for type_, mode, _ in found(parse(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The premier told the rebels to withdraw from Gao.", True),
        ("The premier told the senate on Monday that he was ready to withdraw from Gao.", False),
        ("The premier told the senate he hoped to withdraw from Gao.", False),
    ],
)
def test_what_a_told_clause_holds_is_asked_of_nobody(parse: Callable[[str], Parse], text: str, expected: bool) -> None:
    assert ("REQUEST" in [type_ for type_, _, _ in found(parse(text))]) is expected


@pytest.mark.parametrize(
    ("text", "unwanted"),
    [
        ("His co-accused, Lito Stark, was released.", "ACCUSE"),
        ("A boat was stopped by the coast guard off Oran.", "GATHER"),
        ("Meals are given in tent number 9.", "CONCEDE"),
        ("An usher was stabbed three hours before he was to give a speech.", "THREATEN"),
        ("Two lawyers have taken statements from nine nurses.", "ACCUSE"),
        ("The league will send observers to the count.", "MOBILIZE"),
    ],
)
def test_words_that_only_look_alike_are_no_triggers(parse: Callable[[str], Parse], text: str, unwanted: str) -> None:
    assert unwanted not in [type_ for type_, _, _ in found(parse(text))]


@pytest.mark.parametrize(
    ("text", "type_", "mode"),
    [
        ("The pope stopped by the shrine on Monday.", "GATHER", "visit"),
        ("The two kings spoke by phone on Monday.", "CONSULT", "phone"),
        ("The minister gave in on Monday.", "CONCEDE", None),
        ("Detectives have taken statements from nine nurses.", "ACCUSE", "investigate"),
        ("The army sent soldiers to the canal.", "MOBILIZE", "troops"),
        ("Residents are asked to bring food to the shelter.", "REQUEST", None),
        ("The union warned that it would freeze its dues.", "THREATEN", "relations"),
        ("In May the ministry gave 40 million francs to mill owners.", "AID", None),
        ("Soldiers cleared the ranch at dawn.", "COERCE", "deportation"),
        ("A gendarme rolled a gas grenade at the marchers.", "COERCE", "crowd-control"),
        ("A rebel rolled a grenade into a tent.", "ASSAULT", "bombing"),
        ("Thirty mercenaries were taken prisoner.", "COERCE", "arrest"),
        ("Thirty villagers were taken prisoner.", "ASSAULT", "abduction"),
    ],
)
def test_plain_wordings_have_their_type(parse: Callable[[str], Parse], text: str, type_: str, mode: str | None) -> None:
    assert (type_, mode) in [(t, m) for t, m, _ in found(parse(text))]


@pytest.mark.parametrize(
    "text", ["On 21 March the union met.", "21 March - The union is angry.", "March 3: The union is angry."]
)
def test_the_month_is_no_march(parse: Callable[[str], Parse], text: str) -> None:
    assert "March" not in [word for _, _, word in found(parse(text))]
