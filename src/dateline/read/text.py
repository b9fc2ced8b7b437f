"""Plain text -> blocks: one for each line, or for each paragraph where the lines are wrapped."""

from __future__ import annotations

import re
from itertools import pairwise

from dateline.records import Block, Span

_PARAGRAPH = re.compile(r"[^\n]*\S[^\n]*(?:\n[^\n]*\S[^\n]*)*")
_LINE = re.compile(r"[^\n]*\S[^\n]*")
_WRAP_MIN, _WRAP_MAX = 40, 100  # columns at which typewriters, mailers and wires wrap


def text_blocks(text: str) -> tuple[Block, ...]:
    """Return the blocks of a plain text; spans leave out white space at both ends, the text itself is not changed.

    A block is a line; in hard-wrapped text (every line as full as the next word allows) it is the whole paragraph.
    """
    blocks: list[Block] = []
    for paragraph in _PARAGRAPH.finditer(text):
        start = paragraph.start()
        if _wrapped(paragraph.group()):
            blocks.append(_block(text, start, paragraph.end()))
        else:
            blocks.extend(_block(text, start + m.start(), start + m.end()) for m in _LINE.finditer(paragraph.group()))
    return tuple(blocks)


def _block(text: str, start: int, end: int) -> Block:
    """Make a block of the stretch without the white space around it."""
    piece = text[start:end]
    return Block(span=Span(start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())))


def _wrapped(paragraph: str) -> bool:
    """Tell whether line ends fall only where the next word would have passed the longest line."""
    lines = [line.rstrip() for line in paragraph.split("\n")]
    width = max(map(len, lines))
    if len(lines) < 2 or not _WRAP_MIN <= width <= _WRAP_MAX:
        return False
    return all(len(line) + 1 + len(after.split(maxsplit=1)[0]) > width for line, after in pairwise(lines))
