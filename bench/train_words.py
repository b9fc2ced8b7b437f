"""Count in how many texts a word stands, and write the commonest as the packaged list of everyday words.

    python bench/train_words.py

Counts over our own texts: the everyday texts of bench/quiet, the narratives of bench/times and the stories of bench/gold,
one story being one text; what is kept aside for checking is left out. Words are stems of four letters or more
(`reference/words.py`). A word of one story alone, such as an invented name, never enters.
"""

from __future__ import annotations

import json
import re
import textwrap
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from dateline.corroborate.names import fold
from dateline.records import Report
from dateline.reference.words import stem
from dateline.run.evaluate import read_gold
from dateline.run.scoring import load_gold

HERE = Path(__file__).resolve().parent
DATA = HERE.parent / "src" / "dateline" / "reference" / "data" / "words.en.toml"
EVERYDAY, USUAL = 0.08, 0.03  # share of the texts
HEAD = """\
# Words by how many news texts have them, made by bench/train_words.py: `everyday` in 8 of 100 or more, `usual` in 3 or more.
# Folded stems of four letters or more. Two sentences have something in common by the words that are in neither list.
"""


def texts() -> Iterator[str]:
    """Yield the texts, a story's reports as one."""
    for name in ("quiet/everyday.jsonl", "times/narrative.jsonl"):
        for line in (HERE / name).read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            if row.get("part", "work") == "work":
                yield row["text"]
    for file in sorted((HERE / "gold").glob("*/gold.json")):
        if json.loads(file.read_text(encoding="utf-8")).get("part", "work") == "work":
            reports = read_gold(load_gold(file.parent))
            yield "\n".join(report.text for report in reports if isinstance(report, Report))


def main() -> None:
    """Count and write."""
    counted = Counter[str]()
    number = 0
    for text in texts():
        counted.update({stem(word) for word in re.findall(r"[a-z]{4,}", fold(text))})
        number += 1
    everyday = sorted(word for word, n in counted.items() if n >= EVERYDAY * number)
    usual = sorted(word for word, n in counted.items() if EVERYDAY * number > n >= USUAL * number)
    lists = {"everyday": everyday, "usual": usual}
    parts = [f'{name} = """\n{textwrap.fill(" ".join(words), 150)}\n"""' for name, words in lists.items()]
    DATA.write_text("\n".join([HEAD, *parts, ""]), encoding="utf-8")
    print(f"{number} texts, {len(everyday)} everyday and {len(usual)} usual words")


if __name__ == "__main__":
    main()
