"""The words above a trigger, and what each does to the one below."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.code.chains import called, came_before, chain_of, is_noticed, lemma_of, picks_out
from dateline.records import Parse, Token

ParseText = Callable[[str], Parse]


def word(parse: Parse, text: str) -> Token:
    return next(token for token in parse.tokens if token.text == text)


def chain(parse: Parse, text: str) -> list[str]:
    return [token.text for token in chain_of(parse, word(parse, text).i)]


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("Unions called for a strike.", "strike", ["strike", "for", "called"]),
        ("The rain did not keep them from marching.", "marching", ["marching", "from"]),
        ("The rain kept them from marching.", "marching", ["marching", "from", "kept"]),
        ("They met to end the strike.", "strike", ["strike"]),
        ("They tried to disrupt the rally.", "rally", ["rally"]),
        ("They failed to interrupt the rally.", "rally", ["rally"]),
        ("They plan to attend the rally.", "rally", ["rally", "attend", "plan"]),
        ("They tried to hold a rally.", "rally", ["rally", "hold", "tried"]),
        ("They meant to break the truce.", "truce", ["truce"]),
        ("The men who fired were tried.", "fired", ["fired"]),
    ],
)
def test_how_far_up_words_decide(parse: ParseText, text: str, trigger: str, expected: list[str]) -> None:
    assert chain(parse(text), trigger) == expected


def test_a_particle_belongs_to_the_verb(parse: ParseText) -> None:
    grammar = parse("The union called off the strike.")
    assert lemma_of(grammar, word(grammar, "called")) == "call off"


def test_a_vigil_that_is_called_is_set_on_foot(parse: ParseText) -> None:
    grammar = parse("A vigil was called.")
    assert called(grammar, word(grammar, "called"), word(grammar, "vigil"))
    other = parse("A vigil was banned.")
    assert not called(other, word(other, "banned"), word(other, "vigil"))


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("The guild called the strike a folly.", "strike", False),
        ("The strike was called illegal.", "strike", False),
        ("The guild called the strike on Monday.", "strike", True),
    ],
)
def test_who_only_gives_it_a_name_sets_nothing_on_foot(
    parse: ParseText, text: str, trigger: str, expected: bool
) -> None:
    grammar = parse(text)
    assert called(grammar, word(grammar, "called"), word(grammar, trigger)) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Riots broke out after two men died.", True),
        ("Two men died when riots broke out.", False),
        ("Riots broke out and two men died.", False),
        ("Riots broke out. Two men died.", False),  # no word above both
    ],
)
def test_what_came_before(parse: ParseText, text: str, expected: bool) -> None:
    grammar = parse(text)
    riots = next(token for token in grammar.tokens if token.lower == "riots")
    assert came_before(grammar, word(grammar, "died"), riots) is expected


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("Two of those detained were freed.", "detained", True),
        ("Among those killed was a priest.", "killed", True),
        ("Police freed those detained.", "detained", False),
        ("Two of the men detained a priest.", "detained", False),
    ],
)
def test_who_is_picked_out_of_those_told_of(parse: ParseText, text: str, trigger: str, expected: bool) -> None:
    tree = parse(text)
    assert picks_out(tree, word(tree, trigger)) is expected


@pytest.mark.parametrize(
    ("text", "link", "expected"),
    [
        ("They gave notice of a strike.", "of", True),
        ("Preparations are under way for a strike.", "for", True),
        ("They gave an account of a strike.", "of", False),
        ("They noticed signs of a strike.", "of", False),
    ],
)
def test_what_somebody_gives_notice_of(parse: ParseText, text: str, link: str, expected: bool) -> None:
    tree = parse(text)
    assert is_noticed(tree, word(tree, link)) is expected
