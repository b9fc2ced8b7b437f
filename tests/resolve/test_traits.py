"""What is known of a mention, in plain features."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.records import Parse, Span, Token, Voice
from dateline.resolve.traits import apart, is_known, kind_of_act, tense, traits_of
from tests import factory

ParseText = Callable[[str], Parse]
OUTLET = Voice(id="v0", parent=None, kind="outlet", speaker=None, span=Span(0, 200))
POST = Voice(id="v1", parent="v0", kind="post", speaker=None, span=Span(0, 200))


def word(parse: Parse, text: str) -> Token:
    return next(token for token in parse.tokens if token.text == text)


def traits(parse: Parse, text: str, voice: Voice = OUTLET, **fields: object) -> set[str]:
    trigger = word(parse, text)
    mention = factory.mention("PROTEST", start=trigger.start, word=text, **fields)  # type: ignore[arg-type]
    return set(traits_of(parse, mention, trigger, voice))


@pytest.mark.parametrize(
    ("text", "verb", "expected"),
    [
        ("Weavers marched through the town.", "marched", "past"),
        ("Weavers had marched through the town.", "marched", "pluperfect"),
        ("Weavers have marched through the town.", "marched", "perfect"),
        ("Weavers will march through the town.", "march", "modal"),
        ("Weavers march through the town.", "march", "present"),
        ("The weaver was arrested at noon.", "arrested", "passive"),
        ("Weavers came, marching through the town.", "marching", "participle"),
    ],
)
def test_tense(parse: ParseText, text: str, verb: str, expected: str) -> None:
    grammar = parse(text)
    assert tense(grammar, word(grammar, verb)) == expected


@pytest.mark.parametrize(
    ("text", "noun", "expected"),
    [
        ("The strike spread to the mills.", "strike", True),
        ("Monday's strike spread to the mills.", "strike", True),
        ("These strikes hurt the mills.", "strikes", True),
        ("A strike spread to the mills.", "strike", False),
        ("No strike spread to the mills.", "strike", False),
    ],
)
def test_known(parse: ParseText, text: str, noun: str, expected: bool) -> None:
    grammar = parse(text)
    assert is_known(grammar, word(grammar, noun)) is expected


def test_a_verb_of_the_main_clause(parse: ParseText) -> None:
    found = traits(parse("They marched through the town."), "marched", counts=(0,))
    assert {
        "type PROTEST",
        "status occurred",
        "voice outlet",
        "tense past",
        "verb",
        "main clause",
        "pronoun acts",
    } <= found
    assert "counted" in found
    assert not {"noun", "known", "attributed"} & found


def test_a_noun_has_the_traits_of_its_own_and_of_its_clause(parse: ParseText) -> None:
    found = traits(parse("No strikes were reported."), "strikes", POST, attribution=0, status="denied")
    assert {"noun", "plural", "no such", "voice post", "attributed", "status denied"} <= found
    assert not {"verb", "known", "counted"} & found


def test_acts_are_public_said_or_other() -> None:
    assert [kind_of_act(type_) for type_ in ("PROTEST", "THREATEN", "AID")] == ["public", "said", "other"]


def test_distance_is_told_in_steps_whichever_comes_first() -> None:
    assert [apart(n) for n in (0, 1, -1, 2, 3, -5, 6, 40)] == [
        "0",
        "1",
        "1",
        "2",
        "3 to 5",
        "3 to 5",
        "6 or more",
        "6 or more",
    ]


@pytest.mark.parametrize(("sentences", "expected"), [(1, (3, 8, 20)), (4, (8, 20)), (9, (20,)), (21, ())])
def test_how_long_the_report_is(parse: ParseText, sentences: int, expected: tuple[int, ...]) -> None:
    text = " ".join(["Weavers marched to the bank.", *["A dog barked."] * (sentences - 1)])
    found = {trait for trait in traits(parse(text), "marched") if trait.startswith("at most")}
    assert found == {f"at most {most} sentences" for most in expected}
