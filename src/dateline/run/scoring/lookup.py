"""Which reading is that of a gold report: by the end of its path, by its file name, else by its text."""

from __future__ import annotations

import html
import re
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path, PurePosixPath

from dateline.records import Reading
from dateline.run.scoring.gold import GoldReport

_CODE = re.compile(r"<(script|style)\b.*?</\1>", re.DOTALL | re.IGNORECASE)
_TAG = re.compile(r"<[^>]+>")
_ENOUGH = 80  # characters at both ends of a text that tell it from others


class Lookup:
    """Readings by what they say of their source."""

    def __init__(self, readings: Sequence[Reading]) -> None:
        self._all = readings
        self._by_name: dict[str, list[Reading]] = defaultdict(list)
        for reading in readings:
            path = PurePosixPath(reading.report.source.replace("\\", "/"))
            for name in {reading.report.id, str(path), path.name, "/".join(path.parts[-2:])}:
                self._by_name[name].append(reading)

    def reading_of(self, report: GoldReport) -> Reading | None:
        """Return the reading of a gold report, None when there is none."""
        named = self._by_name.get(report.name) or self._by_name.get(report.file) or []
        if len(named) == 1:
            return named[0]
        words = _squeezed(_bare(report.path))
        return next((reading for reading in named or self._all if _stands_in(reading.report.text, words)), None)


def _stands_in(text: str, words: str) -> bool:
    """Tell whether a report's text begins and ends in the words of a file."""
    own = _squeezed(text)
    return bool(own) and own[:_ENOUGH] in words and own[-_ENOUGH:] in words


def _bare(path: Path) -> str:
    """Return the text of a file, without its markup when it is a page."""
    raw = path.read_text(encoding="utf-8", errors="replace")
    if path.suffix.lower() in (".html", ".htm"):
        return html.unescape(_TAG.sub(" ", _CODE.sub(" ", raw)))
    return raw


def _squeezed(text: str) -> str:
    return " ".join(text.split())
