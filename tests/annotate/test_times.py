"""The times stage: each voice's clock, the narrative, headings and datelines, and what any text gives."""

from __future__ import annotations

import re
from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from dateline.annotate.parse import Parser
from dateline.annotate.times import TagTimes
from dateline.records import Attribution, Content, Parse, Reading, Span, SpanText, Time, Token, Voice
from tests import factory

TAG = TagTimes()
PUBLISHED = date(2024, 5, 3)  # a Friday


def flat(text: str) -> Parse:
    """Return a parse without grammar: every word hangs on itself."""
    tokens = tuple(
        Token(i, m[0], m[0].lower(), "X", "XX", "ROOT", i, 0, m.start(), m.end())
        for i, m in enumerate(re.finditer(r"\w+", text))
    )
    return Parse.of(tokens, ((0, len(tokens)),) if tokens else ())


def tagged(text: str, published: date | None = PUBLISHED, *voices: Voice, parser: Parser | None = None) -> list[Time]:
    reading = factory.reading(text, published=published)
    reading = replace(reading, voices=(*reading.voices, *voices))
    parsed = parser(reading) if parser else replace(reading, parse=flat(text))
    return list(TAG(parsed).times)


def values(text: str, published: date | None = PUBLISHED, parser: Parser | None = None) -> dict[str, str | None]:
    return {time.text: time.value for time in tagged(text, published, parser=parser)}


def post(text: str, words: str, posted: date | None) -> Voice:
    start = text.index(words)
    span = Span(start, start + len(words))
    return Voice(id="v1", parent="v0", kind="post", speaker="Someone", span=span, body=span, posted=posted)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Police raided a shop on Tuesday. The owner was freed the next day.",
            {"Tuesday": "2024-04-30", "the next day": "2024-05-01"},
        ),
        ("The strike will begin on Tuesday.", {"Tuesday": "2024-05-07"}),
        ("On April 2, a day earlier, crowds gathered.", {"April 2": "2024-04-02", "a day earlier": "2024-04-01"}),
        ("Crowds sang on April 3. On April 2, a day earlier, they wept.", {"a day earlier": "2024-04-02"}),
        ("The bridge fell in August 2021. The following month it was rebuilt.", {"The following month": "2021-09"}),
        ("The plant burned in March 2022. It reopened in October of that year.", {"October of that year": "2022-10"}),
        ("The plant closed in May 2017. That autumn it burned.", {"That autumn": "2017-FA"}),
        ("The plant closed in January 2018. It burned that same winter.", {"that same winter": "2017-WI"}),
        ("They marched on Sunday evening. Shots rang out shortly after nine.", {"nine": "2024-04-28T21:00"}),
        ("She was freed, he said on Monday. The clerk was let go that evening.", {"that evening": "2024-04-29TEV"}),
        ("He was shot on Sunday, she said on Monday. That evening a shop burned.", {"That evening": "2024-04-28TEV"}),
        ("She was ill, he said on Monday. The same day a shop burned.", {"The same day": "2024-04-29"}),
        (
            "Vendors marched on Tuesday against a ban imposed the day before. The mayor saw them the same afternoon.",
            {"the same afternoon": "2024-04-30TAF"},
        ),
        (
            "Miners began a walkout on Wednesday. It will last until Sunday. At noon they sang.",
            {"noon": "2024-05-01T12:00"},
        ),
        (
            "Guards fired on the crowd on Monday. Two men were let go the same night.",
            {"the same night": "2024-04-29TNI"},
        ),
        (
            "Guards fired on the crowd on Sunday night. On Monday miners marched. Two men were let go the same night.",
            {"the same night": "2024-04-29TNI"},
        ),
        ("Farmers marched on Monday. On the eve of the march, two were held.", {"the eve of the march": "2024-04-28"}),
        ("The crews called a strike from Tuesday.", {"Tuesday": "2024-05-07"}),
        ("The king invited both mayors to Oran in July.", {"July": "2024-07"}),
        ("The king invited both mayors to Oran in March.", {"March": "2024-03"}),
        ("The king received both mayors in July.", {"July": "2023-07"}),
        ("As long ago as 2019, miners burned a lorry.", {"As long ago as 2019": "2019"}),
        ("As many as 2000 miners marched in 2018.", {"2018": "2018"}),
        ("The crews were on strike from Tuesday.", {"Tuesday": "2024-04-30"}),
        ("The hall opened from Friday to Monday.", {"Friday": "2024-05-03", "Monday": "2024-05-06"}),
        ("The crew rested. Three days later they sailed.", {"Three days later": "XXXX-XX-XX"}),
        # a year or a month told of last is what is counted from, unless it is told by the way
        (
            "Farmers marched on Monday.\n\nIn 2014 rebels took a nun. Three days later she fled.",
            {"Three days later": "2014"},
        ),
        ("Rebels took a nun in 2014 and freed her the same day.", {"the same day": "2014"}),
        ("A guard was held in January and freed two days later.", {"two days later": "2024-01"}),
        ("Farmers, who met in 2014, marched on Monday. The next day they rested.", {"The next day": "2024-04-30"}),
        (
            "Farmers marched on Monday, their third march this year. The next day they rested.",
            {"The next day": "2024-04-30"},
        ),
        # what a clause looks back to leaves the narrative where the main clause is
        (
            "The mayor resigned on Tuesday after an inquiry had found that police shot a boy on April 8. "
            "His deputy was held the following day.",
            {"the following day": "2024-05-01"},
        ),
        (
            "The mayor resigned on Monday after police had shot a boy. The next day he fled.",
            {"The next day": "2024-04-30"},
        ),
        (
            "After police had shot a boy on Monday, a crowd wept. The next day it marched.",
            {"The next day": "2024-04-30"},
        ),
    ],
)
def test_the_narrative(parser: Parser, text: str, expected: dict[str, str]) -> None:
    found = values(text, parser=parser)
    assert {key: found.get(key) for key in expected} == expected


