"""How well the words that tell of a happening are found, and of which kind and status it is, in many short reports.

    python bench/marked.py [--errors] [--type TYPE ...]

Reads bench/marked/: invented reports of all kinds of outlets, half of whose happenings are told in ordinary words that only the
context makes telling. A report opens with `=== id | kind of outlet | date`; `[[words|TYPE/mode@status]]` marks what tells of a
happening (no mode: none fits; no status: occurred); what is unmarked tells of nothing. Reports with an even number are work,
those with an odd one are kept for checking: only their figures are looked at. --errors lists the faults of the work part.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from dateline.pipeline import Pipeline, make_coder
from dateline.read import read_text
from dateline.records import EventMention, Reading, Span

FOLDER = Path(__file__).with_name("marked")
PARTS = ("work", "check")
_MARK = re.compile(r"\[\[([^|\[\]]+)\|([A-Z]+)(?:/([a-z-]+))?(?:@([a-z]+))?\]\]")


@dataclass(frozen=True, slots=True)
class Mark:
    """Words that tell of a happening."""

    span: Span
    type: str
    mode: str | None
    status: str


@dataclass(frozen=True, slots=True)
class Marked:
    """A report without its brackets, and the marks that stood in it."""

    id: str
    published: date
    text: str
    marks: tuple[Mark, ...]

    @property
    def part(self) -> str:
        """Tell whether the report may be read for faults or is kept for checking."""
        return PARTS[int(self.id.rpartition("-")[2]) % 2]


@dataclass(frozen=True, slots=True)
class Scored:
    """A report with what was found of it: pairs of mark and mention, marks missed, mentions at no mark."""

    report: Marked
    pairs: tuple[tuple[Mark, EventMention], ...]
    missed: tuple[Mark, ...]
    false: tuple[EventMention, ...]


def reports_of(page: str) -> Iterator[Marked]:
    """Yield the reports of a page of marked reports."""
    for part in re.split(r"(?m)^=== ", page)[1:]:
        head, _, body = part.partition("\n")
        name, _, day = (field.strip() for field in head.split("|"))
        body = re.sub(r"(?<=\S)\n(?=\S)", " ", body.strip("\n"))
        text, marks, last = "", [], 0
        for match in _MARK.finditer(body):
            text += body[last : match.start()]
            span = Span(len(text), len(text) + len(match[1]))
            marks.append(Mark(span, match[2], match[3], match[4] or "occurred"))
            text, last = text + match[1], match.end()
        yield Marked(name, date.fromisoformat(day), text + body[last:], tuple(marks))


def compare(report: Marked, mentions: Iterable[EventMention]) -> Scored:
    """Pair marks with mentions whose trigger overlaps them: same type and mode first, then same type, then any."""
    left, pairs = list(mentions), []
    missed = list(report.marks)
    for fit in (_same_mode, _same_type, lambda mark, mention: True):
        for mark in list(missed):
            for mention in left:
                if mention.trigger.span.overlaps(mark.span) and fit(mark, mention):
                    pairs.append((mark, mention))
                    left.remove(mention)
                    missed.remove(mark)
                    break
    return Scored(report, tuple(pairs), tuple(missed), tuple(left))


def _same_type(mark: Mark, mention: EventMention) -> bool:
    return mark.type == mention.type


def _same_mode(mark: Mark, mention: EventMention) -> bool:
    return _same_type(mark, mention) and mark.mode == mention.mode


def score(coder: Pipeline) -> list[Scored]:
    """Code all reports and compare."""
    pages = (path.read_text(encoding="utf-8") for path in sorted(FOLDER.glob("*.txt")))
    marked = [report for page in pages for report in reports_of(page)]
    texts = [read_text(one.text, source=one.id, published=one.published, outlet="Example Post") for one in marked]
    pairs = zip(marked, coder.code(texts), strict=True)
    return [compare(report, reading.events) for report, reading in pairs if isinstance(reading, Reading)]


def lines(scored: list[Scored]) -> Iterator[str]:
    """Yield the table's lines: precision / recall / F1 in per cent."""
    yield "| bench/marked | reports | marks | detection | type | mode | status of those found |"
    yield "| --- | ---: | ---: | ---: | ---: | ---: | ---: |"
    for part in PARTS:
        some = [one for one in scored if one.report.part == part]
        pairs = [pair for one in some for pair in one.pairs]
        marks = sum(len(one.report.marks) for one in some)
        found = len(pairs) + sum(len(one.false) for one in some)
        cells = [_cell(len(pairs), found, marks)]
        cells += [_cell(sum(fit(*pair) for pair in pairs), found, marks) for fit in (_same_type, _same_mode)]
        right = sum(mark.status == mention.status for mark, mention in pairs)
        yield f"| {part} | {len(some)} | {marks} | {' | '.join(cells)} | {100 * right / max(1, len(pairs)):.1f} |"


def _cell(right: int, found: int, marks: int) -> str:
    precision, recall = 100 * right / max(1, found), 100 * right / max(1, marks)
    return f"{precision:.1f} / {recall:.1f} / **{200 * right / max(1, found + marks):.1f}**"


def faults(scored: list[Scored], types: frozenset[str]) -> Iterator[str]:
    """Yield the faults of the work part, of the types asked for (none: of all), each with its sentence."""
    confused: Counter[tuple[str, str]] = Counter()
    for one in scored:
        if one.report.part != "work":
            continue
        for mark, mention in one.pairs:
            if mark.status != mention.status:
                confused[mark.status, mention.status] += 1
            wrong = [
                f"{a} for {b}" for a, b in ((_kind(mention), _kind(mark)), (mention.status, mark.status)) if a != b
            ]
            if wrong and (not types or {mark.type, mention.type} & types):
                yield f"wrong   {', '.join(wrong)}: {_context(one.report, mark.span)}"
        for mark in one.missed:
            if not types or mark.type in types:
                yield f"missed  {_kind(mark)} {mark.status}: {_context(one.report, mark.span)}"
        for mention in one.false:
            if not types or mention.type in types:
                yield f"false   {_kind(mention)} {mention.status}: {_context(one.report, mention.trigger.span)}"
    for (gold, said), n in confused.most_common():
        yield f"status  {n} {gold} coded {said}"


def _kind(happening: Mark | EventMention) -> str:
    return happening.type + (f"/{happening.mode}" if happening.mode else "")


def _context(report: Marked, span: Span, reach: int = 110) -> str:
    before, after = report.text[max(0, span.start - reach) : span.start], report.text[span.end : span.end + reach]
    return f"{before}[{report.text[span.start : span.end]}]{after} ({report.id})".replace("\n", " ")


def main() -> None:
    """Print a line for each part."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--errors", action="store_true", help="list the faults of the work part")
    parser.add_argument("--type", nargs="+", default=[], metavar="TYPE", help="only faults of these types")
    options = parser.parse_args()
    scored = score(make_coder())
    print("\n".join(lines(scored)))
    if options.errors:
        print("\n".join(faults(scored, frozenset(options.type))))


if __name__ == "__main__":
    main()
