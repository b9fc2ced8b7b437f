"""Sentences of hard news, of every type and mode of public life, and other senses of the same words."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.code.triggers import find_triggers
from dateline.records import Parse
from dateline.reference.codebook import load_codebook

BOOK = load_codebook()
CASES: dict[tuple[str, str | None], list[str]] = {
    ("PROTEST", "blockade"): [
        "Squatters are still occupying the former town hall.",
        "Villagers felled trees across the road to stop the lorries.",
        "Two women chained themselves to the gates of the refinery.",
        "The port remains blocked by fishermen.",
        "Villagers sat down on the highway.",
        "Forty tractors closed the motorway.",
    ],
    ("PROTEST", "demonstration"): [
        "Nurses picketed the health ministry in the rain.",
        "Protesters converged on the presidential palace.",
        "Anger over fuel prices spilled onto the streets of Lagos.",
        "A sea of red flags swept through the avenue as leftists marched.",
        "The miners set out on foot from Gorna.",
        "Students besieged the consulate in Shiraz.",
        "Exiles will demonstrate in front of the embassy tomorrow.",
    ],
    ("PROTEST", "strike"): [
        "Dockers downed tools at noon.",
        "Teachers have been on strike for a month.",
        "Members of the rail union will stage a 48-hour stoppage next week.",
        "Judges suspended hearings in protest over the reform.",
    ],
    ("PROTEST", "hunger-strike"): [
        "Six detainees have gone on hunger strike.",
        "The imprisoned blogger has refused food since 4 May.",
        "The priest began a fast to demand water for the valley.",
        "The women sewed their lips together and stopped eating.",
    ],
    ("PROTEST", "boycott"): [
        "The opposition boycotted the vote.",
        "A boycott of the census spread to four villages.",
        "Parents kept their children home from school in protest at the merger.",
        "Three parties said they would stay away from the polls.",
    ],
    ("PROTEST", "riot"): [
        "Youths hurled bricks and bottles at riot police.",
        "Inmates rioted at the jail in Santa Cruz.",
        "Violence flared in the suburbs for a third night.",
        "Officers came under a hail of stones and fireworks.",
        "Two policemen were injured by stones.",
    ],
    ("PROTEST", "vandalism"): [
        "Red paint was thrown over the monument.",
        "Activists sprayed the ministry with orange paint.",
        "Swastikas were daubed on forty graves.",
        "Election posters were ripped down in Graz.",
    ],
    ("GATHER", "commemoration"): [
        "Survivors remembered the victims of the ferry disaster on Friday.",
        "Villagers gathered to mark a year since the landslide.",
        "A moment of silence was held for the miners.",
        "He was remembered in his home village on Monday.",
    ],
    ("GATHER", "funeral"): [
        "The last rites were performed at dawn.",
        "The victims will be buried on Friday.",
        "Residents gathered to bury their dead.",
        "His funeral drew tens of thousands.",
    ],
    ("GATHER", "ceremony"): [
        "A Mass was celebrated in the cathedral.",
        "The governor took the oath of office.",
        "The president decorated twelve soldiers.",
        "A monument to the deserters was unveiled in Vienna.",
    ],
    ("GATHER", "rally"): [
        "The president told a rally in Kumasi that he would win.",
        "Supporters of the ex-president rallied in the main square.",
        "The party kicked off its campaign in Accra.",
        "The opposition leader campaigned in the north on Sunday.",
    ],
    ("GATHER", "celebration"): [
        "Crowds danced in the streets of Khartoum.",
        "People honked horns and waved flags in joy.",
        "The faithful celebrated Epiphany in the icy river.",
        "A street festival was held in the old town.",
        "Thousands rejoiced in the streets.",
        "Hundreds of people welcomed the crew at the harbour with drums.",
    ],
    ("GATHER", "vigil"): [
        "Candles were lit for the miners in the square.",
        "Neighbours kept watch through the night outside the hospital.",
        "A candlelit vigil was held for the teenagers.",
        "Relatives prayed outside the mine.",
    ],
    ("GATHER", "procession"): [
        "Devotees carried the statue of the saint through the lanes.",
        "Two hundred thousand devotees followed the lamp to the river.",
        "Pilgrims streamed into Karbala.",
        "Worshippers processed around the church.",
    ],
    ("GATHER", "visit"): [
        "Relatives visited the site of the crash.",
    ],
    ("GATHER", "congress"): [
        "The party opened its congress on Monday.",
        "The conference on migration ended on Friday.",
        "Scholars gathered for a symposium on the famine.",
        "The national dialogue conference brought together 500 delegates.",
    ],
    ("GATHER", None): [
        "A crowd of 2,000 gathered in the square.",
        "Thousands turned out to welcome the bishop.",
        "Huge crowds lined the route.",
        "Onlookers gathered at the scene.",
    ],
    ("RETREAT", "release"): [
        "The militia handed over 19 captured soldiers.",
        "The trawler was returned to its owner.",
        "The remains of two soldiers were handed to their families.",
        "Students detained at the march were released overnight.",
    ],
    ("RETREAT", "withdraw"): [
        "Fighters withdrew from the airport.",
        "The Guard would pull out of Ulang within ten days.",
        "About 200 men of the Front quit the village.",
        "Troop pullout from the valley completed",
    ],
    ("RETREAT", "ceasefire"): [
        "Both sides agreed to stop fighting for three days.",
        "The ceasefire held for a second day.",
        "The rebels declared a unilateral ceasefire.",
        "Hostilities ceased on Monday.",
    ],
    ("RETREAT", "disarm"): [
        "The gang gave up its guns.",
        "The stockpile of shells was destroyed under supervision.",
        "A third of the militia was demobilised.",
        "Hundreds of militiamen turned in their arms.",
        "The rebels handed in their rifles.",
    ],
    ("RETREAT", "access"): [
        "The border was opened to refugees.",
        "The convoy was let through the checkpoint.",
        "A corridor for civilians was opened.",
        "Family visits were permitted again.",
    ],
    ("RETREAT", "resign"): [
        "The police chief stepped down on Thursday.",
        "The interior minister tendered her resignation.",
        "The mayor quit over the scandal.",
        "Two ministers have handed in their resignations.",
    ],
    ("RETREAT", None): [
        "The dockers ended their strike on Friday.",
        "The pickets were dismantled.",
        "The gunman gave himself up.",
        "The sanctions were eased.",
    ],
    ("MOBILIZE", "troops"): [
        "Soldiers patrolled the streets of the capital.",
        "Reservists were called up.",
        "War games started off the coast.",
        "The navy sent two frigates to the gulf.",
        "An aircraft carrier was dispatched to the bay.",
        "Two corvettes of the navy left Varna for the island.",
    ],
    ("MOBILIZE", "weapons"): [
        "Air defence batteries were moved to the coast.",
    ],
    ("MOBILIZE", "police"): [
        "Riot police were deployed in the centre.",
        "Police stepped up patrols in the quarter.",
        "Extra officers were drafted in from Leeds.",
        "Police set up roadblocks around the harbour.",
    ],
    ("MOBILIZE", "militia"): [
        "The militia recruited boys in the camp.",
        "Villagers formed self-defence groups.",
        "Vigilantes patrolled the border.",
    ],
    ("ACCUSE", None): [
        "The suspects will be tried by a military court.",
        "The men go before the court on Monday.",
    ],
    ("ACCUSE", "condemn"): [
        "The union branded the law an insult.",
        "The council voiced alarm at the arrests.",
        "The patriarch railed against the new law.",
    ],
    ("ACCUSE", "allege"): [
        "The prosecutor charged two officers with murder.",
        "The company was sued by fishermen.",
        "The group took the state to court.",
    ],
    ("ACCUSE", "investigate"): [
        "The mayor was questioned for six hours.",
        "An inquest into the drowning was opened.",
        "A commission of inquiry was set up.",
    ],
    ("SUPPORT", None): [
        "The minister defended the operation.",
    ],
    ("SUPPORT", "endorse"): [
        "The party backed the bill.",
        "The senator vouched for the envoy.",
        "Three countries voiced support for the mission.",
        "The union threw its weight behind the strike.",
        "The newspaper endorsed the senator.",
        "The bloc came out in favour of the candidate.",
    ],
    ("SUPPORT", "praise"): [
        "The envoy welcomed the release.",
        "The pope sent condolences to the families.",
        "The president congratulated the winner.",
    ],
    ("REQUEST", None): [
        "The union urged the minister to pay the arrears.",
        "Russia insisted that Sudan must return the helicopter.",
        "Residents petitioned the mayor.",
        "The church begged the gangs for peace.",
        "The ministry will appeal against the ruling.",
    ],
    ("REQUEST", "yield"): [
        "The envoy said that the rebels must hand over the town.",
        "The rebels demanded that the army leave the town first.",
        "The general told the rebels to lay down their arms.",
    ],
    ("REQUEST", "change"): [
        "The party wants the minister to step down.",
        "The opposition demanded new elections.",
        "The group called for the governor to resign.",
    ],
    ("REQUEST", "assist"): [
        "The rector called the police.",
        "Some 800 families sought refuge in the church.",
        "The island asked for international help.",
    ],
    ("REQUEST", "meet"): [
        "The opposition called for talks.",
        "The union asked to meet the minister.",
        "The mediator proposed a meeting in Doha.",
    ],
    ("REJECT", None): [
        "The governor turned down the request.",
        "Judges struck down the ban.",
        "A court in Lille overturned the expulsion order.",
        "The union spurned the offer.",
        "The commission turned down a demand for a recount.",
    ],
    ("COERCE", "censorship"): [
        "The mural was painted over on the orders of the censor.",
        "Editors were told not to mention the dam.",
    ],
    ("COERCE", "crowd-control"): [
        "Constables lathi-charged the weavers.",
        "Jets of water sent pupils sprawling.",
    ],
    ("COERCE", "curfew"): [
        "Everybody must be indoors by nine, the governor ordered.",
        "Soldiers ordered the people off the streets at dusk.",
    ],
    ("COERCE", "cyber"): [
        "Hackers got into the servers of the registry.",
        "A digital assault hit the grid.",
    ],
    ("COERCE", "deportation"): [
        "The family was bundled onto a plane.",
        "The herders were driven from their huts by bulldozers of the council.",
    ],
    ("COERCE", "disinformation"): [
        "Troll accounts put out a doctored photograph.",
        "Bogus calls in the mayor's voice were sent to voters.",
    ],
    ("COERCE", "martial-law"): [
        "The district was put under military rule.",
        "The senate approved a state of exception.",
    ],
    ("COERCE", "seizure"): [
        "Mutineers of the guard occupied the television station.",
        "The bailiffs slapped a lien on the jet.",
        "Inspectors carted away the stock of the grocers.",
    ],
    ("COERCE", "withholding"): [
        "The army did not allow boats with rice through to the camp.",
        "The boss hung on to the passports of the welders.",
    ],
    ("COERCE", "raid"): [
        "Soldiers went from hut to hut in the valley looking for guns.",
        "Tax inspectors turned the brewery upside down.",
        "Gendarmes sawed through the door of the squat.",
        "Gendarmes went from house to house in the old town.",
    ],
    ("COERCE", "arrest"): [
        "The poet was hustled into a police van.",
        "Two stewards were carted off to the garrison lock-up.",
        "The deputy is under lock and key again.",
        "Two reporters were thrown into a cell.",
    ],
    ("COERCE", "ban"): [
        "The prefect has put the square off-limits.",
        "The governor said no to the rally.",
        "The choir was struck off the register of associations by the court.",
        "Peru banned imports of poultry.",
    ],
    ("REJECT", "change"): [
        "The senate voted down the bill.",
        "The proposal was rejected by 60 votes to 40.",
    ],
    ("REJECT", "yield"): [
        "The minister ruled out an amnesty.",
        "The rebels refused to withdraw.",
    ],
    ("REJECT", "meet"): [
        "The minister refused to meet the strikers.",
    ],
    ("THREATEN", None): [
        "The general warned that he would close the border.",
        "The rebels vowed revenge.",
        "The rebels gave the army 48 hours to leave.",
        "The journalist received death threats.",
    ],
    ("THREATEN", "violence"): [
        "The militia threatened to burn the village.",
        "The colonel threatened to crush them.",
    ],
    ("THREATEN", "restrict"): [
        "The regulator threatened to revoke the licence.",
        "The ministry threatened to cut off the gas.",
    ],
    ("THREATEN", "expel"): [
        "The voivode threatened to drive the group out of the zone.",
    ],
    ("THREATEN", "relations"): [
        "The delegation threatened to walk out of the talks.",
    ],
    ("THREATEN", "arrest"): [
        "Police threatened to arrest anyone who marched.",
    ],
    ("CONSULT", "meeting"): [
        "Talks between the union and the port ended without a deal.",
        "Talks are planned in Mae Sot on Friday.",
        "The premier gave a warm welcome to the president of Chile.",
    ],
    ("CONSULT", "visit"): [
        "The envoy is due in the capital on Thursday.",
        "The secretary of state arrived in Amman.",
        "The chancellor made a surprise trip to the front.",
    ],
    ("CONSULT", "mediation"): [
        "Qatar brokered the truce.",
        "The envoy shuttled between the two capitals.",
        "Kyrgyz mediators are to bring the two delegations together.",
    ],
    ("CONSULT", "multilateral"): [
        "Leaders of six nations met at a summit in Accra.",
        "The security council held an emergency session.",
        "A donors' conference opened in Paris.",
    ],
    ("CONSULT", "phone"): [
        "The two presidents spoke by telephone.",
        "The minister phoned her colleague.",
        "She telephoned the foreign minister of Russia.",
    ],
    ("AGREE", None): [
        "Parliament adopted the law.",
        "The agreement that the rector signed expires today.",
        "The two sides reached a compromise.",
        "The sides initialled a pact.",
    ],
    ("AID", None): [
        "The Red Cross handed out blankets.",
        "Planes dropped food over the valley.",
        "Aid reached the town for the first time.",
        "Lifeguards saved a family of five.",
    ],
    ("CONCEDE", None): [
        "The minister backed down.",
        "The government gave in to the strikers.",
        "The president promised an amnesty.",
        "The government bowed to pressure and withdrew the bill.",
    ],
    ("COOPERATE", None): [
        "The two police forces shared intelligence.",
        "The navies held joint patrols.",
        "French and Egyptian warships launched war games.",
        "The two armies worked together.",
    ],
    ("SANCTION", None): [
        "The president fired his defence minister.",
        "The bloc slapped sanctions on the chip maker.",
        "Washington blacklisted two generals.",
        "The sanctions on the company remain in force.",
        "The treasury froze the assets of the clan.",
    ],
    ("SANCTION", "convict"): [
        "The tribunal gave the smuggler six years.",
        "The judges threw the book at the cashier.",
        "The bookkeeper was put away for life by a court.",
        "A court jailed the editor for six years.",
        "Two men were found guilty of arson.",
        "The court handed him a life term.",
    ],
    ("SANCTION", "expel"): [
        "The consul was told to pack his bags.",
        "Colombia sent the ambassador packing.",
        "The federation stripped the country of its seat.",
        "The council suspended the mayor.",
        "The party kicked out four members.",
        "Chad ordered three diplomats to leave within two days.",
    ],
    ("SANCTION", "withdraw"): [
        "The islands turned their backs on the forum.",
        "Delegates stormed out of the talks.",
        "Portugal ordered its ambassador home.",
        "The delegation walked out of the talks.",
        "The party left the coalition.",
        "The country pulled out of the treaty.",
    ],
    ("SANCTION", "discontinue"): [
        "Norway put its aid on ice.",
        "The city snapped the link with its twin.",
        "Peru called a halt to the training of officers.",
        "The country closed its embassy.",
        "The firm shut off the gas.",
        "The rebels broke off the talks.",
        "The charity suspended its work in the valley.",
        "Turkmenistan closed its border with Iran.",
        "The ministry froze a grant of two million euros.",
    ],
}
OTHER_SENSES = [
    "The firm blocked access to the app for two hours.",
    "The striker was walking on the beach with his children.",
    "Fans marched towards the final with high hopes.",
    "The picket fence was painted white.",
    "The company occupied the top floor of the tower.",
    "She walked out of the shop with a new hat.",
    "A blocked drain flooded the kitchen.",
    "The storm closed the road to the village.",
    "Snow blocked the pass.",
    "The strike of the clock startled him.",
    "The actor threw a party for his friends.",
    "The bridge was closed for repairs.",
    "The apartment is occupied by a family of four.",
    "She marked the exam papers at home.",
    "He buried the treasure in the garden.",
    "The tenants gathered their belongings and left.",
    "The report buried the bad news on page ten.",
    "Clouds gathered over the hills.",
    "They observed the birds from a hut.",
    "The company celebrated record sales with a new logo.",
    "The funeral parlour was sold.",
    "He remembered to lock the door.",
    "She remembered the name of the shop.",
    "The congress of fish in the pond delighted him.",
    "A wreath hung on the door.",
    "The band released a new single.",
    "She retreated to the kitchen.",
    "The bank released its forecast.",
    "The shop reopened after renovation.",
    "The airline deployed new software.",
    "The glacier has retreated by a kilometre.",
    "The players left the field.",
    "He gave up smoking.",
    "Trains resumed after the snow.",
    "He withdrew 50 euros from the account.",
    "The actor quit the series.",
    "The storm threatens the coast.",
    "The recipe calls for two eggs.",
    "He vowed to love her.",
    "The bank charged a fee.",
    "She thanked the driver.",
    "The device supports Bluetooth.",
    "The knee refused to bend.",
    "He demanded a refund from the shop.",
    "The team rejected the shot.",
    "She met her friends for coffee.",
    "The two companies met earnings estimates.",
    "He signed copies of his novel.",
    "The chef promised a light dessert.",
    "The ball met the bat.",
    "The treatment helped her skin.",
    "The dog was saved from the pond.",
]
OTHER_TYPES = frozenset(("ASSAULT", "COERCE", "echo"))


def found(parse: Parse) -> list[tuple[str, str | None]]:
    return [(t.type, t.mode) for t in find_triggers(parse, BOOK)]


@pytest.mark.parametrize(("kind", "text"), [(kind, text) for kind, texts in CASES.items() for text in texts])
def test_hard_news_is_recognised(parse: Callable[[str], Parse], kind: tuple[str, str | None], text: str) -> None:
    assert kind in found(parse(text))


@pytest.mark.parametrize("text", OTHER_SENSES)
def test_other_senses_tell_of_no_public_act(parse: Callable[[str], Parse], text: str) -> None:
    assert [t for t, _ in found(parse(text)) if t not in OTHER_TYPES] == []
