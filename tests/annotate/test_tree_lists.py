"""Who stands behind a person and his name is joined to the person, not to the name or the verb."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.records import Parse


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Gunmen shot a village elder, Rosa Prado, and her son in Tumaco.", "son", ("conj", "elder")),
        ("Police held the party's founder, Amina Sow, and three aides in Dakar.", "aides", ("conj", "founder")),
        ("A court jailed a reporter, Omar Haddad, and his editor on Monday.", "editor", ("conj", "reporter")),
        ("The king met the foreign minister, Ana Costa, and the army chief.", "chief", ("conj", "minister")),
        (
            "A car bomb exploded outside a police station, wounding the deputy chief of police, Igor Samarin, and his driver.",
            "driver",
            ("conj", "chief"),
        ),
        ("Raiders killed the head of the town council, Musa Gana, and his brother.", "brother", ("conj", "head")),
        ("Gunmen killed a teacher, Rosa Prado, and police arrested two men.", "police", ("nsubj", "arrested")),
        ("Police arrested a student, Ali Hamid, and beat his brother.", "brother", ("dobj", "beat")),
        ("The king met the minister, Ana Costa, and the crowd cheered.", "crowd", ("nsubj", "cheered")),
    ],
)
def test_who_stands_behind_the_name_is_joined_to_the_person(
    parse: Callable[[str], Parse], text: str, word: str, expected: tuple[str, str]
) -> None:
    tokens = parse(text).tokens
    token = next(t for t in tokens if t.lower == word)
    assert (token.dep, tokens[token.head].text) == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Gunmen fatally shot a judge and his driver in Basra on Friday.", "driver", ("conj", "judge")),
        ("A clerk was shot by robbers and two shops burned in Gao on Friday.", "shops", ("nsubjpass", "burned")),
        ("Nine people were killed by gunmen and 14 injured in Gao on Friday.", "14", ("nsubjpass", "injured")),
        ("Nine people were killed by rebels and soldiers in Gao.", "soldiers", ("conj", "rebels")),
        ("Nine people were killed by rebels and militiamen armed by Togo.", "militiamen", ("conj", "rebels")),
        ("Nine people were arrested by police and troops deployed in Gao.", "troops", ("conj", "police")),
    ],
)
def test_what_is_joined_to_an_object_and_what_to_no_doer(
    parse: Callable[[str], Parse], text: str, word: str, expected: tuple[str, str]
) -> None:
    tokens = parse(text).tokens
    token = next(t for t in tokens if t.lower == word)
    assert (token.dep, tokens[token.head].text) == expected
