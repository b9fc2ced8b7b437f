"""Times of a mention's sentence that are not its own: another happening's, the telling's, a record's."""

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
        ("A court in Oran jailed two men on Monday for an attack in March 2019.", "SANCTION", "2024-04-29"),
        ("A guard in Oran was charged on Monday in the killing of a docker.", "ASSAULT", None),
        ("A guard in Oran was charged on Monday in the May 2019 killing of a docker.", "ASSAULT", "2019-05-01"),
        ("Police in Oran arrested a guard on Monday on two counts of rape.", "ASSAULT", None),
        ("Prosecutors opened an inquiry on Monday into the killing of an editor in Oran.", "ASSAULT", None),
        ("The union demonstrated in Oran on Monday against the arrest of its leader.", "COERCE", None),
        ("Police in Oran have detained at least 60 people since Monday.", "COERCE", "2024-04-29"),
        ("Police in Oran detained 60 people in the largest sweep since March.", "COERCE", None),
        ("Chad protested on Monday against the detention of two envoys.", "COERCE", None),
        ("The union demonstrated in Oran on Monday against the arrest of its leader.", "PROTEST", "2024-04-29"),
        ("The union demonstrated in Oran against the arrest of its leader on Monday.", "COERCE", "2024-04-29"),
        ("The rebels launched an attack in Oran on Monday against the army.", "ASSAULT", "2024-04-29"),
        ("On Monday the sides spoke by telephone and agreed to pull back their troops.", "RETREAT", None),
        ("Vandals smashed windows in Oran on Tuesday, the second such attack this month.", "PROTEST", "2024-04-30"),
        ("The dockers in Oran warned of a strike from Wednesday unless the gate opened.", "THREATEN", None),
        ("The toll of the attack on a bus in Oran rose to 34 on Tuesday.", "ASSAULT", None),
        ("The sides agreed on Thursday on a prisoner swap.", "RETREAT", None),
        ("The sides agreed on Thursday on a prisoner swap for Sunday.", "RETREAT", "2024-05-05"),
        ("The toll of Monday's attack on a bus in Oran rose to 34 on Tuesday.", "ASSAULT", "2024-04-29"),
        ("A guard in Oran was found guilty of manslaughter on Tuesday.", "ASSAULT", None),
        ("A guard in Oran was jailed on Friday for killing a boy at a checkpoint in 2018.", "ASSAULT", "2018-01-01"),
        ("Oran's mayor thanked Tunis for its help after the March floods.", "SUPPORT", None),
        ("The march in Oran followed the arrest of two students on Tuesday.", "PROTEST", None),
        ("The march in Oran followed the arrest of two students on Tuesday.", "COERCE", "2024-04-30"),
        ("The march in Oran on Thursday followed the arrest of two students.", "PROTEST", "2024-05-02"),
        ("On Thursday the march in Oran followed the arrest of two students.", "PROTEST", "2024-05-02"),
        ("The mayor resigned on Friday after his house in Oran had been burned down.", "ASSAULT", None),
        ("The mayor resigned on Friday after his house in Oran had been burned down.", "RETREAT", "2024-05-03"),
        ("Guards shot a man in Oran on Monday after a crowd burned a depot.", "ASSAULT", "2024-04-29"),
        ("Oran has been under a curfew since Monday, from nine in the evening until five.", "COERCE", "2024-04-29"),
        ("Rebels in Oran were blamed on Tuesday for the ambush of a convoy.", "ASSAULT", None),
        ("The union in Oran put off its march from Monday to Saturday.", "PROTEST", "2024-05-04"),
        ("Gunmen killed nine herders in Oran in the deadliest attack since March.", "ASSAULT", None),
        ("The union in Oran marched from Monday to Tuesday.", "PROTEST", "2024-04-29"),
        ("Thousands marched in Oran on Monday in the biggest protest since 2019.", "PROTEST", "2024-04-29"),
        ("Thousands marched in Oran in the biggest protest since 2019.", "PROTEST", None),
        ("Thousands joined the march in Oran, the largest since June.", "PROTEST", None),
        (
            "Chad, which fought a war with Libya in 1987 and recognises two regions as states, sent aid to Oran.",
            "SUPPORT",
            None,
        ),
        (
            "Chad, which fought a war with Libya in 1987 and recognises two regions as states, sent aid to Oran.",
            "ASSAULT",
            "1987-01-01",
        ),
        ("Thousands have marched in Oran since Monday.", "PROTEST", "2024-04-29"),
        ("The sides signed a truce in Oran on Monday after talks led by a bishop.", "CONSULT", None),
        ("The sides signed a truce in Oran on Monday after talks on Sunday.", "CONSULT", "2024-04-28"),
        ("The sides signed a truce during talks led by a bishop in Oran on Monday.", "CONSULT", "2024-04-29"),
        ("The governor imposed a curfew in Oran on Tuesday.", "COERCE", "2024-04-30"),
        ("Crowds gathered in Oran on Monday to mark the anniversary of the massacre.", "ASSAULT", None),
        ("Survivors of the massacre marched in Oran on Monday.", "ASSAULT", None),
        ("On Monday the town of Oran remembered the victims of the bombing.", "ASSAULT", None),
        ("Rebels burned two lorries near Oran and on Monday shelled the airport.", "ASSAULT", None),
        ("The union denounced the tax, calling it theft, and on Monday marched to the port of Oran.", "ACCUSE", None),
        (
            "The union denounced the tax, calling it theft, and on Monday marched to the port of Oran.",
            "PROTEST",
            "2024-04-29",
        ),
        ("Farmers blocked the bridge for hours and on Monday petitioned the king.", "PROTEST", None),
        ("On Monday rebels burned two lorries near Oran and shelled the airport.", "ASSAULT", "2024-04-29"),
        ("Rebels burned two lorries and shelled the airport of Oran on Monday.", "ASSAULT", "2024-04-29"),
        (
            "On Monday a mob burned a mosque. Police have kept Oran indoors from dusk to dawn since Tuesday.",
            "COERCE",
            "2024-04-30",
        ),
        ("Victims of Friday's bombing in Oran were buried on Sunday.", "ASSAULT", "2024-05-03"),
    ],
)
def test_whose_day_it_is(coder: Pipeline, text: str, kind: str, expected: str | None) -> None:
    assert day_of(coder, text, kind) == expected


