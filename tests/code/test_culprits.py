"""Who is behind a deed that is told only as somebody's responsibility."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.code.culprits import culprits, is_charged
from dateline.pipeline import make_coder
from dateline.read import read_text
from dateline.records import Parse, Reading


def _noun(tree: Parse, word: str) -> int:
    return next(t.i for t in tree.tokens if t.lower == word)


@pytest.mark.parametrize(
    ("text", "deed", "whose"),
    [
        ("The colonel was responsible for the shelling of Goma.", "shelling", ["colonel"]),
        ("Villagers held the militia responsible for the massacre.", "massacre", ["militia"]),
        ("A militia that was responsible for the massacre of 12 monks disarmed.", "massacre", ["militia"]),
        ("Police arrested two men behind the killing.", "killing", ["men"]),
        ("Two sisters were behind the stabbing, a judge said.", "stabbing", ["sisters"]),
        ("The army is to blame for the burning of the mill.", "burning", ["army"]),
        ("A banker wanted for the murder of his brother fled.", "murder", ["banker"]),
        ("Two men wanted in connection with the murder were held.", "murder", ["men"]),
        ("The bombing was the work of two students.", "bombing", ["students"]),
        ("Two brothers are serving life sentences for the murder of a trader.", "murder", ["brothers"]),
        ("A trader got nine years in prison for the murder of two brothers.", "murder", ["trader"]),
        ("The court in Osijek jailed three officers for the beating of a clerk.", "beating", ["officers"]),
        ("Three officers were fined for the beating of a clerk.", "beating", ["officers"]),
        ("The driver pleaded guilty to the abduction of two girls.", "abduction", ["driver"]),
        ("The lieutenant admitted the killing.", "killing", ["lieutenant"]),
        ("The lieutenant did not admit the killing.", "killing", []),
        ("The widow received 900 euros for the killing of her son.", "killing", []),
        ("The court gave the tenants a year to pay for the burning of the mill.", "burning", []),
        ("Residents wrote to the mayor about the killing.", "killing", []),
        ("It is not known who was behind the attack.", "attack", []),
        ("Nobody was responsible for the killing.", "killing", []),
        ("Detectives are looking for those behind the killing.", "killing", []),
        ("Troops stood behind the burning mill.", "mill", []),
        ("The clerk asked for an inquiry into the killing.", "killing", []),
    ],
)
def test_whose_doing_a_deed_is(parse: Callable[[str], Parse], text: str, deed: str, whose: list[str]) -> None:
    tree = parse(text)
    assert [t.text for t in culprits(tree, _noun(tree, deed))] == whose


@pytest.mark.parametrize(
    ("text", "said", "expected"),
    [
        ("The colonel was responsible for the shelling.", False, False),
        ("The colonel was responsible for the shelling.", True, True),
        ("Villagers held the colonel responsible for the shelling.", False, True),
        ("A colonel wanted for the shelling of Osh fled.", False, True),
        ("Two colonels were behind the shelling.", True, True),
        ("Two colonels were behind the shelling.", False, False),
        ("Nobody was held responsible for the shelling.", True, False),
        ("The colonel apologised for the shelling.", True, False),
    ],
)
def test_a_deed_laid_at_a_door_is_alleged(parse: Callable[[str], Parse], text: str, said: bool, expected: bool) -> None:
    tree = parse(text)
    assert is_charged(tree, tree.tokens[_noun(tree, "shelling")], said=said) is expected


@pytest.fixture(scope="module")
def told() -> Callable[[str], list[tuple[str, str, dict[str, str]]]]:
    coder = make_coder()

    def run(text: str) -> list[tuple[str, str, dict[str, str]]]:
        (reading,) = coder.code([read_text(text)])
        assert isinstance(reading, Reading)
        return [(m.type, m.status, {a.role: a.text for a in m.arguments}) for m in reading.events]

    return run


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The bishop said the army was responsible for the killing of a nun in Jos in May.",
            [
                ("ACCUSE", "occurred", {"actor": "The bishop", "recipient": "the army"}),
                ("ASSAULT", "alleged", {"perpetrator": "the army", "victim": "a nun"}),
            ],
        ),
        (
            "The army said the bishop was responsible for the killing of a nun in Jos in May.",
            [
                ("ACCUSE", "occurred", {"actor": "The army", "recipient": "the bishop"}),
                ("ASSAULT", "alleged", {"perpetrator": "the bishop", "victim": "a nun"}),
            ],
        ),
        (
            "The army was responsible for the killing of a nun in Jos in May.",
            [("ASSAULT", "occurred", {"perpetrator": "The army", "victim": "a nun"})],
        ),
        (
            "The Front said it was not behind the bombing of a bank in Jos on Monday.",
            [("ASSAULT", "denied", {"perpetrator": "it", "target": "a bank"})],
        ),
        (
            "Omar Bello, wanted for the 2011 kidnapping of two nuns in Kano, was arrested in Lagos.",
            [
                ("ASSAULT", "alleged", {"perpetrator": "Omar Bello", "victim": "two nuns"}),
                ("COERCE", "occurred", {"recipient": "Omar Bello"}),
            ],
        ),
        ("The minister was responsible for schools and roads.", []),
    ],
)
def test_responsibility_tells_the_deed(
    told: Callable[[str], list[tuple[str, str, dict[str, str]]]],
    text: str,
    expected: list[tuple[str, str, dict[str, str]]],
) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("Nine clerks are still in the hands of the rebels.", {"victim": "Nine clerks", "perpetrator": "the rebels"}),
        ("Nine clerks fell into the hands of the rebels.", {"victim": "Nine clerks", "perpetrator": "the rebels"}),
        ("The rebels hold nine clerks.", {"victim": "nine clerks", "perpetrator": "the rebels"}),
    ],
)
def test_in_whose_hands_people_are(text: str, roles: dict[str, str]) -> None:
    (reading,) = make_coder().code([read_text(text, source="a")])
    assert isinstance(reading, Reading)
    (mention,) = reading.events
    told = {a.role: reading.report.text[a.span.start : a.span.end] for a in mention.arguments}
    assert {role: words.lower() for role, words in told.items()} == {r: w.lower() for r, w in roles.items()}
