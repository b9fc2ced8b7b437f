"""From judged pairs to clusters: average linkage, best pair first, never across what excludes one another.

A pair that would bring together two clusters is not enough: members of both are compared crosswise, and the mean must
reach the merging score. So a chain of weak links does not join two happenings.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from dateline.corroborate.compare import MERGE, Judgement
from dateline.corroborate.statement import Statement

_SAMPLE = 6  # members of a cluster that speak for it
_EXCLUDING = -50.0
_EXCLUDED_SHARE = 0.25
Judge = Callable[[Statement, Statement], Judgement]


def cluster(
    statements: Sequence[Statement], judged: Iterable[Judgement], judge: Judge, decided: Mapping[tuple[str, str], str]
) -> list[tuple[str, ...]]:
    """Group the mention ids into happenings, every group and the list sorted.

    judged: the compared pairs. judge: compares any further pair. decided: verdicts that stand whatever the scores say,
    by sorted pair of ids.
    """
    by_id = {statement.id: statement for statement in statements}
    clusters = {key: [key] for key in by_id}
    for pair, verdict in sorted(decided.items()):
        if verdict == "merge" and set(pair) <= by_id.keys() and clusters[pair[0]] is not clusters[pair[1]]:
            _join(clusters, *pair)
    apart = _Apart(pair for pair, verdict in decided.items() if verdict == "different")
    for edge in sorted(judged, key=lambda j: (-j.score, j.a, j.b)):
        a, b = clusters[edge.a], clusters[edge.b]
        if edge.score >= MERGE and a is not b and not apart.parts(a, b) and _agree(a, b, by_id, judge):
            _join(clusters, edge.a, edge.b)
    return sorted({tuple(sorted(members)) for members in clusters.values()})


class _Apart:
    """Pairs that somebody decided to be different happenings."""

    def __init__(self, pairs: Iterable[tuple[str, str]]) -> None:
        self._of: dict[str, set[str]] = {}
        for a, b in pairs:
            self._of.setdefault(a, set()).add(b)
            self._of.setdefault(b, set()).add(a)

    def parts(self, a: Sequence[str], b: Sequence[str]) -> bool:
        """Tell whether a member of one may not be with a member of the other."""
        return any(not self._of[x].isdisjoint(b) for x in a if x in self._of)


def _join(clusters: dict[str, list[str]], a: str, b: str) -> None:
    """Move the smaller cluster into the larger one."""
    small, large = sorted((clusters[a], clusters[b]), key=lambda members: (len(members), members[0]))
    large.extend(small)
    for member in small:
        clusters[member] = large


def _agree(a: Sequence[str], b: Sequence[str], by_id: Mapping[str, Statement], judge: Judge) -> bool:
    """Tell whether two clusters are one happening, by the mean over members of both."""
    scores = [judge(by_id[x], by_id[y]).score for x in _speakers(a) for y in _speakers(b)]
    open_scores = [score for score in scores if score > _EXCLUDING]
    if not open_scores or len(scores) - len(open_scores) > _EXCLUDED_SHARE * len(scores):
        return False
    return sum(open_scores) >= MERGE * len(open_scores)


def _speakers(members: Sequence[str]) -> list[str]:
    """Pick a bounded number of members, evenly spread in the order of ids."""
    ordered = sorted(members)
    step = max(1, len(ordered) // _SAMPLE)
    return ordered[::step][:_SAMPLE]
