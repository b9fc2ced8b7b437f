"""Are two mentions one happening? A score with its reasons, and a verdict; "unsure" is an answer.

Points are added and taken for type and mode, days, place, participants, numbers, status and wording. What cannot be one
happening whatever else agrees (other days, other towns, other named doers of a speech act) is "different" at once. A day or
place that the report only carries over from what it told before is our guess: where it differs it weighs a little, no more.
Where day or place is missing, the rarer words that both sentences have decide (`reference/words.py`).
"""

from __future__ import annotations

import math
from collections.abc import Mapping

from dateline.corroborate.judgement import NEVER, Judgement, Score
from dateline.corroborate.names import Name, same_name
from dateline.corroborate.spots import NAMESAKES, compare_spots, distance_km
from dateline.corroborate.statement import Days, Range, Statement

SPEECH = frozenset({"ACCUSE", "SUPPORT", "REQUEST", "REJECT", "THREATEN"})
# Modes that careful reporters use of one happening. All others of one type exclude each other.
_KIN = tuple(
    frozenset(group.split())
    for group in (
        "airstrike drone-strike bombing shelling destroy assassination",
        "bombing suicide-attack",
        "shooting armed-clash assassination",
        "stabbing assassination",
        "beating torture",
        "vigil commemoration ceremony rally",
        "funeral procession commemoration ceremony",
        "rally celebration procession demonstration",
        "congress meeting",
        "meeting mediation multilateral visit",
        "condemn allege",
        "praise endorse",
        "troops militia weapons",
        "withdraw ceasefire",
    )
)
SYMMETRIC = frozenset({"CONSULT", "AGREE", "COOPERATE"})
# "attacked" and "gathered" leave the mode open; elsewhere what has no mode is a kind of its own.
_HOW_UNTOLD = frozenset({"ASSAULT", "GATHER"})
_TOLD_BY_NAME = frozenset(
    {"abduction", "arson", "destruction", "sexual-violence", "torture"}
)  # none just says "attacked"
# Modes that one story may well have twice; two tellings of any other mode are the likelier one happening.
_OFTEN = frozenset(
    """abduction allege arrest arson beating blockade bombing condemn convict demonstration expel meeting praise release
    riot shelling shooting stabbing strike troops""".split()
)
_SUFFERED = frozenset({"ASSAULT", "COERCE"})
_BODILY = frozenset({"ASSAULT", "COERCE", "RETREAT"})
_NEIGHBOURHOOD_KM = 120.0
_CROWDS = frozenset({"GATHER", "PROTEST"})
_NARROW_DAYS = 3
_STALE_DAYS = 30
_CLOSE = 350  # characters, two or three sentences
_NEWS_DAYS = 10


def compare(a: Statement, b: Statement, *, same_story: bool = False) -> Judgement:
    """Judge two mentions; the order of the two does not matter."""
    return weigh(a, b, same_story=same_story).judgement()


def weigh(a: Statement, b: Statement, *, same_story: bool = False) -> Score:
    """Add up what speaks for two mentions being one happening; the order of the two does not matter."""
    if b.id < a.id:
        a, b = b, a
    score = Score(a, b)
    for part in _PARTS:
        if not part(a, b, score):
            return score
    if same_story and not (settled(a) and settled(b)):
        score.add(0.5, "reports of one story")
    return score


def settled(statement: Statement) -> bool:
    """Tell whether the mention has both a day and a place of its own."""
    return (
        statement.days is not None
        and statement.spot is not None
        and not statement.guessed_days
        and not statement.guessed_spot
    )


def _kind(a: Statement, b: Statement, score: Score) -> bool:
    """Compare type and mode."""
    one, two = a.mention, b.mention
    if one.type != two.type:
        if not {one.type, two.type} <= _CROWDS or {one.mode, two.mode}.isdisjoint(
            {"rally", "procession", "demonstration"}
        ):
            return score.add(NEVER, "other type")
        score.add(-1.0, "gathering or protest")
    if one.mode is None or two.mode is None:
        known = one.mode or two.mode
        untold = one.type in _HOW_UNTOLD and known not in _TOLD_BY_NAME
        return known is None or score.add(-0.5 if untold else -1.6, "mode known of one only")
    if one.mode == two.mode:
        return score.add(1.0, "same mode") if one.mode in _OFTEN else score.add(1.8, "same seldom mode")
    if any(one.mode in group and two.mode in group for group in _KIN):
        return score.add(-0.6, "kindred modes")
    return score.add(-2.5, "other mode")


