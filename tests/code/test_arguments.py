"""Roles from grammar, on real parses."""

from __future__ import annotations

from collections.abc import Callable

import pytest

import dateline
from dateline.code.arguments import arguments_of
from dateline.code.bearers import note_places
from dateline.code.join import join
from dateline.code.triggers import find_triggers
from dateline.records import Parse, Span, Toponym
from dateline.reference.codebook import load_codebook

BOOK = load_codebook()


def roles(parse: Parse, text: str, type_: str) -> list[tuple[str, str]]:
    happening = next(h for h in join(parse, find_triggers(parse, BOOK)) if h.type == type_)
    return [(a.role, a.span.of(text)) for a in arguments_of(parse, happening, BOOK)]


@pytest.mark.parametrize(
    ("text", "type_", "expected"),
    [
        ("Police arrested seven young men.", "COERCE", [("actor", "Police"), ("recipient", "seven young men")]),
        ("Seven men were arrested by police.", "COERCE", [("actor", "police"), ("recipient", "Seven men")]),
        ("Rebels shelled the market.", "ASSAULT", [("perpetrator", "Rebels"), ("target", "the market")]),
        ("Gunmen killed three farmers.", "ASSAULT", [("perpetrator", "Gunmen"), ("victim", "three farmers")]),
        ("Students blocked the motorway.", "PROTEST", [("actor", "Students"), ("target", "the motorway")]),
        ("A mayor survived an attempted assassination.", "ASSAULT", [("victim", "A mayor")]),
        ("A minibus drove over a mine near Horlivka.", "ASSAULT", [("target", "A minibus")]),
        ("Sappers defused a bomb at the station.", "ASSAULT", [("target", "the station")]),
        ("The union is alarmed by the arrests.", "ACCUSE", [("actor", "The union")]),
        (
            "Gunmen believed to be bandits attacked a village.",
            "ASSAULT",
            [("perpetrator", "Gunmen"), ("target", "a village")],
        ),
        ("The mayor condemned the attack.", "ACCUSE", [("actor", "The mayor")]),
        ("The mayor condemned the police.", "ACCUSE", [("actor", "The mayor"), ("recipient", "the police")]),
        ("The bishop deplored the beating of two porters.", "ACCUSE", [("actor", "The bishop")]),
        ("The premier criticised the ruling.", "ACCUSE", [("actor", "The premier"), ("recipient", "the ruling")]),
        ("The mayor blamed the fire on smugglers.", "ACCUSE", [("actor", "The mayor"), ("recipient", "smugglers")]),
        ("The mayor blamed the attack on rebels.", "ACCUSE", [("actor", "The mayor"), ("recipient", "rebels")]),
        ("The mayor blamed it on rebels.", "ACCUSE", [("actor", "The mayor"), ("recipient", "rebels")]),
        ("The mayor blamed the attack on rebels.", "ASSAULT", [("perpetrator", "rebels")]),
        (
            "The union called on the government to pay.",
            "REQUEST",
            [("actor", "The union"), ("recipient", "the government")],
        ),
        (
            "Residents held a vigil for the dead nurse.",
            "GATHER",
            [("actor", "Residents"), ("honouree", "the dead nurse")],
        ),
        (
            "The killing of a judge by gunmen shocked Cali.",
            "ASSAULT",
            [("perpetrator", "gunmen"), ("victim", "a judge")],
        ),
    ],
)
def test_roles(parse: Callable[[str], Parse], text: str, type_: str, expected: list[tuple[str, str]]) -> None:
    assert sorted(roles(parse(text), text, type_)) == sorted(expected)


@pytest.mark.parametrize(
    ("text", "type_", "expected"),
    [
        ("A cyberattack knocked out the registry.", "COERCE", [("target", "the registry")]),
        ("Police opened up with rubber bullets on women.", "COERCE", [("actor", "Police"), ("recipient", "women")]),
        ("The army confiscated a crate of rifles.", "COERCE", [("actor", "The army"), ("target", "a crate of rifles")]),
        ("Judge Roe forbade the firm to sell the land.", "COERCE", [("actor", "Judge Roe"), ("recipient", "the firm")]),
        ("One young man lost his life on Monday.", "echo", [("victim", "One young man")]),
        (
            "Two civilians were killed by stray bullets of unknown origin.",
            "ASSAULT",
            [("victim", "Two civilians")],
        ),
        (
            "A boy was wounded by a bullet when soldiers fired into the air.",
            "ASSAULT",
            [("perpetrator", "soldiers"), ("victim", "A boy")],
        ),
        (
            "Women are on day six of their hunger strike.",
            "PROTEST",
            [("actor", "Women")],
        ),
        (
            "Villagers held a ceremony to honour the general.",
            "GATHER",
            [("actor", "Villagers"), ("honouree", "the general")],
        ),
        (
            "Iranians expressed their thanks for the part played by Ann Roe in the fight against rebels.",
            "SUPPORT",
            [("actor", "Iranians"), ("recipient", "Ann Roe")],
        ),
    ],
)
def test_roles_beyond_subject_and_object(
    parse: Callable[[str], Parse], text: str, type_: str, expected: list[tuple[str, str]]
) -> None:
    assert sorted(roles(parse(text), text, type_)) == sorted(expected)


def test_swapped_parties_swap_roles(parse: Callable[[str], Parse]) -> None:
    one, two = "Rebels attacked soldiers near Goma.", "Soldiers attacked rebels near Goma."
    first, second = roles(parse(one), one, "ASSAULT"), roles(parse(two), two, "ASSAULT")
    assert [(r, t.lower()) for r, t in first] == [("perpetrator", "rebels"), ("victim", "soldiers")]
    assert [(r, t.lower()) for r, t in second] == [("perpetrator", "soldiers"), ("victim", "rebels")]


def test_missiles_thrown_take_no_role(parse: Callable[[str], Parse]) -> None:
    text = "Protesters threw stones at officers."
    assert "stones" not in [t for _, t in roles(parse(text), text, "PROTEST")]


