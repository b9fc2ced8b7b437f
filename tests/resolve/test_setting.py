"""Days and places that a mention may inherit: the candidates, what speaks for each, and the choice."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import pytest
from msgspec.structs import replace

from dateline.annotate.parse import Parser
from dateline.annotate.times import TagTimes
from dateline.errors import DataError
from dateline.records import MentionTime, Span, Toponym
from dateline.reference import setting
from dateline.reference.setting import SettingModel, setting_model
from dateline.reference.times import load_time_grammar
from dateline.resolve import days, spots
from dateline.resolve.days import Days
from dateline.resolve.spots import Spots
from dateline.resolve.told import Told
from tests import factory

GRAMMAR = load_time_grammar()
TUESDAY = MentionTime(time=0, from_=date(2024, 4, 30), to=date(2024, 5, 1), precision="day", basis="stated")


def day_candidates(parser: Parser, text: str, word: str) -> list[days.Candidate]:
    """Return the days that the mention at a word may inherit; another at "attacked" was on Tuesday."""
    reading = TagTimes()(parser(factory.reading(text, published=date(2024, 5, 3))))
    first = factory.mention("ASSAULT", start=text.index("attacked"), word="attacked", voice="v0", time=TUESDAY)
    mention = factory.mention("ASSAULT", start=text.index(word), word=word, voice="v0")
    work = Days(replace(reading, events=(first, mention)), Told(reading, GRAMMAR), GRAMMAR, [first])
    trigger = reading.grammar().head_of(mention.trigger.span)
    assert trigger is not None
    return work.candidates(mention, trigger, reading.voices[0])


def test_what_speaks_for_a_day(parser: Parser) -> None:
    (found,) = day_candidates(parser, "Gunmen attacked a bus on Tuesday. They shot two guards.", "shot")
    assert (found.time.from_, found.time.basis) == (date(2024, 4, 30), "inherited")
    assert {"a happening's", "type alike", "narrative", "named in the paragraph", "sentences off 1"} <= set(
        found.features
    )


def test_a_day_that_is_only_named_later(parser: Parser) -> None:
    found = day_candidates(parser, "Men attacked a bus on Tuesday. They shot a guard. It burned on Wednesday.", "shot")
    later = {c.time.from_: "only named later" in c.features for c in found}
    assert later == {date(2024, 4, 30): False, date(2024, 5, 1): True}


def test_an_end_in_the_own_sentence_is_no_candidate(parser: Parser) -> None:
    found = day_candidates(
        parser, "Gunmen attacked a bus on Tuesday. They shot a guard and stayed until Thursday.", "shot"
    )
    assert [c.time.from_ for c in found] == [date(2024, 4, 30)]


def place_candidates(parser: Parser, text: str, towns: Iterable[str], word: str) -> list[spots.Candidate]:
    """Return the places that the mention at a word may inherit from towns named in a text."""
    reading = parser(factory.reading(text))
    named = tuple(
        Toponym(
            span=Span(text.index(town), text.index(town) + len(town)), text=town, kind="literal", geonameid=number, name=town,
            feature="P", country="PER", lat=-10.0, lon=-70.0, precision="town",
        )
        for number, town in enumerate(towns, 1)
    )  # fmt: skip
    mention = factory.mention("COERCE", start=text.index(word), word=word, voice="v0")
    reading = replace(reading, toponyms=named, events=(mention,))
    trigger = reading.grammar().head_of(mention.trigger.span)
    assert trigger is not None
    return Spots(reading).candidates(mention, trigger, {})


def test_what_speaks_for_a_place(parser: Parser) -> None:
    text = "Farmers marched in Puno.\n\nPolice arrested four men from Tacna."
    (found,) = place_candidates(parser, text, ("Puno", "Tacna"), "arrested")
    assert found.place.name == "Puno"
    assert {"sets a scene", "sets the scene before", "name, sentences off 1", "named in the lead"} <= set(
        found.features
    )


@pytest.mark.parametrize(("traits", "expected"), [([], 1), (["status planned"], None)])
def test_none_of_them_is_an_answer(traits: list[str], expected: int | None) -> None:
    model = SettingModel(
        day={"near": 1.0, "far": -1.0}, no_day={"none": 0.5, "status planned": 2.0}, place={}, no_place={}
    )
    assert model.best_day([{"far": 1.0}, {"near": 1.0}], traits) == expected
    assert model.best_day([], traits) is None


def test_names_unknown_to_the_weights_say_nothing() -> None:
    model = SettingModel(day={}, no_day={}, place={"near": 0.5}, no_place={})
    assert model.best_place([{"unheard of": 9.0}, {"near": 1.0}], ["unheard of"]) == 1


def test_packaged_weights_are_read_and_broken_ones_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    assert setting_model().day["sentences off 6 or more"] < 0
    monkeypatch.setattr(setting, "_FILE", "times.en.toml")
    setting_model.cache_clear()
    with pytest.raises(DataError, match="is broken"):
        setting_model()
    monkeypatch.undo()
    setting_model.cache_clear()