def _when(a: Statement, b: Statement, score: Score) -> bool:
    """Compare days."""
    if a.days is None and b.days is None:
        if a.published is not None and b.published is not None and abs(a.published - b.published) > _NEWS_DAYS:
            return score.add(NEVER, "undated, reports of other weeks")
        return True
    if a.days is None or b.days is None:
        return _one_dated(a, b, score)
    gap = gap_days(a.days, b.days)
    narrow = max(width_days(a.days), width_days(b.days)) <= _NARROW_DAYS
    guessed = a.guessed_days + b.guessed_days
    if gap > 1 or (gap == 1 and not narrow):
        if not guessed:
            return score.add(NEVER, "other days")
        return score.add(-0.8 if gap <= _NEWS_DAYS or guessed == 2 else -2.5, "other days, not stated")
    if gap == 1:
        return score.add(*((-0.3, "neighbouring days, not stated") if guessed else (-1.0, "neighbouring days")))
    return score.add(*_overlap(a.days, b.days))


def _overlap(a: Days, b: Days) -> tuple[float, str]:
    low, high = sorted((width_days(a), width_days(b)))
    if high <= _NARROW_DAYS:
        return 2.0, "same day"
    if high <= 31:
        return (1.6, "same weeks") if low > _NARROW_DAYS else (0.9, "day inside the same weeks")
    return (0.8, "same long stretch") if low > 31 else (0.6, "inside one long stretch")


def _one_dated(a: Statement, b: Statement, score: Score) -> bool:
    """Hold an undated mention for news of its report's days, so that it does not join what is long past."""
    dated, undated = (a, b) if a.days is not None else (b, a)
    end = dated.days[1] if dated.days else None
    if end is not None and undated.published is not None and undated.published - end > _STALE_DAYS:
        return score.add(-2.5, "one dated long before the undated one's report")
    return True


def gap_days(a: Days, b: Days) -> int:
    """Return the days from one interval to the other: 0 when they share a day, 1 when they touch."""
    if a[1] is not None and b[0] is not None and a[1] <= b[0]:
        return b[0] - a[1] + 1
    if b[1] is not None and a[0] is not None and b[1] <= a[0]:
        return a[0] - b[1] + 1
    return 0


def width_days(days: Days) -> float:
    """Return the width of an interval, infinite when an end is open."""
    return days[1] - days[0] if days[0] is not None and days[1] is not None else math.inf


def _where(a: Statement, b: Statement, score: Score) -> bool:
    """Compare places.

    One named person struck or held on one day is one happening even where neighbouring towns are told.
    """
    if a.spot is None or b.spot is None:
        return True
    points, reason = compare_spots(a.spot, b.spot)
    if (
        points == NEVER
        and a.mention.type in _BODILY
        and _likeness(a.others, b.others) >= 1.5
        and a.spot.point
        and b.spot.point
    ):
        near = distance_km(a.spot.point, b.spot.point) <= _NEIGHBOURHOOD_KM
        points, reason = (-2.0, f"one person, {reason}") if near else (points, reason)
    if points == NEVER and (a.guessed_spot or b.guessed_spot) and reason != NAMESAKES:
        points, reason = -1.0, f"{reason}, not stated"
    return score.add(points, reason)


def _who(a: Statement, b: Statement, score: Score) -> bool:
    """Compare who acts and who is acted on; a speech act without a day needs its speaker."""
    if a.mention.type in SYMMETRIC:
        return _side("participants", _likeness(a.doers + a.others, b.doers + b.others), score)
    doers, others = _likeness(a.doers, b.doers), _likeness(a.others, b.others)
    if doers < 0 and not a.lands.isdisjoint(b.lands):
        doers = 0.0  # a country and its minister
    if a.mention.type in SPEECH:
        if doers < 0:
            return score.add(NEVER, "other speaker")
        if doers <= 0 and (a.days is None or b.days is None) and not _reported_speech(a, b):
            score.add(-1.0, "speaker not known to be the same")
        if others <= 0 and a.others and b.others:
            others = -1.5
    elif others < 0 and a.mention.type in _SUFFERED:
        others = -3.5  # two people with names
    return _side("doer", doers, score) and _side("other side", others, score)


def _side(side: str, points: float, score: Score) -> bool:
    """Note the points of one side, unless it says nothing."""
    return not points or score.add(points, f"{'same' if points > 0 else 'another'} {side}")


def _reported_speech(a: Statement, b: Statement) -> bool:
    """Tell whether the speech act is itself told by somebody: then the teller is what can be compared."""
    return bool(a.source and a.source == b.source)


def _likeness(a: tuple[Name, ...], b: tuple[Name, ...]) -> float:
    """Return points for two lists of participants: names weigh, descriptions hint, silence is nothing."""
    if not a or not b:
        return 0.0
    hits = [(x, y) for x in a for y in b if same_name(x, y)]
    if any(x.proper and y.proper for x, y in hits):
        return 1.5
    if hits:
        return 0.5
    return -1.2 if all(name.proper for name in a + b) else 0.0


