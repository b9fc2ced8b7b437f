"""Other romanisations: "Tirunelvely" for "Tirunelveli".

Only for names that the gazetteer lacks as written, and only where the report has settled what country it speaks of.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from rapidfuzz.distance import JaroWinkler

from dateline.annotate.place_choice import Group, within
from dateline.reference.gazetteer import Gazetteer, names
from dateline.reference.gazetteer.index import Rows

_CLOSE = 0.86  # Jaro-Winkler of the keys without article and spaces; below, different towns of one region begin to meet


def other_spellings(gazetteer: Gazetteer, groups: Sequence[Group]) -> None:
    """Give groups without a candidate the place that is spelled nearly so in a country of the report."""
    countries = _countries(gazetteer, groups)
    for group in groups:
        if len(group.rows):
            continue
        rows = gazetteer.alike(group.key)
        if group.inside is not None:
            rows = rows[within(gazetteer, rows, group.inside)] if len(rows) else rows
        else:
            rows = rows[np.isin(gazetteer.country[rows], countries)] if len(rows) else rows
        if (row := _closest(gazetteer, group.key, rows)) is not None:
            group.rows, group.qualities = np.array([row], np.int32), np.array([3], np.uint8)
            group.chances = np.ones(1)


def _countries(gazetteer: Gazetteer, groups: Sequence[Group]) -> list[int]:
    numbers = {int(gazetteer.country[g.best()]) for g in groups if len(g.rows) and not g.unlisted}
    return sorted(number for number in numbers if number < 65535)


def _closest(gazetteer: Gazetteer, key: str, rows: Rows) -> int | None:
    """Return the row whose name is written most alike, the more populous of equals; None where none is close."""
    own = names.bare(key).replace(" ", "")
    scored = [
        (JaroWinkler.similarity(own, names.bare(names.key(gazetteer.name(int(row)))).replace(" ", "")), int(row))
        for row in rows
    ]
    best = max(scored, key=lambda s: (s[0], gazetteer.population[s[1]]), default=(0.0, -1))
    return best[1] if best[0] >= _CLOSE else None