def test_the_time_of_saying_does_not_move_the_narrative(parser: Parser) -> None:
    text = "Police raided a shop on Monday, an officer said on Thursday. The owner was freed the next day."
    assert values(text, parser=parser)["the next day"] == "2024-04-30"


def test_a_post_counts_from_its_posting_and_leaves_the_narrative_alone() -> None:
    words = "Big crowd here tonight! See you tomorrow."
    text = f"Crowds gathered on April 30.\n\n{words}\n\nThe following day it rained."
    times = {t.text: t for t in tagged(text, PUBLISHED, post(text, words, date(2024, 4, 20)))}
    assert (times["tonight"].value, times["tonight"].anchor) == ("2024-04-20TNI", "post")
    assert times["tomorrow"].value == "2024-04-21"
    assert (times["The following day"].value, times["The following day"].anchor) == ("2024-05-01", "narrative")


def test_a_post_without_a_date_stays_open() -> None:
    words = "Big crowd here tonight!"
    times = tagged(words, PUBLISHED, post(words, words, None))
    assert (times[0].from_, times[0].unresolved["from"]) == (None, "no-publication-date")


def test_a_quotation_counts_from_when_it_was_said(parser: Parser) -> None:
    text = 'The mayor spoke on Tuesday. "We will vote tomorrow," she said on Wednesday.'
    start, cue = text.index("We will"), text.index("said")
    inside = Span(start, text.index(',"'))
    quote = Voice(id="v1", parent="v0", kind="quote", speaker="the mayor", span=inside)
    said = Attribution(
        voice="v0",
        parent=None,
        source=None,
        cue=SpanText(span=Span(cue, cue + 4), text="said"),
        content=Content(span=inside),
    )
    reading = factory.reading(text, published=PUBLISHED)
    reading = parser(replace(reading, voices=(*reading.voices, quote), attributions=(said,)))
    times = {t.text: t for t in TAG(reading).times}
    assert (times["tomorrow"].value, times["tomorrow"].anchor) == ("2024-05-02", "quotation")


