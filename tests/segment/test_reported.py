from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.records import Parse
from dateline.reference.speech import speech
from dateline.segment.reported import reported

CASES = [
    ("Police said that two boats had sunk.", "Police", "said", "that two boats had sunk", "say"),
    ("Two boats had sunk, police said.", "police", "said", "Two boats had sunk", "say"),
    ("Two boats, police said, had sunk.", "police", "said", "Two boats, police said, had sunk", "say"),
    ("According to the coast guard, two boats sank.", "the coast guard", "According to", "two boats sank", "say"),
    ("Two boats sank, according to the coast guard.", "the coast guard", "according to", "Two boats sank", "say"),
    ("The army denied that it had sunk the boats.", "The army", "denied", "that it had sunk the boats", "deny"),
    ("The army denied any involvement.", "The army", "denied", "any involvement", "deny"),
    ("Lind accused the army of shelling the port.", "Lind", "accused", "shelling the port", "accuse"),
    ("The union called for a strike on Monday.", "The union", "called for", "a strike", "ask"),
    ("Lind urged both sides to hold their fire.", "Lind", "urged", "both sides to hold their fire", "ask"),
    ("The town plans to build a dyke.", "The town", "plans", "to build a dyke", "plan"),
    ("Residents fear that the dyke will break.", "Residents", "fear", "that the dyke will break", "fear"),
    ("It is believed that the dyke broke.", None, "is believed", "that the dyke broke", "believe"),
    ("It was reported that the dyke broke.", None, "was reported", "that the dyke broke", "claim"),
    ("The dyke is said to have broken.", None, "is said", "to have broken", "claim"),
    ("Lind told the magistrate that the dyke broke.", "Lind", "told", "that the dyke broke", "claim"),
    ("Lind said in court that the dyke broke.", "Lind", "said", "that the dyke broke", "claim"),
    ("Lind said in parliament that the dyke broke.", "Lind", "said", "that the dyke broke", "say"),
    ("Two boats were reportedly sunk.", None, "reportedly", "Two boats were reportedly sunk", "claim"),
    ("The deaths were confirmed by police.", "police", "were confirmed", "The deaths", "confirm"),
    ("Lind rejected the claim that soldiers fired.", None, "claim", "that soldiers fired", "claim"),
    ("Lind made the claim that soldiers fired.", "Lind", "made the claim", "that soldiers fired", "claim"),
    ("Organisers put the turnout at 4,000.", "Organisers", "put", "the turnout at 4,000", "say"),
    ("The port counted 350 men at a rally.", "The port", "counted", "350 men at a rally", "say"),
    ("Nurses spoke of nine dead and of forty hurt.", "Nurses", "spoke of", "nine dead and of forty hurt", "say"),
    ("The army admits to nine arrests.", "The army", "admits to", "nine arrests", "confirm"),
    ("The port gives the toll as nine.", "The port", "gives", "the toll as nine", "say"),
    ("The herders deplore 14 killed in their ranks.", "The herders", "deplore", "14 killed in their ranks", "say"),
    ("The army made it clear that no shot was fired.", "The army", "made", "that no shot was fired", "say"),
    ("His aunt spread the tale that soldiers came.", "His aunt", "spread the tale", "that soldiers came", "claim"),
    ("The sailors, who according to the port were hurt, left.", "the port", "according to", "were hurt", "say"),
    (
        "Two boats sank, and according to the port nine men drowned.",
        "the port",
        "according to",
        "nine men drowned",
        "say",
    ),
    ("Lind charged two men with burning the boats.", "Lind", "charged", "burning the boats", "accuse"),
    (
        "The Rovers said in a letter that it had sunk the boats.",
        "The Rovers",
        "said in a letter",
        "that it had sunk the boats",
        "say",
    ),
    ("A clerk disowned the message.", "A clerk", "disowned", "the message", "deny"),
    ("By the count of the port, nine boats sank.", "the port", "By the count of", "nine boats sank", "say"),
    ("The town has not said whether it will pay.", "The town", "has not said", "whether it will pay", "ask"),
    (
        "The survey showed support for the dyke at 40 percent.",
        "The survey",
        "showed",
        "support for the dyke at 40 percent",
        "confirm",
    ),
    ("Asked if he would go, Lind left.", None, "Asked", "if he would go", "ask"),
    ("Lind, who said that the dyke broke, left.", "who", "said", "that the dyke broke", "say"),
    ("The minister refused to leave the town.", "The minister", "refused", "to leave the town", "stance"),
    ("Lind does not believe that the dyke broke.", "Lind", "does not believe", "that the dyke broke", "deny"),
]


def found(parsed: Parse, text: str) -> list[tuple[str | None, str | None, str, str]]:
    return [
        (s.source.of(text) if s.source else None, s.cue.of(text) if s.cue else None, s.content.of(text), s.commitment)
        for s in reported(parsed, speech())
    ]


@pytest.mark.model
@pytest.mark.parametrize(("text", "source", "cue", "content", "commitment"), CASES)
def test_patterns(
    parse: Callable[[str], Parse], text: str, source: str | None, cue: str, content: str, commitment: str
) -> None:
    assert (source, cue, content, commitment) in found(parse(text), text)


@pytest.mark.model
@pytest.mark.parametrize(
    "text",
    [
        "We remember that it rained.",
        "The blasts claimed at least 40 lives.",
        "Roe claimed the title.",
        "The dyke began to break.",
        "She added salt.",
        "The court ordered coffee.",
        "",
    ],
)
def test_what_is_no_ascription(parse: Callable[[str], Parse], text: str) -> None:
    assert found(parse(text), text) == []


@pytest.mark.model
@pytest.mark.parametrize(
    "text",
    [
        "The union says that soldiers fired. The army denies this.",
        "The union says that soldiers fired, which the army denies.",
        "The union says that soldiers fired, which the army called absurd.",
    ],
)
def test_denial_of_what_was_just_said_takes_its_content(parse: Callable[[str], Parse], text: str) -> None:
    said, denied = found(parse(text), text)[:2]
    assert said[2] == denied[2] == "that soldiers fired"
    assert denied[0] is not None
    assert denied[0].lower() == "the army"
    assert denied[3] == "deny"


@pytest.mark.model
def test_relayed_words_make_two_ascriptions(parse: Callable[[str], Parse]) -> None:
    text = "The paper quoted the governor as saying that the vote would be delayed."
    assert [row[:3] for row in found(parse(text), text)] == [
        ("The paper", "quoted", "the governor as saying that the vote would be delayed"),
        ("the governor", "saying", "that the vote would be delayed"),
    ]


@pytest.mark.model
def test_sides_are_treated_alike(parse: Callable[[str], Parse]) -> None:
    one, other = (
        "The army accused the rebels of shelling the port.",
        "The rebels accused the army of shelling the port.",
    )
    assert [row[1:] for row in found(parse(one), one)] == [row[1:] for row in found(parse(other), other)]
