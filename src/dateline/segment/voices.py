"""The voices of a report: the outlet's, the posts shown in it, the quotations.

Takes a Report, gives Voices. Needs no parse; who speaks in a quotation is settled by `attributions`.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from datetime import date

from msgspec.structs import replace

from dateline.records import Block, Reading, Report, Span, Voice
from dateline.segment.inner_posts import inner_posts
from dateline.segment.posts import find_posts, paragraphs
from dateline.segment.quotations import Quotation, is_speech, quotations
from dateline.segment.relayed import entry_days, relayed_post
from dateline.segment.tags import media_of, words_of_tag

_SMALL = frozenset("a i in on of to is the for and not no we our us it be by at with from".split())


class FindVoices:
    """Marks off the outlet's own words, posts and quotations."""

    needs = ("report",)
    adds = ("voices",)

    def __call__(self, reading: Reading) -> Reading:
        """Return the reading with its voices, the outlet's first, the others in text order."""
        return replace(reading, voices=find_voices(reading.report))


def find_voices(report: Report) -> tuple[Voice, ...]:
    """Return all voices of a report, numbered in text order, each with the voice around it as parent."""
    whole = Voice(
        id="v0", parent=None, kind="outlet", speaker=report.outlet, span=Span(0, len(report.text)),
        unresolved={} if report.outlet else {"speaker": "not-stated"},
    )  # fmt: skip
    posts = find_posts(report)
    shown = [*posts, *_quoted(report, posts)]
    inner = [*shown, *inner_posts(report.text, posts)]
    tagged = _tagged(report.text, inner)
    return _numbered(whole, sorted(tagged, key=lambda v: (v.span.start, -v.span.end, v.kind)))


def _tagged(text: str, voices: Sequence[Voice]) -> Iterator[Voice]:
    """Yield the voices, posts with their hashtags split into words and with the links of their pictures."""
    tags = any(voice.hashtags for voice in voices)
    vocabulary = frozenset(re.findall(r"[^\W\d_]{2,20}", text.lower())) | _SMALL if tags else frozenset()
    for voice in voices:
        words = tuple(words_of_tag(tag, vocabulary - {tag}) for tag in voice.hashtags)
        yield replace(voice, hashtag_words=words, media=media_of(text, voice.span)) if voice.kind == "post" else voice


def _numbered(whole: Voice, inner: Sequence[Voice]) -> tuple[Voice, ...]:
    """Give ids in text order and parents by nesting; a voice that only crosses another is nested in neither."""
    out, stack = [whole], [whole]
    for voice in inner:
        while len(stack) > 1 and not stack[-1].span.covers(voice.span):
            stack.pop()
        named = replace(voice, id=f"v{len(out)}", parent=stack[-1].id)
        out.append(named)
        stack.append(named)
    return tuple(out)


def _quoted(report: Report, posts: Sequence[Voice]) -> Iterator[Voice]:
    """Yield the quotations that are speech, and those that turn out to be relayed posts."""
    blocks = paragraphs(report)
    starts = [block.span.start for block in blocks]
    days = entry_days(report, blocks)
    for quotation in spoken(report, posts):
        n = max(0, bisect_right(starts, quotation.outer.start) - 1)
        yield _voice(report.text, quotation, blocks[n], days[n])


def _voice(text: str, quotation: Quotation, block: Block, day: date | None) -> Voice:
    post = relayed_post(text, quotation, block, day) if quotation.depth == 0 and block.post is None else None
    if post is not None:
        return post
    return Voice(
        id="", parent=None, kind="quote", speaker=None, span=quotation.span, unresolved={"speaker": "not-stated"}
    )


def spoken(report: Report, posts: Sequence[Voice]) -> list[Quotation]:
    """Return the quotations of a report that are speech."""
    return [q for q in marked(report, posts) if is_speech(report.text, q)]


def marked(report: Report, posts: Sequence[Voice]) -> list[Quotation]:
    """Return every stretch between quotation marks, speech or not; marks never match across the edge of a post."""
    out: list[Quotation] = []
    for run in _runs(report, posts):
        out.extend(quotations(report.text, run))
    return out


def _runs(report: Report, posts: Sequence[Voice]) -> Iterator[list[Span]]:
    """Yield runs of neighbouring paragraphs: the outlet's between two posts, and each post's own words."""
    run: list[Span] = []
    pending = list(posts)[::-1]
    for block in paragraphs(report):
        start = block.span.start
        while pending and pending[-1].span.start < block.span.end:
            post = pending.pop()
            run.append(Span(start, max(start, post.span.start)))
            yield run
            run = []
            if post.body is not None:
                yield [post.body]
            start = max(start, post.span.end)
        if start < block.span.end:
            run.append(Span(start, block.span.end))
    yield run
