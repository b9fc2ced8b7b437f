"""Of two verbs the one that has the subject is the clause's: participles are not taken for it, nor it for a participle."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.records import Parse


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("A man wanted for the killing of a nun was arrested in Bogota.", "wanted", ("acl", "man")),
        ("Rebels shot at farmers leaving the market and stole cattle in Jos.", "stole", ("conj", "shot")),
        ("Farmers shot at rebels leaving the market and stole cattle in Jos.", "stole", ("conj", "shot")),
        ("Rebels shot at farmers leaving the market and carrying cattle.", "carrying", ("conj", "leaving")),
        ("A man wanted for the killing of a nun was arrested in Bogota.", "man", ("nsubjpass", "arrested")),
        ("Unidentified men on a motorcycle gunned down a councillor.", "men", ("nsubj", "gunned")),
        ("Unidentified men on a motorcycle gunned down a councillor.", "gunned", ("ROOT", "gunned")),
        ("A fourth was pulled out alive by fishermen.", "by", ("agent", "pulled")),
        ("The mayor said the men were arrested.", "said", ("ROOT", "said")),
        ("Relatives of the victims of the 2004 attack gathered in Oran on Monday.", "relatives", ("nsubj", "gathered")),
        ("Dozens of relatives of missing sailors protested in front of the court.", "protested", ("ROOT", "protested")),
        ("Members of a party founded in Oran met on Sunday.", "founded", ("acl", "party")),
        ("Two men held since May were freed on Friday.", "held", ("acl", "men")),
        ("Gunmen believed to be bandits attacked a village near Zaria on Monday.", "gunmen", ("nsubj", "attacked")),
        ("Gunmen believed to be bandits attacked a village near Zaria on Monday.", "bandits", ("attr", "be")),
        ("Three people thought to be smugglers were arrested on Friday.", "people", ("nsubjpass", "arrested")),
        ("The attackers, said by police to belong to a gang, looted the shop.", "attackers", ("nsubj", "looted")),
        ("Two men, said by the army to be deserters, were arrested on Friday.", "men", ("nsubjpass", "arrested")),
        ("The attackers said police looted the shop.", "attackers", ("nsubj", "said")),
        (
            "Our team was refused access to the camp at Kaga-Bandoro on two days by soldiers.",
            "by",
            ("agent", "refused"),
        ),
        ("Our team was refused access to the camp by soldiers.", "by", ("agent", "refused")),
        ("Shelling by rebels killed nine civilians in Idlib, monitors said.", "shelling", ("nsubj", "killed")),
        ("Shelling by rebels wounded four women in Taiz.", "shelling", ("nsubj", "wounded")),
        ("The road was blocked on Tuesday by protesting farmers.", "farmers", ("pobj", "by")),
        ("A lawyer whom the security service arrested in Oran was released.", "arrested", ("relcl", "lawyer")),
        ("A lawyer whom the security service arrested in Oran was released.", "service", ("nsubj", "arrested")),
        ("A lawyer whom the security service arrested in Oran was released.", "lawyer", ("nsubjpass", "released")),
        ("A lawyer who was arrested by the security service was released.", "lawyer", ("nsubjpass", "released")),
        (
            "They mourn the surveyor Paul Stark, a citizen of Togo, whom the Kenyan coast guard detained in Lagos.",
            "guard",
            ("nsubj", "detained"),
        ),
        ("The army shelled the village, alleged the mayor of Tena on Monday.", "mayor", ("nsubj", "alleged")),
        ("The teachers will go on strike, warned union leader Carla Quispe.", "quispe", ("nsubj", "warned")),
        ("They mourned the dead of the hall which the jets targeted on Friday.", "targeted", ("relcl", "hall")),
        ("They mourned the dead of the hall which the jets of Chad targeted on Friday.", "jets", ("nsubj", "targeted")),
        (
            "Shots then rang out from one of the roofs, and two boys, Adam Roe and Jan Kul, were wounded.",
            "boys",
            ("nsubjpass", "wounded"),
        ),
        (
            "The union rejected that version, and a lawyer of the court, Nadia Roe, marched in Tena on Friday.",
            "lawyer",
            ("nsubj", "marched"),
        ),
        ("Guards beat the drivers and the cooks, and fled.", "cooks", ("conj", "drivers")),
        ("The bishop blessed the miners and the nurses and left for Tena.", "nurses", ("conj", "miners")),
        ("They condemned the bombing of Lima, claimed by rebels.", "claimed", ("acl", "bombing")),
        ("The army warned the mayor of Tena on Monday.", "mayor", ("dobj", "warned")),
        ("The soldiers came, warned the farmers and left.", "farmers", ("dobj", "warned")),
        ("Soldiers deployed to the port on Sunday are to be withdrawn next week.", "soldiers", ("nsubj", "are")),
        ("Soldiers deployed to the port on Sunday are to be withdrawn next week.", "deployed", ("acl", "Soldiers")),
        ("Soldiers deployed to the port on Sunday will be withdrawn.", "soldiers", ("nsubjpass", "withdrawn")),
        ("Policemen sent to Piura in May were recalled yesterday.", "policemen", ("nsubjpass", "recalled")),
        ("Nine clerks taken hostage on Monday are still in the hands of the rebels.", "clerks", ("nsubj", "are")),
        ("Nine clerks taken hostage on Monday are still in the hands of the rebels.", "taken", ("acl", "clerks")),
        ("Rebels took nine clerks hostage on Monday and are still in the town.", "took", ("ROOT", "took")),
        ("Troops moved into the town, were shot at and withdrew.", "troops", ("nsubj", "moved")),
        ("The rebels moved into the port and were driven off.", "rebels", ("nsubj", "moved")),
        ("What the men did was condemned.", "men", ("nsubj", "did")),
        ("Oman says its fees were paid in full and has accused the ministry of theft.", "accused", ("conj", "says")),
        ("The company says the workers were paid and has sued the union.", "sued", ("conj", "says")),
        ("The minister says the clerk was beaten and has gone home.", "gone", ("conj", "beaten")),
        (
            "The mayor denied that guards had beaten a nurse and accused the union of lies.",
            "accused",
            ("conj", "denied"),
        ),
        ("The army denied that it burned the mill and blamed the rebels.", "blamed", ("conj", "denied")),
        ("The mayor denied that guards had beaten and robbed a nurse.", "robbed", ("conj", "beaten")),
    ],
)
def test_the_clause_has_its_verb(
    parse: Callable[[str], Parse], text: str, word: str, expected: tuple[str, str]
) -> None:
    tokens = parse(text).tokens
    token = next(t for t in tokens if t.lower == word)
    assert (token.dep, tokens[token.head].text) == expected


@pytest.mark.parametrize(
    ("text", "noun", "expected"),
    [
        ("Pupils threw stones at the gates and riot police responded with tear gas.", "police", "responded"),
        ("Some threw petrol bombs at the barracks and soldiers fired back.", "soldiers", "fired"),
        ("Gunmen opened fire on a mosque and worshippers fled.", "worshippers", "fled"),
        ("Youths threw bricks at the court and officers charged them with batons.", "officers", "charged"),
        ("Demonstrators threw stones at police and soldiers.", "soldiers", "police"),
        ("Gunmen shot at teachers and pupils and fled.", "pupils", "teachers"),
        ("They shot at cars and buses parked nearby.", "buses", "cars"),
        ("He was beaten by guards and prisoners held with him.", "prisoners", "guards"),
    ],
)
def test_an_and_before_people_begins_a_clause_where_no_other_joins_the_verb(
    parse: Callable[[str], Parse], text: str, noun: str, expected: str
) -> None:
    grammar = parse(text)
    token = next(t for t in grammar.tokens if t.text == noun)
    assert grammar.tokens[token.head].text == expected
