"""Events against gold: mentions with one key of a story should be one event, and a reprint is no second origin.

Sources: B-cubed, Bagga and Baldwin 1998; adjusted Rand index, Hubert and Arabie 1985.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from dateline.records import Event
from dateline.run.scoring.faults import Fault, FaultKind, shown
from dateline.run.scoring.tally import Tally

_CLUSTERS = "clustering of matched mentions"


@dataclass(frozen=True, slots=True)
class Matched:
    """A found mention that is a gold one. happening: the gold's story and key; report: name of its report."""

    mention: str
    happening: tuple[str, str]
    report: str


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a mention comes from. report: name of its report; root: of the one which that repeats, else the same."""

    report: str
    root: str


def score_joining(matched: Sequence[Matched], events: Sequence[Event], origins: Mapping[str, Origin]) -> Tally:
    """Return the joining rows. origins: of every mention in the reports of the gold, by its id."""
    tally = Tally()
    found, gold = _events_of(matched, events), [one.happening for one in matched]
    precision, recall = b_cubed(found, gold)
    tally.rate(f"{_CLUSTERS}: B-cubed", right=precision, said=len(gold), gold=len(gold), found=recall)
    tally.number(f"{_CLUSTERS}: adjusted Rand index", round(100 * adjusted_rand(found, gold), 1))
    for event in events:
        _add_reprints(tally, event, origins)
    return tally


def _events_of(matched: Sequence[Matched], events: Sequence[Event]) -> list[str]:
    """Return the event of each mention; one that no event has stands alone."""
    event_of = {mention: event.id for event in events for mention in event.mentions}
    return [event_of.get(one.mention, one.mention) for one in matched]


def _add_reprints(tally: Tally, event: Event, origins: Mapping[str, Origin]) -> None:
    """Add whether an event that joins a reprint and its original counts them as one origin."""
    inside = [origins[mention] for mention in event.mentions if mention in origins]
    reports, roots = {origin.report for origin in inside}, {origin.root for origin in inside}
    if len(roots) < len(reports):
        tally.number("events that join a reprint and its original", 1)
        tally.share("of these, reprint not counted as an origin", event.origins <= len(roots), 1)
        tally.share("of these, origins exactly right", event.origins == len(roots), 1)


def b_cubed(found: Sequence[Hashable], gold: Sequence[Hashable]) -> tuple[float, float]:
    """Return the summed precision and the summed recall of each item's cluster; divide by the number of items."""
    sizes, true_sizes = Counter(found), Counter(gold)
    shared = Counter(zip(found, gold, strict=True))
    precision = sum(n * n / sizes[cluster] for (cluster, _), n in shared.items())
    recall = sum(n * n / true_sizes[happening] for (_, happening), n in shared.items())
    return precision, recall


def adjusted_rand(found: Sequence[Hashable], gold: Sequence[Hashable]) -> float:
    """Return the agreement of two clusterings on pairs of items, corrected for chance: 1 the same, about 0 by chance.

    0 without items; 1 where there is nothing to disagree on.
    """
    if not gold:
        return 0.0
    all_pairs = _pairs([len(gold)])
    in_found, in_gold = _pairs(Counter(found).values()), _pairs(Counter(gold).values())
    in_both = _pairs(Counter(zip(found, gold, strict=True)).values())
    by_chance = in_found * in_gold / all_pairs if all_pairs else 0.0
    most = (in_found + in_gold) / 2
    return 1.0 if most == by_chance else (in_both - by_chance) / (most - by_chance)


def _pairs(sizes: Iterable[int]) -> float:
    """Return how many pairs groups of these sizes have inside them."""
    return sum(size * (size - 1) / 2 for size in sizes)


def joining_faults(matched: Sequence[Matched], events: Sequence[Event]) -> Iterator[Fault]:
    """Yield the happenings that lie in several events, and the events that hold several happenings."""
    event_of = _events_of(matched, events)
    yield from _torn("split", [one.happening for one in matched], event_of, matched)
    yield from _torn("mixed", event_of, [one.happening for one in matched], matched)


def _torn(
    kind: FaultKind, wholes: Sequence[Hashable], parts: Sequence[Hashable], matched: Sequence[Matched]
) -> Iterator[Fault]:
    """Yield a fault for every whole that has more than one part."""
    groups: dict[Hashable, dict[Hashable, list[Matched]]] = defaultdict(lambda: defaultdict(list))
    for whole, part, one in zip(wholes, parts, matched, strict=True):
        groups[whole][part].append(one)
    for pieces in groups.values():
        if len(pieces) > 1:
            members = [one for piece in pieces.values() for one in piece]
            told = tuple(" + ".join(f"{one.report} {one.happening[1]}" for one in piece) for piece in pieces.values())
            yield Fault(kind, "joining", "event", members[0].report, members[0].happening[1], found=shown(told))
