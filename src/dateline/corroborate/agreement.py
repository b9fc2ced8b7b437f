"""What the mentions of one happening say together: an Event with every differing value and whether the values agree."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import TypeVar

from dateline.corroborate.groups import Groups
from dateline.corroborate.names import Name, name_of, same_name
from dateline.corroborate.spots import compare_spots
from dateline.corroborate.statement import Days, Statement, days_of
from dateline.corroborate.wording import wording
from dateline.records import Event, EventMention, EventPlace, EventTime, FieldValue, Reading, content_id
from dateline.records.event import Agreement
from dateline.records.mention import Status

Value = str | list[int | None] | None
_DONE = frozenset({"occurred", "ongoing", "alleged"})
_ONE_PLACE = 1.6  # points of `compare_spots` for one place by name or by distance
_T = TypeVar("_T", str, str | None)
Fields = dict[str, list[FieldValue]]


def event_of(members: Sequence[Statement], readings: Mapping[str, Reading]) -> Event:
    """Make the event of a cluster. members: sorted by id; readings: by report id."""
    mentions = [statement.mention for statement in members]
    ids = tuple(mention.id for mention in mentions)
    fields, agreement = _fields(members, readings)
    type_ = _commonest([m.type for m in mentions])
    return Event(
        id=content_id("ev", *ids),
        type=type_,
        mode=_commonest([m.mode for m in mentions if m.type == type_ and m.mode] or [None]),
        status=settle_status(members),
        time=_settle_time(members),
        place=_settle_place(members),
        fields=fields,
        agreement=agreement,
        mentions=ids,
        reports=len({m.report for m in mentions}),
        voices=len({(m.report, m.voice, s.source) for m, s in zip(mentions, members, strict=True)}),
        origins=count_origins(members),
        unresolved={},
    )


def settle_status(members: Sequence[Statement]) -> Status:
    """Return the event's status.

    Told as fact anywhere: occurred, unless every such telling is a source's and somebody denies it, then alleged;
    ongoing when all that tell it as fact say so. Else the first of alleged, planned, denied, hypothetical that somebody
    says.
    """
    said = Counter(s.mention.status for s in members)
    facts = [s for s in members if s.mention.status in ("occurred", "ongoing")]
    if facts:
        if said["denied"] and all(s.source for s in facts):
            return "alleged"
        return "ongoing" if said["ongoing"] == len(facts) else "occurred"
    order: tuple[Status, ...] = ("alleged", "planned", "denied", "hypothetical")
    return next(status for status in order if said[status])


def count_origins(members: Sequence[Statement]) -> int:
    """Count independent sources among the reports.

    Reports of one group of reprints are one; so is a report that tells it only by posts that another shows too, or only
    on the word of another's outlet.
    """
    by_report: dict[str, list[Statement]] = {}
    for statement in members:
        by_report.setdefault(statement.mention.report, []).append(statement)
    groups = Groups(by_report)
    first: dict[str, str] = {}
    shown: dict[str, list[str]] = {}
    outlets: dict[str, list[str]] = {}
    for report, own in sorted(by_report.items()):
        groups.join(report, first.setdefault(own[0].origin, report))
        outlets.setdefault(own[0].outlet, []).append(report)
        for post in {s.post for s in own if s.post}:
            shown.setdefault(post, []).append(report)
    for report, own in sorted(by_report.items()):
        for other in _leaned_on(own, shown, outlets):
            groups.join(report, other)
    return len(set(groups.names().values()))


def _leaned_on(own: Sequence[Statement], shown: Mapping[str, list[str]], outlets: Mapping[str, list[str]]) -> list[str]:
    """Return the reports that give all that this report has: those that show its posts, or whose outlet it cites."""
    posts = [s.post for s in own]
    if all(posts):
        return [report for post in posts if post for report in shown.get(post, [])]
    cited = [outlets.get(s.source, []) if s.source and s.source != s.outlet else [] for s in own]
    return [report for reports in cited for report in reports] if all(cited) else []


def _settle_time(members: Sequence[Statement]) -> EventTime | None:
    """Return the stretch of days that most mentions share, the earliest where several do; a stated day goes first."""
    dated = [s for s in members if s.days is not None]
    known = [s.days for s in [s for s in dated if not s.guessed_days] or dated if s.days is not None]
    if not known:
        return None
    starts = sorted({d[0] for d in known if d[0] is not None}) or [min(d[1] for d in known if d[1] is not None) - 1]
    best = max(starts, key=lambda start: (sum(_holds(d, start) for d in known), -start))
    sharing = [d for d in known if _holds(d, best)]
    low = max((d[0] for d in sharing if d[0] is not None), default=None)
    high = min((d[1] for d in sharing if d[1] is not None), default=None)
    return EventTime(from_=_day(low), to=_day(high))


def _holds(days: Days, day: int) -> bool:
    return (days[0] is None or days[0] <= day) and (days[1] is None or day < days[1])


def _day(ordinal: int | None) -> date | None:
    return None if ordinal is None else date.fromordinal(ordinal)


def _settle_place(members: Sequence[Statement]) -> EventPlace | None:
    """Return the place that fits most mentions that state theirs, the most specific of those."""
    placed = [s for s in members if s.spot is not None]
    if not placed:
        return None
    stated = [s for s in placed if not s.guessed_spot] or placed
    sample = stated[:: max(1, len(stated) // 12)]

    def fit(s: Statement) -> tuple[int, int, int, str]:
        assert s.spot is not None
        backing = sum(compare_spots(s.spot, o.spot)[0] > 0 for o in sample if o.spot)
        named = sum(o.spot.name == s.spot.name for o in sample if o.spot)
        return (-backing, s.spot.rank, -named, s.id)

    place = min(placed, key=fit).mention.place
    assert place is not None
    return EventPlace(name=place.name, geonameid=place.geonameid, country=place.country, lat=place.lat, lon=place.lon)


def _fields(members: Sequence[Statement], readings: Mapping[str, Reading]) -> tuple[Fields, dict[str, Agreement]]:
    """Return all values of every field and whether they agree, fields sorted by name."""
    values: dict[str, list[tuple[Value, str]]] = {}
    names: dict[str, list[tuple[str, str]]] = {}
    for statement in members:
        mention = statement.mention
        values.setdefault("status", []).append((mention.status, mention.id))
        if statement.days is not None:
            values.setdefault("time", []).append((_interval(mention), mention.id))
        if mention.place is not None:
            values.setdefault("place", []).append((mention.place.name, mention.id))
        for of, ranges in sorted(statement.counts.items()):
            values.setdefault(f"counts.{of}", []).extend(([low, high], mention.id) for low, high in ranges)
        for argument in mention.arguments:
            names.setdefault(f"arguments.{argument.role}", []).append((argument.name or argument.text, mention.id))
        for concept, words in wording(mention, readings[mention.report]):
            values.setdefault(f"wording.{concept}", []).append((words, mention.id))
    fields = {key: _grouped(pairs, _json_key) for key, pairs in values.items()}
    fields |= {key: _grouped_names(pairs) for key, pairs in names.items()}
    by_id = {s.id: s for s in members}
    return dict(sorted(fields.items())), {key: _agreement(key, fields[key], by_id) for key in sorted(fields)}


def _interval(mention: EventMention) -> str:
    """Return a mention's interval as `from/to`, an open end as two points (ISO 8601-2)."""
    start, end = days_of(mention.time) or (None, None)
    return f"{_day(start) or '..'}/{_day(end) or '..'}"