def test_of_two_sides_the_first_is_the_actor(parse: Callable[[str], Parse]) -> None:
    text = "The army and the rebels signed a truce."
    assert roles(parse(text), text, "RETREAT") == [("actor", "The army"), ("recipient", "the rebels")]


@pytest.mark.parametrize(
    ("text", "type_", "expected"),
    [
        ("Eleven detained at a checkpoint near Brest.", "COERCE", [("recipient", "Eleven")]),
        ("The guards recaptured six.", "COERCE", [("actor", "The guards"), ("recipient", "six")]),
        (
            "The court ordered the release of 11 students.",
            "RETREAT",
            [("actor", "The court"), ("recipient", "11 students")],
        ),
        ("Gunmen abducted a priest; he was freed by police.", "RETREAT", [("recipient", "he"), ("actor", "police")]),
        ("The regulator blocked access to two sites.", "COERCE", [("actor", "The regulator"), ("target", "two sites")]),
        ("Three men were charged. A fourth was released.", "RETREAT", [("recipient", "A fourth")]),
        ("Police detained ten drivers.", "COERCE", [("actor", "Police"), ("recipient", "ten drivers")]),
        ("Police detained on Monday the editor.", "COERCE", [("actor", "Police")]),
        (
            "Gunmen shot dead at least 43 herders outside Gao.",
            "ASSAULT",
            [("perpetrator", "Gunmen"), ("victim", "at least 43 herders")],
        ),
        ("Three nurses are under arrest in Kampala.", "COERCE", [("recipient", "Three nurses")]),
        ("Ten hostages walked free on Sunday.", "RETREAT", [("recipient", "Ten hostages")]),
        ("Rebels returned 12 bodies.", "RETREAT", [("actor", "Rebels"), ("recipient", "12 bodies")]),
        ("The judge received death threats.", "THREATEN", [("recipient", "The judge")]),
        (
            "Nurses have received threats from militants.",
            "THREATEN",
            [("recipient", "Nurses"), ("actor", "militants")],
        ),
        (
            "Militants have received threats from nurses.",
            "THREATEN",
            [("recipient", "Militants"), ("actor", "nurses")],
        ),
        ("The mayor got death threats from rebels.", "THREATEN", [("recipient", "The mayor"), ("actor", "rebels")]),
        ("Militants threatened the nurses.", "THREATEN", [("actor", "Militants"), ("recipient", "the nurses")]),
        ("Villagers fell upon the clerks.", "ASSAULT", [("perpetrator", "Villagers"), ("victim", "the clerks")]),
        ("Forty of the 46 men were freed in Duk.", "RETREAT", [("recipient", "Forty of the 46 men")]),
    ],
)
def test_who_undergoes_what_a_verb_without_object_tells(
    parse: Callable[[str], Parse], text: str, type_: str, expected: list[tuple[str, str]]
) -> None:
    assert sorted(roles(parse(text), text, type_)) == sorted(expected)


@pytest.mark.parametrize(
    ("text", "type_", "expected"),
    [
        ("Nurses marched to the health ministry.", "PROTEST", [("actor", "Nurses"), ("target", "the health ministry")]),
        ("Pupils marched from the school to the lake.", "PROTEST", [("actor", "Pupils")]),
        ("Teachers walked out in solidarity with nurses.", "PROTEST", [("actor", "Teachers")]),
        ("Guards fought with prisoners.", "ASSAULT", [("perpetrator", "Guards"), ("victim", "prisoners")]),
        ("The union demanded that the director be sacked.", "REQUEST", [("actor", "The union")]),
        (
            "The prefect refused tents to voters.",
            "COERCE",
            [("actor", "The prefect"), ("target", "tents"), ("recipient", "voters")],
        ),
        ("Volunteers carried bottles to the elderly.", "AID", [("actor", "Volunteers"), ("recipient", "the elderly")]),
        ("Japan is providing food to Nepal.", "AID", [("actor", "Japan"), ("recipient", "Nepal")]),
        (
            "Teachers rallied in Quito against the mayor.",
            "PROTEST",
            [("actor", "Teachers"), ("recipient", "the mayor")],
        ),
        (
            "A fight broke out in the square between marchers and guards.",
            "ASSAULT",
            [("perpetrator", "marchers"), ("perpetrator", "guards")],
        ),
        ("Drivers continued their strike.", "PROTEST", [("actor", "Drivers")]),
    ],
)
def test_what_prepositions_and_clauses_name(
    parse: Callable[[str], Parse], text: str, type_: str, expected: list[tuple[str, str]]
) -> None:
    assert sorted(roles(parse(text), text, type_)) == sorted(expected)


@pytest.mark.parametrize(
    ("text", "type_", "role", "who"),
    [
        ("The minister took a decision to ban the rally.", "COERCE", "actor", "The minister"),
        ("The king sent a letter to demand peace.", "REQUEST", "actor", "The king"),
        ("The king sent soldiers to clear the road.", "COERCE", "actor", "soldiers"),
        ("A march to demand higher wages was called by the union.", "REQUEST", "actor", "the union"),
        ("A conference to honour the late judge was held in Quito.", "GATHER", "honouree", "the late judge"),
        ("A statue of Ann Roe was unveiled in Lima.", "GATHER", "honouree", "Ann Roe"),
        ("Crowds prayed at the grave of pilot Juan Perez.", "GATHER", "honouree", "pilot Juan Perez"),
    ],
)
def test_who_does_what_an_infinitive_tells(
    parse: Callable[[str], Parse], text: str, type_: str, role: str, who: str
) -> None:
    assert [t for r, t in roles(parse(text), text, type_) if r == role] == [who]


