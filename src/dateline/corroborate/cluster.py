"""From judged pairs to clusters: average linkage, best pair first, never across what excludes one another.

A pair that would bring together two clusters is not enough: members of both are compared crosswise, and the mean must
reach the merging score. So a chain of weak links does not join two happenings.
"""

from __future__ import annotations

from bisect import insort
from collections.abc import Callable, Iterable, Mapping, Sequence

from dateline.corroborate.judgement import MERGE, Judgement
from dateline.corroborate.statement import Statement

_SAMPLE = 6  # members of a cluster that speak for it
_EXCLUDING = -50.0
_EXCLUDED_SHARE = 0.25
Compare = Callable[[Statement, Statement], float]


def cluster(
    statements: Sequence[Statement],
    judged: Iterable[Judgement],
    score: Compare,
    decided: Mapping[tuple[str, str], str],
) -> list[tuple[str, ...]]:
    """Group the mention ids into happenings, every group and the list sorted.

    judged: the compared pairs that may be one. score: the points of any pair. decided: verdicts that stand whatever the
    scores say, by sorted pair of ids.
    """
    by_id = {statement.id: statement for statement in statements}
    clusters = {key: _Cluster(key) for key in by_id}
    for pair, verdict in sorted(decided.items()):
        if verdict == "merge" and set(pair) <= by_id.keys() and clusters[pair[0]] is not clusters[pair[1]]:
            _join(clusters, *pair)
    apart = _Apart(pair for pair, verdict in decided.items() if verdict == "different")
    refused: set[tuple[_Cluster, int, _Cluster, int]] = set()  # with their sizes then; they only grow
    for edge in sorted((j for j in judged if j.score >= MERGE), key=lambda j: (-j.score, j.a, j.b)):
        a, b = clusters[edge.a], clusters[edge.b]
        if a is b or (a, len(a.members), b, len(b.members)) in refused or apart.parts(a, b):
            continue
        if _agree(a, b, by_id, score):
            _join(clusters, edge.a, edge.b)
        else:
            refused.add((a, len(a.members), b, len(b.members)))
    return sorted(tuple(one.members) for one in set(clusters.values()))


class _Cluster:
    """What is one happening so far. members: ids in order; speakers: a bounded number of them, evenly spread."""

    __slots__ = ("members", "speakers")

    def __init__(self, member: str) -> None:
        self.members = [member]
        self.speakers = [member]

    def take(self, other: _Cluster) -> None:
        """Take in another cluster, best a smaller one."""
        for member in other.members:
            insort(self.members, member)
        step = max(1, len(self.members) // _SAMPLE)
        self.speakers = self.members[::step][:_SAMPLE]


class _Apart:
    """Pairs that somebody decided to be different happenings."""

    def __init__(self, pairs: Iterable[tuple[str, str]]) -> None:
        self._of: dict[str, set[str]] = {}
        for a, b in pairs:
            self._of.setdefault(a, set()).add(b)
            self._of.setdefault(b, set()).add(a)

    def parts(self, a: _Cluster, b: _Cluster) -> bool:
        """Tell whether a member of one may not be with a member of the other."""
        return bool(self._of) and any(not self._of[x].isdisjoint(b.members) for x in a.members if x in self._of)


def _join(clusters: dict[str, _Cluster], a: str, b: str) -> None:
    """Move the smaller cluster into the larger one."""
    small, large = sorted((clusters[a], clusters[b]), key=lambda one: (len(one.members), one.members[0]))
    large.take(small)
    for member in small.members:
        clusters[member] = large


def _agree(a: _Cluster, b: _Cluster, by_id: Mapping[str, Statement], score: Compare) -> bool:
    """Tell whether two clusters are one happening, by the mean over members of both."""
    scores = [score(by_id[x], by_id[y]) for x in a.speakers for y in b.speakers]
    open_scores = [points for points in scores if points > _EXCLUDING]
    if not open_scores or len(scores) - len(open_scores) > _EXCLUDED_SHARE * len(scores):
        return False
    return sum(open_scores) >= MERGE * len(open_scores)