def test_day_headings_and_stamps_of_a_liveblog() -> None:
    text = "WEDNESDAY\n\n17:50 - The march sets off. Yesterday it rained.\n\nTHURSDAY\n\n08:30 - Overnight two fires broke out."
    found = tagged(text)
    assert [t.value for t in found] == [
        "2024-05-01", "2024-05-01T17:50", "2024-04-30", "2024-05-02", "2024-05-02T08:30", "2024-05-01TNI",
    ]  # fmt: skip


def test_a_dateline_is_the_day_of_speaking() -> None:
    found = values("LIMA, April 30 (Agency) - Miners walked out today.")
    assert found == {"April 30": "2024-04-30", "today": "2024-04-30"}
    assert values("Lima, 30 April 2024. Miners walked out yesterday.", None)["yesterday"] == "2024-04-29"


def test_without_a_publication_date_relative_times_stay_open() -> None:
    times = {t.text: t for t in tagged("It began on Tuesday, after 3 May 2021, and ended last week.", None)}
    assert (times["Tuesday"].value, times["Tuesday"].unresolved["from"]) == ("XXXX-WXX-2", "no-publication-date")
    assert times["3 May 2021"].from_ == date(2021, 5, 3)
    assert times["last week"].unresolved["to"] == "no-publication-date"


def test_a_contradiction_is_kept_with_a_warning() -> None:
    times = tagged("It happened on Monday, January 5, 2020.")
    assert times[0].value == "2020-01-05"
    assert times[0].warning is not None


def test_names_of_people_are_no_months(parser: Parser) -> None:
    assert values("In parliament, Theresa May spoke to April Jones.", parser=parser) == {}
    assert values("Major Friday Ekpo said that two men had been shot.", parser=parser) == {}


def test_what_is_named_after_a_day_is_no_time(parser: Parser) -> None:
    text = "The June 4 Movement shelled November 7 Square on Thursday."
    assert list(values(text, parser=parser)) == ["Thursday"]


FORMS = [
    "{d.day} {month} {d.year}",
    "{month} {d.day}, {d.year}",
    "{d.year:04}-{d.month:02}-{d.day:02}",
    "{weekday}, {month} {d.day}, {d.year}",
    "{d.day:02}.{d.month:02}.{d.year}",
    "the {d.day} of {month} {d.year}",
    "{short}. {d.day}, {d.year}",
    "{d.day}-{month}-{d.year}",
    "{d.day}{suffix} {month} {d.year}",
    "the {d.day}{suffix} of {month}, {d.year}",
    "{weekday} {d.day} {month} {d.year}",
    "{weekday}, the {d.day}{suffix} of {month} {d.year}",
    "{weekday3} {d.day} {month} {d.year}",
    "{short} {d.day} {d.year}",
]
MONTHS = "January February March April May June July August September October November December".split()
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()


@given(st.dates(date(1970, 1, 1), date(2099, 12, 31)), st.sampled_from(FORMS))
def test_a_written_date_reads_back_to_itself(day: date, form: str) -> None:
    month = MONTHS[day.month - 1]
    suffix = "th" if day.day // 10 == 1 else {1: "st", 2: "nd", 3: "rd"}.get(day.day % 10, "th")
    weekday = DAYS[day.weekday()]
    words = {"month": month, "short": month[:3], "weekday": weekday, "weekday3": weekday[:3], "suffix": suffix}
    written = form.format(d=day, **words)
    times = tagged(f"It happened on {written} in town.")
    assert [(t.value, t.from_, t.to, t.warning) for t in times] == [
        (day.isoformat(), day, day + timedelta(days=1), None)
    ]


WORDS = st.sampled_from(
    "on the of last next 3 May 31 June 9999 1999 12/31/99 31.02.2020 0001-01-01 two weeks ago later 99 Monday , - \n . night eve"
    " century 70s hundred years decades before after earlier attack same day this year quarter 24:00 11:59 p.m. today tomorrow"
    " 9999-12-31 the following weekend summer from to until every overnight"
    " between 12th at eight half past a.m. first Sunday weekend on the of his vote strike on, 2-4 31-2 0430 GMT+99 1990s".split(
        " "
    )
)


