"""What ties a mention to an earlier telling of its kind, and whose day it hands on."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from msgspec.structs import replace

from dateline.records import Argument, EventMention, MentionTime, Parse, Span
from dateline.resolve.earlier import Earlier, is_kin
from tests import factory

ParseText = Callable[[str], Parse]
TEXT = "Soldiers shot two men in Puno. Thieves stabbed a clerk. The army denied the shooting."
MONDAY = MentionTime(time=None, from_=date(2024, 4, 29), to=date(2024, 4, 30), precision="day", basis="stated")


def mention(word: str, mode: str, **fields: Any) -> EventMention:
    return replace(factory.mention("ASSAULT", mode, start=TEXT.index(word), word=word), **fields)


def links(parse: ParseText, last: EventMention, *told: EventMention) -> dict[str, MentionTime]:
    parsed = parse(TEXT)
    trigger = parsed.head_of(last.trigger.span)
    assert trigger is not None
    return dict(Earlier(parsed, lambda _: 0, list(told)).links(last, trigger))


def test_a_known_noun_takes_the_day_of_the_last_of_its_kind(parse: ParseText) -> None:
    shot, stabbed = mention("shot", "shooting", time=MONDAY), mention("stabbed", "stabbing")
    found = links(parse, mention("shooting", "shooting", status="denied"), shot, stabbed)
    assert {"last of its kind, known", "last of its kind, denied", "last of its kind, sentences off 2"} <= set(found)
    assert list(found.values()) == [MONDAY] * len(found)
    assert "last of its type" not in found  # the stabbing was told last and has no day


def test_an_echo_takes_up_what_it_has_arguments_of(parse: ParseText) -> None:
    soldiers = Argument(role="perpetrator", span=Span(0, 8), text="Soldiers")
    shot = mention("shot", "shooting", time=MONDAY, arguments=(soldiers,))
    echo = mention("denied", "shooting", status="denied", arguments=(replace(soldiers, basis="inherited"),))
    assert "taken up" in links(parse, echo, shot)
    assert "taken up" not in links(parse, replace(echo, arguments=(soldiers,)), shot)


def test_figures_and_sources_go_with_the_first_telling(parse: ParseText) -> None:
    shot = mention("shot", "shooting", time=MONDAY)
    found = links(parse, mention("shooting", "shooting", counts=(0,), attribution=0), shot)
    assert {"first of its kind", "first of its kind, counted", "first of its kind, attributed"} <= set(found)


def test_kin() -> None:
    one = factory.mention("ASSAULT", "shooting")
    assert is_kin(one, factory.mention("ASSAULT"))
    assert not is_kin(one, factory.mention("ASSAULT", "stabbing"))
    assert not is_kin(one, factory.mention("COERCE"))


def test_what_the_voice_told_last_hands_on_its_day_or_none(parse: ParseText) -> None:
    shot, stabbed = mention("shot", "shooting", time=MONDAY), mention("stabbed", "stabbing")
    last = mention("shooting", "shooting", status="denied")
    assert "told before" not in links(parse, last, shot, stabbed)
    assert links(parse, last, stabbed, shot)["told before"] == MONDAY
    assert "told before" not in links(parse, last, replace(shot, voice="v1"))
    parsed = parse(TEXT)
    trigger = parsed.head_of(last.trigger.span)
    assert trigger is not None
    told = dict(Earlier(parsed, lambda _: 0, [shot, stabbed]).last(last, trigger))
    assert told == {"told before": None, "told before, sentences off 1": None}
