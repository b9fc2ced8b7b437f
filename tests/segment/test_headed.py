from __future__ import annotations

from datetime import date

import pytest

from dateline.read.text import text_blocks
from dateline.segment.headed import Headed, headed_at, heads_a_shown_post, shown_above


def headed(text: str, n: int = 0) -> Headed | None:
    return headed_at(text, text_blocks(text), n)


@pytest.mark.parametrize(
    ("head", "handle", "platform"),
    [
        ("Mara Lind\n@maralind", "@maralind", "x"),
        ("Mara Lind @maralind · Jan 2, 2023", "@maralind", "x"),
        ("Mara Lind (@maralind):", "@maralind", "x"),
        ("Mara Lind ✓ @mara@halvik.social", "@mara@halvik.social", "mastodon"),
        ("Mara Lind @mara.bsky.social", "@mara.bsky.social", "bluesky"),
        ("Mara Lind, [2 Jan 2023, 10:15]", None, "telegram"),
        ("Forwarded from Mara Lind", None, "telegram"),
        ("Mara Lind\nJanuary 2, 2023 at 10:15 AM · Public", None, "facebook"),
    ],
)
def test_headers(head: str, handle: str | None, platform: str) -> None:
    text = f"{head}\nThe dyke is gone.\nLeave now.\n\nNobody was hurt."
    post = headed(text)
    assert post is not None
    assert (post.speaker, post.handle, post.platform) == ("Mara Lind", handle, platform)
    assert post.words.of(text) == "The dyke is gone.\nLeave now."
    assert post.posted == (date(2023, 1, 2) if "2023" in head else None)


def test_a_line_of_date_and_views_below_belongs_to_the_post() -> None:
    text = "Mara Lind (@maralind)\nThe dyke is gone.\n10:15 AM · Jan 2, 2023 · 12.3K Views\n\nNobody was hurt."
    post = headed(text)
    assert post is not None
    assert post.posted == date(2023, 1, 2)
    assert post.span.of(text).endswith("Views")
    assert post.words.of(text) == "The dyke is gone."


@pytest.mark.parametrize(
    "text",
    [
        "By Mara Lind\nJanuary 2, 2023\n\nThe dyke is gone.",
        "Mara Lind, the mayor (@maralind), said that the dyke was gone.\nNobody was hurt.",
        "Halvik\nRain fell on the town.",
        "A post shared by Mara Lind (@maralind)\n\nNobody was hurt.",
        "Mara Lind (@maralind) wrote that the dyke is gone\nNobody was hurt.",
        "",
    ],
)
def test_what_is_no_header(text: str) -> None:
    assert headed(text) is None


def test_a_post_shown_by_another_is_not_taken_for_one_of_its_own() -> None:
    text = "A lie.\nBo Berg (@boberg) January 1, 2023\nThe dyke is gone.\n— Mara Lind (@maralind) January 2, 2023"
    blocks = text_blocks(text)
    assert heads_a_shown_post(text, blocks, 1)
    assert shown_above(text, blocks, 2) == 2
    assert not heads_a_shown_post(text, blocks, 0)
