"""How many false records everyday news yields: sport, business, weather, culture, science.

    python bench/quiet.py [--errors]

Codes bench/quiet/texts.jsonl. Every mention beyond what a text's `events` list is false; an entry of that list pairs with one
mention of its type. The figure is false records per 1,000 words. --errors lists them for the work part, never for the
checking part.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from dateline.pipeline import Pipeline, make_coder
from dateline.read import read_text
from dateline.records import EventMention, Reading

TEXTS = Path(__file__).with_name("quiet") / "texts.jsonl"


@dataclass(frozen=True, slots=True)
class Part:
    """Figures of one part. per_thousand: false records per 1,000 words."""

    name: str
    words: int
    false: tuple[tuple[str, EventMention, str], ...]

    @property
    def per_thousand(self) -> float:
        """False records per 1,000 words."""
        return 1000 * len(self.false) / self.words


def score(coder: Pipeline) -> list[Part]:
    """Code all texts and return the work and the checking part."""
    rows = [json.loads(line) for line in TEXTS.read_text(encoding="utf-8").splitlines()]
    parts = []
    for name in ("work", "check"):
        chosen = [row for row in rows if row["part"] == name]
        reports = [
            read_text(r["text"], source=r["id"], outlet=r["outlet"], published=date.fromisoformat(r["published"]))
            for r in chosen
        ]
        pairs = zip(chosen, coder.code(reports), strict=True)
        false = tuple(
            (row["topic"], mention, row["text"])
            for row, reading in pairs
            if isinstance(reading, Reading)
            for mention in _beyond(reading, row["events"])
        )
        parts.append(Part(name, sum(len(row["text"].split()) for row in chosen), false))
    return parts


def _beyond(reading: Reading, gold: list[dict[str, Any]]) -> Iterator[EventMention]:
    left = Counter(event["type"] for event in gold)
    for mention in reading.events:
        if left[mention.type] > 0:
            left[mention.type] -= 1
        else:
            yield mention


def main() -> None:
    """Print a line for each part."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--errors", action="store_true", help="list the false records of the work part")
    options = parser.parse_args()
    parts = score(make_coder())
    print("| bench/quiet | words | false records | per 1,000 words |")
    print("| --- | ---: | ---: | ---: |")
    for part in parts:
        print(f"| {part.name} | {part.words} | {len(part.false)} | {part.per_thousand:.1f} |")
    if options.errors:
        print_errors(parts[0])


def print_errors(part: Part) -> None:
    """Print the false records of a part with their words."""
    for topic, mention, text in part.false:
        span = mention.trigger.span
        words = f"{text[max(0, span.start - 60) : span.start]}[{mention.trigger.text}]{text[span.end : span.end + 40]}"
        print(f"  {topic:<10}{mention.type:<10}{mention.mode or '':<16}{' '.join(words.split())}")


if __name__ == "__main__":
    main()
