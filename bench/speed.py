"""How fast the program is: the bare spaCy pipeline and the whole chain on the same texts in the same run.

    python bench/speed.py [--reports N] [--rounds N] [--model NAME] [--json]

Prints reports and words a second of both and their ratio, each stage's share, the peak memory of a worker, the cold
start, and how corroboration grows. Rates are by CPU time, so that it matters less what else the machine does. The
budgets stand beside the figures; nothing fails when one is missed, since time depends on the machine.
"""

from __future__ import annotations

import argparse
import json
import platform
import random
import resource
import subprocess
import sys
import tempfile
import time
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from datetime import date, timedelta
from itertools import islice
from pathlib import Path
from string import ascii_lowercase, ascii_uppercase

import spacy
from msgspec.structs import replace
from spacy.language import Language

from dateline.annotate.parse import DEFAULT_MODEL, Parser
from dateline.corroborate import corroborate
from dateline.errors import InputError
from dateline.pipeline import BATCH_REPORTS, Pipeline, make_coder
from dateline.read import read_text
from dateline.records import EventMention, MentionTime, Reading, Report

HERE = Path(__file__).resolve().parent
SAMPLES = HERE.parent / "samples"
DATELINE = Path(sys.executable).with_name("dateline")
COPIES = 10  # how many times more mentions the corroboration is timed on
DAYS_APART = 1461  # what the reports of one copy tell of two years before is no news of another
COLD_RUNS = 3
SEED = 20_240_229
FIRST_DAY = date(2023, 1, 9)
WORDS_A_REPORT = 340


@dataclass(frozen=True, slots=True)
class Composed:
    """A made report: text, publication date and outlet."""

    text: str
    published: date
    outlet: str


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of the result. budget: what DESIGN allows, in the same unit."""

    name: str
    value: float
    unit: str
    budget: float | None = None

    def line(self) -> str:
        """Return the figure as a line of the table."""
        number = f"{self.value:,.2f}" if abs(self.value) < 10 else f"{self.value:,.0f}"
        budget = (
            ""
            if self.budget is None
            else f"   (budget {self.budget:g}{'' if self.value <= self.budget else ', MISSED'})"
        )
        return f"{self.name:<44}{number:>12} {self.unit}{budget}"


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--reports", type=int, default=300, help="how many reports to make (300)")
    parser.add_argument("--rounds", type=int, default=2, help="how often to time each side; the best counts (2)")
    parser.add_argument("--model", help="English spaCy pipeline instead of the default one")
    parser.add_argument("--json", action="store_true", help="one JSON object instead of a table")
    parser.add_argument("--worker", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.worker:
        print(worker_peak_mb(options.reports, options.model))
        return
    figures = measure(options.reports, options.rounds, options.model)
    if options.json:
        print(json.dumps([asdict(figure) for figure in figures], indent=1))
        return
    print(f"{platform.machine()}, Python {platform.python_version()}, one process\n")
    for figure in figures:
        print(figure.line())


def measure(reports: int, rounds: int, model: str | None) -> list[Figure]:
    """Take every figure; memory first, since on Linux a child's peak begins at what its parent holds when it starts it."""
    peak_mb = peak_of_child(reports, model)
    texts = bench_texts(reports)
    words = sum(len(text.text.split()) for text in texts)
    pipeline, nlp = make_coder(model=model), spacy.load(model or DEFAULT_MODEL)
    code(pipeline, texts[:BATCH_REPORTS])  # warm up
    parse(nlp, texts[:BATCH_REPORTS])
    bare, chain, readings = time_both(nlp, pipeline, texts, rounds)
    return [
        Figure("texts", len(texts), "reports"),
        Figure("words a text", words / len(texts), "words"),
        Figure("bare spaCy", len(texts) / bare, "reports/s"),
        Figure("bare spaCy", words / bare, "words/s"),
        Figure("whole chain", len(texts) / chain, "reports/s"),
        Figure("whole chain", words / chain, "words/s"),
        Figure("whole chain to bare spaCy", chain / bare, "times", 1.6),
        *stage_shares(pipeline, texts),
        *corroboration(readings),
        Figure("peak memory of a worker", peak_mb, "MB", 700),
        *cold_start(texts[0]),
    ]


def bench_texts(reports: int) -> list[Composed]:
    """Return the made reports and, among them, the plain-text samples."""
    made = compose(reports)
    samples = [
        Composed(p.read_text(encoding="utf-8"), made[0].published, p.stem) for p in sorted(SAMPLES.glob("*/*.txt"))
    ]
    return made + samples


def compose(number: int, seed: int = SEED) -> list[Composed]:
    """Make so many reports of the templates; one number and one seed always give the same."""
    words = tomllib.loads((HERE / "texts.toml").read_text(encoding="utf-8"))
    return [_report(words, random.Random(seed * 100_003 + i)) for i in range(number)]


