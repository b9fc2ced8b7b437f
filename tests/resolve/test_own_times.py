"""The time of a mention's own words: its clause's, not that of what it is about."""

from __future__ import annotations

import pytest

from dateline.pipeline import Pipeline, make_coder
from dateline.read import read_text
from dateline.records import Reading
from tests.resolve.days import FRIDAY, day_of


@pytest.fixture(scope="module")
def coder() -> Pipeline:
    return make_coder()


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("Police in Oran arrested nine dockers on Tuesday, the union said on Thursday.", "COERCE", "2024-04-30"),
        ("The union in Oran postponed its march to Saturday.", "PROTEST", "2024-05-04"),
        ("Guards in Oran stopped reporters from filming the square on Tuesday.", "COERCE", "2024-04-30"),
        ("Chile barred two officials from entering the country on Tuesday.", "COERCE", "2024-04-30"),
        ("On Monday the sides met in Oran and freed two prisoners.", "RETREAT", "2024-04-29"),
        ("A court in Oran heard of the killing of an editor who was shot on 9 April.", "ASSAULT", "2024-04-09"),
        ("Two miners died in Oran and 17 were hurt on Tuesday in a clash with rivals.", "ASSAULT", "2024-04-30"),
        ("Dockers in Oran have received death threats since they spoke out in March.", "THREATEN", "2024-03-01"),
        (
            "The dockers in Oran warned on Tuesday of a strike from Wednesday unless the gate opened.",
            "THREATEN",
            "2024-04-30",
        ),
        ("He was freed in Oran in April 2017, a month after the two sides signed an accord.", "AGREE", "2017-03-01"),
        ("The mine opened in May 2017, two months before police arrested its owner in Oran.", "COERCE", "2017-07-01"),
        ("The test comes on 1 June, when 120 fighters are to surrender their rifles in Oran.", "RETREAT", "2024-06-01"),
        ("The rebels' leaders in Oran refused to disarm in 2017.", "REJECT", "2017-01-01"),
        ("The mayor declared a curfew in Oran, to begin on Tuesday.", "COERCE", "2024-05-07"),
        ("The sides signed a ceasefire on Thursday that will take effect on Sunday.", "RETREAT", "2024-05-05"),
        ("The sides agreed on Thursday on a prisoner swap.", "AGREE", "2024-05-02"),
        ("Two victims of Monday's shooting in Oran died of their wounds on Tuesday.", "ASSAULT", "2024-04-29"),
        ("A man who was shot in Oran on Monday died on Tuesday.", "ASSAULT", "2024-04-29"),
        ("The number killed in Monday's attack in Oran reached 18 on Tuesday.", "ASSAULT", "2024-04-29"),
        ("On Monday the bishop of Oran said mass and begged the gunmen to surrender.", "REQUEST", "2024-04-29"),
        ("The mayor of Oran said on Tuesday that he would not pay the ransom.", "REJECT", "2024-04-30"),
        ("Norway said on Tuesday it would halt its aid to Mali unless the editor was freed.", "THREATEN", "2024-04-30"),
        ("The dockers of Oran called off a strike that was due to start on Monday.", "PROTEST", "2024-05-06"),
        ("The governors telephoned on Monday and are to meet today in Oran.", "CONSULT", "2024-04-29"),
        ("A week ago gunmen attacked a bus in Oran.", "ASSAULT", "2024-04-26"),
        ("Gunmen attacked a bus in Oran the week before.", "ASSAULT", "2024-04-22"),
        ("Nurses in Oran marched on Monday. Gunmen had attacked a clinic two weeks earlier.", "ASSAULT", "2024-04-15"),
        ("A strike that dockers in Oran had begun on 9 April has ended.", "PROTEST", "2024-04-09"),
        ("The army has sent 300 soldiers to Oran and on Monday raided a market.", "MOBILIZE", None),
        ("The army has sent 300 soldiers to Oran and on Monday raided a market.", "COERCE", "2024-04-29"),
        ("The army sent 300 soldiers to Oran on Monday and raided a market.", "COERCE", "2024-04-29"),
        ("The mayor resigned on Friday, hours after his house in Oran had been burned down.", "ASSAULT", "2024-05-03"),
        ("The army shelled Oran on Monday, but the Red Crescent has brought blankets.", "AID", None),
        ("The army shelled Oran on Monday, and the Red Crescent brought blankets.", "AID", "2024-04-29"),
        ("The bishop of Oran visited the wounded on Monday and has called for a truce.", "REQUEST", None),
        ("The governor visited Oran on Monday and promised food for the refugees.", "AID", None),
        ("The governor said on Monday that food would be delivered to Oran on Sunday.", "AID", "2024-05-05"),
        ("The union in Oran accused the police on Monday of beating two dockers.", "ACCUSE", "2024-04-29"),
        ("On Monday he accused the mayor of Oran of having freed a smuggler in return.", "RETREAT", None),
        ("The union in Oran accused the police of beating two dockers on Monday.", "ASSAULT", "2024-04-29"),
        ("A year ago gunmen attacked a bus in Oran.", "ASSAULT", "2023-05-01"),
        ("Three years ago gunmen attacked a bus in Oran.", "ASSAULT", "2021-01-01"),
        (
            "Police raided Oran on Thursday. In March 2019 they also came at night, and beat nine men.",
            "ASSAULT",
            "2019-03-01",
        ),
        ("On Monday raiders came at night and killed nine people in Oran.", "ASSAULT", "2024-04-29"),
        ("The bar accused the police in Oran and said that two lawyers had been beaten last month.", "ACCUSE", None),
        ("Troops had been sent when the king imposed a curfew in Oran on 12 April.", "COERCE", "2024-04-12"),
        ("In 2018, when police arrested nine men in Oran, the market burned.", "COERCE", "2018-01-01"),
        ("The fair, due to open in Oran on Sunday, was banned by the mayor.", "COERCE", None),
        ("A clerk who was due to be freed on Sunday was beaten in his cell in Oran.", "ASSAULT", None),
        ("The fair was banned on Tuesday by the mayor of Oran.", "COERCE", "2024-04-30"),
    ],
)
def test_the_clause_gives_the_day(coder: Pipeline, text: str, kind: str, expected: str | None) -> None:
    assert day_of(coder, text, kind) == expected


