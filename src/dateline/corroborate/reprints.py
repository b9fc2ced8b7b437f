"""Which reports repeat another: reprints whole or edited, wire copies, and one post shown by several outlets.

What counts is the outlet's own prose. Quotations and posts are left out before texts are compared, since two reporters
at one press conference write down the same words.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from zlib import crc32

from datasketch import MinHash, MinHashLSH
from rapidfuzz import fuzz

from dateline.corroborate.groups import Groups
from dateline.corroborate.names import fold
from dateline.records import Reading, Voice
from dateline.records.sentence import sentences

_SHINGLE_WORDS = 3
# Five bands of three: sentences of likeness 0.8 meet in 97 of 100 cases, of 0.6 in 70, of 0.3 in 13 (then compared).
_BANDS = (5, 3)
_PERMUTATIONS = 15
_SENTENCE_WORDS = 8
_SENTENCE_LIKENESS = 0.5
# Share of the shorter report's sentences that stand in the other one. Independent reports of one happening in the
# development stories share none; edited reprints more than half. A credit line naming the other outlet halves the need.
_REPRINT_SHARE = 0.34
_CREDITED_SHARE = 0.17
_SAME_POST = 88.0
_CROWD = 12  # embeds that one post is compared with at most
_NEAREST = 48  # sentences that one sentence is compared with at most: boilerplate is everybody's
_CREDIT = re.compile(
    r"(?im)^\W*(?:from|by|via|source|with reporting by|originally published by|reporting by)\W+(.{3,60}?)[,.\n]|"
    r"\(([A-Z][\w'’ .-]{1,40})\)\s*[-–—]"
)


@dataclass(frozen=True, slots=True)
class Reprint:
    """One report that repeats another. share: of the shorter one's sentences found in the other, 0 to 1."""

    report: str
    original: str
    share: float
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Signed:
    """Whose a report is: id, day and outlet. folded: the outlet's name folded; credit: what its credit lines name."""

    id: str
    published: str
    outlet: str | None
    folded: str
    credit: str

    @classmethod
    def of(cls, reading: Reading) -> _Signed:
        """Read them off a report."""
        report = reading.report
        day = str(report.published or "9999")
        return cls(report.id, day, report.outlet, fold(report.outlet or ""), _credits(report.text))

    def credits(self, other: _Signed) -> bool:
        """Tell whether a credit line of this report names the other's outlet."""
        return bool(other.folded) and other.folded in self.credit and self.folded != other.folded


def find_reprints(readings: Sequence[Reading]) -> list[Reprint]:
    """Find the pairs of reports of which one repeats the other, the earlier published being the original."""
    one_each: dict[int, int] = {}  # equal hashes are one object, so that comparing them looks no further
    own = [
        [frozenset(one_each.setdefault(run, run) for run in runs) for runs in _own_sentences(reading)]
        for reading in readings
    ]
    signed = [_Signed.of(reading) for reading in readings]
    found = []
    for i, j, shared in _shared_sentences(own):
        reprint = _judge(signed[i], signed[j], shared / max(1, min(len(own[i]), len(own[j]))), shared)
        if reprint is not None:
            found.append(reprint)
    return sorted(found, key=lambda reprint: (reprint.report, reprint.original))


def origin_groups(readings: Sequence[Reading]) -> dict[str, str]:
    """Map each report id to the id that stands for its group of reprints (the smallest)."""
    groups = Groups(reading.report.id for reading in readings)
    for reprint in find_reprints(readings):
        groups.join(reprint.report, reprint.original)
    return groups.names()


def post_groups(readings: Sequence[Reading]) -> dict[tuple[str, str], str]:
    """Map (report id, voice id) of every post to the name of its group: one post shown in several places."""
    posts = {(r.report.id, v.id): (v, _post_text(r, v)) for r in readings for v in r.voices if v.kind == "post"}
    blocks: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    for key, (voice, _) in posts.items():
        for label in {fold(voice.handle or ""), fold(voice.speaker or ""), voice.url or ""} - {""}:
            blocks[label].append(key)
    groups = Groups(f"{report}/{voice}" for report, voice in posts)
    for members in blocks.values():
        members.sort(key=lambda key: (posts[key][1], key))
        for n, a in enumerate(members):
            for b in members[n + 1 : n + 1 + _CROWD]:
                if _same_post(*posts[a], *posts[b]):
                    groups.join("/".join(a), "/".join(b))
    names = groups.names()
    return {key: names["/".join(key)] for key in posts}


