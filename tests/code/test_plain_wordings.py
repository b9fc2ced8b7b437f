"""Plain sentences as any desk writes them, and all that each of them tells of: type and mode, no more and no less."""

from __future__ import annotations

import pytest

import dateline

TOLD = {
    "His rival rejected the result on Monday.": ["REJECT"],
    "He alleged that ballot papers had been marked.": ["ACCUSE/allege"],
    "Her party expelled him on Wednesday.": ["SANCTION/expel"],
    "The mayor of Oaxaca was ousted by the council in a vote on Monday.": ["SANCTION/expel"],
    "The cabinet fell after losing a vote of confidence.": ["RETREAT/resign"],
    "Kenya and Uganda began joint exercises on Monday.": ["COOPERATE"],
    "A clerk was assaulted by two men outside the court in Tripoli.": ["ASSAULT/beating"],
    "Seven marines were taken prisoner near Bambari on Friday.": ["ASSAULT/abduction"],
    "Soldiers overran a checkpoint of the rebels near Ituri.": ["ASSAULT/armed-clash"],
    "The gang demanded a ransom of $40,000.": ["REQUEST/yield"],
    "A court in Riga acquitted the two editors on Tuesday.": ["RETREAT/release"],
    "The general was cleared of all charges.": ["RETREAT/release"],
    "The night curfew in Hebron was lifted on Sunday.": ["COERCE/curfew", "RETREAT/access"],
    "Sixty militiamen laid down their arms in Bangui.": ["RETREAT/disarm"],
    "The column will pull back from the border within a week.": ["RETREAT/withdraw"],
    "Police shut down a weekly magazine in Bishkek.": ["COERCE/censorship"],
    "The regulator blocked access to Telegram on Friday.": ["COERCE/censorship"],
    "Soldiers are blocking food deliveries to the valley.": ["COERCE/withholding"],
    "Officers cleared a camp of protesters from the park before dawn.": ["COERCE/crowd-control"],
    "A parade planned for May was forbidden by the governor.": ["COERCE/ban"],
    "Guards stopped an aid convoy from entering the camp.": ["COERCE/withholding"],
    "Troops refused to leave the village.": ["REJECT/yield"],
    "The premier ruled out talks with the clans.": ["REJECT/meet"],
    "The chancellor would not pay ransom, he said.": ["REJECT/yield"],
    "The dockers turned down an invitation to talks.": ["REJECT/meet"],
    "Peru turned down a request by Chile for more gas.": ["REJECT/assist"],
    "The residents want the admiral to come and listen.": ["REQUEST/meet"],
    "Students pitched tents in front of the senate in Quito.": ["PROTEST/demonstration"],
    "A rally against the dam filled the park.": ["PROTEST/demonstration"],
    "Crane drivers failed to turn up for work on Monday.": ["PROTEST/strike"],
    "Villagers dug trenches across the road to the mine.": ["PROTEST/blockade"],
    "Two officers were stoned in Soweto on Sunday.": ["PROTEST/riot"],
    "Clashes broke out between marchers and police in Dakar.": ["PROTEST/riot"],
    "Envoys of both clans held discussions in Doha.": ["CONSULT/meeting"],
    "The finance minister left Manila for Tokyo on Friday.": ["CONSULT/visit"],
    "The president flew to Cairo for talks with the king.": ["CONSULT/visit"],
    "The envoy travelled to Kigali to negotiate with the generals.": ["CONSULT/visit"],
    "Norway gave Malawi $3 million for wells.": ["AID"],
    "India sent 90,000 doses to Bhutan.": ["AID"],
    "Trucks with flour and tents reached the valley on Friday.": ["AID"],
    "Brazil and Uruguay opened a joint clinic at the border.": ["COOPERATE"],
    "Chad restored diplomatic relations with Qatar.": ["COOPERATE"],
    "Peru suspended imports of Chilean wine.": ["SANCTION/discontinue"],
    "The board agreed to pay the arrears.": ["CONCEDE"],
    "The council agreed to raise the wage of nurses.": ["CONCEDE"],
    "Weavers called off the strike on Friday.": ["PROTEST/strike"],
    "The sit-in in Lahore was suspended.": ["PROTEST/demonstration"],
    "Two clerks are being held over the bombing of a bank.": ["ASSAULT/bombing", "COERCE/arrest"],
    "Armed men took a headmaster from his house in Kaga.": ["ASSAULT/abduction"],
    "The mutineers let ambulances through to the camp.": ["RETREAT/access"],
    "A girl was killed by army fire in Uvira.": ["ASSAULT/shooting"],
    "The king visited wounded officers in hospital.": ["GATHER/visit"],
    "Hundreds marched in memory of the drowned miners.": ["GATHER/commemoration"],
    "Nine people were detained at a rally in Almaty.": ["COERCE/arrest", "PROTEST/demonstration"],
    "Troops sealed off the old town of Aden.": ["COERCE"],
    "The group will pull its fighters out of the valley.": ["RETREAT/withdraw"],
    "Border guards moved 300 soldiers to the frontier district.": ["MOBILIZE/troops"],
    "The airline accepted a wage rise of 4 percent.": ["CONCEDE"],
    "The militia will withdraw from the port town.": ["RETREAT/withdraw"],
    "The mayor summoned both unions to a meeting.": ["CONSULT/meeting"],
    "Elders persuaded both camps to stay away.": ["CONSULT/mediation"],
    "The ministry ordered the pilots back to their cockpits.": ["REQUEST/change"],
    "Counter-protesters outnumbered the nationalists in Bonn.": ["PROTEST/demonstration"],
    "Three men were jailed for their part in the murder.": ["ASSAULT", "SANCTION/convict"],
    "The lake kept food lorries out of the valley.": [],
    "Police announced that a member of the banned Red Lion party had been caught.": ["COERCE/arrest"],
    "Ghana will close the border unless the herders are freed.": ["THREATEN/restrict"],
}


@pytest.mark.parametrize("text", TOLD)
def test_plain_sentences_tell_one_happening_each_time(text: str) -> None:
    told = [f"{m.type}/{m.mode}" if m.mode else m.type for m in dateline.code(text).events]
    assert sorted(told) == sorted(TOLD[text])
