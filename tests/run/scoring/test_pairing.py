from __future__ import annotations

from collections.abc import Callable
from datetime import date

from dateline.records import Attribution, Content, EventMention, Reading, Source, Span, SpanText, Voice
from dateline.run.scoring.gold import GoldReport
from dateline.run.scoring.pairing import Pairing, Scene, pair_mentions

MakeMention = Callable[..., EventMention]
MakeReading = Callable[..., Reading]


def keys(pairing: Pairing) -> list[tuple[str, str]]:
    return [(event.key, mention.id) for event, mention in pairing.pairs]


def test_mentions_are_paired_by_their_trigger(
    gold_report: GoldReport, make_mention: MakeMention, make_reading: MakeReading
) -> None:
    reading = make_reading(make_mention("second march"), make_mention("marched"))
    pairing = pair_mentions(gold_report, Scene.of(reading))
    assert sorted(keys(pairing)) == [("march", "m_marched"), ("second", "m_second march")]
    assert not pairing.missed
    assert not pairing.false


def test_the_better_fit_wins_and_the_other_is_a_repeat(
    gold_report: GoldReport, make_mention: MakeMention, make_reading: MakeReading
) -> None:
    weaker = make_mention("marched", id="m_0", status="planned", mode=None)
    pairing = pair_mentions(gold_report, Scene.of(make_reading(weaker, make_mention())))
    assert keys(pairing) == [("march", "m_marched")]
    assert [mention.id for mention in pairing.repeats] == ["m_0"]
    assert [event.key for event in pairing.missed] == ["second"]


def test_another_type_on_the_same_words_is_false_beside_the_right_one(
    gold_report: GoldReport, make_mention: MakeMention, make_reading: MakeReading
) -> None:
    other = make_mention("marched", id="m_other", type="GATHER")
    pairing = pair_mentions(gold_report, Scene.of(make_reading(other, make_mention())))
    assert [mention.id for mention in pairing.false] == ["m_other"]


def test_other_words_of_the_sentence_will_do_for_the_same_type_only(
    gold_report: GoldReport, make_mention: MakeMention, make_reading: MakeReading
) -> None:
    beside = pair_mentions(gold_report, Scene.of(make_reading(make_mention("through"))))
    assert keys(beside) == [("march", "m_through")]
    away = pair_mentions(gold_report, Scene.of(make_reading(make_mention("took part"))))
    assert keys(away) == []
    other = pair_mentions(gold_report, Scene.of(make_reading(make_mention("through", type="ACCUSE"))))
    assert keys(other) == []


def test_speakers_are_the_post_and_the_attribution_source(
    make_mention: MakeMention, make_reading: MakeReading, place_of: Callable[[str], Span]
) -> None:
    post = Voice(id="v1", parent="v0", kind="post", speaker="Ama Darko", handle="@amadarko", span=place_of("Bread"),
                 posted=date(2022, 3, 5))  # fmt: skip
    source = Source(span=place_of("police"), text="police", name="Ghana Police")
    cue = SpanText(span=place_of("said"), text="said")
    attribution = Attribution(voice="v0", parent=None, source=source, cue=cue, content=Content(span=Span(0, 5)))
    plain = make_reading()
    scene = Scene.of(make_reading(voices=(*plain.voices, post), attributions=(attribution,)))
    assert scene.speakers(make_mention()) == ()
    assert scene.speakers(make_mention(attribution=0)) == ("police", "Ghana Police")
    assert scene.speakers(make_mention(voice="v1")) == ("Ama Darko", "@amadarko")
    assert scene.voice_kind(make_mention(voice="v1")) == "post"
    assert scene.voice_kind(make_mention(voice="v7")) is None
