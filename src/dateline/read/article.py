"""Which element of a page holds the article: by markup, else by trafilatura, else by where the prose is."""

from __future__ import annotations

import logging
from collections import defaultdict
from collections.abc import Sequence
from copy import deepcopy
from typing import TYPE_CHECKING, Any

from dateline.read.boilerplate import is_prose
from dateline.read.walk import BLOCK_TAGS, Draft

if TYPE_CHECKING:
    from lxml.etree import _Element

Weights = dict["_Element", int]

_HALF = 0.5
_LEAST = 60  # characters of running text that make an element with a headline the article
_COVER = 0.85  # share of the found text that the article's element must hold
# Beyond these, pages are machine-made or hostile, and trafilatura's several copies and passes cost too much.
_MAX_ELEMENTS = 20_000
_MAX_DEPTH = 150
_MARK = 0x2800  # braille patterns: printable, no letters, in no news text


def article_element(body: _Element, drafts: Sequence[Draft]) -> _Element:
    """Return the smallest element that holds the article.

    body: of the page. drafts: its blocks without furniture, in page order.
    """
    weights = prose_weights(body, drafts)
    marked = _marked(body, weights)
    found = _found(body, drafts, weights) if marked is None else marked
    element = _heaviest(body, weights) if found is None else found
    while element is not body and element.tag not in BLOCK_TAGS:
        element = element.getparent()
    return element


def prose_weights(body: _Element, drafts: Sequence[Draft]) -> Weights:
    """Return for each element the characters of running text in it, links left out."""
    weights: Weights = defaultdict(int)
    for draft in drafts:
        if is_prose(draft):
            weights[draft.element] += len(draft.text) - draft.linked
    for element in reversed(list(body.iter())):
        parent = element.getparent()
        if parent is not None and element is not body and weights.get(element):
            weights[parent] += weights[element]
    return weights


def _marked(body: _Element, weights: Weights) -> _Element | None:
    """Return the element that the page itself marks as the article, when it holds most of the running text.

    Of several, the first with a headline, else the first that has at least half the text of the largest: endless pages
    append other stories below.
    """
    total = weights.get(body, 0)
    articles = [e for e in body.iter("article", "div", "section", "main") if _is_article(e)]
    most = max((weights.get(e, 0) for e in articles), default=0)
    if not most or most < _HALF * total * _HALF:
        return None
    headed = (e for e in articles if weights.get(e, 0) >= _LEAST and e.find(".//h1") is not None)
    article = next(headed, None)
    if article is None:
        article = next(e for e in articles if weights.get(e, 0) >= _HALF * most)
    if most < _HALF * total and sum(e.getparent() is article.getparent() for e in articles) > 2:
        return None  # a live page whose entries are articles of their own
    bodies = [e for e in article.iter() if "articleBody" in (e.get("itemprop") or "").split()]
    if len(bodies) == 1 and weights.get(bodies[0], 0) >= 0.7 * weights.get(article, 0):
        return bodies[0]
    return article


def _is_article(element: _Element) -> bool:
    get = element.get
    return (
        element.tag == "article"
        or get("role") == "article"
        or "articleBody" in (get("itemprop") or "").split()
        or (get("itemtype") or "").endswith(
            ("NewsArticle", "schema.org/Article", "BlogPosting", "ReportageNewsArticle")
        )
    )


def _found(body: _Element, drafts: Sequence[Draft], weights: Weights) -> _Element | None:
    """Return the element that holds what trafilatura takes for the article; None where it finds nothing."""
    kept = trafilatura_blocks(body, drafts)
    total = sum(len(drafts[i].text) for i in kept)
    if total < _HALF * max(weights.values(), default=0) * _HALF:
        return None
    held: Weights = defaultdict(int)
    for i in kept:
        held[drafts[i].element] += len(drafts[i].text)
    return _smallest(body, held, _COVER * total)


def _heaviest(body: _Element, weights: Weights) -> _Element:
    """Return the element in which most of the page's running text stands."""
    found = _smallest(body, weights, 0, summed=True)
    return body if found is None else found


def _smallest(body: _Element, held: Weights, least: float, *, summed: bool = False) -> _Element | None:
    """Return the deepest element that holds at least so many characters."""
    if not summed:
        for element in reversed(list(body.iter())):
            parent = element.getparent()
            if parent is not None and element is not body and held.get(element):
                held[parent] += held[element]
    if not held.get(body):
        return None
    least = least or _COVER * held[body]
    node = body
    while True:
        inner = next((child for child in node if held.get(child, 0) >= least), None)
        if inner is None:
            return node if node.tag != "p" else node.getparent()
        node = inner


def trafilatura_blocks(body: _Element, drafts: Sequence[Draft]) -> list[int]:
    """Return the indexes of the blocks that trafilatura keeps; empty where it fails or the page is beyond its means.

    A copy of the page carries the index of each block behind its words, in signs that no rule of the library looks at.
    """
    elements = list(body.iter())
    if not drafts or len(elements) > _MAX_ELEMENTS or _depth(body) > _MAX_DEPTH:
        return []
    copy, numbers = _numbered(body, elements, drafts)
    import trafilatura

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    try:
        document: Any = trafilatura.bare_extraction(copy, fast=True, include_comments=False, with_metadata=False)
    except Exception:  # a library's trouble with a stranger's page: the caller has another way
        return []
    text = document.text if document is not None else ""
    return [i for i, number in enumerate(numbers) if number in text] if text else []


def _numbered(body: _Element, elements: list[_Element], drafts: Sequence[Draft]) -> tuple[_Element, list[str]]:
    """Copy the page and put each block's number behind its first words."""
    from lxml import html

    root = html.Element("html")
    copied = deepcopy(body)
    root.append(copied)
    twins = dict(zip(elements, copied.iter(), strict=True))
    numbers: list[str] = []
    for i, draft in enumerate(drafts):
        number = chr(_MARK + 1) + "".join(chr(_MARK + 0x10 + int(digit, 16)) for digit in f"{i:x}") + chr(_MARK + 2)
        numbers.append(number)
        twin = twins[draft.element]
        if draft.kind == "post":
            twin.clear()
            twin.tag, twin.text = "p", f"{draft.text or 'An embedded post stands here.'} {number}"
            continue
        place = next((e for e in twin.iter() if e.text and not e.text.isspace()), twin)
        place.text = f"{place.text or ''} {number}"
    return root, numbers


def _depth(body: _Element) -> int:
    """Return how deep the page nests."""
    deepest = level = 0
    from lxml import etree

    for event, _ in etree.iterwalk(body, events=("start", "end")):
        level += 1 if event == "start" else -1
        deepest = max(deepest, level)
    return deepest
