from __future__ import annotations

from datetime import date

import pytest

from dateline.records import Report, Voice
from dateline.segment.posts import paragraphs
from dateline.segment.relayed import entry_days
from dateline.segment.voices import find_voices


def voice(text: str, published: date | None = date(2023, 1, 3)) -> Voice:
    return find_voices(Report(id="r", source="s", text=text, published=published))[-1]


@pytest.mark.parametrize(
    "text",
    [
        "Posted on X by Mara Lind (@maralind): “The water is over the dyke now.”",
        "In a post on X, Mara Lind (@maralind) wrote: “The water is over the dyke now.”",
        "“The water is over the dyke now,” Mara Lind (@maralind) wrote on X.",
        'From the quay, where people wait, this post on X by Mara Lind (@maralind): "The water is over the dyke now."',
        "Mara Lind (@maralind) tweeted: ‘The water is over the dyke now.’",
    ],
)
def test_relayed_posts_carry_their_account(text: str) -> None:
    found = voice(text)
    assert (found.kind, found.platform, found.speaker, found.handle) == ("post", "x", "Mara Lind", "@maralind")
    assert found.span.of(text).rstrip(",.") == "The water is over the dyke now"
    assert found.posted is None
    assert found.unresolved["posted"] == "not-stated"


def test_server_in_the_handle_tells_mastodon() -> None:
    found = voice('Posted an hour ago by Halvik Quay (@quay@halvik.example): "The ferry will not sail tonight."')
    assert (found.platform, found.handle) == ("mastodon", "@quay@halvik.example")


@pytest.mark.parametrize(
    "text",
    [
        "He tweeted: “We have all left the town.”",
        "Mara Lind, who is on X (@maralind), was seen at the quay. “We have all left the town,” she said.",
    ],
)
def test_quotations_without_an_account_beside_them_stay_quotations(text: str) -> None:
    assert voice(text).kind == "quote"


LIVE = "MONDAY\n\n{}Posted an hour ago on X by Bo Berg (@boberg): “The ferry will not sail tonight.”"


@pytest.mark.parametrize(
    ("text", "published", "posted"),
    [
        (LIVE.format("19:30 - "), date(2023, 1, 3), date(2023, 1, 2)),
        (LIVE.format(""), date(2023, 1, 3), date(2023, 1, 2)),
        (LIVE.format("19:30 - ").replace("Posted an hour ago", "Posted yesterday"), date(2023, 1, 3), date(2023, 1, 1)),
        (LIVE.format("19:30 - "), None, None),
        (LIVE.format("").replace(" an hour ago", ""), date(2023, 1, 3), None),
        ("Posted on 5 March 2022 on X by Bo Berg (@boberg): “The ferry will not sail.”", None, date(2022, 3, 5)),
    ],
)
def test_day_of_a_relayed_post(text: str, published: date | None, posted: date | None) -> None:
    assert voice(text, published).posted == posted


def test_headings_set_the_day_for_what_follows() -> None:
    text = "Intro on Monday.\nSUNDAY\nText.\nTuesday 3 January 2023\nText."
    report = Report(id="r", source="s", text=text, published=date(2023, 1, 3))
    assert entry_days(report, paragraphs(report)) == [
        None, date(2023, 1, 1), date(2023, 1, 1), date(2023, 1, 3), date(2023, 1, 3),
    ]  # fmt: skip
