"""What was not done, what is called untrue, and what only is not known."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.code.chains import chain_of
from dateline.code.negation import denied, is_negated, none_of
from dateline.records import Parse, Token
from dateline.reference.statuswords import load_status_words

WORDS = load_status_words()
ParseText = Callable[[str], Parse]


def word(parse: Parse, text: str) -> Token:
    return next(t for t in parse.tokens if t.text == text)


@pytest.mark.parametrize(
    ("text", "head", "expected"),
    [
        ("The guards did not beat Milo Kostic.", "beat", True),
        ("The guards beat Milo Kostic.", "beat", False),
        ("The guards will not beat Milo Kostic.", "beat", False),
        ("The guards could not enter the mosque.", "enter", False),
        ("They made no arrests in Nis.", "arrests", True),
        ("The priest denies that guards beat the boy.", "beat", False),
    ],
)
def test_the_clause_itself_says_no(parse: ParseText, text: str, head: str, expected: bool) -> None:
    tree = parse(text)
    assert is_negated(tree, word(tree, head).i, WORDS) is expected


@pytest.mark.parametrize(
    ("text", "noun", "expected"),
    [
        ("Nobody was hurt in Nis.", "Nobody", True),
        ("They burned no bridge.", "bridge", True),
        ("They burned not one tyre.", "tyre", True),
        ("They burned one tyre.", "tyre", False),
        ("They burned a tyre, not a bridge.", "tyre", False),
    ],
)
def test_there_is_none(parse: ParseText, text: str, noun: str, expected: bool) -> None:
    tree = parse(text)
    assert none_of(tree, word(tree, noun)) is expected


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("The army denied shelling the village.", "shelling"),
        ("Troops left Nis without firing a shot.", "firing"),
        ("The navy has yet to release the trawlers.", "release"),
        ("The clerks beat nobody, nor did they arrest anybody.", "arrest"),
        ("The mayor rejected claims that police beat the boy.", "beat"),
        ("The march failed to materialise in Nis.", "march"),
        ("The baker was acquitted of murder.", "murder"),
        ("A jury acquitted the baker of assault.", "assault"),
        ("Two guards were cleared of torture.", "torture"),
    ],
)
def test_words_around_it_deny_it(parse: ParseText, text: str, head: str) -> None:
    tree = parse(text)
    assert denied(tree, list(chain_of(tree, word(tree, head).i)), WORDS)


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("It is not known who shot the ferryman.", "shot"),
        ("The arrests were not announced until Thursday.", "arrests"),
        ("Guards did not just beat the boy, they robbed him.", "beat"),
        ("The council did not ban the march.", "march"),
        ("The baker was acquitted over the murder of a guard.", "murder"),
        ("The baker was convicted of murder.", "murder"),
        ("The baker pleaded no contest to murder.", "murder"),
        ("The pastor never tires of condemning the raids.", "condemning"),
        ("The court denied the request for a recount.", "request"),
        ("The tale of the guard who knifed a steward is long.", "knifed"),
        ("It is not the first attack on the mosque.", "attack"),
        ("It was not the only arrest of a reporter.", "arrest"),
        ("This is not the worst outbreak of violence in the town.", "violence"),
    ],
)
def test_a_negation_may_deny_something_else(parse: ParseText, text: str, head: str) -> None:
    tree = parse(text)
    assert not denied(tree, list(chain_of(tree, word(tree, head).i)), WORDS)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The tale of a guard who knifed a steward has collapsed.", True),
        ("The tale of a guard who knifed a steward is a smear.", True),
        ("The tale of a guard who knifed a steward did not survive.", True),
        ("The tale of a guard who knifed a steward survived.", False),
        ("The tale of a guard who knifed a steward did not spread.", False),
    ],
)
def test_a_tale_is_called_untrue(parse: ParseText, text: str, expected: bool) -> None:
    tree = parse(text)
    assert denied(tree, list(chain_of(tree, word(tree, "knifed").i)), WORDS) is expected


@pytest.mark.parametrize(
    ("text", "head", "expected"),
    [
        ("The march in Nis was not peaceful.", "march", False),
        ("The raid was not part of the inquiry.", "raid", False),
        ("The clashes were not the worst of the year.", "clashes", False),
        ("The siege will not be an easy task.", "siege", False),
        ("The arrest was not related to the fire.", "arrest", False),
        ("The shooting was not linked to the feud.", "shooting", False),
        ("The attack was not real.", "attack", True),
        ("The march was not held.", "march", True),
        ("There was no march in Nis.", "march", True),
        ("She was not happy about losing the raid.", "raid", False),
        ("The clerk was not angry at the arrest of his son.", "arrest", False),
        ("The clerk was not part of the raid.", "raid", True),
        ("There is no clue as to who shot the clerk.", "shot", False),
        ("The guards have no word on why they beat the boy.", "beat", False),
        ("There is no claim of a raid.", "raid", True),
        ("The rebels did not claim responsibility for the attack.", "attack", False),
        ("The gang has not claimed the killing.", "killing", False),
        ("The rebels did not carry out the attack.", "attack", True),
        ("The second man struck not far from the scene of the raid.", "raid", False),
        ("Planes patrolling the coast were not near Nis.", "patrolling", False),
        ("Guards beating the boy were not from Nis.", "beating", False),
        ("The planes were not patrolling the coast.", "patrolling", True),
        ("They urged the army to stop the attacks.", "attacks", False),
        ("They want him to halt his raids.", "raids", False),
        ("They called on the army to stop attacks on farms.", "attacks", False),
        ("Guards stopped an attack on the farm.", "attack", True),
        ("Guards came to stop an attack.", "attack", True),
    ],
)
def test_a_negation_that_takes_the_happening_for_granted(
    parse: ParseText, text: str, head: str, expected: bool
) -> None:
    tree = parse(text)
    assert denied(tree, list(chain_of(tree, word(tree, head).i)), WORDS) is expected


@pytest.mark.parametrize(
    ("text", "head", "expected"),
    [
        ("The colonel gave no details of the arrests.", "arrests", False),
        ("Police gave no further details about the shooting.", "shooting", False),
        ("The envoy offered no explanation for the raid.", "raid", False),
        ("The colonel made no arrests.", "arrests", True),
        ("There was no shooting.", "shooting", True),
        ("Police found no sign of a shooting.", "shooting", True),
    ],
)
def test_what_is_left_untold_was_done(parse: ParseText, text: str, head: str, expected: bool) -> None:
    grammar = parse(text)
    assert denied(grammar, list(chain_of(grammar, word(grammar, head).i)), WORDS) is expected


@pytest.mark.parametrize(
    ("text", "head", "expected"),
    [
        ("There was no claim of responsibility for the bombing in Nis.", "bombing", False),
        ("There have been no arrests over the murder in Nis.", "murder", False),
        ("There was no warning before the bombing in Nis.", "bombing", False),
        ("There were no reports of a bombing in Nis.", "bombing", True),
        ("There was no sign of the bombing in Nis.", "bombing", True),
        ("There was no bombing in Nis.", "bombing", True),
        ("There was no reason for a bombing in Nis.", "bombing", True),
    ],
)
def test_what_there_is_none_of_takes_its_deed_as_known(parse: ParseText, text: str, head: str, expected: bool) -> None:
    tree = parse(text)
    assert denied(tree, list(chain_of(tree, word(tree, head).i)), WORDS) is expected


@pytest.mark.parametrize(
    ("text", "head", "expected"),
    [
        ("It was an attack, clearly not the work of boys.", "attack", False),
        ("It was a raid, not an accident.", "raid", False),
        ("It was not a raid but an accident.", "raid", True),
        ("Not a raid but an accident closed the road.", "raid", True),
    ],
)
def test_what_else_something_is_not_denies_nothing(parse: ParseText, text: str, head: str, expected: bool) -> None:
    tree = parse(text)
    assert denied(tree, list(chain_of(tree, word(tree, head).i)), WORDS) is expected


@pytest.mark.parametrize(
    ("text", "noun", "expected"),
    [
        ("The minister refused to condemn the attack.", "attack", False),
        ("The mayor was reluctant to criticise the raid.", "raid", False),
        ("Nobody condemned the shelling of Gao.", "shelling", False),
        ("The army denied the attack on Gao.", "attack", True),
        ("The mayor was unwilling to order an attack on Gao.", "attack", True),
        ("The mayor was reluctant to ban the march.", "ban", True),
    ],
)
def test_what_somebody_will_not_condemn_was_done(parse: ParseText, text: str, noun: str, expected: bool) -> None:
    tree = parse(text)
    assert denied(tree, list(chain_of(tree, word(tree, noun).i)), WORDS) is expected


@pytest.mark.parametrize(
    ("text", "head", "expected"),
    [
        ("Police declined to discuss the raid on the mosque.", "raid", False),
        ("Officers refused to discuss what led to the beating of a clerk.", "beating", False),
        ("The guards declined to describe the arrest of the editor.", "arrest", False),
        ("The judge dismissed claims against the guards over the raid.", "raid", False),
        ("The judge dismissed claims of a raid.", "raid", True),
        ("The army refused to free the editor.", "free", True),
    ],
)
def test_who_will_not_speak_of_it_denies_nothing(parse: ParseText, text: str, head: str, expected: bool) -> None:
    tree = parse(text)
    assert denied(tree, list(chain_of(tree, word(tree, head).i)), WORDS) is expected
