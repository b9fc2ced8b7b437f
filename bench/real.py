"""How well real reports are coded: agencies, papers and broadcasts whose texts are not ours to keep.

    python bench/real.py --shared ../shared [--timebank FOLDER] [--errors]

bench/real/gold.jsonl holds our own gold for reports of two public corpora, as offsets into their texts: `lgl` lies in the
development data (`geo/lgl.jsonl`), `timebank` is the training part of TempEval-3 (FOLDER is its `TBAQ-cleaned`). A report
whose text is not at hand is left out, and the table's head says how many were scored; one whose text is another than was
coded is refused. Scored as `bench/plain.py` scores; --errors lists the faults of the part `work`.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import plain  # type: ignore[import-not-found]

from dateline.errors import InputError
from dateline.pipeline import make_coder
from dateline.run.scoring.tally import total

GOLD = Path(__file__).with_name("real") / "gold.jsonl"
_TAG = re.compile(r"<[^>]+>")


def main() -> None:
    """Print a line for each row, the parts side by side."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, help="the folder of the development data")
    parser.add_argument("--timebank", type=Path, help="the folder TBAQ-cleaned of TempEval-3")
    parser.add_argument("--errors", action="store_true", help="list the faults of the part that may be read")
    options = parser.parse_args()
    rows = list(reports(texts(options.shared, options.timebank)))
    if not rows:
        parser.error("no text of bench/real is at hand: give --shared, --timebank or both")
    coder = make_coder()
    scored = {part: list(plain.score(coder, [row for row in rows if row["part"] == part])) for part in plain.PARTS}
    if options.errors:
        plain.print_faults([fault for _, faults in scored["work"] for fault in faults])
    tallies = {f"{len(some)} reports, {part}": total([tally for tally, _ in some]) for part, some in scored.items()}
    print(f"| bench/real | {' | '.join(tallies)} |")
    print(f"| --- {'| ---: ' * len(tallies)}|")
    for row in plain.ROWS:
        print(f"| events: {row} | {' | '.join(plain.cell(tally, f'events: {row}') for tally in tallies.values())} |")


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


def reports(found: dict[tuple[str, str], str]) -> Iterator[dict[str, Any]]:
    """Yield the reports whose text is at hand, as rows of bench/plain. Raises InputError for a text that is not the one coded."""
    for row in rows_of(GOLD):
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
