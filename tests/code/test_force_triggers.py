"""Every kind of force and coercion, as reporters tell of it, and the same words where they mean something else."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.code.triggers import find_triggers
from dateline.records import Parse
from dateline.reference.codebook import load_codebook

BOOK = load_codebook()
TOLD = {
    ("ASSAULT", None): [
        "The terrorists slaughtered a family of five in their sleep.",
        "The town changed hands twice this week.",
        "The attackers came at dawn, said a survivor; they spared nobody and slew the elders.",
        "Islamists overran the garrison at Inata, killing 49 gendarmes.",
        "Government troops recaptured Dessie on Friday.",
        "Eleven civilians died in the attack.",
    ],
    ("ASSAULT", "abduction"): [
        "Twelve hostages are being held in the hills.",
        "A gang has taken two tourists hostage.",
        "Fourteen nuns were seized by armed men.",
        "The boys were taken captive and marched into the bush.",
        "Gunmen kidnapped a priest near Jos.",
        "Armed men snatched a schoolgirl from her dormitory.",
    ],
    ("ASSAULT", "airstrike"): [
        "Warplanes carried out 14 raids on the valley.",
        "An airstrike flattened the courthouse.",
        "Planes dropped bombs on a wedding in Deh Bala.",
        "Israeli jets hit targets in Damascus.",
        "Warplanes bombed a school in Kutum on Sunday.",
        "An air raid levelled the bakery.",
    ],
    ("ASSAULT", "armed-clash"): [
        "There were clashes between the army and the Front at Awasse.",
        "Street fighting has reached the university.",
        "The army and the rebels fought for the bridge all day.",
        "Security forces engaged a band of gunmen in the forest.",
        "Troops clashed with militiamen near Bria.",
        "The two sides exchanged fire across the river.",
    ],
    ("ASSAULT", "arson"): [
        "Two churches went up in flames after the mob attacked; they had been set alight.",
        "The office of the party was torched on Sunday.",
        "Rioting settlers torched two barns.",
        "The militia burned down 30 houses.",
        "A mosque was burned to the ground by raiders.",
        "Arsonists struck the warehouse twice.",
    ],
    ("ASSAULT", "assassination"): [
        "The former minister was assassinated in his garden.",
        "Police foiled an attempt to assassinate the bishop, an assassination plot.",
        "The commander survived an assassination attempt.",
    ],
    ("ASSAULT", "beating"): [
        "Prison guards set about the inmates with iron bars.",
        "They were struck with rifle butts.",
        "Supporters of the mayor punched a reporter.",
        "A guard slapped an old woman.",
        "A deputy was punched in the face by a colleague.",
        "Several students were beaten in the cells.",
    ],
    ("ASSAULT", "bombing"): [
        "Unknown assailants lobbed a grenade into the yard.",
        "Rebels blew up the bridge as they withdrew.",
        "The rebels mined the road.",
        "A booby-trapped motorcycle exploded in the bazaar.",
        "Militants blew up a railway bridge.",
        "Two bombs went off in the bazaar.",
    ],
    ("ASSAULT", "destruction"): [
        "Vandals in uniform smashed the printing press.",
        "Somebody cut the brake lines; the cable was cut on purpose by saboteurs.",
        "A Chinese vessel rammed one of our boats.",
        "Militiamen looted and pillaged the depot; they wrecked the clinic.",
        "Bulldozers of the army razed eleven homes.",
        "A patrol boat rammed a trawler.",
    ],
    ("ASSAULT", "drone-strike"): [
        "Drones struck the harbour twice.",
        "Debris of a drone that was shot down fell on a shed.",
        "A kamikaze drone killed two sappers.",
        "A drone hit an oil refinery in the south.",
        "The army says its drones destroyed a command post.",
        "An unmanned aircraft, a drone, killed three fishermen.",
    ],
    ("ASSAULT", "sexual-violence"): [
        "Soldiers raped women in the camp.",
        "A gang rape by militiamen was reported in Nyala.",
        "The warden sexually assaulted an inmate.",
    ],
    ("ASSAULT", "shelling"): [
        "Both sides pounded each other with artillery.",
        "Rockets were fired at the capital.",
        "Hamas fired dozens of rockets at Ashkelon.",
        "The town has been under bombardment since Friday.",
        "A rocket landed in a schoolyard.",
        "The village came under artillery fire.",
    ],
    ("ASSAULT", "shooting"): [
        "Security guards fired on looters.",
        "The guards opened up with automatic rifles.",
        "A gunman killed eight worshippers at a temple.",
        "Witnesses heard gunfire near the ministry.",
        "Soldiers fired live ammunition at the crowd.",
        "Troops shot dead a shepherd on Monday.",
    ],
    ("ASSAULT", "stabbing"): [
        "Three pupils were stabbed outside a school.",
        "A knifeman wounded two officers.",
        "The councillor was hacked to death with machetes.",
        "An assailant slashed a tourist with a razor.",
        "A youth stabbed a bus conductor.",
        "Attackers hacked three farmers to death.",
    ],
    ("ASSAULT", "suicide-attack"): [
        "A woman blew herself up at a checkpoint.",
        "A suicide bomber struck a recruiting centre.",
        "The attacker detonated his vest among the mourners.",
        "Suicide blast kills 14 at mosque",
    ],
    ("ASSAULT", "torture"): [
        "Interrogators tortured the union man for three days.",
        "Detainees were waterboarded, their lawyers say.",
        "Prisoners described torture in the basement.",
        "They gave him electric shocks.",
    ],
    ("COERCE", None): [
        "The regime crushed the student movement.",
        "Security forces surrounded the party's headquarters.",
        "The junta's crackdown on the press goes on.",
    ],
    ("COERCE", "arrest"): [
        "A court clerk was arrested in his pyjamas.",
        "Border guards caught eleven men in the woods.",
        "More than 200 demonstrators have been detained.",
        "The police picked him up at the airport.",
        "Soldiers picked up two lecturers at dawn.",
        "He was thrown into prison without trial.",
    ],
    ("COERCE", "ban"): [
        "The city council has forbidden the parade.",
        "Turkey barred the delegation from visiting the camp.",
        "Women were forbidden to enter the stadium.",
        "Schools were shut by order of the governor.",
        "The ministry revoked the licence of a charity.",
        "The court dissolved the party.",
    ],
    ("COERCE", "censorship"): [
        "State censors banned the novel.",
        "The station has been silenced.",
        "Iran blocked Instagram in September.",
        "The show was pulled off the air by the commission.",
        "The regulator took the radio station off the air.",
        "The army jammed the station's signal.",
    ],
    ("COERCE", "crowd-control"): [
        "Police used tear gas and batons against the fishermen.",
        "They gassed us.",
        "Security forces used live rounds and tear gas to disperse protesters.",
        "Soldiers with batons beat back the crowd.",
        "The demonstrators were sprayed with water cannon.",
        "Riot police charged the crowd with batons.",
    ],
    ("COERCE", "curfew"): [
        "The mayor imposed a night curfew.",
        "A dusk-to-dawn curfew is in force in Imphal.",
        "The army ordered residents to stay indoors.",
    ],
    ("COERCE", "cyber"): [
        "Hackers stole the files of 2,000 officers.",
        "The bank's network was paralysed by malware.",
        "The ministry's website was defaced.",
        "Russian hackers penetrated the parliament's mail server.",
        "Hackers attacked the power company's network.",
        "Attackers broke into the hospital's computers.",
    ],
    ("COERCE", "deportation"): [
        "He was deported to Chad.",
        "Hundreds of families were forced from their homes.",
        "Pakistan has expelled tens of thousands of Afghans.",
        "Police threw the families out of their flats.",
        "The guards pushed 30 migrants back over the border.",
        "Soldiers drove the villagers from their homes.",
    ],
    ("COERCE", "disinformation"): [
        "The agency spread fake news about the vote.",
        "Troll farms flooded the network with false reports; it was a disinformation campaign.",
        "The ministry fabricated evidence against the judge.",
    ],
    ("COERCE", "martial-law"): [
        "The president declared martial law.",
        "The king proclaimed a state of emergency.",
        "The province was placed under martial law.",
    ],
    ("COERCE", "raid"): [
        "Officers with a warrant went through the editor's desk; they searched the office.",
        "Gendarmes forced their way into the bishop's residence.",
        "Police kicked down the door of a community centre.",
        "The secret police turned our newsroom upside down.",
        "The navy boarded a tanker flying no flag.",
        "Tax inspectors searched the newspaper's premises.",
    ],
    ("COERCE", "seizure"): [
        "Soldiers made off with the village's goats; they confiscated grain.",
        "Inspectors took away the union's computers.",
        "Their boats were impounded.",
        "Police seized two kilos of heroin and a pistol.",
        "Inspectors impounded 40 tonnes of rice.",
        "Police confiscated banners and phones.",
    ],
    ("COERCE", "withholding"): [
        "The guards deny inmates food and water.",
        "They have cut off our water.",
        "The government is withholding the salaries of 400 nurses.",
        "Water to the district has been cut off by the authorities.",
        "Aid lorries were held at the checkpoint for four days.",
        "Customs kept back medicines meant for the north.",
    ],
}
OTHER_SENSES = [
    "The army will hold a parade on Friday.",
    "The minister raised the matter in parliament.",
    "The rebels met mediators in Doha.",
    "The mayor visited the wounded in hospital.",
    "The government offered talks.",
    "Soldiers distributed blankets to the flood victims.",
    "The president thanked the rescue teams.",
    "The judge adjourned the hearing.",
    "The talks collapsed after two hours.",
    "The premier took office in May.",
    "The convoy crossed the bridge on Monday.",
    "The bridge was reopened by engineers.",
    "The front runner hit back at his critics.",
    "He took his son to the police station to get a passport.",
    "The crisis has hit farmers hard.",
    "Residents complained of the noise.",
    "The hospital treated 40 people for burns.",
    "The government cut the fuel subsidy.",
    "The bus drivers blocked the road.",
    "The fire destroyed twelve houses.",
    "A landslide killed nine people.",
    "Lightning set the barn on fire.",
    "The ceasefire took effect at noon.",
    "The deputy held the door open for her.",
    "The report targeted waste in hospitals.",
    "The premier came under fire over her remarks.",
    "A truck hit a cyclist in Lima.",
    "She fought for equal pay.",
    "The court heard the case in May.",
    "The firm blew its budget.",
    "He was struck by her kindness.",
    "The comet struck the moon.",
    "The market stormed ahead.",
    "The ferry was delayed by storms.",
    "Parents kept children home.",
    "The army holds an open day in May.",
    "The plane was grounded by fog.",
    "The museum closes at six.",
    "The government blocked the merger.",
    "The council cleared the plan.",
    "The old mill burned down after lightning struck it.",
    "The alarm went off at six.",
    "The train exploded in popularity.",
    "The crowd exploded with joy.",
    "The patient was put under anaesthetic.",
    "The storm killed power to 4,000 homes.",
    "The film shot in Sofia won two prizes.",
    "He fired his coach in May.",
    "The bank seized the opportunity to expand.",
    "The two leaders struck a deal in Oslo.",
    "The team beat its rivals from Leeds.",
    "The quake struck the town at noon.",
    "He blew up a balloon for the child.",
    "The council will hold an election in May.",
    "They hold talks in Vienna on Sunday.",
    "The mine employs 400 people.",
    "The patient was taken to hospital after a heart attack.",
    "Workers cleared snow from the road.",
    "The judge dismissed the case.",
    "Firefighters fought the blaze for two days.",
]


@pytest.mark.parametrize(
    ("text", "type_", "mode"), [(text, type_, mode) for (type_, mode), texts in TOLD.items() for text in texts]
)
def test_force_is_found_in_its_mode(parse: Callable[[str], Parse], text: str, type_: str, mode: str | None) -> None:
    assert (type_, mode) in [(t.type, t.mode) for t in find_triggers(parse(text), BOOK)]


@pytest.mark.parametrize("text", OTHER_SENSES)
def test_other_senses_are_no_force(parse: Callable[[str], Parse], text: str) -> None:
    assert [t for t in find_triggers(parse(text), BOOK) if t.type in ("ASSAULT", "COERCE")] == []


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("Three trucks were seized at the border.", "seizure"),  # nobody is said to have done it
        ("They seized three trucks.", "seizure"),  # nor is this said by a pronoun
        ("Kenya seized three trucks.", "seizure"),  # a country does what its officers do
        ("Guards seized crates of rifles.", "seizure"),  # a bundle is what it is a bundle of
        ("Officers cordoned off the building.", "ban"),  # a wrong lemma
        ("Soldiers drove the crowd back.", "crowd-control"),  # a particle behind the object
    ],
)
def test_ways_in_which_a_condition_holds(parse: Callable[[str], Parse], text: str, mode: str) -> None:
    assert ("COERCE", mode) in [(t.type, t.mode) for t in find_triggers(parse(text), BOOK)]


def test_participle_before_a_noun_tells_a_state(parse: Callable[[str], Parse]) -> None:
    assert [t.type for t in find_triggers(parse("The mayor visited wounded soldiers."), BOOK)] == ["GATHER"]
    assert [t.type for t in find_triggers(parse("The mayor visited the wounded in hospital."), BOOK)] == ["GATHER"]
