from __future__ import annotations

from datetime import date

import pytest

from dateline.records import Block, PostMark, Report, Span, Voice
from dateline.segment.posts import find_posts, hashtags, paragraphs, platform_of_handle, platform_of_link

SIGNED = "— Mara Lind (@maralind) January 2, 2023"


def posts(text: str) -> list[Voice]:
    return find_posts(Report(id="r", source="s", text=text))


def test_span_holds_words_and_signature_and_body_the_words() -> None:
    text = f"It began at noon.\n\nThe dyke is gone. #Halvik pic.twitter.com/Ab12 {SIGNED}\n\nNobody was hurt."
    (post,) = posts(text)
    assert post.span.of(text) == f"The dyke is gone. #Halvik pic.twitter.com/Ab12 {SIGNED}"
    assert post.body is not None
    assert post.body.of(text) == "The dyke is gone. #Halvik"
    assert (post.platform, post.speaker, post.handle, post.posted) == ("x", "Mara Lind", "@maralind", date(2023, 1, 2))
    assert post.hashtags == ("Halvik",)
    assert post.unresolved == {"url": "not-stated"}


def test_emoji_and_flags_belong_to_the_words() -> None:
    text = f"🇳🇴🌊 The dyke is gone {SIGNED}"
    assert posts(text)[0].span.start == 0


def test_posts_in_a_row_in_one_paragraph() -> None:
    text = f"The dyke is gone {SIGNED} We have left town — Bo Berg (@boberg) Jan 3, 2023"
    assert [(p.speaker, p.body and p.body.of(text)) for p in posts(text)] == [
        ("Mara Lind", "The dyke is gone"),
        ("Bo Berg", "We have left town"),
    ]


def test_lone_signature_takes_the_paragraph_above_and_post_like_ones() -> None:
    text = (
        f"The rain began at noon.\n\n🌊 A thread on the flood, with #Halvik pictures:\n\nThe dyke is gone\n\n{SIGNED}"
    )
    (post,) = posts(text)
    assert post.span.of(text).startswith("🌊 A thread")


def test_prose_above_a_signed_paragraph_stays_the_outlets() -> None:
    text = f"The rain began at noon.\n\nThe dyke is gone {SIGNED}"
    assert posts(text)[0].span.of(text).startswith("The dyke")


def test_time_stamp_of_a_live_entry_is_no_part_of_the_post() -> None:
    text = f"14:20 - The dyke is gone {SIGNED}"
    assert posts(text)[0].span.of(text).startswith("The dyke")


@pytest.mark.parametrize(
    "text",
    [
        "Stay inside, people of Halvik pic.twitter.com/Ab12",
        "Boats wanted #Halvik #Flood #Help",
        f"The Harbour Choir Sings For #Halvik\n\nThe dyke is gone {SIGNED}",
    ],
)
def test_strong_marks_make_a_post_without_signature(text: str) -> None:
    post = posts(text)[0]
    assert (post.speaker, post.handle, post.posted) == (None, None, None)
    assert post.unresolved["speaker"] == "not-stated"


@pytest.mark.parametrize(
    "text",
    [
        "The hashtag #Halvik was used more than a thousand times, the council said.",
        "Photos are at https://halvik.example/photos and in the library.",
        "The harbour master's office (open daily) — near the quay — has a list.",
        "#1 on the list was the ferry.",
    ],
)
def test_prose_is_no_post(text: str) -> None:
    assert posts(text) == []


def test_signature_without_words_is_no_post() -> None:
    assert posts(SIGNED) == []


def test_marked_block_gives_its_fields() -> None:
    text = "Before.\n\nThe dyke is gone https://t.me/x/1 Halvik Now\n\nAfter."
    mark = PostMark(platform="telegram", speaker="Halvik Now", handle="@halviknow", body=Span(9, 42))
    blocks = (Block(span=Span(0, 7)), Block(span=Span(9, 53), kind="post", post=mark), Block(span=Span(55, 61)))
    (post,) = find_posts(Report(id="r", source="s", text=text, blocks=blocks))
    assert post.span == Span(9, 53)
    assert post.body is not None
    assert post.body.of(text) == "The dyke is gone"
    assert post.unresolved == {"posted": "not-stated", "url": "not-stated"}


def test_paragraphs_are_lines_without_blocks() -> None:
    assert [b.span for b in paragraphs(Report(id="r", source="s", text="a\n\n \nbc"))] == [Span(0, 1), Span(5, 7)]


def test_hashtags_once_each_and_in_any_script() -> None:
    text = "#One #Two#One قال#سيل #12"
    assert hashtags(text, Span(0, len(text))) == ("One", "Two", "سيل")


@pytest.mark.parametrize(
    ("handle", "platform"), [("@a@b.example", "mastodon"), ("@a.bsky.social", "bluesky"), ("@a", None)]
)
def test_platform_of_handle(handle: str, platform: str | None) -> None:
    assert platform_of_handle(handle) == platform


@pytest.mark.parametrize(
    ("link", "platform"),
    [("https://www.facebook.com/p/1", "facebook"), ("pic.twitter.com/a", "x"), ("https://halvik.example/x", None)],
)
def test_platform_of_link(link: str, platform: str | None) -> None:
    assert platform_of_link(link) == platform


def test_a_numbered_thread_is_one_post() -> None:
    text = f"He spoke in 2/3 of the towns.\n\n1/ The dyke is gone.\n\n2/ Leave the town now.\n\n3/3 Buses wait.\n\n{SIGNED}"
    (post,) = posts(text)
    assert post.body is not None
    assert post.body.of(text) == "1/ The dyke is gone.\n\n2/ Leave the town now.\n\n3/3 Buses wait."


def test_paragraph_that_ends_in_a_fraction_above_a_post_stays_the_outlets() -> None:
    text = f"Turnout fell by 2/3\n\nThe dyke is gone {SIGNED}"
    assert posts(text)[0].span.of(text).startswith("The dyke")


def test_header_and_introduction_make_posts() -> None:
    text = (
        "Mara Lind @maralind · Jan 2, 2023\nThe dyke is gone.\n\nBo Berg wrote on Facebook:\n\nNobody leaves.\n\nEnd."
    )
    assert [(p.speaker, p.platform, p.body and p.body.of(text)) for p in posts(text)] == [
        ("Mara Lind", "x", "The dyke is gone."),
        ("Bo Berg", "facebook", "Nobody leaves."),
    ]


def test_an_introduced_post_that_is_signed_keeps_its_signature() -> None:
    text = f"The mayor wrote on Facebook:\n\nThe dyke is gone {SIGNED}\n\nEnd."
    assert [(p.speaker, p.posted) for p in posts(text)] == [("Mara Lind", date(2023, 1, 2))]


def test_a_stamp_right_before_a_signature_is_no_post() -> None:
    assert posts("4:00 — (@maralind) July 16, 2019") == []
    (post,) = posts("4:00 — The dyke is gone — Mara Lind (@maralind) July 16, 2019")
    assert post.body is not None
    assert post.body.of("4:00 — The dyke is gone — Mara Lind") == "The dyke is gone"
