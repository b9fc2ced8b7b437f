"""Did it happen? One sentence for each construction."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

import dateline
from dateline.code.chains import Context
from dateline.code.join import join
from dateline.code.status import status_of
from dateline.code.triggers import find_triggers
from dateline.records import Attribution, Content, Parse, Span
from dateline.reference.codebook import load_codebook
from dateline.reference.statuswords import load_status_words

BOOK, WORDS = load_codebook(), load_status_words()
PLAIN = Context(attribution=None, future=False, past=False)


def status(parse: Parse, type_: str, context: Context = PLAIN) -> str:
    happening = next(h for h in join(parse, find_triggers(parse, BOOK)) if h.type == type_)
    return status_of(parse, happening.lead.head, WORDS, replace(context, type=type_))


@pytest.mark.parametrize(
    ("text", "type_", "expected"),
    [
        ("Police arrested two men.", "COERCE", "occurred"),
        ("He is scheduled to die on Friday for the stabbing of a judge.", "ASSAULT", "occurred"),
        ("Guards refused to discuss what prompted the beating.", "ASSAULT", "occurred"),
        ("Drivers could face fines and have their vans seized.", "COERCE", "hypothetical"),
        ("Drivers faced fines and had their vans seized.", "COERCE", "occurred"),
        ("The town will join the league when it celebrates its jubilee.", "GATHER", "planned"),
        ("The ministers will meet as part of marking the jubilee.", "GATHER", "planned"),
        ("Talks between the two sides collapsed on Monday.", "CONSULT", "occurred"),
        ("The president called his colleague on Saturday.", "CONSULT", "occurred"),
        ("A man wanted for the killing of a nun was arrested.", "ASSAULT", "alleged"),
        ("They killed my cousin, she told a crowd.", "ASSAULT", "occurred"),
        ("If the troops do not leave, there will be war.", "RETREAT", "hypothetical"),
        ("The march by teachers might not take place.", "PROTEST", "hypothetical"),
        ("The order allows no blockade.", "PROTEST", "hypothetical"),
        ("The arrests have not been explained.", "COERCE", "occurred"),
        ("Students tried to storm the gate.", "PROTEST", "occurred"),
        ("A crowd had tried to march on the court.", "PROTEST", "occurred"),
        ("Students may try to storm the gate.", "PROTEST", "hypothetical"),
        ("Students tried to hold a sit-in.", "PROTEST", "hypothetical"),
        ("Soldiers tried to free the men.", "RETREAT", "hypothetical"),
        ("The curfew in Jos was relaxed for an hour.", "COERCE", "ongoing"),
        ("The widow wants to know who shot her son.", "ASSAULT", "occurred"),
        ("The widow wants the police to arrest him.", "COERCE", "planned"),
        ("The army declined to comment on the arrests.", "COERCE", "occurred"),
        ("The arrests were not announced until Thursday.", "COERCE", "occurred"),
        ("The government did not ban the rally.", "GATHER", "occurred"),
        ("Villagers are afraid that the militia will attack again.", "ASSAULT", "hypothetical"),
        ("The curfew remains in force.", "COERCE", "ongoing"),
        ("The curfew remained in force.", "COERCE", "ongoing"),
        ("Two of those detained were not charged.", "COERCE", "occurred"),
        ("Two of the men were not detained.", "COERCE", "denied"),
        ("The rebels will not meet the envoy until prisoners are released.", "RETREAT", "hypothetical"),
        ("The envoy is to visit Riga.", "CONSULT", "planned"),
        ("The mayor declared a curfew in Riga, to begin on Tuesday.", "COERCE", "planned"),
        ("The sides agreed to a truce that is to start at midnight.", "RETREAT", "planned"),
        ("The army imposed a curfew on Friday to begin a search of the town.", "COERCE", "occurred"),
        ("The blockade of the road to Riga entered its ninth day.", "PROTEST", "ongoing"),
        ("The nurses' strike stretched into a third week.", "PROTEST", "ongoing"),
        ("Hundreds are expected at the vigil in Riga.", "GATHER", "planned"),
        ("The nurses' strike, now in its third week, has shut the port.", "PROTEST", "ongoing"),
        ("No one was killed in the attack on the barracks.", "ASSAULT", "occurred"),
        ("No one was killed by the rebels in Gori.", "ASSAULT", "denied"),
        ("Rubbish has piled up since porters walked out over pay.", "PROTEST", "ongoing"),
        ("Porters walked off the job and have since kept the port closed.", "PROTEST", "ongoing"),
        ("Witnesses told of soldiers firing on the crowd.", "ASSAULT", "occurred"),
        ("Rallies in the city are banned for a month.", "COERCE", "ongoing"),
        ("The ban on rallies will be kept until June.", "COERCE", "ongoing"),
        ("Detectives investigating the fire have spoken to nobody.", "ACCUSE", "ongoing"),
        ("The army said that it was investigating the shooting.", "ACCUSE", "ongoing"),
        ("The bishop travelled from Riga to show his support for the strikers.", "SUPPORT", "occurred"),
        ("Nurses have kept a vigil at the gate ever since.", "GATHER", "ongoing"),
        ("Talk of a guard who knifed a steward is a smear.", "ASSAULT", "denied"),
        ("The account of a guard who knifed a steward is true.", "ASSAULT", "occurred"),
        ("Nine monks are in custody.", "COERCE", "occurred"),
        ("Nine monks remain in custody.", "COERCE", "ongoing"),
        ("The road remains blocked by villagers.", "PROTEST", "ongoing"),
        ("The road is blocked by villagers every year.", "PROTEST", "occurred"),
        ("Thousands of mourners are gathered in the square.", "GATHER", "ongoing"),
        ("Thousands of mourners were gathered in the square.", "GATHER", "occurred"),
        ("A monk, jailed since May, was beaten on Friday.", "COERCE", "ongoing"),
        ("The miners' strike has not ended.", "PROTEST", "ongoing"),
        ("Shelling of the port has not stopped since Thursday.", "ASSAULT", "ongoing"),
        ("The march, which set out on Sunday, is expected to reach Riga next week.", "PROTEST", "ongoing"),
        ("Students were still blocking the road on Friday.", "PROTEST", "ongoing"),
        ("Students were still blocking the road when police came.", "PROTEST", "occurred"),
        ("Nine monks were being held in a prison near Riga, their lawyer said.", "COERCE", "ongoing"),
        ("A warder told a relative that Ola Berg and Jon Lind were beaten last night.", "ASSAULT", "occurred"),
        ("Forty monks have been arrested since Friday.", "COERCE", "occurred"),
        ("Villagers have blocked the road since ten.", "PROTEST", "ongoing"),
        ("We continue to distribute food in the camp.", "AID", "ongoing"),
        ("The strike will continue until Friday.", "PROTEST", "ongoing"),
        ("Miners begin strike over pay.", "PROTEST", "ongoing"),
        ("The minister said that troops were still shelling the port.", "ASSAULT", "ongoing"),
        ("The union now demands that the governor resign.", "REQUEST", "occurred"),
        ("Two thousand people are marching here, no flags, no stones.", "PROTEST", "ongoing"),
        ("Reports that troops looted the hospital have not been verified.", "ASSAULT", "alleged"),
        ("Crowds filled the square to tell the killers one thing: you failed.", "GATHER", "occurred"),
        ("The mayor rejected claims that police beat the boy.", "ASSAULT", "denied"),
        ("Reports that soldiers burned the village could not be confirmed.", "ASSAULT", "alleged"),
        ("He is charged with beating a policeman.", "ASSAULT", "alleged"),
        ("Norway has offered to mediate between the sides.", "CONSULT", "planned"),
        ("The congress, put off from February, is now to open in Lima.", "GATHER", "planned"),
        ("Should she be arrested, the bazaars will go on strike.", "PROTEST", "hypothetical"),
        ("The board will vote at a rally tonight.", "GATHER", "planned"),
        ("A protest is under way outside the parliament.", "PROTEST", "ongoing"),
        ("A curfew is in force in the capital.", "COERCE", "ongoing"),
        ("A strike by bus drivers is in its third day.", "PROTEST", "ongoing"),
        ("Talks have begun behind closed doors.", "CONSULT", "ongoing"),
        ("Police did not arrest anybody.", "COERCE", "denied"),
        ("No arrests were made.", "COERCE", "denied"),
        ("Not one arrest was made.", "COERCE", "denied"),
        ("The army denied shelling the village.", "ASSAULT", "denied"),
        ("Miners will march to Oruro on Friday.", "PROTEST", "planned"),
        ("The union plans a march on Friday.", "PROTEST", "planned"),
        ("The union called off the strike of nurses.", "PROTEST", "planned"),
        ("If the talks fail, teachers will block the road.", "PROTEST", "hypothetical"),
        ("Rebels could attack the town.", "ASSAULT", "hypothetical"),
        ("The party called for a boycott.", "PROTEST", "hypothetical"),
        ("Residents fear an airstrike.", "ASSAULT", "hypothetical"),
        ("Soldiers allegedly shot a herder.", "ASSAULT", "alleged"),
        ("Students are marching through Dakar.", "PROTEST", "ongoing"),
        ("The nurses are on strike.", "PROTEST", "ongoing"),
        ("Gatherings have been banned since Monday.", "COERCE", "ongoing"),
        ("Dockers blocked the port for a second day.", "PROTEST", "ongoing"),
        ("Five students were on the third day of a hunger strike.", "PROTEST", "ongoing"),
        ("The strike, begun on Monday, goes on.", "PROTEST", "ongoing"),
        ("The riot that began at the prison is not over.", "PROTEST", "ongoing"),
        ("Talks are due to open on Wednesday.", "CONSULT", "planned"),
        ("A march is to be held in Athens on Saturday.", "PROTEST", "planned"),
        ("The nurses had announced a strike for today.", "PROTEST", "planned"),
        ("It promised an amnesty to inmates.", "CONCEDE", "planned"),
        ("Tonight there are prayers at the mosque.", "GATHER", "planned"),
        ("The funeral is on Sunday.", "GATHER", "planned"),
        ("The warden will be dismissed tomorrow, an official tells us.", "SANCTION", "planned"),
        ("Turkey has asked the union for tents on Friday.", "REQUEST", "occurred"),
        ("A prisoner was beaten behind the bus, two witnesses tell us.", "ASSAULT", "occurred"),
        ("People marched to show that the attack has broken nobody.", "ASSAULT", "occurred"),
        ("They walked to the court to protest against the arrest of the editor.", "COERCE", "occurred"),
        (
            "The guard would withdraw from the town, he said, provided that the rebels stayed out.",
            "RETREAT",
            "hypothetical",
        ),
        ("Unless a vote is called, it intends to march to the capital, its leader said.", "PROTEST", "hypothetical"),
        ("A joint patrol, which the mayor wishes for, is a daydream.", "COOPERATE", "hypothetical"),
        ("Nobody was hit or kicked.", "ASSAULT", "denied"),
        ("They were not beaten, gassed or arrested.", "COERCE", "denied"),
        ("Police left the square without firing a shot.", "ASSAULT", "denied"),
        ("The tale of a tortured activist has collapsed.", "ASSAULT", "denied"),
        ("The myth of a massacre lives on.", "ASSAULT", "denied"),
        ("The minister ruled out an assault.", "ASSAULT", "denied"),
        ("Police foiled a bomb attack.", "ASSAULT", "planned"),
        ("Prosecutors want to charge him with killing two clerks.", "ASSAULT", "alleged"),
        ("He will be charged with killing a guard.", "ASSAULT", "alleged"),
        ("He could be accused of killing a guard.", "ASSAULT", "alleged"),
        ("He was charged with planning to kill the mayor.", "ASSAULT", "planned"),
        ("The mayor praised the blockade of the mill, which is now in its third week.", "PROTEST", "ongoing"),
        ("The mayor praised the blockade of the mill, which was in its third week.", "PROTEST", "occurred"),
        ("The mayor praised the blockade of the mill, which is in the old town.", "PROTEST", "occurred"),
        ("Thousands went to Riga to join the planned sit-in.", "PROTEST", "planned"),
        ("They asked the police to allow the scheduled march.", "PROTEST", "planned"),
        ("They asked the police to allow a march.", "PROTEST", "hypothetical"),
        ("The union has no planned strike.", "PROTEST", "denied"),
    ],
)
def test_status(parse: Callable[[str], Parse], text: str, type_: str, expected: str) -> None:
    assert status(parse(text), type_) == expected


def said(commitment: str) -> Context:
    content = Content(span=Span(0, 1))
    attribution = Attribution(voice="v0", parent=None, source=None, cue=None, content=content, commitment=commitment)
    return Context(attribution=attribution, future=False, past=False)


@pytest.mark.parametrize(("commitment", "expected"), [("say", "occurred"), ("claim", "alleged"), ("deny", "denied")])
def test_commitment_of_the_source_decides(parse: Callable[[str], Parse], commitment: str, expected: str) -> None:
    assert status(parse("Guards beat two prisoners."), "ASSAULT", said(commitment)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A court ordered that his flat and two cars be seized.", "occurred"),
        ("The judge ordered the two men detained for 60 days.", "occurred"),
        ("The minister ordered that the men be detained unless they pay.", "hypothetical"),
        ("The union asked that the men be detained.", "hypothetical"),
    ],
)
def test_what_is_ordered_to_be_done_is_done(parse: Callable[[str], Parse], text: str, expected: str) -> None:
    assert status(parse(text), "COERCE", said("ask")) == expected


def test_would_in_reported_speech_is_a_plan(parse: Callable[[str], Parse]) -> None:
    assert status(parse("Teachers would march on Monday."), "PROTEST", said("say")) == "planned"
    assert status(parse("Teachers would march on Monday."), "PROTEST") == "hypothetical"


@pytest.mark.parametrize(
    ("text", "type_", "expected"),
    [
        ("Peace talks would start in Oran on Friday.", "CONSULT", "planned"),
        ("A strike would begin on Friday.", "PROTEST", "planned"),
        ("A march would take place in Oran.", "PROTEST", "planned"),
        ("Peace talks would start if the shelling stopped.", "CONSULT", "hypothetical"),
        ("Peace talks would cost nothing.", "CONSULT", "hypothetical"),
        ("A march would take courage.", "PROTEST", "hypothetical"),
    ],
)
def test_what_is_said_to_begin_is_a_plan(parse: Callable[[str], Parse], text: str, type_: str, expected: str) -> None:
    assert status(parse(text), type_, said("say")) == expected


def test_present_tense_with_a_future_day_is_a_plan(parse: Callable[[str], Parse]) -> None:
    future = Context(attribution=None, future=True, past=False)
    assert status(parse("The envoy meets the president on Friday."), "CONSULT", future) == "planned"
    assert status(parse("The envoy met the president on Friday."), "CONSULT", future) == "occurred"


def test_a_strike_begun_on_the_day_of_the_text_goes_on(parse: Callable[[str], Parse]) -> None:
    begun = parse("Miners began a strike on Wednesday.")
    assert status(begun, "PROTEST", replace(PLAIN, today=True)) == "ongoing"
    assert status(begun, "PROTEST", replace(PLAIN, past=True)) == "occurred"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The mayor promised that the insult would be looked into.", "occurred"),
        ("The organisers pledged to go home at dusk.", "occurred"),
        ("The mayor promised a new roof.", "planned"),
        ("The mayor will promise to look into it.", "planned"),
    ],
)
def test_a_word_given_has_been_given(parse: Callable[[str], Parse], text: str, expected: str) -> None:
    assert status(parse(text), "AGREE") == expected


def test_a_promise_is_of_something_to_come(parse: Callable[[str], Parse]) -> None:
    assert status(parse("The government of Chad promised 300 tonnes of rice."), "AID") == "planned"


@pytest.mark.parametrize(
    ("text", "type_", "expected"),
    [
        ("The talks resume at nine.", "CONSULT", "planned"),
        ("At noon the committee sits down with the company.", "CONSULT", "planned"),
        ("Soldiers have been posted at the bridge since dawn.", "MOBILIZE", "ongoing"),
        ("The governor has closed the border until Friday.", "SANCTION", "ongoing"),
        ("Nurses have begun a hunger strike in Porto.", "PROTEST", "ongoing"),
    ],
)
def test_hours_ahead_and_states_that_last(parse: Callable[[str], Parse], text: str, type_: str, expected: str) -> None:
    assert status(parse(text), type_) == expected


@pytest.mark.parametrize(
    ("text", "type_", "expected"),
    [
        ("Forty miners are to be freed.", "RETREAT", "planned"),
        ("The two deputies were to be released.", "RETREAT", "planned"),
        ("Release the editor of the Sentinel!", "RETREAT", "hypothetical"),
        ("Please do not shoot the elders.", "ASSAULT", "hypothetical"),
        ("Soldiers released the miners.", "RETREAT", "occurred"),
        ("The navy has yet to release the trawlers.", "RETREAT", "denied"),
        ("The prisoners need to be released by the governor.", "RETREAT", "hypothetical"),
        ("Why did the soldiers shoot the shepherd?", "ASSAULT", "occurred"),
        ("Who shot the shepherd?", "ASSAULT", "occurred"),
        ("Did the soldiers shoot the shepherd?", "ASSAULT", "hypothetical"),
        ("Who will release the shepherd?", "RETREAT", "hypothetical"),
        ("Although the guards shot the shepherd, why should we leave?", "ASSAULT", "occurred"),
        ("Will the dean meet the nurses who marched on Friday?", "PROTEST", "occurred"),
        ("The rector told the memorial ceremony that he was proud.", "GATHER", "occurred"),
        ("We would like to thank the divers of Mopti.", "SUPPORT", "occurred"),
        ("She wanted to thank the divers of Mopti.", "SUPPORT", "planned"),
    ],
)
def test_commands_questions_and_what_is_to_be_done(
    parse: Callable[[str], Parse], text: str, type_: str, expected: str
) -> None:
    assert status(parse(text), type_) == expected


@pytest.mark.parametrize(
    ("text", "type_", "given", "expected"),
    [
        ("He asked the army to clear the road before the talks planned for Friday.", "CONSULT", "ask", "planned"),
        ("He asked the envoy to free them ahead of the summit scheduled for May.", "CONSULT", "ask", "planned"),
        ("He asked the envoy to attend talks.", "CONSULT", "ask", "hypothetical"),
        ("The party said it would march in spite of the ban imposed by the mayor.", "COERCE", "plan", "occurred"),
        ("The mayor said he would impose a ban on marches.", "COERCE", "plan", "planned"),
        ("The party said that its march would go ahead.", "PROTEST", "say", "planned"),
        ("The party said that a march would be folly.", "PROTEST", "say", "hypothetical"),
    ],
)
def test_what_is_set_and_what_is_not_heeded(
    parse: Callable[[str], Parse], text: str, type_: str, given: str, expected: str
) -> None:
    assert status(parse(text), type_, said(given)) == expected


def test_what_came_before_is_not_asked_for(parse: Callable[[str], Parse]) -> None:
    asked = parse("The imam asked people to stay calm after two nights of shelling.")
    assert status(asked, "ASSAULT", said("ask")) == "occurred"


@pytest.mark.parametrize(
    ("text", "type_", "expected"),
    [
        ("The rain did not keep thousands from marching through Lima.", "PROTEST", "occurred"),
        ("Guards could not prevent a crowd from storming the depot.", "PROTEST", "occurred"),
        ("The ban failed to stop a crowd from storming the ministry.", "PROTEST", "occurred"),
        ("The police beat nobody, nor did they arrest the organiser.", "COERCE", "denied"),
        ("A vigil has been called for Sunday.", "GATHER", "planned"),
        ("A strike was called by the union.", "PROTEST", "planned"),
        ("The minister warned that protesters who block roads would be arrested.", "PROTEST", "hypothetical"),
        ("The government and the union reached a deal to end a two-week strike.", "PROTEST", "occurred"),
    ],
)
def test_hindered_in_vain_turned_round_called_and_ended(
    parse: Callable[[str], Parse], text: str, type_: str, expected: str
) -> None:
    assert status(parse(text), type_) == expected


@pytest.mark.parametrize(
    ("text", "past", "expected"),
    [
        ("Goods seized at the border in May will be returned.", True, "occurred"),
        ("The lorries seized at the weekend will be sold.", True, "occurred"),
        ("The lorries seized at the weekend will be sold.", False, "planned"),
        ("Goods will be seized at the border.", False, "planned"),
    ],
)
def test_what_was_done_to_a_subject_is_not_ahead(
    parse: Callable[[str], Parse], text: str, past: bool, expected: str
) -> None:
    assert status(parse(text), "COERCE", replace(PLAIN, past=past)) == expected


@pytest.mark.parametrize(
    ("text", "type_", "expected"),
    [
        ("Ana Roe is out of jail.", "RETREAT", "occurred"),
        ("The guards are freeing two men.", "RETREAT", "ongoing"),
        ("The march on Saturday will leave from the station at noon.", "PROTEST", "planned"),
        ("The parade in Riga will head for the castle on Sunday.", "GATHER", "planned"),
    ],
)
def test_who_is_out_and_what_sets_out(parse: Callable[[str], Parse], text: str, type_: str, expected: str) -> None:
    assert status(parse(text), type_) == expected


def test_a_no_in_the_words_themselves_denies_nothing() -> None:
    (strike,) = dateline.code("The four prisoners have taken no food for nine days.").events
    assert (strike.type, strike.status) == ("PROTEST", "ongoing")
    (shots,) = dateline.code("No shots were fired in Lima on Monday.").events
    assert shots.status == "denied"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Red Cross has asked to see the teacher, who is held in a barracks in Riga.", "occurred"),
        ("His wife wants to visit the singer who is jailed in Minsk.", "occurred"),
        ("His lawyer asked to see the teacher, who is being held in Riga.", "ongoing"),
        ("His lawyer asked the court to jail the man who would be held in Riga.", "hypothetical"),
    ],
)
def test_who_is_held_is_held_whatever_is_asked_for_him(text: str, expected: str) -> None:
    (held,) = [m for m in dateline.code(text).events if m.type == "COERCE"]
    assert held.status == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Police in Riga did not say who shot the clerk.", "occurred"),
        ("Police in Riga have not disclosed why guards beat the clerk.", "occurred"),
        ("The army did not explain how soldiers shot the clerk.", "occurred"),
        ("The rebels have not claimed the attack on the depot.", "occurred"),
        ("The rebels did not claim responsibility for the attack on the depot.", "occurred"),
        ("The rebels claimed that they shot the clerk.", "alleged"),
        ("The army did not say who would shoot the clerk.", "hypothetical"),
    ],
)
def test_who_did_it_is_asked_of_what_was_done(text: str, expected: str) -> None:
    (attack,) = [m for m in dateline.code(text).events if m.type == "ASSAULT"]
    assert attack.status == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The union, which called the protest, praised the mayor.", ["occurred"]),
        ("The party that called the strike accused police of theft.", ["occurred"]),
        ("The union, which called a protest for Sunday, praised the mayor.", ["planned"]),
        ("The union has called a protest.", ["planned"]),
        ("The guild called the march a folly.", ["occurred"]),
    ],
)
def test_who_only_is_said_to_have_called_it_plans_nothing(text: str, expected: list[str]) -> None:
    assert [m.status for m in dateline.code(text).events if m.type == "PROTEST"] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("There was no claim of responsibility for the bombing in Nis.", "occurred"),
        ("The rebels claimed responsibility for the bombing in Nis.", "alleged"),
        ("The army blamed the Front, which has fought the government since 2009.", "ongoing"),
        ("It blamed the Front, a group that has bombed mosques in Jos.", "occurred"),
        ("The army blamed the miners, who, it said, had burned a depot in Jos.", "alleged"),
        ("The army blamed rebels who attacked a convoy near Gao.", "alleged"),
    ],
)
def test_what_is_known_of_the_accused_is_no_charge(text: str, expected: str) -> None:
    assert [m.status for m in dateline.code(text).events if m.type == "ASSAULT"] == [expected]


@pytest.mark.parametrize(
    ("text", "type_", "expected"),
    [
        ("The minister was willing to withdraw troops from the strip.", "RETREAT", "planned"),
        ("Rebels expressed their readiness to free the hostages.", "RETREAT", "planned"),
        ("The union is keen to resume talks with the ministry.", "CONSULT", "planned"),
        ("She looked forward to visiting Ghana.", "CONSULT", "planned"),
        ("The firm was about to sign the deal.", "AGREE", "planned"),
        ("The editor was about to be freed.", "RETREAT", "planned"),
        ("The minister was not willing to release the prisoners.", "RETREAT", "denied"),
        ("The mayor looked forward and met the strikers on Monday.", "CONSULT", "occurred"),
        ("The mayor was happy to have met the strikers on Monday.", "CONSULT", "occurred"),
    ],
)
def test_what_somebody_is_willing_or_about_to_do_is_ahead(text: str, type_: str, expected: str) -> None:
    assert [m.status for m in dateline.code(text).events if m.type == type_] == [expected]


@pytest.mark.parametrize(
    ("text", "type_", "expected"),
    [
        ("The raid on the village appeared to be the work of the militia.", "ASSAULT", "occurred"),
        ("Those killed in the attack appeared to be herders.", "ASSAULT", "occurred"),
        ("The airing of protests against the king appeared aimed at a warning.", "PROTEST", "occurred"),
        ("The army appeared to have shelled the village.", "ASSAULT", "alleged"),
        ("A shell attack appeared to have killed two girls.", "ASSAULT", "alleged"),
    ],
)
def test_what_something_known_seems_to_be_leaves_it_known(text: str, type_: str, expected: str) -> None:
    assert [m.status for m in dateline.code(text).events if m.type == type_] == [expected]


@pytest.mark.parametrize(
    ("text", "type_", "expected"),
    [
        ("Two men will be sentenced in May for the bombing of a bank in Lyon.", "ASSAULT", "occurred"),
        ("Brett Olsen is to die on Friday for her murder.", "ASSAULT", "occurred"),
        ("He could be jailed for holding a protest.", "PROTEST", "hypothetical"),
        ("The guards are to arrest Brett Olsen on Friday.", "COERCE", "planned"),
        ("She was scared that the guards would beat her son.", "ASSAULT", "hypothetical"),
        ("Residents are worried that gunmen will attack the village.", "ASSAULT", "hypothetical"),
        ("Talks were held on Friday. Parliament reconvenes on Sunday.", "GATHER", "planned"),
    ],
)
def test_what_is_paid_for_was_done_and_what_is_feared_was_not(text: str, type_: str, expected: str) -> None:
    reading = dateline.code(text, published="2024-03-06")
    assert [m.status for m in reading.events if m.type == type_] == [expected]


@pytest.mark.parametrize(
    ("text", "type_", "expected"),
    [
        ("Porters gave notice of a two-day strike.", "PROTEST", "planned"),
        ("Preparations are under way for a summit in Kigali.", "CONSULT", "planned"),
        ("Preparations went on during a summit in Kigali.", "CONSULT", "occurred"),
        ("Snow forced the cancellation of a rally in Oslo.", "GATHER", "planned"),
        ("The two ministers scrapped the talks.", "CONSULT", "planned"),
        ("The two ministers opened the talks.", "CONSULT", "occurred"),
        ("The porters abandoned the strike.", "PROTEST", "occurred"),
        ("The elders resolved to hold a vigil.", "GATHER", "planned"),
        ("Norway announced a gift of 40 ambulances to Malawi.", "AID", "planned"),
        ("Norway sent a gift of 40 ambulances to Malawi.", "AID", "occurred"),
    ],
)
def test_what_is_given_up_or_prepared_is_ahead(text: str, type_: str, expected: str) -> None:
    found = dateline.code(text, published="2023-03-14").events
    assert [m.status for m in found if m.type == type_] == [expected]


@pytest.mark.parametrize(
    ("text", "type_", "expected"),
    [
        ("Her family hopes the killer is arrested.", "COERCE", "hypothetical"),
        ("Neighbours hoped that the thief would be arrested.", "COERCE", "hypothetical"),
        ("The priest met both chiefs in the hope of arranging a ceasefire.", "RETREAT", "hypothetical"),
        ("Nuns prayed for a monk who died after he was jailed for two years.", "SANCTION", "occurred"),
    ],
)
def test_what_is_hoped_for_is_only_thought_of(text: str, type_: str, expected: str) -> None:
    found = dateline.code(text, published="2023-03-14").events
    assert [m.status for m in found if m.type == type_] == [expected]


def test_men_believed_to_be_something_did_what_they_did() -> None:
    (shot,) = dateline.code("Gunmen believed to be cattle thieves shot dead six people in Turkana.").events
    assert shot.status == "occurred"
    (shot,) = dateline.code("Cattle thieves are believed to have shot dead six people in Turkana.").events
    assert shot.status == "alleged"
