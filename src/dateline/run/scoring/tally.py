"""The rows of a score and the sums behind them; tallies of single reports add up to that of a folder."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from statistics import median
from typing import Literal

Kind = Literal["rate", "share", "number", "median"]

ROWS: dict[str, Kind] = {
    "reports": "number",
    "reports without a reading": "number",
    "publication date": "share",
    "outlet": "share",
    "events: detection": "rate",
    "events: type": "rate",
    "events: mode": "rate",
    "events: status": "rate",
    "events: date": "rate",
    "events: place": "rate",
    "events: voice": "rate",
    "events: speaker": "rate",
    "events: roles": "rate",
    "events: counts": "rate",
    "events: counts overlap": "rate",
    "events: whole record": "rate",
    "events: repeats of matched ones": "number",
    "events: rightly undated, of matched": "share",
    "events: rightly unplaced, of matched": "share",
    "events: median km": "median",
    "status, right of matched": "share",
    "status occurred, right of matched": "share",
    "status ongoing, right of matched": "share",
    "status planned, right of matched": "share",
    "status alleged, right of matched": "share",
    "status denied, right of matched": "share",
    "status hypothetical, right of matched": "share",
    "said to have happened, and did": "share",
    "planned, denied or hypothetical coded as occurred": "number",
    "of these in gold, matched": "number",
    "voices": "rate",
    "voices: posts": "rate",
    "voices: quotations": "rate",
    "voices: speaker, of matched": "share",
    "voices: speaker of posts, of matched": "share",
    "voices: speaker of quotations, of matched": "share",
    "voices: posts dated right, of matched": "share",
    "loaded: found": "rate",
    "times: found": "rate",
    "places: found": "rate",
    "times: value, of all gold": "share",
    "times: value, of found": "share",
    "places: within 30 km, of all gold": "share",
    "places: within 161 km, of all gold": "share",
    "places: median km, of found": "median",
    "clustering of matched mentions: B-cubed": "rate",
    "clustering of matched mentions: adjusted Rand index": "number",
    "events that join a reprint and its original": "number",
    "of these, reprint not counted as an origin": "share",
    "of these, origins exactly right": "share",
}
JOINING = frozenset(list(ROWS)[-5:])  # the rows that need events


@dataclass(frozen=True, slots=True)
class Rate:
    """Precision, recall and F1 in per cent, and the sums behind them."""

    precision: float
    recall: float
    f1: float
    right: float
    said: float
    gold: float


Figure = Rate | float | None


def _sums() -> defaultdict[str, float]:
    return defaultdict(int)


@dataclass(slots=True)
class Tally:
    """Sums by row. said: how much the program said; gold: how much it should have; right: how much of what it said is.

    found: how much of the gold was found, where that differs from `right` (one gold phrase, several wordings found).
    km: distances by row. A share uses right and gold, a number uses right alone.
    """

    right: defaultdict[str, float] = field(default_factory=_sums)
    said: defaultdict[str, float] = field(default_factory=_sums)
    gold: defaultdict[str, float] = field(default_factory=_sums)
    found: defaultdict[str, float] = field(default_factory=_sums)
    km: defaultdict[str, list[float]] = field(default_factory=lambda: defaultdict(list))

    def rate(self, row: str, *, right: float = 0, said: float = 0, gold: float = 0, found: float | None = None) -> None:
        """Add to a row of precision and recall."""
        self._expect(row, "rate")
        self._sum(row, right, gold)
        self.said[row] += said
        self.found[row] += right if found is None else found

    def share(self, row: str, right: float, of: float) -> None:
        """Add to a row that is a share."""
        self._expect(row, "share")
        self._sum(row, right, of)

    def number(self, row: str, right: float) -> None:
        """Add to a row that is a plain number."""
        self._expect(row, "number")
        self._sum(row, right, 0)

    def distance(self, row: str, km: float) -> None:
        """Add a distance to a row whose figure is the median."""
        self._expect(row, "median")
        self.km[row].append(km)

    def add(self, other: Tally) -> None:
        """Add the sums of another tally."""
        for mine, theirs in zip(self._sides(), other._sides(), strict=True):
            for row, value in theirs.items():
                mine[row] += value
        for row, distances in other.km.items():
            self.km[row].extend(distances)

    def figure(self, row: str) -> Figure:
        """Return the figure of a row: a rate, a share in per cent, a number, or the median distance in km."""
        kind = ROWS[row]
        if kind == "rate":
            return self._rate(row)
        if kind == "share":
            return per_cent(self.right[row], self.gold[row])
        if kind == "number":
            return self.right[row]
        return round(median(self.km[row]), 1) if self.km[row] else None

    def _rate(self, row: str) -> Rate:
        right, said, gold = self.right[row], self.said[row], self.gold[row]
        precision = right / said if said else 0.0
        recall = self.found[row] / gold if gold else 0.0
        f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
        shares = (round(100 * value, 1) for value in (precision, recall, f1))
        return Rate(*shares, *(round(value, 1) for value in (right, said, gold)))

    def _sum(self, row: str, right: float, gold: float) -> None:
        self.right[row] += right
        self.gold[row] += gold

    def _sides(self) -> tuple[defaultdict[str, float], ...]:
        return self.right, self.said, self.gold, self.found

    @staticmethod
    def _expect(row: str, kind: Kind) -> None:
        if ROWS[row] != kind:
            raise ValueError(f"the row {row!r} is a {ROWS[row]}, not a {kind}")


def total(tallies: Iterable[Tally]) -> Tally:
    """Return the sum of several tallies."""
    out = Tally()
    for tally in tallies:
        out.add(tally)
    return out


def per_cent(right: float, of: float) -> float:
    """Return a share in per cent with one decimal, 0 of nothing."""
    return round(100 * right / of, 1) if of else 0.0
