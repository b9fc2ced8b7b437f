"""The event rows of one report: how many mentions are found, and how many of their fields are right."""

from __future__ import annotations

from dateline.records import Count, EventMention
from dateline.records.sentence import sentence_at
from dateline.run.scoring.checks import checks, whole_record
from dateline.run.scoring.faults import Fault, FaultKind, clipped, shown
from dateline.run.scoring.gold import GoldEvent, GoldReport
from dateline.run.scoring.matching import counts_meet, km_between, spans_of
from dateline.run.scoring.pairing import Pairing, Scene
from dateline.run.scoring.tally import Tally

HAPPENED = frozenset(("occurred", "ongoing"))
UNREAL = frozenset(("planned", "denied", "hypothetical"))
_PER_MENTION = ("detection", "type", "status", "voice", "whole record")  # rows in which every mention counts


def score_mentions(report: GoldReport, scene: Scene, pairing: Pairing) -> Tally:
    """Return the event rows of one report."""
    tally = Tally()
    said = [mention for _, mention in pairing.pairs] + pairing.false
    tally.number("events: repeats of matched ones", len(pairing.repeats))
    for row in _PER_MENTION:
        tally.rate(f"events: {row}", said=len(said), gold=len(report.gold.events))
    for event in report.gold.events:
        _add_asked(tally, event)
    for mention in said:
        _add_said(tally, mention, scene)
    for event, mention in pairing.pairs:
        _add_pair(tally, event, mention, scene)
    return tally


def _add_asked(tally: Tally, event: GoldEvent) -> None:
    """Add what the gold asks for in one event."""
    asked = {
        "mode": bool(event.mode), "date": bool(event.from_), "place": event.place is not None,
        "speaker": bool(event.speaker), "roles": len(event.roles), "counts": len(event.counts),
        "counts overlap": len(event.counts),
    }  # fmt: skip
    for row, number in asked.items():
        tally.rate(f"events: {row}", gold=int(number))


def _add_said(tally: Tally, mention: EventMention, scene: Scene) -> None:
    """Add what one mention says."""
    said = {
        "mode": bool(mention.mode), "date": mention.time is not None, "place": mention.place is not None,
        "speaker": bool(scene.speakers(mention)), "roles": len({argument.role for argument in mention.arguments}),
        "counts": len(mention.counts), "counts overlap": len(mention.counts),
    }  # fmt: skip
    for row, number in said.items():
        tally.rate(f"events: {row}", said=int(number))


def _add_pair(tally: Tally, event: GoldEvent, mention: EventMention, scene: Scene) -> None:
    """Add what is right in one pair."""
    tally.rate("events: detection", right=1)
    for check in checks(event, mention, scene):
        if check.asked:
            tally.rate(f"events: {_row_of(check.field)}", right=int(check.right))
    tally.rate("events: counts overlap", right=_counts_that_meet(event, scene.counts(mention)))
    tally.rate("events: whole record", right=int(whole_record(event, mention, scene)))
    if not event.from_:
        tally.share("events: rightly undated, of matched", mention.time is None, 1)
    if event.place is None:
        tally.share("events: rightly unplaced, of matched", mention.place is None, 1)
    elif mention.place is not None and (km := km_between(event.place, mention.place)) is not None:
        tally.distance("events: median km", km)
    _add_reality(tally, event, mention)


def _row_of(name: str) -> str:
    """Return the row of a field: all roles and all counts share one."""
    kind = name.split(" ")[0]
    return {"role": "roles", "count": "counts"}.get(kind, kind)


def _counts_that_meet(event: GoldEvent, found: list[Count]) -> int:
    return sum(
        any(counts_meet(count, low, high) for count in found if count.of == of)
        for of, (low, high) in event.counts.items()
    )


def _add_reality(tally: Tally, event: GoldEvent, mention: EventMention) -> None:
    """Add whether the status is right; whether what is said to have happened did, and what did not is not said to have."""
    tally.share("status, right of matched", mention.status == event.status, 1)
    tally.share(f"status {event.status}, right of matched", mention.status == event.status, 1)
    said, did = mention.status in HAPPENED, event.status in HAPPENED
    if said:
        tally.share("said to have happened, and did", did, 1)
    if event.status in UNREAL:
        tally.number("of these in gold, matched", 1)
        tally.number("planned, denied or hypothetical coded as occurred", said)


def mention_faults(report: GoldReport, scene: Scene, pairing: Pairing) -> list[Fault]:
    """Return what is missed, false, repeated or wrong among the event mentions of one report."""
    out = [_missed(report, event, scene) for event in pairing.missed]
    out += [_unasked("false", report, mention, scene) for mention in pairing.false]
    out += [_unasked("repeat", report, mention, scene) for mention in pairing.repeats]
    for event, mention in pairing.pairs:
        for check in checks(event, mention, scene):
            if not check.settled:
                where = scene.sentence(mention)
                values = (shown(check.gold), shown(check.found))
                out.append(Fault("wrong", "events", check.field, report.name, event.key, *values, where))
    return out


def _missed(report: GoldReport, event: GoldEvent, scene: Scene) -> Fault:
    text = scene.reading.report.text
    spots = [spot for words in event.trigger for spot in spans_of(words, text)]
    where = clipped(sentence_at(text, spots[0]).of(text)) if spots else "(no trigger word in the text that was read)"
    return Fault("missed", "events", event.type, report.name, event.key, _label(event), where=where)


def _unasked(kind: FaultKind, report: GoldReport, mention: EventMention, scene: Scene) -> Fault:
    label = f"{_label(mention)}: {mention.trigger.text}"
    return Fault(kind, "events", mention.type, report.name, mention.id, found=label, where=scene.sentence(mention))


def _label(item: GoldEvent | EventMention) -> str:
    return f"{item.type}/{item.mode or '-'} {item.status}"
