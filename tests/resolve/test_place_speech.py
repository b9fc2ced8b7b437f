from collections.abc import Callable
from datetime import date

import pytest

from dateline.pipeline import Pipeline, make_coder
from dateline.read import read_text
from dateline.records import Parse, Reading, Span, Token, Toponym
from dateline.resolve.place_speech import is_where_judged, is_where_said

ParseText = Callable[[str], Parse]


def name_and_trigger(grammar: Parse, text: str, trigger: str) -> tuple[Toponym, Token]:
    start, token = text.index("Lima"), grammar.at(text.index(trigger))
    assert token is not None
    return Toponym(span=Span(start, start + 4), text="Lima", precision="town"), token


@pytest.mark.parametrize(
    ("text", "trigger", "does"),
    [
        ("The colonel told a news conference in Lima that he had won and blamed the guards.", "blamed", True),
        ("The guards told reporters in Lima that nobody was hurt and accused the colonel of lying.", "accused", True),
        ("Speaking in Lima on Monday, the senator accused the police of torture.", "accused", True),
        ("In Lima the governor decreed a curfew and praised the nurses.", "praised", True),
        ("The bishop criticised the law at a rally in Lima.", "criticised", True),
        ("Ministers met in Lima on Friday and condemned the raid.", "condemned", True),
        ("The premier visited Lima on Thursday and thanked the nurses.", "thanked", True),
        ("The senator, who led the march in Lima, accused the police of torture.", "accused", True),
        ("Meeting in Lima on Friday, ministers condemned the raid.", "condemned", True),
        ("A spokeswoman in Lima described the raid as a crime and called for an inquiry.", "called", True),
        ("At a meeting with traders in Lima, the minister thanked the police.", "thanked", True),
        ("The minister, on a visit to Lima, thanked the police.", "thanked", True),
        ("The minister thanked the police at the Lima summit.", "thanked", True),
        ("Both sides signed an accord in Lima.", "signed", True),
        ("The accord, which was signed in Lima in May, was never kept.", "accord", True),
        ("The Lima accord was signed in May.", "signed", True),
        ("The accord, which envoys brokered in Lima in May, was never kept.", "accord", True),
        ("Ministers met in Lima on Friday, praising the nurses.", "praising", True),
        ("The premier visited Lima on Thursday, accusing the police of torture.", "accusing", True),
        ("Rosa Wari, a deputy in Lima, described the raid as a crime and thanked the nurses.", "thanked", True),
        ("A man was seized in Lima on Monday, accusing the police of theft.", "accusing", False),
        ("A man was seized in Lima on Monday and accused the police of theft.", "accused", False),
        ("The senator, who was born in Lima, accused the police of torture.", "accused", False),
        ("The singer, who leads a club in Lima, accused the police of torture.", "accused", False),
        ("A clerk in Lima said that the unions condemned the raid.", "condemned", False),
        ("The miners signed a petition against a bridge in Lima.", "signed", False),
        ("The minister thanked the Lima police.", "thanked", False),
        ("The minister invited both unions to a meeting in Lima.", "invited", False),
        ("The minister summoned the unions to talks in Lima and warned that he would close the port.", "warned", False),
        ("The bishop criticised the burning of a school in Lima.", "criticised", False),
        ("The colonel told a news conference in Lima that he had won, and the guards blamed him.", "blamed", False),
        ("The president praised the work of nurses in Lima.", "praised", False),
    ],
)
def test_what_is_said_in_one_breath_is_said_in_one_place(parse: ParseText, text: str, trigger: str, does: bool) -> None:
    grammar = parse(text)
    assert is_where_said(grammar, *name_and_trigger(grammar, text, trigger)) is does


@pytest.mark.parametrize(
    ("text", "trigger", "does"),
    [
        ("The bishop condemned the attack on the convoy at a briefing in Lima.", "attack", True),
        ("At a rally in Lima the senator accused the police of torture.", "torture", True),
        ("In a speech in Lima the senator denounced the beating of a clerk.", "beating", True),
        ("At a rally in Lima the senator accused the police of torture.", "rally", False),
        ("Peru protested in Lima on Friday against the expulsion of its envoy.", "expulsion", True),
        ("Chile summoned the envoy in Lima to protest against the shelling of a village.", "shelling", True),
        ("Hundreds protested on Friday against the killing of a student in Lima.", "killing", False),
        ("Hundreds protested in Lima on Friday against the killing of a student.", "protested", False),
        ("The bishop condemned the attack on a convoy in Lima.", "attack", False),
        ("At a rally in Lima the police beat the senator.", "beat", False),
        ("The defence ministry in Lima said that rebels had shelled a school.", "shelled", True),
        ("The government in Lima accused the rebels of burning a village.", "burning", True),
        ("The ministry in Lima said that a mob had burned a church there.", "burned", False),
        ("Doctors in Lima said that a bomb had killed five guards.", "killed", False),
        ("The ministry in Lima banned the march.", "banned", False),
        ("The ministry in Lima said so after gunmen shot a guard.", "shot", False),
        ("At a rally in Lima the senator accused the police of torture.", "accused", False),
    ],
)
def test_what_is_judged_was_elsewhere(parse: ParseText, text: str, trigger: str, does: bool) -> None:
    grammar = parse(text)
    assert is_where_judged(grammar, *name_and_trigger(grammar, text, trigger)) is does


@pytest.fixture(scope="module")
def coder() -> Pipeline:
    return make_coder()


@pytest.mark.parametrize(
    ("text", "kind", "town"),
    [
        ("The bishops on Friday condemned the burning of a school.", "ACCUSE", "Lima"),
        ("Senator Ana Roe Thursday urged both unions to end the strike.", "REQUEST", "Lima"),
        ("The dockers Friday rejected the offer and vowed to sue the port.", "REJECT", "Lima"),
        ("The dockers Friday rejected the offer and vowed to sue the port.", "THREATEN", "Lima"),
        ("The Peruvian government on Friday condemned the burning of a school.", "ACCUSE", "Lima"),
        ("A dock owner was charged with fraud on Friday.", "ACCUSE", "Lima"),
        ("Norway on Friday condemned the burning of a school.", "ACCUSE", None),
        ("The bishops have condemned the burning of a school.", "ACCUSE", None),
        ("The bishops condemned in March the burning of a school.", "ACCUSE", None),
        ("The mayor, who on Friday condemned the burning of a school, fell ill.", "ACCUSE", None),
        ("The port opened on Friday. Rain fell. The bishops on Friday condemned the burning of a school.", "ACCUSE", None),
    ],
)  # fmt: skip
def test_the_days_words_that_open_a_dispatch_are_said_in_its_town(
    coder: Pipeline, text: str, kind: str, town: str | None
) -> None:
    report = read_text(f"LIMA, May 3 (AW) --\n\n{text}", source="a", outlet="A", published=date(2024, 5, 3))
    (reading,) = coder.code([report])
    assert isinstance(reading, Reading)
    (mention,) = [m for m in reading.events if m.type == kind]
    assert (mention.place and mention.place.name) == town
