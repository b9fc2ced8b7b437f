"""What the annotate stage finds in the text: times, toponyms, counts, loaded wording."""

from __future__ import annotations

from datetime import date
from typing import Literal

import msgspec

from dateline.records.span import Span
from dateline.records.unresolved import Unresolved

TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
TimePrecision = Literal[
    "minute", "hour", "part-of-day", "day", "week", "month", "quarter", "season", "year", "decade", "century", "range"
]
Anchor = Literal["absolute", "document", "narrative", "post", "quotation", "event"]
ToponymKind = Literal["literal", "associative"]
CountOf = Literal[
    "participants",
    "killed",
    "injured",
    "arrested",
    "missing",
    "displaced",
    "evacuated",
    "hostages",
    "released",
    "soldiers",
    "vehicles",
    "buildings",
]
Bound = Literal["exact", "about", "at-least", "at-most", "range", "vague"]
LoadedWhy = Literal["honorific", "slur", "glorifying", "euphemism", "legal-verdict", "intensifier", "scare-quotes"]


class Time(msgspec.Struct, frozen=True, kw_only=True, rename={"from_": "from"}):
    """A temporal expression with its TIMEX3 type and value and its calendar extent.

    value: TIMEX3 value ("2024-05-04", "2024-05-04TNI", "P3D", "XXXX-WXX-2" while unresolved).
    from_, to: half-open interval of calendar dates; None for durations, sets and what is unresolved.
    anchor: what the value was counted from.
    warning: a contradiction in the text ("Monday, January 4" when the 4th is a Sunday), in plain words.
    Source: ISO 24617-1 (TimeML).
    """

    span: Span
    text: str
    type: TimexType
    value: str | None
    from_: date | None = None
    to: date | None = None
    precision: TimePrecision | None = None
    anchor: Anchor = "absolute"
    warning: str | None = None
    unresolved: Unresolved = msgspec.field(default_factory=dict)


class Candidate(msgspec.Struct, frozen=True, kw_only=True):
    """A place that the toponym could also mean. score: share of the ranking weight, 0 to 1, not a probability."""

    geonameid: int | None
    name: str
    score: float | None = None


class Toponym(msgspec.Struct, frozen=True, kw_only=True):
    """A place name in the text and the gazetteer place that it denotes.

    feature: GeoNames class or code ("P", "A", "PCLI", "ADM1", "S") as far as the data tell.
    admin1: name of the first-level subdivision. country: ISO 3166-1 alpha-3. lat, lon: WGS 84 degrees.
    precision: what the point is: venue, town, admin2, admin1, country, region; None when there is no point.
    """

    span: Span
    text: str
    kind: ToponymKind = "literal"
    geonameid: int | None = None
    name: str | None = None
    feature: str | None = None
    admin1: str | None = None
    country: str | None = None
    lat: float | None = None
    lon: float | None = None
    precision: str | None = None
    confidence: float | None = None
    candidates: tuple[Candidate, ...] = ()
    unresolved: Unresolved = msgspec.field(default_factory=dict)


class Count(msgspec.Struct, frozen=True, kw_only=True):
    """A number of people or things. low, high: inclusive bounds; None is an open end, not an unknown."""

    span: Span
    text: str
    of: CountOf
    low: int | None
    high: int | None
    bound: Bound


class Loaded(msgspec.Struct, frozen=True, kw_only=True):
    """Partisan wording, the voice that uses it and a plain counterpart (None where plain English has none)."""

    span: Span
    text: str
    voice: str
    plain: str | None
    why: LoadedWhy