def _json_key(value: Value) -> str:
    return repr(value)


def _grouped(pairs: Sequence[tuple[Value, str]], key: Callable[[Value], str]) -> list[FieldValue]:
    """Group equal values with their mentions: most mentions first."""
    found: dict[str, tuple[Value, list[str]]] = {}
    for value, mention in pairs:
        found.setdefault(key(value), (value, []))[1].append(mention)
    rows = [FieldValue(value=value, mentions=tuple(sorted(set(ids)))) for value, ids in found.values()]
    return sorted(rows, key=lambda row: (-len(row.mentions), key(row.value)))


def _grouped_names(pairs: Sequence[tuple[str, str]]) -> list[FieldValue]:
    """Group spellings of one name; the group is called by its commonest spelling, the longer of two."""
    groups: list[tuple[Name | None, list[tuple[str, str]]]] = []
    for text, mention in sorted(pairs, key=lambda pair: (-len(pair[0]), pair)):
        name = name_of(text, frozenset())
        home = next((rows for other, rows in groups if _one_bearer(name, other, text, rows)), None)
        if home is None:
            groups.append((name, [(text, mention)]))
        else:
            home.append((text, mention))
    rows = []
    for _, members in groups:
        counted = Counter(text for text, _ in members)
        label = min(counted, key=lambda text: (-counted[text], -len(text), text))
        rows.append(FieldValue(value=label, mentions=tuple(sorted({mention for _, mention in members}))))
    return sorted(rows, key=lambda row: (-len(row.mentions), str(row.value)))


