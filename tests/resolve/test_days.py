"""Days that a mention may inherit: the candidates and what speaks for each."""

from __future__ import annotations

from datetime import date

from msgspec.structs import replace

from dateline.annotate.parse import Parser
from dateline.annotate.times import TagTimes
from dateline.records import MentionTime
from dateline.reference.times import load_time_grammar
from dateline.resolve.days import Candidate, Days
from dateline.resolve.told import Told
from tests import factory

GRAMMAR = load_time_grammar()
TUESDAY = MentionTime(time=0, from_=date(2024, 4, 30), to=date(2024, 5, 1), precision="day", basis="stated")


def day_candidates(parser: Parser, text: str, word: str) -> list[Candidate]:
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
