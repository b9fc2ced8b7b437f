from __future__ import annotations

import pytest

from dateline.records import Report
from dateline.segment.inner_posts import inner_posts
from dateline.segment.posts import find_posts
from dateline.segment.voices import find_voices

SIGNED = "— Mara Lind (@maralind) January 2, 2023"


@pytest.mark.parametrize(
    ("words", "handle", "body"),
    [
        ("A lie. RT @boberg: The dyke is gone", "@boberg", "The dyke is gone"),
        ("A lie. Quoting Bo Berg (@boberg): The dyke is gone", "@boberg", "The dyke is gone"),
        ("A lie.\nBo Berg (@boberg) January 1, 2023\nThe dyke is gone\n", "@boberg", "The dyke is gone"),
    ],
)
def test_a_post_in_a_post_has_it_as_parent(words: str, handle: str, body: str) -> None:
    text = f"{words} {SIGNED}" if not words.endswith("\n") else words + SIGNED
    voices = find_voices(Report(id="r", source="s", text=text))
    assert [(v.handle, v.parent) for v in voices[1:]] == [("@maralind", "v0"), (handle, "v1")]
    assert voices[2].body is not None
    assert voices[2].body.of(text) == body


def test_an_ordinary_post_holds_no_other() -> None:
    text = f"The dyke is gone, says @boberg {SIGNED}"
    assert inner_posts(text, find_posts(Report(id="r", source="s", text=text))) == []
