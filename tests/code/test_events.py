"""The event coding stage on whole readings."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from msgspec.structs import replace

import dateline
from dateline.annotate.parse import Parser
from dateline.code.events import CodeEvents
from dateline.code.tellers import attribution_at
from dateline.pipeline import make_coder
from dateline.read import read_text
from dateline.records import Attribution, Content, Count, EventMention, Reading, Span, Time, Voice
from tests.factory import reading

STAGE = CodeEvents()


@pytest.fixture(scope="module")
def coded() -> Callable[[str], Reading]:
    """Run a text through the whole pipeline."""
    coder = make_coder()

    def run(text: str) -> Reading:
        (done,) = coder.code([read_text(text)])
        assert isinstance(done, Reading)
        return done

    return run


def code(parser: Parser, text: str, **layers: Any) -> tuple[EventMention, ...]:
    return STAGE(parser(reading(text, **layers))).events


def test_mention_points_at_its_words(parser: Parser) -> None:
    text = "Rebels shelled the market of Bria on Monday."
    (event,) = code(parser, text)
    assert event.trigger.text == "shelled" == event.trigger.span.of(text)
    assert all(a.text == a.span.of(text) for a in event.arguments)
    assert event.unresolved["confidence"] == "not-calibrated"


def test_same_text_gives_the_same_ids(parser: Parser) -> None:
    text = "Police arrested two men. Later they arrested a third."
    first, second = code(parser, text), code(parser, text)
    assert [e.id for e in first] == [e.id for e in second]
    assert len({e.id for e in first}) == len(first)


def test_words_in_a_post_belong_to_the_post(parser: Parser) -> None:
    text = "Calm returned.\n\nPolice arrested my brother — Ana (@ana) May 2, 2024"
    start, body = text.index("Police"), text.index(" — Ana")
    post = Voice(
        id="v1", parent="v0", kind="post", speaker="Ana", span=Span(start, len(text)), posted=date(2024, 5, 2),
        body=Span(start, body),
    )  # fmt: skip
    base = reading(text)
    (event,) = STAGE(parser(replace(base, voices=(*base.voices, post)))).events
    assert event.voice == "v1"


def test_smallest_attribution_wins() -> None:
    outer = Attribution(voice="v0", parent=None, source=None, cue=None, content=Content(span=Span(0, 90)))
    inner = Attribution(voice="v0", parent=0, source=None, cue=None, content=Content(span=Span(40, 80)))
    assert attribution_at((outer, inner), Span(50, 55)) == 1
    assert attribution_at((outer, inner), Span(10, 15)) == 0
    assert attribution_at((outer, inner), Span(95, 99)) is None


def test_denial_of_an_earlier_sentence_becomes_a_mention(parser: Parser) -> None:
    text = "Rebels shelled the market, residents said. The rebels denied this."
    events = code(parser, text)
    assert [(e.type, e.mode, e.status) for e in events][-1] == ("ASSAULT", "shelling", "denied")


def test_only_who_can_act_has_nothing_to_do_with_it(parser: Parser) -> None:
    events = code(parser, "Rebels shelled the market, residents said. The shelling has nothing to do with the harvest.")
    assert {e.status for e in events} == {"occurred"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Guards beat two men, residents said. Nobody touched them, the ministry said.", ("ASSAULT", "denied")),
        ("Guards beat two men, residents said. The army denies that its soldiers struck them.", ("ASSAULT", "denied")),
        ("Police raided a flat, neighbours said. The police say that they entered no flat.", ("COERCE", "denied")),
        ("Police fired tear gas at the marchers. The police deny that any gas was used.", ("COERCE", "denied")),
        ("The rebels said that they had shelled the camp on Monday, which the army denies.", ("ASSAULT", "denied")),
        ("Rebels shelled the market, they said. The rebels had nothing to do with it, their leader said.", ("ASSAULT", "denied")),
        ("Guards beat two men, residents said. The mine says it did no such thing.", ("ASSAULT", "denied")),
        ("A bomb killed nine men in Osh. The Rovers swear that their hands are clean.", ("ASSAULT", "denied")),
        ("Guards beat two men, residents said; the mine calls that an invention.", ("ASSAULT", "denied")),
        ("The union accused guards of beating two men. Their captain called the charge a fantasy.", ("ASSAULT", "denied")),
        ("Guards beat two men, residents said. The mine says nothing of the sort happened.", ("ASSAULT", "denied")),
        ('The union accused guards of beating two men. Their captain rejected this as "an insult".', ("ASSAULT", "denied")),
    ],
)  # fmt: skip
def test_denials_in_other_words(coded: Callable[[str], Reading], text: str, expected: tuple[str, str]) -> None:
    last = coded(text).events[-1]
    assert (last.type, last.status) == expected


@pytest.mark.parametrize(
    "text",
    [
        "A bomb went off in the market. Nobody was hurt.",
        "Guards beat two men. It is not known who entered the house.",
        "Rebels shelled the market. Reports that a minister resigned are false.",
        "Guards beat two men at the fair. Nobody threw roses.",
        "Guards beat two men. They may not strike them again.",
        "Youths stoned a bus. Students picketed the court, not a stone in sight.",
    ],
)
def test_no_denial_of_what_was_told(coded: Callable[[str], Reading], text: str) -> None:
    first, *others = coded(text).events
    assert first.status == "occurred"
    assert not [e for e in others if (e.type, e.mode, e.status) == (first.type, first.mode, "denied")]


def test_a_part_in_something_named_is_no_denial_of_something_else(coded: Callable[[str], Reading]) -> None:
    events = coded("Police detained nine people. He denied that he had had any part in the bombing.").events
    assert [(e.type, e.status) for e in events] == [("COERCE", "occurred"), ("ASSAULT", "denied")]


def test_who_has_not_accused_anybody_tells_nothing(coded: Callable[[str], Reading]) -> None:
    assert [e.type for e in coded("A bomb went off in the market. No group has claimed responsibility.").events] == [
        "ASSAULT"
    ]


def test_who_says_nothing_of_it_is_no_source(coded: Callable[[str], Reading]) -> None:
    text = "Villagers accused the army of killing a boy, on which the army declined to comment."
    accused = next(e for e in coded(text).events if e.type == "ACCUSE")
    assert (accused.status, accused.attribution) == ("occurred", None)


def test_who_rejects_a_claim_tells_of_it(coded: Callable[[str], Reading]) -> None:
    reading = coded("The mayor rejected claims that police beat the boy.")
    (beating,) = reading.events
    source = reading.attributions[beating.attribution or 0].source
    assert source is not None
    assert (beating.status, source.text) == ("denied", "The mayor")


def test_a_day_of_another_clause_does_not_move_a_demand_ahead(coded: Callable[[str], Reading]) -> None:
    first = coded(
        "The party demands the resignation of the minister and is calling people to a protest on Saturday."
    ).events[0]
    assert (first.type, first.status) == ("REQUEST", "occurred")


def test_what_another_denies_in_the_same_breath_is_alleged(coded: Callable[[str], Reading]) -> None:
    reading = coded("The rebels said that they had shelled the camp on Monday, which the army denies.")
    first, second = reading.events
    sources = [reading.attributions[e.attribution or 0].source for e in (first, second)]
    assert (first.status, second.status) == ("alleged", "denied")
    assert [s.text for s in sources if s] == ["The rebels", "the army"]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The union plans to march through the town on Friday.", None),
        ("The governor promised that soldiers would leave the town next week.", "The governor"),
        ("The union wants to march on Friday, police said.", "police"),
        ("The police, whatever the union says, beat two men.", None),
    ],
)
def test_who_only_plans_tells_nothing(coded: Callable[[str], Reading], text: str, source: str | None) -> None:
    reading = coded(text)
    event = reading.events[-1]
    told = reading.attributions[event.attribution].source if event.attribution is not None else None
    assert (told.text if told else None) == source


def test_disaster_victims_are_no_event(parser: Parser) -> None:
    assert code(parser, "The flood hit Beira on Friday. Twelve people were killed.") == ()


@pytest.mark.parametrize(
    "text",
    [
        "Six people were killed near Kutaisi on Monday. Their minibus had skidded on a bend.",
        "A woman of 38 lost her life in the hills above Lienz.",
        "The blaze spread fast and the guild house burned to the ground.",
    ],
)
def test_deaths_and_fires_that_nobody_caused_are_no_event(coded: Callable[[str], Reading], text: str) -> None:
    assert coded(text).events == ()


def test_future_day_makes_present_tense_a_plan(parser: Parser) -> None:
    text = "The envoy meets the president tomorrow."
    start = text.index("tomorrow")
    day = Time(
        span=Span(start, start + 8), text="tomorrow", type="DATE", value="2024-05-04", from_=date(2024, 5, 4),
        to=date(2024, 5, 5), precision="day", anchor="document",
    )  # fmt: skip
    (event,) = code(parser, text, times=(day,))
    assert event.status == "planned"


def test_counts_are_attached_by_index(parser: Parser) -> None:
    text = "Police arrested seven men."
    number = Count(span=Span(16, 21), text="seven", of="arrested", low=7, high=7, bound="exact")
    (event,) = code(parser, text, counts=(number,))
    assert event.counts == (0,)


def test_empty_text_has_no_events(parser: Parser) -> None:
    assert isinstance(STAGE(parser(reading(""))), Reading)
    assert code(parser, "") == ()


def test_words_that_can_echo_tell_of_nothing_by_themselves(coded: Callable[[str], Reading]) -> None:
    assert coded("He left his umbrella on the bus.").events == ()


@pytest.mark.parametrize(
    ("denial", "status"),
    [
        ("The board disputes his account.", "alleged"),
        ("The wardens say they did not.", "alleged"),
        ("The board insists that nobody was.", "alleged"),
        ("The board published an account.", "occurred"),
        ("The wardens say they did.", "occurred"),
    ],
)
def test_a_telling_denied_as_a_whole_is_an_allegation(
    coded: Callable[[str], Reading], denial: str, status: str
) -> None:
    done = coded(f"Lind said that wardens had beaten him in Osh. {denial}")
    assert next(e.status for e in done.events if e.mode == "beating") == status


def test_what_is_not_allowed_is_forbidden(parser: Parser) -> None:
    assert [
        (e.type, e.mode, e.status) for e in code(parser, "Women are no longer allowed to travel alone in Herat.")
    ] == [("COERCE", "ban", "occurred")]


@pytest.mark.parametrize(
    "text",
    [
        "A consul is usually expelled by note.",
        "Arrests for fare dodging fell by a tenth last year.",
        "In the new series, rebels kidnap a judge.",
    ],
)
def test_customs_figures_and_plots_are_no_happenings(parser: Parser, text: str) -> None:
    assert code(parser, text) == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Guards beat two men, residents said. Nobody touched them, the ministry said.", ("perpetrator", "Nobody")),
        ("The army shelled a camp, residents said. No civilian was hit, the army said.", ("victim", "No civilian")),
        ("Guards beat two men, residents said. The ministry denies that its men were involved.", ("perpetrator", "its men")),
    ],
)  # fmt: skip
def test_a_denial_in_words_of_its_own_has_its_own_parties(
    coded: Callable[[str], Reading], text: str, expected: tuple[str, str]
) -> None:
    denied = next(m for m in coded(text).events if m.status == "denied")
    assert (expected[0], expected[1]) in [(a.role, a.text) for a in denied.arguments]
    assert all(a.basis == "stated" for a in denied.arguments)


def test_what_came_before_lends_neither_victims_nor_dead(coded: Callable[[str], Reading]) -> None:
    reading = coded("Residents burned tyres after soldiers killed a taxi driver.")
    burning = next(m for m in reading.events if m.trigger.text == "burned")
    assert "victim" not in {a.role for a in burning.arguments}
    riot = coded("Rioting broke out in Oaxaca after two men were killed.").events[0]
    assert (riot.mode, riot.counts) == ("riot", ())


def test_fighters_who_attack_are_no_aircraft(coded: Callable[[str], Reading]) -> None:
    reading = coded("Front fighters attacked a checkpoint in Kidal, killing 8 soldiers and wounding 5 others.")
    (attack,) = reading.events
    assert attack.mode != "airstrike"
    assert {(a.role, a.text) for a in attack.arguments} >= {
        ("perpetrator", "Front fighters"),
        ("target", "a checkpoint"),
    }
    assert {(reading.counts[k].of, reading.counts[k].low) for k in attack.counts} == {("killed", 8), ("injured", 5)}


def test_what_somebody_is_convicted_of_saying_is_no_accusation(coded: Callable[[str], Reading]) -> None:
    reading = coded("A court in Sfax convicted two bloggers of insulting the army.")
    assert [m.type for m in reading.events] == ["SANCTION"]
    accused = coded("The mayor accused the gang of threatening to kill villagers.")
    assert {m.type for m in accused.events} == {"ACCUSE", "THREATEN"}


def test_a_roadblock_that_is_cleared_is_crowd_control(coded: Callable[[str], Reading]) -> None:
    cleared = coded("Soldiers cleared a barricade in Ayacucho on Thursday.").events[0]
    assert (cleared.type, cleared.mode) == ("COERCE", "crowd-control")


def test_the_release_in_which_it_was_said_frees_nobody() -> None:
    said = dateline.code("The police said in a release that eight men were arrested.")
    assert [m.type for m in said.events] == ["COERCE"]
    freed = dateline.code("The talks ended in the release of four hostages.")
    assert "RETREAT" in {m.type for m in freed.events}


def test_they_attacked_us_is_an_attack(coded: Callable[[str], Reading]) -> None:
    for text in ("They attacked us.", "We attacked them.", "They attacked our men."):
        assert [m.type for m in coded(text).events] == ["ASSAULT"]
    for text in ("They attacked the plan.", "We attacked them in the second half."):
        assert "ASSAULT" not in {m.type for m in coded(text).events}


def test_what_starts_on_a_day_to_come_is_planned() -> None:
    day = date(2024, 5, 3)
    for text in (
        "The council imposed a curfew in Oran starting on Sunday.",
        "The council imposed a ban on rallies beginning on Sunday.",
    ):
        assert [(m.type, m.status) for m in dateline.code(text, published=day).events] == [("COERCE", "planned")]
    raid = dateline.code("The rebels attacked Oran, taking the port on Sunday.", published=day).events[0]
    assert raid.status == "occurred"
