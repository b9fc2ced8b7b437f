"""Posts inside a report: marked by a page's markup, or pasted into plain text with a signature or without one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from dateline.records import Block, Report, Span, Unresolved, Voice
from dateline.reference.speech import speech
from dateline.segment.bylines import byline
from dateline.segment.headed import Headed, headed_at, heads_a_shown_post, shown_above
from dateline.segment.introduced import Introduced, introduced_at
from dateline.segment.signatures import LINK, Signature, signatures

_HASHTAG = re.compile(r"[#＃](\w+)")
_MEDIA = re.compile(r"(?:pic\.(?:twitter|x)\.com|t\.co)/", re.IGNORECASE)
# Emoji blocks, dingbats and regional indicators (flags); Unicode 15.
_EMOJI = re.compile("[\u2600-\u27bf\u2b50\u2b55\U0001f1e6-\U0001f1ff\U0001f300-\U0001faff]")
_STAMP = re.compile(r"\s*(?:\d{1,2}[:.]\d{2}(?:\s?[ap]\.?m\.?)?\s*[-–—|:]\s+)?", re.IGNORECASE)
_LONGEST_UNSIGNED = 600  # characters; a post on X has at most 280 of them before links
# The count of a thread's post, before or after its words: "2/", "2/5", "(2/5)".
_NUMBERED = re.compile(r"\s*\(?\d{1,2}/(?:\d{1,2})?\)?(?![\d/])\s|.{1,600}\s\(?\d{1,2}/\d{1,2}\)?\s*$", re.DOTALL)
_X_HANDLE = re.compile(r"@\w{1,15}")


def paragraphs(report: Report) -> list[Block]:
    """Return the report's blocks, or its lines where it has none."""
    if report.blocks:
        return [block for block in report.blocks if block.span.start < block.span.end]
    return [Block(span=Span(m.start(), m.end())) for m in re.finditer(r"[^\n]+", report.text) if m.group().strip()]


def find_posts(report: Report) -> list[Voice]:
    """Return the report's posts in text order; ids and parents are still to be set."""
    text, blocks = report.text, paragraphs(report)
    found: list[Voice] = []
    signed_at: set[int] = set()
    for n, block in enumerate(blocks):
        if block.post is not None:
            found.append(_marked(text, block))
            signed_at.add(n)
            continue
        if n in signed_at:
            continue
        if heads_a_shown_post(text, blocks, n):
            continue
        if (told := introduced_at(text, blocks, n, report.published)) and not list(signatures(text, told.span)):
            if byline(text, told.span) is None:
                found.append(_introduced(text, told))
                signed_at.add(told.line)
            continue
        if (headed := headed_at(text, blocks, n)) is not None and not signed_at.intersection(headed.lines):
            found.append(_headed(text, headed))
            signed_at.update(headed.lines)
            continue
        for signature in list(signatures(text, block.span)) or _closing(text, block):
            start = found[-1].span.end if found and n in signed_at else block.span.start
            post = _signed(text, blocks, n, start, signature, signed_at)
            if post is not None:
                found.append(post)
                signed_at.add(n)
    return sorted([*found, *_unsigned(text, blocks, found, signed_at)], key=lambda v: v.span.start)


def _headed(text: str, post: Headed) -> Voice:
    """Make the voice of a post whose header stands above its words."""
    fields = {"handle": post.handle, "posted": post.posted, "url": post.url, "platform": post.platform}
    missing = _missing(fields)
    if "posted" in missing and post.undated:
        missing["posted"] = post.undated
    return Voice(
        id="", parent=None, kind="post", speaker=post.speaker, span=post.span, platform=post.platform, handle=post.handle,
        posted=post.posted, url=post.url, hashtags=hashtags(text, post.words), body=_own_words(text, post.words),
        unresolved=missing,
    )  # fmt: skip


def _introduced(text: str, post: Introduced) -> Voice:
    """Make the voice of a post that the paragraph above announces."""
    fields = {"speaker": post.speaker, "handle": post.handle, "posted": post.posted, "url": None}
    return Voice(
        id="", parent=None, kind="post", speaker=post.speaker, span=post.span, platform=post.platform, handle=post.handle,
        posted=post.posted, hashtags=hashtags(text, post.span), body=_own_words(text, post.span), unresolved=_missing(fields),
    )  # fmt: skip