def test_a_town_of_the_gazetteer_is_no_victim_and_no_party(parse: Callable[[str], Parse]) -> None:
    for text, type_, role in (
        ("The army liberated Aleppo in 2016.", "ASSAULT", "victim"),
        ("The soldiers left Ulang.", "RETREAT", "recipient"),
    ):
        tree, start = parse(text), text.index("Aleppo" if "Aleppo" in text else "Ulang")
        name = text[start:].split()[0].rstrip(".")
        note_places(tree, [Toponym(span=Span(start, start + len(name)), text=name, kind="literal")])
        assert role not in [r for r, _ in roles(tree, text, type_)]


# Each kind of clause by itself: what it says and which roles must (or must not) come of it.
CLAUSES = [
    ("On Friday Kenya condemned the raid.", "ACCUSE", ("actor", "Kenya")),
    ("In March 2019 fishermen blockaded the harbour.", "PROTEST", ("actor", "fishermen")),
    ("In 2014 five vandals were convicted at Leeds Crown Court.", "SANCTION", ("recipient", "five vandals")),
    ("On Sunday gunmen fired on an ambulance near Bamako.", "ASSAULT", ("target", "an ambulance")),
    (
        "The army accused an armed group, the Northern Front, of shelling a market.",
        "ASSAULT",
        ("perpetrator", "an armed group"),
    ),
    ("Police accused the strikers of having attacked officers with bottles.", "PROTEST", ("actor", "the strikers")),
    ("The warehouse, torched by masked men, burned for hours.", "ASSAULT", ("target", "The warehouse")),
    ("The mayor wants the march banned.", "COERCE", ("actor", "The mayor")),
    ("The mayor wants the march banned.", "COERCE", ("target", "the march")),
    ("Three students have been kicked and beaten by guards.", "ASSAULT", ("perpetrator", "guards")),
    ("Dozens of them were arrested.", "COERCE", ("recipient", "Dozens of them")),
    ("No one was ever convicted.", "SANCTION", ("recipient", "No one")),
    ("Arsonists set three of the five pumps on fire.", "ASSAULT", ("target", "three of the five pumps")),
    ("Protesters threw stones at the police.", "PROTEST", ("victim", "the police")),
    ("Crowds threw stones at the police, injuring 12 officers.", "PROTEST", ("victim", "12 officers")),
    ("Relatives held a vigil at the lighthouse for Peter Lund.", "GATHER", ("honouree", "Peter Lund")),
    ("Fishermen carried a portrait of Mary Stone through the town.", "GATHER", ("honouree", "Mary Stone")),
    ("Some 8,000 people attended his funeral.", "GATHER", ("actor", "Some 8,000 people")),
    ("Some 8,000 people attended his funeral.", "GATHER", ("honouree", "his")),
    ("The rally drew 25,000 people.", "GATHER", ("actor", "25,000 people")),
    ("Police said that 19 people were arrested overnight.", "COERCE", ("actor", "Police")),
    ("The governor says that a curfew will begin at nine.", "COERCE", ("actor", "The governor")),
    ("The governor extended a curfew until Monday.", "COERCE", ("actor", "The governor")),
    ("Judges lifted the ban that the governor had imposed on the group.", "COERCE", ("actor", "the governor")),
    ("The party will march through Lagos on Monday.", "PROTEST", ("organizer", "The party")),
    ("The union called a general strike.", "PROTEST", ("organizer", "The union")),
    ("Students are on the third day of a hunger strike.", "PROTEST", ("actor", "Students")),
    ("A colleague blamed the stabbing on a soldier.", "ASSAULT", ("perpetrator", "a soldier")),
    ("Officials shared evidence with France.", "COOPERATE", ("recipient", "France")),
    ("The envoy is to mediate talks between the army and the rebels.", "CONSULT", ("recipient", "the rebels")),
    ("Norway and Finland will meet.", "CONSULT", ("recipient", "Finland")),
    ("After talks with the envoy, the minister left for Rome.", "CONSULT", ("actor", "the minister")),
    ("Residents called for the magistrate to resign.", "REQUEST", ("recipient", "the magistrate")),
    ("Iran threatened to launch an offensive unless Iraq withdrew.", "THREATEN", ("recipient", "Iraq")),
    ("Relatives demonstrated outside the embassy.", "PROTEST", ("target", "the embassy")),
    ("The ministry opened an inquiry into the bank.", "ACCUSE", ("recipient", "the bank")),
]


@pytest.mark.parametrize(("text", "type_", "expected"), CLAUSES)
def test_clauses_that_hide_a_role(
    parse: Callable[[str], Parse], text: str, type_: str, expected: tuple[str, str]
) -> None:
    assert expected in roles(parse(text), text, type_)


@pytest.mark.parametrize(
    ("text", "type_", "role"),
    [
        ("Two men were tortured at the police station.", "ASSAULT", "target"),  # where, not what
        ("Nurses held a demonstration at the square tomorrow at six.", "PROTEST", "target"),
        ("Residents marched through Lagos, according to police.", "PROTEST", "recipient"),
        ("Farmers blocked the country's main motorway.", "PROTEST", "victim"),  # the owner of what is blocked
        ("Drivers walked out in sympathy with the ministers.", "PROTEST", "recipient"),
        ("The president vetoed it.", "REJECT", "recipient"),
        ("The envoy will visit Hamburg on Monday.", "CONSULT", "recipient"),  # a town, no party
        ("The council rejected the bill.", "REJECT", "recipient"),
        ("The soldiers left the harbour.", "RETREAT", "recipient"),
        ("A rally for the government was held.", "GATHER", "honouree"),
        ("Gunmen opened fire on a procession.", "GATHER", "actor"),
    ],
)
def test_places_things_and_owners_are_no_party(parse: Callable[[str], Parse], text: str, type_: str, role: str) -> None:
    assert role not in [r for r, _ in roles(parse(text), text, type_)]


def test_what_her_arrest_and_his_release_do(parse: Callable[[str], Parse]) -> None:
    text = "A judge ordered her arrest."
    assert ("recipient", "her") in roles(parse(text), text, "COERCE")


