"""When a found value counts as the gold's: names, wordings, dates, places, numbers, and pairs of spans."""

from __future__ import annotations

import math
import re
import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta
from typing import TypeVar

from dateline.corroborate.spots import distance_km
from dateline.records import Count, MentionPlace, MentionTime, Span, Toponym
from dateline.run.scoring.gold import GoldEvent, GoldPlace, GoldToponym, first_day

FAR_KM = 20_039.0  # half the Earth's girth: the distance of a toponym that was given no point
_EMPTY_WORDS = frozenset(("a", "an", "the", "of", "in", "on", "at", "and", "to", "for", "mr", "mrs", "ms", "dr"))
_APOSTROPHES, _QUOTES = "'’‘", '"“”'
_SENTENCE_END = re.compile(
    r"""
      [.!?] ["”’')\]]* \s+ (?=[A-Z0-9"“‘(\[])   # a mark, closing marks, white space, then what can open a sentence
    | \n+
    """,
    re.VERBOSE,
)

Days = tuple[date | None, date | None]
Gold = TypeVar("Gold")
Found = TypeVar("Found")


def name_words(name: str | None) -> set[str]:
    """Return the words of a name without accents, case and empty words."""
    folded = unicodedata.normalize("NFKD", name or "").lower()
    bare = "".join(letter for letter in folded if not unicodedata.combining(letter))
    return set(re.findall(r"\w+", bare)) - _EMPTY_WORDS


def same_name(one: str | None, other: str | None) -> bool:
    """Tell whether all words of one name are in the other; a name without words is like none."""
    a, b = name_words(one), name_words(other)
    return bool(a) and bool(b) and (a.issubset(b) or b.issubset(a))


def any_same_name(some: Iterable[str | None], others: Iterable[str | None]) -> bool:
    """Tell whether a name of the one side is like a name of the other."""
    wanted = list(others)
    return any(same_name(one, other) for one in some for other in wanted)


def wording(words: str) -> re.Pattern[str]:
    """Return a pattern for whole words in any case, whatever white space parts them and whichever quotation marks."""
    parts = (re.escape(word) for word in words.split())
    pattern = r"\s+".join(parts)
    for marks in (_APOSTROPHES, _QUOTES):
        pattern = re.sub(f"[{marks}]", f"[{marks}]", pattern)
    return re.compile(rf"(?<!\w){pattern}(?!\w)", re.IGNORECASE)


def spans_of(words: str, text: str) -> list[Span]:
    """Return every place in the text where the words stand."""
    return [Span(*match.span()) for match in wording(words).finditer(text)] if words.strip() else []


def stretch(first: str, last: str, text: str) -> Span | None:
    """Return the first stretch that begins with one wording and ends with the other."""
    for start in spans_of(first, text):
        end = wording(last).search(text, start.start)
        if end:
            return Span(start.start, end.end())
    return None


def overlap(a: Span, b: Span) -> int:
    """Return the number of characters that two spans share; negative is the gap between them."""
    return min(a.end, b.end) - max(a.start, b.start)


def mostly_same(a: Span, b: Span) -> bool:
    """Tell whether two spans share at least half of the stretch from the first start to the last end."""
    return 2 * overlap(a, b) >= max(a.end, b.end) - min(a.start, b.start)


def sentence_starts(text: str) -> list[int]:
    """Return the offsets at which sentences start, the first being 0."""
    return [0, *(match.end() for match in _SENTENCE_END.finditer(text))]


def sentence_number(starts: Sequence[int], offset: int) -> int:
    """Return the number of the sentence in which the offset lies."""
    return bisect_right(starts, offset)


def one_to_one(
    gold: Sequence[Gold], found: Sequence[Found], spans: tuple[Callable[[Gold], Span], Callable[[Found], Span]]
) -> list[tuple[Gold, Found]]:
    """Pair overlapping items, equal spans first, then the longest overlap; each item is used once."""
    of_gold, of_found = spans
    links = []
    for i, g in enumerate(gold):
        for j, f in enumerate(found):
            shared = overlap(of_gold(g), of_found(f))
            if shared > 0:
                links.append(((of_gold(g) != of_found(f), -shared, i, j), i, j))
    return [(gold[i], found[j]) for i, j in best_first(links)]


def best_first(links: Iterable[tuple[tuple[float, ...], int, int]]) -> list[tuple[int, int]]:
    """Choose pairs (i, j) from links (sort key, i, j), lowest key first, each i and each j once."""
    left: set[int] = set()
    right: set[int] = set()
    chosen = []
    for _, i, j in sorted(links):
        if i not in left and j not in right:
            left.add(i)
            right.add(j)
            chosen.append((i, j))
    return chosen


def gold_days(event: GoldEvent) -> Days | None:
    """Return the half-open interval of a gold event, None when the text does not tell."""
    return _days(event.from_ and first_day(event.from_), event.to and first_day(event.to))


def found_days(time: MentionTime | None) -> Days | None:
    """Return the half-open interval of a mention, None when it has no end at all."""
    return _days(time.from_, time.to) if time else None


def _days(start: date | str | None, end: date | str | None) -> Days | None:
    """Return the interval; one that ends where it starts (a part of a day) is that day."""
    first = start if isinstance(start, date) else None
    last = end if isinstance(end, date) else None
    if first is None and last is None:
        return None
    if first is not None and last is not None and last <= first:
        last = first + timedelta(days=1)
    return first, last


def right_date(event: GoldEvent, time: MentionTime | None) -> bool:
    """Tell whether the found interval meets the gold's and is at most twice as wide."""
    gold, found = gold_days(event), found_days(time)
    return gold is not None and found is not None and _meet(gold, found) and _width(found) <= 2 * _width(gold)


def _meet(a: Days, b: Days) -> bool:
    return _before(a[0], b[1]) and _before(b[0], a[1])


def _before(start: date | None, end: date | None) -> bool:
    """Tell whether a start lies before an end; an open one always does."""
    return start is None or end is None or start < end


def _width(days: Days) -> float:
    start, end = days
    return math.inf if start is None or end is None else (end - start).days


def right_place(gold: GoldPlace | None, found: MentionPlace | None) -> bool:
    """Tell whether the found point lies within the gold's tolerance; without points the names decide."""
    if gold is None or found is None:
        return False
    km = km_between(gold, found)
    return same_name(gold.name, found.name) if km is None else km <= gold.km


def km_between(gold: GoldPlace | GoldToponym, found: MentionPlace | Toponym) -> float | None:
    """Return the distance of two places, None when one of them has no point."""
    if gold.lat is None or gold.lon is None or found.lat is None or found.lon is None:
        return None
    return distance_km((gold.lat, gold.lon), (found.lat, found.lon))


def same_count(count: Count, low: int | None, high: int | None) -> bool:
    """Tell whether both ends agree: equal, or within five per cent or 1."""
    return _near(count.low, low) and _near(count.high, high)


def _near(found: int | None, gold: int | None) -> bool:
    if found is None or gold is None:
        return found is gold
    return abs(found - gold) <= max(1, 0.05 * abs(found))


def counts_meet(count: Count, low: int | None, high: int | None) -> bool:
    """Tell whether the two ranges share a number; an open end has no bound."""
    below = count.high is None or low is None or low <= count.high
    above = high is None or count.low is None or count.low <= high
    return below and above
