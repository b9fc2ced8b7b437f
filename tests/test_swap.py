"""Even-handed: exchanging the parties of a sentence exchanges them in the record and changes nothing else.

200 pairs of sentences from templates, run through the whole pipeline at once. What a pair must share: types, modes,
statuses, counts and loaded marks; roles with the parties exchanged, attributions with their sources exchanged.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import product

import pytest

from dateline.pipeline import make_coder
from dateline.read import read_text
from dateline.records import Reading

Party = tuple[str, str]  # name, adjective or plural
Facts = tuple[object, ...]

STATES = (
    (("Iran", "Iranian"), ("Israel", "Israeli")),
    (("Russia", "Russian"), ("Ukraine", "Ukrainian")),
    (("India", "Indian"), ("Pakistan", "Pakistani")),
    (("Armenia", "Armenian"), ("Azerbaijan", "Azerbaijani")),
    (("Ethiopia", "Ethiopian"), ("Eritrea", "Eritrean")),
    (("Morocco", "Moroccan"), ("Algeria", "Algerian")),
    (("China", "Chinese"), ("Japan", "Japanese")),
    (("Serbia", "Serbian"), ("Croatia", "Croatian")),
    (("Turkey", "Turkish"), ("Greece", "Greek")),
    (("Venezuela", "Venezuelan"), ("Colombia", "Colombian")),
)
OF_STATES = (
    "{A} shelled a village in {B} on Monday, killing 12 people.",
    "{A} accused {B} of shelling a village on the border.",
    "{A} denied that its forces had shelled a hospital in {B}.",
    "{A} condemned {B} on Tuesday for arresting two journalists.",
    "{A} and {B} will hold talks in Geneva next week.",
    "{A} imposed sanctions on three {b} banks.",
    "Thousands of people marched in the capital of {A} against {B}.",
    "If {A} attacks {B} again, dozens of soldiers could die.",
    "{a} troops killed 40 {b} soldiers, the defence ministry of {A} claimed.",
    "{A} expelled five {b} diplomats on Friday.",
    "{A} released 30 {b} prisoners after a ceasefire.",
    "{A} threatened to close its border with {B}.",
)
MOVEMENTS = (
    (("Hamas", "Hamas"), ("Fatah", "Fatah")),
    (("Hezbollah", "Hezbollah"), ("Likud", "Likud")),
    (("the Houthis", "Houthi"), ("the Kurds", "Kurdish")),
    (("Labour", "Labour"), ("Likud", "Likud")),
    (("the Taliban", "Taliban"), ("the Hazaras", "Hazara")),
    (("the Democrats", "Democratic"), ("the Republicans", "Republican")),
)
OF_MOVEMENTS = (
    "Fighters of {A} ambushed a convoy of {B} near the river, killing four people.",
    "{A} accused {B} of planting a bomb in a market.",
    "Supporters of {A} rallied in the square to protest against {B}.",
    "A spokesman for {A} denied that its men had abducted two members of {B}.",
    "A bloodthirsty mob of {A} butchered villagers, {B} said.",
    "The martyrs of {A} fell in a cowardly attack by {B}.",
)
GOVERNMENTS = (
    (("the government in Khartoum", "Sudanese"), ("the government in Juba", "South Sudanese")),
    (("the government in Kyiv", "Ukrainian"), ("the government in Moscow", "Russian")),
    (("the government in Ankara", "Turkish"), ("the government in Athens", "Greek")),
    (("the government in Delhi", "Indian"), ("the government in Dhaka", "Bangladeshi")),
)
OF_GOVERNMENTS = (
    "Police arrested 25 people who demanded that {A} talk to {B}.",
    "A letter from {A} accused {B} of arming rebels.",
    "Ministers of {A} met envoys of {B} on Wednesday.",
    "Tens of thousands protested against a pact of {A} with {B}.",
    "The junta's lackeys in {A} rejected a demand by {B} to free hostages.",
)
OUTLETS = (
    (("Press TV", ""), ("Channel 12", "")),
    (("RT", ""), ("Fox News", "")),
    (("Al Jazeera", ""), ("Al Arabiya", "")),
    (("Xinhua", ""), ("Reuters", "")),
)
OF_OUTLETS = (
    "{A} reported that seven workers died in a strike on a depot, which {B} called false.",
    "According to {A}, about 300 people gathered at the mosque, while {B} spoke of 90.",
    "{A} said that {B} had fired two reporters.",
    "{A} claimed that police beat marchers outside the offices of {B}.",
    "{A} and {B} both broadcast the funeral of 14 miners.",
    "Protesters threw stones at the offices of {A} and burned a van of {B}.",
)
GROUPS = ((STATES, OF_STATES), (MOVEMENTS, OF_MOVEMENTS), (GOVERNMENTS, OF_GOVERNMENTS), (OUTLETS, OF_OUTLETS))
PAIRS = [(t, a, b) for parties, templates in GROUPS for (a, b), t in product(parties, templates)][:200]


def sentence(template: str, one: Party, other: Party) -> str:
    text = template.format(A=one[0], a=one[1], B=other[0], b=other[1])
    return text[0].upper() + text[1:]


@cache
def readings() -> dict[str, Reading]:
    """Return the reading of every sentence; one pipeline, one run."""
    texts = list(dict.fromkeys(text for t, a, b in PAIRS for text in (sentence(t, a, b), sentence(t, b, a))))
    day = datetime.date(2024, 5, 3)
    reports = [read_text(text, source=str(n), published=day, language="en") for n, text in enumerate(texts)]
    coded = list(make_coder().code(reports))
    assert all(isinstance(reading, Reading) for reading in coded)
    return {text: reading for text, reading in zip(texts, coded, strict=True) if isinstance(reading, Reading)}


def masked(words: str, one: Party, other: Party) -> str:
    """Return words with the first party as X and the second as Y."""
    found = words.lower()
    forms = [(form.lower(), sign) for party, sign in ((one, "X"), (other, "Y")) for form in party if form]
    for form, sign in sorted(forms, key=lambda pair: -len(pair[0])):
        found = re.sub(rf"(?<!\w)(?:{re.escape(form)}|{re.escape(form.removeprefix('the '))})(?!\w)", sign, found)
    return found


def facts(reading: Reading, one: Party, other: Party) -> Iterator[Facts]:
    """Yield what the record says, the parties blotted out: events, attributions, loaded marks."""
    for mention in reading.events:
        roles = tuple(sorted((a.role, masked(a.text, one, other)) for a in mention.arguments))
        counts = tuple((reading.counts[i].of, reading.counts[i].low, reading.counts[i].high) for i in mention.counts)
        yield "event", mention.type, mention.mode, mention.status, roles, counts
    for said in reading.attributions:
        source = masked(said.source.text, one, other) if said.source else None
        yield "said", source, said.commitment, masked(said.content.span.of(reading.report.text), one, other)
    for mark in reading.loaded:
        yield "loaded", mark.text.lower(), mark.plain, mark.why


def differing(template: str, one: Party, other: Party) -> Sequence[Facts]:
    straight = set(facts(readings()[sentence(template, one, other)], one, other))
    swapped = set(facts(readings()[sentence(template, other, one)], other, one))
    return sorted(straight ^ swapped, key=str)


def test_there_are_200_pairs() -> None:
    assert len(PAIRS) == 200


@pytest.mark.model
@pytest.mark.parametrize(("template", "one", "other"), PAIRS, ids=lambda part: str(part)[:60])
def test_swapping_the_parties_swaps_them_and_nothing_else(template: str, one: Party, other: Party) -> None:
    assert differing(template, one, other) == []