def _report(words: dict[str, list[str]], chance: random.Random) -> Composed:
    """Make one report: a dateline with a lead, paragraphs of one to three sentences, in some a pasted post."""
    published = FIRST_DAY + timedelta(days=chance.randrange(500))
    slots = _slots(words, chance, published)
    city = slots["city"]
    paragraphs = [f"{city.upper()} - {chance.choice(words['leads']).format(**slots)}"]
    posts = [_filled(words, chance.choice(words["posts"]), chance, published, city)] if chance.random() < 0.4 else []
    order = chance.sample(words["body"], len(words["body"]))
    while order and sum(len(paragraph.split()) for paragraph in paragraphs) < WORDS_A_REPORT:
        taken = [order.pop() for _ in range(min(len(order), chance.randint(1, 3)))]
        paragraphs.append(" ".join(_filled(words, sentence, chance, published, city) for sentence in taken))
    paragraphs[len(paragraphs) // 2 : len(paragraphs) // 2] = posts
    return Composed("\n\n".join(paragraphs) + "\n", published, f"{city} {chance.choice(('Post', 'Wire', 'Echo'))}")


def _filled(words: dict[str, list[str]], sentence: str, chance: random.Random, published: date, city: str) -> str:
    text = sentence.format(**_slots(words, chance, published) | {"city": city})
    return text[0].upper() + text[1:]


def _slots(words: dict[str, list[str]], chance: random.Random, published: date) -> dict[str, str]:
    """Return words for every slot of the templates."""
    group, rival, given, family = (chance.choice(words[kind]) for kind in ("groups", "rivals", "given", "family"))
    before = published - timedelta(days=chance.randint(1, 20))
    weekdays = [f"{published - timedelta(days=back):%A}" for back in range(7)]
    return {
        "city": chance.choice(words["cities"]), "city2": chance.choice(words["cities"]),
        "quarter": chance.choice(words["quarters"]), "group": group, "Group": group[0].upper() + group[1:],
        "rival": rival, "Rival": rival[0].upper() + rival[1:], "person": f"{given} {family}",
        "handle": f"{given}{family}".lower(), "code": f"{chance.randrange(16**8):08x}",
        "day": chance.choice(weekdays), "day2": chance.choice(weekdays), "date": f"{before:%B} {before.day}",
        "posted": f"{before:%B} {before.day}, {before.year}", "month": f"{before:%B}", "year": str(published.year - 2),
        "n": f"{chance.randint(4, 90) * 100:,}", "some": str(chance.randint(20, 400)),
        "few": chance.choice(("two", "three", "five", "eight", "12", "17")),
    }  # fmt: skip


def code(pipeline: Pipeline, texts: Sequence[Composed]) -> list[Reading]:
    """Read and code the texts; a text that fails ends the benchmark."""
    readings = []
    for outcome in pipeline.code(read(texts)):
        if isinstance(outcome, InputError):
            raise outcome
        readings.append(outcome)
    return readings


def read(texts: Sequence[Composed]) -> Iterable[Report]:
    """Make reports of the texts, as `dateline code` does."""
    for number, text in enumerate(texts):
        yield read_text(text.text, source=f"bench-{number}", published=text.published, outlet=text.outlet)


def parse(nlp: Language, texts: Sequence[Composed]) -> None:
    """Run the spaCy pipeline alone, as it is shipped, on the texts."""
    for _doc in nlp.pipe((text.text for text in texts), batch_size=BATCH_REPORTS):
        pass


def time_both(
    nlp: Language, pipeline: Pipeline, texts: Sequence[Composed], rounds: int
) -> tuple[float, float, list[Reading]]:
    """Return the best CPU seconds of the bare pipeline and of the whole chain, taken in turns, and the readings."""
    bare, chain = [], []
    readings: list[Reading] = []
    for _ in range(max(1, rounds)):
        started = time.process_time()
        parse(nlp, texts)
        bare.append(time.process_time() - started)
        started = time.process_time()
        readings = code(pipeline, texts)
        chain.append(time.process_time() - started)
    return min(bare), min(chain), readings


def stage_shares(pipeline: Pipeline, texts: Sequence[Composed]) -> list[Figure]:
    """Run the stages one by one; return each stage's share of the time, per cent."""
    spent: defaultdict[str, float] = defaultdict(float)
    started = time.process_time()
    reports = iter(list(read(texts)))
    spent["read"] = time.process_time() - started
    while batch := list(islice(reports, BATCH_REPORTS)):
        readings = [Reading(report=report, coder=pipeline.coder) for report in batch]
        for stage in pipeline.stages:
            started = time.process_time()
            readings = list(stage.pipe(readings)) if isinstance(stage, Parser) else [stage(r) for r in readings]
            spent[type(stage).__name__] += time.process_time() - started
    total = sum(spent.values())
    words = sum(len(text.text.split()) for text in texts)
    shares = [Figure(f"    stage {name}", 100 * seconds / total, "%") for name, seconds in spent.items()]
    reports_of = words / WORDS_A_REPORT
    unit = f"reports of {WORDS_A_REPORT} words/s"
    alone = (("time", "TagTimes", 200), ("place", "FindToponyms", 150))
    return [
        *shares,
        *(
            Figure(f"{name} stage alone (at least {least})", reports_of / spent[stage], unit)
            for name, stage, least in alone
        ),
    ]


def corroboration(readings: Sequence[Reading]) -> list[Figure]:
    """Time the joining of the readings, and of ten times as many that tell of other months."""
    many = [moved(reading, copy) for copy in range(COPIES) for reading in readings]
    corroborate(readings[:BATCH_REPORTS])  # warm up
    seconds, more_seconds = seconds_to_join(readings), seconds_to_join(many)
    mentions = sum(len(reading.events) for reading in readings)
    return [
        Figure("mentions to join", mentions, "mentions"),
        Figure("corroboration", mentions / seconds if seconds else 0.0, "mentions/s"),
        Figure(f"corroboration of {COPIES} times the mentions", more_seconds / seconds, "times", 1.2 * COPIES),
    ]


def seconds_to_join(readings: Sequence[Reading]) -> float:
    """Return the CPU seconds that joining takes."""
    started = time.process_time()
    corroborate(readings)
    return time.process_time() - started


def moved(reading: Reading, copy: int) -> Reading:
    """Return the reading as a report of other years under ids of its own, in other words, so that it is no reprint."""
    shift = timedelta(days=DAYS_APART * copy)
    report = replace(
        reading.report,
        id=f"{reading.report.id}_{copy}",
        source=f"{reading.report.source}_{copy}",
        published=reading.report.published and reading.report.published + shift,
        text=_in_other_letters(reading.report.text, copy),
    )
    events = tuple(_moved_mention(mention, report.id, copy, shift) for mention in reading.events)
    return replace(reading, report=report, events=events)


def _in_other_letters(text: str, by: int) -> str:
    """Move each letter on in the alphabet: other words of the same length, so that all offsets hold."""
    moved = {
        ord(a): letters[(i + by) % 26] for letters in (ascii_lowercase, ascii_uppercase) for i, a in enumerate(letters)
    }
    return text.translate(moved)


def _moved_mention(mention: EventMention, report_id: str, copy: int, shift: timedelta) -> EventMention:
    when = mention.time
    if when is not None:
        start, end = when.from_ and when.from_ + shift, when.to and when.to + shift
        when = MentionTime(time=when.time, from_=start, to=end, precision=when.precision, basis=when.basis)
    return replace(mention, id=f"{mention.id}_{copy}", report=report_id, time=when)


def peak_of_child(reports: int, model: str | None) -> float:
    """Return the peak memory, in MB, of a fresh process that codes the texts."""
    command = [sys.executable, str(Path(__file__)), "--worker", "--reports", str(reports)]
    done = subprocess.run(
        [*command, *(["--model", model] if model else [])], check=True, capture_output=True, text=True
    )
    return float(done.stdout)


def worker_peak_mb(reports: int, model: str | None) -> float:
    """Code the texts as a worker does, keeping nothing; return this process's peak resident memory in MB."""
    pipeline = make_coder(model=model)
    for outcome in pipeline.code(read(bench_texts(reports))):
        if isinstance(outcome, InputError):
            raise outcome
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1_000_000 if sys.platform == "darwin" else 1_000)  # bytes on macOS, else KiB


def cold_start(text: Composed) -> list[Figure]:
    """Time `dateline --help`, and the first record of a one-page text, each in a fresh process."""
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "page.txt"
        page.write_text(text.text, encoding="utf-8")
        first = [str(DATELINE), "code", str(page), "--published", str(text.published), "--format", "mentions"]
        return [
            Figure("dateline --help", best_seconds([str(DATELINE), "--help"]), "s", 0.5),
            Figure("first record of a one-page text", best_seconds(first), "s", 3),
        ]


def best_seconds(command: Sequence[str]) -> float:
    """Return the least time in which a command's first line was there."""
    seconds = []
    for _ in range(COLD_RUNS):
        started = time.perf_counter()
        with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as process:
            assert process.stdout is not None
            if not process.stdout.readline():
                raise SystemExit(f"{' '.join(command)} printed nothing")
            seconds.append(time.perf_counter() - started)
            process.stdout.read()
    return min(seconds)


if __name__ == "__main__":
    main()
