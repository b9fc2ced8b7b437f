"""What speaks for a day that a mention may inherit, and the choice among such days."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from msgspec.structs import replace

from dateline.annotate.parse import Parser
from dateline.annotate.times import TagTimes
from dateline.records import EventMention, MentionTime
from dateline.reference.inheriting import InheritingModel, inheriting_model
from dateline.reference.times import load_time_grammar
from dateline.resolve.inheriting import Candidate, Inheriting
from dateline.resolve.told import Told
from tests import factory

TAG, GRAMMAR = TagTimes(), load_time_grammar()
TUESDAY = MentionTime(time=0, from_=date(2024, 4, 30), to=date(2024, 5, 1), precision="day", basis="stated")


def weighed(
    parser: Parser, text: str, word: str, *before: EventMention, model: InheritingModel | None = None, **fields: Any
) -> tuple[Inheriting, list[Candidate]]:
    """Return the work on a text and the candidates for the mention at a word."""
    reading = TAG(parser(factory.reading(text, published=date(2024, 5, 3))))
    mention = factory.mention(fields.pop("type", "ASSAULT"), start=text.index(word), word=word, voice="v0", **fields)
    work = Inheriting(reading, Told(reading, GRAMMAR), GRAMMAR, model)
    trigger = reading.grammar().head_of(mention.trigger.span)
    assert trigger is not None
    return work, work.candidates(mention, trigger, reading.voices[0], before)


def test_the_paragraphs_day_and_how_far_off_it_is(parser: Parser) -> None:
    _, found = weighed(parser, "Gunmen attacked a bus on Tuesday. They shot two guards.", "shot")
    assert [c.time.from_ for c in found] == [date(2024, 4, 30)]
    assert {"paragraph", "paragraph, near", "tense past", "subject pronoun"} <= set(found[0].features)


def test_a_day_from_before_the_paragraph(parser: Parser) -> None:
    _, found = weighed(
        parser, "Gunmen attacked a bus on Tuesday.\n\nPolice have arrested a man.", "arrested", type="COERCE"
    )
    assert {"beyond", "beyond, opens paragraph", "tense perfect"} <= set(found[0].features)


def test_a_speech_act_of_somebody_new(parser: Parser) -> None:
    _, found = weighed(parser, "Gunmen attacked a bus on Tuesday. The union blamed the army.", "blamed", type="ACCUSE")
    assert "speech act, subject named" in found[0].features


def test_the_day_of_a_happening_of_the_same_kind(parser: Parser) -> None:
    text = "The raid hit a farm. On Wednesday the owner spoke. The army denied that it hit anyone."
    raid = factory.mention("ASSAULT", start=4, word="raid", voice="v0", time=TUESDAY)
    _, found = weighed(parser, text, "hit anyone", raid, status="denied")
    assert any("alike" in c.features and c.time.from_ == TUESDAY.from_ for c in found)
    assert all(c.time.basis == "inherited" for c in found)


@pytest.mark.parametrize(("bias", "taken"), [(3.0, True), (-3.0, False)])
def test_only_a_likely_day_is_taken(parser: Parser, bias: float, taken: bool) -> None:
    model = InheritingModel(bias=bias, least=0.5, weights={})
    work, found = weighed(parser, "Gunmen attacked a bus on Tuesday. They shot two guards.", "shot", model=model)
    assert (work.choose(found) is not None) is taken


def test_nothing_named_nothing_inherited(parser: Parser) -> None:
    work, found = weighed(parser, "Gunmen attacked a bus. They shot two guards.", "shot")
    assert work.choose(found) is None


@pytest.mark.parametrize(("status", "may"), [("occurred", True), ("denied", True), ("planned", False)])
def test_what_is_planned_inherits_nothing(parser: Parser, status: str, may: bool) -> None:
    text = "Gunmen attacked a bus on Tuesday. They shot two guards."
    work, _ = weighed(parser, text, "shot")
    mention = replace(factory.mention("ASSAULT", start=text.index("shot"), word="shot", voice="v0"), status=status)
    trigger = work.parse.head_of(mention.trigger.span)
    assert trigger is not None
    assert work.may(mention, trigger) is may


def test_what_has_been_done_since_is_of_some_later_day(parser: Parser) -> None:
    text = "Gunmen attacked a bus on Tuesday. The army has since sent two companies."
    work, _ = weighed(parser, text, "sent", type="MOBILIZE")
    mention = factory.mention("MOBILIZE", start=text.index("sent"), word="sent", voice="v0")
    trigger = work.parse.head_of(mention.trigger.span)
    assert trigger is not None
    assert not work.may(mention, trigger)


def test_the_packaged_weights_are_what_a_reader_would_expect() -> None:
    weights = inheriting_model().weights
    assert weights["paragraph"] > weights["beyond"]
    assert weights["tense past"] > weights["tense perfect"]
    assert weights["speech act"] < 0 > weights["other day between"]