def test_how_long_a_measure_lasts_is_not_when_it_was_taken(coder: Pipeline) -> None:
    (taken,) = coder.code([read_text("The governor imposed a curfew in Oran until Sunday.", published=FRIDAY)])
    (lasting,) = coder.code([read_text("The food aid of Oran has been suspended until Sunday.", published=FRIDAY)])
    assert isinstance(taken, Reading)
    assert isinstance(lasting, Reading)
    assert [m.time for m in taken.events] == [None]
    assert all(m.time is not None and m.time.to is not None for m in lasting.events)


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("Hundreds marched in Oran on Tuesday against the arrest of a priest.", "COERCE", None),
        ("Hundreds marched in Oran on Tuesday against the arrest of a priest.", "PROTEST", "2024-04-30"),
        ("Farmers protested in Oran on Tuesday at the killing of a judge.", "ASSAULT", None),
        ("Nurses went on strike on Tuesday over the arrest of a doctor.", "COERCE", None),
        ("Nurses held a march on Tuesday to protest the killing of a doctor.", "ASSAULT", None),
        ("The bishop on Tuesday denounced the arrest of a priest in Oran.", "COERCE", None),
        ("Students rallied on Tuesday against a possible attack on Tunis.", "ASSAULT", None),
        ("Farmers protested on Tuesday against last week's killing of a judge.", "ASSAULT", "2024-04-22"),
        ("Police shot two farmers on Tuesday in a protest against the mayor.", "ASSAULT", "2024-04-30"),
        ("Farmers threw stones at the police on Tuesday.", "PROTEST", "2024-04-30"),
        ("The protest over Tuesday's vote in Oran drew thousands.", "PROTEST", None),
        ("Tuesday's protest over the vote in Oran drew thousands.", "PROTEST", "2024-04-30"),
        ("The march against Tuesday's arrest of a priest drew thousands.", "PROTEST", None),
        ("The march against Tuesday's arrest of a priest drew thousands.", "COERCE", "2024-04-30"),
    ],
)
def test_what_people_object_to_was_not_then(coder: Pipeline, text: str, kind: str, expected: str | None) -> None:
    assert day_of(coder, text, kind) == expected


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("A clerk was shot during a raid by police on Tuesday on a depot.", "ASSAULT", "2024-04-30"),
        ("A clerk was seized during the attack of rebels on Oran in March 2011.", "COERCE", "2011-03-01"),
        ("Two nurses were shot and wounded in an attack by rebels on Tuesday on a ward.", "ASSAULT", "2024-04-30"),
        ("The army captured the town in the 1997 war.", "ASSAULT", "1997-01-01"),
        ("A clerk was arrested during the 1989 invasion of Oran.", "COERCE", "1989-01-01"),
        ("Thousands were killed in the 1994 genocide.", "ASSAULT", "1994-01-01"),
        ("Police arrested a man over the 1994 killing.", "COERCE", None),
    ],
)
def test_what_was_done_in_the_course_of_something_was_then(
    coder: Pipeline, text: str, kind: str, expected: str | None
) -> None:
    assert day_of(coder, text, kind) == expected


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("The king on Tuesday condemned the killing of a priest in Lima on Sunday.", "ASSAULT", "2024-04-28"),
        ("The king on Tuesday condemned the killing of a priest in Lima on Sunday.", "ACCUSE", "2024-04-30"),
        ("The ministry Tuesday deplored two bomb attacks in Oran Sunday.", "ASSAULT", "2024-04-28"),
        (
            "Police on Tuesday arrested two men over the stabbing of a clerk in Leeds on Sunday.",
            "ASSAULT",
            "2024-04-28",
        ),
        ("A court on Tuesday charged a man with the murder of a nurse in Cork on Sunday.", "ASSAULT", "2024-04-28"),
        ("The king condemned the killing of a priest in Lima on Sunday.", "ACCUSE", "2024-04-28"),
        ("On Sunday a clerk was stabbed and on Tuesday the king condemned the attack.", "ACCUSE", "2024-04-30"),
    ],
)
def test_the_earlier_of_two_days_of_a_clause_is_the_deeds(
    coder: Pipeline, text: str, kind: str, expected: str | None
) -> None:
    assert day_of(coder, text, kind) == expected


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("The union denounces the arrest of two clerks on Monday.", "COERCE", "2024-04-29"),
        ("The union denounces the arrest of two clerks on Monday.", "ACCUSE", None),
        ("We condemn the shelling of the market on Sunday.", "ASSAULT", "2024-04-28"),
        ("The league applauds the release of nine miners on Tuesday.", "RETREAT", "2024-04-30"),
        ("The firm condemns the violence at the gate on Tuesday night.", "ACCUSE", None),
        ("The union denounced the arrest of two clerks on Monday.", "ACCUSE", "2024-04-29"),
        ("The union denounces the police for shooting a clerk on Monday.", "ASSAULT", "2024-04-29"),
        ("The union denounces the police for shooting a clerk on Monday.", "ACCUSE", None),
        ("A court jailed two men for beating a student on Monday.", "ASSAULT", None),
    ],
)
def test_a_day_gone_by_is_not_that_of_who_judges_in_the_present(
    coder: Pipeline, text: str, kind: str, expected: str | None
) -> None:
    assert day_of(coder, text, kind) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The cabinet pledged an inquiry into the 6 April fire.", None),
        ("Prosecutors have begun an investigation into the 12 April fire.", None),
        ("Parliament opened an inquiry on Monday into the 6 April fire.", "2024-04-29"),
        ("Police began an inquiry on 6 April.", "2024-04-06"),
    ],
)
def test_what_an_inquiry_is_into_was_before(coder: Pipeline, text: str, expected: str | None) -> None:
    assert day_of(coder, text, "ACCUSE") == expected
