"""One news page -> a report: the article's blocks in page order, posts where they stand, facts from the markup."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from dateline.errors import InputError
from dateline.read.article import article_element
from dateline.read.boilerplate import is_furniture, is_prose, is_surely_furniture, trim
from dateline.read.build import Facts, Limits, build_report
from dateline.read.metadata import PageFacts, masthead_date
from dateline.read.posts import Post, find_posts
from dateline.read.walk import Draft, Paths, clean, walk
from dateline.records import Block, PostMark, Report, Span

if TYPE_CHECKING:
    from lxml.etree import _Element

Posts = dict["_Element", Post | None]

_GAP = "\n\n"
_LEAST_PROSE = 60  # characters of running text without which a page has no article


def read_page(page: str, source: str, limits: Limits, given: Facts) -> Report:
    """Read one news page.

    page: HTML, however broken. given: facts that outweigh the page's own (a table's columns).
    Raises InputError of kind "no-article", "empty" or "too-long".
    """
    root = parse_page(page)
    if root is None:
        raise _no_article(source)
    about = PageFacts(root)
    facts = _merged(given, about.facts())
    body = root.find("body")
    body = root if body is None else body
    posts = find_posts(body, facts.page_language)
    whole = article_drafts(body, posts)
    if facts.published is None:
        facts = replace(facts, published=masthead_date(_masthead(whole), facts.page_language))
    drafts = trim(whole, facts.title, facts.page_language)
    if _prose(drafts) < _LEAST_PROSE:
        drafts = _scripted(root, about)
    if not drafts:
        raise _no_article(source)
    text, blocks = _assemble(drafts, posts)
    return build_report(text, source, facts, limits, blocks)


def parse_page(page: str) -> _Element | None:
    """Parse a page; None where there is nothing to parse. Comments and processing instructions fall away."""
    from lxml import etree, html

    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True, no_network=True)
    try:
        root: _Element | None = html.document_fromstring(
            page.replace("\x00", "").encode("utf-8", "replace"), parser=parser
        )
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None
    return root


def article_drafts(body: _Element, posts: Posts) -> list[Draft]:
    """Return the blocks of the article's element, furniture left out, headline and byline still in."""
    precious, wrapping = _ancestors_of_headline(body), _ancestors(posts)
    drafts = _visible(body, posts, lambda e: is_furniture(e, precious, wrapping))
    if _prose(drafts) < _LEAST_PROSE:
        drafts = _visible(body, posts, is_surely_furniture)
    inside = set(article_element(body, drafts).iter())
    return [draft for draft in drafts if draft.element in inside]


def _visible(body: _Element, posts: Posts, skip: Callable[[_Element], bool]) -> list[Draft]:
    """Return the blocks of a page; those of posts carry the post's words, posts without words fall away."""
    out = []
    for draft in walk(body, skip, lambda e: e in posts):
        if draft.kind == "post":
            post = posts[draft.element]
            if post is None:
                continue
            draft.text = post.words
        out.append(draft)
    return out


def _prose(drafts: Sequence[Draft]) -> int:
    """Return the number of characters of running text."""
    return sum(len(draft.text) for draft in drafts if is_prose(draft))


def _masthead(drafts: Sequence[Draft]) -> list[str]:
    """Return the short lines before the running text."""
    first = next((i for i, draft in enumerate(drafts) if is_prose(draft) and len(draft.text) > 80), 0)
    return [draft.text for draft in drafts[:first] if len(draft.text) < 100]


def _ancestors_of_headline(body: _Element) -> set[_Element]:
    """Return the elements that hold a headline or a marked article body, which no rule may throw out."""
    marks = [h for h in body.iter("h1") if len(h) or (h.text or "").strip()]
    marks.extend(
        e for e in body.iter() if isinstance(e.tag, str) and "articleBody" in (e.get("itemprop") or "").split()
    )
    marks = [mark for mark in marks if not any(up.tag in {"nav", "aside", "footer"} for up in mark.iterancestors())]
    return _ancestors(marks) | set(marks)


def _ancestors(elements: Iterable[_Element]) -> set[_Element]:
    """Return all elements around the given ones, each visited once."""
    out: set[_Element] = set()
    for element in elements:
        node = element.getparent()
        while node is not None and node not in out:
            out.add(node)
            node = node.getparent()
    return out


def _scripted(root: _Element, about: PageFacts) -> list[Draft]:
    """Return the paragraphs of an article that stands only in the page's JSON-LD."""
    text = about.body_text()
    script = next((s for s in root.iter("script") if "ld+json" in (s.get("type") or "")), None)
    if text is None or script is None:
        return []
    return [Draft(script, piece) for line in re.split(r"\n+", text) if (piece := clean(re.sub(r"<[^<>]*>", " ", line)))]


def _assemble(drafts: Sequence[Draft], posts: Posts) -> tuple[str, tuple[Block, ...]]:
    """Join the blocks with one empty line between them and give each its span."""
    paths, pieces, blocks, at = Paths(), [], [], 0
    for draft in drafts:
        post = posts.get(draft.element) if draft.kind == "post" else None
        text = f"{post.words} {post.signature}".strip() if post is not None else draft.text
        mark = _mark(post, at) if post is not None else None
        blocks.append(Block(span=Span(at, at + len(text)), kind=draft.kind, where=paths.of(draft.element), post=mark))
        pieces.append(text)
        at += len(text) + len(_GAP)
    return _GAP.join(pieces), tuple(blocks)


def _mark(post: Post, at: int) -> PostMark:
    """Make the record of a post whose block starts at an offset."""
    return PostMark(
        platform=post.platform,
        speaker=post.speaker,
        handle=post.handle,
        posted=post.posted,
        url=post.url,
        body=Span(at, at + len(post.words)),
    )


def _merged(given: Facts, page: Facts) -> Facts:
    """Return the given facts, filled up from the page."""
    return Facts(
        title=given.title or page.title,
        outlet=given.outlet or page.outlet,
        url=given.url or page.url,
        published=given.published or page.published,
        language=given.language,
        page_language=page.page_language,
    )


def _no_article(source: str) -> InputError:
    message = f"{source} is a page without an article; give the page of one report, or its text as .txt"
    return InputError("no-article", source, message)
