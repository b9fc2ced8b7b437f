"""How well real reports are coded: agencies, papers and broadcasts whose texts are not ours to keep.

    python bench/real.py --shared ../shared [--timebank FOLDER] [--errors | --second]

bench/real/gold.jsonl holds our own gold for reports of two public corpora, as offsets into their texts: `lgl` lies in the
development data (`geo/lgl.jsonl`), `timebank` is the training part of TempEval-3 (FOLDER is its `TBAQ-cleaned`). A report
whose text is not at hand is left out, and the table's head says how many were scored; one whose text is another than was
coded is refused. Scored as `bench/plain.py` scores; --errors lists the faults of the part `work`, --second scores a second
coder, who coded eleven reports of the part `check` once more, as if the program had been he.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import plain  # type: ignore[import-not-found]
from agreement import as_reading  # type: ignore[import-not-found]

from dateline.errors import InputError
from dateline.pipeline import make_coder
from dateline.read import read_text
from dateline.run.scoring import Tally
from dateline.run.scoring.mention_scores import score_mentions
from dateline.run.scoring.pairing import Scene, pair_mentions
from dateline.run.scoring.tally import total

GOLD = Path(__file__).with_name("real") / "gold.jsonl"
SECOND = GOLD.with_name("second.jsonl")
_TAG = re.compile(r"<[^>]+>")


def main() -> None:
    """Print a line for each row, the parts side by side."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, help="the folder of the development data")
    parser.add_argument("--timebank", type=Path, help="the folder TBAQ-cleaned of TempEval-3")
    parser.add_argument("--errors", action="store_true", help="list the faults of the part that may be read")
    parser.add_argument("--second", action="store_true", help="score the second coder")
    options = parser.parse_args()
    found = texts(options.shared, options.timebank)
    rows = list(reports(found))
    if not rows:
        parser.error("no text of bench/real is at hand: give --shared, --timebank or both")
    if options.second:
        again = list(reports(found, SECOND))
        print_table({f"second coder, {len(again)} reports": total(second_scores(rows, again))})
        return
    coder = make_coder()
    scored = {part: list(plain.score(coder, [row for row in rows if row["part"] == part])) for part in plain.PARTS}
    if options.errors:
        plain.print_faults([fault for _, faults in scored["work"] for fault in faults])
    print_table({f"{len(some)} reports, {part}": total([tally for tally, _ in some]) for part, some in scored.items()})


def print_table(tallies: dict[str, Tally]) -> None:
    """Print a line for each row, the tallies side by side."""
    print(f"| bench/real | {' | '.join(tallies)} |")
    print(f"| --- {'| ---: ' * len(tallies)}|")
    for row in plain.ROWS:
        print(f"| events: {row} | {' | '.join(plain.cell(tally, f'events: {row}') for tally in tallies.values())} |")


def second_scores(rows: list[dict[str, Any]], again: list[dict[str, Any]]) -> list[Tally]:
    """Return the sums of a second coding held against the first, a report each."""
    first = {(row["corpus"], row["id"]): plain.gold_of(row) for row in rows}
    sums: list[Tally] = []
    for row in again:
        gold = first[row["corpus"], row["id"]]
        text = read_text(
            row["text"], source=row["id"], outlet=row["outlet"], published=date.fromisoformat(row["published"])
        )
        scene = Scene.of(as_reading(plain.gold_of(row), gold, text))
        sums.append(score_mentions(gold, scene, pair_mentions(gold, scene)))
    return sums


def texts(shared: Path | None, timebank: Path | None) -> dict[tuple[str, str], str]:
    """Return the texts at hand by corpus and id."""
    found: dict[tuple[str, str], str] = {}
    if shared is not None:
        for row in rows_of(shared / "bench" / "geo" / "lgl.jsonl"):
            found["lgl", row["id"]] = row["text"]
    for file in sorted(timebank.glob("*/*.tml")) if timebank is not None else ():
        if not file.name.startswith("."):
            found["timebank", file.stem] = body(file.read_text(encoding="utf-8", errors="replace"))
    return found


def rows_of(file: Path) -> list[dict[str, Any]]:
    """Return the rows of a file of JSON lines."""
    return [json.loads(line) for line in file.read_text(encoding="utf-8").split("\n") if line]


def body(markup: str) -> str:
    """Return the text of a TimeML file without its tags, its lines joined, an empty line between paragraphs."""
    told = re.search(r"<TEXT>(.*)</TEXT>", markup, re.DOTALL)
    bare = _TAG.sub("", told[1] if told else "").replace("&amp;", "&").replace("&lt;", "<")
    paragraphs = (" ".join(part.split()) for part in re.split(r"\n\s*\n", bare))
    return "\n\n".join(part for part in paragraphs if part)


def reports(found: dict[tuple[str, str], str], gold: Path | None = None) -> Iterator[dict[str, Any]]:
    """Yield the reports whose text is at hand, as rows of bench/plain. Raises InputError for a text that is not the one coded."""
    for row in rows_of(gold or GOLD):
        text = found.get((row["corpus"], row["id"]))
        if text is None:
            continue
        if hashlib.sha256(text.encode()).hexdigest()[:16] != row["sha256"]:
            why = f"{row['id']} of {row['corpus']} has another text than was coded; get the corpus anew"
            raise InputError("changed", row["id"], why)
        told = [{**event, "trigger": [text[a:b] for a, b in event["trigger"]]} for event in row["events"]]
        yield {**row, "outlet": row["corpus"], "text": text, "events": told}


if __name__ == "__main__":
    main()
