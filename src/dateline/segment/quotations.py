"""What stands between quotation marks, and whether it is speech.

Marks: “ ” „ ‟ « » ‹ › ", the `` and '' of agency wires and, as outer marks too, ‘ ’ and '. One pass from left to right with a
stack; nothing looks further ahead than the next mark, so the cost is linear.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

import msgspec

from dateline.records import Span, SpanText
from dateline.reference.speech import Speech, speech

_MARK = re.compile(r"``|''|[“”„‟«»‹›\"‘’‚']")
_DEEPEST = 6
_SHORTEST_SPEECH = 4
_APHERESIS = re.compile(r"['’‘](?:em|til|tis|twas|cause|n|bout|round|\d{2}s?)\b", re.IGNORECASE)
_WORD = re.compile(r"[\w'’]*\w")
_FAMILY = {
    "“": "curly", "”": "curly", "„": "curly", "‟": "curly", "``": "curly", "«": "guillemet", "»": "guillemet", "‹": "angle",
    "›": "angle", '"': "straight", "''": "straight", "‘": "single", "’": "single", "‚": "single", "'": "apostrophe",
}  # fmt: skip
_TOLD = re.compile(
    r"[,.?!…][\s]+(?=(?:(?:he|she|they|it|who|[A-Z][\w.-]{1,30}(?:\s[A-Z][\w.-]{1,30}){0,3})\s)?(\w{2,14})\b)"
)


class Quotation(msgspec.Struct, frozen=True, kw_only=True):
    """A stretch between quotation marks. span: what stands between; outer: with the marks; depth: 0 outermost."""

    span: Span
    outer: Span
    depth: int = 0
    closed: bool = True


class _Open(msgspec.Struct):
    family: str
    start: int  # of the mark
    inner: int  # first offset after the mark


def quotations(text: str, regions: Sequence[Span]) -> list[Quotation]:
    """Return every stretch between quotation marks, in text order.

    regions: neighbouring paragraphs of one voice. Marks are matched within a paragraph; a quotation that a paragraph
    leaves open goes on where the next one repeats the opening mark or begins by closing it, and ends with its paragraph
    otherwise.
    """
    out: list[Quotation] = []
    pending: _Open | None = None
    pending_end = 0
    for region in regions:
        if not text[region.start : region.end].strip():
            continue
        marks = [m for m in _MARK.finditer(text, region.start, region.end) if _counts(text, m, region)]
        stack: list[_Open] = []
        if pending is not None:
            if _goes_on(text, region, marks, pending):
                stack, marks = [pending], marks[_opens_with(text, region, marks, pending.family) :]
            else:
                out.append(_cut(text, pending, pending_end))
        pending = None
        _match(text, region, marks, stack, out)
        if stack and stack[0].family not in ("apostrophe",) and _serious(text, stack[0], region):
            pending, pending_end = stack[0], region.end
    if pending is not None:
        out.append(_cut(text, pending, pending_end))
    return _nested(sorted((q for q in out if len(q.span) > 0), key=lambda q: (q.span.start, -q.span.end)))


def _nested(found: Sequence[Quotation]) -> list[Quotation]:
    """Return the quotations less those that begin in an earlier one and end behind it, as unbalanced marks make them."""
    kept: list[Quotation] = []
    around: list[int] = []  # where the quotations end that are still open
    for one in found:
        while around and around[-1] <= one.span.start:
            around.pop()
        if around and around[-1] < one.span.end:
            continue
        around.append(one.span.end)
        kept.append(one)
    return kept


def _match(text: str, region: Span, marks: Sequence[re.Match[str]], stack: list[_Open], out: list[Quotation]) -> None:
    """Match the marks of one paragraph; what is left open stays on the stack."""
    for n, mark in enumerate(marks):
        family = _FAMILY[mark.group()]
        level = next((i for i in range(len(stack) - 1, -1, -1) if _pairs(stack[i].family, family, mark.group())), None)
        if level is not None and _closes(text, mark, region, stack[level], marks[n + 1 : n + 2]):
            opened = stack[level]
            del stack[level:]
            out.append(_quotation(text, opened, mark.start(), mark.end(), level))
        elif _opens(text, mark, region) and len(stack) < _DEEPEST:
            if level is not None and family in ("straight", "apostrophe"):
                if stack[level].family == "straight" and _serious(text, stack[level], region):
                    out.append(_cut(text, stack[level], mark.start()))
                del stack[level:]
            stack.append(_Open(family, mark.start(), mark.end()))


def _pairs(opened: str, family: str, sign: str = "") -> bool:
    if opened == family or (opened == "curly" and family == "straight"):
        return True
    return {opened, family} == {"single", "apostrophe"} or (opened == "straight" and sign == "”")


def _counts(text: str, mark: re.Match[str], region: Span) -> bool:
    """Tell whether a mark can be a quotation mark at all: no apostrophe within a word, no "'em", no inch sign."""
    before, after = _around(text, mark, region)
    sign = mark.group()
    if sign in ("'", "’", "‘"):
        return not (before.isalnum() and after.isalnum()) and not _APHERESIS.match(text, mark.start(), region.end)
    return not (sign == '"' and before.isdigit() and not after.isalnum() and _inch(text, mark, region))


def _inch(text: str, mark: re.Match[str], region: Span) -> bool:
    """Tell whether a straight mark after a figure is an inch sign: no mark stands open before it on the line."""
    return text.count('"', region.start, mark.start()) % 2 == 0 if mark.start() - region.start < 2000 else False


def _around(text: str, mark: re.Match[str], region: Span) -> tuple[str, str]:
    before = text[mark.start() - 1] if mark.start() > region.start else " "
    after = text[mark.end()] if mark.end() < region.end else " "
    return before, after


def _opens(text: str, mark: re.Match[str], region: Span) -> bool:
    before, after = _around(text, mark, region)
    free = before.isspace() or before in "([{—–-/“‘«„\"'…:\u200b\u200e\u200f" or not before.isprintable()
    sign = mark.group()
    if sign in ("“", "„", "‟", "«", "‹", "``"):
        return True
    if sign == "»":  # German and Danish use
        return free and not after.isspace()
    if sign in ("”", "›", "’"):
        return False
    if sign in ("'", "‘", "‚"):
        return free and (after.isalnum() or after in '“"…([#@$€£')
    return free


def _closes(text: str, mark: re.Match[str], region: Span, opened: _Open, following: Sequence[re.Match[str]]) -> bool:
    before, after = _around(text, mark, region)
    sign = mark.group()
    if mark.start() <= opened.inner and sign not in "”»›":
        return False
    if sign in ("”", "›", "»"):
        return True
    if sign in ("’", "'"):
        return _closes_single(text, mark, region, following)
    if sign == "“":  # closes after „, or where it plainly hangs on the word before it
        return text[opened.start] == "„" or (not before.isspace() and not after.isalnum() and before not in "(—–-")
    if sign == "«":
        return text[opened.start] == "»"
    return sign in ('"', "''") and (not before.isspace() or after.isspace() or after in ",.;:)!?")


def _closes_single(text: str, mark: re.Match[str], region: Span, following: Sequence[re.Match[str]]) -> bool:
    """Tell a closing single mark from a plural's apostrophe ("the workers' march")."""
    before, after = _around(text, mark, region)
    if before.isspace() or after.isalnum():
        return False
    plural = before in "sS" and after == " " and text[mark.end() + 1 : mark.end() + 2].isalnum()
    later = bool(following) and following[0].group() in ("’", "'") and not _opens(text, following[0], region)
    return not (plural and later)


