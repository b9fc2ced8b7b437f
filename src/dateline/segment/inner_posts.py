"""Posts inside posts: what somebody passes on (`RT @name: ...`) or shows under words of his own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from dateline.records import Span, Unresolved, Voice
from dateline.segment.posts import hashtags
from dateline.segment.signatures import DATE, read_date

_PASSED_ON = re.compile(r"(?<!\w)(?:RT|MT|QT|via)\s+(?P<handle>@\w{1,40}):?\s+(?=\S)")
_QUOTING = re.compile(
    r"(?:Quot(?:ing|e)|Repost(?:ing|ed)?|Replying to|In reply to)\s+"
    r"(?P<name>[^\n@()“\":]{2,60}?)\s*\((?P<handle>@[\w.\-@]{2,80})\):?\s*"
)
_HEAD = re.compile(
    r"^(?P<name>[^\W\d_a-z][^\n@()“\":.!?]{1,60}?)\s*\(?(?P<handle>@[\w.\-@]{2,80})\)?[ \t·•,]*(?P<when>[^\n]{0,40})\n",
    re.MULTILINE,
)


def inner_posts(text: str, posts: Sequence[Voice]) -> list[Voice]:
    """Return the posts that posts pass on or quote, in text order; their parents are set by nesting."""
    return [inner for post in posts if post.body is not None for inner in _inside(text, post, post.body)]


def _inside(text: str, post: Voice, body: Span) -> Iterator[Voice]:
    for pattern in (_PASSED_ON, _QUOTING, _HEAD):
        match = pattern.search(text, body.start, body.end)
        if match is None or (match.start() == body.start and pattern is _HEAD):
            continue
        words = Span(match.end(), body.end)
        if len(words) and text[words.start : words.end].strip():
            yield _voice(text, post, match, words)
            return


def _voice(text: str, post: Voice, match: re.Match[str], words: Span) -> Voice:
    parts = match.groupdict()
    when = DATE.search(parts.get("when") or "")
    posted = read_date(when)[0] if when else None
    speaker = parts.get("name")
    fields = {"speaker": speaker, "posted": posted, "url": None, "platform": post.platform}
    missing: Unresolved = {name: "not-stated" for name, value in fields.items() if value is None}
    return Voice(
        id="", parent=None, kind="post", speaker=speaker.strip() if speaker else None, handle=parts["handle"], posted=posted,
        platform=post.platform, span=Span(match.start(), words.end), body=words, hashtags=hashtags(text, words),
        unresolved=missing,
    )  # fmt: skip
