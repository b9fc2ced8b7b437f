"""The last step of reading: text, blocks and facts of any input -> Report, with limits, language and id."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from dateline.errors import InputError
from dateline.read.language import settle_language
from dateline.read.text import text_blocks
from dateline.records import Block, Reason, Report, content_id

MAX_CHARS = 1_000_000


@dataclass(frozen=True, slots=True)
class Limits:
    """What the user sets for a run: the longest report (code points), and facts for inputs that lack them."""

    max_chars: int = MAX_CHARS
    published: date | None = None
    outlet: str | None = None


@dataclass(frozen=True, slots=True)
class Facts:
    """What an input says about its report. language: as given by the user; page_language: as a page declares it."""

    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    published: date | None = None
    language: str | None = None
    page_language: str | None = None


def build_report(
    text: str, source: str, facts: Facts, limits: Limits, blocks: tuple[Block, ...] | None = None
) -> Report:
    """Make the report; what the input does not say is filled from the limits, else null with a reason.

    blocks: those of the page; None for plain text, which is then cut at its line ends.
    Raises InputError of kind "empty" or "too-long".
    """
    check_length(len(text), source, limits)
    if not text.strip():
        raise InputError("empty", source, f"{source} holds no text; give a report with a text in it")
    blocks = text_blocks(text) if blocks is None else blocks
    outlet, published = facts.outlet or limits.outlet, facts.published or limits.published
    language = settle_language(_own_words(text, blocks), given=facts.language, page=facts.page_language)
    known = {"title": facts.title, "outlet": outlet, "url": facts.url, "published": published, "language": language}
    return Report(
        id=content_id("r", text, facts.title, outlet, facts.url, published),
        source=source,
        outlet=outlet,
        title=facts.title,
        url=facts.url,
        published=published,
        language=language,
        text=text,
        blocks=blocks,
        unresolved=_missing(known),
    )


def check_length(length: int, source: str, limits: Limits) -> None:
    """Raise InputError of kind "too-long" for a report beyond the limit."""
    if length > limits.max_chars:
        raise too_long(source, limits)


def too_long(source: str, limits: Limits) -> InputError:
    """Return the failure for a report beyond the limit."""
    message = (
        f"{source} is refused: a report of more than {limits.max_chars:,} characters (--max-chars) is not read; "
        "split it, or raise the limit"
    )
    return InputError("too-long", source, message)


def _missing(known: Mapping[str, object]) -> dict[str, Reason]:
    """Return the reason for each fact that nobody stated."""
    return {name: "not-stated" for name, value in known.items() if value is None}


def _own_words(text: str, blocks: tuple[Block, ...]) -> str:
    """Return the text without embedded posts, which may be in other languages; all of it when nothing else is there."""
    own = "\n".join(block.span.of(text) for block in blocks if block.post is None)
    return own if own.strip() else text
