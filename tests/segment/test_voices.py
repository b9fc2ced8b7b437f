from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from dateline.records import Block, PostMark, Reading, Report, Span
from dateline.segment.voices import FindVoices, find_voices, marked, spoken

SIGNED = "— Mara Lind (@maralind) January 2, 2023"
PIECES = st.sampled_from(
    ["“", "”", '"', "'", "‘", "’", "«", "»", "\n", "\n\n", " ", "(@a)", "— Mara Lind (@a) January 2, 2023", "- B (@b@c.d)",
     "#tag", "pic.twitter.com/x", "We left.", "said Roe", "\u200b", "\u202e", "🇳🇴", "14:20 -", "MONDAY", "é", "\x00", ":", ","]
)  # fmt: skip


def test_outlet_comes_first_and_covers_everything() -> None:
    report = Report(id="r", source="s", text="It rained.", outlet="The Halvik Post")
    (outlet,) = FindVoices()(Reading(report=report)).voices
    assert (outlet.id, outlet.kind, outlet.speaker, outlet.span) == ("v0", "outlet", "The Halvik Post", Span(0, 10))
    assert find_voices(Report(id="r", source="s", text=""))[0].unresolved == {"speaker": "not-stated"}


def test_voices_are_numbered_in_text_order_and_nested() -> None:
    text = f"“It rained all night,” she said.\n\nHe told us “the dyke is gone now” {SIGNED}"
    voices = find_voices(Report(id="r", source="s", text=text, published=date(2023, 1, 3)))
    assert [(v.id, v.parent, v.kind) for v in voices] == [
        ("v0", None, "outlet"), ("v1", "v0", "quote"), ("v2", "v0", "post"), ("v3", "v2", "quote"),
    ]  # fmt: skip


def test_quotation_never_reaches_across_a_post() -> None:
    text = f"“We waited for the boats.\n\nThe dyke is gone {SIGNED}\n\nIt was over,” she said."
    voices = find_voices(Report(id="r", source="s", text=text))
    assert [v.span.of(text) for v in voices if v.kind == "quote"] == ["We waited for the boats."]


def test_quotation_in_a_marked_post_belongs_to_it() -> None:
    text = "A man told me “your boat is mine now” and left. Lind"
    mark = PostMark(platform="bluesky", speaker="Lind", body=Span(0, 47))
    report = Report(id="r", source="s", text=text, blocks=(Block(span=Span(0, len(text)), kind="post", post=mark),))
    assert [(v.kind, v.parent) for v in find_voices(report)[1:]] == [("post", "v0"), ("quote", "v1")]


def test_spoken_leaves_out_terms_that_are_marked() -> None:
    report = Report(id="r", source="s", text="The “experts” said: “We will not leave today.”")
    assert len(marked(report, [])) == 2
    assert len(spoken(report, [])) == 1


@given(st.lists(PIECES, max_size=40).map("".join) | st.text(max_size=120))
def test_any_text_gives_voices_inside_it(text: str) -> None:
    voices = find_voices(Report(id="r", source="s", text=text, published=date(2023, 1, 3)))
    by_id = {v.id: v for v in voices}
    for voice in voices[1:]:
        assert 0 <= voice.span.start < voice.span.end <= len(text)
        assert voice.parent is not None
        assert by_id[voice.parent].span.covers(voice.span)
        assert voice.body is None or voice.span.covers(voice.body)


def test_very_long_post_is_one_voice() -> None:
    text = "The water is over the dyke. " * 30_000 + SIGNED
    voices = find_voices(Report(id="r", source="s", text=text))
    assert [v.span for v in voices] == [Span(0, len(text))] * 2


def test_a_post_of_900_000_characters_is_one_voice() -> None:
    text = "The dyke is gone and we left. " * 30_000 + SIGNED
    voices = find_voices(Report(id="r", source="s", text=text))
    assert [(v.kind, v.span) for v in voices] == [("outlet", Span(0, len(text))), ("post", Span(0, len(text)))]


def test_right_to_left_words_and_hidden_characters_keep_their_places() -> None:
    words = "\u200fانهار السد \u202eوغادرنا\u202c #أوقفوا_الفيضان\u200b"
    text = f"It rained.\n\n{words} — مارا ليند (\u2066@maralind\u2069) 2 يناير 2023\n\nIt stopped."
    (_, post) = find_voices(Report(id="r", source="s", text=text))
    assert (post.speaker, post.handle, post.posted) == ("مارا ليند", "@maralind", date(2023, 1, 2))
    assert post.body is not None
    assert post.body.of(text).strip("\u200b") == words.strip("\u200b")
    assert post.hashtag_words == ("أوقفوا الفيضان",)


def test_marks_that_never_close_end_with_their_paragraph() -> None:
    text = "“We left, “we said, 'and «then \"nothing.\n\nIt stopped raining in the whole town.\n\n" * 400
    for voice in find_voices(Report(id="r", source="s", text=text))[1:]:
        assert "stopped raining" not in voice.span.of(text)


def test_broken_signatures_stay_prose() -> None:
    text = "— (@) January 2, 2023\n\n((@a)) — \n\n- @ ( ) — Name (\n\n[2 Jan 2023]\n\n@a\n@b\n\n, [1 Jan 2023, 10:10]"
    assert [v.kind for v in find_voices(Report(id="r", source="s", text=text))] == ["outlet"]
