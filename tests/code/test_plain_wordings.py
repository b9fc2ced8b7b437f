"""Plain sentences as any desk writes them, and all that each of them tells of: type and mode, no more and no less."""

from __future__ import annotations

import pytest

import dateline

TOLD = {
    "A clerk was assaulted by two men outside the court in Tripoli.": ["ASSAULT/beating"],
    "Some 3,400 people were forced from their homes by fighting between the army and rebels.": ["ASSAULT/armed-clash"],
    "Shelling of the port killed nine people and drove 700 from their homes.": ["ASSAULT/shelling"],
    "Soldiers drove 200 families from their homes in Wau.": ["COERCE/deportation"],
    "Indigenous groups kept the Pan-American Highway closed on Saturday.": ["PROTEST/blockade"],
    "Border guards prevented a team of observers from entering the zone.": ["COERCE/ban"],
    "The two armies traded artillery fire for three hours.": ["ASSAULT/shelling"],
    "The Agency has suspended food distributions in Menaka.": ["SANCTION/discontinue"],
    "Two rival groups exchanged shots near the market.": ["ASSAULT/armed-clash"],
    "A clinic in Djibo was looted by gunmen.": ["ASSAULT/destruction"],
    "A drone dropped explosives on a market in Tessit.": ["ASSAULT/drone-strike"],
    "Monitors were denied passage at a checkpoint.": ["COERCE/ban"],
    "The Forum urges donors to resume funding.": ["REQUEST/change"],
    "The premier has pledged an inquiry into the deaths.": ["ACCUSE/investigate"],
    "Seven marines were taken prisoner near Bambari on Friday.": ["ASSAULT/abduction"],
    "Soldiers overran a checkpoint of the rebels near Ituri.": ["ASSAULT/armed-clash"],
    "The gang demanded a ransom of $40,000.": ["REQUEST/yield"],
    "Tunisian police used batons to disperse a crowd.": ["COERCE/crowd-control"],
    "Al Shabaab militants stormed a hotel in Kismayo.": ["ASSAULT"],
    "Commandos stormed a ferry.": ["COERCE/raid"],
    "The attack was the deadliest since May 2020, when 89 men were killed at Chinagodrar.": ["ASSAULT", "ASSAULT"],
    "Five aid workers were released on Friday.": ["RETREAT/release"],
    "France suspended military cooperation with Mali.": ["SANCTION/discontinue"],
    "Kenya will send 900 troops to eastern Congo to help fight rebels.": ["MOBILIZE/troops"],
    "North Korea fired two ballistic missiles into the sea.": ["MOBILIZE/weapons"],
    "Iran summoned the German ambassador to protest against interference.": ["ACCUSE/condemn"],
    "Italy offered to take in 200 of the migrants.": ["AID"],
    "Members were arrested ahead of a rally planned for May 10 in Dhaka.": ["COERCE/arrest", "PROTEST/demonstration"],
    "Cuba allowed UN inspectors to visit two prisons for the first time.": ["RETREAT/access"],
    "The two ministers agreed to meet again in January.": ["CONSULT/meeting"],
    "The rebels ended a ceasefire on Monday.": ["SANCTION/discontinue"],
    "The truce was suspended by the rebels on Friday.": ["SANCTION/discontinue"],
    "The two sides broke a ceasefire on Friday.": ["ASSAULT"],
    "The truce was signed in Quito on June 12.": ["RETREAT/ceasefire"],
    "A ceasefire was agreed in Doha on Monday.": ["RETREAT/ceasefire"],
    "A 19-year-old was caught a few streets away.": ["COERCE/arrest"],
    "The minister denied that any such strike had been carried out.": ["ASSAULT/airstrike"],
    "Colombia offered to help with the investigation.": ["AID"],
    "Kazakhstan appealed to both sides to pull back their heavy weapons.": ["REQUEST/yield"],
    "A captain was seized off Sandakan in May. His captors want a ransom.": ["ASSAULT/abduction", "REQUEST/yield"],
    "Officials said that small ferries would not be allowed to sail after dark.": ["COERCE/ban"],
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


RETOLD = {
    "Three men were stabbed in Hull on Friday. One of the men later died.": ["ASSAULT/stabbing"],
    "A cyclist was beaten by guards in Bordeaux on Monday. He died two days later.": ["ASSAULT/beating"],
    "A reporter was shot in Tela on Monday. He is the third broadcaster murdered this year.": ["ASSAULT/shooting"],
    "A man died of his wounds in Hull on Friday.": ["ASSAULT"],
    "Miners walked out of the depot on Tuesday after talks over pay broke down.": ["PROTEST/strike", "CONSULT/meeting"],
    "Fishermen brought the strikers rice and fish on Wednesday.": ["AID"],
    "Police charged with batons on Friday.": ["COERCE/crowd-control"],
    "Officers seized 60 knives in Leeds.": ["COERCE/seizure"],
}


@pytest.mark.parametrize(("text", "expected"), RETOLD.items())
def test_what_follows_from_a_deed_is_no_other(text: str, expected: list[str]) -> None:
    found = [f"{m.type}/{m.mode}" if m.mode else m.type for m in dateline.code(text).events]
    assert found == expected