@pytest.mark.parametrize(
    ("text", "type_", "expected"),
    [
        ("Drivers lit tyres on the motorway.", "PROTEST", ("target", "the motorway")),
        ("Villagers squatted on the railway line.", "PROTEST", ("target", "the railway line")),
        ("A device exploded under a police van.", "ASSAULT", ("target", "a police van")),
        ("A blast ripped through a mosque in Kunduz.", "ASSAULT", ("target", "a mosque")),
        ("Boys are throwing bottles and paving stones at the police line.", "PROTEST", ("target", "the police line")),
        ("The editor flew to Minsk and was arrested.", "COERCE", ("recipient", "The editor")),
        ("The envoy was received by the king in Rabat.", "CONSULT", ("actor", "The envoy")),
        ("The envoy was received by the king in Rabat.", "CONSULT", ("recipient", "the king")),
        ("Nurses sang on Friday, the fifth day of a strike.", "PROTEST", ("actor", "Nurses")),
        ("Troops retook the station after a firefight.", "ASSAULT", ("perpetrator", "Troops")),
        ("On 3 June hundreds of nurses marched through Lima.", "PROTEST", ("actor", "hundreds of nurses")),
        ("On 9 October scores of villagers blocked a road.", "PROTEST", ("actor", "scores of villagers")),
        ("On Monday 200 of our nurses will march against the cuts.", "PROTEST", ("actor", "our nurses")),
        ("Norway and Chile accused each other of overfishing.", "ACCUSE", ("recipient", "Chile")),
        ("Raiders burned a bus with six passengers aboard.", "ASSAULT", ("victim", "six passengers")),
        ("Customs officers confiscated 200 rifles from smugglers.", "COERCE", ("recipient", "smugglers")),
        ("Nine men are sitting in jail in Gori.", "COERCE", ("recipient", "Nine men")),
        ("Passengers jeered the minister.", "PROTEST", ("recipient", "the minister")),
        ("The union brought 900 bakers onto the streets of Turin.", "PROTEST", ("actor", "900 bakers")),
        ("The union brought 900 bakers onto the streets of Turin.", "PROTEST", ("organizer", "The union")),
        ("Police used water cannon against a march in Porto.", "COERCE", ("target", "a march")),
        ("A truck bomb killed ten recruits at a barracks in Herat.", "ASSAULT", ("target", "a barracks")),
        ("Militiamen burned down the village school.", "ASSAULT", ("target", "the village school")),
        ("The attacks have forced 2,000 villagers from their homes.", "ASSAULT", ("victim", "2,000 villagers")),
        ("Troops fought a gun battle that left two rebels dead.", "ASSAULT", ("victim", "two rebels")),
        ("On Sunday armed men attacked the clinic.", "ASSAULT", ("perpetrator", "armed men")),
        ("Officers raided her flat in Minsk.", "COERCE", ("recipient", "her")),
        ("The governor banned a march of the League.", "COERCE", ("recipient", "the League")),
        ("The police command reported 27 arrests.", "COERCE", ("actor", "The police command")),
        ("A 19-year-old was arrested in Leeds.", "COERCE", ("recipient", "A 19-year-old")),
        ("We buried six of ours on Monday.", "GATHER", ("honouree", "six of ours")),
        ("The village laid to rest four of its people.", "GATHER", ("honouree", "four of its people")),
        ("There were about 40 of them at the vigil.", "GATHER", ("actor", "about 40 of them")),
        ("Many mourners took part in this week's ceremonies.", "GATHER", ("actor", "Many mourners")),
        ("The envoy urged both camps to hold their fire.", "REQUEST", ("recipient", "camps")),
        ("The minister is to meet the strikers on Friday.", "CONSULT", ("recipient", "the strikers")),
        ("Under a deal signed in Doha, the two sides will swap prisoners.", "AGREE", ("actor", "the two sides")),
    ],
)
def test_roles_behind_further_words(
    parse: Callable[[str], Parse], text: str, type_: str, expected: tuple[str, str]
) -> None:
    assert expected in roles(parse(text), text, type_)


@pytest.mark.parametrize(
    ("text", "type_", "role"),
    [
        ("The talks have driven up tension, and the raids have displaced 300 people.", "ASSAULT", "perpetrator"),
        ("An earlier truce collapsed in May.", "RETREAT", "actor"),
        ("Two men were found shot by the roadside.", "ASSAULT", "perpetrator"),
        ("Today\u2019s procession in Graz ended at noon.", "GATHER", "actor"),
        ("Volunteers delivered flour to Mocuba.", "AID", "recipient"),
        ("A vigil by the gate drew nobody.", "GATHER", "organizer"),
    ],
)
def test_what_is_nobody_has_no_role(parse: Callable[[str], Parse], text: str, type_: str, role: str) -> None:
    happenings = [h for h in join(parse(text), find_triggers(parse(text), BOOK)) if h.type == type_]
    assert all(a.role != role for h in happenings for a in arguments_of(parse(text), h, BOOK))


def test_a_strike_takes_no_target_and_an_inquiry_no_deed(parse: Callable[[str], Parse]) -> None:
    text = "The walkout by welders emptied the shipyards of Gdynia."
    assert not [role for role, _ in roles(parse(text), text, "PROTEST") if role == "target"]
    text = "Prosecutors opened an inquiry into the ambush."
    assert roles(parse(text), text, "ACCUSE") == [("actor", "Prosecutors")]


@pytest.mark.parametrize(
    ("text", "type_", "expected"),
    [
        ("Relatives of the miners held a vigil in Cork.", "GATHER", ("honouree", "the miners")),
        ("Classmates of Ana Ruiz kept a vigil outside the court.", "GATHER", ("honouree", "Ana Ruiz")),
        ("President Mori visited the wounded at the hospital in Kano.", "GATHER", ("honouree", "the wounded")),
    ],
)
def test_whom_a_gathering_is_for(
    parse: Callable[[str], Parse], text: str, type_: str, expected: tuple[str, str]
) -> None:
    assert expected in roles(parse(text), text, type_)


