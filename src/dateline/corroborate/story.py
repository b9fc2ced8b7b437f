"""Which reports tell one story, so that what is told without day or place is compared inside it only."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from dateline.corroborate.groups import Groups
from dateline.corroborate.names import fold
from dateline.corroborate.statement import lower_words
from dateline.records import Reading


def story_groups(readings: Sequence[Reading], linked: Sequence[tuple[str, str]]) -> dict[str, str]:
    """Map each report id to the name of its story: reports that share names, or that `linked` joins already."""
    groups = Groups(reading.report.id for reading in readings)
    for a, b in linked:
        groups.join(a, b)
    for a, b in _sharing_names(readings):
        groups.join(a, b)
    return groups.names()


_NAME_WORD = re.compile(r"(?<=[a-z,;:'’“\"(] )[A-ZÀ-ÞŠŽ][\w'’-]{2,}")
_SHARED_NAMES = 5  # name words that make two reports of about one time one story
_STORY_DAYS = 10
_COMMON = 8  # neighbours in time that one name word links at most


def _sharing_names(readings: Sequence[Reading]) -> list[tuple[str, str]]:
    """Find reports of about one time that share several names inside sentences; date words do not count."""
    order = sorted(readings, key=lambda r: (str(r.report.published or ""), r.report.id))
    holders: dict[str, list[int]] = {}
    for i, reading in enumerate(order):
        for word in _name_words(reading):
            holders.setdefault(word, []).append(i)
    days = [reading.report.published.toordinal() if reading.report.published else None for reading in order]
    shared: Counter[tuple[int, int]] = Counter()
    for members in holders.values():
        shared.update(
            (i, j) for n, i in enumerate(members) for j in members[n + 1 : n + 1 + _COMMON] if _near(days[i], days[j])
        )
    return [(order[i].report.id, order[j].report.id) for (i, j), n in sorted(shared.items()) if n >= _SHARED_NAMES]


def _near(a: int | None, b: int | None) -> bool:
    return a is None or b is None or abs(a - b) <= _STORY_DAYS


def _name_words(reading: Reading) -> set[str]:
    dates = " ".join(time.text for time in reading.times)
    lower, dated = lower_words(reading.report.text), set(fold(dates).split())
    found = {w for w in _NAME_WORD.findall(reading.report.text) if w.casefold() not in lower}
    return {fold(w) for w in found} - dated - {""}
