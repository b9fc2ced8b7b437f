"""Times that hang on a happening, settled by the happening's day."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from msgspec.structs import replace

from dateline.annotate.parse import Parser
from dateline.annotate.times import TagTimes
from dateline.pipeline import Pipeline, make_coder
from dateline.read import read_text
from dateline.records import MentionTime, Reading
from dateline.reference.times import load_time_grammar
from dateline.resolve.settled import Hanging, read_hanging, settle, sharpen
from tests import factory

TAG, GRAMMAR = TagTimes(), load_time_grammar()
DAY = date(2024, 5, 1)


@pytest.fixture(scope="module")
def coder() -> Pipeline:
    return make_coder()


def when(start: date, days: int = 1, precision: str = "day", time: int | None = None) -> MentionTime:
    return MentionTime(
        time=time,
        from_=start,
        to=start + timedelta(days=days),
        precision=precision,  # type: ignore[arg-type]
        basis="stated",
    )


def reading(parser: Parser, text: str, word: str, time: MentionTime) -> Reading:
    made = TAG(parser(factory.reading(text, published=date(2024, 5, 3))))
    mention = factory.mention("PROTEST", start=text.index(word), word=word, voice="v0")
    return replace(made, events=(replace(mention, time=time),))


@pytest.mark.parametrize(
    ("text", "hanging"),
    [
        ("the eve of the march", Hanging("march", -1, None)),
        ("the day after his arrest", Hanging("arrest", 1, None)),
        ("two weeks before the vote", Hanging("vote", -14, None)),
        ("the night of the storm", Hanging("storm", 0, "NI")),
        ("three years after the war", None),
        ("on Tuesday", None),
    ],
)
def test_what_an_expression_says(text: str, hanging: Hanging | None) -> None:
    assert read_hanging(text, GRAMMAR) == hanging


def test_settled_by_a_dated_mention(parser: Parser) -> None:
    text = "On the eve of the walkout, crews sang. Miners downed tools at the pit."
    made = reading(parser, text, "walkout", when(DAY))
    assert made.times[0].from_ is None
    settled = settle(made, GRAMMAR)[0]
    assert (settled.value, settled.from_, settled.to, settled.unresolved) == ("2024-04-30", date(2024, 4, 30), DAY, {})


def test_open_without_a_dated_mention(parser: Parser) -> None:
    text = "On the eve of the walkout, crews sang."
    made = reading(parser, text, "walkout", when(date(2024, 1, 1), 366, "year"))
    assert settle(made, GRAMMAR) == made.times


def test_a_year_beside_a_known_happening_takes_its_day(parser: Parser) -> None:
    text = "A bomb went off on March 2, 2016. He spoke of the 2016 bombing."
    made = TAG(parser(factory.reading(text, published=date(2024, 5, 3))))
    first = factory.mention("ASSAULT", start=text.index("bomb"), word="bomb", voice="v0")
    second = factory.mention("ASSAULT", start=text.index("bombing"), word="bombing", voice="v0")
    events = (
        replace(first, time=when(date(2016, 3, 2), time=0)),
        replace(second, time=when(date(2016, 1, 1), 366, "year", time=1)),
    )
    sharpened = sharpen(replace(made, events=events), GRAMMAR)
    assert [m.time and m.time.from_ for m in sharpened] == [date(2016, 3, 2), date(2016, 3, 2)]
    assert sharpened[1].time is not None
    assert sharpened[1].time.basis == "inherited"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("A bomb killed nine people in Pune on 11 April. The police blamed rebels for last month's bombing.", "11"),
        (
            "Gunmen shot dead a mayor near Quito on 5 April. The mayor was killed last month by a gang, police said.",
            "05",
        ),
        ("A bomb killed nine people in Pune on 11 April. Bombings killed 120 people last month.", None),
        ("A bomb killed nine people in Pune on 11 April. A bombing in Peru last month hurt nobody.", None),
        (
            "Gunmen shot a man on 5 April. Soldiers shot a nurse on 9 April. A judge reviews last month's shootings.",
            None,
        ),
    ],
)
def test_a_known_deed_of_last_month_takes_the_one_day_told(coder: Pipeline, text: str, day: str | None) -> None:
    (reading,) = coder.code([read_text(text, published=date(2024, 5, 3))])
    assert isinstance(reading, Reading)
    last = [m for m in reading.events if m.type == "ASSAULT"][-1].time
    assert last is not None
    assert (str(last.from_)[-2:] if last.precision == "day" else None) == day