def test_a_time_among_the_words_of_a_plan_is_the_plans(coder: Pipeline) -> None:
    text = "The governors talked by telephone on Monday and are to meet today in Oran."
    (reading,) = coder.code([read_text(text, published=FRIDAY)])
    assert isinstance(reading, Reading)
    meeting = next(m for m in reading.events if m.mode == "meeting")
    assert meeting.time is not None
    assert meeting.time.from_ == FRIDAY


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("A spokesman, speaking in Oran on Sunday, condemned the police.", "ACCUSE", "2024-04-28"),
        ("The minister, speaking on Sunday, condemned Friday's attack.", "ACCUSE", "2024-04-28"),
        ("The minister, speaking on Sunday, has condemned the police.", "ACCUSE", None),
        ("Speaking at a mosque in Oran on Sunday, she thanked the farmers.", "SUPPORT", "2024-04-28"),
        ("The bishop, who addressed the crowd on Sunday, praised the nurses.", "SUPPORT", "2024-04-28"),
        ("In a letter read in all churches on Sunday, the bishops appealed for calm.", "REQUEST", "2024-04-28"),
        ("A report published on Sunday accused the army of torture.", "ACCUSE", "2024-04-28"),
        ("A leaflet that appeared on Sunday threatened to kill the mayor.", "THREATEN", "2024-04-28"),
        ("The lawyer, who was beaten on Sunday, accused the police.", "ACCUSE", None),
        ("The minister, who was sworn in on Sunday, condemned the police.", "ACCUSE", None),
        ("A clerk who was seized on Sunday accused the army of torture.", "ACCUSE", None),
    ],
)
def test_words_are_of_the_day_of_their_occasion(coder: Pipeline, text: str, kind: str, expected: str | None) -> None:
    assert day_of(coder, text, kind) == expected