def test_a_town_that_is_visited_is_nobody(parse: Callable[[str], Parse]) -> None:
    text = "The envoy visited Nairobi on Sunday."
    assert roles(parse(text), text, "CONSULT") == [("actor", "The envoy")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Police arrested three men for attacking a bus.", ("perpetrator", "three men")),
        ("A court jailed a trader for killing two guards.", ("perpetrator", "a trader")),
        ("A German airstrike hit a radio mast.", ("target", "a radio mast")),
        ("Two soldiers were killed when their lorry hit a landmine.", ("target", "their lorry")),
    ],
)
def test_who_is_punished_did_it_and_what_a_strike_hit(
    parse: Callable[[str], Parse], text: str, expected: tuple[str, str]
) -> None:
    assert expected in roles(parse(text), text, "ASSAULT")


@pytest.mark.parametrize(
    ("text", "type_", "role"),
    [
        ("Two soldiers were killed when their lorry hit a landmine.", "ASSAULT", "perpetrator"),
        ("The government reached a deal to end a two-week strike.", "PROTEST", "actor"),
    ],
)
def test_who_runs_upon_a_mine_or_ends_a_strike_did_neither(
    parse: Callable[[str], Parse], text: str, type_: str, role: str
) -> None:
    assert role not in {name for name, _ in roles(parse(text), text, type_)}


def test_what_a_crowd_demands_is_no_target(parse: Callable[[str], Parse]) -> None:
    text = "Protesters gathered outside the parliament to demand early elections."
    assert [t for r, t in roles(parse(text), text, "PROTEST") if r == "target"] == ["the parliament"]


@pytest.mark.parametrize(
    ("text", "type_", "expected"),
    [
        ("Soldiers broke up a march by nurses in Oran.", "PROTEST", ("actor", "nurses")),
        ("Guards dispersed a sit-in by bakers and cooks.", "PROTEST", ("actor", "cooks")),
        ("Raiders armed with knives wounded four farmers.", "ASSAULT", ("perpetrator", "Raiders")),
        ("Coalition jets carried out six raids on rebel positions.", "ASSAULT", ("target", "rebel positions")),
        ("Fighters held about 40 hostages in the school.", "ASSAULT", ("victim", "about 40 hostages")),
        ("The council imposed a ban on all street markets.", "COERCE", ("target", "all street markets")),
        ("A bomb exploded in a market in Bor on Sunday.", "ASSAULT", ("target", "a market")),
        ("A bishop offered to mediate between the strikers and the firm.", "CONSULT", ("recipient", "the strikers")),
        ("Spanish police seized two boats in a joint operation.", "COOPERATE", ("actor", "Spanish police")),
        ("Nurses went back to work after a strike of 20 days.", "PROTEST", ("actor", "Nurses")),
        ("Two guards in Bor, in the north, handed over four rebels.", "RETREAT", ("actor", "Two guards")),
        ("She spoke by telephone with her Danish counterpart.", "CONSULT", ("recipient", "her Danish counterpart")),
    ],
)
def test_roles_behind_words_of_the_trigger_and_slips_of_the_parser(
    parse: Callable[[str], Parse], text: str, type_: str, expected: tuple[str, str]
) -> None:
    assert expected in roles(parse(text), text, type_)


@pytest.mark.parametrize(
    ("text", "type_", "role"),
    [
        ("Two men were shot dead at a bus stop in Bor.", "ASSAULT", "target"),
        ("A soldier was wounded by a roadside bomb.", "ASSAULT", "perpetrator"),
        ("Shops reopened after a strike by nurses and drivers.", "PROTEST", "organizer"),
        ("Guards broke up a march by noon.", "PROTEST", "actor"),
    ],
)
def test_where_when_and_by_what_is_nobody(parse: Callable[[str], Parse], text: str, type_: str, role: str) -> None:
    assert role not in [name for name, _ in roles(parse(text), text, type_)]


@pytest.mark.parametrize(
    ("text", "type_", "expected"),
    [
        (
            "Clashes between students and police broke out in Oran.",
            "PROTEST",
            [("actor", "students"), ("target", "police"), ("victim", "police")],
        ),
        (
            "Prague and Vienna are to hold joint air patrols.",
            "COOPERATE",
            [("actor", "Prague"), ("recipient", "Vienna")],
        ),
        (
            "The government cut mobile internet in Bor.",
            "COERCE",
            [("actor", "The government"), ("target", "mobile internet")],
        ),
        (
            "The army banned gatherings of more than five people.",
            "COERCE",
            [("actor", "The army"), ("target", "gatherings of more than five people")],
        ),
        ("Prosecutors opened an investigation into the contracts.", "ACCUSE", [("actor", "Prosecutors")]),
        ("Prices rose after the resignation of the minister.", "RETREAT", [("actor", "the minister")]),
        ("Prices fell after the release of the minister.", "RETREAT", [("recipient", "the minister")]),
        ("The bridge was inaugurated in the presence of the governor.", "GATHER", [("attendee", "the governor")]),
        (
            "Her relatives appealed in vain to the bishop.",
            "REQUEST",
            [("actor", "Her relatives"), ("recipient", "the bishop")],
        ),
    ],
)
def test_all_roles_of(parse: Callable[[str], Parse], text: str, type_: str, expected: list[tuple[str, str]]) -> None:
    assert sorted(roles(parse(text), text, type_)) == expected


@pytest.mark.parametrize(
    ("text", "type_", "expected"),
    [
        ("Two poets signed a letter urging the court to act.", "REQUEST", ("actor", "Two poets")),
        ("The two presidents agreed by telephone to reopen the post.", "AGREE", ("actor", "The two presidents")),
        (
            "Guards in Riga broke up a sit-in by supporters of the mayor.",
            "PROTEST",
            ("actor", "supporters of the mayor"),
        ),
        ("Four men went on trial in Minsk on Monday.", "ACCUSE", ("recipient", "Four men")),
        ("Guards fired at men on motorbikes, who fled.", "ASSAULT", ("perpetrator", "Guards")),
        ("The tribunal acquitted the general of all charges.", "RETREAT", ("recipient", "the general")),
        ("Police accused two members of the league of arson.", "ACCUSE", ("recipient", "two members of the league")),
        ("Police accused two members of the league of arson.", "ASSAULT", ("perpetrator", "two members of the league")),
    ],
)
def test_who_writes_agrees_and_is_charged(
    parse: Callable[[str], Parse], text: str, type_: str, expected: tuple[str, str]
) -> None:
    assert expected in roles(parse(text), text, type_)


