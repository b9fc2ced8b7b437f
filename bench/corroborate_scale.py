"""How the cost of corroboration grows: generated stories, ten times as many, how many times the time.

    python bench/corroborate_scale.py [MENTIONS]

Stories are spread over towns and days as news is; every story has three happenings, told by four outlets in their own
words, some without day or place, and every third story a reprint. The last column is the ratio to the line before, for
ten times the mentions. `dense` keeps the number of towns and days while the mentions grow tenfold.
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Iterator
from datetime import date, timedelta

from dateline.corroborate import corroborate
from dateline.records import (
    Argument,
    Coder,
    EventMention,
    MentionPlace,
    MentionTime,
    Reading,
    Report,
    Span,
    SpanText,
    Voice,
    content_id,
)

CODER = Coder(version="0", config="c_bench")
KINDS = (
    ("PROTEST", "demonstration"),
    ("ASSAULT", "bombing"),
    ("COERCE", "arrest"),
    ("GATHER", "vigil"),
    ("ACCUSE", "condemn"),
)
FILLER = (
    "after again around before between during every people police several since their there town where with".split()
)
SYLLABLES = "ka lo mi ra ten sul bar dor vin esh tar mol quo pin gar zel".split()


def word(rng: random.Random) -> str:
    """Invent a name."""
    return "".join(rng.choice(SYLLABLES) for _ in range(3)).capitalize()


def story(rng: random.Random, number: int, towns: int, days: int) -> Iterator[Reading]:
    """Yield the reports of one story."""
    n = rng.randrange(towns)
    town, at, when = f"Town{n}", ((n * 37 % 120) - 60 + n % 7 / 10, (n * 61 % 340) - 170.0), rng.randrange(days)
    people = [word(rng) for _ in range(4)]
    kinds = rng.sample(KINDS, 3)
    texts = [
        " ".join(word(rng) if rng.random() < 0.2 else rng.choice(FILLER) for _ in range(14)) + "." for _ in range(6)
    ]
    for outlet in range(4):
        lines = texts if outlet == 3 and number % 3 == 0 else [" ".join(rng.sample(t.split(), 14)) for t in texts]
        text = "\n".join(f"{people[i % 4]} of {town} {line}" for i, line in enumerate(lines))
        published = date(2020, 1, 1) + timedelta(days=when + 1)
        report = Report(id=content_id("r", number, outlet), source=f"{number}-{outlet}", outlet=f"Outlet {outlet}",
                        published=published, text=text)  # fmt: skip
        events = []
        for i, (type_, mode) in enumerate(kinds):
            start = text.index(people[i])
            span = Span(start, start + len(people[i]))
            dated = rng.random() < 0.85
            placed = rng.random() < 0.85
            day = date(2020, 1, 1) + timedelta(days=when)
            time_ = MentionTime(time=None, from_=day, to=day + timedelta(days=1), precision="day", basis="stated")
            place = MentionPlace(toponym=None, name=town, geonameid=n, admin1=None, country=f"C{n % 40:02}", lat=at[0],
                                 lon=at[1], precision="town", basis="stated")  # fmt: skip
            events.append(
                EventMention(
                    id=content_id("m", report.id, i), report=report.id, voice="v0", attribution=None, type=type_,
                    mode=mode, status="occurred", trigger=SpanText(span=span, text=span.of(text)),
                    arguments=(Argument(role="actor", span=span, text=people[i]),),
                    time=time_ if dated else None, place=place if placed else None,
                )
            )  # fmt: skip
        voice = Voice(id="v0", parent=None, kind="outlet", speaker=None, span=Span(0, len(text)))
        yield Reading(report=report, coder=CODER, voices=(voice,), events=tuple(events))


def measure(mentions: int, towns: int, days: int) -> float:
    """Return the processor seconds that so many mentions take."""
    rng = random.Random(mentions)
    readings = [reading for n in range(mentions // 12) for reading in story(rng, n, towns, days)]
    start = time.process_time()
    events = corroborate(readings)
    seconds = time.process_time() - start
    print(f"{mentions:8} mentions {len(readings):7} reports {len(events):7} events {seconds:8.2f} s", end="")
    return seconds


def main(largest: int) -> None:
    """Print times for growing numbers, news spread out and news crowded."""
    for name, grow in (("spread", True), ("dense", False)):
        print(name)
        before = 0.0
        for mentions in (largest // 100, largest // 10, largest):
            towns = max(10, mentions // 24) if grow else 40
            seconds = measure(mentions, towns, 365 if grow else 60)
            print(f"   x{seconds / before:5.1f}" if before else "")
            before = seconds


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 24_000)