def _own_sentences(reading: Reading) -> list[frozenset[int]]:
    """Return the word shingles of each longer sentence in the outlet's own words."""
    text = list(reading.report.text)
    for voice in reading.voices:
        if voice.kind != "outlet":
            span = voice.span
            text[span.start : span.end] = " " * len(span)
    own = "".join(text)
    words = (fold(span.of(own)).split() for span in sentences(own))
    return [shingles(w) for w in words if len(w) >= _SENTENCE_WORDS]


def shingles(words: Sequence[str]) -> frozenset[int]:
    """Return the runs of three words, each as a 32-bit hash."""
    runs = (" ".join(words[i : i + _SHINGLE_WORDS]) for i in range(len(words) - _SHINGLE_WORDS + 1))
    return frozenset(crc32(run.encode()) for run in runs)


def _shared_sentences(own: Sequence[Sequence[frozenset[int]]]) -> Iterator[tuple[int, int, int]]:
    """Yield pairs of reports, the earlier first, with how many sentences of the later nearly stand in the earlier one."""
    index = MinHashLSH(num_perm=_PERMUTATIONS, params=_BANDS)
    every = [sentence for report in own for sentence in report]
    report_of = [j for j, report in enumerate(own) for _ in report]
    signed = MinHash.generator((sorted(s) for s in every), num_perm=_PERMUTATIONS, hashfunc=int)
    first = 0
    for j, report in enumerate(own):
        numbers = range(first, first + len(report))
        signatures = list(islice(signed, len(report)))
        found = [sorted(index.query(signature)) for signature in signatures]
        shared: Counter[int] = Counter()
        for n, hits in zip(numbers, found, strict=True):
            shared.update({report_of[k] for k in hits[:_NEAREST] if _alike(every[n], every[k])})
        yield from ((i, j, count) for i, count in shared.items())
        for n, signature, hits in zip(numbers, signatures, found, strict=True):
            if len(hits) < _NEAREST:
                index.insert(n, signature, check_duplication=False)
        first += len(report)


def _alike(a: frozenset[int], b: frozenset[int]) -> bool:
    """Tell whether most of the shorter sentence's shingles stand in the other."""
    return len(a & b) >= _SENTENCE_LIKENESS * min(len(a), len(b))


def _judge(a: _Signed, b: _Signed, share: float, shared: int) -> Reprint | None:
    """Decide whether the shared sentences make one report a reprint of the other."""
    if share < _CREDITED_SHARE or (shared < 2 and share < 1):
        return None
    first, second = sorted((a, b), key=lambda s: (s.published, bool(s.credit), s.id))
    if first.credits(second) and not second.credits(first):
        first, second = second, first
    credited = second.credits(first)
    if share < _REPRINT_SHARE and not credited:
        return None
    reasons = [f"{shared} sentences shared, {share:.0%} of the shorter report"]
    if credited:
        reasons.append(f"credit line names {first.outlet}")
    return Reprint(second.id, first.id, round(share, 3), tuple(reasons))


def _credits(text: str) -> str:
    """Return what the credit lines near a text's ends name, folded; "" where there is none."""
    found = [m.group(1) or m.group(2) for part in (text[:400], text[-300:]) for m in _CREDIT.finditer(part + "\n")]
    return " | ".join(map(fold, found))


def _post_text(reading: Reading, voice: Voice) -> str:
    return fold(re.sub(r"(?:https?://|pic\.)\S+", " ", (voice.body or voice.span).of(reading.report.text)))


def _same_post(a: Voice, text_a: str, b: Voice, text_b: str) -> bool:
    """Tell whether two embeds show one post: the same address, or nearly the same words, cut short or not."""
    if a.url and a.url == b.url:
        return True
    if a.posted and b.posted and abs((a.posted - b.posted).days) > 1:
        return False
    short, long = sorted((text_a, text_b), key=len)
    return fuzz.ratio(short, long) >= _SAME_POST or (len(short) >= 40 and short in long)