def _goes_on(text: str, region: Span, marks: Sequence[re.Match[str]], pending: _Open) -> bool:
    """Tell whether the paragraph continues the quotation that the one before left open."""
    if _opens_with(text, region, marks, pending.family):
        return True
    first = next((m for m in marks if _pairs(pending.family, _FAMILY[m.group()])), None)
    return (
        first is not None
        and pending.family != "single"
        and _closes(text, first, region, pending, ())
        and (not _opens(text, first, region) or len(marks) % 2 == 1)
    )


def _opens_with(text: str, region: Span, marks: Sequence[re.Match[str]], family: str) -> int:
    """Return 1 when the paragraph begins with the opening mark of the family, else 0."""
    if not marks or _FAMILY[marks[0].group()] != family or not _opens(text, marks[0], region):
        return 0
    return int(not text[region.start : marks[0].start()].strip())


def _serious(text: str, opened: _Open, region: Span) -> bool:
    """Tell whether an unclosed opening mark is worth a quotation: it opens the paragraph or follows a cue's mark."""
    before = text[max(region.start, opened.start - 3) : opened.start].rstrip()
    if opened.start < region.start:
        return True
    if opened.family == "single":
        return not before
    return not before or before[-1] in ":,—–-" or opened.family in ("curly", "guillemet")


