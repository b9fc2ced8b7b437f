from collections.abc import Callable
from datetime import date

import pytest

from dateline.records import Parse, Span, Time, Token, Toponym
from dateline.resolve.place_clauses import is_after_another, is_bound_for, is_days_before, is_of_another_day

ParseText = Callable[[str], Parse]
DAYS = {"Monday": 14, "Tuesday": 15, "Friday": 18}


def name_and_trigger(grammar: Parse, text: str, trigger: str) -> tuple[Toponym, Token]:
    start, token = text.index("Lima"), grammar.at(text.index(trigger))
    assert token is not None
    return Toponym(span=Span(start, start + 4), text="Lima"), token


@pytest.mark.parametrize(
    ("text", "trigger", "does"),
    [
        (
            "The envoy was expelled on Tuesday after a magazine in Lima wrote that he had paid strikers.",
            "expelled",
            True,
        ),
        ("The rebels released two nurses, a month after the two sides had signed a truce in Lima.", "released", True),
        ("The bank dropped the plan after seizing the files of a clerk in Lima.", "dropped", True),
        ("The union will not meet the owners unless the men seized in Lima are freed.", "meet", True),
        ("The rebels released two nurses in Lima after the two sides had signed a truce.", "released", False),
        ("The rebels released two nurses after the two sides had signed a truce in Lima.", "signed", False),
        ("The judge freed two nurses when she heard the case in Lima.", "freed", False),
        ("In Lima the envoy was expelled after a magazine wrote that he had paid strikers.", "expelled", False),
    ],
)
def test_what_was_before_places_nothing_after_it(parse: ParseText, text: str, trigger: str, does: bool) -> None:
    grammar = parse(text)
    assert is_after_another(grammar, *name_and_trigger(grammar, text, trigger)) is does


@pytest.mark.parametrize(
    ("text", "trigger", "does"),
    [
        ("Five clerks were arrested in Lima on Monday, and a judge released them on Friday.", "released", True),
        ("Nurses walked out in Lima on Monday, and on Friday the government sent soldiers.", "sent", True),
        ("The rebels freed two monks on Monday, and talks opened in Lima on Friday.", "freed", True),
        ("Two women were let go on Monday and reached Lima on Tuesday.", "let", True),
        ("Five clerks were arrested in Lima on Monday and released on Friday.", "released", False),
        ("Five clerks were arrested in Lima on Monday, and a judge released them there on Friday.", "released", False),
        ("Five clerks were arrested in Lima on Monday, and a judge released them.", "released", False),
        ("Five clerks were arrested in Lima, and a judge released them on Friday.", "released", False),
        ("In Lima nurses walked out on Monday, and police arrested two of them on Friday.", "arrested", False),
        ("A bus was burned in Lima on Monday, and another was burned on Tuesday.", "another was burned", False),
        ("Two boats landed in Lima on Monday, and a third is expected on Tuesday.", "expected", False),
        ("One man was stabbed and two were beaten in Lima on Monday.", "stabbed", False),
    ],
)
def test_a_clause_of_another_day_has_its_own_place(parse: ParseText, text: str, trigger: str, does: bool) -> None:
    grammar = parse(text)
    word = trigger.split()[-1]
    name, token = name_and_trigger(grammar, text, trigger)
    if " " in trigger:
        found = grammar.at(text.rindex(word))
        assert found is not None
        token = found
    spans = [(Span(text.index(day), text.index(day) + len(day)), n) for day, n in DAYS.items() if day in text]
    times = [
        Time(span=span, text=span.of(text), type="DATE", value=None, from_=date(2021, 6, n), to=date(2021, 6, n + 1))
        for span, n in spans
    ]
    assert is_of_another_day(grammar, name, token, times) is does


@pytest.mark.parametrize(
    ("text", "trigger", "does"),
    [
        ("He was arrested on Monday as he tried to board a flight to Lima.", "arrested", True),
        ("Police detained two men on a train to Lima on Monday.", "detained", True),
        ("A trader was detained on Sunday on his way to Lima.", "detained", True),
        ("Police arrested two men on a ship bound for Lima on Monday.", "arrested", True),
        ("Five people were shot on the road to Lima on Monday.", "shot", False),
        ("Police detained two men on a train in Lima on Monday.", "detained", False),
        ("Gunmen took two men to Lima on Monday.", "took", False),
    ],
)
def test_where_somebody_was_going_is_not_where_he_was_seized(
    parse: ParseText, text: str, trigger: str, does: bool
) -> None:
    grammar = parse(text)
    assert is_bound_for(grammar, *name_and_trigger(grammar, text, trigger)) is does


@pytest.mark.parametrize(
    ("text", "trigger", "does"),
    [
        ("The attack came a week after gunmen killed four miners in Lima.", "attack", True),
        ("The raid came two days after the burning of a church in Lima.", "raid", True),
        ("The march was held a day after soldiers shot two students in Lima.", "march", True),
        ("The strike followed months after the king visited Lima.", "strike", True),
        ("The attack in Lima came a week after gunmen killed four miners.", "attack", False),
        ("The attack came as miners slept in Lima.", "attack", False),
        ("The attack came after gunmen entered Lima.", "attack", False),  # of one and the same day
        ("The attack came a week after gunmen killed four miners in Lima.", "killed", False),
    ],
)
def test_what_was_days_before_was_elsewhere(parse: ParseText, text: str, trigger: str, does: bool) -> None:
    grammar = parse(text)
    toponym, token = name_and_trigger(grammar, text, trigger)
    assert is_days_before(grammar, toponym, token) is does