def _closing(text: str, block: Block) -> list[Signature]:
    found = byline(text, block.span)
    return [found] if found else []


def _marked(text: str, block: Block) -> Voice:
    """Make the voice of a block that markup shows to be a post."""
    mark = block.post
    assert mark is not None
    fields = {
        "speaker": mark.speaker,
        "handle": mark.handle,
        "posted": mark.posted,
        "platform": mark.platform,
        "url": mark.url,
    }
    body = _own_words(text, mark.body) if mark.body is not None else None
    return Voice(
        id="", parent=None, kind="post", span=_trimmed(text, block.span), body=body, speaker=mark.speaker,
        handle=mark.handle, posted=mark.posted, platform=mark.platform, url=mark.url,
        hashtags=hashtags(text, mark.body or block.span), unresolved=_missing(fields),
    )  # fmt: skip


def _signed(
    text: str, blocks: Sequence[Block], n: int, start: int, signature: Signature, taken: set[int]
) -> Voice | None:
    """Make the voice of the post that `signature` closes; None where no words stand above it.

    start: the first offset of the paragraph that may be the post's own.
    """
    words = _trimmed(text, Span(start, signature.span.start))
    if start == blocks[n].span.start:
        words = _trimmed(text, Span(_STAMP.match(text, words.start, words.end).end(), signature.span.start))  # type: ignore[union-attr]
        words = _with_earlier(text, blocks, n, words, taken)
    if not len(words):
        return None
    span = Span(words.start, signature.span.end)
    platform = _platform(text, span, signature)
    fields = {
        "platform": platform, "posted": signature.posted, "speaker": signature.speaker, "url": signature.url,
        "handle": signature.handle,
    }  # fmt: skip
    missing = _missing(fields)
    if "posted" in missing and signature.undated:
        missing["posted"] = signature.undated
    return Voice(
        id="", parent=None, kind="post", speaker=signature.speaker, span=span, platform=platform,
        handle=signature.handle, posted=signature.posted, url=signature.url, hashtags=hashtags(text, words),
        body=_own_words(text, words), unresolved=missing,
    )  # fmt: skip


def _with_earlier(text: str, blocks: Sequence[Block], n: int, words: Span, taken: set[int]) -> Span:
    """Reach back over paragraphs that belong to the post: the one above a lone signature, post-like ones."""
    start, k = words.start, n - 1
    if not len(words) and k >= 0 and _free(blocks[k], k, taken):
        lines = shown_above(text, blocks, k)
        start = _trimmed(text, blocks[k - lines].span).start
        taken.update(range(k - lines, k + 1))
        k -= lines + 1
    while k >= 0 and _free(blocks[k], k, taken) and _leans_on(text, blocks[k].span, Span(start, words.end)):
        start = _trimmed(text, blocks[k].span).start
        taken.add(k)
        k -= 1
    return Span(start, words.end) if len(words) else _trimmed(text, Span(start, words.end))


def _free(block: Block, k: int, taken: set[int]) -> bool:
    return block.post is None and block.kind == "paragraph" and k not in taken


def _leans_on(text: str, span: Span, after: Span) -> bool:
    """Tell whether a paragraph above a signed one is its beginning: like a post, but without the end of one."""
    if len(span) > _LONGEST_UNSIGNED or _strong(text, span, beside=True):
        return False
    words = span.of(text)
    if _NUMBERED.match(words) and _NUMBERED.match(after.of(text)):
        return True
    return bool(_HASHTAG.search(words) or _EMOJI.search(words) or words.lstrip().startswith("@"))


