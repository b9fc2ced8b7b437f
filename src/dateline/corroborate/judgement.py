"""An answer on two mentions, and the points and reasons that it comes from."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from dateline.corroborate.statement import Statement

Verdict = Literal["merge", "different", "unsure"]
MERGE = 3.0  # points set by hand after a fit on pairs of mentions with gold, story by story; bench/corroborate_gold.py
UNSURE = 2.0
NEVER = -math.inf


@dataclass(frozen=True, slots=True)
class Judgement:
    """A stored, reversible answer on two mentions (a < b). `by`: "rule", or whoever decided otherwise."""

    a: str
    b: str
    verdict: Verdict
    score: float
    reasons: tuple[str, ...]
    by: str = "rule"


class Score:
    """Points and the reasons for them, in the order given, on two mentions (a.id < b.id)."""

    __slots__ = ("_reasons", "a", "b", "points")

    def __init__(self, a: Statement, b: Statement) -> None:
        self.a, self.b = a, b
        self.points = 0.0
        self._reasons: list[tuple[float, str]] = []

    def add(self, points: float, reason: str) -> bool:
        """Add the points; False when they rule out one happening."""
        self.points += points
        self._reasons.append((points, reason))
        return points != NEVER

    @property
    def rounded(self) -> float:
        """The points as a judgement has them."""
        return round(self.points, 2) if self.points != NEVER else -99.0

    @property
    def verdict(self) -> Verdict:
        """What the points come to."""
        return "merge" if self.points >= MERGE else "unsure" if self.points >= UNSURE else "different"

    def judgement(self) -> Judgement:
        """Return the answer with its reasons in words."""
        return Judgement(
            self.a.id, self.b.id, self.verdict, self.rounded, tuple(_worded(*reason) for reason in self._reasons)
        )


@lru_cache(maxsize=4096)
def _worded(points: float, reason: str) -> str:
    """Return a reason with its points; most pairs share theirs, so that each is written and kept once."""
    return f"{reason} {points:+.1f}" if points != NEVER else reason
