"""Recipients that only what was told before names, on whole readings."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.pipeline import make_coder
from dateline.read import read_text
from dateline.records import Reading

Recipients = Callable[[str, str], list[tuple[str, str]]]


@pytest.fixture(scope="module")
def recipients() -> Recipients:
    """Return the recipients of the last mention of a type with the basis of each, read by the whole pipeline."""
    coder = make_coder()

    def run(text: str, type_: str) -> list[tuple[str, str]]:
        (done,) = coder.code([read_text(text)])
        assert isinstance(done, Reading)
        mention = [m for m in done.events if m.type == type_][-1]
        return [(a.text, a.basis) for a in mention.arguments if a.role == "recipient"]

    return run


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
