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


def test_nobody_did_it_contests_every_account_whoever_is_named() -> None:
    army, warden = (Argument(role="perpetrator", span=Span(0, 4), text=text) for text in ("The army", "the warden"))
    told = replace(mention("ASSAULT", "torture", attribution=0), arguments=(army,))
    assert statuses([told, DENIED], SAID)[0] == "alleged"
    assert statuses([told, replace(DENIED, arguments=(warden,))], SAID)[0] == "occurred"


def test_a_day_that_is_only_carried_on_does_not_part_a_denial_from_what_it_denies() -> None:
    told = replace(mention("ASSAULT", "beating", attribution=0), time=replace(on(2), basis="inherited"))
    assert statuses([told, replace(DENIED, time=on(3))], SAID)[0] == "alleged"


def test_one_attack_laid_at_two_doors_is_alleged_twice() -> None:
    doors = [Argument(role="perpetrator", span=Span(0, 4), text=text) for text in ("army guns", "the rebels")]
    sources = [
        replace(SAID, source=Source(span=Span(0, 3), text=name, name=name)) for name in ("the rebels", "the army")
    ]
    told = [
        replace(mention("ASSAULT", "shelling", start=9 * n, attribution=n), arguments=(door,), time=on(2))
        for n, door in enumerate(doors)
    ]
    assert statuses(told, *sources) == ["alleged", "alleged"]
    assert statuses([told[0], replace(told[1], time=on(4))], *sources) == ["occurred", "occurred"]
    assert statuses([told[0], replace(told[1], arguments=told[0].arguments)], *sources) == ["occurred", "occurred"]


def test_a_denial_that_meets_no_account_answers_the_nearest_that_fits() -> None:
    crowd, members = (Argument(role="actor", span=Span(0, 4), text=text) for text in ("Opponents", "its members"))
    told = [replace(mention("PROTEST", "riot", start=n, attribution=0), arguments=(crowd,)) for n in (0, 9)]
    denial = replace(mention("PROTEST", "riot", start=50, status="denied", voice="v1"), arguments=(members,))
    assert statuses([*told, denial], SAID) == ["occurred", "occurred", "denied"]
    assert statuses([*told, denial], SAID, shown=frozenset(("v1",))) == ["occurred", "alleged", "denied"]


def test_a_denial_that_points_back_means_no_clause_aside() -> None:
    source = Source(span=Span(30, 38), text="the army", name="the army")
    denial = replace(SAID, commitment="deny", source=source, cue=SpanText(span=Span(39, 45), text="denies"))
    told, aside = mention("ASSAULT", "beating"), mention("ASSAULT", "shooting", start=6)
    assert statuses([told, aside], denial, told=[told]) == ["alleged", "occurred"]


def test_what_was_suffered_without_a_doer_stays_a_fact_unless_the_denial_stands_beside_it() -> None:
    told, denial = mention("ASSAULT", "shelling", attribution=0), replace(DENIED, mode="shelling")
    assert statuses([told, denial], SAID)[0] == "occurred"
    assert statuses([told, denial], SAID, apart=0)[0] == "alleged"
    rebels = Argument(role="perpetrator", span=Span(0, 4), text="the rebels")
    assert statuses([told, replace(denial, arguments=(rebels,))], SAID, apart=0)[0] == "occurred"
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


def test_what_somebody_will_not_do_contests_nothing() -> None:
    told = [mention("RETREAT", "release", attribution=0), mention("RETREAT", "release", start=9, status="denied")]
    assert statuses(told, SAID, apart=0) == ["alleged", "denied"]
    assert statuses(told, SAID, apart=0, refusals=told[1:]) == ["occurred", "denied"]


def test_a_denial_of_a_deed_of_its_own_contests_its_word_only() -> None:
    we = Argument(role="actor", span=Span(0, 2), text="We")
    denied = replace(mention("CONCEDE", start=50, word="paid", status="denied"), arguments=(we,), attribution=1)
    told = [mention("CONCEDE", word=word, attribution=0) for word in ("apologised", "paid a ransom")]
    found = [statuses([claim, denied], SAID, replace(SAID, voice="v1"), apart=0)[0] for claim in told]
    assert found == ["occurred", "alleged"]
