"""Which pairs of mentions are compared at all: never all of them.

Every mention leaves its id under a few keys (kind of happening with day and map cell, with month and country, with
story). Under a key with few mentions all pairs are compared; under a fuller one each only with its neighbours in time
and place. So the work grows with the number of mentions, whatever the news is like.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from math import floor

from dateline.corroborate.compare import gap_days, settled, width_days
from dateline.corroborate.statement import Statement

Pair = tuple[int, int]
Key = tuple[object, ...]
_NARROW_DAYS = 7
_LONG_DAYS = 400
_CELLS_PER_DEGREE = 2
_NEIGHBOURS = 12
_FAMILY = {"PROTEST": "GATHER"}


def candidate_pairs(statements: Sequence[Statement]) -> Iterator[Pair]:
    """Yield pairs of mentions that share day and place, or month and country, as indexes into `statements`."""
    blocks: defaultdict[Key, list[int]] = defaultdict(list)
    ordered = _ordered(statements)
    for i in ordered:
        for key in _keys(statements[i]):
            blocks[key].append(i)
    return ((i, j) for i, j in _pairs(blocks, ordered, statements) if _worth(statements[i], statements[j]))


def story_pairs(statements: Sequence[Statement], stories: Mapping[str, str]) -> Iterator[Pair]:
    """Yield pairs of mentions of one kind in one story of which at least one has no day or no place."""
    blocks: defaultdict[Key, list[int]] = defaultdict(list)
    ordered = _ordered(statements)
    for i in ordered:
        statement = statements[i]
        story = stories[statement.mention.report]
        blocks["story", _family(statement), story].append(i)
        blocks["story", _family(statement), story, statement.mention.mode].append(i)
        if statement.spot is not None:
            blocks["story", _family(statement), story, "at", statement.spot.name].append(i)
    done = [settled(statement) for statement in statements]
    return ((i, j) for i, j in _pairs(blocks, ordered, statements) if not (done[i] and done[j]))


def _ordered(statements: Sequence[Statement]) -> list[int]:
    """Return the indexes of mentions so that neighbours in time and place follow one another."""
    return sorted(range(len(statements)), key=lambda i: _position(statements[i]))


def _pairs(blocks: Mapping[Key, list[int]], ordered: Sequence[int], statements: Sequence[Statement]) -> Iterator[Pair]:
    """Yield the pairs of neighbours in a block, each pair once and those of one day and place after one another.

    blocks: with their members in order.
    """
    coarse = [_is_coarse(statement) for statement in statements]
    following: list[list[tuple[list[int], int, bool]]] = [[] for _ in statements]
    for key, members in blocks.items():
        wide = key[0] == "month"  # two mentions with day and spot meet under a finer key
        for n, i in enumerate(members[:-1], start=1):
            following[i].append((members, n, wide and not coarse[i]))
    for i in ordered:
        near = {
            j
            for members, n, coarse_only in following[i]
            for j in members[n : n + _NEIGHBOURS]
            if not coarse_only or coarse[j]
        }
        yield from ((i, j) if i < j else (j, i) for j in near)


def _is_coarse(statement: Statement) -> bool:
    """Tell whether the mention lacks a day or a spot on the map."""
    return not _near_days(statement) or next(_cells(statement), None) is None


def _worth(a: Statement, b: Statement) -> bool:
    """Tell in a glance what needs no comparing."""
    if a.days is not None and b.days is not None and gap_days(a.days, b.days) > 1:
        return False
    return not (a.spot and b.spot and a.spot.country and b.spot.country and a.spot.country != b.spot.country)


def _keys(statement: Statement) -> Iterator[Key]:
    """Yield the keys of a mention with a day or a place."""
    family, cells = _family(statement), list(_cells(statement))
    country = statement.spot.country if statement.spot else None
    for day in _near_days(statement):
        yield from (("cell", family, day, cell) for cell in cells)
        if statement.spot is None:
            yield from (
                ("who", family, day, word) for name in statement.doers + statement.others for word in name.words
            )
    months = list(_months(statement))
    if not _near_days(statement) or not cells:
        yield from (("month", family, month, where) for month in months for where in (*cells, country) if where)
    else:
        yield from (("month", family, month, where) for month in months[:1] for where in (*cells, country) if where)
    if statement.days is None and statement.published is not None:
        yield from (("undated", family, statement.published // 7, cell) for cell in cells)


def _family(statement: Statement) -> str:
    return _FAMILY.get(statement.mention.type, statement.mention.type)


def _near_days(statement: Statement) -> range:
    """Return the days of a narrow interval and the day after: intervals that touch have one in common."""
    days = statement.days
    if days is None or days[0] is None or days[1] is None or width_days(days) > _NARROW_DAYS:
        return range(0)
    return range(days[0], days[1] + 1)


def _months(statement: Statement) -> Iterator[int]:
    """Yield the months of an interval (years times twelve), the known end's month when the other is open."""
    days = statement.days or (None, None)
    ends = [day for day in days if day is not None]
    if not ends:
        return
    first, last = min(ends), max(ends[0], min(max(ends) - (len(ends) > 1), ends[0] + _LONG_DAYS))
    yield from range(_month(first), _month(last) + 1)


def _month(day: int) -> int:
    when = date.fromordinal(max(1, day))
    return when.year * 12 + when.month


def _cells(statement: Statement) -> Iterator[tuple[int, int]]:
    """Yield the four overlapping map cells around a point finer than a province."""
    spot = statement.spot
    if spot is None or spot.point is None or spot.rank >= 3:
        return
    lat, lon = (x * _CELLS_PER_DEGREE for x in spot.point)
    yield from sorted({(floor(lat + dy), floor(lon + dx)) for dy in (-0.5, 0.5) for dx in (-0.5, 0.5)})


def _position(statement: Statement) -> tuple[object, ...]:
    """Return what neighbours are near in: mode and place, then the day, then the id."""
    spot = statement.spot
    point = spot.point if spot and spot.point and spot.rank < 3 else (99.0, 0.0)
    start = (statement.days or (None, None))[0]
    return (
        start or statement.published or 0,
        round(point[0], 1),
        round(point[1], 1),
        statement.mention.mode or "",
        statement.id,
    )
