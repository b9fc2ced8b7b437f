"""Clauses: the verb above a word, modifiers of nouns, perfect and passive."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.records import Parse, Span, Token
from dateline.resolve import clauses


def word(parse: Parse, text: str) -> Token:
    return next(token for token in parse.tokens if token.text == text)


def test_the_verb_above(parse: Callable[[str], Parse]) -> None:
    made = parse("Police raided the newsroom on Tuesday.")
    verb = clauses.clause_verb(made, word(made, "Tuesday"))
    assert verb is not None
    assert verb.text == "raided"


def test_a_word_hangs_on_its_noun_but_not_across_a_verb(parse: Callable[[str], Parse]) -> None:
    made = parse("The vigil of the miners ended.")
    assert clauses.hangs_on(made, word(made, "miners"), word(made, "vigil"))
    assert not clauses.hangs_on(made, word(made, "ended"), word(made, "vigil"))


def test_relative_clauses_are_modifiers(parse: Callable[[str], Parse]) -> None:
    made = parse("The man who was held in May spoke on Friday.")
    assert clauses.in_modifier(made, word(made, "held"))
    assert not clauses.in_modifier(made, word(made, "spoke"))
    assert clauses.modifier_root(made, word(made, "held")) == word(made, "held").i
    assert clauses.modifier_root(made, word(made, "spoke")) == -1


@pytest.mark.parametrize(
    ("text", "verb", "passive", "perfect", "pluperfect"),
    [
        ("Six people were arrested at the gate.", "arrested", True, False, False),
        ("Six people are arrested every day.", "arrested", False, False, False),
        ("The police have arrested six people.", "arrested", False, True, False),
        ("The police had arrested six people.", "arrested", False, False, True),
        ("The police arrested six people.", "arrested", False, False, False),
    ],
)
def test_what_the_auxiliaries_say(
    parse: Callable[[str], Parse], text: str, verb: str, passive: bool, perfect: bool, pluperfect: bool
) -> None:
    made = parse(text)
    token = word(made, verb)
    told = (clauses.is_past_passive(made, token), clauses.is_perfect(made, token), clauses.is_pluperfect(made, token))
    assert told == (passive, perfect, pluperfect)


def test_a_clause_that_only_stands_before_another(parse: Callable[[str], Parse]) -> None:
    made = parse("A bomb killed three pilgrims; the army blamed rebels.")
    verbs = word(made, "killed"), word(made, "blamed")
    assert clauses.stands_beside(made, *verbs) == (verbs[0].dep == "ccomp")
    assert not clauses.stands_beside(made, verbs[1], verbs[0])


def test_when_opens_a_clause(parse: Callable[[str], Parse]) -> None:
    made = parse("They remember 2018, when police arrested nine miners.")
    opening = clauses.opening_when(made, word(made, "arrested"))
    assert opening is not None
    assert opening.text == "when"
    assert clauses.opening_when(made, word(made, "remember")) is None


@pytest.mark.parametrize(
    ("text", "below", "expected"),
    [
        ("They let the drivers go on Tuesday.", "go", "let"),
        ("The mayor says that drivers go home on Tuesday.", "go", "go"),
    ],
)
def test_a_bare_infinitive_is_the_doing_of_the_verb_above(
    parse: Callable[[str], Parse], text: str, below: str, expected: str
) -> None:
    made = parse(text)
    assert clauses.made_to(made, word(made, below)).text == expected


@pytest.mark.parametrize(
    ("text", "noun", "expected"),
    [
        ("The march followed the arrest of two men.", "march", "followed"),
        ("The raid came two days after an attack.", "raid", "came"),
        ("The protest came after police had shot a boy.", "protest", "came"),
        ("The march followed the arrest of two men.", "arrest", None),
        ("The protest came as a surprise.", "protest", None),
        ("Three days of talks followed.", "Three", None),
    ],
)
def test_what_a_noun_is_told_to_come_after(
    parse: Callable[[str], Parse], text: str, noun: str, expected: str | None
) -> None:
    made = parse(text)
    verb = clauses.comes_after(made, word(made, noun), {"follow"}, {"after"})
    assert (verb and verb.text) == expected


@pytest.mark.parametrize(
    ("text", "word_", "expected"),
    [
        ("They signed on Monday after talks with a bishop.", "talks", "talks"),
        ("They fled after men fired and threw stones.", "threw", "fired"),
        ("They fled on Monday, hours after men fired.", "fired", None),
        ("They fled before men fired.", "fired", None),
        ("They fled after the bell.", "fled", None),
    ],
)
def test_what_an_after_opens(parse: Callable[[str], Parse], text: str, word_: str, expected: str | None) -> None:
    made = parse(text)
    found = clauses.opened_after(made, word(made, word_), {"after"})
    assert (found and found.text) == expected


@pytest.mark.parametrize(
    ("text", "deed", "expected"),
    [
        ("The union accused the guards of beating two men.", "beating", True),
        ("The union suspected the guards of beating two men.", "beating", True),
        ("The guards spoke of beating two men.", "beating", False),
    ],
)
def test_what_somebody_is_accused_of(parse: Callable[[str], Parse], text: str, deed: str, expected: bool) -> None:
    made = parse(text)
    above = next(t for t in made.tokens if t.dep == "ROOT")
    assert clauses.is_charge(made, word(made, deed), above) is expected


@pytest.mark.parametrize(
    ("text", "clause", "expected"),
    [
        ("The army shelled Goma, and the bishop has arrived.", "arrived", True),
        ("The army shelled Goma and priests will march.", "march", True),
        ("The bishop visited Goma and has asked for help.", "asked", True),
        ("The army shelled Goma, and the bishop arrived.", "arrived", False),
    ],
)
def test_what_is_told_in_another_tense(parse: Callable[[str], Parse], text: str, clause: str, expected: bool) -> None:
    made = parse(text)
    above = next(t for t in made.tokens if t.dep == "ROOT")
    assert clauses.goes_its_own_way(made, word(made, clause), above) is expected


@pytest.mark.parametrize(
    ("text", "verb", "later", "expected"),
    [
        ("The army has sent men to Goma and on Monday raided a market.", "sent", "raided", True),
        ("The bishop has offered to mediate and met both sides on Monday.", "offered", "met", True),
        ("The army sent men to Goma and on Monday raided a market.", "sent", "raided", False),
        ("The army has sent men to Goma and raided a market.", "raided", "sent", False),
    ],
)
def test_what_has_been_done_is_told_apart_from_what_was(
    parse: Callable[[str], Parse], text: str, verb: str, later: str, expected: bool
) -> None:
    made = parse(text)
    assert clauses.is_told_before(made, word(made, verb), word(made, later)) is expected


@pytest.mark.parametrize(
    ("text", "verb", "expected"),
    [
        ("The nurses have announced a strike beginning on Friday.", "beginning", True),
        ("The nurses called a strike set for Friday.", "set", True),
        ("The nurses saw a man leaving on Friday.", "leaving", False),
    ],
)
def test_a_nouns_clause_says_when_it_begins(
    parse: Callable[[str], Parse], text: str, verb: str, expected: bool
) -> None:
    made = parse(text)
    noun = next(t for t in made.tokens if t.text in ("strike", "man"))
    assert clauses.does(made, noun, word(made, verb)) is expected


@pytest.mark.parametrize(
    ("text", "verb", "trigger", "expected"),
    [
        ("The clans agreed a truce starting on Monday.", "starting", "agreed", True),
        ("The governor declared a curfew, to begin on Monday.", "begin", "declared", True),
        ("The governor declared a curfew, to end on Monday.", "end", "declared", False),
        ("The clans declared a truce and began a feast on Monday.", "began", "declared", False),
    ],
)
def test_when_it_starts(parse: Callable[[str], Parse], text: str, verb: str, trigger: str, expected: bool) -> None:
    made = parse(text)
    starting = frozenset(("begin", "start"))
    assert clauses.starts_at(made, word(made, verb), word(made, trigger), starting) is expected


@pytest.mark.parametrize(
    ("text", "noun", "expected"),
    [
        ("Hundreds marched in Oran against the arrest of a priest.", "arrest", True),
        ("Hundreds marched in Oran against a wave of arrests.", "arrests", True),
        ("Nurses are on strike over the killing of a doctor.", "killing", True),
        ("Nurses marched in protest at the killing of a doctor.", "killing", True),
        ("Nurses marched at the funeral of a doctor.", "funeral", False),
        ("The bishop condemned the killing of a priest.", "killing", True),
        ("They came to protest the killing of a priest.", "killing", True),
        ("The bishop opposed the arrest of a priest.", "arrest", True),
        ("The bishop deplored the killing of a priest.", "killing", True),
        ("The bishop saw the killing of a priest.", "killing", False),
        ("The guards marched at the killing grounds.", "killing", False),
        ("The rebels began the attack against the town.", "attack", False),
        ("The police stopped the killing of a priest.", "killing", False),
        ("The court ruled against the arrest of a priest.", "arrest", False),
    ],
)
def test_what_people_object_to(parse: Callable[[str], Parse], text: str, noun: str, expected: bool) -> None:
    made = parse(text)
    assert clauses.is_objected_to(made, word(made, noun)) is expected


@pytest.mark.parametrize(
    ("text", "verb", "noun", "expected"),
    [
        ("A clerk was shot during a raid.", "shot", "raid", True),
        ("A clerk was shot and wounded in a raid.", "shot", "raid", True),
        ("A clerk was shot amid a raid.", "shot", "raid", True),
        ("A clerk was shot after a raid.", "shot", "raid", False),
        ("A clerk was shot, and a nurse was seized in a raid.", "shot", "raid", False),
        ("A clerk was jailed for a raid.", "jailed", "raid", False),
    ],
)
def test_in_the_course_of_what(parse: Callable[[str], Parse], text: str, verb: str, noun: str, expected: bool) -> None:
    made = parse(text)
    assert clauses.happens_in(made, word(made, verb), word(made, noun)) is expected


@pytest.mark.parametrize(
    ("text", "day", "noun", "expected"),
    [
        ("The march over Sunday's vote drew thousands.", "Sunday", "march", True),
        ("A protest against the result of Sunday's vote drew thousands.", "Sunday", "protest", True),
        ("They want an inquiry into the Sunday fire.", "Sunday", "inquiry", True),
        ("The Sunday inquiry into the fire went on.", "Sunday", "inquiry", False),
        ("The killing of a guard in Sunday's raid shook Oran.", "Sunday", "killing", False),
        ("Sunday's march over the vote drew thousands.", "Sunday", "march", False),
        ("The march on Sunday over the vote drew thousands.", "Sunday", "march", False),
    ],
)
def test_the_day_of_what_a_noun_is_about(
    parse: Callable[[str], Parse], text: str, day: str, noun: str, expected: bool
) -> None:
    made = parse(text)
    assert clauses.is_objects_day(made, word(made, day), word(made, noun)) is expected


@pytest.mark.parametrize(
    ("text", "noun", "expected"),
    [
        ("He was charged in the May 2019 shooting death of a guard.", "shooting", True),
        ("They came to a Sunday night prayer service.", "service", True),
        ("She was hurt in the 1998 car bombing.", "bombing", True),
        ("He was charged with murder on Thursday in the killing of a guard.", "killing", False),
        ("The mayor said Friday police broke up the march.", "march", False),
    ],
)
def test_a_day_inside_a_nouns_phrase(parse: Callable[[str], Parse], text: str, noun: str, expected: bool) -> None:
    made = parse(text)
    days = {"May 2019", "Sunday night", "1998", "Thursday", "Friday"}
    start, length = next((text.index(day), len(day)) for day in days if day in text)
    assert clauses.stands_before(made, Span(start, start + length), word(made, noun)) is expected
