"""How many false records news without conflict yields: everyday news, and accidents, disasters, crime figures, city affairs.

    python bench/quiet.py [--errors {everyday,misfortune}]

Codes bench/quiet/. Every mention beyond what a text's `events` list is false; an entry of that list pairs with one mention of
its type at one of its wordings. The figure is false records per 1,000 words; what is found of the lists stands beside it.
--errors lists the false records of the work part, never those of the checking part.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from dateline.pipeline import Pipeline, make_coder
from dateline.read import read_text
from dateline.records import EventMention, Reading, Span
from dateline.run.scoring.matching import overlap, spans_of

FOLDER = Path(__file__).with_name("quiet")
SETS = ("everyday", "misfortune")


@dataclass(frozen=True, slots=True)
class Part:
    """Figures of one part. listed: how many events its texts list; found: how many of these are coded."""

    name: str
    words: int
    listed: int
    found: int
    false: tuple[tuple[str, EventMention, str], ...]

    @property
    def per_thousand(self) -> float:
        """False records per 1,000 words."""
        return 1000 * len(self.false) / max(1, self.words)


def score(coder: Pipeline, name: str) -> list[Part]:
    """Code the texts of a set and return its work and its checking part."""
    rows = [json.loads(line) for line in (FOLDER / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]
    parts = []
    for part in ("work", "check"):
        chosen = [row for row in rows if row["part"] == part]
        reports = [
            read_text(r["text"], source=r["id"], outlet=r["outlet"], published=date.fromisoformat(r["published"]))
            for r in chosen
        ]
        pairs = zip(chosen, coder.code(reports), strict=True)
        read = [(row, reading) for row, reading in pairs if isinstance(reading, Reading)]
        false = tuple(
            (row["topic"], m, row["text"])
            for row, reading in read
            for m in _beyond(reading, row["text"], row["events"])
        )
        found = sum(len(reading.events) for _, reading in read) - len(false)
        words = sum(len(row["text"].split()) for row in chosen)
        parts.append(Part(f"{name}, {part}", words, sum(len(row["events"]) for row in chosen), found, false))
    return parts


def _beyond(reading: Reading, text: str, gold: list[dict[str, Any]]) -> Iterator[EventMention]:
    """Yield the mentions of a text that its list does not have."""
    left = [(event["type"], [spot for words in event["trigger"] for spot in spans_of(words, text)]) for event in gold]
    for mention in reading.events:
        entry = next(
            ((type_, spots) for type_, spots in left if type_ == mention.type and _meets(spots, mention)), None
        )
        if entry is None:
            yield mention
        else:
            left.remove(entry)


def _meets(spots: list[Span], mention: EventMention) -> bool:
    return any(overlap(spot, mention.trigger.span) > 0 for spot in spots)


def main() -> None:
    """Print a line for each part."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--errors", choices=SETS, help="list the false records of the work part of a set")
    options = parser.parse_args()
    coder = make_coder()
    parts = {name: score(coder, name) for name in SETS}
    print("| bench/quiet | words | listed | found | false records | per 1,000 words |")
    print("| --- | ---: | ---: | ---: | ---: | ---: |")
    for part in (part for pair in parts.values() for part in pair):
        cells = (part.name, part.words, part.listed, part.found, len(part.false), f"{part.per_thousand:.1f}")
        print(f"| {' | '.join(str(cell) for cell in cells)} |")
    if options.errors:
        print_errors(parts[options.errors][0])


def print_errors(part: Part) -> None:
    """Print the false records of a part with their words."""
    for topic, mention, text in part.false:
        span = mention.trigger.span
        words = f"{text[max(0, span.start - 60) : span.start]}[{mention.trigger.text}]{text[span.end : span.end + 40]}"
        print(f"  {topic:<10}{mention.type:<10}{mention.mode or '':<16}{' '.join(words.split())}")


if __name__ == "__main__":
    main()