def _one_bearer(name: Name | None, other: Name | None, text: str, rows: Sequence[tuple[str, str]]) -> bool:
    return text == rows[0][0] or (name is not None and other is not None and same_name(name, other))


def _agreement(key: str, values: Sequence[FieldValue], by_id: Mapping[str, Statement]) -> Agreement:
    """Judge the values of one field: single when one mention gives it, agree when all give the same."""
    if len({mention for value in values for mention in value.mentions}) == 1:
        return "single"
    if len(values) == 1:
        return "agree"
    if key == "time":
        dated = [s for s in by_id.values() if s.days is not None]
        return _agree_as_stated(_times_agree, dated, [s for s in dated if not s.guessed_days])
    if key == "place":
        placed = [s for s in by_id.values() if s.spot is not None]
        return _agree_as_stated(_places_agree, placed, [s for s in placed if not s.guessed_spot])
    if key == "status":
        return "conflict" if "denied" in {value.value for value in values} else "compatible"
    if key.startswith("counts."):
        return _ranges_agree([value.value for value in values if isinstance(value.value, list)])
    if key == "arguments.perpetrator":
        return _doers_agree(values, by_id)
    return "compatible"


def _agree_as_stated(
    judge: Callable[[Sequence[Statement]], Agreement], every: Sequence[Statement], stated: Sequence[Statement]
) -> Agreement:
    """Judge all, but let a day or place that is only carried over contradict nobody."""
    verdict = judge(every)
    if verdict != "conflict" or len(stated) == len(every):
        return verdict
    return "conflict" if stated and judge(stated) == "conflict" else "compatible"


def _times_agree(members: Sequence[Statement]) -> Agreement:
    known = [s.days for s in members if s.days is not None]
    low = max((d[0] for d in known if d[0] is not None), default=None)
    high = min((d[1] for d in known if d[1] is not None), default=None)
    return "compatible" if low is None or high is None or low < high else "conflict"


def _places_agree(members: Sequence[Statement]) -> Agreement:
    """Agree when all points are one place by name or distance, compatible when one holds the other."""
    spots = [s.spot for s in members if s.spot is not None]
    points = [compare_spots(spots[0], spot)[0] for spot in spots[1:]]
    if all(p >= _ONE_PLACE for p in points):
        return "agree"
    return "compatible" if all(p >= 0 for p in points) else "conflict"


def _ranges_agree(ranges: Sequence[list[int | None]]) -> Agreement:
    lows = [r[0] for r in ranges if r[0] is not None]
    highs = [r[1] for r in ranges if r[1] is not None]
    return "compatible" if not lows or not highs or max(lows) <= min(highs) else "conflict"


def _doers_agree(values: Sequence[FieldValue], by_id: Mapping[str, Statement]) -> Agreement:
    """Two named perpetrators, neither a spelling of the other, contradict each other; descriptions do not.

    Who is named only where the deed is denied, planned or feared is not said to have done it.
    """
    said = [v for v in values if any(by_id[m].mention.status in _DONE for m in v.mentions)]
    names = [name_of(str(value.value), frozenset()) for value in said]
    return "conflict" if sum(name is not None and name.proper for name in names) > 1 else "compatible"


def _commonest(values: Sequence[_T]) -> _T:
    counted = Counter(values)
    return min(counted, key=lambda value: (-counted[value], str(value)))