def _numbers(a: Statement, b: Statement, score: Score) -> bool:
    """Compare numbers of the same things. Outlets differ in numbers, so a difference weighs little."""
    for of in sorted(a.counts.keys() & b.counts.keys()) if a.counts and b.counts else ():
        pairs = [(x, y) for x in a.counts[of] for y in b.counts[of]]
        if any(_meet(x, y) for x, y in pairs):
            score.add(1.2, f"{of} agree")
        elif all(_one_and_many(x, y) for x, y in pairs):
            score.add(-1.2, f"{of}: one and many")
        else:
            score.add(-0.4, f"{of} differ")
    return True


def _meet(a: Range, b: Range) -> bool:
    return (a[0] is None or b[1] is None or a[0] <= b[1]) and (b[0] is None or a[1] is None or b[0] <= a[1])


def _one_and_many(a: Range, b: Range) -> bool:
    """Tell whether one is a single person and the other several."""
    return ((a[1] == 1) and (b[0] or 0) > 3) or ((b[1] == 1) and (a[0] or 0) > 3)


_REAL, _UNREAL = frozenset({"occurred", "ongoing"}), frozenset({"planned", "hypothetical"})


def _status(a: Statement, b: Statement, score: Score) -> bool:
    """Compare status: claims and denials of one thing belong together, plans and conditions need a day to do so."""
    pair = {a.mention.status, b.mention.status}
    if "denied" in pair and pair <= {"denied", "alleged"}:
        reason = "claim and denial" if len(pair) == 2 else "both denied"
        return score.add(1.0 if settled(a) and settled(b) else 2.0, reason)
    if len(pair) == 1 or pair <= _REAL or pair <= _UNREAL:
        return True
    if pair & _UNREAL and (a.days is None or b.days is None):
        return score.add(-1.5, "one planned or conditional, no common day")
    if "hypothetical" in pair:
        return score.add(*_conditional(a if a.mention.status == "hypothetical" else b))
    if "planned" in pair:
        return score.add(-0.3, "planned, then told")
    return score.add(-0.1, "told and contested")


def _conditional(condition: Statement) -> tuple[float, str]:
    """Weigh a condition against a fact: before the day it looks ahead, after the day it is what did not happen."""
    start = condition.days[0] if condition.days else None
    if start is not None and condition.published is not None and condition.published > start:
        return NEVER, "a condition that was not met"
    return -1.0, "one conditional"


def _telling(a: Statement, b: Statement, score: Score) -> bool:
    """Compare who tells it and in which words."""
    one, two = a.mention, b.mention
    if one.report == two.report:
        _in_one_report(a, b, score)
    elif a.origin == b.origin or (a.post is not None and a.post == b.post):
        share = len(a.words & b.words) / max(1, min(len(a.words), len(b.words)))
        if share >= 0.7 and a.trigger == b.trigger:
            score.add(2.5, "same sentence in a reprint or post")
    elif a.source and a.source == b.source:
        score.add(0.7, "same source")
    if a.trigger and a.trigger == b.trigger:
        score.add(0.6, "same trigger")
    if one.report != two.report or a.words != b.words:
        _in_common(a.rare, b.rare, score, sure=settled(a) and settled(b))
    return True


def _in_one_report(a: Statement, b: Statement, score: Score) -> None:
    """Compare two tellings of one report: a voice does not tell one thing twice, but says next what came of it."""
    one, two = a.mention, b.mention
    near = abs(one.trigger.span.start - two.trigger.span.start) <= _CLOSE
    if one.voice != two.voice or a.source != b.source or one.status != two.status:
        if near and one.mode == two.mode:
            score.add(0.6, "told side by side by other voices")
    elif near and None in (one.mode, two.mode) and one.type in _HOW_UNTOLD and _carried_on(a, b):
        score.add(0.6, "told on in the next sentences")
    else:
        score.add(-1.0 if one.mode == two.mode else -2.0, "told apart by one voice")


def _carried_on(a: Statement, b: Statement) -> bool:
    """Tell whether the later of two tellings has its day and place, if any, from what was told before."""
    later = max((a, b), key=lambda s: s.mention.trigger.span.start)
    return (later.days is None or later.guessed_days) and (later.spot is None or later.guessed_spot)


def _in_common(a: Mapping[str, float], b: Mapping[str, float], score: Score, *, sure: bool) -> None:
    """Weigh the rarer words that both sentences have: the first tell most."""
    common = a.keys() & b.keys()
    if common:
        shared = sorted(common, key=lambda word: (-a[word], word))
        points = 2.0 * min(1.6, math.sqrt(sum(a[word] for word in shared))) - 0.6
        score.add(points, f"words in common: {', '.join(shared[:4])}")
    elif a and b and not sure:
        score.add(-0.6, "no rarer word in common")


_PARTS = (_kind, _when, _where, _who, _numbers, _status, _telling)
