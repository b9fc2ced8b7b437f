"""Sentences of a text without a parse: what the stages after coding use, since no parse is stored."""

from __future__ import annotations

import re

from dateline.records.span import Span

_LONGEST = 2_000  # characters on either side of a span that its sentence can reach
_END = re.compile(r"[.!?…؟。]+[\"”’»')\]]*(?=\s)|\n+")
_ABBREVIATION = re.compile(
    r"(?:^|[\s(\"“‘])(?:[^\W\d_]|Mr|Mrs|Ms|Dr|St|Gen|Col|Lt|Sgt|Capt|Maj|Gov|Sen|Rep|Prof|Rev|No|vs|Jan|Feb|Mar|Apr|Jun|Jul|"
    r"Aug|Sept?|Oct|Nov|Dec|Inc|Ltd|Co|approx)\.$"
)


def sentences(text: str) -> list[Span]:
    """Split a text into sentences, line ends always parting two; blank stretches are left out."""
    out: list[Span] = []
    start = 0
    for match in _END.finditer(text):
        if _ends_sentence(text, match):
            _add(out, text, start, match.end())
            start = match.end()
    _add(out, text, start, len(text))
    return out


def sentence_at(text: str, span: Span) -> Span:
    """Return the sentence around a span; a span over several sentences gets them all."""
    lo, hi = _line_around(text, span)
    around = [Span(s.start + lo, s.end + lo) for s in sentences(text[lo:hi])]
    hit = [s for s in around if s.overlaps(span) or s.covers(span)]
    return Span(hit[0].start, hit[-1].end) if hit else span


def _line_around(text: str, span: Span) -> tuple[int, int]:
    """Return the bounds of the line or lines that hold the span, no farther off than a sentence is long."""
    first, last = max(0, span.start - _LONGEST), min(len(text), span.end + _LONGEST)
    start, end = text.rfind("\n", first, span.start), text.find("\n", max(span.start, span.end), last)
    return first if start < 0 else start + 1, last if end < 0 else end


def _ends_sentence(text: str, match: re.Match[str]) -> bool:
    """Tell a sentence's end from an abbreviation's point: no small letter follows, no short form stands before."""
    if match.group().startswith("\n"):
        return True
    after = text[match.end() : match.end() + 40].lstrip()
    if after[:1].islower():
        return False
    return not (match.group() == "." and _ABBREVIATION.search(text[max(0, match.end() - 10) : match.end()]))


def _add(out: list[Span], text: str, start: int, end: int) -> None:
    """Append the stretch without its outer white space, if anything is left."""
    raw = text[start:end]
    lead = len(raw) - len(raw.lstrip())
    if raw.strip():
        out.append(Span(start + lead, start + len(raw.rstrip())))
