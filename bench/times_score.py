"""How well times are found, valued and anchored, against gold expressions in running text.

    python bench/times_score.py [--meantime FILE] [--errors]

Scores bench/times/narrative.jsonl by its parts and, with --meantime, rows whose `times` are only complete up to
`scored_to`, parted by a hash of their ids. strict, relaxed, type and value are F1 as in TempEval-3: gold and found matched
one to one, equal spans first, then by overlap. Value and anchor accuracy: the share of all gold dates and times of day whose
value, or anchor, is right; one that is missed is wrong. --errors lists what is wrong in the parts to look at, never in
the checking parts.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dateline.annotate.parse import Parser, load_model
from dateline.annotate.times import TagTimes
from dateline.pipeline import Pipeline
from dateline.read import read_inputs
from dateline.records import Coder, Reading, Time
from dateline.segment.attributions import Attribute
from dateline.segment.voices import FindVoices

NARRATIVE = Path(__file__).resolve().parent / "times" / "narrative.jsonl"
Gold = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Scored:
    """One report: its gold and found expressions and which of them belong together (None: missed, or false)."""

    text: str
    gold: Sequence[Gold]
    found: Sequence[Time]
    pairs: Sequence[tuple[Gold | None, Time | None]]


def main() -> None:
    """Code the rows and print a line for each part."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--meantime", type=Path, help="rows with `times` and `scored_to`, scored beside")
    parser.add_argument("--errors", action="store_true", help="list each error of the work parts, by kind")
    options = parser.parse_args()
    head = ("gold", "strict", "relaxed", "type", "value", "value acc.", "anchor acc.")
    print(f"{'':<20}" + "".join(f"{name:>12}" for name in head))
    for name, path in (("narrative", NARRATIVE), ("meantime", options.meantime)):
        if path is None:
            continue
        scored = score(path)
        parts = {p: [s for row, s in scored if part_of(row) == p] for p in ("work", "check")}
        for part, reports in (*parts.items(), ("all", [s for _, s in scored])):
            print(f"{name + ' ' + part:<20}" + "".join(f"{figure:>12}" for figure in figures(reports)))
        if options.errors:
            print_errors(parts["work"])


def part_of(row: Gold) -> str:
    """Return the part that a row says it is of, else two thirds "work" and one third "check" by a hash of its id."""
    given: str | None = row.get("part")
    return given or ("work" if int(hashlib.md5(row["id"].encode()).hexdigest(), 16) % 3 else "check")


def score(path: Path) -> list[tuple[Gold, Scored]]:
    """Run the rows of a file through the stages up to the times, and match what they find."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]
    stages = Pipeline((FindVoices(),), Parser(load_model()), (Attribute(), TagTimes()), Coder(version="", config=""))
    readings = [r for r in stages.code(r for r in read_inputs([str(path)]) if not isinstance(r, Exception))]
    return [(row, _scored(row, r)) for row, r in zip(rows, readings, strict=True) if isinstance(r, Reading)]


def _scored(row: Gold, reading: Reading) -> Scored:
    to = row.get("scored_to", len(row["text"]))
    gold = [time for time in row["times"] if time["span"][0] < to]
    found = [time for time in reading.times if time.span.start < to]
    return Scored(row["text"], gold, found, list(matched(gold, found)))


def matched(gold: Sequence[Gold], found: Sequence[Time]) -> Iterator[tuple[Gold | None, Time | None]]:
    """Yield pairs of gold and found, then those left alone on either side."""
    lists = sorted(((_overlap(g, f), i, j) for i, g in enumerate(gold) for j, f in enumerate(found)), reverse=True)
    free_gold, free_found = set(range(len(gold))), set(range(len(found)))
    for (_, overlap), i, j in lists:
        if overlap > 0 and i in free_gold and j in free_found:
            free_gold.remove(i)
            free_found.remove(j)
            yield gold[i], found[j]
    yield from ((gold[i], None) for i in sorted(free_gold))
    yield from ((None, found[j]) for j in sorted(free_found))


def _overlap(gold: Gold, found: Time) -> tuple[bool, int]:
    start, end = gold["span"]
    return is_strict(gold, found), min(end, found.span.end) - max(start, found.span.start)


def is_strict(gold: Gold, found: Time) -> bool:
    """Tell whether the spans are equal."""
    return bool(gold["span"] == [found.span.start, found.span.end])


def figures(reports: Sequence[Scored]) -> list[str]:
    """Return the figures of a part: F1 of span, overlap, type, value, and accuracy of value and anchor."""
    pairs = [(g, f) for s in reports for g, f in s.pairs if g is not None and f is not None]
    gold, found = (sum(len(getattr(s, side)) for s in reports) for side in ("gold", "found"))
    dated = [g for s in reports for g in s.gold if g["type"] in ("DATE", "TIME")]
    placed = [(g, f) for g, f in pairs if g["type"] in ("DATE", "TIME")]
    rights = [sum(is_strict(g, f) for g, f in pairs), len(pairs)]
    rights += [sum(g["type"] == f.type for g, f in pairs), sum(g["value"] == f.value for g, f in pairs)]
    shares = [200 * right / (gold + found or 1) for right in rights]
    anchored = [g for g in dated if "anchor" in g]
    right_values = sum(g["value"] == f.value for g, f in placed)
    right_anchors = sum(g.get("anchor") == f.anchor for g, f in placed)
    shares += [100 * right_values / (len(dated) or 1)]
    anchor = f"{100 * right_anchors / len(anchored):.1f}" if anchored else "-"
    return [str(gold), *(f"{share:.1f}" for share in shares), anchor]


def kinds_of_error(gold: Gold | None, found: Time | None) -> Iterator[str]:
    """Yield what is wrong with a pair."""
    if gold is None or found is None:
        yield "false" if gold is None else "missed"
        return
    if not is_strict(gold, found):
        yield "span"
    if gold["type"] != found.type:
        yield "type"
    elif gold["value"] != found.value:
        ours, right = found.value or "", gold["value"] or ""
        unresolved = "X" in ours and "X" not in right
        yield "value: unresolved" if unresolved else "value: day" if shape(ours) == shape(right) else "value: granularity"
    if gold["type"] in ("DATE", "TIME") and "anchor" in gold and gold["anchor"] != found.anchor:
        yield "anchor"


def shape(value: str) -> str:
    """Return a value with its figures blotted out: equal for values of one granularity."""
    return re.sub(r"T\d\d:\d\d", "Thh:mm", re.sub(r"\d", "0", value))


def print_errors(reports: Sequence[Scored]) -> None:
    """Print each error with the words around it, then how many there are of each kind."""
    counted: Counter[str] = Counter()
    lines = []
    for s in reports:
        for gold, found in s.pairs:
            kinds = list(kinds_of_error(gold, found))
            counted.update(kinds)
            start, end = gold["span"] if gold is not None else (found.span.start, found.span.end) if found else (0, 0)
            around = f"{s.text[max(0, start - 60) : start]}[{s.text[start:end]}]{s.text[end : end + 40]}".replace("\n", "/")
            right = "-" if gold is None else f"{gold['value']} {gold.get('anchor', '')}"
            ours = "-" if found is None else f"{found.text!r} {found.value} {found.anchor}"
            lines += [f"{', '.join(kinds)}: gold {right}, found {ours}\n    {around}"] if kinds else []
    print("\n".join(sorted(lines)))
    print(", ".join(f"{kind} {n}" for kind, n in counted.most_common()), "\n")


if __name__ == "__main__":
    main()