@pytest.mark.parametrize(
    ("text", "type_", "wrong"),
    [
        ("The shrine received two letters threatening the imam.", "THREATEN", ("actor", "The shrine")),
        ("Pupils walked out over the sacking of a teacher.", "PROTEST", ("recipient", "a teacher")),
        ("Soldiers guarding a bridge were attacked by rebels.", "MOBILIZE", ("actor", "a bridge")),
        ("Two brothers were charged with arson.", "ACCUSE", ("recipient", "arson")),
        ("Four men went on trial in Minsk on Monday.", "ACCUSE", ("actor", "Four men")),
        ("Drivers hurled stones at a bus.", "PROTEST", ("victim", "a bus")),
    ],
)
def test_who_is_no_party_to_it(parse: Callable[[str], Parse], text: str, type_: str, wrong: tuple[str, str]) -> None:
    assert wrong not in roles(parse(text), text, type_)


@pytest.mark.parametrize(
    ("text", "type_", "expected"),
    [
        ("Four Greek sailors abducted off Lagos were freed.", "ASSAULT", ("victim", "Four Greek sailors")),
        ("Four Greek sailors abducted off Lagos were freed.", "RETREAT", ("recipient", "Four Greek sailors")),
        ("The garrison at Pibor fell to rebels.", "ASSAULT", ("perpetrator", "rebels")),
        ("A tourist and her guide were kidnapped by bandits.", "ASSAULT", ("victim", "her guide")),
        ("They marched against a government plan.", "PROTEST", ("recipient", "a government plan")),
    ],
)
def test_who_suffers_and_who_takes_a_place(
    parse: Callable[[str], Parse], text: str, type_: str, expected: tuple[str, str]
) -> None:
    assert expected in roles(parse(text), text, type_)


def test_a_tax_is_nobody_to_protest_against(parse: Callable[[str], Parse]) -> None:
    text = "They marched against fuel taxes."
    assert roles(parse(text), text, "PROTEST") == [("actor", "They")]


def test_who_files_past_a_coffin_is_not_in_it(parse: Callable[[str], Parse]) -> None:
    text = "Thousands of mourners filed past the coffin of the singer in Accra."
    tree = parse(text)
    funeral = next(h for h in join(tree, find_triggers(tree, BOOK)) if h.mode == "funeral")
    found = [(a.role, a.span.of(text)) for a in arguments_of(tree, funeral, BOOK)]
    assert sorted(found) == [("actor", "Thousands of mourners"), ("honouree", "the singer")]


@pytest.mark.parametrize(
    ("text", "type_", "expected"),
    [
        ("The decree drew criticism from the union.", "ACCUSE", [("recipient", "The decree"), ("actor", "the union")]),
        (
            "The judge won praise from the government.",
            "SUPPORT",
            [("recipient", "The judge"), ("actor", "the government")],
        ),
        (
            "Peru deported 20 men, drawing criticism from the UN.",
            "ACCUSE",
            [("recipient", "Peru"), ("actor", "the UN")],
        ),
        ("The visit of the Peruvian chancellor to Oslo was short.", "CONSULT", [("actor", "the Peruvian chancellor")]),
        (
            "Spain offered Morocco help in fighting the fires.",
            "AID",
            [("actor", "Spain"), ("recipient", "Morocco")],
        ),
        (
            "Germany pledged 50 million euros in aid for the villagers.",
            "AID",
            [("actor", "Germany"), ("recipient", "the villagers")],
        ),
        ("Peru's cabinet submitted its resignation on Sunday.", "RETREAT", [("actor", "Peru's cabinet")]),
        (
            "The union lifted sanctions on three Peruvian officials.",
            "RETREAT",
            [("actor", "The union"), ("recipient", "three Peruvian officials")],
        ),
        (
            "Peru's military and civilian leaders signed an agreement on Monday.",
            "AGREE",
            [("actor", "Peru's military and civilian leaders")],
        ),
        (
            "The leaders of Peru and Chile spoke by phone on Sunday.",
            "CONSULT",
            [("actor", "The leaders of Peru")],
        ),
    ],
)
def test_parties_to_acts_of_diplomacy(
    parse: Callable[[str], Parse], text: str, type_: str, expected: list[tuple[str, str]]
) -> None:
    assert sorted(roles(parse(text), text, type_)) == sorted(expected)


@pytest.mark.parametrize(
    ("text", "type_", "expected"),
    [
        ("Detectives spoke of the murder of a rival.", "ASSAULT", [("victim", "a rival")]),
        (
            "Vandals daubed swastikas on a dozen gravestones.",
            "PROTEST",
            [("actor", "Vandals"), ("target", "a dozen gravestones")],
        ),
        ("Activists poured paint over a statue.", "PROTEST", [("actor", "Activists"), ("target", "a statue")]),
        (
            "Activists sprayed a police car on a street.",
            "PROTEST",
            [("actor", "Activists"), ("target", "a police car")],
        ),
        (
            "The march was banned by an order from the High Court.",
            "COERCE",
            [("target", "The march"), ("actor", "the High Court")],
        ),
        ("Neighbours gave the strikers bread.", "AID", [("actor", "Neighbours"), ("recipient", "the strikers")]),
        (
            "A crowd set upon a thief in the market and beat him.",
            "ASSAULT",
            [("perpetrator", "A crowd"), ("victim", "a thief"), ("victim", "him")],
        ),
    ],
)
def test_who_is_meant_stands_further_off(
    parse: Callable[[str], Parse], text: str, type_: str, expected: list[tuple[str, str]]
) -> None:
    assert roles(parse(text), text, type_) == expected


