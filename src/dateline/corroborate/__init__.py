"""Takes readings of many reports, gives events: finds reprints, blocks, compares, clusters, sets side by side."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from dateline.corroborate.agreement import event_of
from dateline.corroborate.block import candidate_pairs, story_pairs
from dateline.corroborate.cluster import cluster
from dateline.corroborate.compare import Judgement, compare, settled
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
    """Join the mentions of all readings and keep why: the judgements that were not plainly "different"."""
    by_report = _one_each(readings)
    with _collector_paused():
        return _join(by_report, decisions)


@contextmanager
def _collector_paused() -> Iterator[None]:
    """Pause the cycle collector: joining makes many records and no cycles; to walk them over and over costs a fifth."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _join(by_report: Mapping[str, Reading], decisions: Iterable[Judgement]) -> Joined:
    """Join the mentions of readings that come one a report, sorted by its id."""
    ordered = list(by_report.values())
    told = statements(ordered)
    comparing = _Comparing(told)
    for i, j in candidate_pairs(told):
        comparing.judge(told[i], told[j])
    comparing.learn_stories(story_groups(ordered, comparing.linked_reports()))
    for i, j in story_pairs(told, comparing.stories):
        comparing.judge(told[i], told[j])
    decided = {(min(d.a, d.b), max(d.a, d.b)): d.verdict for d in decisions}
    groups = cluster(told, comparing.judged(), comparing.judge, decided)
    by_id = {statement.id: statement for statement in told}
    events = [event_of([by_id[key] for key in members], by_report) for members in groups]
    kept = [judgement for judgement in comparing.judged() if judgement.verdict != "different"]
    return Joined(tuple(sorted(events, key=lambda event: event.id)), tuple(sorted(kept, key=lambda j: (j.a, j.b))))


def _one_each(readings: Iterable[Reading]) -> dict[str, Reading]:
    """Keep one reading a report, sorted by report id; failures have nothing to say."""
    good = [reading for reading in readings if reading.error is None]
    good.sort(key=lambda r: (r.report.id, r.coder.version if r.coder else "", r.coder.config if r.coder else ""))
    return {reading.report.id: reading for reading in good}


class _Comparing:
    """The judgements so far; a pair is compared once, and again once its story is known."""

    def __init__(self, told: Sequence[Statement]) -> None:
        self.stories: Mapping[str, str] = {}
        self._by_id = {statement.id: statement for statement in told}
        self._known: dict[tuple[str, str], Judgement] = {}

    def judge(self, a: Statement, b: Statement) -> Judgement:
        """Compare two mentions, or recall what came of it."""
        key = (a.id, b.id) if a.id < b.id else (b.id, a.id)
        if key not in self._known:
            self._known[key] = compare(a, b, same_story=self._same_story(a, b))
        return self._known[key]

    def judged(self) -> list[Judgement]:
        """Return all judgements so far."""
        return list(self._known.values())

    def linked_reports(self) -> list[tuple[str, str]]:
        """Return pairs of reports that tell one happening for certain."""
        sure = [key for key, judgement in self._known.items() if judgement.score >= _SURE]
        return sorted({(self._report(a), self._report(b)) for a, b in sure})

    def learn_stories(self, stories: Mapping[str, str]) -> None:
        """Compare the doubtful pairs again that turn out to be of one story, where that says anything."""
        self.stories = stories
        doubtful = [key for key, judgement in self._known.items() if _HOPELESS <= judgement.score < _SURE]
        for key in doubtful:
            a, b = self._by_id[key[0]], self._by_id[key[1]]
            if self._same_story(a, b) and not (settled(a) and settled(b)):
                self._known[key] = compare(a, b, same_story=True)

    def _report(self, mention: str) -> str:
        return self._by_id[mention].mention.report

    def _same_story(self, a: Statement, b: Statement) -> bool:
        one, two = a.mention.report, b.mention.report
        return one == two or (one in self.stories and self.stories[one] == self.stories.get(two))


_SURE = 4.5  # same day, place and mode, nothing against
_HOPELESS = -1.0