def _unsigned(text: str, blocks: Sequence[Block], found: Sequence[Voice], taken: set[int]) -> list[Voice]:
    """Return posts that nobody signed: whole paragraphs, or what follows the last signed post of one."""
    out = []
    ends = _ends_by_block(blocks, found)
    for n, block in enumerate(blocks):
        if block.post is not None or (n in taken and n not in ends):
            continue
        span = _trimmed(text, Span(ends.get(n, block.span.start), block.span.end))
        beside = n in ends or n - 1 in taken or n + 1 in taken
        if 0 < len(span) <= _LONGEST_UNSIGNED and _strong(text, span, beside=beside):
            out.append(_nobodys(text, span))
    return out


def _ends_by_block(blocks: Sequence[Block], found: Sequence[Voice]) -> dict[int, int]:
    """Return block number -> end of the last post in it."""
    ends: dict[int, int] = {}
    n = 0
    for voice in found:
        while n < len(blocks) and blocks[n].span.end < voice.span.end:
            n += 1
        ends[n] = voice.span.end
    return ends


def _nobodys(text: str, span: Span) -> Voice:
    platform = "x" if _MEDIA.search(span.of(text)) else None
    missing = _missing({"speaker": None, "handle": None, "posted": None, "platform": platform, "url": None})
    return Voice(
        id="", parent=None, kind="post", speaker=None, span=span, platform=platform, hashtags=hashtags(text, span),
        body=_own_words(text, span), unresolved=missing,
    )  # fmt: skip


def _strong(text: str, span: Span, *, beside: bool) -> bool:
    """Tell whether a paragraph is a post by itself.

    It ends in a link to a post's own media, or consists largely of hashtags and links; beside a signed post it is
    enough that it has hashtags and ends in one.
    """
    words = span.of(text).split()
    if not words:
        return False
    tags = sum(word.startswith(("#", "＃")) for word in words)
    links = sum(bool(LINK.match(word)) for word in words)
    if _MEDIA.search(words[-1]) or (tags and tags + links > 1 and 2 * (tags + links) >= len(words)):
        return True
    return beside and words[-1].startswith("#") and 7 * tags >= len(words)


def _own_words(text: str, span: Span) -> Span | None:
    """Return the span without the links at its end; None when nothing is left."""
    end = span.end
    for link in reversed(list(LINK.finditer(text, span.start, span.end))):
        if text[link.end() : end].strip(" ,;.\u200b\u00a0\n"):
            break
        end = link.start()
    while end > span.start and (text[end - 1].isspace() or (end < span.end and text[end - 1] == ",")):
        end -= 1
    return Span(span.start, end) if end > span.start else None


def _trimmed(text: str, span: Span) -> Span:
    start, end = span.start, span.end
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


def hashtags(text: str, span: Span) -> tuple[str, ...]:
    """Return the hashtags of a stretch without the sign, in order, each once; bare numbers are none."""
    found = (match[1] for match in _HASHTAG.finditer(text, span.start, span.end))
    return tuple(dict.fromkeys(tag for tag in found if not tag.isdigit()))


def platform_of_handle(handle: str) -> str | None:
    """Return the platform that a handle's form gives away: "@a@server" mastodon, "@name.bsky.social" bluesky."""
    if handle.count("@") == 2:
        return "mastodon"
    return "bluesky" if handle.endswith((".bsky.social", ".social")) else None


def platform_of_link(link: str) -> str | None:
    """Return the platform whose host a link names."""
    host = re.sub(r"^(?:https?://)?(?:www\.|m\.)?", "", link.lower()).split("/")[0]
    return speech().platforms.get(host) if "." in host else None


def _platform(text: str, span: Span, signature: Signature) -> str | None:
    """Judge by the handle, then the links, then the form of the signature (X writes "— Name (@handle) date")."""
    if signature.platform is not None:
        return signature.platform
    if signature.handle and (by_handle := platform_of_handle(signature.handle)):
        return by_handle
    if signature.shared:
        return "instagram"
    links = [link.group() for link in LINK.finditer(text, span.start, span.end)]
    for link in reversed(links):
        if by_link := platform_of_link(link):
            return by_link
    named_as_on_x = signature.handle is None or _X_HANDLE.fullmatch(signature.handle)
    return "x" if named_as_on_x and signature.posted is not None else None


def _missing(fields: dict[str, str | date | None]) -> Unresolved:
    return {name: "not-stated" for name, value in fields.items() if value is None}