@pytest.mark.parametrize(
    ("text", "type_", "expected"),
    [
        ("The bridge reopened for coaches at dawn.", "RETREAT", [("recipient", "coaches")]),
        ("Togo reopened the bridge at dawn.", "RETREAT", [("actor", "Togo")]),
        (
            "The abbot declared the union's firm support for the blockade.",
            "SUPPORT",
            [("actor", "The abbot"), ("recipient", "the blockade")],
        ),
        ("The police kept them in custody.", "COERCE", [("actor", "The police"), ("recipient", "them")]),
        ("The league warned that it would freeze farm loans.", "THREATEN", [("actor", "The league")]),
    ],
)
def test_things_and_givers_are_no_parties(
    parse: Callable[[str], Parse], text: str, type_: str, expected: list[tuple[str, str]]
) -> None:
    found = roles(parse(text), text, type_)
    assert [row for row in found if row[0] in ("actor", "recipient")] == expected


@pytest.mark.parametrize(
    ("text", "type_", "expected"),
    [
        ("A night curfew is in force in the town.", "COERCE", [("target", "the town")]),
        ("A curfew imposed on four villages held all week.", "COERCE", [("target", "four villages")]),
        ("The governor imposed a curfew in Gao on Monday.", "COERCE", [("actor", "The governor")]),
        ("A night curfew is in force in the evening.", "COERCE", []),
    ],
)
def test_a_curfew_that_nobody_imposes_is_told_of_where_it_holds(
    parse: Callable[[str], Parse], text: str, type_: str, expected: list[tuple[str, str]]
) -> None:
    found = roles(parse(text), text, type_)
    assert [row for row in found if row[0] != "recipient"] == expected


@pytest.mark.parametrize(
    ("text", "type_", "expected"),
    [
        ("The curfew in Gao was lifted on Monday, the prefect announced.", "RETREAT", [("actor", "the prefect")]),
        ("The curfew in Gao was lifted on Monday, the shopkeeper announced.", "RETREAT", []),
        ("A night curfew will be in force in Gao, state television said.", "COERCE", []),
        (
            "A night curfew will be in force in Gao, the state government said.",
            "COERCE",
            [("actor", "the state government")],
        ),
        ("A meeting of the committee was held on Monday.", "CONSULT", [("actor", "the committee")]),
        ("The envoy praised the nurses during a visit to Gao.", "CONSULT", [("actor", "The envoy")]),
        ("The league was invited and refused to go.", "REJECT", [("actor", "The league")]),
        ("The envoys praised the nurses before talks with the rebels.", "CONSULT", []),
    ],
)
def test_parties_whom_the_grammar_hides(
    parse: Callable[[str], Parse], text: str, type_: str, expected: list[tuple[str, str]]
) -> None:
    assert [row for row in roles(parse(text), text, type_) if row[0] == "actor"] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('Mourners gathered in Beirut, chanting "Death to the king".', {("actor", "Mourners")}),
        ('Supporters gathered in Tunis, chanting "Justice for Leila".', {("actor", "Supporters")}),
        ("Youths blocked a bridge in Tunis, chanting songs.", {("actor", "Youths"), ("target", "a bridge")}),
    ],
)
def test_a_crowd_is_not_aimed_at_what_it_chants(
    parse: Callable[[str], Parse], text: str, expected: set[tuple[str, str]]
) -> None:
    assert set(roles(parse(text), text, "PROTEST")) == expected


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("Police patrolled two villages near Osh on Monday.", {"Police"}),
        ("Soldiers patrolled the schools of the district.", {"Soldiers"}),
        ("Troops guarded the ministry in Osh on Monday.", {"Troops"}),
        ("The villages were patrolled by soldiers.", {"soldiers"}),
        ("The army sent 300 soldiers to Osh.", {"The army", "300 soldiers"}),
        ("The army deployed a battalion in Osh.", {"The army", "a battalion"}),
    ],
)
def test_ground_that_is_patrolled_is_not_sent_out(text: str, actors: set[str]) -> None:
    found = {a.text for m in dateline.code(text).events if m.type == "MOBILIZE" for a in m.arguments}
    assert found == actors


@pytest.mark.parametrize(
    ("text", "type_", "expected"),
    [
        ("A painter was found murdered in Gao.", "ASSAULT", [("victim", "A painter")]),
        ("Five men were found shot to death in Gao.", "ASSAULT", [("victim", "Five men")]),
        ("The two men had stab wounds.", "ASSAULT", [("victim", "The two men")]),
        ("A dozen gunmen shot at the tomb.", "ASSAULT", [("perpetrator", "A dozen gunmen"), ("target", "the tomb")]),
        ("The minister was shot at his desk in Lima.", "ASSAULT", [("victim", "The minister")]),
        ("Two men shot at a fair in Gao.", "ASSAULT", [("victim", "Two men")]),
        ("Rebels shot down two jets.", "ASSAULT", [("perpetrator", "Rebels"), ("target", "two jets")]),
        ("A car parked near the station blew up in Basra.", "ASSAULT", []),
        ("Rebels blew up a bridge in Gao.", "ASSAULT", [("perpetrator", "Rebels"), ("target", "a bridge")]),
        ("A rocket was fired at the base.", "ASSAULT", [("target", "the base")]),
        ("A Saudi-led invasion of Yemen began in 2015.", "ASSAULT", [("perpetrator", "Saudi"), ("target", "Yemen")]),
        (
            "A militant-led ambush in Gao killed two officers.",
            "ASSAULT",
            [("perpetrator", "militant"), ("victim", "two officers")],
        ),
        ("The attack led to nine deaths in Gao.", "ASSAULT", []),
        ("Police patrolled towns and villages in Assam.", "MOBILIZE", [("actor", "Police")]),
        ("The army deployed two brigades.", "MOBILIZE", [("actor", "The army"), ("actor", "two brigades")]),
    ],
)
def test_who_did_it_to_whom_in_news(
    parse: Callable[[str], Parse], text: str, type_: str, expected: list[tuple[str, str]]
) -> None:
    assert roles(parse(text), text, type_) == expected


