"""How well times are found, valued and anchored, against gold expressions in running text.

    python bench/times_score.py [--meantime FILE] [--errors]

Scores bench/times/narrative.jsonl by its parts and, with --meantime, rows complete up to `scored_to`, parted by a hash of
their ids. strict, relaxed, type and value are F1 as in TempEval-3: matched one to one, equal spans first, then by overlap.
Value and anchor accuracy: the share of all gold dates and times of day whose value, or anchor, is right; one that is missed
is wrong. --errors lists what is wrong in the parts to look at, never in the checking parts.
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
    """One report: its gold and found expressions by twos (None: missed, or false)."""

    text: str
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
    return str(row.get("part") or ("work" if int(hashlib.md5(row["id"].encode()).hexdigest(), 16) % 3 else "check"))


def score(path: Path) -> list[tuple[Gold, Scored]]:
    """Run the rows of a file through the stages up to the times, and match what they find."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]
    stages = Pipeline((FindVoices(),), Parser(load_model()), (Attribute(), TagTimes()), Coder(version="", config=""))
    readings = list(stages.code(r for r in read_inputs([str(path)]) if not isinstance(r, Exception)))
    scored = []
    for row, reading in zip(rows, readings, strict=True):
        to = row.get("scored_to", len(row["text"]))
        gold = [time for time in row["times"] if time["span"][0] < to]
        found = [time for time in reading.times if time.span.start < to] if isinstance(reading, Reading) else []
        scored.append((row, Scored(row["text"], list(matched(gold, found)))))
    return scored


def matched(gold: Sequence[Gold], found: Sequence[Time]) -> Iterator[tuple[Gold | None, Time | None]]:
    """Yield pairs of gold and found, then those left alone on either side."""
    free_gold, free_found = dict(enumerate(gold)), dict(enumerate(found))
    every = [(i, g, j, f) for i, g in enumerate(gold) for j, f in enumerate(found)]
    ranked = sorted(
        (is_strict(g, f), min(g["span"][1], f.span.end) - max(g["span"][0], f.span.start), i, j) for i, g, j, f in every
    )
    for _, shared, i, j in reversed(ranked):
        if shared > 0 and i in free_gold and j in free_found:
            yield free_gold.pop(i), free_found.pop(j)
    yield from ((g, None) for g in free_gold.values())
    yield from ((None, f) for f in free_found.values())


def is_strict(gold: Gold, found: Time) -> bool:
    """Tell whether the spans are equal."""
    return bool(gold["span"] == [found.span.start, found.span.end])


def figures(reports: Sequence[Scored]) -> list[str]:
    """Return the figures of a part: F1 of span, overlap, type, value, and accuracy of value and anchor."""
    everything = [pair for s in reports for pair in s.pairs]
    pairs = [(g, f) for g, f in everything if g is not None and f is not None]
    gold, found = (sum(pair[side] is not None for pair in everything) for side in (0, 1))
    dated = [g for g, _ in everything if g is not None and g["type"] in ("DATE", "TIME")]
    placed = [(g, f) for g, f in pairs if g["type"] in ("DATE", "TIME")]
    rights = [sum(is_strict(g, f) for g, f in pairs), len(pairs)]
    rights += [sum(g["type"] == f.type for g, f in pairs), sum(g["value"] == f.value for g, f in pairs)]
    shares = [200 * right / (gold + found or 1) for right in rights]
    shares += [100 * sum(g["value"] == f.value for g, f in placed) / (len(dated) or 1)]
    anchors = 100 * sum(g.get("anchor") == f.anchor for g, f in placed) / (len(dated) or 1)
    return [str(gold), *(f"{s:.1f}" for s in shares), f"{anchors:.1f}" if any("anchor" in g for g in dated) else "-"]


def kinds_of_error(gold: Gold | None, found: Time | None) -> Iterator[str]:
    """Yield what is wrong with a pair."""
    if gold is None or found is None:
        yield "false" if gold is None else "missed"
        return
    yield from (
        kind for kind, wrong in (("span", not is_strict(gold, found)), ("type", gold["type"] != found.type)) if wrong
    )
    if gold["type"] == found.type and gold["value"] != found.value:
        ours, right = found.value or "", gold["value"] or ""
        alike = re.sub(r"\d", "0", ours) == re.sub(r"\d", "0", right)  # of one granularity
        unresolved = "X" in ours and "X" not in right
        yield f"value: {'unresolved' if unresolved else 'day' if alike else 'granularity'}"
    if gold["type"] in ("DATE", "TIME") and "anchor" in gold and gold["anchor"] != found.anchor:
        yield "anchor"


def print_errors(reports: Sequence[Scored]) -> None:
    """Print each error with the words around it, then how many there are of each kind."""
    counted, lines = Counter[str](), []
    for s in reports:
        for gold, found in s.pairs:
            kinds = list(kinds_of_error(gold, found))
            counted.update(kinds)
            start, end = gold["span"] if gold is not None else (found.span.start, found.span.end) if found else (0, 0)
            around = f"{s.text[max(0, start - 60) : start]}[{s.text[start:end]}]{s.text[end : end + 40]}"
            right = "-" if gold is None else f"{gold['value']} {gold.get('anchor', '')}"
            ours = "-" if found is None else f"{found.text!r} {found.value} {found.anchor}"
            lines += [f"{', '.join(kinds)}: gold {right}, found {ours}\n    {around!r}"] if kinds else []
    print(*sorted(lines), sep="\n")
    print(", ".join(f"{kind} {n}" for kind, n in counted.most_common()), "\n")


if __name__ == "__main__":
    main()
