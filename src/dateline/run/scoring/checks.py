"""One pair of a gold event and a found mention, field by field."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from dateline.records import Count, EventMention, MentionTime
from dateline.run.scoring.gold import GoldEvent
from dateline.run.scoring.matching import any_same_name, right_date, right_place, same_count
from dateline.run.scoring.pairing import Scene


@dataclass(frozen=True, slots=True)
class Check:
    """One field of one pair. asked: the gold has a value; given: the mention has one; right: they are the same."""

    field: str
    asked: bool
    given: bool
    right: bool
    gold: object = None
    found: object = None

    @property
    def settled(self) -> bool:
        """Tell whether nothing is wrong: the values are the same, or neither side has one."""
        return self.right if self.asked else not self.given


def checks(event: GoldEvent, mention: EventMention, scene: Scene) -> list[Check]:
    """Compare a pair field by field; roles and counts are a check each, also those that only the mention has."""
    kind, speakers, time, place = scene.voice_kind(mention), scene.speakers(mention), mention.time, mention.place
    same_mode = (event.type, event.mode) == (mention.type, mention.mode)
    told = any_same_name((event.speaker,), speakers)
    return [
        Check("type", True, True, event.type == mention.type, event.type, mention.type),
        Check("mode", bool(event.mode), bool(mention.mode), same_mode, event.mode, mention.mode),
        Check("status", True, True, event.status == mention.status, event.status, mention.status),
        Check("date", bool(event.from_), time is not None, right_date(event, time), _gold_date(event), _days(time)),
        Check("place", event.place is not None, place is not None, right_place(event.place, place),
              event.place and event.place.name, place and f"{place.name} ({place.country or '?'}, {place.basis})"),
        Check("voice", True, True, event.voice == kind, event.voice, kind),
        Check("speaker", bool(event.speaker), bool(speakers), told, event.speaker, speakers),
        *_role_checks(event, mention),
        *_count_checks(event, scene.counts(mention)),
    ]  # fmt: skip


def _role_checks(event: GoldEvent, mention: EventMention) -> Iterable[Check]:
    roles = [*event.roles, *sorted({argument.role for argument in mention.arguments} - set(event.roles))]
    for role in roles:
        wanted = event.roles.get(role, ())
        filled = [argument for argument in mention.arguments if argument.role == role]
        right = any(any_same_name((argument.text, argument.name), wanted) for argument in filled)
        texts = tuple(argument.text for argument in filled)
        yield Check(f"role {role}", role in event.roles, bool(filled), right, wanted, texts)


def _count_checks(event: GoldEvent, found: list[Count]) -> Iterable[Check]:
    for of in [*event.counts, *sorted({count.of for count in found} - set(event.counts))]:
        same = [count for count in found if count.of == of]
        bounds = event.counts.get(of)
        right = bounds is not None and any(same_count(count, *bounds) for count in same)
        ranges = tuple(_range(count.low, count.high) for count in same)
        yield Check(f"count {of}", bounds is not None, bool(same), right, bounds and _range(*bounds), ranges)


def whole_record(event: GoldEvent, mention: EventMention, scene: Scene) -> bool:
    """Tell whether type, status, day, place, voice and all numbers are right, and one of the roles."""
    outcome = checks(event, mention, scene)
    plain = [c for c in outcome if c.field in ("type", "status", "date", "place", "voice")]
    counts = [c for c in outcome if c.field.startswith("count ") and c.asked]
    roles = [c for c in outcome if c.field.startswith("role ") and c.asked]
    return all(c.settled for c in plain + counts) and (not roles or any(c.right for c in roles))


def _gold_date(event: GoldEvent) -> str | None:
    return f"{event.from_ or ''}..{event.to or ''}" if event.from_ or event.to else None


def _days(time: MentionTime | None) -> str | None:
    return f"{time.from_ or ''}..{time.to or ''} ({time.basis})" if time else None


def _range(low: int | None, high: int | None) -> str:
    return f"{'' if low is None else low}..{'' if high is None else high}"