def _cut(text: str, opened: _Open, end: int) -> Quotation:
    """Close an unclosed quotation at the narrator's "…, she said" or else at the end of its paragraph."""
    forms = speech().forms
    inner = text[opened.inner : min(end, opened.inner + 5000)]
    for match in _TOLD.finditer(inner):
        if forms.get(match[1].lower()) is not None and match[1].lower().endswith(("d", "s", "t")):
            end = opened.inner + match.start() + 1
            break
    return _quotation(text, opened, end, end, 0, closed=False)


def _quotation(text: str, opened: _Open, stop: int, outer_stop: int, depth: int, *, closed: bool = True) -> Quotation:
    start = opened.inner
    while start < stop and text[start].isspace():
        start += 1
    while stop > start and text[stop - 1].isspace():
        stop -= 1
    return Quotation(span=Span(start, stop), outer=Span(opened.start, outer_stop), depth=depth, closed=closed)


def is_speech(text: str, quotation: Quotation) -> bool:
    """Tell speech from titles, terms and scare quotes.

    Speech is a quotation of four words or more that is no title, or a shorter one that a reporting verb stands beside.
    """
    inner = text[quotation.span.start : min(quotation.span.end, quotation.span.start + 2000)]
    words = _WORD.findall(inner)
    lexicon = speech()
    if not words or _announced_title(text, quotation, lexicon):
        return False
    beside = _cue_beside(text, quotation, lexicon)
    if _title_case(words, inner):
        return beside and (_next_mark(text, quotation) == "," or _after_colon(text, quotation))
    if len(words) >= _SHORTEST_SPEECH:
        return True
    if not beside or _title_case(words, inner[:-1] or inner):
        return False
    return inner[-1] in ",.?!…" or _next_mark(text, quotation) == "," or _after_colon(text, quotation)


def scare_quotes(text: str, found: Iterable[Quotation]) -> list[SpanText]:
    """Return the short stretches between marks that are no speech: terms, titles, words held at arm's length."""
    out = [q.span for q in found if q.closed and not is_speech(text, q)]
    return [SpanText(span=span, text=span.of(text)) for span in out]


def _announced_title(text: str, quotation: Quotation, lexicon: Speech) -> bool:
    before = text[max(0, quotation.outer.start - 40) : quotation.outer.start]
    words = re.findall(r"[\w-]+", before)
    while words and words[-1].lower() in ("as", "the", "a", "an"):
        words.pop()
    return bool(words) and words[-1].lower() in lexicon.before_title and before.rstrip()[-1:] not in ".,;:!?"


def _title_case(words: Sequence[str], inner: str) -> bool:
    """Tell whether every longer word is capitalised and nothing ends like a sentence."""
    long = [word for word in words if len(word) > 3]
    return len(long) > 1 and all(word[0].isupper() or word[0].isdigit() for word in long) and inner[-1] not in ",.?!…"


def _cue_beside(text: str, quotation: Quotation, lexicon: Speech) -> bool:
    before = re.findall(r"\w+|[^\w\s]", text[max(0, quotation.outer.start - 40) : quotation.outer.start])[-5:]
    after = re.findall(r"\w+|[^\w\s]", text[quotation.outer.end : quotation.outer.end + 60])[:6]
    near = [word.lower() for word in (*_up_to_stop(reversed(before)), *_up_to_stop(after))]
    return any(word in lexicon.forms and lexicon.forms[word] not in lexicon.frames["infinitive"] for word in near)


def _up_to_stop(words: Iterable[str]) -> list[str]:
    out: list[str] = []
    for word in words:
        if word in '.;!?"“”':
            break
        out.append(word)
    return out


def _next_mark(text: str, quotation: Quotation) -> str:
    return text[quotation.outer.end : quotation.outer.end + 1]


def _after_colon(text: str, quotation: Quotation) -> bool:
    return text[max(0, quotation.outer.start - 3) : quotation.outer.start].rstrip()[-1:] in (":", ",")
