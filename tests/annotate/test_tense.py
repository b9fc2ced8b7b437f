"""The tense of the clause around an expression."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.annotate.tense import announces, calls, governor, is_planned, is_sudden, looks_back, starts_then, tense_of
from dateline.records import Parse, Span
from dateline.reference.times import load_time_grammar
from tests.factory import sentence, text_of

GRAMMAR = load_time_grammar("en")


def tense(parse: Parse, text: str, word: str) -> str:
    start = text.index(word)
    span = Span(start, start + len(word))
    return tense_of(parse, governor(parse, span), GRAMMAR, span)


def test_a_modal_makes_the_future() -> None:
    parse = sentence(
        ("They", "they", "PRON", "PRP", "nsubj", 2), ("will", "will", "AUX", "MD", "aux", 2),
        ("meet", "meet", "VERB", "VB", "ROOT", 2), ("Friday", "Friday", "PROPN", "NNP", "npadvmod", 2),
    )  # fmt: skip
    assert tense(parse, text_of(parse), "Friday") == "future"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Police arrested four men on Friday.", "past"),
        ("Four men were set free on Friday.", "past"),
        ("Three pumps were set on fire on Friday.", "past"),
        ("The union promised on Friday two million dollars.", "past"),
        ("The minister promised aid during a visit to the town on Friday.", "past"),
        ("Norway promised tents and a field hospital on Friday.", "past"),
        ("The union promised talks on Friday.", "present"),
        ("If the men are not freed by Friday, the crews will strike.", "future"),
        ("Four men were arrested on Friday.", "past"),
        ("The union plans to strike on Friday.", "future"),
        ("Talks are scheduled for Friday.", "future"),
        ("The hearing is on Friday.", "present"),
        ("The minister says he resigned on Friday.", "past"),
        ("He would have left on Friday.", "past"),
        ("Gatherings have been banned since Friday.", "past"),
        ("She is to meet the mayor on Friday.", "future"),
        ("The charter is to be signed on Friday.", "future"),
        ("The charter will be drafted in May and signed on Friday.", "future"),
        ("He threatened to close the port on Friday.", "future"),
        ("He is believed to have been killed on Friday.", "past"),
        ("The vote, first set for Friday, was put off.", "present"),
        ("Another 60 were to be sent home on Friday.", "future"),
        ("The march follows the arrest of two students on Friday.", "past"),
        ("The ban comes after two raids on Friday.", "past"),
        ("The step is a reply to the expulsion of an envoy on Friday.", "past"),
        ("The union says the blockade is in retaliation for the raid on Friday.", "past"),
        ("The offer, the outcome of talks in Oran on Friday, includes a loan.", "past"),
        ("The answer is a march on Friday.", "present"),
        ("Talks on Friday are the next step.", "present"),
        ("Traders want to end the curfew, in force since the looting on Friday.", "past"),
        ("Traders want to end the curfew on Friday.", "future"),
        ("The reply to the offer is expected on Friday.", "future"),
        ("The next talks had been due in Oran on Friday.", "future"),
        ("A cargo of wheat was due at the port on Friday.", "future"),
        ("The police were responsible for the raid on Friday.", "past"),
        ("The league accuses the army of shelling a market on Friday.", "past"),
        ("The firm blames the miners for burning a lorry on Friday.", "past"),
        ("The mayor thanks the nurses for staying on Friday.", "past"),
        ("The league accuses the army of planning a raid on Friday.", "future"),
    ],
)
def test_tenses(parse: Callable[[str], Parse], text: str, expected: str) -> None:
    assert tense(parse(text), text, "Friday") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They called off a congress which was to open on June 6.", "present"),  # the nearest
        ("Two hundred guards were to be sent home on June 6.", "present"),
        ("A congress opened on June 6.", "past"),
        ("It was a relief to see them on June 6.", "past"),
    ],
)
def test_what_was_to_be_on_a_date(parse: Callable[[str], Parse], text: str, expected: str) -> None:
    assert tense(parse(text), text, "June 6") == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("He resigned after police had shot a boy.", "shot", True),
        ("He resigned after an inquiry had found that police shot a boy.", "shot", True),
        ("He resigned after police shot a boy.", "shot", False),
        ("Police had shot a boy.", "shot", False),
    ],
)
def test_looking_back(parse: Callable[[str], Parse], text: str, word: str, expected: bool) -> None:
    made = parse(text)
    assert looks_back(made, next(t for t in made.tokens if t.text == word)) is expected


def test_no_verb_is_past() -> None:
    assert tense_of(Parse.of((), ()), None, GRAMMAR) == "past"


def test_the_day_of_saying_hangs_on_the_verb_of_saying(parse: Callable[[str], Parse]) -> None:
    text = "The union said on Tuesday it would strike for two days."
    start = text.index("Tuesday")
    verb = governor(parse(text), Span(start, start + len("Tuesday")))
    assert verb is not None
    assert verb.text == "said"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A planned rally in Oran on Friday was called off.", True),
        ("The proposed march on Friday was banned.", True),
        ("A rally in Oran on Friday was called off.", False),
        ("Police planned a raid on Friday.", False),
    ],
)
def test_what_is_planned_is_ahead(parse: Callable[[str], Parse], text: str, expected: bool) -> None:
    start = text.index("Friday")
    assert is_planned(parse(text), Span(start, start + 6), GRAMMAR) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The league has announced a sit-in near Oran on Friday.", True),
        ("The league has announced marches on Friday.", True),
        ("The police have announced the arrest of a trader on Friday.", False),
        ("The league announced a march on Friday.", False),
    ],
)
def test_what_has_been_announced_is_ahead(parse: Callable[[str], Parse], text: str, expected: bool) -> None:
    start, tree = text.index("Friday"), parse(text)
    verb = next(t for t in tree.tokens if t.text == "announced")
    assert calls(tree, verb, GRAMMAR, Span(start, start + 6)) is expected


@pytest.mark.parametrize(
    ("text", "lead", "expected"),
    [
        ("The crews called a strike from Friday.", "from", True),
        ("The clans agreed to a truce from Friday.", "from", True),
        ("The governor ordered a ban on rallies beginning on Friday.", "on", True),
        ("The army shelled the port from Friday.", "from", False),
        ("The crews called a strike on Friday.", "on", False),
        ("The march began on Friday.", "on", False),
    ],
)
def test_when_what_is_called_or_agreed_starts(
    parse: Callable[[str], Parse], text: str, lead: str, expected: bool
) -> None:
    start, tree = text.index("Friday"), parse(text)
    verb = governor(tree, Span(start, start + 6))
    assert starts_then(tree, verb, lead, GRAMMAR) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nobody has claimed responsibility for Friday's attack.", True),
        ("The army will hold an inquiry into Friday's bombing.", True),
        ("The trial over the Friday riot will open soon.", True),
        ("Families are preparing for Friday's march.", False),
        ("The army will answer Friday's planned attack.", False),
        ("Rebels will attack on Friday.", False),
    ],
)
def test_what_nobody_announces_is_over(parse: Callable[[str], Parse], text: str, expected: bool) -> None:
    start = text.index("Friday")
    assert is_sudden(parse(text), Span(start, start + 6), GRAMMAR) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The union announced a march on 4 April.", True),
        ("The bakers called a one-day stoppage on 4 April.", True),
        ("Teachers voted for a walkout on 4 April.", True),
        ("Pilots gave notice of a strike starting on 4 April.", True),
        ("Police announced the arrest of two men on 4 April.", False),
        ("On 4 April the union announced a march.", False),
        ("Teachers voted on 4 April.", False),
        ("The army shelled a market on 4 April.", False),
    ],
)
def test_what_is_announced_may_be_on_the_day_behind_it(
    parse: Callable[[str], Parse], text: str, expected: bool
) -> None:
    start, tree = text.index("4 April"), parse(text)
    span = Span(start, start + 7)
    assert announces(tree, governor(tree, span), GRAMMAR, span) is expected
