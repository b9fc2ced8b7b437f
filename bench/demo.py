"""Shows the program on the samples: codes and joins 15 reports of four stories, prints what came of it, writes the pages.

    python bench/demo.py

The folder demo/ gets the store and the pages; it is emptied first. Every step is a `dateline` command and is printed
before it runs, so that it can be tried by hand.
"""

from __future__ import annotations

import json
import shlex
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
DATELINE = Path(sys.executable).with_name("dateline")
DEMO = ROOT / "demo"
FIRST = "port-strike/pontic-wire.txt"


def main() -> None:
    """Run the demo in a folder of its own."""
    shutil.rmtree(DEMO, ignore_errors=True)
    DEMO.mkdir()
    facts = tomllib.loads((ROOT / "samples" / "manifest.toml").read_text(encoding="utf-8"))
    db, texts, pages = DEMO / "news.db", DEMO / "texts.jsonl", DEMO / "pages"

    say("One report: what does it say happened?")
    about = facts[FIRST]
    dateline(
        "code",
        f"samples/{FIRST}",
        "--outlet",
        about["outlet"],
        "--published",
        str(about["published"]),
        "--format",
        "table",
    )

    write_texts(texts, facts)
    say(
        f"All {len(facts)} texts, with outlet and date beside each ({short(texts)}), and the pages: coded, joined and stored."
    )
    html = sorted(str(page.relative_to(ROOT)) for page in (ROOT / "samples").glob("*/*.html"))
    dateline("build", short(texts), *html, "--db", short(db))

    say("What do all reports together say of the strike in the port?")
    dateline("events", "--db", short(db), "--country", "ROU", "--status", "occurred", "--format", "table")

    event = most_told(json_lines("events", "--db", short(db)))
    say("Where do the accounts differ, and in which words? The happening that most reports tell:")
    dateline("explain", event["id"], "--db", short(db), "--format", "text")

    say("The same as pages: each text with its voices, times, places and numbers marked, the records beside it.")
    dateline("export", "--db", short(db), "--format", "html", "--out", short(pages))
    name_pages(pages)


def say(text: str) -> None:
    """Print what comes next."""
    bold, plain = ("\033[1m", "\033[0m") if sys.stdout.isatty() else ("", "")
    print(f"\n{bold}{text}{plain}\n", flush=True)


def short(path: Path) -> str:
    """Return the path as seen from the project's folder."""
    return str(path.relative_to(ROOT))


def dateline(*arguments: str) -> None:
    """Print a command and run it; its output is the demo's. A command that fails ends the demo."""
    shown = shlex.join(arguments)
    dim, plain = ("\033[2m", "\033[0m") if sys.stdout.isatty() else ("", "")
    print(f"{dim}$ dateline {shown if len(shown) < 200 else shown[:200] + ' ...'}{plain}\n", flush=True)
    done = subprocess.run([str(DATELINE), *arguments], cwd=ROOT, check=False)
    if done.returncode != 0:
        raise SystemExit(f"the demo stopped: 'dateline {arguments[0]}' ended with status {done.returncode}")


def json_lines(*arguments: str) -> list[dict[str, Any]]:
    """Return what a command writes into a pipe."""
    done = subprocess.run([str(DATELINE), *arguments], cwd=ROOT, check=True, capture_output=True, text=True)
    return [json.loads(line) for line in done.stdout.splitlines()]


def write_texts(path: Path, facts: dict[str, dict[str, Any]]) -> None:
    """Write the plain-text samples as JSON lines, each with its outlet and publication date."""
    with path.open("w", encoding="utf-8") as out:
        for name, about in facts.items():
            text = (ROOT / "samples" / name).read_text(encoding="utf-8")
            row = {"id": name, "text": text, "outlet": about["outlet"], "published": str(about["published"])}
            out.write(json.dumps(row, ensure_ascii=False) + "\n")


def most_told(events: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """Return the event with the most independent origins, of those the one with the most conflicting fields."""
    if not events:
        raise SystemExit("the demo stopped: the store holds no event")
    return max(
        events,
        key=lambda e: (e["origins"], list(e["agreement"].values()).count("conflict"), -len(e["mentions"]), e["id"]),
    )


def name_pages(folder: Path) -> None:
    """Print where the pages are, the list of reports first."""
    pages = sorted(folder.rglob("*.html"), key=lambda page: (page.name != "index.html", str(page)))
    say(f"{len(pages)} pages were written; open the first in a browser:")
    for page in pages:
        print(f"    {short(page)}")


if __name__ == "__main__":
    main()
