"""A page's tree -> its visible text, block by block, each with the element it stands in.

Nothing is taken out of the tree, so an element's XPath is that of the page as it was given.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from lxml import etree

if TYPE_CHECKING:
    from lxml.etree import _Element

# Elements that begin and end a block. Source: HTML standard, "Rendering", display values other than inline.
BLOCK_TAGS = frozenset(
    "address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer "
    "form h1 "
    "h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre search section summary table tbody td "
    "tfoot th "
    "thead title tr ul".split()
)
# Elements without words of the report: scripts, controls, frames, pictures, fall-backs.
MUTE_TAGS = frozenset(
    "script style noscript template svg math iframe object embed canvas audio video map button input select textarea "
    "option datalist progress meter head noframes applet figcaption frameset portal dialog".split()
)
_AMP_WITH_TEXT = ("amp-accordion", "amp-live-list", "amp-fit-text", "amp-layout", "amp-story", "amp-script")
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_BREAK = "\x00"
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_SPACES = re.compile(r"[\s\u200b\u2060\ufeff\u00ad]+")
_NO_WIDTH = re.compile(r"[\u200b\u2060\ufeff\u00ad]+")
_CONTROLS = re.compile(r"[\x01-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


@dataclass(slots=True)
class Draft:
    """A block before it has a place in the text.

    linked: characters inside links. bold: characters in bold type. post: filled in for an embedded post.
    """

    element: _Element
    text: str
    kind: str = "paragraph"
    linked: int = 0
    bold: int = 0


@dataclass(slots=True)
class _State:
    """What the walk carries: the open block elements, and the text gathered since the last border."""

    open: list[_Element]
    pieces: list[str] = field(default_factory=list)
    linked: int = 0
    bold: int = 0
    in_link: int = 0
    in_bold: int = 0


def clean(text: str) -> str:
    """Collapse white space to single spaces; drop control characters and marks without width or meaning."""
    return " ".join(_CONTROLS.sub("", _NO_WIDTH.sub("", text)).split())


def is_mute(element: _Element) -> bool:
    """Tell whether an element shows no words: scripts, controls, frames, and what its own markup hides."""
    tag = element.tag
    if tag in MUTE_TAGS or (tag.startswith("amp-") and tag not in _AMP_WITH_TEXT):
        return True
    get = element.get
    if get("hidden") is not None or get("aria-hidden") == "true":
        return True
    style = get("style")
    return style is not None and _HIDDEN_STYLE.search(style) is not None


def walk(root: _Element, skip: Callable[[_Element], bool], whole: Callable[[_Element], bool]) -> Iterator[Draft]:
    """Yield the blocks below an element in page order, in linear time and without recursion.

    skip: elements that are left out with all that is in them. whole: elements that are yielded as one block of kind
    "post" with an empty text.
    """
    state = _State([root])
    events = etree.iterwalk(root, events=("start", "end"))
    for event, element in events:
        if not isinstance(element.tag, str):
            continue
        if event == "end":
            yield from _leave(element, state, root)
        elif element is not root and whole(element):
            yield from _flush(state)
            yield Draft(element, "", "post")
            events.skip_subtree()
        elif element is not root and skip(element):
            if element.tag in BLOCK_TAGS:
                yield from _flush(state)
            events.skip_subtree()
        else:
            yield from _enter(element, state)
    yield from _flush(state)


def _enter(element: _Element, state: _State) -> Iterator[Draft]:
    """Open an element: a block begins, or a line, a link or bold type."""
    tag = element.tag
    if tag in BLOCK_TAGS:
        yield from _flush(state)
        state.open.append(element)
    elif tag == "br":
        state.pieces.append(_BREAK)
    elif tag == "a":
        state.in_link += 1
    elif tag in {"b", "strong"}:
        state.in_bold += 1
    _add(element.text, state)


def _leave(element: _Element, state: _State, root: _Element) -> Iterator[Draft]:
    """Close an element (or one that was skipped) and take the text behind it."""
    tag = element.tag
    if tag in BLOCK_TAGS and state.open[-1] is element and len(state.open) > 1:
        yield from _flush(state)
        state.open.pop()
    elif tag == "a" and state.in_link:
        state.in_link -= 1
    elif tag in {"b", "strong"} and state.in_bold:
        state.in_bold -= 1
    if element is not root:
        _add(element.tail, state)


def _add(text: str | None, state: _State) -> None:
    """Gather a piece of text."""
    if text:
        state.pieces.append(text)
        if state.in_link or state.in_bold:
            length = len(text.strip())
            state.linked += length if state.in_link else 0
            state.bold += length if state.in_bold else 0


def _flush(state: _State) -> Iterator[Draft]:
    """Yield what was gathered; two line breaks in a row part paragraphs, a single one is a space."""
    raw = "".join(state.pieces)
    element, linked, bold = state.open[-1], state.linked, state.bold
    state.pieces.clear()
    state.linked = state.bold = 0
    if not raw or raw.isspace():
        return
    parts = [text for part in re.split(r"\x00\s*\x00[\s\x00]*", raw) if (text := clean(part.replace(_BREAK, " ")))]
    total = sum(map(len, parts))
    for text in parts:
        share = len(text) / total
        yield Draft(element, text, _kind(state.open), round(linked * share), round(bold * share))


def _kind(open_elements: list[_Element]) -> str:
    """Return the kind of a block from the elements around it."""
    for element in reversed(open_elements[-4:]):
        if element.tag in HEADINGS:
            return "heading"
        if element.tag in {"li", "dd", "dt"}:
            return "item"
    return "paragraph"


class Paths:
    """XPaths of elements, each sibling list counted once."""

    def __init__(self) -> None:
        self._steps: dict[_Element, str] = {}
        self._counted: set[_Element | None] = set()

    def of(self, element: _Element) -> str:
        """Return the XPath of an element from the root of its page."""
        steps: list[str] = []
        node: _Element | None = element
        while node is not None:
            parent = node.getparent()
            if parent not in self._counted:
                self._count(node, parent)
            steps.append(self._steps[node])
            node = parent
        return "/" + "/".join(reversed(steps))

    def _count(self, node: _Element, parent: _Element | None) -> None:
        """Name the steps of all children of an element."""
        seen: dict[str, int] = {}
        for child in (node,) if parent is None else parent:
            if isinstance(child.tag, str):
                seen[child.tag] = seen.get(child.tag, 0) + 1
                self._steps[child] = f"{child.tag}[{seen[child.tag]}]"
        self._counted.add(parent)