@given(st.lists(WORDS, max_size=14), st.sampled_from([None, date.min, date.max, PUBLISHED]))
def test_any_row_of_time_words_is_tagged_soundly(words: list[str], published: date | None) -> None:
    text = " ".join(words)
    for found in tagged(text, published):
        assert found.span.of(text) == found.text != ""
        assert (found.from_ is None) == (found.to is None)
        assert found.from_ is None or (found.to is not None and found.from_ < found.to)
        assert (found.from_ is None) == ("from" in found.unresolved)
        assert found.value is not None or "value" in found.unresolved


@given(st.text(max_size=300))
def test_any_text_is_tagged_without_error(text: str) -> None:
    assert all(found.span.of(text) == found.text for found in tagged(text))


def test_no_text_has_no_times() -> None:
    assert (
        TAG(Reading(report=factory.reading("").report, voices=factory.reading("").voices, parse=Parse.of((), ()))).times
        == ()
    )


def test_dates_of_other_calendars_are_converted_and_say_so() -> None:
    times = {t.text: t for t in tagged("Crowds prayed on 22 Bahman 1357, and on 1 Ramadan 1444.")}
    assert times["22 Bahman 1357"].value == "1979-02-11"
    assert times["1 Ramadan 1444"].value == "2023-03-23"
    assert all("date" in (t.warning or "") for t in times.values())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He was jailed in 2019 and freed the following March.", {"the following March": "2020-03"}),
        (
            "Shells fell overnight. At 3:15 a.m. a school burned.",
            {"overnight": "2024-05-02TNI", "3:15 a.m.": "2024-05-03T03:15"},
        ),
        ("They met on Monday. A week later they signed.", {"A week later": "2024-W19"}),
        ("It broke out on Monday at 11:30 p.m. (2030 GMT).", {"2030 GMT": "2024-04-29T20:30Z"}),
        ("The union called a strike for May 28.", {"May 28": "2024-05-28"}),
        ("The report is due by mid-2025.", {"mid-2025": "2025"}),
        ("Dockers have called a strike on Thursday.", {"Thursday": "2024-05-09"}),
        ("The mayor invited the farmers to talks on Tuesday.", {"Tuesday": "2024-05-07"}),
        ("They called for a march on Wednesday.", {"Wednesday": "2024-05-08"}),
        ("Dockers held a strike on Thursday.", {"Thursday": "2024-05-02"}),
        ("Villagers had called a meeting on Monday but nobody came.", {"Monday": "2024-04-29"}),
        ("The mayor extended the curfew until Tuesday.", {"Tuesday": "2024-05-07"}),
        ("The minister will meet the bishop, on Monday, her spokesman said.", {"Monday": "2024-05-06"}),
        ("We met on Tuesday at nine.", {"Tuesday at nine": "2024-04-30T09:00"}),
        ("A guard died in the night from Monday to Tuesday.", {"the night from Monday": "2024-04-29TNI"}),
        ("She visits on Tuesdays and Fridays.", {"Tuesdays": "XXXX-WXX-2", "Fridays": "XXXX-WXX-5"}),
    ],
)
def test_more_of_the_narrative(parser: Parser, text: str, expected: dict[str, str]) -> None:
    found = values(text, parser=parser)
    assert {key: found.get(key) for key in expected} == expected


@given(
    st.dates(date(1970, 1, 1), date(2099, 12, 31)),
    st.sampled_from(["{d.month:02}/{d.day:02}", "{d.day:02}/{d.month:02}"]),
)
def test_figures_that_are_clear_read_back_to_the_day(day: date, form: str) -> None:
    if day.day > 12:
        assert tagged(f"It happened on {form.format(d=day)}/{day.year} in town.")[0].value == day.isoformat()


