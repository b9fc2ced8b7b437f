"""What one side says and the other denies is an allegation; other happenings of the kind are left alone."""

from __future__ import annotations

from datetime import date
from typing import Any

from msgspec.structs import replace

from dateline.code.contest import contested
from dateline.records import Argument, Attribution, Content, EventMention, MentionTime, Source, Span, SpanText
from tests.factory import mention

SAID = Attribution(voice="v0", parent=None, source=None, cue=None, content=Content(span=Span(0, 20)))
DENIED = mention("ASSAULT", "beating", start=50, status="denied")


def statuses(mentions: list[EventMention], *attributions: Attribution, apart: int = 9, **more: Any) -> list[str]:
    """Return the statuses; apart: sentences between two mentions."""
    return [m.status for m in contested(mentions, attributions, lambda m: apart * m.trigger.span.start, **more)]


def on(day: int) -> MentionTime:
    return MentionTime(time=None, from_=date(2024, 5, day), to=date(2024, 5, day + 1), precision="day", basis="stated")


def test_what_one_source_says_and_another_denies_is_alleged() -> None:
    told = [mention("ASSAULT", "beating", attribution=0), DENIED, mention("ASSAULT", "beating", start=90)]
    assert statuses(told, SAID) == ["alleged", "denied", "occurred"]


def test_what_is_said_and_denied_in_one_content_is_alleged() -> None:
    denial = replace(SAID, commitment="deny")
    assert statuses([mention("ASSAULT", attribution=0)], SAID, denial) == ["alleged"]
    assert statuses([mention("ASSAULT", attribution=0)], SAID) == ["occurred"]


def test_a_denial_that_points_back_contests_even_the_outlet() -> None:
    source = Source(span=Span(30, 38), text="the army", name="the army")
    denial = replace(SAID, commitment="deny", source=source, cue=SpanText(span=Span(39, 45), text="denies"))
    assert statuses([mention("ASSAULT", "beating")], denial) == ["alleged"]


def test_another_day_or_other_people_are_another_happening() -> None:
    told = mention("ASSAULT", "beating", attribution=0)
    assert statuses([replace(told, time=on(2)), replace(DENIED, time=on(3))], SAID)[0] == "occurred"
    guards, nuns = (Argument(role="victim", span=Span(0, 4), text=text) for text in ("two guards", "nuns"))
    assert statuses([replace(told, arguments=(guards,)), replace(DENIED, arguments=(nuns,))], SAID)[0] == "occurred"


def test_a_denial_for_all_covers_everybody() -> None:
    nurse, none = (Argument(role="victim", span=Span(0, 4), text=text) for text in ("a nurse", "No student"))
    told = replace(mention("ASSAULT", "beating", attribution=0), arguments=(nurse,))
    assert statuses([told, replace(DENIED, arguments=(none,))], SAID)[0] == "alleged"


def test_what_was_suffered_without_a_doer_stays_a_fact_unless_the_denial_stands_beside_it() -> None:
    told, denial = mention("ASSAULT", "shelling", attribution=0), replace(DENIED, mode="shelling")
    assert statuses([told, denial], SAID)[0] == "occurred"
    assert statuses([told, denial], SAID, apart=0)[0] == "alleged"
    army = Argument(role="perpetrator", span=Span(0, 4), text="army")
    assert statuses([replace(told, arguments=(army,)), denial], SAID)[0] == "alleged"


def test_a_far_denial_contests_an_account_only_of_its_own_doer() -> None:
    army, guards = (Argument(role="perpetrator", span=Span(0, 4), text=text) for text in ("The army", "prison guards"))
    told = replace(mention("ASSAULT", "beating", attribution=0), arguments=(army,))
    assert statuses([told, replace(DENIED, arguments=(army,))], SAID)[0] == "alleged"
    assert statuses([told, replace(DENIED, arguments=(guards,))], SAID)[0] == "occurred"
    assert statuses([told, replace(DENIED, arguments=(guards,))], SAID, apart=0)[0] == "alleged"


def test_posts_and_quotations_are_one_side_too() -> None:
    post = mention("ASSAULT", "beating", voice="v1")
    assert statuses([post, DENIED]) == ["occurred", "denied"]
    assert statuses([post, DENIED], shown=frozenset(("v1",))) == ["alleged", "denied"]
