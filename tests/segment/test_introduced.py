from __future__ import annotations

from datetime import date

import pytest

from dateline.read.text import text_blocks
from dateline.segment.introduced import Introduced, introduced_at

DAY = date(2023, 1, 3)


def introduced(text: str) -> Introduced | None:
    return introduced_at(text, text_blocks(text), 0, DAY)


@pytest.mark.parametrize(
    ("intro", "speaker", "platform", "posted"),
    [
        ("The mayor, Mara Lind, wrote on Mastodon last night:", "Mara Lind", "mastodon", date(2023, 1, 2)),
        ("Rain fell. The police department wrote on Facebook:", "The police department", "facebook", None),
        ("Mara Lind (@maralind) posted on X this morning:", "Mara Lind", "x", DAY),
        ("The firm answered on VK on 1 January 2023:", "The firm", "vk", date(2023, 1, 1)),
    ],
)
def test_introductions(intro: str, speaker: str, platform: str, posted: date | None) -> None:
    text = f"{intro}\n\nThe dyke is gone. Leave now.\n\nNobody was hurt."
    post = introduced(text)
    assert post is not None
    assert (post.speaker, post.platform, post.posted) == (speaker, platform, posted)
    assert post.span.of(text) == "The dyke is gone. Leave now."


@pytest.mark.parametrize(
    "text",
    [
        "The mayor wrote on Facebook.\n\nThe dyke is gone.",
        "The mayor wrote on Monday:\n\nThe dyke is gone.",
        "The mayor wrote on Facebook:\n\n“The dyke is gone.”",
        "Prices on Facebook rose:\n\nThe dyke is gone.",
        "The mayor wrote on Facebook:",
    ],
)
def test_no_introduction(text: str) -> None:
    assert introduced(text) is None