@given(
    st.dates(date(1500, 1, 1), date(2099, 12, 31)),
    st.sampled_from(["in {month} {d.year}", "in {month}, {d.year}", "{month} of {d.year}"]),
)
def test_a_written_month_reads_back_to_itself(day: date, form: str) -> None:
    times = tagged(f"It happened {form.format(d=day, month=MONTHS[day.month - 1])} in town.")
    assert [(t.value, t.precision) for t in times] == [(f"{day:%Y-%m}", "month")]


@given(st.dates(date(1970, 1, 1), date(2099, 12, 31)), st.times())
def test_a_written_clock_time_reads_back_to_itself(day: date, hour: time) -> None:
    month, half = MONTHS[day.month - 1], "a.m." if hour.hour < 12 else "p.m."
    value = f"{day.isoformat()}T{hour.hour:02}:{hour.minute:02}"
    written = [
        (f"{hour.hour:02}:{hour.minute:02} on {day.day} {month} {day.year}", value),
        (f"{hour.hour % 12 or 12}:{hour.minute:02} {half} on {month} {day.day}, {day.year}", value),
        (f"{day.day} {month} {day.year} at {hour.hour:02}:{hour.minute:02} GMT", value + "Z"),
    ]
    for text, expected in written:
        assert [(t.type, t.value, t.from_) for t in tagged(f"It happened at {text}.")] == [("TIME", expected, day)]


@given(st.integers(1000, 9999), st.integers(-40, 40))
def test_counted_days_land_where_they_say(ordinal_shift: int, n: int) -> None:
    published = date.fromordinal(PUBLISHED.toordinal() + ordinal_shift)
    phrase = f"{n} days ago" if n > 0 else f"{-n} days from now"
    expected = published - timedelta(days=n)
    assert [t.value for t in tagged(f"It happened {phrase}.", published)] == [expected.isoformat()]


@pytest.mark.parametrize(
    "text",
    [
        "Crowds marched on Monday.\n\nThe town mourned a man who was killed there on March 2, 2016.\n\nThe next day it rained.",
        "Crowds marched on Monday.\n\nOn March 2, 2016 a bomb went off in the town.\n\nThe next day it rained.",
    ],
)
def test_background_does_not_leak_into_the_next_paragraph(parser: Parser, text: str) -> None:
    assert values(text, parser=parser)["The next day"] == "2024-04-30"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Results came two days after the vote. The vote was held on April 2.",
            {"two days after the vote": "2024-04-04"},
        ),
        ("A summit opens on Friday. Talks begin at 9.30 a.m. and end the next day.", {"the next day": "2024-05-04"}),
        ("The vote, first set for 5 April, was put off to 2 June.", {"5 April": "2024-04-05", "2 June": "2024-06-02"}),
        (
            "He was arrested on 3 April. The day after his arrest, he fell ill.",
            {"The day after his arrest": "2024-04-04"},
        ),
        (
            "The council vote was on Monday. It was the eve of the council vote.",
            {"the eve of the council vote": "2024-04-28"},
        ),
        (
            "Cracks opened on Sunday, April 7, and on Monday, April 8. On Tuesday the hill fell.",
            {"Tuesday": "2024-04-09"},
        ),
        ("Cracks opened on April 7. On Tuesday the hill fell.", {"Tuesday": "2024-04-09"}),
        ("Cracks opened on April 7.\n\nOn Tuesday the hill fell.", {"Tuesday": "2024-04-30"}),
        ("Cracks opened on April 7, and on Tuesday the hill fell.", {"Tuesday": "2024-04-09"}),
        ("The mayor condemned the raid of April 12 on Wednesday.", {"Wednesday": "2024-05-01"}),
        ("The lake is open from May to October.", {"October": "2024-10"}),
        ("Crews met on 12 March. That weekend it rained.", {"That weekend": "2024-W11-WE"}),
        ("The army held the town until April 30. Two days later it left.", {"Two days later": "2024-05-02"}),
    ],
)
def test_still_more_of_the_narrative(parser: Parser, text: str, expected: dict[str, str]) -> None:
    found = values(text, parser=parser)
    assert {key: found.get(key) for key in expected} == expected


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("By Monday the harbour was quiet again.", "2024-04-29"),
        ("The mayor has closed the bridge until Monday.", "2024-05-06"),
        ("Bread prices stay frozen until November.", "2024-11"),
        ("The rebels held the bridge until Monday.", "2024-04-29"),
        ("The council ordered a boycott of the schools from 2 June.", "2024-06-02"),
        ("The governor banned rallies until 30 June.", "2024-06-30"),
        ("The court closed the port until 30 June.", "2024-06-30"),
        ("The prefect banned marches until 30 January.", "2024-01-30"),
        ("The rebels held the town until 30 June.", "2023-06-30"),
        ("The council ordered a search of the schools on 2 June.", "2023-06-02"),
    ],
)
def test_by_a_day_that_is_told_of_and_until_one_that_is_waited_for(parser: Parser, text: str, value: str) -> None:
    assert list(values(text, parser=parser).values()) == [value]


