from __future__ import annotations

from datetime import date

import pytest

from dateline.records import Span
from dateline.segment.bylines import byline


@pytest.mark.parametrize(
    ("line", "speaker", "platform", "posted"),
    [
        ("– Halvik Watch (t.me/halvikwatch), 17.04.2023", "Halvik Watch", "telegram", date(2023, 4, 17)),
        ("— u/dykefan, r/halvik, 18 Feb 2022", "u/dykefan", "reddit", date(2022, 2, 18)),
        ("— Halvik TV (YouTube community post, 29 August 2021)", "Halvik TV", "youtube", date(2021, 8, 29)),
        ("— Mara Lind, on Facebook, 17 June 2022", "Mara Lind", "facebook", date(2022, 6, 17)),
        ("– Mara (@mara.lind on TikTok) 20.11.2022", "Mara", "tiktok", date(2022, 11, 20)),
        ("Posted by Halvik Town on Monday, January 2, 2023", "Halvik Town", "facebook", date(2023, 1, 2)),
        ("— Halvik Watch | Telegram", "Halvik Watch", "telegram", None),
    ],
)
def test_forms(line: str, speaker: str, platform: str, posted: date | None) -> None:
    text = f"The dyke is gone. {line}"
    found = byline(text, Span(0, len(text)))
    assert found is not None
    assert (found.speaker, found.platform, found.posted) == (speaker, platform, posted)
    assert found.span.of(text) == line


def test_a_name_and_a_date_close_what_looks_like_a_post() -> None:
    text = "The dyke is gone #Halvik — Mara Lind, January 2, 2023"
    found = byline(text, Span(0, len(text)))
    assert found is not None
    assert (found.speaker, found.posted) == ("Mara Lind", date(2023, 1, 2))


@pytest.mark.parametrize(
    "text",
    [
        "The pact — signed in Geneva on 3 May 2020",
        "He died at home — a quiet end, 3 May 2020",
        "The dyke is gone — Mara Lind, January 2, 2023",
        "The film - a hit on YouTube - opened the festival",
        "She left the firm — Facebook, she said, had changed by then",
    ],
)
def test_prose_is_no_byline(text: str) -> None:
    assert byline(text, Span(0, len(text))) is None
