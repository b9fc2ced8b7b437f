"""Recipients that only what was told before names, on whole readings."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.pipeline import make_coder
from dateline.read import read_text
from dateline.records import EventMention, Reading

Last = Callable[[str, str], EventMention]
Recipients = Callable[[str, str], list[tuple[str, str]]]
Modes = Callable[[str, str], str | None]


@pytest.fixture(scope="module")
def last() -> Last:
    """Return the last mention of a type, read by the whole pipeline."""
    coder = make_coder()

    def run(text: str, type_: str) -> EventMention:
        (done,) = coder.code([read_text(text)])
        assert isinstance(done, Reading)
        return [m for m in done.events if m.type == type_][-1]

    return run


@pytest.fixture(scope="module")
def recipients(last: Last) -> Recipients:
    """Return the recipients of the last mention of a type with the basis of each."""
    return lambda text, type_: [(a.text, a.basis) for a in last(text, type_).arguments if a.role == "recipient"]


@pytest.fixture(scope="module")
def modes(last: Last) -> Modes:
    """Return the mode of the last mention of a type."""
    return lambda text, type_: last(text, type_).mode


@pytest.mark.parametrize(
    ("text", "type_", "expected"),
    [
        ("Ghana asked Togo on Monday to send back three men. Togo refused.", "REJECT", ("Ghana", "inherited")),
        ("Togo asked Ghana on Monday to send back three men. Ghana refused.", "REJECT", ("Togo", "inherited")),
        ("Norway expelled two Chadian envoys, and Chad recalled its ambassador.", "SANCTION", ("Norway", "stated")),
        ("Chad expelled two Norwegian envoys, and Norway recalled its ambassador.", "SANCTION", ("Chad", "stated")),
    ],
)
def test_an_answer_goes_to_who_spoke(recipients: Recipients, text: str, type_: str, expected: tuple[str, str]) -> None:
    assert recipients(text, type_) == [expected]


def test_who_goes_on_means_the_same_other_side(recipients: Recipients) -> None:
    text = "Peru withdrew its ambassador from Chile on Monday. It also suspended military cooperation."
    assert recipients(text, "SANCTION") == [("Chile", "inherited")]


@pytest.mark.parametrize(
    ("text", "type_", "expected"),
    [
        ("Nurses in Oran demanded higher pay on Monday. The ministry rejected the demand.", "REJECT", "Nurses"),
        ("The council banned the fair on Monday. The bishop welcomed the decision.", "SUPPORT", "The council"),
        ("The bishop banned the fair on Monday. The council welcomed the decision.", "SUPPORT", "The bishop"),
        ("Drivers in Riga went on strike on Monday. The mayor criticised the strike.", "ACCUSE", "Drivers"),
    ],
)
def test_a_word_that_points_at_an_act_means_its_doer(
    recipients: Recipients, text: str, type_: str, expected: str
) -> None:
    assert expected in [words for words, _ in recipients(text, type_)]


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("The council banned the fair on Monday. The bishop welcomed the spring.", "SUPPORT"),
        ("The council banned the fair on Monday. The bishop welcomed the decision of the court.", "SUPPORT"),
        ("Nurses in Oran demanded higher pay on Monday. The ministry rejected a report on bees.", "REJECT"),
    ],
)
def test_other_words_point_at_nobody(recipients: Recipients, text: str, type_: str) -> None:
    try:
        found = recipients(text, type_)
    except IndexError:
        found = []
    assert not {"The council", "Nurses"} & {words for words, _ in found}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The minister accused the rebels of lying and appealed for foreign aid.", []),
        ("The minister met the envoy and asked for help.", [("the envoy", "stated")]),
        ("The union accused the council of lying and called for a strike.", [("the council", "stated")]),
    ],
)
def test_nobody_asks_help_of_whom_he_accuses(
    recipients: Recipients, text: str, expected: list[tuple[str, str]]
) -> None:
    assert recipients(text, "REQUEST") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Three parties in Bonn called for an amnesty. The Island Movement rejected the idea.", ["Three parties"]),
        ("Peru demanded that Chile hand over a pilot. Santiago turned that down on Friday.", ["Peru"]),
        ("Chile demanded that Peru hand over a pilot. Lima turned that down on Friday.", ["Chile"]),
        ("Three parties in Bonn called for an amnesty. The Island Movement rejected a plan to close the port.", []),
        ("A clerk in Oran alleged that the police had refused to open a file.", []),
    ],
)
def test_what_is_turned_down_as_it_was_asked_for(recipients: Recipients, text: str, expected: list[str]) -> None:
    assert [words for words, _ in recipients(text, "REJECT")] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The union asked the firm for a mediator on Monday. The firm turned the request down.", "assist"),
        ("The firm asked the union for a meeting on Monday. The union refused.", "meet"),
        ("Senator Ana Ruiz urged the ministry to free the miners. The ministry dismissed the call.", "yield"),
        ("Nurses asked the ministry in Accra to raise wages. The ministry rejected that at once.", "change"),
        ("The rebels demanded that the army withdraw. The minister rejected the rebels' demand.", "yield"),
        ("The union asked the firm for a mediator on Monday. The firm refused to raise wages.", "change"),
        ("Chad asked Niger for rice on Monday. Niger rejected a plan to close the border.", None),
        ("The mayor asked the army for tents on Monday. The bishop refused to answer reporters.", None),
    ],
)
def test_what_is_refused_is_what_was_asked_for(modes: Modes, text: str, expected: str | None) -> None:
    assert modes(text, "REJECT") == expected
