"""Takes readings of many reports, gives events: finds reprints, blocks, compares, clusters, sets side by side."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from dateline.collector import collector_paused
from dateline.corroborate.agreement import event_of
from dateline.corroborate.block import candidate_pairs, story_pairs
from dateline.corroborate.cluster import cluster
from dateline.corroborate.compare import settled, weigh
from dateline.corroborate.judgement import Judgement
from dateline.corroborate.reprints import Reprint, find_reprints
from dateline.corroborate.statement import Statement, statements
from dateline.corroborate.story import story_groups
from dateline.records import Event, Reading

__all__ = ["Judgement", "Reprint", "corroborate", "find_reprints", "join"]


@dataclass(frozen=True, slots=True)
class Joined:
    """Events, and the judgements that made them: merged and unsure pairs with their reasons."""

    events: tuple[Event, ...]
    judgements: tuple[Judgement, ...]


def corroborate(readings: Iterable[Reading], decisions: Iterable[Judgement] = ()) -> list[Event]:
    """Join the mentions of all readings into events, ordered by id; the order of the readings does not matter.

    decisions: somebody's own verdicts on pairs of mentions; they stand over the rules, and leaving one out undoes it.
    """
    return list(join(readings, decisions).events)


def join(readings: Iterable[Reading], decisions: Iterable[Judgement] = ()) -> Joined:
    """Join the mentions of all readings and keep why: the judgements that were not plainly "different".

    Joining makes many records and no cycles; to walk them over and over would cost a fifth.
    """
    by_report = _one_each(readings)
    with collector_paused():
        return _join(by_report, decisions)


def _join(by_report: Mapping[str, Reading], decisions: Iterable[Judgement]) -> Joined:
    """Join the mentions of readings that come one a report, sorted by its id."""
    ordered = list(by_report.values())
    told = statements(ordered)
    comparing = _Comparing(told)
    for i, j in candidate_pairs(told):
        comparing.score(told[i], told[j])
    comparing.learn_stories(story_groups(ordered, comparing.linked_reports()))
    for i, j in story_pairs(told, comparing.stories):
        comparing.score(told[i], told[j])
    decided = {(min(d.a, d.b), max(d.a, d.b)): d.verdict for d in decisions}
    groups = cluster(told, comparing.kept(), comparing.score, decided)
    by_id = {statement.id: statement for statement in told}
    events = [event_of([by_id[key] for key in members], by_report) for members in groups]
    kept = sorted(comparing.kept(), key=lambda judgement: (judgement.a, judgement.b))
    return Joined(tuple(sorted(events, key=lambda event: event.id)), tuple(kept))


def _one_each(readings: Iterable[Reading]) -> dict[str, Reading]:
    """Keep one reading a report, sorted by report id; failures have nothing to say."""
    good = [reading for reading in readings if reading.error is None]
    good.sort(key=lambda r: (r.report.id, r.coder.version if r.coder else "", r.coder.config if r.coder else ""))
    return {reading.report.id: reading for reading in good}


class _Comparing:
    """The scores so far, by the lower and the higher id; a pair is compared once, and again once its story is known.

    Of the many pairs that are plainly different the score alone is kept, without reasons.
    """

    def __init__(self, told: Sequence[Statement]) -> None:
        self.stories: Mapping[str, str] = {}
        self._by_id = {statement.id: statement for statement in told}
        self._scores: dict[str, dict[str, float]] = {statement.id: {} for statement in told}
        self._kept: dict[tuple[str, str], Judgement] = {}

    def score(self, a: Statement, b: Statement) -> float:
        """Compare two mentions, or recall what came of it."""
        if b.id < a.id:
            a, b = b, a
        known = self._scores[a.id].get(b.id)
        return self._weighed(a, b, self._same_story(a, b)) if known is None else known

    def kept(self) -> list[Judgement]:
        """Return the judgements so far that are not plainly "different"."""
        return list(self._kept.values())

    def linked_reports(self) -> list[tuple[str, str]]:
        """Return pairs of reports that tell one happening for certain."""
        sure = [key for key, judgement in self._kept.items() if judgement.score >= _SURE]
        return sorted({(self._report(a), self._report(b)) for a, b in sure})

    def learn_stories(self, stories: Mapping[str, str]) -> None:
        """Compare the doubtful pairs again that turn out to be of one story, where that says anything."""
        self.stories = stories
        for first, scores in self._scores.items():
            a = self._by_id[first]
            for second in [key for key, score in scores.items() if _HOPELESS <= score < _SURE]:
                b = self._by_id[second]
                if self._same_story(a, b) and not (settled(a) and settled(b)):
                    self._weighed(a, b, same_story=True)

    def _weighed(self, a: Statement, b: Statement, same_story: bool) -> float:
        found = weigh(a, b, same_story=same_story)
        if found.verdict != "different":
            self._kept[a.id, b.id] = found.judgement()
        score = self._scores[a.id][b.id] = found.rounded
        return score

    def _report(self, mention: str) -> str:
        return self._by_id[mention].mention.report

    def _same_story(self, a: Statement, b: Statement) -> bool:
        one, two = a.mention.report, b.mention.report
        return one == two or (one in self.stories and self.stories[one] == self.stories.get(two))


_SURE = 4.5  # same day, place and mode, nothing against
_HOPELESS = -1.0
