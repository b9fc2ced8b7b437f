"""How well loaded wording is found in outlets of every camp, and left alone in sober ones.

    python bench/wording.py [--errors]

Reads bench/wording/: short invented texts of partisan outlets with their loaded words, and sober texts with words of the same
fields that are not loaded. A word counts as found where a mark overlaps it; a mark that overlaps none is false. --errors lists
what is missed and false in the work part, never in the checking part.
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dateline.pipeline import Pipeline, make_coder
from dateline.read import read_text
from dateline.records import Reading, Span

FOLDER = Path(__file__).with_name("wording")


@dataclass(frozen=True, slots=True)
class Scored:
    """One text: what was reached, what was missed, which marks were right or false."""

    row: dict[str, Any]
    missed: tuple[str, ...]
    right: int
    false: tuple[str, ...]


def score(coder: Pipeline) -> list[Scored]:
    """Code all texts and compare their marks with the words listed."""
    files = [FOLDER / f"{name}.jsonl" for name in ("partisan", "sober", "later")]
    rows = [json.loads(line) for path in files for line in path.read_text(encoding="utf-8").splitlines()]
    reports = [read_text(row["text"], source=str(n), outlet=row["outlet"]) for n, row in enumerate(rows)]
    pairs = zip(rows, coder.code(reports), strict=True)
    return [compare(row, reading) for row, reading in pairs if isinstance(reading, Reading)]


def compare(row: dict[str, Any], reading: Reading) -> Scored:
    """Pair the marks of one reading with the words listed for it; a word counts wherever it stands in the text."""
    spots = {
        words: [Span(*m.span()) for m in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", row["text"])]
        for words in row["loaded"]
    }
    marks = [mark.span for mark in reading.loaded]
    missed = tuple(words for words, some in spots.items() if not any(s.overlaps(m) for s in some for m in marks))
    every = [spot for some in spots.values() for spot in some]
    false = tuple(mark.of(row["text"]) for mark in marks if not any(mark.overlaps(spot) for spot in every))
    return Scored(row, missed, len(marks) - len(false), false)


def lines(scored: list[Scored]) -> Iterator[str]:
    """Yield the table's lines."""
    yield "| bench/wording | precision | recall | F1 | right | marked | listed | false in sober texts |"
    yield "| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |"
    for part in ("work", "check", "later"):
        some = [one for one in scored if one.row["part"] == part]
        right = sum(one.right for one in some)
        said = right + sum(len(one.false) for one in some)
        listed = sum(len(set(one.row["loaded"])) for one in some)
        found = listed - sum(len(one.missed) for one in some)
        precision, recall = right / max(1, said), found / max(1, listed)
        f1 = 2 * precision * recall / max(1e-9, precision + recall)
        sober = sum(len(one.false) for one in some if not one.row["loaded"])
        figures = (*(f"{100 * x:.1f}" for x in (precision, recall, f1)), right, said, listed, sober)
        yield f"| {' | '.join([part, *map(str, figures)])} |"


def main() -> None:
    """Print a line for each part."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--errors", action="store_true", help="list what is missed and false in the work part")
    options = parser.parse_args()
    scored = score(make_coder())
    print("\n".join(lines(scored)))
    if options.errors:
        for one in scored:
            if one.row["part"] == "work" and (one.missed or one.false):
                print(f"  {one.row['outlet']}\n    missed: {'; '.join(one.missed)}\n    false:  {'; '.join(one.false)}")


if __name__ == "__main__":
    main()