def test_weekdays_of_news_are_the_current_weeks_also_after_an_older_date() -> None:
    older = "The gang is blamed for a raid on 3 February, in which 11 traders died. One man was freed on Saturday."
    told = tagged(f"The mine will reopen, its owner said on Tuesday.\n\n{older}", date(2018, 2, 21))
    assert [t.value for t in told] == ["2018-02-20", "2018-02-03", "2018-02-17"]


@pytest.mark.parametrize(
    ("text", "expression", "day"),
    [
        (
            "The court barred the party on 18 April. Two days after it, women marched.",
            "Two days after it",
            "2024-04-20",
        ),
        ("Men burned a bus on 18 April. Two days after that, police came.", "Two days after that", "2024-04-20"),
        (
            "It began in Lodja, where a bomb went off on 8 April.\n\nTwo days later men stopped a bus.",
            "Two days later",
            "2024-04-10",
        ),
    ],
)
def test_days_counted_from_what_was_told_last(parser: Parser, text: str, expression: str, day: str) -> None:
    assert values(text, parser=parser)[expression] == day


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The feud goes back to 5 April, when two men were beaten. The next day troops shot a boy.", "2024-04-06"),
        ("The quarrel dates back to 5 April when a school was shut. The next day police raided it.", "2024-04-06"),
        ("The quarrel goes back to 5 April. The next day police raided the school.", "XXXX-XX-XX"),
    ],
)
def test_the_story_goes_to_when_a_quarrel_began(parser: Parser, text: str, expected: str) -> None:
    assert values(text, parser=parser)["The next day"] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Unions have announced a march on June 4.", "2024-06-04"),
        ("Unions voted for a strike on June 4.", "2024-06-04"),
        ("Unions gave notice of a strike starting on June 4.", "2024-06-04"),
        ("Unions announced a march on March 4.", "2024-03-04"),
        ("Unions marched on June 4.", "2023-06-04"),
        ("Police announced the arrest of two men on June 4.", "2023-06-04"),
    ],
)
def test_a_date_behind_what_is_announced_is_the_nearest(parser: Parser, text: str, expected: str) -> None:
    assert next(iter(values(text, parser=parser).values())) == expected


def test_days_after_what_a_clause_tells_are_no_days_after_it(parser: Parser) -> None:
    assert "two days after it" not in values(
        "The mill shut on 18 April. Police came two days after it shut.", parser=parser
    )


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("In 2020 soldiers shot dead a priest.", ["2020"]),
        ("In 2019 people took to the streets.", ["2019"]),
        ("The floods killed 2020 people.", []),
        ("In all 1990 soldiers were killed.", []),
        ("They marched with 1950 women.", []),
    ],
)
def test_people_behind_a_year_do_not_make_it_a_number(parser: Parser, text: str, years: list[str]) -> None:
    made = TagTimes()(parser(factory.reading(text, published=date(2024, 5, 3))))
    assert [t.value for t in made.times] == years
