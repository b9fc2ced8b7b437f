"""A report: the text that everything else points into, and what is known about it."""

from __future__ import annotations

from datetime import date

import msgspec

from dateline.records.span import Span
from dateline.records.unresolved import Unresolved


class PostMark(msgspec.Struct, frozen=True, kw_only=True):
    """What a page's markup says of an embedded post; the segment stage turns it into a voice.

    platform: lower-case name ("x", "telegram", "facebook", "instagram", "mastodon", ...).
    posted: the calendar date that the markup states.
    body: the span of the post's own words, signature left out; None when markup gave no words.
    """

    platform: str
    speaker: str | None = None
    handle: str | None = None
    posted: date | None = None
    url: str | None = None
    body: Span | None = None


class Block(msgspec.Struct, frozen=True, kw_only=True):
    """A paragraph, heading, list item or embedded post of the text, parted from the next by a line end.

    where: where in the source it came from (an XPath for a page, None for plain text).
    post: set when the markup marks the block as an embedded post.
    """

    span: Span
    kind: str = "paragraph"  # paragraph, heading, item, post
    where: str | None = None
    post: PostMark | None = None


class Report(msgspec.Struct, frozen=True, kw_only=True):
    """One news report.

    id: "r_" and a hash of text, title, outlet, url and published.
    source: the path, or the identifier that the input gave.
    published: calendar date of publication; None when neither input nor user gives one.
    language: ISO 639-1 code of the text.
    blocks: in text order, none overlapping; empty for a failed report.
    """

    id: str
    source: str
    outlet: str | None = None
    title: str | None = None
    url: str | None = None
    published: date | None = None
    language: str | None = None
    text: str = ""
    blocks: tuple[Block, ...] = ()
    unresolved: Unresolved = msgspec.field(default_factory=dict)