def test_troops_and_police_on_one_side_of_a_clash(parse: Callable[[str], Parse]) -> None:
    text = "British soldiers and local police clashed on Friday with protesters in Basra."
    assert ("actor", "local police") in roles(parse(text), text, "PROTEST")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Police fired tear gas at a rally of nurses against the law in Lima.", [("actor", "nurses")]),
        ("A march of bakers against the tax was held in Lima on Sunday.", [("actor", "bakers")]),
        ("Police broke up a protest of pupils in Dhaka.", [("actor", "pupils")]),
    ],
)
def test_a_march_is_of_those_who_march(
    parse: Callable[[str], Parse], text: str, expected: list[tuple[str, str]]
) -> None:
    found = roles(parse(text), text, "PROTEST")
    assert [row for row in found if row[1] in ("nurses", "bakers", "pupils")] == expected


def test_who_holds_a_march_that_others_lead_marches(parse: Callable[[str], Parse]) -> None:
    text = "Students held a teacher-led march in Lima."
    assert roles(parse(text), text, "PROTEST") == [("actor", "Students")]


@pytest.mark.parametrize(
    ("text", "type_", "expected"),
    [
        ("The vote went ahead despite protests from unions in Lima.", "PROTEST", [("actor", "unions")]),
        ("There were boycotts from opposition groups in Lima.", "PROTEST", [("actor", "opposition groups")]),
        (
            "Attacks from rebels killed nine nurses near Gao.",
            "ASSAULT",
            [("perpetrator", "rebels"), ("victim", "nine nurses")],
        ),
        ("Attacks from Syria killed nine nurses.", "ASSAULT", [("victim", "nine nurses")]),
        (
            "A threat from the army forced the editor to flee.",
            "THREATEN",
            [("actor", "the army"), ("recipient", "the editor")],
        ),
        ("He came under fire from soldiers in Gao.", "ASSAULT", [("victim", "He"), ("perpetrator", "soldiers")]),
        (
            "The minister came under fire from the opposition over the bill.",
            "ACCUSE",
            [("recipient", "The minister"), ("actor", "the opposition")],
        ),
        ("The mayor came under investigation on Monday.", "ACCUSE", [("recipient", "The mayor")]),
        ("The mayor opened an investigation on Monday.", "ACCUSE", [("actor", "The mayor")]),
        ("The senator was charged with GBH on Monday.", "ACCUSE", [("recipient", "The senator")]),
        ("Student Fatally Stabbed Outside Leeds School", "ASSAULT", [("victim", "Student")]),
        ("Two Nurses Badly Beaten In Lima", "ASSAULT", [("victim", "Two Nurses")]),
        (
            "The guards brutally beat a nurse in Lima.",
            "ASSAULT",
            [("perpetrator", "The guards"), ("victim", "a nurse")],
        ),
        (
            "According to police, Peter Novak, 36, of Leeds, stabbed and wounded a clerk.",
            "ASSAULT",
            [("perpetrator", "Peter Novak"), ("victim", "a clerk")],
        ),
    ],
)
def test_who_did_it_and_who_suffered_in_plain_reports(
    parse: Callable[[str], Parse], text: str, type_: str, expected: list[tuple[str, str]]
) -> None:
    assert sorted(roles(parse(text), text, type_)) == sorted(expected)


@pytest.mark.parametrize(
    ("text", "type_", "expected"),
    [
        (
            "Nine lawmakers, all of whom support the king, left.",
            "SUPPORT",
            [("actor", "Nine lawmakers"), ("recipient", "the king")],
        ),
        (
            "The envoy met the ministers, some of whom criticised the plan.",
            "ACCUSE",
            [("actor", "the ministers"), ("recipient", "the plan")],
        ),
        ("Nine nurses, several of whom were wounded, fled.", "ASSAULT", [("victim", "several of whom")]),
        ("His father went to jail for fraud in 1951.", "SANCTION", [("recipient", "His father")]),
        ("He served 136 days in prison for fraud.", "SANCTION", [("recipient", "He")]),
        (
            "Conservation groups panned the rules.",
            "ACCUSE",
            [("actor", "Conservation groups"), ("recipient", "the rules")],
        ),
    ],
)
def test_who_is_meant_by_most_of_whom_and_who_went_to_jail(
    parse: Callable[[str], Parse], text: str, type_: str, expected: list[tuple[str, str]]
) -> None:
    assert roles(parse(text), text, type_) == expected


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("Rosa Prado had a part in an attempt to assassinate a mayor in 1957.", []),
        ("A plot to kill the king was foiled in Lima on Monday.", []),
        ("Gunmen killed a mayor in Lima on Monday.", ["killed"]),
    ],
)
def test_an_attempt_counts_nobody_as_dead(text: str, counted: list[str]) -> None:
    reading = dateline.code(text)
    assert [reading.counts[k].of for m in reading.events for k in m.counts] == counted


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A woman was wounded on Sunday when settlers hurled rocks at her car.", ["settlers"]),
        ("A settler was wounded on Sunday when women hurled rocks at his car.", ["women"]),
        ("Two farmers were shot when police dispersed a crowd near the mine.", ["police"]),
        ("Two officers were shot when farmers overran the mine.", ["farmers"]),
        ("A woman was wounded on Sunday when her car hit a wall.", []),
        ("A woman was wounded on Sunday when her fever broke.", []),
    ],
)
def test_who_throws_what_wounds_is_the_doer(text: str, expected: list[str]) -> None:
    found = [m for m in dateline.code(text).events if m.type == "ASSAULT"]
    assert [a.text for m in found for a in m.arguments if a.role == "perpetrator"] == expected
